"""A disk of the sweep's own that has next to no room while a program works, and room again afterwards.

Other than an error put into one call, a disk that is full lets small writes through and big ones half,
and says no to whoever comes next, in whatever order that is.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lane import Lane
from scenarios import Fault, NoFault

ROOMY = 512 << 20
BLOCK = 4096


class NoDisk(Exception):
    """This system lets nobody make one; the words say why."""


class SmallDisk(Lane):
    """A lane on a file system in memory, whose size can be changed."""

    def __init__(self) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="rounds-disk-"))
        try:
            self._mount(f"size={ROOMY},mode=700")
        except NoDisk:
            self.place.rmdir()
            raise
        folder = self.place / "company"
        folder.mkdir()
        super().__init__(folder)
        # A full disk leaves no room for the words that it is full.
        self.company.log = self.place.with_suffix(".log")

    def close(self) -> None:
        super().close()
        subprocess.run(["umount", str(self.place)], check=True)
        self.place.rmdir()
        self.company.log.unlink(missing_ok=True)

    def put_back(self, name: str) -> None:
        self.has_room()
        super().put_back(name)

    def has_room(self) -> None:
        self._mount(f"remount,size={ROOMY}")

    def leave_room(self, blocks: int) -> None:
        """From now on so many blocks of 4 KiB are free."""
        facts = os.statvfs(self.place)
        used = (facts.f_blocks - facts.f_bfree) * facts.f_frsize
        self._mount(f"remount,size={used + blocks * BLOCK}")

    def _mount(self, options: str) -> None:
        words = ["mount", "-t", "tmpfs", "-o", options, "rounds", str(self.place)]
        ended = subprocess.run(words, capture_output=True, text=True, check=False)
        if ended.returncode != 0:
            raise NoDisk(ended.stderr.strip())


@dataclass(frozen=True)
class RoomShot:
    blocks: int
    thread: str = ""

    def fault(self, lane: Lane) -> Fault:
        assert isinstance(lane, SmallDisk)
        lane.leave_room(self.blocks)
        return NoFault()

    def __str__(self) -> str:
        return f"{self.blocks} blocks free"
