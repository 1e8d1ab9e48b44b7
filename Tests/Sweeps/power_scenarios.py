"""The work that is recorded for the sweep of power cuts: what the real programs do all day.

Each scenario prepares what it needs, begins to record, and works. It takes the recorder and how many
rounds of work are wanted, where more than one makes a difference.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

from company import PROGRAMS, Company, Laptop, Unexpected, done, run, variables
from power_recording import Recorder

OLD, NEW = "the old passphrase", "the new passphrase"

# Rows in a table; the number of each is said once it was committed.
ROWS_PROGRAM = """
import os, sqlite3, sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("PRAGMA journal_mode = " + sys.argv[2])
store.execute("PRAGMA synchronous = " + sys.argv[3])
store.execute("PRAGMA wal_autocheckpoint = 20")
store.execute("CREATE TABLE bundle (id BLOB PRIMARY KEY, envelope BLOB, receipt BLOB)")
for number in range(25):
    store.execute("INSERT INTO bundle VALUES (?, ?, NULL)", (b"%d" % number, os.urandom(3000)))
    os.write(1, b"%d\\n" % number)
"""


def visits(one: Laptop, recorder: Recorder, *units: str) -> list[str]:
    """Records one visit at each unit, and says which."""
    files = [str(one.visit_file(unit)) for unit in units]
    return [
        recorder.rounds(one, "record", "--from", file, "--json").json()["visit"] for file in files
    ]


def amend(one: Laptop, recorder: Recorder, visit: str, remark: str) -> None:
    saw = done(one.rounds("visits", "show", visit, "--json")).json()["saw"]
    words = ("visits", "amend", visit, "--field", "remark", "--value", remark, "--saw", saw, "--json")
    recorder.rounds(one, *words)


def enrolment(recorder: Recorder, rounds: int) -> None:
    """A laptop from nothing to its first sync."""
    with_company(recorder, lambda company: _enrolment(recorder, company))


def _enrolment(recorder: Recorder, company: Company) -> None:
    one = Laptop(company.folder / "laptop")
    done(company.office("account", "add", "--name", "甲", "--role", "serviceOfficer", "--site", "S1"))
    code = done(company.office("device", "invite", "甲", "--json")).json()["code"]
    recorder.begin()
    recorder.rounds(one, "enroll", company.url, "--json", said=code + "\n")
    recorder.rounds(one, "sync", "--json")


def laptop(recorder: Recorder, rounds: int) -> None:
    """Visits, corrections, syncs."""
    with_laptop(recorder, lambda one: _laptop(recorder, one, rounds))


def _laptop(recorder: Recorder, one: Laptop, rounds: int) -> None:
    recorder.begin()
    for turn in range(rounds):
        for visit in visits(one, recorder, f"1-10{turn % 4 + 1}"):
            amend(one, recorder, visit, f"改正 {turn}")
        if turn % 2:
            recorder.rounds(one, "sync", "--json")


def backup(recorder: Recorder, rounds: int) -> None:
    """Copies of a store that goes on being written."""
    with_laptop(recorder, lambda one: _backup(recorder, one, rounds))


def _backup(recorder: Recorder, one: Laptop, rounds: int) -> None:
    (recorder.recording.directory / "stick").mkdir()
    recorder.begin()
    for turn in range(max(1, rounds // 2)):
        visits(one, recorder, f"1-10{turn % 4 + 1}")
        recorder.rounds(one, "backup", str(recorder.recording.directory / f"stick/{turn}"), "--json")


def passphrase(recorder: Recorder, rounds: int) -> None:
    """The first passphrase, then another."""
    with_laptop(recorder, lambda one: _passphrase(recorder, one))


def _passphrase(recorder: Recorder, one: Laptop) -> None:
    recorder.begin()
    recorder.rounds(one, "passphrase", "--json", said=OLD + "\n")
    recorder.rounds(one, "passphrase", "--json", said=f"{OLD}\n{NEW}\n")
    done(one.rounds("lock"))


def restore(recorder: Recorder, rounds: int) -> None:
    """A backup put back over a store that went on."""
    with_laptop(recorder, lambda one: _restore(recorder, one))


def _restore(recorder: Recorder, one: Laptop) -> None:
    copy = str(recorder.recording.directory / "stick/copy")
    (recorder.recording.directory / "stick").mkdir()
    done(one.rounds("backup", copy))
    done(one.rounds("record", "--from", str(one.visit_file("1-103"))))
    recorder.begin()
    recorder.rounds(one, "restore", copy, "--json")
    visits(one, recorder, "1-104")


def founding(recorder: Recorder, rounds: int) -> None:
    """An office from nothing: its keys, a site, households, a person."""
    folder = recorder.recording.directory
    folder.mkdir()
    (folder / "site.csv").write_text("code,community,city,households\nS1,绿岛,上海,2\n", encoding="utf-8")
    rows = "unit,occupancy,name,telephone\n1-101,occupied,住户,13900000000\n1-102,vacant,,\n"
    (folder / "household.csv").write_text(rows, encoding="utf-8")
    environment = variables(folder, ROUNDS_SERVER_HOME=str(folder / "office"), **recorder.variables)
    recorder.begin()
    for words in (
        ["init", "--name", "试验物业"],
        ["site", "import", str(folder / "site.csv")],
        ["household", "import", str(folder / "household.csv"), "--site", "S1"],
        ["account", "add", "--name", "甲", "--role", "serviceOfficer", "--site", "S1"],
        ["device", "invite", "甲"],
    ):
        done(run([str(PROGRAMS / "rounds-server"), *words, "--json"], environment))


def office(recorder: Recorder, rounds: int) -> None:
    """A server to which two laptops push at once, again and again; twice it stops, once unasked."""
    with_company(recorder, lambda company: _office(recorder, company, rounds))


def _office(recorder: Recorder, company: Company, rounds: int) -> None:
    pair = [company.laptop("甲"), company.laptop("乙")]
    company.stop()
    recorder.begin()
    plain = dict(company.environment)
    company.environment |= recorder.variables
    company.serve()
    for turn in range(rounds):
        for number, one in enumerate(pair):
            for visit in visits(one, recorder, f"1-10{(turn + number) % 4 + 1}"):
                amend(one, recorder, visit, f"改正 {turn}")
        syncs = [
            subprocess.Popen(
                one.words("sync", "--json"), env=one.environment(**recorder.variables),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            for one in pair
        ]
        for sync in syncs:
            output, talk = sync.communicate(timeout=120)
            # Not in step (1) is an ordinary end while the other one pushes.
            if sync.returncode not in (0, 1):
                raise Unexpected(f"sync: exit {sync.returncode}: {talk.decode()}{output.decode()}")
        # Once it has to recover its log, once it leaves none.
        if turn in (0, rounds - 2):
            company.stop(signal.SIGTERM if turn else signal.SIGKILL)
            company.serve()
    company.stop()
    company.environment = plain


def rows(journal: str, synchronous: str) -> Callable[[Recorder, int], None]:
    """A program in Python that says each row it committed, under these two settings of SQLite."""

    def record(recorder: Recorder, rounds: int) -> None:
        directory = recorder.recording.directory
        directory.mkdir()
        recorder.begin()
        words = [sys.executable, "-c", ROWS_PROGRAM, str(directory / "rounds.sqlite"), journal, synchronous]
        done(run(words, variables(directory, **recorder.variables)))

    return record


def product_rows(*bug: str) -> Callable[[Recorder, int], None]:
    """The product's own store, of the office's kind, with a known bug switched on or without."""

    def record(recorder: Recorder, rounds: int) -> None:
        directory = recorder.recording.directory
        directory.mkdir()
        recorder.begin()
        words = [str(PROGRAMS / "rounds-simulate"), "store", str(directory / "rounds.sqlite"), *bug]
        done(run(words, variables(directory, **recorder.variables)))

    return record


def with_company(recorder: Recorder, work: Callable[[Company], None]) -> None:
    """A company that serves while `work` runs; its folder stays."""
    recorder.recording.directory.mkdir()
    company = Company(4, folder=recorder.recording.directory)
    try:
        company.serve()
        work(company)
    finally:
        company.stop(signal.SIGKILL)


def with_laptop(recorder: Recorder, work: Callable[[Laptop], None]) -> None:
    """The same with a laptop that holds two visits, one of them unsent."""

    def use(company: Company) -> None:
        one = company.laptop("甲")
        one.home.rename(company.folder / "laptop")
        one = Laptop(company.folder / "laptop")
        done(one.rounds("record", "--from", str(one.visit_file("1-101"))))
        done(one.rounds("sync"))
        done(one.rounds("record", "--from", str(one.visit_file("1-102"))))
        work(one)

    with_company(recorder, use)


class Scenario(NamedTuple):
    """Images are made of what has a name, in the recorded directory, that begins with one of `matters`."""

    work: Callable[[Recorder, int], None]
    matters: tuple[str, ...]


SCENARIOS = {
    "enrolment": Scenario(enrolment, ("laptop",)),
    "laptop": Scenario(laptop, ("laptop",)),
    "backup": Scenario(backup, ("laptop", "stick")),
    "passphrase": Scenario(passphrase, ("laptop",)),
    "restore": Scenario(restore, ("laptop", "stick")),
    "founding": Scenario(founding, ("office",)),
    "office": Scenario(office, ("office",)),
}
# Small programs of which is known whether they lose, and whether they do.
PROOFS = {
    f"rows {journal} {synchronous}": (Scenario(rows(journal, synchronous), ("rounds.sqlite",)), loses)
    for journal, synchronous, loses in (
        ("WAL", "NORMAL", True), ("DELETE", "FULL", True),
        ("WAL", "FULL", False), ("TRUNCATE", "FULL", False),
    )
}
PROOFS["store"] = (Scenario(product_rows(), ("rounds.sqlite",)), False)
PROOFS["store synchronousNormal"] = (
    Scenario(product_rows("synchronousNormal"), ("rounds.sqlite",)), True)
