"""Every point of every scenario, shared among lanes that run side by side; what several sweeps need."""

from __future__ import annotations

import argparse
import queue
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from company import Ended, Unexpected
from lane import Broken, Lane
from scenarios import Amend, Fault, Migrate, Point, Record, Scenario, Skipped, Sync, begin, holds
from scenarios_office import OfficeBackup, OfficeStart, OfficeSync
from scenarios_rescue import Backup, KeyChange, Restore

SCENARIOS: tuple[type[Scenario], ...] = (
    Record, Amend, Sync, Backup, Restore, Migrate, KeyChange, OfficeStart, OfficeBackup, OfficeSync,
)
BROKEN_MAX = 5


class Shot(Protocol):
    """One run with one fault; its words say how to repeat it."""

    def fault(self, lane: Lane) -> Fault:
        """Puts the lane, whose files are as prepared, to where the fault will come."""

    @property
    def thread(self) -> str:
        """The purpose of the threads it comes to; empty for all."""


@dataclass(frozen=True)
class CallShot:
    """A system call with the fault that comes there."""

    point: Point
    effect: str
    stays: bool = False

    def fault(self, lane: Lane) -> Fault:
        return self.point.trace(lane, self.effect, stays=self.stays)

    @property
    def thread(self) -> str:
        return self.point.thread

    def __str__(self) -> str:
        thread = f" of {self.thread}" if self.thread else ""
        on = " and all later ones" if self.stays else ""
        return f"--call {self.point.name} --number {self.point.number}: {self.effect}{on}{thread}"


# Every shot that a scenario has, found in a lane that is prepared for it.
Shots = Callable[[Scenario, Lane], list[Shot]]
# Judges how the run itself ended (`hits`: how often the fault came); raises Broken.
Verdict = Callable[[Lane, Scenario, Ended, int], None]


@dataclass
class Tally:
    points: int = 0
    reached: int = 0
    figures: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.points += other.points
        self.reached += other.reached
        self.figures += other.figures
        self.broken += other.broken

    def line(self, name: str, seconds: float) -> str:
        more = "".join(f", {count} {what}" for what, count in sorted(self.figures.items()))
        return (
            f"{name}: {self.points} points, {self.reached} reached, {len(self.broken)} broken"
            f"{more}, {seconds:.0f} s"
        )


def options(what: str, points: int) -> argparse.ArgumentParser:
    """The options of a sweep; `points` is how many it makes if nobody says."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument(
        "--points", type=int, default=points,
        help="about how many, shared evenly by the scenarios; 0: every one (default: %(default)s)",
    )
    parser.add_argument("--all", action="store_true", help="every point, as --points 0")
    parser.add_argument("--seed", type=int, default=1, help="which points a share consists of")
    parser.add_argument("--jobs", type=int, default=2, help="lanes side by side (default: 2)")
    parser.add_argument(
        "--scenario", action="append", choices=[one.name for one in SCENARIOS],
        help="only this one; can be given again",
    )
    return parser


def options_of_calls(what: str, points: int) -> argparse.ArgumentParser:
    """The same for a sweep whose points are system calls."""
    parser = options(what, points)
    parser.add_argument("--call", help="only calls of this name, all of them unless --number says which")
    parser.add_argument("--number", type=int, help="only the calls with this number, from 1")
    return parser


@contextmanager
def lanes(count: int, make: Callable[[], Lane]) -> Iterator[list[Lane]]:
    with ThreadPoolExecutor(count) as pool:
        made = [future.result() for future in [pool.submit(make) for _ in range(count)]]
    try:
        yield made
    finally:
        for lane in made:
            lane.close()


def sweep(
    name: str, given: argparse.Namespace, shots: Shots, verdict: Verdict, *, tool: str = "strace",
    scenarios: tuple[type[Scenario], ...] = SCENARIOS, make: Callable[[], Lane] = Lane,
) -> int:
    """Runs the chosen points of the chosen scenarios and prints the figures; the exit status.

    `tool` is the program it needs besides, `make` what makes a lane.
    """
    if shutil.which(tool) is None:
        print(f"{name}: skipped: {tool} is not installed")
        return 0
    kinds = [one for one in scenarios if given.scenario is None or one.name in given.scenario]
    total = Tally()
    began = time.monotonic()
    with lanes(given.jobs, make) as all_lanes:
        for kind in kinds:
            tally = _scenario(name, kind(), given, len(kinds), all_lanes, shots, verdict)
            total.add(tally)
            if len(total.broken) >= BROKEN_MAX:
                print(f"{name}: stopped after {BROKEN_MAX} broken promises", file=sys.stderr)
                break
        laptop = max(lane.slowest_laptop for lane in all_lanes)
        office = max(lane.slowest_office for lane in all_lanes)
    print(total.line(name, time.monotonic() - began))
    print(f"{name}: slowest start: laptop {laptop:.2f} s, office {office:.2f} s")
    return 1 if total.broken else 0


def _scenario(
    name: str, scenario: Scenario, given: argparse.Namespace, of: int, all_lanes: list[Lane],
    shots: Shots, verdict: Verdict,
) -> Tally:
    began = time.monotonic()
    tally = Tally()
    try:
        with ThreadPoolExecutor(len(all_lanes)) as pool:
            list(pool.map(lambda lane: begin(lane, scenario), all_lanes))
    except Skipped as why:
        print(f"{name}, {scenario.name}: skipped: {why}")
        return tally
    every = shots(scenario, all_lanes[0])
    chosen = _share(every, scenario, given, of)
    free: queue.SimpleQueue[Lane] = queue.SimpleQueue()
    for lane in all_lanes:
        lane.figures.clear()
        free.put(lane)

    def one(shot: Shot) -> Tally:
        if len(tally.broken) >= BROKEN_MAX:
            return Tally()
        lane = free.get()
        try:
            return Tally(1, int(_shoot(lane, scenario, shot, verdict) > 0))
        except (Broken, Unexpected, subprocess.TimeoutExpired) as fault:
            words = f"--scenario '{scenario.name}' {shot}: {fault}"
            print(f"{name}: BROKEN: {words}; kept: {lane.copy_for_people(words)}", file=sys.stderr)
            return Tally(1, broken=[words])
        finally:
            lane.stop()
            free.put(lane)

    pool = ThreadPoolExecutor(len(all_lanes))
    try:
        for part in pool.map(one, chosen):
            tally.add(part)
    finally:
        # Whoever stops a sweep waits for the points under way, not for all that are left.
        pool.shutdown(cancel_futures=True)
    for lane in all_lanes:
        tally.figures += lane.figures
    print(tally.line(f"{name}, {scenario.name} (of {len(every)})", time.monotonic() - began), flush=True)
    return tally


def _share(every: list[Shot], scenario: Scenario, given: argparse.Namespace, of: int) -> list[Shot]:
    """The shots asked for by name, or an even share of all."""
    if getattr(given, "call", None) is not None:
        return [
            shot for shot in every if isinstance(shot, CallShot)
            and shot.point.name == given.call and given.number in (None, shot.point.number)
        ]
    if given.all or not given.points:
        return every
    share = min(len(every), max(1, given.points // of))
    start = random.Random(f"{given.seed} {scenario.name}").random()
    return [every[int((i + start) * len(every) / share)] for i in range(share)]


def _shoot(lane: Lane, scenario: Scenario, shot: Shot, verdict: Verdict) -> int:
    lane.put_back("point")
    fault = shot.fault(lane)
    ended = scenario.run(lane, fault, shot.thread)
    hits = fault.hits()
    verdict(lane, scenario, ended, hits)
    holds(lane, scenario, ended)
    return hits
