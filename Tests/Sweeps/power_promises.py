"""What was promised when, as a recording tells it: the rows and files that no power cut may take.

A program promises when it prints: all that its store holds at that moment was called saved. An office
promises when it answers a laptop: the bundles whose receipts that laptop then stores, and the keys that
came with them. The answer is the last one sent to the laptop's port before the laptop stored it.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from power_disk import Disk
from power_recording import MEMORY, Recording
from power_trace import Step, read_trace

# Replaced as wholes by their owner, and of use only as wholes.
KEY_FILES = ("device.key", "transport.key", "office.key")
QUERIES = {
    "bundle": "SELECT id, envelope FROM bundle",
    "receipt": "SELECT id, receipt FROM bundle WHERE receipt IS NOT NULL",
    "feed": "SELECT CAST(hex(scope) || ':' || position AS BLOB), bundle FROM feed",
    "householdKey": "SELECT id, x'' FROM householdKey",
    # Not promised: it goes when the office has the key.
    "outgoingKey": "SELECT id, bundle FROM outgoingKey",
}

Rows = dict[tuple[str, bytes], bytes]
# From which step on, and what: rows by store.
Promised = tuple[int, dict[str, Rows]]


def read_rows(store: sqlite3.Connection) -> Rows:
    """All that can be promised of a store."""
    tables = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        (kind, name): value
        for kind, query in QUERIES.items()
        if {"receipt": "bundle"}.get(kind, kind) in tables
        for name, value in store.execute(query)
    }


def seen_rows(disk: Disk, name: str) -> Rows:
    """The same of a store as programs see it now."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        for end in ("", "-journal", "-wal"):
            if name + end in disk.seen:
                (Path(folder) / ("store" + end)).write_bytes(disk.seen[name + end].seen)
        store = sqlite3.connect(Path(folder) / "store")
        try:
            return read_rows(store)
        finally:
            store.close()


def is_store(name: str) -> bool:
    """Stores in place, and backups on the stick."""
    return name.endswith(".sqlite") or name.startswith("stick/") and not name.endswith("-journal")


class Answers:
    """Follows what laptops store of an office's answers, to say what the answers promised."""

    def __init__(self) -> None:
        self._sent: dict[int, int] = {}
        self._heard: dict[int, int] = {}
        # By journal: the answer that was the last when the transaction began.
        self._begun: dict[str, int] = {}
        self._wraps: dict[bytes, set[bytes]] = {}
        self._known: set[bytes] = set()

    def follow(self, disk: Disk, index: int, step: Step, name: str | None) -> Promised | None:
        """Returns: the step of an answer and what it promised, once a laptop has stored that."""
        if step.kind == "S":
            self._sent[step.number] = index
        elif step.kind == "R" and step.number in self._sent:
            self._heard[step.process] = self._sent[step.number]
        elif name is not None and name.startswith("laptop-") and name.endswith("/rounds.sqlite-journal"):
            if step.kind == "w" and step.process in self._heard:
                self._begun.setdefault(name, self._heard[step.process])
            elif step.kind == "t" and step.number == 0:
                return self._stored(disk, name.removesuffix("-journal"), self._begun.pop(name, None))
        return None

    def _stored(self, disk: Disk, store: str, answer: int | None) -> Promised | None:
        rows = seen_rows(disk, store)
        for (kind, key), bundle in rows.items():
            if kind == "outgoingKey":
                self._wraps.setdefault(bundle, set()).add(key)
        new = {name for kind, name in rows if kind == "receipt"} - self._known
        if not new:
            return None
        if answer is None:
            raise ValueError(f"{store}: receipts without an answer")
        self._known |= new
        keys: Rows = {("householdKey", key): b"" for one in new for key in self._wraps.get(one, ())}
        kept = {row: rows[row] for one in new for row in (("bundle", one), ("receipt", one))}
        return answer, {"office/rounds.sqlite": kept, "office/keys.sqlite": keys}


