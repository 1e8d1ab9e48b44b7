"""Backups taken while others write, and an office that goes back to an older one.

Three parts. The office is backed up again and again while two laptops push; a laptop is backed up while
another process records on it; each backup is restored into a fresh directory, where its check passes,
its digests are the printed ones, and it holds every bundle that was acknowledged before it began, none
with other content. Then an office is restored from a random older backup, again and again: once each
laptop has synced, whatever any of them held is back and all show the same bytes.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from company import Company, Laptop, Unexpected, done
from stores import bundles, feeds

STATE = ("state", "--scope", "S1", "--json")
# More households than are ever visited: an office closes a complete round by itself, in its own name.
HOUSEHOLDS = 100
UNITS = [f"1-{n // 4 + 1}0{n % 4 + 1}" for n in range(40)]


class Broken(Exception):
    """A promise that does not hold."""


@dataclass(frozen=True)
class Backup:
    """A backup, what was acknowledged before it began, and the digests that the command printed."""

    file: Path
    acknowledged: frozenset[str]
    digests: dict[str, str]


class Writer:
    """Works in a thread of its own until it is ended; notes what was acknowledged."""

    def __init__(self, work: Callable[[str], str]) -> None:
        self._work = work
        self.acknowledged: list[str] = []
        self.faults: list[Exception] = []
        self._over = threading.Event()
        self._first = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._first.wait()

    def _run(self) -> None:
        number = 0
        try:
            while not self._over.is_set():
                self.acknowledged.append(self._work(UNITS[number % len(UNITS)]))
                self._first.set()
                number += 1
        except Exception as fault:  # Whatever it is, it is raised where the writer is ended.
            self.faults.append(fault)
            self._first.set()

    def end(self) -> int:
        """Waits for the thread; returns how many bundles were acknowledged.

        Raises:
            Exception: what stopped the thread, if anything did.
        """
        self._over.set()
        self._thread.join()
        if self.faults:
            raise self.faults[0]
        return len(self.acknowledged)


def record(laptop: Laptop, unit: str) -> str:
    """Records a visit; returns the bundle's id once the laptop said that it is saved."""
    words = ("record", "--from", str(laptop.visit_file(unit)), "--json")
    return done(laptop.rounds(*words)).json()["bundle"]


def pushed(laptop: Laptop, unit: str) -> str:
    """Records and syncs a visit; returns the bundle's id once the office has answered."""
    bundle = record(laptop, unit)
    done(laptop.rounds("sync"))
    return bundle


def taken(command: Callable[..., object], file: Path, writers: list[Writer]) -> Backup:
    """One backup, in the middle of what the writers do."""
    before = frozenset(name for writer in writers for name in list(writer.acknowledged))
    shown = done(command("backup", str(file), "--json")).json()
    return Backup(file, before, {one["scope"]: one["digest"] for one in shown["scopes"]})


def expect_holds(backup: Backup, store: Path, final: Path) -> int:
    """Compares a restored store with what was acknowledged and with what was written in the end.

    Returns:
        how many bundles it holds.
    """
    found, written = bundles(store), bundles(final)
    lost = backup.acknowledged - set(found)
    if lost:
        raise Broken(f"{backup.file}: {len(lost)} acknowledged bundles are not in it: {sorted(lost)[:3]}")
    if any(written.get(name) != envelope for name, envelope in found.items()):
        raise Broken(f"{backup.file}: a bundle has other content than was written")
    for scope, order in feeds(store).items():
        if order != feeds(final)[scope][: len(order)]:
            raise Broken(f"{backup.file}: the feed of {scope} is no beginning of the whole one")
    return len(found)


def expect_digest(backup: Backup, state: dict) -> None:
    """The state's digest is the one that the backup printed for its scope."""
    if backup.digests[state["scope"]] != state["digest"]:
        raise Broken(f"{backup.file}: digest {state['digest']}, printed {backup.digests[state['scope']]}")


