"""Finds the frames in the gzip members of a file, however damaged it is (`protocol/export.md`)."""
from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Iterator

MEMBER, MARK = b"\x1f\x8b\x08", b"RNDEXP\x00\x01"
FRAME_MAX = 524_288
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


def frames(data: bytes) -> Iterator[Frame | Refusal]:
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
