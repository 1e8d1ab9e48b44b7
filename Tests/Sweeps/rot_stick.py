"""What a laptop writes for a stick, under rot: an export that another laptop takes in, and a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from company import Laptop, done
from rot import Broken, Change, envelopes
from rot_judge import Tally, checked
from rot_laptop import DOCTOR, LOOKS, STATE, LaptopUnderRot


class StickUnderRot:
    """The export and the backup of a laptop, and the second laptop, which was enrolled before anything
    in them was recorded."""

    subjects = ("export", "laptop backup", "laptop backup keys")

    def __init__(self, ground: LaptopUnderRot) -> None:
        self.ground = ground
        self.company = ground.company
        self.export, self.backup = ground.export, ground.backup
        self.backup_keys = self.backup.with_name(self.backup.name + ".keys")
        self.stick = {path: path.read_bytes() for path in (self.export, self.backup, self.backup_keys)}
        done(ground.other.rounds("import", str(self.export)))
        self.imported = envelopes(ground.other.home / "rounds.sqlite")
        self.imported_keys = carried(ground.other)
        self.imported_state = done(ground.other.rounds(*STATE)).output
        if not set(ground.whole) <= set(self.imported):
            raise Broken("a whole export does not bring every bundle")

    def bytes_of(self, subject: str) -> bytes:
        """The file of that subject, whole."""
        return self.stick[{"export": self.export, "laptop backup": self.backup,
                           "laptop backup keys": self.backup_keys}[subject]]

    def play(self, subject: str, change: Change, index: int, tally: Tally) -> None:
        """Puts the change in place and judges.

        Raises:
            Broken: a promise does not hold.
        """
        if subject == "export":
            self._import(change, index, tally)
        else:
            self._restore(subject, change, tally)

    def _import(self, change: Change, index: int, tally: Tally) -> None:
        self.ground.other_kept.put_back()
        self.export.write_bytes(change.data)
        words = ("import", str(self.export), "--json")
        ended = checked(self.ground.other.rounds(*words), words)
        found = envelopes(self.ground.other.home / "rounds.sqlite")
        if any(self.imported.get(name) != envelope for name, envelope in found.items()):
            raise Broken("something came in that was not exported")
        # A frame is taken in before its member's sum has been read, so that a damaged wrap of a key may
        # come in beside the genuine one; what counts is that the whole file then mends everything.
        false_keys = len(carried(self.ground.other) - self.imported_keys)
        tally.outcomes["damaged key wraps taken in"] += false_keys
        if ended.status != 0:
            tally.outcomes["refused"] += 1
            tally.outcomes["bundles in all the same"] += len(found)
        else:
            shown = done(self.ground.other.rounds(*STATE)).output
            if set(found) != set(self.imported) or shown != self.imported_state:
                raise Broken(f"import said all is well with {len(found)} of {len(self.imported)} bundles")
            tally.outcomes["same"] += 1
        if false_keys or index % 4 == 0:
            self._import_again(tally)
        if index % 8 == 0 and checked(self.ground.other.rounds(*DOCTOR), DOCTOR).status != 0:
            raise Broken("the doctor is not well after an import")

    def _import_again(self, tally: Tally) -> None:
        self.export.write_bytes(self.stick[self.export])
        done(self.ground.other.rounds("import", str(self.export)))
        if envelopes(self.ground.other.home / "rounds.sqlite") != self.imported:
            raise Broken("the whole export does not make good what a damaged one left out")
        if not self.imported_keys <= carried(self.ground.other):
            raise Broken("a damaged key wrap keeps the genuine one out")
        tally.outcomes["mended by the whole file"] += 1

    def _restore(self, subject: str, change: Change, tally: Tally) -> None:
        self.ground.later.put_back()
        for path, data in self.stick.items():
            path.write_bytes(data)
        (self.backup if subject == "laptop backup" else self.backup_keys).write_bytes(change.data)
        words = ("restore", str(self.backup), "--as-of-backup", "--json")
        ended = checked(self.ground.laptop.rounds(*words), words)
        if ended.status == 0:
            outcome, _ = self.ground.judge.verdict(tally, LOOKS[:4], True, {})
            tally.outcomes[f"restored, {outcome}"] += 1
        elif done(self.ground.laptop.rounds(*STATE)).output != self.ground.later_state:
            raise Broken("a restore that was refused changed the state")
        else:
            tally.outcomes["refused"] += 1


def carried(laptop: Laptop) -> set[tuple[object, ...]]:
    """The household keys that came in files."""
    with closing(sqlite3.connect(laptop.home / "rounds.sqlite")) as store:
        return set(store.execute("SELECT * FROM carriedKey"))
