"""Finds the frames in the gzip members of a file, however damaged it is (`protocol/export.md`)."""
from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Iterator

MEMBER, MARK = b"\x1f\x8b\x08", b"RNDEXP\x00\x01"
FRAME_MAX, LEAP_MAX, HELD_MAX = 524_288, 1_000_000, 8 << 20
_PIECE = 1 << 16


@dataclass(frozen=True)
class Frame:
    """One frame of a file; `place` names it for people. Of a doubtful one no household key is taken."""

    kind: int
    number: int
    contents: bytes
    is_doubtful: bool = False

    @property
    def place(self) -> str:
        return f"frame {self.number}"


@dataclass(frozen=True)
class Refusal:
    """Something that was not taken: where it is, why, and the id of what it says it is."""

    place: str
    reason: str
    id: bytes | None = None


def frames(data: bytes) -> Iterator[Frame | Refusal]:
    """The frames of all members, and what is damaged: a damaged member ends at the damage, and the next
    is looked for from its second byte on."""
    at = told = following = 0  # damage is told of the bytes before `told`
    while at < len(data):
        begin = data.find(MEMBER, at)
        end = len(data) if begin < 0 else begin
        if end > told:
            yield Refusal(f"bytes {told} to {end - 1}", "no member of the file begins here")
        if begin < 0:
            return
        member = _Member(data, begin)
        for frame in _judged(member, following):
            following = max(following, frame.number + 1)
            yield frame
        if member.fault:
            yield Refusal(f"member at byte {begin}{member.numbers}", member.fault)
        at = begin + 1 if member.fault else member.end
        told = max(told, member.end)


def _judged(member: _Member, following: int) -> Iterator[Frame]:
    """The frames of a member, held back until it is known whether it is damaged; those of one that comes
    to more than `HELD_MAX` are doubtful all the same, and not held."""
    held: list[Frame] = []
    size = 0
    for frame in member.frames(following):
        held.append(frame)
        size += 9 + len(frame.contents)
        if size > HELD_MAX:
            yield from (replace(one, is_doubtful=True) for one in held)
            held = []
    is_doubtful = member.fault is not None or size > HELD_MAX
    yield from (replace(one, is_doubtful=is_doubtful) for one in held)


class _Member:
    """One gzip member, read piece by piece, so that nothing is inflated beyond a fault."""

    def __init__(self, data: bytes, begin: int) -> None:
        self._data = data
        self._inflater = zlib.decompressobj(wbits=-15)
        self._buffer = bytearray()
        self._crc = self._length = 0
        self._first: int | None = None
        self._last: int | None = None
        self.fault: str | None = None
        self._at = self.end = _after_header(data, begin)
        if self.end > len(data):
            self.fault, self.end = "the file ends inside it", len(data)
        elif self.end < begin + 10:
            self.fault, self.end = "its header is not that of a member", begin + 1

    @property
    def numbers(self) -> str:
        """The frames that were read of it, for people."""
        return "" if self._first is None else f", frames {self._first} to {self._last} doubtful"

    def frames(self, following: int) -> Iterator[Frame]:
        """The whole frames up to the end or the fault; `following` is the number that should come."""
        if self._take(len(MARK)) != MARK:
            self.fault = self.fault or "it does not begin with the mark of this version"
            return
        while self._fill(1):
            start = self._take(9)
            if start is None:
                return
            number, length = int.from_bytes(start[1:5], "big"), int.from_bytes(start[5:], "big")
            is_next = number < following + LEAP_MAX if self._last is None else (
                number == self._last + 1)
            if length > FRAME_MAX or not is_next:
                self.fault = "a frame is too long or out of order"
                return
            contents = self._take(length)
            if contents is None:
                return
            self._first, self._last = number if self._first is None else self._first, number
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
                inflated = _up_to_damage(before, piece)
            if not piece and not inflated and not self._inflater.eof:
                self.fault = "the file ends inside it"
            self._crc = zlib.crc32(inflated, self._crc)
            self._length += len(inflated)
            self._buffer += inflated
            self.end = min(self._at, len(self._data)) - len(self._inflater.unused_data)
            if self._inflater.eof:
                self._check_end()
        return len(self._buffer) >= count

    def _check_end(self) -> None:
        """Compares the checksum and the length behind the contents."""
        trailer = self._data[self.end:self.end + 8]
        self.end += len(trailer)
        if len(trailer) < 8:
            self.fault = "the file ends inside it"
        elif trailer != struct.pack("<II", self._crc, self._length & 0xFFFF_FFFF):
            self.fault = "its checksum or its length is wrong: any of it may be changed"


def _after_header(data: bytes, begin: int) -> int:
    """Where the header of the gzip member that begins here ends (RFC 1952): beyond the data where it is
    cut short, `begin` where it is none."""
    flags, at = data[begin + 3] if begin + 3 < len(data) else 0, begin + 10
    if flags & 0xE0:
        return begin
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], "little")
    for text in (8, 16):
        if flags & text:
            at = data.find(b"\x00", at) + 1 or len(data) + 1
    return at + 2 if flags & 2 else at


def _up_to_damage(inflater: zlib._Decompress, piece: bytes) -> bytes:
    """What inflates before the damaged byte: each bundle in it is judged by itself."""
    inflated = b""
    for at in range(len(piece)):
        try:
            inflated += inflater.decompress(piece[at:at + 1])
        except zlib.error:
            break
    return inflated
