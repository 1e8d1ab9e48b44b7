"""What a disk holds while programs write to it, and what of it a power cut could leave.

`Disk` plays a trace again and keeps two things apart: what a program sees (page cache and disk together)
and what is safe on disk. What is not safe yet may survive a power cut or not, each operation by itself
and in any order:

- bytes and lengths of a file are safe after an fsync or fdatasync of that file;
- names (made, renamed, removed) are safe after an fsync of their directory, and not with the file.
  Some file systems do more by themselves; no program may count on it;
- a rename happens or does not, also between two directories: every journalling file system does so;
- a write that survives may be torn between sectors of 512 bytes, and a file may have grown without the
  bytes that made it grow (zeros).

Not modelled: a disk that lies about syncs, garbage in sectors never written, damage to neighbours.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from power_trace import Step

SECTOR = 512


class Change(NamedTuple):
    """Bytes written at `offset`, or without bytes: cut or stretched to the length `offset`."""

    serial: int
    offset: int
    bytes: bytes | None

    def apply(self, content: bytearray) -> None:
        if self.bytes is None:
            del content[self.offset :]
            content.extend(bytes(self.offset - len(content)))
        else:
            if self.offset > len(content):
                content.extend(bytes(self.offset - len(content)))
            content[self.offset : self.offset + len(self.bytes)] = self.bytes

    def torn(self, content: bytearray, chance: random.Random) -> None:
        """Applies some of the sectors; where the file grew, it may have grown without its bytes."""
        if self.bytes is None:
            return self.apply(content)
        start, end = self.offset, self.offset + len(self.bytes)
        if end > len(content) and chance.random() < 0.5:
            content.extend(bytes(end - len(content)))
        while start < end:
            stop = min(end, (start // SECTOR + 1) * SECTOR)
            if chance.random() < 0.5:
                part = self.bytes[start - self.offset : stop - self.offset]
                Change(0, start, part).apply(content)
            start = stop
        return None


@dataclass(eq=False)
class File:
    """One inode."""

    serial: int
    seen: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    # How often it was synced with something to sync; with the serial it names the safe bytes.
    version: int = 0
    unsafe: list[Change] = field(default_factory=list)

    def change(self, change: Change) -> None:
        change.apply(self.seen)
        self.unsafe.append(change)

    def sync(self) -> None:
        if self.unsafe:
            for change in self.unsafe:
                change.apply(self.safe)
            self.unsafe.clear()
            self.version += 1


class Renaming(NamedTuple):
    """Names that come to stand for something else, all at once; nothing where a name goes."""

    serial: int
    names: tuple[tuple[str, File | None], ...]

    def apply(self, names: dict[str, File]) -> None:
        for name, file in self.names:
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file


class Survivors(NamedTuple):
    """Which unsafe operations a power cut left. `key` is the same for equal images."""

    serials: frozenset[int]
    tearing: random.Random | None
    names: dict[str, File]
    key: tuple[object, ...]


def parent(path: str) -> str:
    return path.rpartition("/")[0]


class Disk:
    """Names are relative to the recorded directory, whose own name is the empty one."""

    def __init__(self, before: Path, below: str) -> None:
        """`before` is a copy of the directory as it was before the recording, all of it safe."""
        self._below = below
        self._serial = 0
        self._inodes: dict[int, File] = {}
        self.folder = File(0)
        self.seen: dict[str, File] = {"": self.folder}
        self.unsafe: list[Renaming] = []
        for path in sorted(before.rglob("*")):
            if path.is_dir() or path.is_file():
                file = self.folder if path.is_dir() else self._new()
                self.seen[str(path.relative_to(before))] = file
                if file is not self.folder:
                    file.seen[:] = file.safe[:] = path.read_bytes()
        self.safe = dict(self.seen)

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    def _new(self) -> File:
        return File(self._next())

    def name(self, path: bytes) -> str:
        return path.decode().removeprefix(self._below).lstrip("/")

    def _rename(self, *names: tuple[str, File | None]) -> None:
        renaming = Renaming(self._next(), names)
        renaming.apply(self.seen)
        self.unsafe.append(renaming)

    def play(self, step: Step) -> str | None:
        """Does a step again.

        Returns: the name it touched; nothing for what was said or heard.
        """
        match step.kind:
            case "o":
                name = self.name(step.first)
                if step.number & 1:
                    self._rename((name, self._new()))
                if name not in self.seen:
                    # Opened and unlinked meanwhile; nothing of it can come back.
                    self._inodes[step.file] = File(self._next())
                    return None
                self._inodes[step.file] = file = self.seen[name]
                if step.number & 2 and file.seen:
                    file.change(Change(self._next(), 0, None))
                return name if step.number else None
            case "w" | "t":
                bytes_ = step.first if step.kind == "w" else None
                self._inodes[step.file].change(Change(self._next(), step.number, bytes_))
                return self.name_of(self._inodes[step.file])
            case "T":
                self.seen[self.name(step.first)].change(Change(self._next(), step.number, None))
            case "s":
                self._inodes[step.file].sync()
                return self.name_of(self._inodes[step.file])
            case "d":
                self._sync_names(self.name(step.first))
            case "r":
                old, new = self.name(step.first), self.name(step.second)
                self._rename((old, None), (new, self.seen[old]))
                return new
            case "l":
                self._rename((self.name(step.second), self.seen[self.name(step.first)]))
                return self.name(step.second)
            case "u" | "x":
                self._rename((self.name(step.first), None))
            case "m":
                self._rename((self.name(step.first), self.folder))
            case _:
                return None
        return self.name(step.first)

    def name_of(self, file: File) -> str | None:
        return next((name for name, one in self.seen.items() if one is file), None)

    def _sync_names(self, directory: str) -> None:
        still: list[Renaming] = []
        for renaming in self.unsafe:
            if any(parent(name) == directory for name, _ in renaming.names):
                renaming.apply(self.safe)
            else:
                still.append(renaming)
        self.unsafe = still

    def cut(self, kind: int, chance: random.Random, matters: tuple[str, ...]) -> Survivors:
        """A power cut now: 0 nothing unsafe survives, 1 some of it does, 2 some of it does, torn.

        Only names that begin with one of `matters` count.
        """
        share = chance.choice((0.1, 0.5, 0.9))
        names = dict(self.safe)
        # Some file systems keep the order of names; half of the images do.
        in_order = chance.random() < 0.5
        for renaming in self.unsafe if kind else ():
            if chance.random() < share:
                renaming.apply(names)
            elif in_order:
                break
        left: dict[str, File] = {"": self.folder}
        for name, file in sorted(names.items()):
            # What lies in a directory without a name is out of reach.
            if name and left.get(parent(name)) is self.folder and name.startswith(matters):
                left[name] = file
        serials: set[int] = set()
        if kind:
            for file in dict.fromkeys(left.values()):
                serials.update(one.serial for one in file.unsafe if chance.random() < share)
        tearing = random.Random(chance.random()) if kind == 2 and serials else None
        safe = tuple((name, file.serial, file.version) for name, file in left.items())
        key = (safe, frozenset(serials), tearing.random() if tearing else None)
        return Survivors(frozenset(serials), tearing, left, key)

    def content(self, file: File, survivors: Survivors) -> bytes:
        """What is left of a file."""
        content = bytearray(file.safe)
        for change in file.unsafe:
            if change.serial in survivors.serials:
                if survivors.tearing:
                    change.torn(content, survivors.tearing)
                else:
                    change.apply(content)
        return bytes(content)