def office_under_load(count: int, chance: random.Random) -> str:
    """F18 of the office."""
    with Company(HOUSEHOLDS) as company:
        company.serve()
        laptops = [company.laptop("officer"), company.laptop("supervisor", "serviceSupervisor")]
        writers = [Writer(lambda unit, one=one: pushed(one, unit)) for one in laptops]
        backups = [taken(company.office, company.folder / f"backup-{n}", writers) for n in range(count)]
        pushes = sum(writer.end() for writer in writers)
        company.stop()
        sizes = set()
        for backup in backups:
            data = company.folder / "elsewhere"
            done(company.office("restore", str(backup.file), "--office-key",
                                str(company.office_home / "office.key"), "--data", str(data)))
            done(company.office("verify", "--data", str(data)))
            expect_digest(backup, done(company.office(*STATE, "--data", str(data))).json())
            sizes.add(expect_holds(backup, data / "rounds.sqlite", company.office_home / "rounds.sqlite"))
            shutil.rmtree(data)
        return (f"{count} office backups under {pushes} pushes, {len(sizes)} different moments, "
                f"0 lost, 0 corrupt")


def laptop_under_load(count: int, chance: random.Random) -> str:
    """F18 of a laptop."""
    with Company(HOUSEHOLDS) as company:
        company.serve()
        laptop = company.laptop("officer")
        company.stop()
        writer = Writer(lambda unit: record(laptop, unit))
        backups = [taken(laptop.rounds, company.folder / f"backup-{n}", [writer]) for n in range(count)]
        visits = writer.end()
        sizes = set()
        for backup in backups:
            fresh = Laptop(company.folder / "fresh")
            fresh.home.mkdir(mode=0o700)
            # Private keys without a passphrase are in no backup.
            shutil.copy2(laptop.home / "device.key", fresh.home)
            done(fresh.rounds("restore", str(backup.file)))
            done(fresh.rounds("doctor"))
            expect_digest(backup, done(fresh.rounds(*STATE)).json())
            sizes.add(expect_holds(backup, fresh.home / "rounds.sqlite", laptop.home / "rounds.sqlite"))
            shutil.rmtree(fresh.home)
        return (f"{count} laptop backups under {visits} visits recorded, {len(sizes)} different moments, "
                f"0 lost, 0 corrupt")


def older_moments(count: int, chance: random.Random) -> str:
    """F19: each restore is from a random older moment; sometimes a laptop has something unsent."""
    with Company(HOUSEHOLDS) as company:
        company.serve()
        laptops = [company.laptop("officer"), company.laptop("supervisor", "serviceSupervisor")]
        backups = []
        for number in range(20):
            backups.append(taken(company.office, company.folder / f"backup-{number}", []))
            pushed(chance.choice(laptops), UNITS[number])
            for laptop in laptops:
                done(laptop.rounds("sync"))
        brought = 0
        for number in range(count):
            backup = chance.choice(backups)
            if chance.random() < 0.5:
                record(chance.choice(laptops), chance.choice(UNITS))
            held = {n: e for one in laptops for n, e in bundles(one.home / "rounds.sqlite").items()}
            company.stop()
            done(company.office("restore", str(backup.file), "--as-of-backup"))
            gone = set(held) - set(bundles(company.office_home / "rounds.sqlite"))
            company.serve()
            for laptop in chance.sample(laptops, 2) + laptops:
                if not done(laptop.rounds("sync", "--json")).json()["inSync"]:
                    raise Broken(f"restore {number}: not in sync")
            now = bundles(company.office_home / "rounds.sqlite")
            if any(now.get(name) != envelope for name, envelope in held.items()):
                raise Broken(f"restore {number} of {backup.file}: what a laptop holds is not back")
            states = {done(one.rounds(*STATE)).output for one in laptops}
            if len(states | {done(company.office(*STATE)).output}) != 1:
                raise Broken(f"restore {number} of {backup.file}: states differ")
            brought += len(gone)
        done(company.office("verify"))
        return f"{count} offices restored from older backups, {brought} bundles brought back, 0 lost"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--backups", type=int, default=20, help="of each kind; 200 is the long version")
    parser.add_argument("--restores", type=int, default=6, help="of an office; 20 and more in the long one")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    parts = [(office_under_load, arguments.backups), (laptop_under_load, arguments.backups),
             (older_moments, arguments.restores)]
    status = 0
    for part, count in parts:
        begun = time.monotonic()
        try:
            figures = part(count, random.Random(arguments.seed))
            print(f"backup-sweep: {figures}, {time.monotonic() - begun:.0f} s", flush=True)
        except (Broken, Unexpected) as fault:
            print(f"backup-sweep: {part.__name__}, seed {arguments.seed}: {fault}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
