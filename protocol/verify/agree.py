#!/usr/bin/env python3
"""Reads many small histories, and compares what they come to with what another program printed.

DIR has a folder for each history. In it are files of `rounds export` (`*.export`), which are verified and
merged; and what all of them together come to: canonical states (`S1.state`, `company.state`: the scope's
code, `company` or its id before the dot), `digests.json` {"<scope>": {"count": n, "sum": hexadecimal}},
or both.

Exit: 0 all histories agree, 1 one differs, was not read whole, or has nothing to read or to compare,
64 wrong usage.
"""
from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

from exports import ExportFile, read_export
from hashes import digest_text
from replica import OtherOffice, Replica
from state import canonical_state, scope_digest
from verify import VIEWS, Words

EXCERPT = 60


def main(words: list[str]) -> int:
    """Runs the program and returns its exit status."""
    options = _options(words)
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        folders = sorted(one for one in options.folder.iterdir() if one.is_dir())
    except OSError as error:
        print(f"{options.folder}: {error.strerror}", file=sys.stderr)
        return 1
    differ = shown = 0
    compare = partial(differences, view=options.view)
    with multiprocessing.Pool(options.jobs) as pool:
        for folder, found in zip(folders, pool.imap(compare, folders, chunksize=8)):
            differ += bool(found)
            for line in found[:max(0, options.show - shown)]:
                print(f"{folder.name}: {line}")
            shown += len(found)
        # The end of `with` asks them to go by a signal, which whoever started us may have blocked.
        pool.close()
        pool.join()
    if shown > options.show:
        print(f"… and {shown - options.show} more")
    print(f"{len(folders)} histories: {len(folders) - differ} agree, {differ} differ")
    return 1 if differ or not folders else 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = Words(prog="agree.py", description=__doc__,
                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="one folder for each history")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N",
                        help="how many processes read (default: one for each processor)")
    parser.add_argument("--show", type=int, default=10, metavar="N",
                        help="how many differences are told apart (default: 10)")
    parser.add_argument("--view", choices=VIEWS, default=VIEWS[0], help="as for verify.py")
    options = parser.parse_args(words)
    if options.jobs < 1:
        parser.error("--jobs counts from 1")
    return options


def differences(folder: Path, view: str) -> list[str]:
    """What is wrong with one history; never raises, so that one history never hides the others."""
    try:
        return _differences(folder, view)
    except Exception as error:  # pylint: disable=broad-exception-caught
        return [f"the reader failed: {type(error).__name__}: {error}"]


def _differences(folder: Path, view: str) -> list[str]:
    files = {one.name: read_export(one.read_bytes()) for one in sorted(folder.glob("*.export"))}
    states = sorted(folder.glob("*.state"))
    digests = folder / "digests.json"
    if not files:
        return ["there is no file of rounds export"]
    if not states and not digests.exists():
        return ["there is neither a state nor a digest to compare"]
    try:
        replica = Replica(files.values())
    except OtherOffice as error:
        return [str(error)]
    found = _refused(files, replica)
    waiting = replica.out_of_view(view)
    in_view = [one for one in replica.bundles.values() if one.id not in waiting]
    for file in states:
        scope = _scope(replica, file.stem)
        read = canonical_state(scope, in_view).encode() if scope else b""
        if (expected := file.read_bytes()) != read:
            found.append(f"{file.name}: {_first_difference(expected, read)}")
    if digests.exists():
        for word, digest in _read_digests(digests).items():
            scope = _scope(replica, word)
            read = scope_digest(scope, in_view) if scope else "no such scope"
            if read != digest:
                found.append(f"digests.json: {word}: expected {digest}, read {read}")
    if found and waiting:
        found.append(f"{len(waiting)} bundles are out of view, such as "
                     f"{min(waiting).hex()}: {waiting[min(waiting)]}")
    return found


def _refused(files: dict[str, ExportFile], replica: Replica) -> list[str]:
    """What was refused: here all bundles are good, so it is a difference. Its file, if it is of one."""
    refused = [(name, one) for name, file in files.items() for one in file.refusals]
    refused += [("", one) for one in replica.refusals]
    return [f"{name}: refused: {one.place}: {one.reason}".removeprefix(": ") for name, one in refused]


def _scope(replica: Replica, word: str) -> bytes | None:
    """The scope that is meant; an id also where no bundle is of it."""
    if len(word) == 32 and not set(word) - set("0123456789abcdef"):
        return bytes.fromhex(word)
    return replica.scope_named(word)


def _read_digests(file: Path) -> dict[str, str]:
    """The digests as text; an entry that is none stands as it was written, and so differs."""
    entries: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return {
        word: digest_text(one["count"], int(one["sum"], 16)) if _is_digest(one) else json.dumps(one)
        for word, one in entries.items()}


def _is_digest(one: Any) -> bool:
    return (isinstance(one, dict) and isinstance(one.get("count"), int)
            and isinstance(one.get("sum"), str) and len(one["sum"]) == 64)


def _first_difference(expected: bytes, read: bytes) -> str:
    """Where two states part, and how each goes on."""
    at = next((at for at, (one, other) in enumerate(zip(expected, read)) if one != other),
              min(len(expected), len(read)))
    line = expected.count(b"\n", 0, at) + 1
    column = at - (expected.rfind(b"\n", 0, at) + 1) + 1
    return (f"line {line}, byte {column}: expected {_excerpt(expected, at)}, "
            f"read {_excerpt(read, at)}")


def _excerpt(state: bytes, at: int) -> str:
    if at >= len(state):
        return "the end"
    return repr(state[max(0, at - EXCERPT // 2):at + EXCERPT].decode("utf-8", "replace"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
