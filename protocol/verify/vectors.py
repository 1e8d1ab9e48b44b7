#!/usr/bin/env python3
"""Checks this reader against `protocol/vectors/*.json`; exit 1 where anything differs."""
from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any, Callable

from bundles import Fault, read_envelope
from exports import read_export
from hashes import fingerprint, normalised_code, record_id
from sealing import signed_content
from state import RecordState, canonical_state, scope_digest, scope_state
from vectors_exchange import check_enrolment, check_messages, check_sealing
from vectors_sampling import check_sampling

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
# What `inputs` of a computed id holds, in the order in which it is hashed.
INPUTS = {
    "site": ("company", "code"), "unit": ("company", "site", "code"),
    "household": ("unit", "previous"), "round": ("site", "number"), "turn": ("round", "household"),
    "monthFrame": ("site", "month"), "slot": ("site", "listVersion", "order"),
    "settlement": ("visit",), "admission": ("bundle",), "drawEntry": ("draw", "household"),
    "device": ("key",), "assignment": ("account", "site"), "interviewer": ("visit", "account"),
    "signature": ("visit",), "reason": ("about", "rule"), "custodianKey": ("site", "key"),
    "waiver": ("about", "rule"), "escalation": ("about", "rule"),
    "summary": ("site", "month"), "summaryAmendment": ("summary", "number"),
    "letterMatter": ("letter", "matter"), "handling": ("matter",), "review": ("visit",), "recontact": ("visit",),
    "calendarYear": ("company", "year"), "calendarDay": ("company", "date", "year"),
    "policySetting": ("company", "date", "decision"), "noticePlace": ("notice", "code"),
    "meeting": ("scope", "kind", "department", "week"), "retentionHold": ("subject",),
    "surveyResponse": ("survey", "slip"), "surveySlip": ("key", "survey", "slip"),
}
TEXTS = {"code", "rule", "date", "decision", "week", "slip"}
Check = Callable[[bool, str], None]


def check_identity(data: dict[str, Any], check: Check) -> None:
    """Computed ids and codes."""
    for one in data["records"]:
        parts = [_input(name, one["inputs"][name]) for name in INPUTS[one["kind"]]]
        check(record_id(one["kind"], *parts).hex() == one["id"], f"id of a {one['kind']}")
    for one in data["unitCodes"]["accepted"]:
        typed = bytes.fromhex(one["typedUTF8"]).decode()
        check(normalised_code(typed) == bytes.fromhex(one["normalisedUTF8"]).decode(), one["why"])
    for one in data["unitCodes"]["refused"]:
        check(normalised_code(bytes.fromhex(one["typedUTF8"]).decode()) is None, one["why"])


def _input(name: str, part: str | int | None) -> bytes | int | str:
    """A part of a computed id: texts and numbers as they are, all else bytes."""
    if name == "department":
        return part or 0
    if name in TEXTS or isinstance(part, int):
        return part
    return bytes.fromhex(part or "")


def check_bundles(data: dict[str, Any], check: Check) -> None:
    """Good envelopes, faulty ones, very large ones."""
    for key in data["keys"].values():
        check(fingerprint(bytes.fromhex(key["public"])) == key["fingerprint"], "fingerprint")
    for one in data["bundles"]:
        check(_reads_as(one), one["name"])
    for one in data["faults"]:
        check(_fault(bytes.fromhex(one["envelope"]))[0] == one["fault"], one["name"])
    for one in data["large"]:
        envelope = b"".join(
            bytes.fromhex(piece["hex"]) if "hex" in piece else bytes.fromhex(piece["byte"]) * piece["count"]
            for piece in one["pieces"])
        check(len(envelope) == one["bytes"] and _fault(envelope) == (one["fault"], one["id"]),
              one["name"])


def _fault(envelope: bytes) -> tuple[str | None, str]:
    try:
        return None, read_envelope(envelope).id.hex()
    except Fault as fault:
        return fault.name, fault.bundle_id.hex()


