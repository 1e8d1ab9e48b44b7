"""Limits of the system on a program: address space, open files, the size of a file."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from company import PROGRAMS, run, variables
from lane import Lane
from points import Shot, Shots
from scenarios import Fault, Scenario
from scenarios_office import OfOffice

MEBIBYTE = 1 << 20
# Without memory for a thread a program waits until there is some; whoever sits before it ends it.
SECONDS = 3


@dataclass(frozen=True)
class Limit:
    """One limit in prlimit's words; on a program from its start, or above what a running one has."""

    kind: str
    amount: int
    more: int = 0
    seconds: int = SECONDS

    def before(self) -> list[str]:
        limit = ["prlimit", f"--{self.kind}={self.amount}", "--"]
        return ["timeout", "--signal=KILL", str(self.seconds), *limit]

    def attach(self, tasks: list[int], *, follow: bool) -> subprocess.Popen[str]:
        amount = self.more + in_use(self.kind, tasks[0])
        set_now = subprocess.Popen(
            ["prlimit", "--pid", str(tasks[0]), f"--{self.kind}={amount}"], stderr=subprocess.PIPE, text=True
        )
        if set_now.wait() != 0:
            assert set_now.stderr is not None
            raise OSError(f"prlimit: {set_now.stderr.read().strip()}")
        return set_now

    def hits(self) -> int:
        """The limit is there from the beginning to the end."""
        return 1


def in_use(kind: str, process: int) -> int:
    """How much of it a process has; of a file's size nothing counts."""
    place = Path(f"/proc/{process}")
    if kind == "as":
        return int((place / "statm").read_text().split()[0]) * 4096
    return sum(1 for _ in (place / "fd").iterdir()) if kind == "nofile" else 0


@dataclass(frozen=True)
class LimitShot:
    limit: Limit
    thread: str = ""

    def fault(self, lane: Lane) -> Fault:
        return self.limit

    def __str__(self) -> str:
        return f"{self.limit.kind} {self.limit.amount} or {self.limit.more} more"


def least_memory(program: str) -> int:
    """The least address space, in MiB, in which a program can say its version."""
    low, high = 16, 4096
    while high - low > 1:
        middle = (low + high) // 2
        before = Limit("as", middle * MEBIBYTE, seconds=1).before()
        words = [*before, str(PROGRAMS / program), "--version"]
        well = run(words, variables(Path("/nonexistent"))).status == 0
        low, high = (low, middle) if well else (middle, high)
    return high


def memory() -> Callable[[random.Random, bool], Limit]:
    """From what a program needs to load, to what it has at work."""
    laptop, office = least_memory("rounds"), least_memory("rounds-server")
    return lambda chance, at_office: Limit(
        "as",
        (office + chance.randint(0, 800)) * MEBIBYTE if at_office
        else laptop * MEBIBYTE + chance.randint(0, 12 * MEBIBYTE),
        chance.randint(0, 16 * MEBIBYTE),
    )


def open_files(chance: random.Random, at_office: bool) -> Limit:
    """About what a program asks for; with fewer than five the loader does not find its libraries."""
    return Limit("nofile", chance.randint(5, 90), chance.randint(0, 16))


def file_size(chance: random.Random, at_office: bool) -> Limit:
    return Limit("fsize", chance.randint(0, 640_000 if at_office else 320_000), chance.randint(0, 400_000))


def shots(draw: Callable[[random.Random, bool], Limit], count: int, seed: int) -> Shots:
    """As many limits as asked for, for each scenario of a laptop or of the office."""

    def of(scenario: Scenario, lane: Lane) -> list[Shot]:
        chance = random.Random(f"{seed} {scenario.name}")
        return [LimitShot(draw(chance, isinstance(scenario, OfOffice))) for _ in range(count)]

    return of
