"""What rots: a change of bytes that a bad disk, a bad stick or a bad copy makes, and a directory that
is put back as it was after each.

A change is drawn from a seed that names the subject and the index, so that one can be played again
alone.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

KINDS = ("flip", "zero", "truncate", "splice", "value")
PAGE = 4096
# The second where rotten bytes are part of the message itself.
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)


class Broken(Exception):
    """A promise that does not hold; the message says which, and what was seen."""


@dataclass(frozen=True)
class Change:
    """One change of a file, and the bytes that it leaves."""

    kind: str
    what: str
    data: bytes


def draw(data: bytes, seed: str) -> Change:
    """A change of `data` that leaves other bytes than it found.

    Every fifth is a flipped bit of one value of a database, which SQLite's own checks cannot see;
    other files get one of the first four kinds in its place.
    """
    chance = random.Random(seed)
    while True:
        kind = chance.choice(KINDS)
        if kind == "value" and data[:6] != b"SQLite":
            kind = chance.choice(KINDS[:-1])
        change = _value(data, chance) if kind == "value" else _bytes(kind, data, chance)
        if change.data != data:
            return change


def _place(data: bytes, chance: random.Random) -> int:
    """Half of all places are anywhere, half where something is written: much of a page is empty."""
    at = chance.randrange(len(data))
    if chance.random() < 0.5:
        for _ in range(64):
            if data[at] != 0:
                break
            at = chance.randrange(len(data))
    return at


def _bytes(kind: str, data: bytes, chance: random.Random) -> Change:
    at = _place(data, chance)
    changed = bytearray(data)
    if kind == "flip":
        bits = chance.choice((1, 1, 1, 8))
        for offset in range(min(bits, len(data) - at)):
            changed[at + offset] ^= 1 << chance.randrange(8)
        return Change(kind, f"{bits} bytes from {at}", bytes(changed))
    if kind == "truncate":
        return Change(kind, f"to {at} bytes", data[:at])
    count = min(chance.choice((1, 4, 16, 512, PAGE)), len(data))
    if count == PAGE:
        at -= at % PAGE
    if kind == "zero":
        changed[at : at + count] = bytes(len(changed[at : at + count]))
        return Change(kind, f"{count} bytes from {at}", bytes(changed))
    source = chance.randrange(len(data) - count + 1)
    if count == PAGE:
        source -= source % PAGE
    piece = data[source : source + count]
    way = chance.choice(("over", "into", "out"))
    if way == "over":
        changed[at : at + count] = piece
    elif way == "into":
        changed[at:at] = piece
    else:
        del changed[at : at + count]
    return Change(kind, f"{count} bytes of {source} {way} {at}", bytes(changed))


def _value(data: bytes, chance: random.Random) -> Change:
    """One bit of one value, written by SQLite, so that everything around it stays well formed."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as store:
        # A header that asks for a WAL cannot be opened in memory; these two bytes are all it is.
        store.deserialize(data[:18] + b"\1\1" + data[20:])
        tables = [name for (name,) in store.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        counts = {t: store.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in tables}
        table = chance.choice([t for t in tables if counts[t] > 0])
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        column, row = chance.choice(columns), chance.randrange(counts[table])
        key, old = store.execute(
            f"SELECT rowid, {column} FROM {table} ORDER BY rowid LIMIT 1 OFFSET {row}").fetchone()
        what = f"{table}.{column} of row {key}"
        if isinstance(old, int):
            new: object = old ^ (1 << chance.randrange(max(2, min(old.bit_length() + 1, 40))))
        elif old is None or len(old) == 0:
            return Change("value", what, data)
        else:
            raw = bytearray(old.encode() if isinstance(old, str) else old)
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(7)
            new = raw.decode("latin-1") if isinstance(old, str) else bytes(raw)
        # Where the bit makes a second row of one name, the table is left as it was.
        store.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?", (new, key))
        changed = store.serialize()
    return Change("value", what, changed[:18] + data[18:20] + changed[20:])


class Kept:
    """The files of a directory, to be put back in place: the directory stays the same one, because
    the programs notice when it is another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {
            path.name: path.read_bytes()
            for path in folder.iterdir()
            if stat.S_ISREG(path.lstat().st_mode)
        }

    def put_back(self, changed: dict[str, bytes] | None = None) -> None:
        """Leaves exactly the kept files, some by name with other bytes."""
        wanted = self.files | (changed or {})
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name not in wanted and not stat.S_ISSOCK(path.lstat().st_mode):
                path.unlink()
        for name, data in wanted.items():
            path = self.folder / name
            path.write_bytes(data)
            path.chmod(0o600)


def envelopes(store: bytes | Path) -> dict[bytes, bytes]:
    """Every bundle's envelope in a store, by id, as SQLite reads it row by row; rows that it does not
    read are left out, and a store that it does not open has none."""
    found: dict[bytes, bytes] = {}
    data = store if isinstance(store, bytes) else store.read_bytes()
    if len(data) < 512:
        return found
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data[:18] + b"\1\1" + data[20:])
        try:
            last = connection.execute("SELECT MAX(rowid) FROM bundle").fetchone()[0] or 0
        except UNREADABLE:
            return found
        for row in range(1, min(last, 1000) + 1):
            try:
                one = connection.execute(
                    "SELECT id, envelope FROM bundle WHERE rowid = ?", (row,)).fetchone()
            except UNREADABLE:
                continue
            if one is not None:
                found[one[0]] = one[1]
    return found


def same_keys(one: bytes, other: bytes) -> bool:
    """Whether two files of private keys hold the same ones.

    X25519 sets five bits of its seed, bytes 40 to 71 of both files, whatever they are (RFC 7748, 5).
    """

    def fixed(file: bytes) -> bytes:
        kept = bytearray(file)
        if len(kept) > 71:
            kept[40] &= 0b1111_1000
            kept[71] &= 0b0011_1111
        return bytes(kept)

    return fixed(one) == fixed(other)
