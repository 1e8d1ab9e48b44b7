"""What stands in a store, read by SQLite and not by the programs under test."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def bundles(store: Path) -> dict[str, bytes]:
    """Every bundle's envelope, by id in hexadecimal digits."""
    return {name.hex(): envelope for name, envelope in _rows(store, "SELECT id, envelope FROM bundle")}


def receipts(store: Path) -> dict[str, bytes]:
    """The office's receipt of every bundle that has one, by id."""
    rows = _rows(store, "SELECT id, receipt FROM bundle WHERE receipt IS NOT NULL")
    return {name.hex(): receipt for name, receipt in rows}


def feeds(store: Path) -> dict[str, list[str]]:
    """The bundles of every scope in the order in which the office published them."""
    found: dict[str, list[str]] = {}
    for scope, bundle in _rows(store, "SELECT scope, bundle FROM feed ORDER BY scope, position"):
        found.setdefault(scope.hex(), []).append(bundle.hex())
    return found


def writer(store: Path) -> bytes:
    """The id under which this copy of a laptop's data writes."""
    return _rows(store, "SELECT value FROM meta WHERE name = 'writer'")[0][0]


def _rows(store: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()
