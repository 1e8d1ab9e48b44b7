"""A laptop's files under rot: its store and the journal beside it, its keys, and its mark."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from company import Company, Laptop, done
from rot import Broken, Change, Kept, envelopes, same_keys
from rot_judge import Judge, Tally, Words, checked

STATE: Words = ("state", "--scope", "S1", "--json")
LOOKS: list[Words] = [
    STATE, ("visits", "list", "--json"), ("status", "--json"), ("household", "list", "--json"),
    ("state", "--scope", "company", "--json"),
]
DOCTOR: Words = ("doctor", "--json")


class LaptopUnderRot:
    """An enrolled laptop with three visits sent and one not, and a second one for what is imported."""

    inside = {"laptop store": "rounds.sqlite", "laptop keys": "keys.sqlite",
              "device key": "device.key", "installation mark": "installation"}
    subjects = (*inside, "hot journal")

    def __init__(self, company: Company) -> None:
        self.company = company
        company.serve()
        self.laptop = company.laptop("officer")
        self.other = company.laptop("supervisor", "serviceSupervisor")
        self.other_kept = Kept(self.other.home)
        for unit in ("1-101", "1-102", "1-103"):
            self._record(unit)
        done(self.laptop.rounds("sync"))
        self._record("1-104")
        self.judge = Judge(self.laptop.rounds, LOOKS, [DOCTOR])
        self.judge.remember()
        self.export, self.backup = company.folder / "out.export", company.folder / "out.backup"
        done(self.laptop.rounds("export", str(self.export)))
        done(self.laptop.rounds("backup", str(self.backup)))
        self.kept = Kept(self.laptop.home)
        self.whole = envelopes(self.kept.files["rounds.sqlite"])
        with closing(sqlite3.connect(self.laptop.home / "rounds.sqlite")) as store:
            self.unsent = store.execute("SELECT id FROM bundle WHERE delivery = 1").fetchone()[0]
        self._record("1-101")
        self.later = Kept(self.laptop.home)
        self.later_state = done(self.laptop.rounds(*STATE)).output
        self.later_whole = envelopes(self.later.files["rounds.sqlite"])
        self.half, self.journal = hot_journal(self.kept, self.later, company.folder / "hot.sqlite")
        self.kept.put_back({"rounds.sqlite": self.half, "rounds.sqlite-journal": self.journal})
        if self.judge.verdict(Tally(), LOOKS, True, {})[0] != "same":
            raise Broken("the hot journal does not roll back though nothing rotted")

    def _record(self, unit: str) -> None:
        done(self.laptop.rounds("record", "--from", str(self.laptop.visit_file(unit))))

    def bytes_of(self, subject: str) -> bytes:
        """The file of that subject, whole."""
        return self.journal if subject == "hot journal" else self.kept.files[self.inside[subject]]

    def play(self, subject: str, change: Change, index: int, tally: Tally) -> None:
        """Puts the change in place and judges.

        Raises:
            Broken: a promise does not hold.
        """
        files: dict[str, bytes] = {}
        allowed: dict[Words, set[bytes]] = {}
        if subject == "hot journal":
            files = {"rounds.sqlite": self.half, "rounds.sqlite-journal": change.data}
            # A journal that is gone or reads as none leaves what was being written.
            allowed = {STATE: {self.later_state}}
        else:
            files = {self.inside[subject]: change.data}
        self.kept.put_back(files)
        if subject == "hot journal":
            looks = [STATE]
        elif subject == "laptop store":
            looks = [STATE, LOOKS[1 + index % 4]]
        else:
            looks = [LOOKS[3], LOOKS[index % 3]]
        is_thorough = change.kind == "value" or index % 4 == 0 or subject == "device key"
        outcome, said = self.judge.verdict(tally, looks, is_thorough, allowed)
        tally.outcomes[outcome] += 1
        if subject == "device key" and outcome == "same" and not same_keys(
            change.data, self.kept.files["device.key"]
        ):
            raise Broken("silent change: nothing notices another key in device.key")
        if subject in ("laptop store", "hot journal") and outcome != "same":
            if "doctor --rebuild" in said and "salvage" not in said:
                self._rebuild(tally)
            else:
                self._salvage(files, tally)

    def _salvage(self, files: dict[str, bytes], tally: Tally) -> None:
        """The laptop's own salvage, or another laptop's where this one no longer knows whose it is."""
        hurt = files["rounds.sqlite"]
        self.kept.put_back(files)
        known = self.whole | self.later_whole
        # What a journal would take back need not be found, and may be.
        intact = {name for name, envelope in self.whole.items() if envelope in hurt}
        rows = envelopes(hurt)
        intact |= {name for name, envelope in self.whole.items() if rows.get(name) == envelope}
        words = ("salvage", str(self.laptop.home / "rounds.sqlite"), "--json")
        ended = checked(self.laptop.rounds(*words), words)
        where = self.laptop
        if ended.status != 0:
            tally.outcomes["salvaged elsewhere"] += 1
            self.other_kept.put_back()
            where = self.other
            ended = checked(where.rounds(*words), words)
            if ended.status != 0 and intact:
                raise Broken(f"salvage does not work: {ended.talk[-400:]}")
        found = envelopes(where.home / "rounds.sqlite")
        lost = intact - set(found)
        if lost:
            raise Broken(f"salvage lost {len(lost)} of {len(intact)} intact bundles: {ended.output!r}")
        if any(known.get(name, envelope) != envelope for name, envelope in found.items()):
            raise Broken("salvage brought a bundle with other bytes")
        shown = checked(where.rounds(*STATE), STATE)
        tally.outcomes["salvaged"] += 1
        tally.outcomes["bundles intact"] += len(intact)
        if where is self.laptop and set(self.whole) >= set(found):
            if shown.status == 0 and set(self.whole) == set(found):
                if shown.output != self.judge.before[STATE]:
                    raise Broken("every bundle was saved, and the state differs")
                tally.outcomes["salvaged to the same state"] += 1
            else:
                self._sync(set(found), tally)

    def _sync(self, found: set[bytes], tally: Tally) -> None:
        """The doctor's cure ends with a sync: what was not saved and the office has comes back."""
        done(self.laptop.rounds("sync"))
        if self.unsent in found and done(self.laptop.rounds(*STATE)).output != self.judge.before[STATE]:
            raise Broken("the state differs after a salvage and a sync")
        tally.outcomes["made whole by a sync"] += 1

    def _rebuild(self, tally: Tally) -> None:
        """The doctor's other cure: what can be computed anew is, and sync brings the rest."""
        words = ("doctor", "--rebuild", "--json")
        checked(self.laptop.rounds(*words), words)
        shown = checked(self.laptop.rounds(*STATE), STATE)
        if shown.output == self.judge.before[STATE]:
            tally.outcomes["rebuilt"] += 1
            return
        after = checked(self.laptop.rounds(*DOCTOR), DOCTOR)
        if after.status == 0:
            raise Broken("the state differs after a rebuild, and the doctor finds nothing")
        tally.outcomes["rebuilt in part, and the doctor says so"] += 1


