"""What a program is doing when the fault comes, and what must hold afterwards: the laptop's part.

A scenario prepares a lane once, is run under strace at each point from that state, and looks
afterwards at what is its own; `holds` looks at what all have in common. "Acknowledged" is what the
run itself printed as done, even if it was killed right after.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Protocol

from company import SECONDS_MAX, Ended, done, run
from lane import Lane, expect
from strace import Call, Trace

OLD, NEW = "orange kettle seven stairs", "纸船和三只蓝色的茶杯放在窗台"
CORRECTED = "第二次更正"


class Skipped(Exception):
    """This system cannot run the scenario; the words say why."""


class Fault(Protocol):
    """What goes wrong in one run; `strace.Trace` is one."""

    def before(self) -> list[str]:
        """The words to put before a program's own; their child is the program."""

    def attach(self, tasks: list[int], *, follow: bool) -> Popen[str]:
        """Comes to running threads, and with `follow` to the others of their process."""

    def hits(self) -> int:
        """How often it took effect."""


class NoFault:
    """Nothing is put upon the program: what is wrong is elsewhere, and there already."""

    def before(self) -> list[str]:
        return ["timeout", "--signal=KILL", str(SECONDS_MAX)]

    def attach(self, tasks: list[int], *, follow: bool) -> Popen[str]:
        return Popen(["true"], stderr=PIPE, text=True)

    def hits(self) -> int:
        return 1


@dataclass(frozen=True)
class Point:
    """Where a fault comes: see `strace.Trace`; `files` are names below the company's folder."""

    name: str
    number: int
    files: tuple[str, ...] = ()
    thread: str = ""

    def trace(self, lane: Lane, fault: str, *, stays: bool) -> Trace:
        files = tuple(str(lane.company.folder / file) for file in self.files)
        return Trace(lane.log, fault, self.name, self.number, stays, files)


def acknowledged(ended: Ended) -> dict:
    """What the run printed as done: its JSON, if it is whole and no error."""
    try:
        said = json.loads(ended.output)
    except json.JSONDecodeError:
        # Nothing, or an answer that was cut: no promise yet.
        return {}
    return {} if "error" in said else said


def age_store(file: Path) -> None:
    """Makes the store one of the older schema: the next start computes its tables anew."""
    with closing(sqlite3.connect(file)) as store, store:
        store.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (b"1",))


def schema(file: Path) -> int:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as store:
        (value,) = store.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        return int(value)


class Scenario:
    """A run of `rounds` with `lane.words`; subclasses say which."""

    name = ""
    said = b""
    # Whether the office serves meanwhile.
    serves = False
    # Most visits the run may add to what the laptop shows.
    may_add = 0

    def prepare(self, lane: Lane) -> None:
        """Makes the state in which each point begins, and `lane.words`. May raise `Skipped`."""
        raise NotImplementedError

    def prepare_last(self, lane: Lane) -> None:
        """What no other command may see before the run."""

    def run(self, lane: Lane, fault: Fault, thread: str = "") -> Ended:
        if self.serves:
            lane.company.serve()
        words = lane.laptop.words(*lane.words, "--json", "--lang", "en")
        return run([*fault.before(), *words], lane.laptop.environment(), said=self.said)

    def next_start(self, lane: Lane) -> tuple[list[str], dict[str, str]]:
        """The program that first finds what the run left, and its environment."""
        return lane.laptop.words("visits", "list"), lane.laptop.environment()

    def open(self, lane: Lane, ended: Ended) -> None:
        """What a person must do before the laptop shows visits."""

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        """Raises `Broken` unless what this scenario is about is there, `shown` by the next start."""

    def points(self, lane: Lane, *, on_files: bool) -> list[Point]:
        """Every counted call of a clean run; `on_files`: only those on the company's own files.

        Without `on_files` the calls before the first that names the data directory are left out:
        they load the program, and nothing of ours has been touched.
        """
        calls = self._clean(lane, ())
        if not on_files:
            home = str(lane.laptop.home)
            first = next(i for i, call in enumerate(calls) if any(p.startswith(home) for p in call.paths))
            return list(dict.fromkeys(Point(call.name, call.number) for call in calls[first:]))
        files = own_files(lane, calls)
        counted = self._clean(lane, files)
        names = tuple(str(Path(file).relative_to(lane.company.folder)) for file in files)
        return list(dict.fromkeys(Point(call.name, call.number, names) for call in counted))

    def _clean(self, lane: Lane, files: tuple[str, ...]) -> list[Call]:
        lane.put_back("point")
        trace = Trace(lane.log, files=files, shows_paths=True)
        done(self.run(lane, trace))
        lane.stop()
        return trace.calls()