@dataclass(frozen=True)
class Promise:
    """What must be there in images of step `since` and later: rows by store."""

    since: int
    rows: dict[str, Rows]


def with_feed(promised: list[Promised], final: Rows) -> list[Promised]:
    """Adds the places in the feed that promised bundles got; a place is never changed."""
    places = {bundle: (row, bundle) for row, bundle in final.items() if row[0] == "feed"}
    for _, stores in promised:
        rows = stores["office/rounds.sqlite"]
        rows |= dict(places[name] for kind, name in list(rows) if kind == "bundle" and name in places)
    return promised


def added_up(promised: list[Promised]) -> list[Promise]:
    """Each promise with all that was promised before it, in order of time."""
    latest: dict[str, Rows] = {}
    all_: list[Promise] = []
    for since, stores in sorted(promised, key=lambda one: one[0]):
        for store, rows in stores.items():
            kept = {row: value for row, value in rows.items() if row[0] != "outgoingKey"}
            latest[store] = latest.get(store, {}) | kept
        all_.append(Promise(since, dict(latest)))
    return all_


class Promises:
    """Everything a recording promises; `steps` are those after which images or promises can differ.

    Raises:
        ValueError: the trace does not lead to what the programs left, so it misses something.
    """

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.steps: list[int] = []
        # Every whole that a key file has been, with the step that made it.
        self._wholes: dict[str, list[tuple[int, bytes]]] = {}
        promised: list[Promised] = []
        answers = Answers() if recording.name == "office" else None
        disk = Disk(recording.before, os.path.realpath(recording.directory))
        for name in disk.seen:
            self._note_whole(disk, name, -1)
        promised.append((-1, self._seen(disk)))
        for index, step in enumerate(read_trace(recording.trace)):
            name = disk.play(step)
            if name is not None and self._matters(name) and not name.endswith("-shm"):
                self.steps.append(index)
                if step.kind in ("r", "l"):
                    self._note_whole(disk, name, index)
            if answers:
                answered = answers.follow(disk, index, step, name)
                promised += [answered] if answered else []
            elif step.kind == "O":
                promised.append((index, self._seen(disk)))
        self._compare(disk)
        if answers:
            promised = with_feed(promised, seen_rows(disk, "office/rounds.sqlite"))
        self.all = added_up(promised)
        self.steps = sorted({*self.steps, *(one.since for one in self.all if one.since >= 0)})

    def _matters(self, name: str) -> bool:
        return name.startswith(self.recording.matters)

    def _note_whole(self, disk: Disk, name: str, index: int) -> None:
        if self._matters(name) and name.rpartition("/")[2] in KEY_FILES:
            self._wholes.setdefault(name, []).append((index, bytes(disk.seen[name].seen)))

    def _seen(self, disk: Disk) -> dict[str, Rows]:
        """What all stores hold, as programs see them."""
        return {name: seen_rows(disk, name) for name in disk.seen if self._matters(name) and is_store(name)}

    def _compare(self, disk: Disk) -> None:
        real = {str(path.relative_to(self.recording.after)): path for path in self.recording.after.rglob("*")}
        for name in {*real, *disk.seen}:
            if not self._matters(name) or name.endswith("-shm"):
                continue
            played = disk.seen.get(name)
            same = name in real and played is not None and (
                real[name].is_dir() if played is disk.folder else real[name].read_bytes() == played.seen
            )
            if not same:
                raise ValueError(f"{self.recording.name}: the trace does not explain {name}")

    def at(self, step: int) -> Promise:
        return [one for one in self.all if one.since <= step][-1]

    def wholes(self, step: int) -> dict[str, tuple[bool, set[bytes]]]:
        """By key file: whether it must be there, and what it may be."""
        since = self.at(step).since
        found = {}
        for name, versions in self._wholes.items():
            past = [whole for at, whole in versions if at <= since]
            later = {whole for at, whole in versions if since < at <= step}
            found[name] = (bool(past), later | set(past[-1:]))
        return found
