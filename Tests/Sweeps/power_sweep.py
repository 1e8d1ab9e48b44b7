#!/usr/bin/env python3
"""F02, power cuts: whatever a power cut leaves of unsynced writes, what was called saved is there.

Programs are recorded at their work, and after steps of the recording images are made of what a disk
could hold if the power went then (power_disk.py): nothing that was not synced, some of it, some of it
with torn writes. Images that are equal count once. Every image is checked by SQLite, and some also by
starting the real program in them.

    power_sweep.py                   about 1,500 images
    power_sweep.py --images 50000    some minutes
    power_sweep.py --all             nine images after every step
    power_sweep.py --prove           shows that the sweep finds what it looks for
    power_sweep.py --again FOLDER --only laptop:812:4    one image of recordings that were kept

ROUNDS_PROGRAMS names the folder of the programs, so that a build that loses can be swept too.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from power_images import ALL, Cuts, Tally, drawn, points_of, shares, swept, try_points
from power_promises import Promises
from power_recording import MEMORY, Recording, build, make
from power_scenarios import PROOFS, SCENARIOS
from power_trace import read_trace, write_trace


def sweep(folder: Path, options: argparse.Namespace) -> bool:
    """Records, or takes what was recorded, and sweeps it. Returns: whether all is well."""
    found: dict[str, Promises] = {}
    library = None if options.again else build(folder)
    for name in options.scenario or SCENARIOS:
        recording = Recording(name, folder / name, SCENARIOS[name].matters)
        if library:
            make(library, recording, SCENARIOS[name].work, options.rounds)
        found[name] = Promises(recording)
        print(f"{name}: recorded, {len(found[name].steps)} steps", file=sys.stderr)
    images = ALL if options.all or options.images == 0 else options.images
    points = {name: points_of(one, options.seed, images) for name, one in found.items()}
    given = shares({name: len(some) for name, some in points.items()}, images)
    total = Tally()
    for name, promises in found.items():
        some = drawn(points[name], options.seed, given[name])
        every = min(options.start_every, max(1, len(some) // 10))
        tally = swept(Cuts(promises, options.seed, some, every), options.jobs)
        tally.say(name)
        total.counts += tally.counts
    total.say("all")
    return total.is_well()


def prove(folder: Path, options: argparse.Namespace) -> bool:
    """Sweeps what is known to lose, and what is known not to: small programs, and the scenarios as they
    would be on a machine where no sync does anything.

    Returns: whether each was found to do what it is known for.
    """
    library = build(folder)
    known: list[tuple[str, Recording, bool]] = []
    for name, (scenario, loses) in PROOFS.items():
        recording = Recording(name, folder / name, scenario.matters)
        known.append((name, make(library, recording, scenario.work, options.rounds), loses))
    for name, scenario in SCENARIOS.items():
        recording = Recording(name, folder / name, scenario.matters)
        make(library, recording, scenario.work, options.rounds)
        blind = replace(recording, trace_name="trace-without-syncs")
        write_trace(blind.trace, (step for step in read_trace(recording.trace) if step.kind not in "sd"))
        known.append((f"{name} without syncs", blind, True))
    is_proved = True
    for name, recording, loses in known:
        promises = Promises(recording)
        points = drawn(points_of(promises, options.seed, 0), options.seed, options.images // len(known))
        tally = swept(Cuts(promises, options.seed, points, ALL), options.jobs)
        if loses:
            tally.broken.clear()
        tally.say(name)
        if bool(tally.counts["lost"]) != loses or not loses and not tally.is_well():
            is_proved = False
            print(f"power {name}: known to {'lose' if loses else 'lose nothing'}, and was not found so")
    return is_proved


def again(folder: Path, options: argparse.Namespace) -> bool:
    """Makes one image of a kept recording, checks and starts it. Returns: whether all is well."""
    name, step, number = options.only.split(":")
    promises = Promises(Recording(name, folder / name, SCENARIOS[name].matters))
    tally = try_points(Cuts(promises, options.seed, [], 1), [(int(step), int(number))], 0)
    tally.say(options.only)
    return tally.is_well()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=1500, help="images in all (default 1500); 0 is --all")
    parser.add_argument("--all", action="store_true", help="nine images after every step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=4, help="rounds of work that are recorded (default 4)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--scenario", action="append", choices=list(SCENARIOS), help="only this; repeatable")
    parser.add_argument("--start-every", type=int, default=40, metavar="N",
                        help="starts the real program in every Nth image (default 40)")
    parser.add_argument("--prove", action="store_true", help="shows that losses are found")
    parser.add_argument("--again", type=Path, metavar="FOLDER", help="takes kept recordings")
    parser.add_argument("--only", metavar="NAME:STEP:NUMBER", help="with --again: this one image")
    options = parser.parse_args()
    if options.only and not options.again:
        parser.error("--only needs --again")
    if shutil.which("gcc") is None:
        print("skipped: power, because gcc is missing")
        return 0
    folder = options.again or Path(tempfile.mkdtemp(prefix="power-", dir=MEMORY))
    try:
        is_well = (again if options.only else prove if options.prove else sweep)(folder, options)
    except BaseException:
        print(f"power: stopped; what there is lies in {folder}", file=sys.stderr)
        raise
    if is_well and not options.again:
        shutil.rmtree(folder)
    elif not is_well:
        print(f"power: kept {folder}; one image: "
              f"--seed {options.seed} --again {folder} --only NAME:STEP:NUMBER")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
