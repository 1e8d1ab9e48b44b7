"""A lane of a sweep: one company whose files are put back to a prepared state before each point.

The laptop knows its data directory by the directory's number, so that a copy elsewhere is taken for
a copied laptop (and goes on under a new writer id). A lane therefore keeps its directories and only
exchanges what is in them. Lanes share nothing and can run side by side.
"""

from __future__ import annotations

import shutil
import signal
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from company import Company, Ended, Laptop, Unexpected, done

# Promise P5 of the product: how long a start may take after a crash, in seconds.
LAPTOP_START_MAX = 2.0
OFFICE_START_MAX = 10.0


class Broken(Exception):
    """A promise does not hold; the words say which."""


def expect(holds: bool, otherwise: str) -> None:
    """Raises: Broken, with `otherwise`, unless it holds."""
    if not holds:
        raise Broken(otherwise)


def free_port() -> int:
    """A port nobody listens on, below those that the kernel hands to callers: it stays free while
    the server is down between two points."""
    for port in range(20000 + time.monotonic_ns() % 9000, 32000):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError("no free port below 32000")


class Lane:
    """An office and two laptops; `laptop` has one visit that was recorded, amended and synced."""

    def __init__(self, folder: Path | None = None) -> None:
        self.company = Company(folder=folder)
        self.company.port = free_port()
        self.company.serve()
        self.laptop = self.company.laptop("officer")
        self.other = self.company.laptop("supervisor", "serviceSupervisor")
        self.outside = self.company.folder / "outside"
        self.outside.mkdir()
        self.log = self.company.folder / "strace.log"
        # Of the scenario under way: the words its run is given, and the visits shown before it.
        self.words: list[str] = []
        self.before: set[str] = set()
        self.figures: Counter[str] = Counter()
        self.slowest_laptop = 0.0
        self.slowest_office = 0.0
        self.visit = self.record("1-101")
        self.amend("第一次更正")
        done(self.laptop.rounds("sync"))
        self.stop()
        self.keep("base")

    def close(self) -> None:
        """Ends what runs and removes all files; the kernel forgets the vault's key."""
        self.stop()
        self.laptop.rounds("lock")
        shutil.rmtree(self.company.folder)

    # What a point begins with

    def _parts(self) -> Iterable[Path]:
        return (self.company.office_home, self.laptop.home, self.other.home, self.outside)

    def keep(self, name: str) -> None:
        """Keeps the present files as the state `name`."""
        for part in self._parts():
            target = self.company.folder / "kept" / name / part.name
            if target.exists():
                shutil.rmtree(target)
            # A socket of a server that was killed cannot be copied, and the next start replaces it.
            shutil.copytree(part, target, ignore=shutil.ignore_patterns("*.sock"))

    def put_back(self, name: str) -> None:
        """Makes the files those of the state `name` again; nothing may run."""
        for part in self._parts():
            for entry in part.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
            shutil.copytree(self.company.folder / "kept" / name / part.name, part, dirs_exist_ok=True)

    def copy_for_people(self, words: str) -> Path:
        """A copy of all that is there, for whoever looks into what broke."""
        target = Path(tempfile.mkdtemp(prefix="rounds-broken-"))
        shutil.copytree(
            self.company.folder, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.sock")
        )
        (target / "what-broke.txt").write_text(words + "\n", encoding="utf-8")
        return target

    def stop(self) -> None:
        self.company.stop(signal.SIGKILL)

    # What people do

    def record(self, unit: str) -> str:
        """Records a visit on the laptop; its id."""
        file = self.laptop.visit_file(unit)
        return done(self.laptop.rounds("record", "--from", str(file), "--json")).json()["visit"]

    def amendment(self, remark: str) -> list[str]:
        """The words that change the remark of the lane's visit as it is shown now."""
        saw = self.shown(self.visit)["saw"]
        return ["visits", "amend", self.visit, "--field", "remark", "--value", remark, "--saw", saw]

    def amend(self, remark: str) -> None:
        done(self.laptop.rounds(*self.amendment(remark)))

    def shown(self, visit: str) -> dict:
        return done(self.laptop.rounds("visits", "show", visit, "--json")).json()

    def delivered(self, laptop: Laptop) -> set[str]:
        """Visits for which a laptop that made them holds the office's receipt."""
        return {
            visit
            for visit in laptop.visits()
            if done(laptop.rounds("visits", "show", visit, "--json")).json()["delivery"] == "received"
        }

    # What must hold after each point

    def laptop_starts(self) -> set[str]:
        """The next start, unaided: the visits it shows."""
        began = time.monotonic()
        ended = self.laptop.rounds("visits", "list", "--json")
        took = time.monotonic() - began
        self.slowest_laptop = max(self.slowest_laptop, took)
        expect(ended.status == 0, f"the laptop does not start: {self.said(ended)}")
        expect(took <= LAPTOP_START_MAX, f"the laptop took {took:.1f} s to start")
        return {visit["id"] for visit in ended.json()["visits"]}

    def office_starts(self) -> None:
        """The office's next start, unaided."""
        began = time.monotonic()
        try:
            self.company.serve()
        except Unexpected as fault:
            raise Broken(f"the office does not start: {fault}") from fault
        took = time.monotonic() - began
        self.slowest_office = max(self.slowest_office, took)
        expect(took <= OFFICE_START_MAX, f"the office took {took:.1f} s to start")

    def everything_is_sound(self) -> None:
        ended = self.laptop.rounds("doctor", "--json")
        expect(ended.status == 0, f"doctor: {self.said(ended)}")

    def ends_in_step(self, visits: set[str]) -> None:
        """One more sync with an office that works; both then show the same bytes, with `visits`."""
        ended = self.laptop.rounds("sync", "--json")
        expect(ended.status == 0, f"the sync afterwards: {self.said(ended)}")
        expect(ended.json()["inSync"] is True, f"not in sync: {ended.output!r}")
        expect(ended.json()["pending"] == 0, f"something stays unsent: {ended.output!r}")
        own = done(self.laptop.rounds("state", "--scope", "S1", "--json")).output
        office = done(self.company.office("state", "--scope", "S1", "--json")).output
        expect(own == office, f"states differ: {len(own)} and {len(office)} bytes")
        lost = [visit for visit in visits if f'"id":"{visit}"'.encode() not in office]
        expect(not lost, f"not in the office's state: {lost}")

    @staticmethod
    def said(ended: Ended) -> str:
        return f"exit {ended.status}: {ended.talk[-500:]}{ended.output[-500:]!r}"
