"""A laptop's directory that was copied and is used on both sides, and one that was rolled back.

Each seed draws who records and who syncs in which order. A copy goes on under another writer id and says
so; both branches are kept, at both and at the office, and all show the same bytes in the end. A directory
that was rolled back — the database alone, or everything in it — overwrites nothing: what the office has,
stays and comes back, and what is recorded afterwards is added.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from collections import Counter

from company import Company, Laptop, Unexpected, done
from rot import Kept
from stores import bundles, writer

STATE = ("state", "--scope", "S1", "--json")
HOUSEHOLDS = 100
UNITS = [f"1-{n // 4 + 1}0{n % 4 + 1}" for n in range(40)]
# Seeds that share an office; every one adds to what all that follow have to fetch.
SEEDS_PER_OFFICE = 20


class Broken(Exception):
    """A promise that does not hold."""


def record(laptop: Laptop, chance: random.Random) -> tuple[str, str]:
    """Records a visit; returns the bundle that was said to be saved, and what else was said."""
    words = ("record", "--from", str(laptop.visit_file(chance.choice(UNITS))), "--json")
    ended = done(laptop.rounds(*words))
    return ended.json()["bundle"], ended.talk


def step(laptop: Laptop, chance: random.Random) -> str | None:
    """Records or syncs; returns the recorded bundle."""
    if chance.random() < 0.6:
        return record(laptop, chance)[0]
    done(laptop.rounds("sync"))
    return None


def expect_all(company: Company, laptops: list[Laptop], written: dict[str, bytes]) -> None:
    """After two syncs of everybody, everything is everywhere, with the content it was written with."""
    for laptop in laptops * 2:
        done(laptop.rounds("sync"))
    for home in [company.office_home, *(laptop.home for laptop in laptops)]:
        found = bundles(home / "rounds.sqlite")
        lost = [name for name, envelope in written.items() if found.get(name) != envelope]
        if lost:
            raise Broken(f"{home.name}: {len(lost)} of {len(written)} bundles lost or changed: {lost[:3]}")
    states = {done(laptop.rounds(*STATE)).output for laptop in laptops}
    if len(states | {done(company.office(*STATE)).output}) != 1:
        raise Broken("the states differ")


def forks(company: Company) -> int:
    """How many pairs of bundles with one predecessor the office knows."""
    return len(done(company.office("device", "list", "--json")).json()["forks"])


def cloned(company: Company, laptop: Laptop, chance: random.Random) -> str:
    """F21: one directory, copied and used on both sides."""
    for _ in range(chance.randint(0, 3)):
        step(laptop, chance)
    twin = Laptop(laptop.home.with_name(laptop.home.name + "-twin"))
    shutil.copytree(laptop.home, twin.home)
    before = forks(company)
    names = [record(laptop, chance)[0]]
    name, talk = record(twin, chance)
    names.append(name)
    if "copied" not in talk:
        raise Broken(f"the copy is not told that it is one: {talk!r}")
    for _ in range(chance.randint(1, 6)):
        names.append(step(chance.choice((laptop, twin)), chance) or names[0])
    if writer(laptop.home / "rounds.sqlite") == writer(twin.home / "rounds.sqlite"):
        raise Broken("both sides write under one id")
    stores = [bundles(one.home / "rounds.sqlite") for one in (laptop, twin)]
    everything = stores[0] | stores[1]
    expect_all(company, [laptop, twin], {name: everything[name] for name in names} | everything)
    if forks(company) <= before:
        raise Broken("the office saw no fork")
    return "copied and used on both sides"


def rolled_back(company: Company, laptop: Laptop, chance: random.Random) -> str:
    """F22: the directory, or only the database in it, is put back as it was some records ago."""
    for _ in range(chance.randint(0, 3)):
        step(laptop, chance)
    old = Kept(laptop.home)
    for _ in range(chance.randint(1, 4)):
        record(laptop, chance)
    is_sent = chance.random() < 0.7
    if is_sent:
        done(laptop.rounds("sync"))
    sent = bundles(company.office_home / "rounds.sqlite")
    before = forks(company)
    whole = chance.random() < 0.5
    if whole:
        old.put_back()
    else:
        (laptop.home / "rounds.sqlite").write_bytes(old.files["rounds.sqlite"])
    # What was neither sent nor in the old file is nowhere any more; everything else counts.
    written = sent | bundles(laptop.home / "rounds.sqlite")
    name, talk = record(laptop, chance)
    if not whole and "older" not in talk:
        raise Broken(f"nobody is told that an older file was put back: {talk!r}")
    names = {name} | {step(laptop, chance) or name for _ in range(chance.randint(0, 4))}
    found = bundles(laptop.home / "rounds.sqlite")
    expect_all(company, [laptop], written | {one: found[one] for one in names})
    if is_sent and whole and forks(company) <= before:
        raise Broken("the office saw no fork")
    kind = "everything" if whole else "the database"
    return f"{kind} rolled back, {'sent' if is_sent else 'unsent'}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, help="of each kind; 500 is the long version")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    arguments = parser.parse_args()
    begun = time.monotonic()
    played: Counter[str] = Counter()
    faults: list[str] = []
    seeds = list(range(arguments.first, arguments.first + arguments.seeds))
    while seeds:
        some, seeds = seeds[:SEEDS_PER_OFFICE], seeds[SEEDS_PER_OFFICE:]
        with Company(HOUSEHOLDS) as company:
            company.serve()
            for seed in some:
                for kind in (cloned, rolled_back):
                    laptop = company.laptop(f"{kind.__name__}-{seed}")
                    try:
                        played[kind(company, laptop, random.Random(seed))] += 1
                    except (Broken, Unexpected) as fault:
                        faults.append(f"{kind.__name__}, --first {seed} --seeds 1: {fault}")
            company.stop()
            done(company.office("verify"))
    for kind, count in sorted(played.items()):
        print(f"copied-laptops: {count} directories {kind}, 0 lost, 0 changed")
    print(f"copied-laptops: {sum(played.values())} seeds held, {len(faults)} did not, "
          f"{time.monotonic() - begun:.0f} s")
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
