"""Reads files of bundles as `protocol/export.md` describes them, however damaged they are."""
from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import Iterator

from bundles import Bundle, Fault, bundle_id_of, read_envelope
from hashes import digest_text, tagged
from wire import Malformed, parse

MEMBER, MARK = b"\x1f\x8b\x08", b"RNDEXP\x00\x01"
FRAME_MAX = 524_288
HEAD, ENROLMENT, BUNDLE, END = 1, 2, 3, 4
_PIECE = 1 << 16


@dataclass(frozen=True)
class Frame:
    """One frame of a file; `place` names it for people."""

    kind: int
    number: int
    contents: bytes

    @property
    def place(self) -> str:
        return f"frame {self.number}"


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken: where it is, why, and the id of what it says it is."""

    place: str
    reason: str
    id: bytes | None = None


@dataclass(frozen=True)
class Head:
    """Whose file it is. Nobody signs it: it is the reader's to know the key of the office."""

    office: bytes
    company: bytes
    written_at_ms: int
    name: str


@dataclass
class ExportFile:
    """What could be read of a file."""

    head: Head | None = None
    enrolments: list[Bundle] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    keys: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    is_whole: bool = False


def read_export(data: bytes) -> ExportFile:
    """What these bytes hold; what cannot be taken is named among the refusals. Never raises."""
    file = ExportFile()
    count = total = expected = 0
    for frame in _frames(data):
        if isinstance(frame, Refusal):
            file.refusals.append(frame)
            continue
        if frame.number != expected:
            missing = f"frames {expected} to {frame.number - 1}"
            backwards = frame.number < expected
            file.refusals.append(Refusal(
                frame.place if backwards else missing,
                "its number was there before" if backwards else "missing"))
        expected = max(expected, frame.number + 1)
        if file.is_whole:
            file.refusals.append(Refusal(frame.place, "stands after the end of the file"))
        if frame.kind == BUNDLE:
            count, total = count + 1, total + _take_bundle(frame, file)
        elif frame.kind == END:
            file.is_whole = _ends_well(frame, count, total, file)
        elif fault := _take_other(frame, file):
            file.refusals.append(Refusal(frame.place, fault))
    if not file.is_whole:
        file.refusals.append(Refusal("the file", "is not whole"))
    file.is_whole = file.is_whole and not file.refusals
    return file


def _take_bundle(frame: Frame, file: ExportFile) -> int:
    """Takes a bundle or names why not; returns its id as a number, for the sum at the end."""
    try:
        pushed = parse("PushedBundle", frame.contents)
    except Malformed as error:
        identity = tagged("rounds bundle v1", frame.contents)
        file.refusals.append(Refusal(frame.place, f"malformed: {error}", identity))
        return int.from_bytes(identity, "big")
    try:
        bundle = read_envelope(pushed.envelope)
    except Fault as fault:
        file.refusals.append(Refusal(frame.place, f"{fault.name}: {fault}", fault.bundle_id))
        return int.from_bytes(bundle_id_of(pushed.envelope), "big")
    file.bundles.append(bundle)
    for key in pushed.keys:
        lengths = len(key.key_id), len(key.scope), len(key.household)
        if lengths == (16, 16, 16) and key.scope == bundle.header.scope and len(key.sealed) <= 256:
            file.keys += 1
        else:
            file.refusals.append(Refusal(frame.place, "a household key is malformed", bundle.id))
    return int.from_bytes(bundle.id, "big")


def _take_other(frame: Frame, file: ExportFile) -> str | None:
    """Takes a head or an enrolment; returns what is wrong with the frame."""
    if frame.kind == HEAD:
        if file.head or frame.number:
            return "a second head"
        if len(frame.contents) < 56:
            return "the head is too short"
        office, company = frame.contents[:32], frame.contents[32:48]
        name = frame.contents[56:].decode("utf-8", "replace")
        file.head = Head(office, company, int.from_bytes(frame.contents[48:56], "big"), name)
    elif frame.kind == ENROLMENT:
        try:
            file.enrolments.append(read_envelope(frame.contents))
        except Fault as fault:
            return f"enrolment: {fault.name}: {fault}"
    else:
        return f"frames of kind {frame.kind} are not known"
    return None