def own_files(lane: Lane, calls: list[Call]) -> tuple[str, ...]:
    """Files and directories of the company that the calls use."""
    folder = f"{lane.company.folder}/"
    return tuple(sorted({path for call in calls for path in call.paths if path.startswith(folder)}))


def begin(lane: Lane, scenario: Scenario) -> None:
    """Prepares a lane for a scenario."""
    lane.put_back("base")
    scenario.prepare(lane)
    lane.stop()
    lane.before = lane.laptop_starts()
    scenario.prepare_last(lane)
    lane.keep("point")


def holds(lane: Lane, scenario: Scenario, ended: Ended) -> None:
    """What must hold after every run, however it ended. Raises: Broken."""
    scenario.open(lane, ended)
    shown = lane.laptop_starts()
    lost, extra = lane.before - shown, shown - lane.before
    expect(not lost, f"visits are gone: {lost}")
    expect(len(extra) <= scenario.may_add, f"visits nobody made: {extra}")
    if lane.company.server is None:
        lane.office_starts()
    scenario.look(lane, ended, shown)
    lane.everything_is_sound()
    lane.ends_in_step(shown)


class Record(Scenario):
    name = "record"
    may_add = 1

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        lane.words = ["record", "--from", str(lane.laptop.visit_file("1-103"))]

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        extra = shown - lane.before
        visit = acknowledged(ended).get("visit")
        if visit is not None or ended.status == 0:
            expect(extra == {visit}, f"said to be saved: {visit}; on disk: {extra}")
        elif extra and "not saved" in ended.talk:
            lane.figures["stored though 'not saved' was said"] += 1


class Amend(Scenario):
    name = "amend"

    def prepare(self, lane: Lane) -> None:
        lane.words = lane.amendment(CORRECTED)

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        remark = lane.shown(lane.visit)["remark"]
        expect(remark in ("第一次更正", CORRECTED), f"remark: {remark}")
        if acknowledged(ended) or ended.status == 0:
            expect(remark == CORRECTED, f"said to be amended, but shows {remark}")
        elif remark == CORRECTED and "not saved" in ended.talk:
            lane.figures["stored though 'not saved' was said"] += 1


class Sync(Scenario):
    """Two visits to send, two to fetch."""

    name = "sync"
    serves = True
    may_add = 2

    def prepare(self, lane: Lane) -> None:
        something_to_exchange(lane)
        lane.words = ["sync"]

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        if acknowledged(ended).get("inSync") or ended.status == 0:
            expect(len(shown - lane.before) == 2, "said to be in sync, but has not what the office has")
            expect(lane.laptop.pending() == 0, "said to be in sync, but something is unsent")


def something_to_exchange(lane: Lane) -> None:
    lane.company.serve()
    for unit in ("1-201", "1-202"):
        done(lane.other.rounds("record", "--from", str(lane.other.visit_file(unit))))
    done(lane.other.rounds("sync"))
    lane.stop()
    for unit in ("1-102", "1-103"):
        lane.record(unit)


class Migrate(Scenario):
    """The first start of a newer program, which computes all tables anew while it opens."""

    name = "migrate"

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        lane.words = ["visits", "list"]

    def prepare_last(self, lane: Lane) -> None:
        age_store(lane.laptop.home / "rounds.sqlite")

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        if ended.status == 0:
            listed = {visit["id"] for visit in acknowledged(ended)["visits"]}
            expect(listed == lane.before, f"listed {len(listed)} of {len(lane.before)} visits")
        version = schema(lane.laptop.home / "rounds.sqlite")
        expect(version > 1, f"the next start left the schema at {version}")
