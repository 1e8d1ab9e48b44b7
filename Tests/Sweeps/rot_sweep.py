"""Rotten files: every change of a file is answered by the same answers as before, or by a message.

Files of a laptop and of an office are flipped, zeroed, cut and spliced at random places, 20,000 times
in the long version (`--points 20000 --jobs 2`). After each change the programs either show exactly what
they showed before, or refuse or report it with a named error; what a laptop's store still holds whole
is brought back by `rounds salvage`. Never a signal, never another answer while the doctor says that all
is well. Run it with TMPDIR on a memory file system: no figure depends on the disk.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from company import Company, Unexpected
from rot import Broken, draw
from rot_judge import Tally, gist
from rot_laptop import LaptopUnderRot
from rot_office import OfficeUnderRot
from rot_stick import StickUnderRot

# How many of a thousand changes each subject gets: where most can go wrong, most are played.
SHARES = {
    "laptop store": 300, "hot journal": 110, "laptop keys": 90, "device key": 40,
    "installation mark": 30, "export": 130, "laptop backup": 50, "laptop backup keys": 20,
    "office store": 100, "office WAL": 60, "office keys": 40, "office keys WAL": 15, "office key": 15,
}
# Of each kind of fault, so many are shown whole.
FAULTS_SHOWN = 3


def play(arguments: argparse.Namespace, job: int) -> tuple[dict[str, Tally], list[str], int]:
    """One job's share of all changes, in a company of its own; a broken one keeps its files."""
    tallies = {subject: Tally() for subject in SHARES}
    faults: list[str] = []
    played = 0
    # Some households of the office stay unvisited, or it would close the round by itself.
    with Company(4) as field, Company(8) as head:
        laptop = LaptopUnderRot(field)
        grounds = [laptop, StickUnderRot(laptop), OfficeUnderRot(head)]
        for subject, share in SHARES.items():
            if arguments.subject not in ("", subject):
                continue
            ground = next(one for one in grounds if subject in one.subjects)
            count = arguments.points if arguments.subject else -(-arguments.points * share // 1000)
            indexes = range(job, count, arguments.jobs) if arguments.only is None else [arguments.only]
            for index in indexes:
                seed = f"{arguments.seed} {subject} {index}"
                change = draw(ground.bytes_of(subject), seed)
                try:
                    ground.play(subject, change, index, tallies[subject])
                except (Broken, Unexpected, subprocess.TimeoutExpired) as fault:
                    faults.append(f"{subject} {index} (seed {arguments.seed}; {change.kind} "
                                  f"{change.what}): {fault}")
                    keep(ground.company, arguments.keep, f"{subject}-{index}".replace(" ", "-"))
                tallies[subject].outcomes[f"by {change.kind}"] += 1
                played += 1
            print(f"job {job}: {subject} done, {len(faults)} faults", file=sys.stderr)
    return tallies, faults, played


def keep(company: Company, where: Path | None, name: str) -> None:
    """Copies the directories as they are now, for somebody to look at."""
    if where is not None:
        shutil.copytree(company.folder, where / name, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("admin.sock"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=130, help="changes in all; 20000 is the long version")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--subject", default="", choices=["", *SHARES], help="only this file")
    parser.add_argument("--only", type=int, help="only the change with this index, of --subject")
    parser.add_argument("--keep", type=Path, help="copies the files of what broke a promise to here")
    parser.add_argument("--messages", action="store_true", help="prints every kind of refusal to stderr")
    arguments = parser.parse_args()
    if arguments.only is not None:
        arguments.jobs = 1
    begun = time.monotonic()
    with ThreadPoolExecutor(arguments.jobs) as pool:
        shares = list(pool.map(lambda job: play(arguments, job), range(arguments.jobs)))
    faults = [fault for _, found, _ in shares for fault in found]
    for subject in SHARES:
        whole = Tally()
        for tallies, _, _ in shares:
            whole.outcomes += tallies[subject].outcomes
            whole.messages += tallies[subject].messages
        if whole.outcomes:
            counts = ", ".join(f"{count} {name}" for name, count in sorted(whole.outcomes.items()))
            print(f"rot-sweep: {subject}: {counts}")
        if arguments.messages:
            for message, count in whole.messages.most_common():
                print(f"{subject}: {count} × {message}", file=sys.stderr)
    kinds = Counter(gist(fault.split("): ", 1)[1]) for fault in faults)
    for kind, count in kinds.most_common():
        print(f"{count} × {kind}", file=sys.stderr)
        for fault in [one for one in faults if gist(one.split("): ", 1)[1]) == kind][:FAULTS_SHOWN]:
            print(f"    {fault}", file=sys.stderr)
    played = sum(count for _, _, count in shares)
    silent = sum("silent change" in fault for fault in faults)
    traps = sum("trap" in fault for fault in faults)
    print(f"rot-sweep: {played} changes, {traps} traps, {silent} silent changes, "
          f"{len(faults) - silent - traps} other faults, {time.monotonic() - begun:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