def _ends_well(frame: Frame, count: int, total: int, file: ExportFile) -> bool:
    """Whether the end is that of what was read; names the difference otherwise."""
    read = digest_text(count, total)
    said = digest_text(
        int.from_bytes(frame.contents[:8], "big"), int.from_bytes(frame.contents[8:], "big"))
    if len(frame.contents) != 40:
        said = "nothing, for it has not 40 bytes"
    if said != read:
        file.refusals.append(Refusal(frame.place, f"the end says {said}, what was read is {read}"))
    return said == read


def _frames(data: bytes) -> Iterator[Frame | Refusal]:
    """The frames of all members; a damaged member ends at the damage, and the next is looked for."""
    at = 0
    while at < len(data):
        begin = data.find(MEMBER, at)
        if begin != at:
            end = len(data) if begin < 0 else begin
            yield Refusal(f"bytes {at} to {end - 1}", "no member of the file begins here")
            if begin < 0:
                return
        member = _Member(data, begin)
        yield from member.frames()
        if member.fault:
            yield Refusal(f"member at byte {begin}", member.fault)
        at = begin + 1 if member.fault else member.end


class _Member:
    """One gzip member, read piece by piece, so that nothing is inflated beyond a fault."""

    def __init__(self, data: bytes, begin: int) -> None:
        self._data, self._at = data, begin
        self._inflater = zlib.decompressobj(wbits=31)
        self._buffer = bytearray()
        self.fault: str | None = None
        self.end = begin

    def frames(self) -> Iterator[Frame]:
        """The whole frames up to the end or the fault."""
        if self._take(len(MARK)) != MARK:
            self.fault = self.fault or "it does not begin with the mark of this version"
            return
        last: int | None = None
        while self._fill(1):
            start = self._take(9)
            if start is None:
                return
            number, length = int.from_bytes(start[1:5], "big"), int.from_bytes(start[5:], "big")
            if length > FRAME_MAX or (last is not None and number != last + 1):
                self.fault = "a frame is too long or out of order"
                return
            contents = self._take(length)
            if contents is None:
                return
            last = number
            yield Frame(start[0], number, contents)

    def _take(self, count: int) -> bytes | None:
        """The next bytes of the contents; `None`, and a fault, where there are fewer."""
        if not self._fill(count):
            self.fault = self.fault or "it ends inside a frame"
            return None
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _fill(self, count: int) -> bool:
        """Inflates until so many bytes wait; false at the end of the member or a fault."""
        while len(self._buffer) < count and not self._inflater.eof and not self.fault:
            piece = self._inflater.unconsumed_tail
            if not piece:
                piece = self._data[self._at:self._at + _PIECE]
                self._at += len(piece)
            before = self._inflater.copy()
            try:
                inflated = self._inflater.decompress(piece, _PIECE)
            except zlib.error as error:
                self.fault = f"it is damaged: {error}"
                self._buffer += _up_to_damage(before, piece)
                break
            if not piece and not inflated and not self._inflater.eof:
                self.fault = "the file ends inside it"
                return False
            self._buffer += inflated
        self.end = self._at - len(self._inflater.unused_data)
        return len(self._buffer) >= count


def _up_to_damage(inflater: zlib._Decompress, piece: bytes) -> bytes:
    """What inflates before the damaged byte, or before a checksum that is wrong: each bundle in it is
    judged by itself."""
    inflated = b""
    for at in range(len(piece)):
        try:
            inflated += inflater.decompress(piece[at:at + 1])
        except zlib.error:
            break
    return inflated
