"""Too little of everything: memory, open files, bytes in a file, room on the disk, time on the processor.

Each scenario of the kill sweep is run with a limit drawn by lot: with an address space in which the
program loads but hardly works; with few descriptors; with files that may not grow further; on a
disk with a few blocks left. Then a laptop syncs while it and the office are stopped again and again,
beside processes that want every core. For want of memory, or of descriptors once it works, a program
may die, because the system's own libraries do; otherwise it ends in words, or has done what it says is
done. With enough again, all that the kill sweep asks must hold.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys

from company import Ended
from lane import Lane, expect
from limits import SECONDS, file_size, memory, open_files, shots
from pauses import PausedSync, PauseShot, busy
from points import options, sweep
from scenarios import Scenario
from scenarios_office import OfficeSync
from small_disk import NoDisk, RoomShot, SmallDisk

WHAT = ("memory", "open files", "file size", "disk", "time")
# As many limits are drawn for a scenario, and a share of them is played.
DRAWN = 400
BLOCKS_MAX = 100


def may_die(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """A run may end in any way, if only nothing is lost."""
    if ended.status == -signal.SIGKILL:
        lane.figures[f"waited, ended after {SECONDS} s"] += 1
    elif ended.status < 0:
        lane.figures["died"] += 1
    else:
        told_or_done(lane, scenario, ended, hits)


def may_die_at_work(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """Of a program that starts with too few descriptors words are asked; a server that loses them may die."""
    (may_die if isinstance(scenario, OfficeSync) else told_or_done)(lane, scenario, ended, hits)


def told_or_done(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """No trap, and no failure without a word; whether "done" is true is asked by the scenario."""
    if isinstance(lane, SmallDisk):
        lane.has_room()
    expect(ended.status >= 0, f"ended by signal {-ended.status}: {lane.said(ended)}")
    if ended.status == 0:
        lane.figures["done all the same"] += 1
    else:
        expect(ended.talk.strip() != "", f"failed without a word: {lane.said(ended)}")
        lane.figures["refused with a message"] += 1


def in_step_or_weather(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """A sync that was paused is late, or gave the line up; it knows of nothing worse."""
    expect(ended.status in (0, 3), f"a paused sync: {lane.said(ended)}")
    expect(ended.status == 0 or ended.talk.strip() != "", f"failed without a word: {lane.said(ended)}")
    lane.figures["gave up for now" if ended.status else "in step at once"] += 1


def limited(given: argparse.Namespace) -> int:
    """Memory, descriptors and files' sizes, one after the other."""
    kinds = [
        ("memory", memory, may_die),
        ("open files", lambda: open_files, may_die_at_work),
        ("file size", lambda: file_size, told_or_done),
    ]
    status = 0
    for name, draws, verdict in kinds:
        if name in given.without:
            continue
        found = shots(draws(), DRAWN, given.seed)
        status |= sweep(f"scarce sweep, {name}", given, found, verdict, tool="prlimit")
    return status


def on_a_full_disk(given: argparse.Namespace) -> int:
    """Every number of free blocks up to a hundred can come."""
    every = [RoomShot(blocks) for blocks in range(BLOCKS_MAX)]
    try:
        return sweep(
            "scarce sweep, room on the disk", given, lambda scenario, lane: list(every), told_or_done,
            tool="mount", make=SmallDisk,
        )
    except NoDisk as why:
        print(f"scarce sweep, room on the disk: skipped: {why}")
        return 0


def paused(given: argparse.Namespace) -> int:
    """All schedules, or as many as asked for."""
    every = [PauseShot(given.seed * 100_000 + number) for number in range(given.schedules)]
    words = argparse.Namespace(**{**vars(given), "points": given.schedules, "scenario": None})
    with busy(os.cpu_count() or 1):
        return sweep(
            "scarce sweep, time", words, lambda scenario, lane: list(every), in_step_or_weather,
            tool="sh", scenarios=(PausedSync,),
        )


if __name__ == "__main__":
    parser = options("gives rounds and rounds-server too little of everything", 10)
    parser.add_argument("--schedules", type=int, default=10, help="of pauses (default: %(default)s)")
    parser.add_argument(
        "--without", action="append", default=[], choices=WHAT, help="leaves it out; can be given again"
    )
    told = parser.parse_args()
    failed = limited(told)
    if "disk" not in told.without:
        failed |= on_a_full_disk(told)
    if "time" not in told.without:
        failed |= paused(told)
    sys.exit(failed)
