"""Cuts the power in a recording: chooses the points, makes the image of each, has it checked, counts."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
from collections import Counter
from dataclasses import dataclass, field

from power_checks import check, lay_out, start
from power_disk import Disk, Survivors
from power_promises import Promises
from power_recording import Recording
from power_trace import read_trace

# No limit; nine images after every step.
ALL = 1 << 62

# A step, and which of the images after it: 0 is what is safe, odd ones are whole writes, even ones torn.
Point = tuple[int, int]


@dataclass
class Tally:
    """What a sweep counted, and the first points at which something was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.counts += other.counts
        self.broken += other.broken

    def is_well(self) -> bool:
        return not any(self.counts[kind] for kind in ("lost", "corrupt", "stuck"))

    def say(self, name: str) -> None:
        """One line of figures; below it where to look."""
        counts = self.counts
        print(f"power {name}: {counts['images']} images, {counts['lost']} lost, {counts['corrupt']} corrupt, "
              f"{counts['started']} started, {counts['stuck']} stuck", flush=True)
        for line in self.broken:
            print(f"  {line[:400]}", flush=True)


@dataclass(frozen=True)
class Cuts:
    """A recording with the points at which its power is cut."""

    promises: Promises
    seed: int
    points: list[Point]
    # Every so manieth image is also started.
    start_every: int


def disk_of(recording: Recording) -> Disk:
    return Disk(recording.before, os.path.realpath(recording.directory))


def cut(disk: Disk, recording: Recording, seed: int, point: Point) -> Survivors:
    step, number = point
    chance = random.Random(f"{seed}:{recording.name}:{step}:{number}")
    return disk.cut(0 if number == 0 else 2 - number % 2, chance, recording.matters)


def points_of(promises: Promises, seed: int, images: int) -> list[Point]:
    """All points that differ in their image or in what was promised by then.

    Each step is tried nine times; more often where `images` of them are wanted and steps are few.
    """
    steps = set(promises.steps)
    numbers = 9 if images == ALL else min(90, max(9, 2 * images // len(steps)))
    disk = disk_of(promises.recording)
    known: set[int] = set()
    points: list[Point] = []
    for index, step in enumerate(read_trace(promises.recording.trace)):
        disk.play(step)
        if index not in steps:
            continue
        since = promises.at(index).since
        for number in range(numbers):
            key = hash((since, cut(disk, promises.recording, seed, (index, number)).key))
            if key not in known:
                known.add(key)
                points.append((index, number))
    return points


def drawn(points: list[Point], seed: int, images: int) -> list[Point]:
    """Up to `images` of the points: up to half are those where nothing unsafe survives."""
    chance = random.Random(seed)
    bare = [point for point in points if point[1] == 0]
    others = [point for point in points if point[1] != 0]
    some = chance.sample(bare, min(len(bare), max(images // 2, images - len(others))))
    return sorted(some + chance.sample(others, min(len(others), images - len(some))))


def shares(available: dict[str, int], images: int) -> dict[str, int]:
    """How many images each gets: as many as the others, or all it has."""
    given: dict[str, int] = {}
    for place, (name, count) in enumerate(sorted(available.items(), key=lambda one: one[1])):
        given[name] = min(count, (images - sum(given.values())) // (len(available) - place))
    return given


def try_points(cuts: Cuts, points: list[Point], worker: int) -> Tally:
    """Makes and checks the images of `points`, which are in order. The first broken ones are kept."""
    tally = Tally()
    recording = cuts.promises.recording
    folder = recording.folder / f"image-{worker}"
    disk = disk_of(recording)
    waiting = iter(points)
    point = next(waiting, None)
    for index, step in enumerate(read_trace(recording.trace)):
        disk.play(step)
        while point is not None and point[0] == index:
            lay_out(disk, cut(disk, recording, cuts.seed, point), folder)
            findings = check(cuts.promises, index, folder)
            shutil.rmtree(folder)
            tally.counts["images"] += 1
            if not findings.any() and tally.counts["images"] % cuts.start_every == 0:
                # Anew, because SQLite has recovered the stores of the other, and here the program is to.
                lay_out(disk, cut(disk, recording, cuts.seed, point), folder)
                started = start(cuts.promises, index, folder)
                shutil.rmtree(folder)
                if started is not None:
                    findings = started
                    tally.counts["started"] += 1
            for kind in ("lost", "corrupt", "stuck"):
                tally.counts[kind] += bool(getattr(findings, kind))
            if findings.any() and len(tally.broken) < 3:
                kept = recording.folder / f"broken-{index}-{point[1]}"
                if kept.exists():
                    shutil.rmtree(kept)
                lay_out(disk, cut(disk, recording, cuts.seed, point), kept)
                tally.broken.append(f"{recording.name}:{index}:{point[1]} {findings}")
            point = next(waiting, None)
    return tally


def swept(cuts: Cuts, jobs: int) -> Tally:
    """All points, by several processes."""
    tally = Tally()
    parts = [(cuts, cuts.points[worker::jobs], worker) for worker in range(jobs)]
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        for part in pool.starmap(try_points, parts):
            tally.add(part)
    return tally
