"""The trace that `recorder.c` writes, read again."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HEAD = struct.Struct("<cIqqII")


class Step(NamedTuple):
    """One record: a head and up to two byte strings.

    kind   meaning                          file   number        first        second
    o      opened; 1 new, 2 cut to nothing  inode  1 | 2         path
    w      written                          inode  offset        bytes
    t, T   truncated                        inode  length        (T: path)
    s, d   synced: file, directory          inode                path
    r, l   renamed, linked                         flags         path         new path
    u, x   unlinked, directory removed                           path
    m      directory made                                        path
    O      about to say on standard output                       bytes
    S, R   about to send, has received             port of the client's end
    """

    kind: str
    process: int
    file: int
    number: int
    first: bytes
    second: bytes


def read_trace(path: Path) -> Iterator[Step]:
    """The records in order.

    Raises:
        ValueError: the trace ends inside a record.
    """
    bytes_ = path.read_bytes()
    at = 0
    while at < len(bytes_):
        kind, process, file, number, first, second = HEAD.unpack_from(bytes_, at)
        at += HEAD.size
        end = at + first + second
        if end > len(bytes_):
            raise ValueError(f"{path} ends inside a record")
        yield Step(kind.decode(), process, file, number, bytes_[at : at + first], bytes_[at + first : end])
        at = end


def write_trace(path: Path, steps: Iterator[Step]) -> None:
    with path.open("wb") as out:
        for step in steps:
            out.write(HEAD.pack(step.kind.encode(), *step[1:4], len(step.first), len(step.second)))
            out.write(step.first + step.second)
