#!/usr/bin/env python3
"""Checks files that `rounds export` wrote, merges them, and prints digests and canonical states.

Exit: 0 all is well, 1 something was refused (or a file of another office), 64 wrong usage.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from exports import ExportFile, read_export
from hashes import fingerprint
from replica import OtherOffice, Replica
from state import canonical_state, scope_digest, scope_state


# Which bundles count; the first where nothing is said.
VIEWS = ("enrolled", "trusted", "all")


class Words(argparse.ArgumentParser):
    """Reads the words of a command, and ends it with 64 where they are wrong."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def main(words: list[str]) -> int:
    """Runs the program and returns its exit status."""
    options = _options(words)
    sys.stdout.reconfigure(encoding="utf-8")
    files: dict[str, ExportFile] = {}
    for name in options.files:
        try:
            files[name] = read_export(Path(name).read_bytes())
        except OSError as error:
            print(f"{name}: {error.strerror}", file=sys.stderr)
            return 1
    try:
        replica = Replica(files.values(), options.office)
    except OtherOffice as error:
        print(error, file=sys.stderr)
        return 1
    scopes = replica.scopes()
    if options.scope:
        scope = replica.scope_named(options.scope)
        if scope is None:
            print(f"there is no scope {options.scope}", file=sys.stderr)
            return 1
        scopes = [scope]
    report = _report(files, replica, scopes, options)
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print_for_people(report, options.state)
    return 1 if report["refused"] else 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = Words(prog="verify.py", description=__doc__, epilog="example: verify.py a.export "
                    "b.export --scope S1 --state > S1.json")
    parser.add_argument("files", nargs="+", metavar="FILE", help="written by rounds export")
    parser.add_argument("--scope", help="a site code, `company`, or an id; without it all")
    parser.add_argument("--state", action="store_true", help="print the canonical state")
    parser.add_argument("--json", action="store_true", help="print all that was found as JSON")
    parser.add_argument("--office", type=_key, metavar="KEY",
                        help="signing key of the office, 64 digits: other files are refused")
    parser.add_argument("--view", choices=VIEWS, default=VIEWS[0],
                        help="which bundles count: of all devices that the office enrolled "
                        "(default); without those it has revoked since; or all whose own "
                        "signature holds")
    options = parser.parse_args(words)
    if options.state and not options.scope:
        parser.error("--state needs --scope")
    return options


def _key(text: str) -> bytes:
    key = bytes.fromhex(text)
    if len(key) != 32:
        raise ValueError
    return key


def _report(files: dict[str, ExportFile], replica: Replica, scopes: list[bytes],
            options: argparse.Namespace) -> dict[str, Any]:
    """All that was found, in the shape that `--json` prints."""
    waiting = replica.out_of_view(options.view)
    in_view = [one for one in replica.bundles.values() if one.id not in waiting]
    refused = [
        {"file": name, "place": one.place, "reason": one.reason, **_id(one.id)}
        for name, file in files.items() for one in file.refusals]
    refused += [{"place": one.place, "reason": one.reason, **_id(one.id)} for one in replica.refusals]
    report = {
        "files": [
            {"file": name, "whole": file.is_whole, "bundles": len(file.bundles), "keys": file.keys,
             "passedOver": file.passed_over,
             **({"office": file.head.name} if file.head else {})} for name, file in files.items()],
        "bundles": len(replica.bundles),
        "unread": sum(not one.is_readable for one in replica.bundles.values()),
        "refused": refused,
        "outOfView": [{"bundle": one.hex(), "reason": why} for one, why in sorted(waiting.items())],
        "forks": [
            {"device": one.device.hex(), "previous": one.previous.hex(), "means": one.meaning,
             "bundles": [bundle.hex() for bundle in one.bundles]} for one in replica.forks()],
        "predecessorElsewhere": len(replica.gaps()),
        "scopes": [],
    }
    if replica.office:
        report["office"] = {"key": replica.office.hex(), "fingerprint": fingerprint(replica.office)}
    for scope in scopes:
        records = scope_state(scope, in_view).values()
        report["scopes"].append({
            "scope": scope.hex(), "digest": scope_digest(scope, in_view), "records": len(records),
            "conflicts": sum(one.is_conflict for it in records for one in it.fields.values()),
            "missing": sum(len(it.missing) for it in records),
            "parallel": sum(it.is_parallel for it in records),
            **({"state": canonical_state(scope, in_view)} if options.state else {})})
    return report


def _id(identity: bytes | None) -> dict[str, str]:
    return {"id": identity.hex()} if identity else {}


def _print_for_people(report: dict[str, Any], state: bool) -> None:
    """Results to standard output - with `--state` the state alone - and the rest beside it."""
    talk = sys.stderr
    if office := report.get("office"):
        print(f"Office  {office['fingerprint']}", file=talk)
    print(f"Bundles {report['bundles']} verified, {len(report['outOfView'])} out of view, "
          f"{report['unread']} for later readers, {len(report['forks'])} forks", file=talk)
    for one in report["files"]:
        if one["passedOver"]:
            print(f"passed over: {one['file']}: {one['passedOver']} frames of later programs", file=talk)
    for one in report["refused"]:
        print(f"refused: {one.get('file', '')}: {one['place']}: {one['reason']} "
              f"{one.get('id', '')}".rstrip(), file=talk)
    for one in report["outOfView"]:
        print(f"out of view: {one['bundle']}: {one['reason']}", file=talk)
    for one in report["forks"]:
        print(f"fork: {one['device']} {one['means']}: {', '.join(one['bundles'])}", file=talk)
    for one in report["scopes"]:
        print(f"Scope   {one['scope']}\nDigest  {one['digest']}", file=talk if state else sys.stdout)
        if state:
            sys.stdout.buffer.write(one["state"].encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