def hot_journal(old: Kept, new: Kept, file: Path) -> tuple[bytes, bytes]:
    """A store in the middle of a transaction from the old content to the new, with its journal.

    SQLite itself writes both: with a cache of one page it has to bring its changes to the file, and
    therefore the journal to the disk, before it commits.
    """
    later = file.with_name("later.sqlite")
    file.write_bytes(old.files["rounds.sqlite"])
    later.write_bytes(new.files["rounds.sqlite"])
    with closing(sqlite3.connect(file, isolation_level=None)) as store:
        for word in ("journal_mode = TRUNCATE", "synchronous = FULL", "cache_size = 1"):
            store.execute(f"PRAGMA {word}")
        store.execute("ATTACH ? AS later", (str(later),))
        tables = [name for (name,) in store.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        store.execute("BEGIN IMMEDIATE")
        for table in tables:
            store.execute(f"DELETE FROM main.{table}")
            store.execute(f"INSERT INTO main.{table} SELECT * FROM later.{table}")
        half = file.read_bytes()
        journal = file.with_name(file.name + "-journal").read_bytes()
        store.execute("ROLLBACK")
    if half == old.files["rounds.sqlite"] or journal[:4] != b"\xd9\xd5\x05\xf9":
        raise Broken("SQLite did not write before its commit")
    return half, journal
