"""An office and two laptops whose clocks are set anew, by libfaketime, before each command."""

from __future__ import annotations

import datetime
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from company import Company, Ended, Laptop, done, ordinary_visit, run
from promises import Broken, hold

CHINA = datetime.timezone(datetime.timedelta(hours=8))
UNITS = [f"1-{n // 4 + 1}0{n % 4 + 1}" for n in range(12)]
LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))


@dataclass(frozen=True)
class Clock:
    """A wrong clock: `begins` in libfaketime's words, which is either an offset or a moment."""

    name: str
    begins: str

    def variables(self) -> dict[str, str]:
        if not self.begins:
            return {}
        return {
            "LD_PRELOAD": str(LIBRARIES[-1]), "FAKETIME": self.begins,
            # Setting a clock moves no monotonic one.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Without a name for it the library makes shared memory before the program begins, and
            # Swift then finds no arguments.
            "FAKETIME_SHARED": "/none /none",
        }

    def now(self, running: float = 0.0) -> datetime.datetime:
        """What it shows in a program that has been running for so many seconds."""
        if self.begins.startswith("@"):
            began = datetime.datetime.fromisoformat(self.begins[1:]).replace(tzinfo=CHINA)
            return began + datetime.timedelta(seconds=running)
        seconds = int(self.begins or "0")
        return datetime.datetime.now(CHINA) + datetime.timedelta(seconds=seconds)


DAY = 86_400
RIGHT = Clock("right", "")
CLOCKS = [
    RIGHT,
    Clock("400 days back", f"-{400 * DAY}"),
    Clock("10 years ahead", f"+{3650 * DAY}"),
    Clock("1970", "@1970-01-01 08:20:00"),
    Clock("2038", "@2038-01-19 11:14:06"),  # the last seconds that 32 bits hold
    Clock("20 minutes ahead", "+1200"),
]


class Story:
    """An office and two laptops whose clocks are set before each command."""

    def __init__(self) -> None:
        self.company = Company()
        self.office_clock, self.office_began = RIGHT, time.monotonic()
        self.company.serve()
        self.ours, self.other = self.company.laptop("甲"), self.company.laptop("乙")
        self.visits: dict[str, tuple[str, str]] = {}
        self.refused = 0

    def __enter__(self) -> Story:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: object, at: object) -> None:
        if kind is None:
            self.company.__exit__(None, None, None)
        else:
            self.company.stop()
            print(f"kept: {self.company.folder}", file=sys.stderr)

    def set_office(self, clock: Clock) -> None:
        """Stops the office and starts it under another clock, as after a repair."""
        if clock == self.office_clock:
            return
        self.company.stop()
        words = [f"{name}={value}" for name, value in clock.variables().items()]
        self.company.serve("env", *words)
        self.office_clock, self.office_began = clock, time.monotonic()

    def rounds(self, laptop: Laptop, clock: Clock, *words: str) -> Ended:
        environment = laptop.environment(**clock.variables())
        ended = run(laptop.words(*words), environment)
        hold("nothing traps", ended.status in (0, 2), (clock.name, words, ended))
        if ended.status == 2:
            # Refused by a rule, with words for the person.
            hold("a refusal names its rule", ended.json()["refused"]["rule"].startswith("R1-"), ended)
            hold("a refusal is said", bool(ended.talk.strip()), ended)
            self.refused += 1
        return ended

    def sync(self, laptop: Laptop, clock: Clock) -> None:
        ended = done(self.rounds(laptop, clock, "sync", "--lang", "en"))
        off = self.office_clock.now(time.monotonic() - self.office_began) - clock.now()
        if abs(off.total_seconds()) > 180:
            hold("a wrong clock is said", "clock differs" in ended.output.decode() + ended.talk, ended)
        status = done(self.rounds(laptop, clock, "status", "--json")).json()
        said = status["clockDifferenceMs"] / 1000 - off.total_seconds()
        hold("the difference is measured", abs(said) < 120, (status["clockDifferenceMs"], off))
        hold("nothing waits after a sync", (status["pending"], status["held"]) == (0, 0), status)

    def record(self, clock: Clock, unit: str) -> str:
        """Records a visit of yesterday; if the wrong clock takes that for the future, one of its own
        last hour. Gives its id.
        """
        now = clock.now()
        begin, end = now - datetime.timedelta(minutes=12), now - datetime.timedelta(minutes=2)
        own = {"start": begin.isoformat(timespec="seconds"), "end": end.isoformat(timespec="seconds")}
        for times in ({}, own):
            file = self.ours.visit_file(unit, **times)
            ended = self.rounds(self.ours, clock, "record", "--from", str(file), "--json")
            visit = ordinary_visit(unit) | times
            if ended.status == 0:
                self.visits[ended.json()["visit"]] = (visit["start"], visit["end"])
                return ended.json()["visit"]
            hold("only the future is refused", now < datetime.datetime.fromisoformat(visit["end"]), ended)
        raise Broken("a visit of the clock's own past is refused too")

    def shown(self, laptop: Laptop, visit: str) -> dict:
        return done(self.rounds(laptop, RIGHT, "visits", "show", visit, "--json")).json()

    def amend(self, laptop: Laptop, clock: Clock, visit: str, remark: str) -> None:
        """A later word than all that this laptop shows, at once in force on it."""
        words = ("--field", "remark", "--value", remark, "--saw", self.shown(laptop, visit)["saw"])
        for one in (clock, RIGHT, Clock("a century ahead", f"+{36500 * DAY}")):
            # The rules of visits hold for an amended one too: of the future by this clock, say.
            if self.rounds(laptop, one, "visits", "amend", visit, *words, "--json").status == 0:
                break
        hold("the later word is shown", self.shown(laptop, visit).get("remark") == remark,
             self.shown(laptop, visit))

    def settle(self, clock: Clock, visit: str, remarks: set[str]) -> str:
        """Settles the conflict by the value that the clocks put second; gives it."""
        for laptop in (self.ours, self.other):
            shown = done(self.rounds(laptop, RIGHT, "conflicts", "show", visit, "--json")).json()
            found = {value["text"] for value in shown["conflicts"][0]["values"]}
            hold("both words are shown", found == remarks, shown)
        conflict = shown["conflicts"][0]
        words = ("--choose", "2", "--field", str(conflict["field"]), "--saw", conflict["saw"], "--json")
        done(self.rounds(self.other, clock, "conflicts", "settle", visit, *words))
        return conflict["values"][1]["text"]

    def heal(self, visit: str, remark: str) -> None:
        """All clocks are right again."""
        self.set_office(RIGHT)
        for laptop in (self.ours, self.other, self.ours):
            self.sync(laptop, RIGHT)
        states = [done(self.company.office("state", "--scope", "S1", "--json")).output]
        for laptop in (self.ours, self.other):
            states.append(done(laptop.rounds("state", "--scope", "S1", "--json")).output)
            hold("the last word is shown", self.shown(laptop, visit).get("remark") == remark)
            hold("every saved visit is there", set(self.visits) <= laptop.visits())
            own = self.shown(laptop, visit)["visit"]
            typed = [datetime.datetime.fromisoformat(moment) for moment in self.visits[visit]]
            kept = [datetime.datetime.fromisoformat(own[name]) for name in ("start", "end")]
            hold("dates are as they were typed", kept == typed, (kept, typed))
        hold("all machines show the same bytes", len(set(states)) == 1, [len(one) for one in states])