def _reads_as(one: dict[str, Any]) -> bool:
    bundle = read_envelope(bytes.fromhex(one["envelope"]))
    header = bundle.header
    names = {
        "formatVersion": header.format_version, "writer": f"{header.writer:016x}",
        "previous": header.previous.hex() or None, "claimedAtMs": header.claimed_at_ms,
        "zoneMinutes": header.zone_minutes, "boot": header.boot.hex(),
        "monotonicMs": header.monotonic_ms, "lastReceipt": header.last_receipt.hex() or None,
        "program": header.program, "account": header.account.hex(),
        "lowestReader": header.lowest_reader}
    changes = [
        {"type": change.type, "record": change.record.hex(),
         "saw": [str(seen) for seen in change.saw],
         "fields": [{"number": number, "value": value.text}
                    for number, value in change.fields.items()]} for change in bundle.changes]
    return (bundle.id.hex(), bundle.link.hex(), header.scope.hex(), header.device.hex(), names,
            bundle.is_readable, changes) == (
        one["id"], one["link"], one["scope"], one["device"], one["header"], one["readable"],
        one["changes"])


def check_states(data: dict[str, Any], check: Check) -> None:
    """Histories, in three orders and with repetition, and signed content."""
    shuffle = random.Random(4)
    for one in data["histories"]:
        scope = bytes.fromhex(one["scope"])
        bundles = [read_envelope(bytes.fromhex(envelope)) for envelope in one["envelopes"]]
        for order in range(3):
            check(canonical_state(scope, bundles) == one["state"], f"{one['name']}, order {order}")
            bundles = bundles + bundles[:1]
            shuffle.shuffle(bundles)
        check(scope_digest(scope, bundles) == one["digest"]["text"], one["name"])
        records = [_record(state) for state in scope_state(scope, bundles).values()]
        check(records == one["records"], f"{one['name']}, records")
    for one in data["signedContent"]:
        scope = bytes.fromhex(one["scope"])
        states = scope_state(scope, [read_envelope(bytes.fromhex(e)) for e in one["envelopes"]])
        digest = signed_content(scope, bytes.fromhex(one["visit"]), states)
        check(digest.hex() == one["digest"], one["name"])


def _record(state: RecordState) -> dict[str, Any]:
    return {
        "type": state.type, "id": state.id.hex(), "frontier": [str(one) for one in state.frontier],
        "missing": [str(one) for one in state.missing], "parallel": state.is_parallel,
        "fields": [
            {"number": number, "conflict": field.is_conflict,
             "heads": [{"change": str(head.id), "claimedAtMs": head.claimed_at_ms,
                        "value": head.fields[number].text} for head in field.heads]}
            for number, field in state.fields.items()]}


def check_exports(data: dict[str, Any], check: Check) -> None:
    """Files of bundles, whole and not."""
    for one in data["files"]:
        file = read_export(bytes.fromhex(one["bytes"]))
        check(file.is_whole == one["whole"], f"{one['name']}: whole")
        check(sorted({bundle.id.hex() for bundle in file.bundles}) == one["bundles"], one["name"])
        check(file.keys == one["keys"], f"{one['name']}: keys")
        check(file.head is None or file.head.office.hex() == data["office"], one["name"])


FILES = {
    "identity": check_identity, "bundles": check_bundles, "states": check_states,
    "sealing": check_sealing, "enrolment": check_enrolment, "sampling": check_sampling,
    "messages": check_messages, "exports": check_exports,
}


def main() -> int:
    """Checks every file and prints how many checks each had."""
    failed = 0
    for name, check_file in FILES.items():
        results: list[bool] = []

        def check(holds: bool, what: str, name: str = name, results: list[bool] = results) -> None:
            results.append(holds)
            if not holds:
                print(f"{name}.json: differs: {what}", file=sys.stderr)

        check_file(json.loads((VECTORS / f"{name}.json").read_text("utf-8")), check)
        print(f"{name}.json: {sum(results)} of {len(results)} checks hold")
        failed += len(results) - sum(results)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
