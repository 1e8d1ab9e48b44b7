"""Many programs at once: on one laptop's directory, and with one bundle at one office.

First two to eight `rounds` run at the same time in one data directory, again and again: none
tells anybody of a locked database, however long it waits for the others, and every visit that was said to
be saved is there, at the office too. Then the same unsent bundle leaves 64 copies of a laptop at the same
moment: it has one effect, and everybody gets the same receipt.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass

from company import SECONDS_MAX, Company, Ended, Laptop, Unexpected, done
from stores import bundles, feeds, receipts

STATE = ("state", "--scope", "S1", "--json")
# More than are visited: an office closes a complete round by itself.
HOUSEHOLDS = 100
UNITS = [f"1-{n // 4 + 1}0{n % 4 + 1}" for n in range(40)]
# A directory with more in it than a laptop ever has would only measure how long its doctor takes.
OPERATIONS_PER_COMPANY = 1000
FORBIDDEN = ("locked", "busy", "another program")


class Broken(Exception):
    """A promise that does not hold."""


@dataclass(frozen=True)
class Started:
    """A program at work."""

    words: tuple[str, ...]
    process: subprocess.Popen[bytes]

    def end(self) -> Ended:
        output, talk = self.process.communicate(timeout=SECONDS_MAX)
        return Ended(self.process.returncode, output, talk.decode("utf-8", "replace"))


def start(laptop: Laptop, *words: str) -> Started:
    """Starts `rounds` with these words and does not wait for it."""
    process = subprocess.Popen(
        laptop.words(*words), env=laptop.environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Started(words, process)


def expect_quiet(started: Started, ended: Ended, what: str) -> None:
    """Nobody is told of a lock, and nothing failed; a sync during which somebody records says with exit 1
    that there is more to send."""
    if started.words[0] == "sync" and ended.status == 1 and ended.output and not ended.json()["inSync"]:
        ended = Ended(0, ended.output, ended.talk)
    if ended.status != 0 or any(word in ended.talk.lower() for word in FORBIDDEN):
        raise Broken(f"{what}: {' '.join(started.words)}: exit {ended.status}: {ended.talk[-300:]}")


def words_of(laptop: Laptop, chance: random.Random) -> tuple[str, ...]:
    """What somebody does at a laptop; every other time it is a visit."""
    visit = ("record", "--from", str(laptop.visit_file(chance.choice(UNITS))), "--json")
    others = [("sync", "--json"), ("status",), ("visits", "list"), ("state", "--scope", "S1"), ("plan",),
              ("household", "list"), ("doctor",)]
    return visit if chance.random() < 0.5 else chance.choice(others)


def one_directory(operations: int, chance: random.Random) -> str:
    """F23."""
    with Company(HOUSEHOLDS) as company:
        company.serve()
        laptop = company.laptop("officer")
        saved: set[str] = set()
        played, slowest, groups = 0, 0.0, 0
        while played < operations:
            count = chance.randint(2, 8)
            begun = time.monotonic()
            group = [start(laptop, *words_of(laptop, chance)) for _ in range(count)]
            for started in group:
                ended = started.end()
                expect_quiet(started, ended, f"operation {played} of {count} at once")
                if started.words[0] == "record":
                    saved.add(ended.json()["bundle"])
            slowest = max(slowest, time.monotonic() - begun)
            played += count
            groups += 1
        done(laptop.rounds("sync"))
        company.stop()
        for home in (laptop.home, company.office_home):
            if lost := saved - set(bundles(home / "rounds.sqlite")):
                raise Broken(f"{home.name}: {len(lost)} saved visits are not there")
        if done(laptop.rounds(*STATE)).output != done(company.office(*STATE)).output:
            raise Broken("the laptop's state is not the office's")
        done(laptop.rounds("doctor"))
        return (f"{played} operations by two to eight processes in {groups} groups, {len(saved)} visits, "
                f"0 locked, 0 lost, slowest group {slowest:.1f} s")


def one_bundle(rounds: int, copies: int, chance: random.Random) -> str:
    """F24."""
    with Company(HOUSEHOLDS) as company:
        company.serve()
        laptop = company.laptop("officer")
        answers: Counter[str] = Counter()
        for number in range(rounds):
            words = ("record", "--from", str(laptop.visit_file(chance.choice(UNITS))), "--json")
            bundle = done(laptop.rounds(*words)).json()["bundle"]
            twins = [Laptop(company.folder / f"twin-{n}") for n in range(copies)]
            for twin in twins:
                shutil.copytree(laptop.home, twin.home)
            before = set(bundles(company.office_home / "rounds.sqlite"))
            group = [start(twin, "sync", "--json") for twin in twins]
            stored = known = 0
            for started in group:
                ended = started.end()
                expect_quiet(started, ended, f"round {number}")
                shown = ended.json()
                stored, known = stored + shown["stored"], known + shown["alreadyKnown"]
            store = company.office_home / "rounds.sqlite"
            if (stored, known) != (1, copies - 1):
                raise Broken(f"round {number}: stored {stored} times, already known {known} times")
            if set(bundles(store)) - before != {bundle}:
                raise Broken(f"round {number}: the office has more new bundles than one")
            if sum(order.count(bundle) for order in feeds(store).values()) != 1:
                raise Broken(f"round {number}: published more than once, or never")
            given = {receipts(twin.home / "rounds.sqlite")[bundle] for twin in twins}
            if given != {receipts(store)[bundle]}:
                raise Broken(f"round {number}: {len(given)} different receipts")
            answers["stored"] += stored
            answers["already known"] += known
            for twin in twins:
                shutil.rmtree(twin.home)
            done(laptop.rounds("sync"))
        if done(laptop.rounds(*STATE)).output != done(company.office(*STATE)).output:
            raise Broken("the laptop's state is not the office's")
        done(company.office("verify"))
        return (f"{rounds} bundles sent {copies} times at once, {answers['stored']} stored, "
                f"{answers['already known']} already known, 0 doubles, one receipt each")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=200, help="10000 is the long version")
    parser.add_argument("--rounds", type=int, default=3, help="200 is the long version")
    parser.add_argument("--copies", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    status = 0
    chance = random.Random(arguments.seed)
    starts = range(0, arguments.operations, OPERATIONS_PER_COMPANY)
    counts = [min(OPERATIONS_PER_COMPANY, arguments.operations - start) for start in starts]
    parts = [lambda count=count: one_directory(count, chance) for count in counts]
    for part in [*parts, lambda: one_bundle(arguments.rounds, arguments.copies, chance)]:
        begun = time.monotonic()
        try:
            print(f"many-processes: {part()}, {time.monotonic() - begun:.0f} s", flush=True)
        except (Broken, Unexpected, subprocess.TimeoutExpired) as fault:
            print(f"many-processes: seed {arguments.seed}: {fault}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
