"""What an image of a power cut is checked for.

Quickly, by SQLite alone: every store recovers by being opened and is sound, and every promised row and
key file is there with its bytes. And by the real program on some images: it starts unaided and shows
what was promised.
"""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from company import PROGRAMS, Ended, run, variables
from power_disk import Disk, Survivors
from power_promises import Promises, Rows, is_store, read_rows
from power_scenarios import NEW, OLD

# How a key file begins that a passphrase closes.
CLOSED = b"ROUNDS\0\2"


@dataclass
class Findings:
    """What is wrong with one image; nothing, if all is well."""

    lost: list[str] = field(default_factory=list)
    corrupt: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)

    def any(self) -> bool:
        return bool(self.lost or self.corrupt or self.stuck)


def lay_out(disk: Disk, survivors: Survivors, folder: Path) -> None:
    """Makes an image of `survivors` in `folder`, which is new.

    The mark of an installation holds the number of its directory; it gets the image's, which is not a
    copied laptop but the same after a power cut.
    """
    folder.mkdir(mode=0o700)
    for name, file in survivors.names.items():
        if file is disk.folder:
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        elif not name.endswith("-shm"):
            content = disk.content(file, survivors)
            if name.endswith("/installation"):
                here = b'"directory": "%d"' % (folder / name).parent.stat().st_ino
                content = re.sub(rb'"directory": "\d+"', here, content)
            descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as out:
                out.write(content)


def opened(path: Path) -> Rows:
    """Recovers a store as any program does that opens it, and reads it.

    Raises:
        sqlite3.DatabaseError: damaged, also where only the integrity check finds it.
    """
    store = sqlite3.connect(path)
    try:
        store.execute("PRAGMA synchronous = OFF")
        found = store.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)]:
            raise sqlite3.DatabaseError(f"integrity_check: {found[:3]}")
        return read_rows(store)
    finally:
        store.close()


def check(promises: Promises, step: int, folder: Path) -> Findings:
    """The quick check of an image after `step`."""
    findings = Findings()
    promised = promises.at(step).rows
    stores = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    is_restore = promises.recording.name == "restore"
    together: dict[str, Rows] = {}
    for name in sorted({*(name for name in stores if is_store(name)), *promised}):
        # A copy that is being made is of no use before it is whole, and nobody was told that it is.
        is_part = "/restoring/" in name or name.startswith("stick/") and not promised.get(name)
        rows: Rows = {}
        if name in stores:
            try:
                rows = opened(folder / name)
            except sqlite3.DatabaseError as error:
                if not is_part:
                    findings.corrupt.append(f"{name}: {error}")
                    continue
        together.setdefault(name.rpartition("/")[2], {}).update(rows)
        if not is_restore:
            find_missing(name, promised.get(name, {}), rows, findings)
    if is_restore:
        # Moved to and fro meanwhile: each row must be in one of the places.
        for name, rows in promised.items():
            kept = {row: value for row, value in rows.items() if row[0] == "bundle"}
            find_missing(name, kept, together.get(name.rpartition("/")[2], {}), findings)
    else:
        check_wholes(promises, step, folder, findings)
    return findings


def find_missing(name: str, promised: Rows, rows: Rows, findings: Findings) -> None:
    for row, value in promised.items():
        if rows.get(row) != value:
            state = "changed" if row in rows else "missing"
            findings.lost.append(f"{name}: {row[0]} {row[1].hex()} {state}")


def check_wholes(promises: Promises, step: int, folder: Path, findings: Findings) -> None:
    for name, (needed, allowed) in promises.wholes(step).items():
        path = folder / name
        if not path.is_file():
            if needed:
                findings.lost.append(f"{name} missing")
        elif path.read_bytes() not in allowed:
            findings.corrupt.append(f"{name}: neither its old nor its new bytes")


def start(promises: Promises, step: int, folder: Path) -> Findings | None:
    """The check by the real program. What it does to the image does not matter any more.

    Returns: nothing where there is no program to start, or nothing was promised to it yet.
    """
    findings = Findings()
    name = promises.recording.name
    promise = promises.at(step)
    if name.startswith("rows") or promise.since < 0 and name == "enrolment":
        return None
    if name == "founding" and promise.since < 0:
        found_again(folder, findings)
    if name in ("office", "founding"):
        start_office(folder, findings)
    else:
        start_laptop(folder, findings, has_synced=has_feed(promise.rows["laptop/rounds.sqlite"]))
    for store in ("office/rounds.sqlite", "laptop/rounds.sqlite"):
        kept = {row: value for row, value in promise.rows.get(store, {}).items() if row[0] == "bundle"}
        if not kept:
            continue
        try:
            find_missing("after the start", kept, opened(folder / store), findings)
        except sqlite3.DatabaseError as error:
            findings.corrupt.append(f"{store} after the start: {error}")
    return findings


def has_feed(rows: Rows) -> bool:
    return any(kind == "feed" for kind, _ in rows)


def start_laptop(folder: Path, findings: Findings, *, has_synced: bool) -> None:
    environment = variables(folder, ROUNDS_HOME=str(folder / "laptop"))

    def rounds(*words: str, said: str = "") -> Ended:
        return run([str(PROGRAMS / "rounds"), *words], environment, said=said.encode())

    if (folder / "laptop/restoring/ready").is_file():
        # Every command names this one until it was run.
        expect(rounds("restore"), findings)
    is_closed = (folder / "laptop/device.key").read_bytes().startswith(CLOSED)
    if is_closed and all(rounds("unlock", "--minutes", "1", said=one + "\n").status for one in (OLD, NEW)):
        findings.stuck.append("device.key opens with neither passphrase")
    # Before the first sync there is nothing to list, and the program says so.
    expect(rounds(*(("visits", "list") if has_synced else ("status",))), findings)
    expect(rounds("doctor"), findings)
    if is_closed:
        expect(rounds("lock"), findings)


def found_again(folder: Path, findings: Findings) -> None:
    """Nobody was told that there is an office, so whoever asked for one asks again, and gets one.

    It has one bundle then: the company's record, with the keys that laptops trust.
    """
    environment = variables(folder, ROUNDS_SERVER_HOME=str(folder / "office"))
    ended = run([str(PROGRAMS / "rounds-server"), "init", "--name", "试验物业", "--json"], environment)
    store = folder / "office/rounds.sqlite"
    bundles = sum(kind == "bundle" for kind, _ in opened(store)) if store.is_file() else 0
    if ended.status not in (0, 1) or bundles != 1:
        findings.stuck.append(f"init, again: {bundles} bundles, exit {ended.status}: {ended.talk[-300:]}")


def start_office(folder: Path, findings: Findings) -> None:
    environment = variables(folder, ROUNDS_SERVER_HOME=str(folder / "office"))
    words = [str(PROGRAMS / "rounds-server"), "serve", "--port", "0"]
    server = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert server.stdout is not None
    serves = b"http" in server.stdout.readline()
    server.send_signal(signal.SIGTERM if serves else signal.SIGKILL)
    _, talk = server.communicate(timeout=60)
    if not serves or server.returncode != 0:
        findings.stuck.append(f"serve: exit {server.returncode}: {talk.decode()[-300:]}")
    expect(run([str(PROGRAMS / "rounds-server"), "verify"], environment), findings)


def expect(ended: Ended, findings: Findings) -> None:
    if ended.status != 0:
        findings.stuck.append(f"exit {ended.status}: {ended.talk[-300:]} {ended.output[-300:]!r}")
