"""Scenarios of the office: a start that migrates its store, a backup, and a server that laptops sync to.

The server works on several threads. Its start and a backup are counted on the company's own files only,
which one thread opens, migrates or copies. In a sync the threads of one purpose (the pool's, the
network's) are watched together: the fault comes to the one that is first at its K-th call. Which thread
of the pool takes a request is the machine's choice and not the same in two runs, so a few points are not
reached. The end of the server on SIGTERM is part of both its start and a sync.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

from company import PROGRAMS, SECONDS_MAX, Ended, Unexpected, done, run
from lane import Lane, expect
from scenarios import Fault, Point, Scenario, age_store, own_files, schema, something_to_exchange
from scenarios_rescue import expect_backup


def threads(process: int) -> dict[int, str]:
    """What each of its threads is for: its name without the number of its like."""
    named = {}
    for entry in Path(f"/proc/{process}/task").iterdir():
        try:
            named[int(entry.name)] = (entry / "comm").read_text().strip().split("#")[0]
        except (FileNotFoundError, ProcessLookupError):
            # The thread ended between the two looks.
            continue
    return named


class OfOffice(Scenario):
    """What is at the office: its store is opened and read by `verify`, also after a crash."""

    def next_start(self, lane: Lane) -> tuple[list[str], dict[str, str]]:
        return [str(PROGRAMS / "rounds-server"), "verify"], lane.company.environment


class OfficeStart(OfOffice):
    name = "office start"

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")

    def prepare_last(self, lane: Lane) -> None:
        age_store(lane.company.office_home / "rounds.sqlite")

    def run(self, lane: Lane, fault: Fault, thread: str = "") -> Ended:
        log = lane.company.log
        log.write_bytes(b"")
        try:
            lane.company.serve(*fault.before())
        except Unexpected:
            # Ended before it could answer; how is told by its status and its log.
            return Ended(lane.company.stop(), b"", log.read_text(errors="replace"))
        before = lane.company.server
        assert before is not None
        children = Path(f"/proc/{before.pid}/task/{before.pid}/children").read_text().split()
        # None where the fault came right after its last word.
        for child in children:
            os.kill(int(child), signal.SIGTERM)
        before.wait(SECONDS_MAX)
        return Ended(lane.company.stop(), b"", log.read_text(errors="replace"))

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        version = schema(lane.company.office_home / "rounds.sqlite")
        expect(version > 1, f"the next start left the office's schema at {version}")
        sound = lane.company.office("verify")
        expect(sound.status == 0, f"verify: {lane.said(sound)}")

    def points(self, lane: Lane, *, on_files: bool) -> list[Point]:
        return super().points(lane, on_files=True)


class OfficeBackup(OfOffice):
    """As on a laptop; the command has the office for itself."""

    name = "office backup"

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        lane.words = ["backup", str(lane.outside / "night")]

    def run(self, lane: Lane, fault: Fault, thread: str = "") -> Ended:
        words = [str(PROGRAMS / "rounds-server"), *lane.words, "--json", "--lang", "en"]
        return run([*fault.before(), *words], lane.company.environment)

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        file, data = lane.outside / "night", lane.outside / "elsewhere"
        expect_backup(lane, ended, file, lambda path: lane.company.office("backup", path))
        key = str(lane.company.office_home / "office.key")
        for words in (("restore", str(file), "--office-key", key), ("verify",)):
            tried = lane.company.office(*words, "--data", str(data), "--lang", "en")
            expect(tried.status == 0, f"{words[0]} of the backup: {lane.said(tried)}")

    def points(self, lane: Lane, *, on_files: bool) -> list[Point]:
        return super().points(lane, on_files=True)


class OfficeSync(OfOffice):
    """Two laptops with two visits each; one fetches what the other brought."""

    name = "office sync"
    # Two that the office had, two of the other laptop.
    may_add = 4

    def prepare(self, lane: Lane) -> None:
        something_to_exchange(lane)
        for unit in ("1-203", "1-204"):
            done(lane.other.rounds("record", "--from", str(lane.other.visit_file(unit))))

    def run(self, lane: Lane, fault: Fault, thread: str = "") -> Ended:
        log = lane.company.log
        log.write_bytes(b"")
        lane.company.serve()
        assert lane.company.server is not None
        server = lane.company.server.pid
        alike = [task for task, name in threads(server).items() if name == thread]
        attached = fault.attach(alike or [server], follow=not thread)
        synced = [
            laptop.rounds("sync", "--json", "--lang", "en")
            for laptop in (lane.laptop, lane.other, lane.laptop)
        ]
        if not thread:
            self._threads = threads(server)
        status = lane.company.stop()
        attached.wait(SECONDS_MAX)
        assert attached.stderr is not None
        attached.stderr.close()
        for ended in synced:
            expect(ended.status in (0, 1, 3), f"a laptop's sync: {lane.said(ended)}")
            expect(ended.status == 0 or ended.talk != "", "a laptop's sync failed without a word")
            lane.figures["syncs that said they failed"] += ended.status != 0
        return Ended(status, b"", log.read_text(errors="replace"))

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        # Before the next sync could heal it: whatever has a receipt is there.
        office = done(lane.company.office("state", "--scope", "S1", "--json")).output
        for visit in lane.delivered(lane.laptop) | lane.delivered(lane.other):
            expect(f'"id":"{visit}"'.encode() in office, f"{visit} has a receipt, the office not it")
            lane.figures["receipts that held"] += 1
        sound = lane.company.office("verify")
        expect(sound.status == 0, f"verify: {lane.said(sound)}")
        other = lane.other.rounds("sync", "--json")
        expect(other.status == 0, f"the other laptop's sync afterwards: {lane.said(other)}")

    def points(self, lane: Lane, *, on_files: bool) -> list[Point]:
        calls = self._clean(lane, ())
        names: tuple[str, ...] = ()
        if on_files:
            files = own_files(lane, calls)
            names = tuple(str(Path(file).relative_to(lane.company.folder)) for file in files)
            calls = self._clean(lane, files)
        return list(dict.fromkeys(
            Point(call.name, call.number, names, self._threads[call.thread])
            for call in calls if call.thread in self._threads
        ))
