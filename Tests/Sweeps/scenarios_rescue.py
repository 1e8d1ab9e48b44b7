"""Scenarios that look after the laptop's store: backup, restore, a change of the passphrase."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from company import Ended, done
from lane import Lane, expect
from scenarios import NEW, OLD, Scenario, Skipped, acknowledged


class Backup(Scenario):
    """A backup that was stopped has left nothing under its name, or a whole one."""

    name = "backup"

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        lane.words = ["backup", str(lane.outside / "one.backup")]

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        file = lane.outside / "one.backup"
        expect_backup(lane, ended, file, lambda path: lane.laptop.rounds("backup", path))
        restored = lane.laptop.rounds("restore", str(file), "--lang", "en")
        expect(restored.status == 0, f"restore of it: {lane.said(restored)}")
        expect(lane.laptop_starts() == shown, "visits are not the same after a restore of it")


def expect_backup(lane: Lane, ended: Ended, file: Path, back_up: Callable[[str], Ended]) -> None:
    """A run left a backup of that name, or nothing of that name and nothing that bars the next.

    Where there was none there is one afterwards. Raises: Broken, also if one was promised and is not.
    """
    keys = file.with_name(f"{file.name}.keys")
    is_promised = bool(acknowledged(ended)) or ended.status == 0
    expect(file.exists() or not is_promised, "said to be backed up, but there is no file")
    if file.exists():
        expect(keys.exists(), "a backup has its name, but no keys")
        lane.figures["backups that were whole before it was said"] += not is_promised
        return
    lane.figures["backups stopped between their two names"] += keys.exists()
    done(back_up(str(file)))
    left = {path.name for path in lane.outside.iterdir()}
    expect(left == {file.name, keys.name}, f"left beside the next backup: {left}")


class Restore(Scenario):
    """A visit was recorded after the backup; a restore takes it back."""

    name = "restore"

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        file = str(lane.outside / "one.backup")
        done(lane.laptop.rounds("backup", file))
        lane.record("1-103")
        lane.words = ["restore", file]

    def next_start(self, lane: Lane) -> tuple[list[str], dict[str, str]]:
        # Without a file: finishes one that stopped.
        return lane.laptop.words("restore"), lane.laptop.environment()

    def open(self, lane: Lane, ended: Ended) -> None:
        # A restore that was decided but not finished lets nothing else at the store, and says which
        # command finishes it: the one place where a start needs a person.
        tried = lane.laptop.rounds("visits", "list", "--json", "--lang", "en")
        if tried.status == 0 or json.loads(tried.output)["error"]["key"] != "rescue.restoreUnfinished":
            return
        expect(ended.status != 0, "said to be restored, but it is unfinished")
        finished = lane.laptop.rounds("restore", "--json")
        expect(finished.status == 0, f"rounds restore does not finish it: {lane.said(finished)}")
        lane.figures["finished by a second restore"] += 1

    def look(self, lane: Lane, ended: Ended, shown: set[str]) -> None:
        if ended.status == 0:
            back = acknowledged(ended)["takenBack"]
            expect(back == 1, f"{back} bundles taken back instead of 1")


class KeyChange(Scenario):
    """A new passphrase: exactly one of the two opens the vault afterwards."""

    name = "key change"
    said = f"{OLD}\n{NEW}\n".encode()

    def prepare(self, lane: Lane) -> None:
        lane.record("1-102")
        set_first = lane.laptop.rounds("passphrase", "--lang", "en", said=f"{OLD}\n".encode())
        if set_first.status != 0 or lane.laptop.rounds("lock").status != 0:
            raise Skipped(set_first.talk.strip() or "this system offers no keyring")
        done(lane.laptop.rounds("unlock", said=f"{OLD}\n".encode()))
        lane.words = ["passphrase"]

    def open(self, lane: Lane, ended: Ended) -> None:
        done(lane.laptop.rounds("lock"))
        opens = [
            phrase
            for phrase in (OLD, NEW)
            if lane.laptop.rounds("unlock", said=f"{phrase}\n".encode()).status == 0
        ]
        expect(len(opens) == 1, f"{len(opens)} of both passphrases open the vault")
        if acknowledged(ended) or ended.status == 0:
            expect(opens == [NEW], "said to be changed, but the old passphrase opens it")
        elif opens == [NEW]:
            lane.figures["changed before it was said"] += 1
