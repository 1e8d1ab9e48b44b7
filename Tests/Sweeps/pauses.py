"""A laptop and an office that are stopped and let go on at random while they talk (SIGSTOP, SIGCONT)."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from company import Ended
from lane import Lane, expect
from promises import SECONDS_MAX
from scenarios import Fault, NoFault, Sync

# One schedule in so many has a pause longer than the office waits for anybody.
LONG_ONE_IN = 50
LONG_SECONDS = 17.0


class Pauses(NoFault):
    """The schedule that a number stands for; the same number is the same schedule."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)
        self._long = number % LONG_ONE_IN == LONG_ONE_IN - 1
        self.made = 0

    def hits(self) -> int:
        return self.made

    def play(self, laptop: subprocess.Popen[bytes], office: subprocess.Popen[bytes]) -> float:
        """Stops one of the two again and again until the laptop ends; for how many seconds in all."""
        paused = 0.0
        for _ in range(self._random.randint(1, 20)):
            if ended_within(laptop, self._random.uniform(0, 0.02)):
                break
            who = self._random.choice((laptop, office))
            is_long = self._long and not self.made
            seconds = LONG_SECONDS if is_long else self._random.uniform(0.001, 0.15)
            who.send_signal(signal.SIGSTOP)
            try:
                ended_within(laptop, seconds)
            finally:
                who.send_signal(signal.SIGCONT)
            self.made += 1
            paused += seconds
        return paused


def ended_within(process: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


class PausedSync(Sync):
    name = "sync, paused"

    def run(self, lane: Lane, fault: Fault, thread: str = "") -> Ended:
        assert isinstance(fault, Pauses)
        lane.company.serve()
        assert lane.company.server is not None
        began = time.monotonic()
        laptop = subprocess.Popen(
            lane.laptop.words(*lane.words, "--json", "--lang", "en"), env=lane.laptop.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        paused = fault.play(laptop, lane.company.server)
        output, talk = laptop.communicate(timeout=SECONDS_MAX)
        seconds = time.monotonic() - began - paused
        expect(seconds <= SECONDS_MAX, f"the sync took {seconds:.1f} s beside its pauses")
        lane.figures["pauses"] += fault.made
        return Ended(laptop.returncode, output, talk.decode("utf-8", "replace"))


@dataclass(frozen=True)
class PauseShot:
    number: int
    thread: str = ""

    def fault(self, lane: Lane) -> Fault:
        return Pauses(self.number)

    def __str__(self) -> str:
        return f"schedule {self.number}"


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many processes that want a core each."""
    made = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(loops)]
    try:
        yield
    finally:
        for one in made:
            one.kill()
            one.wait()
