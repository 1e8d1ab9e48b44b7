"""Writes the test vectors: identity, bundles, states, sealing, enrolment, sampling, messages,
exports.

    python3 make_vectors.py [folder]

Every key, nonce and id follows from a name, so each run writes the same bytes. Every expectation is
stated here and checked against `reference.py`, which was written from the specification alone.
"""

import hashlib
import json
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

import reference as r  # noqa: E402


def seed(name):
    return r.sha256(f"rounds vectors {name}".encode())


def short(name):
    return seed(name)[:16]


def check(condition, what):
    if not condition:
        raise SystemExit(f"the vectors contradict themselves: {what}")


def fault_of(read, *arguments):
    try:
        read(*arguments)
    except r.Fault as fault:
        return fault.kind
    return None


OFFICE = r.SigningKey(seed("office signing"))
OFFICE_SEALING = r.SealingKey(seed("office sealing"))
DEVICE_A = r.SigningKey(seed("device A signing"))
DEVICE_B = r.SigningKey(seed("device B signing"))
DEVICE_A_SEALING = r.SealingKey(seed("device A sealing"))
DEVICE_B_SEALING = r.SealingKey(seed("device B sealing"))
CUSTODIAN = r.SealingKey(seed("custodian sealing"))
STRANGER = r.SealingKey(seed("stranger sealing"))

COMPANY = short("company")
SITE = r.site_id(COMPANY, "JM-01")
UNIT = r.unit_id(COMPANY, SITE, "3-1201")
HOUSEHOLD = r.household_id(UNIT)
ACCOUNT_A, ACCOUNT_B = short("account A"), short("account B")
BOOT = short("boot")
EPOCH = short("epoch")
NOON = 1_788_235_200_000  # 2026-09-01T04:00:00Z, noon in China

SITE_TYPE, UNIT_TYPE, HOUSEHOLD_TYPE, ACCOUNT_TYPE, TURN_TYPE = 2, 3, 4, 5, 14
VISIT_TYPE, OPINION_TYPE, NOTE_TYPE, FUTURE_TYPE = 15, 16, 21, 9999
SLOT_TYPE, SETTLEMENT_TYPE, CONFLICT_SETTLEMENT_TYPE, ADMISSION_TYPE = 11, 25, 26, 27


def ephemeral(name):
    return r.SealingKey(seed(f"ephemeral {name}"))


# --- identity.json -------------------------------------------------------------------------------


def identity():
    visit, draw = short("visit"), short("draw")
    second = r.household_id(UNIT, HOUSEHOLD)
    round_one = r.round_id(SITE, 1)
    device, custodian = DEVICE_A.public, CUSTODIAN.public
    records = [
        ("site", {"company": COMPANY, "code": "JM-01"}, SITE),
        ("site", {"company": COMPANY, "code": "金茂府一期"},
         r.site_id(COMPANY, "金茂府一期")),
        ("unit", {"company": COMPANY, "site": SITE, "code": "3-1201"}, UNIT),
        ("unit", {"company": COMPANY, "site": SITE, "code": "3棟-2單元-1201"},
         r.unit_id(COMPANY, SITE, "3棟-2單元-1201")),
        ("household", {"unit": UNIT, "previous": None}, HOUSEHOLD),
        ("household", {"unit": UNIT, "previous": HOUSEHOLD}, second),
        ("household", {"unit": UNIT, "previous": second}, r.household_id(UNIT, second)),
        ("round", {"site": SITE, "number": 1}, round_one),
        ("round", {"site": SITE, "number": 256}, r.round_id(SITE, 256)),
        ("turn", {"round": round_one, "household": HOUSEHOLD}, r.turn_id(round_one, HOUSEHOLD)),
        ("monthFrame", {"site": SITE, "month": 202609}, r.month_frame_id(SITE, 2026, 9)),
        ("monthFrame", {"site": SITE, "month": 202612}, r.month_frame_id(SITE, 2026, 12)),
        ("slot", {"site": SITE, "listVersion": 1, "order": 2}, r.slot_id(SITE, 1, 2)),
        ("slot", {"site": SITE, "listVersion": 2, "order": 1}, r.slot_id(SITE, 2, 1)),
        ("settlement", {"visit": visit}, r.settlement_id(visit)),
        ("review", {"visit": visit}, r.review_id(visit)),
        ("recontact", {"visit": visit}, r.recontact_id(visit)),
        ("handling", {"matter": short("matter")}, r.handling_id(short("matter"))),
        ("summary", {"site": SITE, "month": 202609}, r.summary_id(SITE, 2026, 9)),
        ("summaryAmendment", {"summary": r.summary_id(SITE, 2026, 9), "number": 2},
         r.summary_amendment_id(r.summary_id(SITE, 2026, 9), 2)),
        ("letterMatter", {"letter": short("letter"), "matter": short("matter")},
         r.letter_matter_id(short("letter"), short("matter"))),
        ("waiver", {"about": visit, "rule": "R1-36"}, r.waiver_id(visit, "R1-36")),
        ("escalation", {"about": visit, "rule": "R1-56"}, r.escalation_id(visit, "R1-56")),
        ("admission", {"bundle": seed("held bundle")}, r.admission_id(seed("held bundle"))),
        ("calendarYear", {"company": COMPANY, "year": 2027}, r.calendar_year_id(COMPANY, 2027)),
        ("calendarDay", {"company": COMPANY, "date": "2026-12-31", "year": 2027},
         r.calendar_day_id(COMPANY, "2026-12-31", 2027)),
        ("calendarDay", {"company": COMPANY, "date": "2026-12-31", "year": 0},
         r.calendar_day_id(COMPANY, "2026-12-31", 0)),
        ("policySetting", {"company": COMPANY, "date": "2027-01-01", "decision": "A14"},
         r.policy_setting_id(COMPANY, "2027-01-01", "A14")),
        ("drawEntry", {"draw": draw, "household": HOUSEHOLD}, r.draw_entry_id(draw, HOUSEHOLD)),
        ("device", {"key": device}, r.device_id(device)),
        ("assignment", {"account": ACCOUNT_A, "site": SITE}, r.assignment_id(ACCOUNT_A, SITE)),
        ("interviewer", {"visit": visit, "account": ACCOUNT_A},
         r.interviewer_id(visit, ACCOUNT_A)),
        ("signature", {"visit": visit}, r.signature_id(visit)),
        ("reason", {"about": visit, "rule": "R1-38"}, r.reason_id(visit, "R1-38")),
        ("custodianKey", {"site": SITE, "key": custodian}, r.custodian_key_id(SITE, custodian)),
        ("noticePlace", {"notice": short("notice"), "code": "3-2"},
         r.notice_place_id(short("notice"), "3-2")),
        ("noticePlace", {"notice": short("notice"), "code": "3棟-2單元-1201"},
         r.notice_place_id(short("notice"), "3棟-2單元-1201")),
        ("meeting", {"scope": COMPANY, "kind": 1, "department": None, "week": "2026-09-07"},
         r.meeting_id(COMPANY, 1, None, "2026-09-07")),
        ("meeting", {"scope": SITE, "kind": 2, "department": 4, "week": "2026-09-07"},
         r.meeting_id(SITE, 2, 4, "2026-09-07")),
        ("retentionHold", {"subject": visit}, r.retention_hold_id(visit)),
        ("surveyResponse", {"survey": short("survey"), "slip": "017"},
         r.survey_response_id(short("survey"), "017")),
        ("surveyResponse", {"survey": short("survey"), "slip": "甲-17"},
         r.survey_response_id(short("survey"), "甲-17")),
        ("surveySlip", {"key": custodian, "survey": short("survey"), "slip": "017"},
         r.survey_slip_id(custodian, short("survey"), "017")),
    ]
    accepted = [
        ("3-1201", "3-1201", "nothing to do"),
        ("３－１２０１", "3-1201", "full width"),
        (" 3 - 1201\t", "3-1201", "white space"),
        ("3\u00a0-\u30001201", "3-1201", "no-break and ideographic space"),
        ("3\u20101201", "3-1201", "hyphen"),
        ("3\u20111201", "3-1201", "no-break hyphen"),
        ("3\u20121201", "3-1201", "figure dash"),
        ("3\u20131201", "3-1201", "en dash"),
        ("3\u20141201", "3-1201", "em dash"),
        ("3\u20151201", "3-1201", "horizontal bar"),
        ("3\u22121201", "3-1201", "minus sign"),
        ("3\ufe631201", "3-1201", "small hyphen-minus"),
        ("a座b1", "A座B1", "Latin letters become capitals"),
        ("ａｂｃ－ｚ", "ABC-Z", "full-width letters"),
        ("é1", "é1", "other letters are left alone"),
        ("3棟２單元", "3棟2單元", "only the digit is full width"),
        ("3栋", "3栋", "simplified and traditional stay different"),
        ("壹號院🏠", "壹號院🏠", "a symbol"),
        ("一" * 40, "一" * 40, "120 bytes, the most"),
        ("3--1201", "3--1201", "dashes are not merged"),
        ("3/1201#", "3/1201#", "other punctuation"),
    ]
    refused = [
        ("", "empty"),
        (" \u3000\t", "nothing but white space"),
        ("e\u03011", "a combining accent"),
        ("3-12\n01", "a line feed"),
        ("3-12\u00001", "a control character"),
        ("3-1201\u200b", "a zero-width space"),
        ("3-1201\u2028", "a line separator"),
        ("3-1201\u2003", "an em space"),
        ("3-1201\ufe0f", "a variation selector"),
        ("3-1201\ue000", "a private-use character"),
        ("の\u3099", "a combining voiced mark"),
        ("一" * 40 + "A", "121 bytes"),
    ]
    for typed, normal, why in accepted:
        check(r.unit_code(typed) == normal, f"unit code {why}")
        check(r.unit_code(normal) == normal, f"unit code {why}, again")
    for typed, why in refused:
        check(r.unit_code(typed) is None, f"unit code {why}")
    return {
        "records": [
            {"kind": kind, "inputs": plain(inputs), "id": record.hex()}
            for kind, inputs, record in records
        ],
        "unitCodes": {
            "accepted": [
                {
                    "typed": typed, "typedUTF8": typed.encode().hex(), "normalised": normal,
                    "normalisedUTF8": normal.encode().hex(), "why": why,
                }
                for typed, normal, why in accepted
            ],
            "refused": [
                {"typed": typed, "typedUTF8": typed.encode().hex(), "why": why}
                for typed, why in refused
            ],
        },
    }


def plain(value):
    """Bytes as hexadecimal, all else as it is."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


# --- Bundles -------------------------------------------------------------------------------------


class Writer:
    """A device that writes one bundle after the other."""

    def __init__(self, key, account, name):
        self.key, self.account = key, account
        self.writer = int.from_bytes(seed(f"writer {name}")[:8], "big")
        self.previous = b""
        self.monotonic = 0

    def header(self, **changed):
        self.monotonic += 1000
        known = {
            "scope": SITE, "device": self.key.public, "previous": self.previous,
            "claimed_at": NOON, "writer": self.writer, "boot": BOOT, "monotonic": self.monotonic,
            "account": self.account,
        }
        return r.encode_header(**(known | changed))

    def write(self, changes, extra=b"", envelope_extra=b"", **changed):
        bundle = r.encode_bundle(self.header(**changed), changes) + extra
        return self.sign(bundle, envelope_extra)

    def sign(self, bundle, envelope_extra=b""):
        envelope = r.verify_one(r.sign_bundle(bundle, self.key) + envelope_extra)
        self.previous = envelope.link
        return envelope


SEALED_KEY, SEALED_KEY_ID = seed("household key"), short("household key id")


def sealed(text, record, field, name, key=SEALED_KEY, key_id=SEALED_KEY_ID, type_number=VISIT_TYPE):
    nonce = seed(f"nonce {name}")[:12]
    return r.seal_text(text, key, key_id, nonce, SITE, type_number, record, field)


def note(text, record, name, recipients):
    return r.seal_note(
        text, seed(f"content key {name}"), seed(f"nonce {name}")[:12],
        [(key.public, ephemeral(f"{name} {i}")) for i, key in enumerate(recipients)],
        SITE, NOTE_TYPE, record, 2,
    )


TEXT = "e\u0301 \u00e9 \U0001f469\u200d\U0001f469\u200d\U0001f467 業戶"
ESCAPES = 'a"b\\c\n\t\u0000\u001f\u007f\u2028/'


def good_bundles():
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    b = Writer(DEVICE_B, ACCOUNT_B, "B")
    office = Writer(OFFICE, bytes(16), "office")
    record = short
    made = []

    def add(name, envelope):
        made.append((name, envelope))
        return envelope

    first = add("texts: combining characters, emoji, escapes, empty", a.write([
        r.encode_change(FUTURE_TYPE, record("texts"), {
            1: ("text", TEXT), 2: ("text", ESCAPES), 3: ("text", "")}),
    ]))
    add("integers and decimals at their ends", a.write([
        r.encode_change(FUTURE_TYPE, record("numbers"), {
            1: ("integer", -(1 << 63)), 2: ("integer", (1 << 63) - 1), 3: ("integer", 0),
            4: ("integer", -1), 5: ("decimal", -(1 << 63), 18), 6: ("decimal", 0, 0),
            7: ("decimal", 1250, 2)}),
    ]))
    add("instants at their ends, a clock before 1970, the westernmost zone", a.write([
        r.encode_change(FUTURE_TYPE, record("instants"), {
            1: ("instant", 0), 2: ("instant", -1), 3: ("instant", r.INSTANT_MIN),
            4: ("instant", r.INSTANT_MAX), 5: ("instant", 1_788_235_200_123)}),
    ], claimed_at=-86_400_001, zone=-1080))
    add("a clock at the beginning of the calendar", a.write(
        [r.encode_change(FUTURE_TYPE, record("early"), {1: ("integer", 1)})],
        claimed_at=r.INSTANT_MIN))
    add("a clock at its end", a.write(
        [r.encode_change(FUTURE_TYPE, record("late"), {1: ("integer", 1)})],
        claimed_at=r.INSTANT_MAX))
    add("dates and codes, the easternmost zone", a.write([
        r.encode_change(FUTURE_TYPE, record("dates"), {
            1: ("date", -719_162), 2: ("date", 2_932_896), 3: ("date", 0), 4: ("date", 11_016),
            5: ("code", 1, 2), 6: ("code", 4_294_967_295, -2_147_483_648),
            7: ("code", 4, 2_147_483_647)}),
    ], zone=1080))
    add("references, bytes and an attachment; several changes", a.write([
        r.encode_change(VISIT_TYPE, record("links"), {
            1: ("reference", SITE, HOUSEHOLD_TYPE, HOUSEHOLD),
            2: ("reference", COMPANY, 4_294_967_295, bytes(16)),
            3: ("bytes", b""), 4: ("bytes", bytes(range(256))),
            5: ("attachment", r.sha256(b"scan"), 4, "image/png"),
            6: ("attachment", bytes(32), (1 << 63) - 1, "")}),
        r.encode_change(HOUSEHOLD_TYPE, HOUSEHOLD, {7: ("integer", 1)}, [(first.id, 0)]),
        r.encode_change(VISIT_TYPE, HOUSEHOLD, {7: ("integer", 1)},
                        [(first.id, 4_294_967_295), (bytes(32), 0), (first.id, 7)]),
    ]))
    visit = record("sealed visit")
    add("sealed texts", a.write([
        r.encode_change(VISIT_TYPE, visit, {
            13: sealed("王女士", visit, 13, "met"), 20: sealed("", visit, 20, "empty remark")}),
    ]))
    private = record("note")
    add("a confidential note to two readers", a.write([
        r.encode_change(NOTE_TYPE, private, {
            1: ("reference", SITE, VISIT_TYPE, visit),
            2: note("家中有老人", private, "note", [DEVICE_A_SEALING, CUSTODIAN])}),
    ]))
    unknown = r.p_bytes(15, b"later") + r.p_uint(16, 300)
    add("values of kinds that do not exist yet", a.write([
        r.encode_change(FUTURE_TYPE, record("unknown"), {
            1: ("unknown", r.p_bytes(12, b"\x08\x01")), 2: ("unknown", unknown),
            3: ("integer", 3)}),
    ]))
    add("unknown protobuf fields in every message", a.write(
        [r.encode_change(FUTURE_TYPE, record("extra"), {1: ("integer", 1)},
                         extra=r.p_bytes(15, b"in the change"))],
        extra=r.p_bytes(9, b"in the bundle"), envelope_extra=r.p_bytes(3, b"in the envelope")))
    add("for a later reader: carried, not interpreted", a.write(
        [r.encode_change(FUTURE_TYPE, record("later"), {1: ("text", "…")},
                         extra=r.p_bytes(15, b"must be understood"))],
        format_version=2, lowest_reader=2))
    add("of a later format that this reader may read", a.write(
        [r.encode_change(FUTURE_TYPE, record("format 2"), {1: ("integer", 2)})],
        format_version=2, lowest_reader=1))
    add("the office, with a receipt named and numbers at their ends", office.write(
        [r.encode_change(ACCOUNT_TYPE, ACCOUNT_A, {1: ("text", "李管家"), 2: ("code", 15, 3)})],
        scope=COMPANY, writer=(1 << 64) - 1, monotonic=(1 << 63) - 1,
        last_receipt=seed("a receipt"), program="p" * 64))
    mixed = (
        r.p_uint(1, FUTURE_TYPE) + r.p_bytes(2, record("order"))
        + r.p_message(4, r.p_uint(1, 9) + r.p_message(2, r.encode_value(("integer", 9))))
        + r.p_message(3, r.p_bytes(1, first.id) + r.p_uint(2, 5))
        + r.p_message(4, r.p_uint(1, 2) + r.p_message(2, r.encode_value(("integer", 2))))
        + r.p_message(3, r.p_bytes(1, bytes(32)))
    )
    add("ancestors and fields out of order: accepted, read in order", b.write([mixed]))
    add("another encoding of the same protobuf", b.write([oddly_encoded(record("odd"))]))
    add("the office: a slot list of two", office.write([
        r.encode_change(SLOT_TYPE, r.slot_id(SITE, 1, order), {
            1: ("integer", 1), 2: ("text", name), 3: ("reference", COMPANY, ACCOUNT_TYPE, account),
            4: ("integer", order)})
        for order, name, account in [(1, "东区", ACCOUNT_A), (2, "西区", ACCOUNT_B)]
    ]))
    add("the office: head office settles a duplicate case", office.write(
        [settlement(record("second visit"), record("first visit"), 2)], account=ACCOUNT_B))
    add("a conflict settled, and the notice to those whose values were shown", a.write([
        r.encode_change(VISIT_TYPE, visit, {4: ("code", 2, 2)}, [(first.id, 0), (first.id, 1)]),
        conflict_settlement(visit, 4, [(first.id, 0), (first.id, 1)], (first.id, 1), ACCOUNT_A),
    ]))
    add("the office admits a bundle it held", office.write([
        r.encode_change(ADMISSION_TYPE, r.admission_id(first.id), {
            1: ("bytes", first.id), 2: ("text", "已电话核实"),
            3: ("reference", COMPANY, ACCOUNT_TYPE, bytes(16)), 4: ("instant", NOON)}),
    ]))
    for name, fault, envelope, _ in edges():
        if not fault:
            add(name, r.verify_one(envelope))
    return made


def settlement(visit, against, kind):
    """Head office's decision about one of two visits that it was shown."""
    return r.encode_change(SETTLEMENT_TYPE, r.settlement_id(visit), {
        1: ("reference", SITE, VISIT_TYPE, visit), 2: ("reference", SITE, VISIT_TYPE, against),
        3: ("code", 20, kind), 4: ("text", "同日不知情"),
        5: ("bytes", b"".join(sorted([visit, against]))),
        6: ("reference", COMPANY, ACCOUNT_TYPE, ACCOUNT_B), 7: ("instant", NOON),
        8: ("instant", 0)})


def packed(changes):
    """Change ids as one bytes value."""
    return b"".join(sorted(bundle + index.to_bytes(4, "big") for bundle, index in changes))


def conflict_settlement(record, field, shown, chosen, account):
    return r.encode_change(CONFLICT_SETTLEMENT_TYPE, short("notice"), {
        1: ("reference", SITE, VISIT_TYPE, record), 2: ("integer", field),
        3: ("bytes", packed(shown)), 4: ("bytes", packed([chosen])),
        5: ("reference", COMPANY, ACCOUNT_TYPE, account), 6: ("instant", NOON)})


def oddly_encoded(record):
    """Last wins, long varints, numbers cut to 32 bits, a wrong wire type, a merged message."""
    half = r.key(7, 2) + r.varint(18) + r.p_bytes(1, SITE)
    rest = r.key(7, 2) + r.varint(20) + r.p_uint(2, HOUSEHOLD_TYPE) + r.p_bytes(3, HOUSEHOLD)
    odd_type = r.key(1, 0) + r.varint((1 << 32) + FUTURE_TYPE)
    return (
        r.p_uint(1, 7) + odd_type + r.p_bytes(1, b"not a number") + r.p_bytes(2, record)
        + r.p_message(4, b"\x08\x81\x80\x00" + r.p_message(
            2, r.encode_value(("text", "overwritten")) + r.encode_value(("text", "kept"))))
        + r.p_message(4, r.p_uint(1, 2) + r.p_message(2, half + rest))
        + r.p_message(4, r.p_uint(1, 3) + r.p_message(
            2, r.encode_value(("integer", 5)) + r.encode_value(("date", 1))))
    )


def header_json(e):
    return {
        "formatVersion": e.format_version, "writer": f"{e.writer:016x}",
        "previous": e.previous.hex() or None, "claimedAtMs": e.claimed_at, "zoneMinutes": e.zone,
        "boot": e.boot.hex(), "monotonicMs": e.monotonic,
        "lastReceipt": e.last_receipt.hex() or None, "program": e.program,
        "account": e.account.hex(), "lowestReader": e.lowest_reader,
    }


def changes_json(e):
    return [
        {
            "type": type_number, "record": record.hex(),
            "saw": [r.change_text(change) for change in saw],
            "fields": [{"number": n, "value": r.value_text(v)} for n, v in values],
        }
        for type_number, record, saw, values in e.changes
    ]


def bundle_json(name, e):
    return {
        "name": name, "envelope": e.bytes.hex(), "id": e.id.hex(), "link": e.link.hex(),
        "scope": e.scope.hex(), "device": e.device.hex(), "header": header_json(e),
        "readable": e.lowest_reader <= r.READER, "changes": changes_json(e),
    }


def faulty_envelopes():
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    one = r.encode_change(FUTURE_TYPE, short("one"), {1: ("integer", 1)})
    good = a.write([one]).bytes
    found = []

    def add(name, fault, envelope, why):
        check(fault_of(r.verify_one, envelope) == fault, f"fault: {name}")
        found.append({"name": name, "fault": fault, "why": why, "envelope": envelope.hex()})

    def bundle(*changes, **header):
        return r.sign_bundle(r.encode_bundle(a.header(**header), changes), DEVICE_A)

    def value(raw):
        field = r.p_message(4, r.p_uint(1, 1) + r.p_message(2, raw))
        return bundle(r.p_uint(1, FUTURE_TYPE) + r.p_bytes(2, short("one")) + field)

    bad = "malformed"
    add("nothing", bad, b"", "an envelope without a signature")
    add("cut short", bad, good[:-1], "the protobuf ends inside a field")
    parsed = r.Envelope(good)
    add("63 bytes of signature", bad, r.encode_envelope(parsed.bundle, parsed.signature[:63]),
        "a signature has 64 bytes")
    add("an empty bundle", bad, r.sign_bundle(b"", DEVICE_A), "a bundle without a header")
    add("short scope", bad, bundle(one, scope=SITE[:15]), "a scope has 16 bytes")
    add("long device key", bad, bundle(one, device=DEVICE_A.public + b"\0"),
        "a device key has 32 bytes")
    add("short previous", bad, bundle(one, previous=bytes(31)),
        "a link has 32 bytes, or none")
    add("zone too far east", bad, bundle(one, zone=1081), "zones end at 18 hours")
    early, late = r.INSTANT_MIN - 1, r.INSTANT_MAX + 1
    add("a clock before the calendar", bad, bundle(one, claimed_at=early),
        "instants begin with 0001-01-02")
    add("a clock after the calendar", bad, bundle(one, claimed_at=late),
        "instants end with 9999-12-30")
    add("a clock far outside, for a later reader", bad,
        bundle(one, claimed_at=-(1 << 63), lowest_reader=2), "the header is checked all the same")
    add("no boot id", bad, bundle(one, boot=b""), "a boot id has 16 bytes")
    add("lowest reader 0", bad, bundle(one, lowest_reader=0), "readers count from 1")
    add("format version 0", bad, bundle(one, format_version=0), "formats count from 1")
    add("65 bytes of program", bad, bundle(one, program="p" * 65), "a program name is too long")
    add("65 bytes of program, for a later reader", bad,
        bundle(one, program="p" * 65, lowest_reader=2), "the header is checked all the same")
    add("format version 0, for a later reader", bad,
        bundle(one, format_version=0, lowest_reader=2), "the header is checked all the same")
    add("no change", bad, bundle(), "a bundle has at least one change")
    add("two changes to one record", bad, bundle(one, one), "one change for a record")
    add("a change without fields", bad,
        bundle(r.encode_change(FUTURE_TYPE, short("one"), {})), "a change writes something")
    twice = r.p_message(4, r.p_uint(1, 1) + r.p_message(2, r.encode_value(("integer", 2))))
    add("a field twice", bad, bundle(one + twice), "a field stands once in a change")
    seen = r.p_message(3, r.p_bytes(1, parsed.id) + r.p_uint(2, 1))
    add("an ancestor twice", bad, bundle(one + seen + seen), "an ancestor stands once")
    add("a short ancestor", bad, bundle(one + r.p_message(3, r.p_bytes(1, bytes(31)))),
        "a bundle id has 32 bytes")
    add("a field without a value", bad, value(b""), "an empty value")
    add("text that is not UTF-8", bad, value(r.p_bytes(1, b"\xed\xa0\x80")), "half a surrogate")
    add("a decimal of 19 places", bad, value(r.encode_value(("decimal", 1, 19))),
        "a scale ends at 18")
    add("a date before year 1", bad, value(r.encode_value(("date", -719_163))),
        "dates begin with 0001-01-01")
    add("a date after year 9999", bad, value(r.encode_value(("date", 2_932_897))),
        "dates end with 9999-12-31")
    add("an instant before the calendar", bad, value(r.encode_value(("instant", early))),
        "instants begin with 0001-01-02")
    add("an instant after the calendar", bad, value(r.encode_value(("instant", late))),
        "instants end with 9999-12-30")
    add("the smallest number as an instant", bad,
        value(r.encode_value(("instant", -(1 << 63)))), "far before the calendar")
    add("a reference to nothing", bad, value(r.p_message(7, b"")), "ids have 16 bytes")
    add("an attachment of negative size", bad,
        value(r.encode_value(("attachment", bytes(32), -1, "a/b"))), "a size is not negative")
    add("a sealed value with 11 bytes of nonce", bad,
        value(r.encode_value(("sealed", bytes(16), bytes(11), bytes(16), bytes(16)))),
        "a nonce has 12 bytes")
    add("a confidential value for nobody", bad,
        value(r.encode_value(("confidential", bytes(12), bytes(16), []))),
        "at least one recipient")
    add("a wrap of 79 bytes", bad,
        value(r.encode_value(("confidential", bytes(12), bytes(16), [(bytes(32), bytes(79))]))),
        "a wrapped key has 80 bytes")
    bad = "badSignature"
    flipped = bytearray(good)
    flipped[60] ^= 1
    add("one bit of the bundle flipped", bad, bytes(flipped), "the signature is over other bytes")
    flipped = bytearray(good)
    flipped[-1] ^= 1
    add("one bit of the signature flipped", bad, bytes(flipped), "no signature of these bytes")
    add("signed by another device", bad, r.sign_bundle(parsed.bundle, DEVICE_B),
        "the key inside did not sign")
    add("signed without the domain tag", bad,
        r.encode_envelope(parsed.bundle, DEVICE_A.sign(parsed.id)),
        "the signature is over a hash of the identity")
    s = (int.from_bytes(parsed.signature[32:], "little") + ORDER).to_bytes(32, "little")
    add("S not below the group order", bad,
        r.encode_envelope(parsed.bundle, parsed.signature[:32] + s), "RFC 8032, 5.1.7")
    check(not on_curve(2), "y = 2 is on the curve")
    off = r.encode_bundle(a.header(device=b"\x02" + bytes(31)), [one])
    add("a device key that is no point of the curve", bad, r.sign_bundle(off, DEVICE_A),
        "nothing can be signed with it")
    found += [
        {"name": name, "fault": fault, "why": why, "envelope": envelope.hex()}
        for name, fault, envelope, why in edges() if fault
    ]
    return found


def edges():
    """Where protobuf and Ed25519 libraries differ: [(name, fault or None, envelope, why)].

    What is odd and good stands outside the bundle or in one for a later reader: no writer has to make
    the same bytes.
    """
    made = []

    def add(name, fault, envelope, why):
        check(fault_of(r.verify_one, envelope) == fault, f"edge: {name}")
        made.append((name, fault, envelope, why))

    for name, fault, extra, why in odd_fields():
        writer = Writer(DEVICE_B, ACCOUNT_B, name)
        one = r.encode_change(FUTURE_TYPE, short(name), {1: ("integer", 1)})
        envelope = r.sign_bundle(r.encode_bundle(writer.header(), [one]), DEVICE_B)
        add(name, fault, envelope + extra, why)
    for name, fault, first, second, why in [
        ("the tag of a known field in five bytes", None, long_tag(0x0A, 5), long_tag(0x12, 4),
         "at most five"),
        ("the tag of a known field in six bytes", "malformed", long_tag(0x0A, 6), b"\x12",
         "at most five"),
    ]:
        writer = Writer(DEVICE_B, ACCOUNT_B, name)
        one = r.encode_change(FUTURE_TYPE, short(name), {1: ("integer", 1)})
        bundle = r.encode_bundle(writer.header(), [one])
        signature = DEVICE_B.sign(r.signed_message(r.bundle_id(bundle)))
        add(name, fault, first + r.varint(len(bundle)) + bundle + second + r.varint(64) + signature,
            why)
    for depth, fault in [(96, None), (97, "malformed")]:
        name = f"{depth} groups in a value, for a later reader"
        writer = Writer(DEVICE_B, ACCOUNT_B, name)
        field = r.p_message(4, r.p_uint(1, 1) + r.p_message(2, groups(depth)))
        one = r.p_uint(1, FUTURE_TYPE) + r.p_bytes(2, short(name)) + field
        bundle = r.encode_bundle(writer.header(lowest_reader=2), [one])
        add(name, fault, r.sign_bundle(bundle, DEVICE_B),
            "with the bundle, the change, the field and the value 100 are open, or 101")
    for one in odd_keys():
        add(*one)
    return made


def long_tag(tag, length):
    """A number below 128 in more bytes than it needs."""
    return bytes([tag | 0x80]) + b"\x80" * (length - 2) + b"\0"


def groups(depth, number=15):
    return r.key(number, 3) * depth + r.key(number, 4) * depth


def odd_fields():
    """Unknown fields of an envelope: (name, fault or None, bytes, why)."""
    bad = "malformed"
    begin, end = r.key(15, 3), r.key(15, 4)
    largest = (1 << 29) - 1
    return [
        ("the tag of an unknown field in five bytes", None, long_tag(0x78, 5) + b"\1",
         "at most five"),
        ("the tag of an unknown field in six bytes", bad, long_tag(0x78, 6) + b"\1",
         "at most five"),
        ("the largest field number", None, r.p_uint(largest, 1), "2^29 - 1"),
        ("a field number too large", bad, r.p_uint(largest + 1, 1), "at most 2^29 - 1"),
        ("field number 0", bad, b"\0\1", "they count from 1"),
        ("field number 0 in a group", bad, begin + b"\0\1" + end, "they count from 1"),
        ("a field number too large in a group", bad, begin + r.p_uint(largest + 1, 1) + end,
         "at most 2^29 - 1"),
        ("wire type 6", bad, b"\x7e\1", "there is none"),
        ("wire type 7 in a group", bad, begin + b"\x7f\1" + end, "there is none"),
        ("tags in a group in six and in ten bytes", None,
         begin + long_tag(0x78, 6) + b"\1" + long_tag(0x78, 10) + b"\1" + long_tag(end[0], 10),
         "like any varint"),
        ("a tag in a group in eleven bytes", bad, begin + long_tag(0x78, 11) + b"\1" + end,
         "a varint has at most ten"),
        ("bits beyond the 64th", None, b"\x78" + b"\xff" * 9 + b"\x7f", "dropped"),
        ("a varint of eleven bytes", bad, b"\x78" + b"\x80" * 10 + b"\0", "at most ten"),
        ("99 groups in an envelope", None, groups(99), "with the envelope 100 are open"),
        ("100 groups in an envelope", bad, groups(100), "with the envelope 101 are open"),
        ("many groups side by side", None, groups(1) * 200, "only those that are open count"),
        ("a group that is not closed", bad, begin + r.p_uint(1, 1), "it must be"),
        ("a group closed by another number", bad, begin + r.key(14, 4), "each by its own"),
        ("groups that cross", bad, begin + r.key(14, 3) + end + r.key(14, 4), "each by its own"),
        ("the end of a group that is not open", bad, end, "there is nothing to end"),
        ("a known field as a group", None, r.key(2, 3) + r.key(2, 4), "unknown: another wire type"),
        ("the end of a group with a known number", bad, r.key(2, 4), "there is nothing to end"),
        ("a length beyond the envelope", bad, r.key(15, 2) + b"\2\0", "it ends early"),
        ("a length of 2^64 - 1", bad, r.key(15, 2) + r.varint((1 << 64) - 1), "it ends early"),
    ]


ORDER = (1 << 252) + 27742317777372353535851937790883648493
P = (1 << 255) - 19


def odd_keys():
    """Device keys and signatures at the edges of Ed25519 (§2), in bundles for a later reader."""
    wrong = "badSignature"

    def key(y, sign=0):
        return (y | sign << 255).to_bytes(32, "little")

    eighth = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
    made = [
        (name, fault, signed_by_small_order(name, public, order, fits), why)
        for name, fault, public, order, fits, why in [
            ("a key of order 1", None, key(1), 1, True, "keys of small order are not refused"),
            ("a key of order 1, y not below p", None, key(P + 1), 1, True, "y is taken modulo p"),
            ("a key of order 1, with a sign bit", None, key(1, 1), 1, True,
             "a sign bit on x = 0 is ignored"),
            ("a key of order 2", None, key(P - 1), 2, True, "k is even"),
            ("a key of order 2, with a sign bit", None, key(P - 1, 1), 2, True, "k is even"),
            ("a key of order 2, another signature", wrong, key(P - 1), 2, False,
             "k is odd: good only with the cofactor"),
            ("a key of order 4, y not below p", None, key(P), 4, True, "k is divisible by 4"),
            ("a key of order 8", None, eighth, 8, True, "k is divisible by 8"),
            ("a key of order 8, another signature", wrong, eighth, 8, False,
             "k is not divisible by 8: good only with the cofactor"),
        ]
    ]
    for name, fault, point in [
        ("R is the neutral element", None, key(1)),
        ("R is the neutral element, y not below p", wrong, key(P + 1)),
        ("R is the neutral element, with a sign bit", wrong, key(1, 1)),
    ]:
        bundle = later_bundle(name, key(1))
        made.append((name, fault, r.encode_envelope(bundle, point + bytes(32)),
                     "S is 0; R is compared byte for byte"))
    return made


def later_bundle(name, device):
    header = Writer(DEVICE_B, ACCOUNT_B, name).header(device=device, lowest_reader=2)
    one = r.encode_change(FUTURE_TYPE, short(name), {1: ("integer", 1)})
    return r.encode_bundle(header, [one])


def signed_by_small_order(name, public, order, fits):
    """A signature whose R is S·B: right where k·A is the neutral element, which `fits` chooses."""
    bundle = later_bundle(name, public)
    message = r.signed_message(r.bundle_id(bundle))
    count = 0
    while True:
        nonce = r.SigningKey(seed(f"{name} {count}"))
        digest = hashlib.sha512(nonce.public + public + message).digest()
        if (int.from_bytes(digest, "little") % ORDER % order == 0) == fits:
            scalar = bytearray(hashlib.sha512(nonce.seed).digest()[:32])
            scalar[0] &= 248
            scalar[31] = scalar[31] & 127 | 64
            s = int.from_bytes(scalar, "little") % ORDER
            return r.encode_envelope(bundle, nonce.public + s.to_bytes(32, "little"))
        count += 1


def on_curve(y):
    d = -121665 * pow(121666, -1, P) % P
    square = (y * y - 1) * pow(d * y * y + 1, -1, P) % P
    return pow(square, (P - 1) // 2, P) in (0, 1)


def large_envelopes():
    """Too large for hexadecimal in a file: pieces of bytes and of one byte repeated."""
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    made = []

    def add(name, bundle_size, fault, padding=0):
        header, start = a.header(), None
        length = bundle_size - 200
        while True:
            change = r.encode_change(FUTURE_TYPE, short("large"), {1: ("bytes", b"a" * length)})
            bundle = r.encode_bundle(header, [change])
            if len(bundle) == bundle_size:
                break
            length += bundle_size - len(bundle)
        extra = r.p_bytes(3, b"a" * padding) if padding else b""
        envelope = r.sign_bundle(bundle, DEVICE_A) + extra
        check(fault_of(r.verify_one, envelope) == fault, f"large: {name}")
        made.append({
            "name": name, "fault": fault, "bytes": len(envelope), "pieces": pieces(envelope),
            "id": r.bundle_id(bundle).hex(),
        })

    add("the largest bundle", r.BUNDLE_BYTES_MAX, None)
    add("one byte more than the largest bundle", r.BUNDLE_BYTES_MAX + 1, "tooLarge")
    add("an envelope with too much beside its bundle", r.BUNDLE_BYTES_MAX, "tooLarge", 100)
    return made


def pieces(data):
    """[{hex}] and [{byte, count}] for long runs of one byte."""
    found, start, at = [], 0, 0
    while at < len(data):
        end = at
        while end < len(data) and data[end] == data[at]:
            end += 1
        if end - at >= 64:
            if at > start:
                found.append({"hex": data[start:at].hex()})
            found.append({"byte": f"{data[at]:02x}", "count": end - at})
            start = end
        at = end
    if start < len(data):
        found.append({"hex": data[start:].hex()})
    return found


def bundles():
    keys = {"office": OFFICE, "deviceA": DEVICE_A, "deviceB": DEVICE_B}
    return {
        "keys": {
            name: {
                "seed": one.seed.hex(), "public": one.public.hex(),
                "fingerprint": r.key_fingerprint(one.public),
            }
            for name, one in keys.items()
        },
        "bundles": [bundle_json(name, envelope) for name, envelope in good_bundles()],
        "faults": faulty_envelopes(),
        "large": large_envelopes(),
    }


# --- states.json ---------------------------------------------------------------------------------


def histories():
    visit = short("state visit")

    def edit(values, saw=(), record=visit, type_number=VISIT_TYPE):
        return r.encode_change(type_number, record, values, [(e.id, i) for e, i in saw])

    def two():
        return Writer(DEVICE_A, ACCOUNT_A, "A"), Writer(DEVICE_B, ACCOUNT_B, "B")

    minute = 60_000
    door, office, outdoors = ("code", 2, 1), ("code", 2, 2), ("code", 2, 3)

    def start(a):
        return a.write([edit({4: door, 17: ("code", 8, 1)})])

    def sequential():
        a, b = two()
        one = start(a)
        two_ = b.write([edit({4: office}, [(one, 0)])], claimed_at=NOON - minute)
        return [one, two_]

    def conflict():
        a, b = two()
        one = start(a)
        return [
            one, a.write([edit({4: office}, [(one, 0)])], claimed_at=NOON + minute),
            b.write([edit({4: outdoors}, [(one, 0)])], claimed_at=NOON + 2 * minute),
        ]

    def agreement():
        a, b = two()
        one = start(a)
        return [
            one, a.write([edit({4: office}, [(one, 0)])], claimed_at=NOON + minute),
            b.write([edit({4: office}, [(one, 0)])], claimed_at=NOON + 2 * minute),
        ]

    def different_fields():
        a, b = two()
        one = start(a)
        return [
            one, a.write([edit({4: office}, [(one, 0)])], claimed_at=NOON + minute),
            b.write([edit({17: ("code", 8, 3)}, [(one, 0)])], claimed_at=NOON + 2 * minute),
        ]

    def merged():
        a, b = two()
        one, left, right = conflict()
        a.previous, b.previous = left.link, right.link
        return [
            one, left, right,
            b.write([edit({4: door}, [(left, 0), (right, 0)])], claimed_at=NOON),
        ]

    def saw_one_of_two():
        a, b = two()
        one, left, right = conflict()
        a.previous, b.previous = left.link, right.link
        return [
            one, left, right, a.write([edit({4: door}, [(left, 0)])], claimed_at=NOON + minute),
        ]

    def tie():
        a, b = two()
        one = start(a)
        return [
            one, a.write([edit({4: office}, [(one, 0)])], claimed_at=NOON + minute),
            b.write([edit({4: outdoors}, [(one, 0)])], claimed_at=NOON + minute),
        ]

    def through_another_field():
        a, b = two()
        one = start(a)
        middle = b.write([edit({20: ("text", "…")}, [(one, 0)])], claimed_at=NOON + minute)
        last = a.write([edit({4: office}, [(middle, 0)])], claimed_at=NOON - minute)
        return [one, middle, last]

    def missing():
        one, middle, last = through_another_field()
        return [last, one]

    def sealed_values():
        a, b = two()
        other_key, other_id = seed("household key 2"), short("household key id 2")
        one = a.write([edit({13: sealed("王女士", visit, 13, "s1")})])
        left = a.write([edit({
            13: sealed("王女士", visit, 13, "s2"), 10: sealed("大堂", visit, 10, "s3"),
            20: sealed("無", visit, 20, "s4"),
        }, [(one, 0)])], claimed_at=NOON + minute)
        right = b.write([edit({
            13: sealed("王女士", visit, 13, "s5"), 10: sealed("門口", visit, 10, "s6"),
            20: sealed("無", visit, 20, "s7", other_key, other_id),
        }, [(one, 0)])], claimed_at=NOON + 2 * minute)
        return [one, left, right]

    def carried():
        a, b = two()
        unknown = ("unknown", r.p_bytes(15, b"later"))
        return [
            a.write([
                edit({1: unknown, 200: ("text", ESCAPES), 201: ("text", TEXT)}, (), short("x"),
                     FUTURE_TYPE),
                edit({1: ("integer", -(1 << 63)), 2: ("decimal", -5, 2), 3: ("date", -719_162)},
                     (), short("y"), FUTURE_TYPE),
            ], claimed_at=-1),
            b.write([edit({1: ("integer", 1)})], format_version=2, lowest_reader=2),
            b.write([edit({1: ("instant", r.INSTANT_MIN)}, (), bytes(16), 4_294_967_295)],
                    claimed_at=r.INSTANT_MAX),
            b.write([edit({1: ("text", "another scope")})], scope=COMPANY),
        ]

    def settled_conflict():
        a, b = two()
        one, left, right = conflict()
        a.previous, b.previous = left.link, right.link
        shown = [(left.id, 0), (right.id, 0)]
        return [
            one, left, right, b.write([
                edit({4: office}, [(left, 0), (right, 0)]),
                conflict_settlement(visit, 4, shown, (left.id, 0), ACCOUNT_B),
            ], claimed_at=NOON - minute),
        ]

    def withdrawn():
        head_office = Writer(OFFICE, ACCOUNT_B, "office")
        decided = head_office.write([settlement(visit, short("first visit"), 4)])
        return [
            decided, head_office.write([r.encode_change(
                SETTLEMENT_TYPE, r.settlement_id(visit), {
                    6: ("reference", COMPANY, ACCOUNT_TYPE, ACCOUNT_B),
                    8: ("instant", NOON + minute)}, [(decided.id, 0)])]),
        ]

    def foreign_ancestor():
        a, _ = two()
        one = a.write([edit({1: ("integer", 1)}), edit({1: ("integer", 1)}, (), short("second"))])
        other = a.write([edit({1: ("integer", 2)}, [(one, 0), (one, 9)], short("second"))])
        return [one, other]

    return [
        ("sequential edit", "the later edit saw the earlier; its clock does not matter",
         sequential()),
        ("concurrent, one field, two values", "a conflict; the later claim wins", conflict()),
        ("concurrent, one field, one value", "two heads, no conflict", agreement()),
        ("concurrent, different fields", "parallel edits, no conflict", different_fields()),
        ("a merge that saw both", "the conflict is over, whatever the clock says", merged()),
        ("an edit that saw one of two", "the head it did not see stays", saw_one_of_two()),
        ("equal claimed times", "the greater change id wins", tie()),
        ("overwriting across another field", "ancestry runs through changes of other fields",
         through_another_field()),
        ("a missing ancestor", "the middle of the history before is not held: one head too many",
         missing()),
        ("sealed values", "equal under one key, different, and equal under two keys",
         sealed_values()),
        ("carried, not interpreted", "later readers, unknown types and kinds, another scope, "
         "times at the ends of the calendar", carried()),
        ("an ancestor of another record", "held as a bundle, yet missing for this record",
         foreign_ancestor()),
        ("a conflict settled", "the value taken stands alone, whatever the clock says, and a notice "
         "names what was shown", settled_conflict()),
        ("a settlement withdrawn", "its record keeps all it said; only field 8 is another",
         withdrawn()),
    ]


EXPECTED_STATES = {
    # name: (number of records, [(type, field, heads, conflict)], parallel, missing)
    "sequential edit": (1, [(4, 1, False), (17, 1, False)], False, 0),
    "concurrent, one field, two values": (1, [(4, 2, True), (17, 1, False)], True, 0),
    "concurrent, one field, one value": (1, [(4, 2, False), (17, 1, False)], True, 0),
    "concurrent, different fields": (1, [(4, 1, False), (17, 1, False)], True, 0),
    "a merge that saw both": (1, [(4, 1, False), (17, 1, False)], False, 0),
    "an edit that saw one of two": (1, [(4, 2, True), (17, 1, False)], True, 0),
    "equal claimed times": (1, [(4, 2, True), (17, 1, False)], True, 0),
    "overwriting across another field":
        (1, [(4, 1, False), (17, 1, False), (20, 1, False)], False, 0),
    "a missing ancestor": (1, [(4, 2, True), (17, 1, False)], True, 1),
    "sealed values": (1, [(10, 2, True), (13, 2, False), (20, 2, True)], True, 0),
    "carried, not interpreted": (3, None, False, 0),
    "an ancestor of another record": (2, None, None, None),
    "a conflict settled": (2, None, False, 0),
    "a settlement withdrawn": (1, [(n, 1, False) for n in range(1, 9)], False, 0),
}


def states():
    made = []
    for name, meaning, envelopes in histories():
        data = [e.bytes for e in envelopes]
        records, digest = r.states(data, SITE)
        expect_state(name, records)
        check(r.state_text(data, SITE) == r.state_text(data[::-1] + data, SITE), f"{name}: order")
        made.append({
            "name": name, "meaning": meaning, "scope": SITE.hex(), "envelopes": plain(data),
            "digest": {
                "count": digest.count, "sum": digest.sum_bytes.hex(), "text": str(digest),
            },
            "records": [record_json(key, state) for key, state in records.items()],
            "state": r.state_text(data, SITE),
        })
    return {"histories": made, "signedContent": signed_content()}


def expect_state(name, records):
    count, fields, parallel, missing = EXPECTED_STATES[name]
    check(len(records) == count, f"{name}: records")
    for state in records.values():
        if fields is not None:
            got = [(n, len(h), state.in_conflict(n)) for n, h in state.heads.items()]
            check(got == fields, f"{name}: {got}")
        if parallel is not None:
            check(state.has_parallel_edits == parallel, f"{name}: parallel")
            check(len(state.missing) == missing, f"{name}: missing")


def record_json(name, state):
    return {
        "type": name[0], "id": name[1].hex(),
        "frontier": [r.change_text(c) for c in state.frontier],
        "missing": [r.change_text(c) for c in state.missing],
        "parallel": state.has_parallel_edits,
        "fields": [
            {
                "number": number, "conflict": state.in_conflict(number),
                "heads": [
                    {"change": r.change_text(c), "claimedAtMs": ms, "value": r.value_text(v)}
                    for c, ms, v in heads
                ],
            }
            for number, heads in state.heads.items()
        ],
    }


def signed_content():
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    visit = short("signed visit")
    opinions = sorted([short("opinion 1"), short("opinion 2")])
    values = {
        1: ("reference", SITE, HOUSEHOLD_TYPE, HOUSEHOLD), 4: ("code", 2, 2),
        5: ("instant", NOON), 7: ("integer", 480), 13: sealed("王女士", visit, 13, "signed met"),
    }
    said = {
        opinion: {
            1: ("reference", SITE, VISIT_TYPE, visit), 2: ("integer", i + 1),
            5: sealed(text, opinion, 5, f"opinion {i}", type_number=OPINION_TYPE),
        }
        for i, (opinion, text) in enumerate(zip(opinions, ["樓道很乾淨", "電梯有異響"]))
    }
    first = a.write(
        [r.encode_change(VISIT_TYPE, visit, values)]
        + [r.encode_change(OPINION_TYPE, o, said[o]) for o in reversed(opinions)])
    void = {24: ("instant", NOON + 1), 25: sealed("重複", visit, 25, "void")}
    second = a.write([r.encode_change(VISIT_TYPE, visit, void, [(first.id, 0)])])
    changed = sealed("張先生", visit, 13, "signed met 2")
    third = a.write([r.encode_change(VISIT_TYPE, visit, {13: changed}, [(second.id, 0)])])
    before = r.signed_content(values, said)
    check(before == r.signed_content(values | void, said), "voiding changes what was signed")
    after = r.signed_content(values | void | {13: changed}, said)
    check(before != after, "an edit does not change what was signed")
    return [
        {"name": name, "scope": SITE.hex(), "visit": visit.hex(),
         "envelopes": plain([e.bytes for e in held]), "digest": digest.hex()}
        for name, held, digest in [
            ("as signed", [first], before), ("voided: the same", [first, second], before),
            ("one field changed: another", [first, second, third], after),
        ]
    ]


# --- sealing.json --------------------------------------------------------------------------------


def sealing():
    visit, household = short("visit"), HOUSEHOLD
    texts = []
    for name, text, type_number, record, field in [
        ("a name", "王女士", VISIT_TYPE, visit, 13),
        ("the same name in another field", "王女士", VISIT_TYPE, visit, 10),
        ("the same name and field, another nonce", "王女士", VISIT_TYPE, visit, 13),
        ("nothing", "", VISIT_TYPE, visit, 20),
        ("a telephone in the roster", "13800138000", HOUSEHOLD_TYPE, household, 6),
        ("combining characters and emoji", TEXT, VISIT_TYPE, visit, 20),
    ]:
        value = sealed(text, record, field, f"sealing {name}", type_number=type_number)
        check(r.open_text(value, SEALED_KEY, SITE, type_number, record, field) == text, name)
        texts.append({
            "name": name, "text": text, "textUTF8": text.encode().hex(),
            "key": SEALED_KEY.hex(), "keyId": value[1].hex(), "nonce": value[2].hex(),
            "scope": SITE.hex(), "type": type_number, "record": record.hex(), "field": field,
            "context": r.sealed_context(SITE, type_number, record, field, value[1]).hex(),
            "ciphertext": value[3].hex(), "equalityTag": value[4].hex(),
        })
    tags = [text["equalityTag"] for text in texts]
    check(tags[0] == tags[2] and tags[0] != tags[1], "equality tags")
    moved = sealed("王女士", visit, 13, "sealing moved")
    check(r.open_text(moved, SEALED_KEY, SITE, VISIT_TYPE, visit, 20) is None, "moved")
    cannot_open = [
        {"name": name, "key": key.hex(), "keyId": key_id.hex(), "nonce": moved[2].hex(),
         "scope": SITE.hex(), "type": VISIT_TYPE, "record": record.hex(), "field": field,
         "ciphertext": moved[3].hex(), "equalityTag": moved[4].hex()}
        for name, key, key_id, record, field in [
            ("moved to another field", SEALED_KEY, SEALED_KEY_ID, visit, 20),
            ("moved to another record", SEALED_KEY, SEALED_KEY_ID, short("other visit"), 13),
            ("under another key id", SEALED_KEY, short("other key id"), visit, 13),
            ("with another key", seed("another key"), SEALED_KEY_ID, visit, 13),
        ]
    ]
    return {
        "sealedTexts": texts, "cannotOpen": cannot_open, "confidentialNotes": notes(),
        "noteShares": note_shares(), "householdKeys": household_keys(), "keyLists": [key_list()],
    }


def notes():
    made = []
    for name, text in [
        ("a note", "家中有老人，週三以後再來"), ("an empty note", ""),
        ("255 bytes fill one step", "a" * 255), ("256 bytes need two", "a" * 256),
        ("a note that ends with zeros and 80", "\u0080\u0000\u0000"),
    ]:
        record = short(f"note {name}")
        readers = [DEVICE_A_SEALING, CUSTODIAN]
        value = note(text, record, name, readers)
        for reader in readers:
            check(r.open_note(value, reader, SITE, NOTE_TYPE, record, 2) == text, name)
        check(r.open_note(value, STRANGER, SITE, NOTE_TYPE, record, 2) is None, "a stranger reads")
        made.append({
            "name": name, "text": text, "textUTF8": text.encode().hex(),
            "contentKey": seed(f"content key {name}").hex(), "nonce": value[1].hex(),
            "scope": SITE.hex(), "type": NOTE_TYPE, "record": record.hex(), "field": 2,
            "context": r.sealed_context(SITE, NOTE_TYPE, record, 2, bytes(16)).hex(),
            "padded": r.pad(text.encode()).hex(), "ciphertext": value[2].hex(),
            "info": r.INFO_CONFIDENTIAL.hex(),
            "recipients": [
                {"privateKey": reader.seed.hex(), "publicKey": reader.public.hex(),
                 "ephemeralKey": ephemeral(f"{name} {i}").seed.hex(), "keyHash": wrap[0].hex(),
                 "wrappedKey": wrap[1].hex()}
                for i, (reader, wrap) in enumerate(zip(readers, value[3]))
            ],
            "stranger": {"privateKey": STRANGER.seed.hex()},
        })
    return made


def note_shares():
    made = []
    for name in ["a share", "another share of the same note"]:
        secret, share = seed("content key a share"), seed(f"share {name}")
        key = r.note_key(secret, share)
        check(key != secret and len(key) == 32, name)
        made.append({"name": name, "contentKey": secret.hex(), "share": share.hex(), "textKey": key.hex()})
    return made


def household_key(name):
    return {
        "keyId": short(f"{name} id"), "household": HOUSEHOLD, "year": 2026,
        "retentionClass": 2 if name == "key 1" else 1, "key": seed(name),
    }


def household_keys():
    made = []
    for name in ["key 1", "key 2"]:
        one, eph = household_key(name), ephemeral(f"to office {name}")
        wrapped = r.hpke_seal(
            OFFICE_SEALING.public, one["key"], r.INFO_HOUSEHOLD_KEY, one["keyId"], eph)
        got = r.hpke_open(OFFICE_SEALING, wrapped, r.INFO_HOUSEHOLD_KEY, one["keyId"])
        check(got == one["key"], name)
        made.append(plain(one) | {
            "scope": SITE.hex(), "officePrivateKey": OFFICE_SEALING.seed.hex(),
            "officePublicKey": OFFICE_SEALING.public.hex(), "ephemeralKey": eph.seed.hex(),
            "info": r.INFO_HOUSEHOLD_KEY.hex(), "context": one["keyId"].hex(),
            "sealed": wrapped.hex(),
        })
    return made


def encode_key_list(keys):
    return b"".join(
        r.p_message(
            1, r.p_bytes(1, k["keyId"]) + r.p_bytes(2, k["household"]) + r.p_uint(3, k["year"])
            + r.p_uint(4, k["retentionClass"]) + r.p_bytes(5, k["key"]))
        for k in keys
    )


def key_list():
    keys = [household_key("key 1"), household_key("key 2")]
    plain_list, eph = encode_key_list(keys), ephemeral("key list")
    wrapped = r.hpke_seal(DEVICE_A_SEALING.public, plain_list, r.INFO_KEY_LIST, SITE, eph)
    check(r.hpke_open(DEVICE_A_SEALING, wrapped, r.INFO_KEY_LIST, SITE) == plain_list, "key list")
    check(r.hpke_open(DEVICE_B_SEALING, wrapped, r.INFO_KEY_LIST, SITE) is None, "key list of B")
    return {
        "scope": SITE.hex(), "devicePrivateKey": DEVICE_A_SEALING.seed.hex(),
        "devicePublicKey": DEVICE_A_SEALING.public.hex(), "ephemeralKey": eph.seed.hex(),
        "info": r.INFO_KEY_LIST.hex(), "context": SITE.hex(), "plain": plain_list.hex(),
        "sealed": wrapped.hex(), "keys": plain(keys),
    }


# --- enrolment.json ------------------------------------------------------------------------------


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def enrolment():
    fingerprint = r.office_fingerprint(OFFICE.public, OFFICE_SEALING.public, COMPANY)
    other = r.SigningKey(seed("other office"))
    other_print = r.office_fingerprint(other.public, OFFICE_SEALING.public, COMPANY)
    pairs = [
        (seed("code 1")[:4], seed("code secret 1")[:16]), (bytes(4), bytes(16)),
        (b"\xff" * 4, b"\xff" * 16), (b"\x00\x44\x32\x14", seed("code secret 4")[:16]),
    ]
    codes = []
    for identity_, secret in pairs:
        text = r.code_text(identity_, secret, fingerprint)
        check(r.read_code(text) == (identity_, secret, fingerprint), text)
        codes.append({
            "text": text, "id": identity_.hex(), "secret": secret.hex(),
            "office": fingerprint.hex(),
            "checksum": r.code_checksum(identity_ + secret + fingerprint).hex(),
            "secretHash": r.code_secret_hash(secret).hex(),
        })
    text = r.code_text(*pairs[1], fingerprint)  # begins with many zeros
    ones = next(
        code for code in (r.code_text(seed(f"ones {i}")[:4], seed(f"ones {i}")[4:20], fingerprint)
                          for i in range(1000)) if code.count("1") >= 3)
    same = [
        ("lower case", text.lower(), text), ("no hyphens", text.replace("-", ""), text),
        ("spaces for hyphens", text.replace("-", " "), text),
        ("blanks and line breaks around", f" \t{text[:30]}\r\n{text[30:]}\u3000\n", text),
        ("the letter O for zero", text.replace("0", "O"), text),
        ("the letter o for zero", text.replace("0", "o"), text),
        ("full width", wide(text), text), ("full width, lower case", wide(text.lower()), text),
        ("I, i, L and l for one",
         "".join("IiLl"[i % 4] if c == "1" else c for i, c in enumerate(ones)), ones),
    ]
    mixed = codes[0]["text"]
    check(mixed[0:4] != mixed[5:9] and mixed[21] != mixed[22] and "0" not in mixed[15], mixed)
    refused = [
        ("a letter missing", mixed[:-1]), ("a letter too many", mixed + "0"),
        ("empty", ""), ("one letter wrong", mixed[:15] + "0" + mixed[16:]),
        ("two letters exchanged", mixed[:21] + mixed[22] + mixed[21] + mixed[23:]),
        ("groups exchanged", mixed[5:10] + mixed[0:5] + mixed[10:]),
        ("the letter U", "U" + mixed[1:]),
        ("an en dash", mixed.replace("-", "\u2013")),
        ("a no-break space", mixed.replace("-", "\u00a0")),
        ("punctuation", mixed + "."), ("not ASCII", "零" + mixed[1:]),
        ("another code's beginning", text[:10] + mixed[10:]),
    ]
    for name, typed, meant in same:
        check(r.read_code(typed) == r.read_code(meant) is not None, f"code: {name}")
    for name, typed in refused:
        check(r.read_code(typed) is None, f"code: {name}")
    return {
        "office": {
            "signingKey": OFFICE.public.hex(), "sealingKey": OFFICE_SEALING.public.hex(),
            "company": COMPANY.hex(), "fingerprint": fingerprint.hex(),
        },
        "otherOffice": {
            "signingKey": other.public.hex(), "sealingKey": OFFICE_SEALING.public.hex(),
            "company": COMPANY.hex(), "fingerprint": other_print.hex(),
        },
        "codes": codes,
        "readTheSame": [{"name": n, "typed": t, "code": c} for n, t, c in same],
        "refused": [{"name": n, "typed": t} for n, t in refused],
        "possession": possession(pairs[0][1]),
        "sealedSecret": sealed_secret(*pairs[0]),
    }


def possession(secret):
    message = r.possession_message(secret, DEVICE_A.public, DEVICE_A_SEALING.public)
    return {
        "secret": secret.hex(), "deviceSeed": DEVICE_A.seed.hex(), "device": DEVICE_A.public.hex(),
        "sealingKey": DEVICE_A_SEALING.public.hex(), "message": message.hex(),
        "signature": DEVICE_A.sign(message).hex(),
    }


def enrol_secret(secret):
    message = r.possession_message(secret, DEVICE_A.public, DEVICE_A_SEALING.public)
    return (
        r.p_bytes(1, secret) + r.p_bytes(2, DEVICE_A.public)
        + r.p_bytes(3, DEVICE_A_SEALING.public) + r.p_bytes(4, DEVICE_A.sign(message))
        + r.p_text(5, "櫃檯 1") + r.p_text(6, "rounds/0.1.0")
    )


def sealed_secret(identity_, secret):
    plain_bytes, eph = enrol_secret(secret), ephemeral("enrolment")
    wrapped = r.hpke_seal(OFFICE_SEALING.public, plain_bytes, r.INFO_ENROLMENT, identity_, eph)
    opened = r.hpke_open(OFFICE_SEALING, wrapped, r.INFO_ENROLMENT, identity_)
    check(opened == plain_bytes, "enrolment secret")
    return {
        "officePrivateKey": OFFICE_SEALING.seed.hex(), "ephemeralKey": eph.seed.hex(),
        "info": r.INFO_ENROLMENT.hex(), "context": identity_.hex(), "plain": plain_bytes.hex(),
        "sealed": wrapped.hex(), "laptop": "櫃檯 1", "program": "rounds/0.1.0",
    }


# --- sampling.json -------------------------------------------------------------------------------


def sampling():
    site_seed = seed("site seed")
    units = [f"{1 + i // 4}-{1 + i % 4}0{1 + i % 3}" for i in range(20)]
    households = [r.household_id(r.unit_id(COMPANY, SITE, unit)) for unit in units]
    check(len(set(households)) == 20, "twenty households")
    rounds = [(n, r.round_seed(site_seed, n)) for n in (1, 2, 300)]
    numbers = [
        {"round": n, "household": h.hex(), "number": f"{r.household_number(s, h):016x}"}
        for n, s in rounds[:2] for h in households
    ]
    first = rounds[0][1]
    lists = [(1, ["supervisor", "desk"]), (2, ["supervisor", "desk", "三棟"])]
    owners = []
    for version, names in lists:
        shares = [(h, r.slot_owner(names, first, h)) for h in households]
        check({slot for _, slot in shares} == set(names), "a slot without households")
        owners.append({
            "version": version, "names": names, "round": 1,
            "owners": [{"household": h.hex(), "slot": slot} for h, slot in shares],
        })
    for a, b in zip(owners[0]["owners"], owners[1]["owners"]):
        check(b["slot"] in (a["slot"], "三棟"), "a new slot took more than its share")
    alone = (0, ["supervisor"])
    draws = [
        draw_json(name, rounds, *arguments)
        for name, arguments in {
            "the site's": ("site", "supervisor", alone, 1, households, 6, 3),
            "the company's": ("company", "supervisor", alone, 1, households, 4, 2),
            "the site's in the next round": ("site", "supervisor", alone, 2, households, 6, 0),
            "one slot of two": ("site", "desk", lists[0], 1, households, 3, 2),
            "fewer eligible than wanted": ("site", "supervisor", alone, 1, households[:4], 5, 5),
            "the company ignores slots": ("company", "desk", lists[1], 1, households, 3, 0),
            "nobody eligible": ("site", "supervisor", alone, 1, [], 5, 5),
        }.items()
    ]
    own = {e["household"] for e in draws[0]["entries"]}
    check(not own & {e["household"] for e in draws[1]["entries"]}, "the two draws overlap")
    return {
        "siteSeed": site_seed.hex(),
        "rounds": [{"number": n, "seed": s.hex()} for n, s in rounds],
        "households": [
            {"unit": unit, "household": h.hex()} for unit, h in zip(units, households)
        ],
        "numbers": numbers, "slotLists": owners, "draws": draws, "duplicates": duplicates(),
        "settlements": settlements(),
    }


def draw_json(name, rounds, organiser, slot, slots, number, eligible, primary, reserve):
    round_seed = dict(rounds)[number]
    entries = r.draw(organiser, slot, slots[1], round_seed, eligible, primary, reserve)
    return {
        "name": name, "round": number, "organiser": organiser, "slot": slot,
        "slots": {"version": slots[0], "names": slots[1]}, "primaryCount": primary,
        "reserveCount": reserve, "eligible": plain(sorted(eligible)),
        "eligibleDigest": r.eligible_digest(eligible).hex(),
        "entries": [
            {"household": h.hex(), "number": f"{n:016x}", "kind": kind} for h, n, kind in entries
        ],
    }


def duplicates():
    """Turn histories of one household, and what becomes of its visits."""

    def change(name):
        return (seed(f"turn {name}"), 0)

    drawn, one, two, three = change("drawn"), change("one"), change("two"), change("three")
    site_draw, company_draw = short("site draw"), short("company draw")

    def visit(name, start, own, known=(), draw=None, drawn_by=None, by="site"):
        return {
            "id": short(f"duplicate {name}"), "start": start, "organiser": by, "turnChange": own,
            "draw": draw, "drawTurnChange": drawn_by, "knownAtStart": list(known),
        }

    later = NOON + 3_600_000
    cases = [
        # name, turn, visits, cause, forewarned, which of the site's earn their place
        ("neither knew", {one: [], two: []},
         [visit("a", NOON, one), visit("b", later, two)], "unavoidable", "", "a"),
        ("the first visit was on the second's store", {one: [], two: [one]},
         [visit("a", NOON, one), visit("b", later, two, [one])], "avoidable", "", "a"),
        ("it arrived between visit and entry", {one: [], two: [one]},
         [visit("a", NOON, one), visit("b", later, two)], "learntLate", "", "a"),
        ("the other's draw was known", {drawn: [], one: [drawn], two: [drawn]},
         [visit("a", NOON, one, [drawn], company_draw, drawn, "company"),
          visit("b", later, two, [drawn])],
         "avoidable", "b", ""),
        ("the company's visit was known", {one: [], two: [one]},
         [visit("a", NOON, one, by="company"), visit("b", later, two, [one])],
         "avoidable", "b", ""),
        ("the company's visit was not known", {one: [], two: []},
         [visit("a", NOON, one, by="company"), visit("b", later, two)], "unavoidable", "", "b"),
        ("the company's visit was learnt late", {one: [], two: [one]},
         [visit("a", NOON, one, by="company"), visit("b", later, two)], "learntLate", "", "b"),
        ("the company knew of the site's later visit", {two: [], one: [two]},
         [visit("a", NOON, one, [two], by="company"), visit("b", later, two)],
         "avoidable", "", "b"),
        ("both came from one draw", {drawn: [], one: [drawn], two: [drawn]},
         [visit("a", NOON, one, [drawn], site_draw, drawn),
          visit("b", later, two, [drawn], site_draw, drawn)], "unavoidable", "", "a"),
        ("known through another change", {one: [], three: [one], two: [three]},
         [visit("a", NOON, one), visit("b", later, two, [three])], "avoidable", "", "a"),
        ("the worst of three pairs", {one: [], two: [], three: [two]},
         [visit("a", NOON, one), visit("b", NOON, two), visit("c", later, three, [two])],
         "avoidable", "", None),
        ("the first visit began later but was recorded first", {one: [], two: [one]},
         [visit("a", later, one), visit("b", NOON, two)], "learntLate", "", "b"),
        ("one visit alone", {one: []}, [visit("a", NOON, one)], None, "", "a"),
    ]
    made = []
    for name, turn, visits, cause, forewarned, places in cases:
        got = r.duplicate_case(visits, turn)
        check((got and got[1]) == cause, f"duplicate: {name}: {got}")
        warned = [short(f"duplicate {letter}") for letter in forewarned]
        check((got[2] if got else []) == warned, f"duplicate: {name}: forewarned")
        organisers = {v["id"]: v["organiser"] for v in visits}
        earning = sorted(
            v["id"] for v in visits
            if v["organiser"] == "site" and r.earns_place(v["id"], got, organisers))
        if places is not None:
            check(earning == [short(f"duplicate {letter}") for letter in places],
                  f"duplicate: {name}: places")
        check(len(earning) <= 1, f"duplicate: {name}: two places")
        made.append({
            "name": name,
            "turn": [
                {"change": r.change_text(c), "saw": [r.change_text(s) for s in saw]}
                for c, saw in turn.items()
            ],
            "visits": [duplicate_visit(v) for v in visits],
            "members": plain(got[0]) if got else [], "cause": cause,
            "forewarned": plain(warned), "earnPlace": plain(earning),
        })
    return made


def settlements():
    """What head office's decisions do to one household's visits of a month."""

    def story(organisers, decisions=None, knew=False):
        """Visits a, b, … an hour apart; `decisions`: {letter: (letter it is held against, kind)}."""
        own = [(seed(f"turn settled {i}"), 0) for i in range(len(organisers))]
        turn = {change: own[:i] if knew else [] for i, change in enumerate(own)}
        visits = [
            {
                "id": short(f"settled {'abc'[i]}"), "start": NOON + i * 3_600_000,
                "organiser": by, "turnChange": own[i], "draw": None, "drawTurnChange": None,
                "knownAtStart": own[:i][-1:] if knew else [], "decision": None,
            }
            for i, by in enumerate(organisers)
        ]
        for letter, (against, kind) in (decisions or {}).items():
            visits["abc".index(letter)]["decision"] = (short(f"settled {against}"), kind)
        return turn, visits

    site, company = "site", "company"
    rows = [
        # name, story, [counted, company, returnVisits, repeats, excused, recordedTwice], in force,
        # credited, open
        ("nothing decided: company, then site", story([company, site]),
         [1, 1, 0, 0, 0, 0], "", "a", True),
        ("nothing decided: company, then site, knowing", story([company, site], knew=True),
         [0, 1, 0, 1, 0, 0], "", "a", True),
        ("nothing decided: site twice", story([site, site]), [1, 0, 0, 1, 0, 0], "", "a", True),
    ]
    expected = {
        ("returnVisit", company, site): [0, 1, 1, 0, 0, 0],
        ("excused", company, site): [1, 1, 0, 0, 0, 0],
        ("standsAsRepeat", company, site): [0, 1, 0, 1, 0, 0],
        ("sameVisit", company, site): [0, 1, 0, 0, 0, 1],
        ("returnVisit", site, company): [1, 0, 1, 0, 0, 0],
        ("excused", site, company): [1, 1, 0, 0, 0, 0],
        ("standsAsRepeat", site, company): [1, 0, 0, 1, 0, 0],
        ("sameVisit", site, company): [1, 0, 0, 0, 0, 1],
        ("returnVisit", site, site): [1, 0, 1, 0, 0, 0],
        ("excused", site, site): [1, 0, 0, 0, 1, 0],
        ("standsAsRepeat", site, site): [1, 0, 0, 1, 0, 0],
        ("sameVisit", site, site): [1, 0, 0, 0, 0, 1],
    }
    for (kind, first, second), figures in expected.items():
        rows.append((f"{first}, then {second}: {kind}",
                     story([first, second], {"b": ("a", kind)}), figures, "b", "a", False))
    rows += [
        ("avoidable, and excused", story([company, site], {"b": ("a", "excused")}, knew=True),
         [1, 1, 0, 0, 0, 0], "b", "a", False),
        ("a company visit that became a return visit forewarns nobody",
         story([company, site], {"a": ("b", "returnVisit")}, knew=True),
         [1, 0, 1, 0, 0, 0], "a", "b", False),
        ("the first of the site's is the repeat: the other has the place",
         story([site, site], {"a": ("b", "standsAsRepeat")}),
         [1, 0, 0, 1, 0, 0], "a", "a", False),
        ("the first is merged: the other is credited",
         story([site] * 3, {"a": ("b", "sameVisit"), "c": ("b", "standsAsRepeat")}),
         [1, 0, 0, 1, 0, 1], "ac", "b", False),
        ("a third member: open again, and the decision stays",
         story([site] * 3, {"b": ("a", "standsAsRepeat")}), [1, 0, 0, 2, 0, 0], "b", "a", True),
        ("held against a visit that counts no longer: no effect",
         story([site, site], {"b": ("c", "sameVisit")}), [1, 0, 0, 1, 0, 0], "", "a", True),
        ("held against a merged visit: no effect",
         story([site] * 3, {"b": ("a", "sameVisit"), "c": ("b", "sameVisit")}),
         [1, 0, 0, 1, 0, 1], "b", "a", True),
        ("held against a visit whose own merging has no effect",
         story([site, site], {"a": ("c", "sameVisit"), "b": ("a", "returnVisit")}),
         [1, 0, 1, 0, 0, 0], "b", "a", False),
        ("merged in a circle: no effect",
         story([site, site], {"a": ("b", "sameVisit"), "b": ("a", "returnVisit")}),
         [1, 0, 0, 1, 0, 0], "", "a", True),
    ]
    made = []
    for name, (turn, visits), figures, in_force, credited, is_open in rows:
        got = r.settled(visits, turn)
        check(list(got["figures"].values()) == figures, f"settlement: {name}: {got['figures']}")
        check(got["inForce"] == sorted(short(f"settled {one}") for one in in_force), name)
        check(got["credited"] == short(f"settled {credited}"), f"settlement: {name}: credited")
        check(got["isOpen"] == is_open, f"settlement: {name}: open")
        made.append({
            "name": name,
            "turn": [
                {"change": r.change_text(c), "saw": [r.change_text(s) for s in saw]}
                for c, saw in turn.items()
            ],
            "visits": [
                duplicate_visit(v) | {"decision": v["decision"] and {
                    "against": v["decision"][0].hex(), "kind": v["decision"][1]}}
                for v in visits
            ],
        } | plain(got))
    return made


def duplicate_visit(v):
    return {
        "id": v["id"].hex(), "startMs": v["start"], "organiser": v["organiser"],
        "turnChange": r.change_text(v["turnChange"]),
        "draw": v["draw"].hex() if v["draw"] else None,
        "drawTurnChange": r.change_text(v["drawTurnChange"]) if v["drawTurnChange"] else None,
        "knownAtStart": [r.change_text(c) for c in v["knownAtStart"]],
    }


# --- messages.json -------------------------------------------------------------------------------


def encode_digest(count, total):
    return r.p_uint(1, count) + r.p_bytes(2, total)


def messages():
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    pushed = a.write([r.encode_change(TURN_TYPE, short("turn"), {5: ("integer", 1)})])
    receipt = r.encode_receipt(pushed.id, SITE, EPOCH, NOON + 5, 1, 0, OFFICE)
    body, sync = sync_request(pushed)
    answer, decoded = sync_response(pushed, receipt)
    return {
        "office": {"seed": OFFICE.seed.hex(), "public": OFFICE.public.hex()},
        "requests": requests(body, sync) + [request_with_malformed_keys(pushed)],
        "answered": good_request(body).hex(),
        "responses": responses(good_request(body), answer, decoded),
        "receipts": receipts(pushed, receipt),
        "bodies": bodies(),
        "digests": digests(),
    }


def sync_request(pushed, malformed=()):
    """A request and what it says; the keys in `malformed` come before its one good key."""
    wrapped = household_keys()[0]
    digest = r.SetDigest([seed("bundle 1"), seed("bundle 2")])
    keys = b"".join(r.p_message(2, key) for key in malformed)
    keys += r.p_message(2, wrapped_key(
        bytes.fromhex(wrapped["keyId"]), bytes.fromhex(wrapped["sealed"])))
    first = r.p_bytes(1, COMPANY) + r.p_message(4, encode_digest(0, b""))
    second = (
        r.p_bytes(1, SITE) + r.p_bytes(2, EPOCH) + r.p_uint(3, 2)
        + r.p_message(4, encode_digest(2, digest.sum_bytes))
    )
    body = (
        r.p_uint(1, 1) + r.p_message(2, first) + r.p_message(2, second)
        + r.p_message(3, r.p_bytes(1, pushed.bytes) + keys)
        + r.p_text(4, "rounds/0.1.0") + r.p_uint(5, 1_048_576) + r.p_text(6, "zh-Hans")
    )
    decoded = {
        "protocol": 1,
        "scopes": [
            {"scope": COMPANY.hex(), "epoch": None, "position": 0,
             "digest": {"count": 0, "sum": bytes(32).hex()}},
            {"scope": SITE.hex(), "epoch": EPOCH.hex(), "position": 2,
             "digest": {"count": 2, "sum": digest.sum_bytes.hex()}},
        ],
        "bundles": [{
            "envelope": pushed.bytes.hex(),
            "keys": [{
                "keyId": wrapped["keyId"], "scope": SITE.hex(), "household": HOUSEHOLD.hex(),
                "year": 2026, "retentionClass": 2, "sealed": wrapped["sealed"],
            }],
        }],
        "program": "rounds/0.1.0", "pageBytesMax": 1_048_576, "language": "zh-Hans",
    }
    return body, decoded


def wrapped_key(key_id, sealed, scope=SITE, household=HOUSEHOLD):
    return (
        r.p_bytes(1, key_id) + r.p_bytes(2, scope) + r.p_bytes(3, household) + r.p_uint(4, 2026)
        + r.p_uint(5, 2) + r.p_bytes(6, sealed)
    )


CHALLENGE = seed("challenge") + seed("challenge 2")[:8]


def enrolment_envelope():
    return Writer(OFFICE, bytes(16), "office").write([
        r.encode_change(7, r.device_id(DEVICE_A.public), {
            1: ("bytes", DEVICE_A.public), 2: ("bytes", DEVICE_A_SEALING.public),
            3: ("reference", COMPANY, ACCOUNT_TYPE, ACCOUNT_A), 4: ("instant", NOON)}),
    ], scope=COMPANY).bytes


def good_request(body):
    return r.encode_request("/v1/sync", body, CHALLENGE, enrolment_envelope(), DEVICE_A)


def requests(body, sync):
    challenge, path, enrolment_ = CHALLENGE, "/v1/sync", enrolment_envelope()
    good = good_request(body)
    bare = r.encode_request(path, body, b"", b"", DEVICE_A)
    elsewhere = r.encode_request("/v1/have", body, challenge, enrolment_, DEVICE_A)
    at = good.index(challenge)
    flips = {
        "one bit of the body flipped": 12, "one bit of the challenge flipped": at,
        "one bit of the device key flipped": good.index(DEVICE_A.public),
    }
    made = [
        ("valid", good, None), ("first contact: no challenge, no enrolment", bare, None),
        ("another enrolment: not under the signature",
         r.encode_request(path, body, challenge, b"any bytes", DEVICE_A), None),
        ("signed for another path", elsewhere, "badSignature"),
    ]
    made += delegated_requests(path, body, challenge, enrolment_)
    for name, place in flips.items():
        changed = bytearray(good)
        changed[place] ^= 1
        made.append((name, bytes(changed), "badSignature"))
    made.append(("cut short", good[:-1], "malformed"))
    made.append(("a device key of 31 bytes", r.p_bytes(1, body) + r.p_bytes(2, bytes(31)),
                 "malformed"))
    found = []
    for name, data, fault in made:
        check(fault_of(r.open_request, path, data) == fault, f"request: {name}")
        one = {"name": name, "path": path, "bytes": data.hex(), "fault": fault}
        if fault is None:
            opened = r.open_request(path, data)
            check(opened[1] == body, name)
            one |= {
                "device": opened[2].hex(), "challenge": opened[3].hex(),
                "enrolment": opened[5].hex(), "transportKey": opened[6].hex() or None,
                "body": opened[1].hex(), "sync": sync,
            }
        found.append(one)
    return found


def request_with_malformed_keys(pushed):
    key_id, sealed = short("key id"), bytes(80)
    malformed = [
        wrapped_key(key_id[:15], sealed), wrapped_key(key_id + b"\0", sealed),
        wrapped_key(b"", sealed), wrapped_key(key_id, sealed, scope=SITE[:15]),
        wrapped_key(key_id, sealed, household=b""), wrapped_key(key_id, bytes(257)), b"",
    ]
    body, sync = sync_request(pushed, malformed)
    data = r.encode_request("/v1/sync", body, CHALLENGE, enrolment_envelope(), DEVICE_A)
    return {
        "name": "household keys that are malformed: left out", "path": "/v1/sync",
        "bytes": data.hex(), "fault": None, "device": DEVICE_A.public.hex(),
        "challenge": CHALLENGE.hex(), "enrolment": enrolment_envelope().hex(), "transportKey": None,
        "body": body.hex(), "sync": sync,
    }


def delegated_requests(path, body, challenge, enrolment_):
    """Requests that another key signs in the device's name."""
    transport = r.SigningKey(seed("transport key"))

    def signed(signer=transport, delegation=None):
        return r.encode_request(path, body, challenge, enrolment_, DEVICE_A, signer, delegation)

    others_word = DEVICE_B.sign(r.delegation_message(transport.public))
    good = signed()
    at = good.index(transport.public)
    without_word = good[: at + 32]
    own = r.encode_request(path, body, challenge, enrolment_, DEVICE_A)
    vouched = r.p_bytes(7, DEVICE_A.sign(r.delegation_message(transport.public)))
    short_key = r.p_bytes(6, transport.public[:31])
    return [
        ("signed by a key for which the device vouches", good, None),
        ("a transport key for which another device vouches", signed(delegation=others_word),
         "badSignature"),
        ("a transport key for which nobody vouches", without_word, "badSignature"),
        ("the device vouches for another key than the one that signs",
         signed(delegation=DEVICE_A.sign(r.delegation_message(DEVICE_B.public))), "badSignature"),
        ("signed by the device, though it names a transport key",
         own + r.p_bytes(6, transport.public) + vouched, "badSignature"),
        ("a delegation without a transport key", own + vouched, "malformed"),
        ("a transport key of 31 bytes", own + short_key + vouched, "malformed"),
    ]


def sync_response(pushed, receipt):
    digest = r.SetDigest([seed("bundle 1"), seed("bundle 2"), pushed.id])
    unreadable = seed("unreadable")
    results = [
        {"bundle": pushed.id.hex(), "outcome": 1, "reason": 0, "sentence": "",
         "receipt": receipt.hex()},
        {"bundle": unreadable.hex(), "outcome": 4, "reason": 7, "sentence": "签名不符",
         "receipt": ""},
    ]
    pages = [
        {"scope": COMPANY.hex(), "epoch": EPOCH.hex(), "standing": 2, "items": [], "next": 0,
         "more": False, "digest": {"count": 0, "sum": bytes(32).hex()}, "keyHead": 0},
        {"scope": SITE.hex(), "epoch": EPOCH.hex(), "standing": 1,
         "items": [{"position": 3, "envelope": pushed.bytes.hex()}], "next": 3, "more": True,
         "digest": {"count": 3, "sum": digest.sum_bytes.hex()}, "keyHead": 9},
    ]
    decoded = {
        "epoch": EPOCH.hex(), "results": results, "pages": pages, "serverTimeMs": NOON + 10,
        "lowestProgram": "0.1.0", "follow": [COMPANY.hex(), SITE.hex()],
        "challenge": seed("next challenge").hex(), "again": False,
    }
    raw = bytes.fromhex
    body = r.p_bytes(1, EPOCH)
    for one in results:
        body += r.p_message(2, (
            r.p_bytes(1, raw(one["bundle"])) + r.p_uint(2, one["outcome"])
            + r.p_uint(3, one["reason"]) + r.p_text(4, one["sentence"])
            + r.p_bytes(5, raw(one["receipt"]))))
    for page in pages:
        items = b"".join(
            r.p_message(4, r.p_uint(1, i["position"]) + r.p_bytes(2, raw(i["envelope"])))
            for i in page["items"])
        total = encode_digest(page["digest"]["count"], raw(page["digest"]["sum"]))
        body += r.p_message(3, (
            r.p_bytes(1, raw(page["scope"])) + r.p_bytes(2, EPOCH) + r.p_uint(3, page["standing"])
            + items + r.p_uint(5, page["next"]) + r.p_uint(6, int(page["more"]))
            + r.p_message(7, total) + r.p_uint(8, page["keyHead"])))
    body += r.p_sint(4, NOON + 10) + r.p_text(5, "0.1.0")
    body += r.p_bytes(6, COMPANY) + r.p_bytes(6, SITE) + r.p_bytes(7, seed("next challenge"))
    return body, decoded


def responses(request, body, decoded):
    path = "/v1/sync"
    good = r.encode_response(path, request, body, OFFICE)
    changed = bytearray(good)
    changed[20] ^= 1
    again = r.p_bytes(1, EPOCH) + r.p_sint(4, NOON) + r.p_text(5, "0.1.0") + r.p_bytes(7, b"c" * 40)
    again += r.p_uint(8, 1)
    again_decoded = {
        "epoch": EPOCH.hex(), "results": [], "pages": [], "serverTimeMs": NOON,
        "lowestProgram": "0.1.0", "follow": [], "challenge": (b"c" * 40).hex(), "again": True,
    }
    found = []
    for name, data, fault, sync in [
        ("valid", good, None, decoded),
        ("valid: repeat with this challenge", r.encode_response(path, request, again, OFFICE), None,
         again_decoded),
        ("signed for another path", r.encode_response("/v1/have", request, body, OFFICE),
         "badSignature", None),
        ("the answer to another request", r.encode_response(path, request + b"\0", body, OFFICE),
         "badSignature", None),
        ("one bit flipped", bytes(changed), "badSignature", None),
        ("signed by a device", r.encode_response(path, request, body, DEVICE_A), "badSignature",
         None),
        ("cut short", good[:-1], "malformed", None),
    ]:
        got = fault_of(r.open_response, path, request, data, OFFICE.public)
        check(got == fault, f"response: {name}")
        one = {"name": name, "path": path, "bytes": data.hex(), "fault": fault}
        if fault is None:
            opened = r.open_response(path, request, data, OFFICE.public)
            one |= {"body": opened.hex(), "sync": sync}
        found.append(one)
    return found


def receipts(pushed, good):
    held = r.encode_receipt(pushed.id, SITE, EPOCH, NOON + 5, 3, 2, OFFICE)
    other = r.encode_receipt(pushed.id, SITE, EPOCH, NOON + 5, 1, 0, DEVICE_A)
    changed = bytearray(good)
    changed[10] ^= 1
    found = []
    for name, data, fault in [
        ("stored", good, None), ("held", held, None), ("of a device", other, "badSignature"),
        ("one bit flipped", bytes(changed), "badSignature"), ("empty", b"", "badSignature"),
    ]:
        check(fault_of(r.open_receipt, data, OFFICE.public) == fault, f"receipt: {name}")
        one = {"name": name, "bytes": data.hex(), "hash": r.receipt_hash(data).hex(),
               "fault": fault}
        if fault is None:
            body = r.open_receipt(data, OFFICE.public)
            one |= {
                "bundle": body[1].hex(), "scope": body[2].hex(), "epoch": body[3].hex(),
                "receivedAtMs": body[4], "outcome": body[5], "reason": body[6],
            }
        found.append(one)
    return found


def bodies():
    """Bodies of the other endpoints, unsigned, with what they say."""
    ids = sorted([seed("have 1"), seed("have 2")])
    challenge = b"c" * 40
    fingerprinted = (
        r.p_bytes(1, OFFICE.public) + r.p_bytes(2, OFFICE_SEALING.public) + r.p_bytes(3, COMPANY)
        + r.p_text(4, "金茂物業")
    )
    office = {
        "signingKey": OFFICE.public.hex(), "sealingKey": OFFICE_SEALING.public.hex(),
        "company": COMPANY.hex(), "name": "金茂物業",
    }
    listed = key_list()
    code_id = seed("code 1")[:4]
    return [
        {
            "path": "/v1/have", "message": "HaveRequest",
            "bytes": (
                r.p_uint(1, 1) + r.p_bytes(2, SITE) + r.p_bytes(3, bytes(32))
                + r.p_bytes(4, b"\xff" * 32) + r.p_bytes(5, b"".join(ids))).hex(),
            "fields": {
                "protocol": 1, "scope": SITE.hex(), "low": bytes(32).hex(),
                "high": (b"\xff" * 32).hex(), "ids": plain(ids),
            },
        },
        {
            "path": "/v1/have", "message": "HaveResponse",
            "bytes": (
                r.p_bytes(1, ids[0]) + r.p_bytes(2, b"".join(ids)) + r.p_bytes(3, challenge)).hex(),
            "fields": {
                "wanted": plain(ids[:1]), "lacking": plain(ids), "challenge": challenge.hex(),
                "again": False,
            },
        },
        {
            "path": "/v1/keys", "message": "KeysRequest",
            "bytes": (
                r.p_uint(1, 1) + r.p_message(2, r.p_bytes(1, SITE) + r.p_uint(2, 7))).hex(),
            "fields": {"protocol": 1, "scopes": [{"scope": SITE.hex(), "after": 7}]},
        },
        {
            "path": "/v1/keys", "message": "KeysResponse",
            "bytes": (
                r.p_message(1, (
                    r.p_bytes(1, SITE) + r.p_bytes(2, bytes.fromhex(listed["sealed"]))
                    + r.p_uint(3, 9) + r.p_uint(4, 1)))
                + r.p_message(1, r.p_bytes(1, COMPANY) + r.p_uint(5, 1))
                + r.p_bytes(2, challenge)).hex(),
            "fields": {
                "pages": [
                    {"scope": SITE.hex(), "sealed": listed["sealed"], "next": 9, "more": True,
                     "refused": False},
                    {"scope": COMPANY.hex(), "sealed": "", "next": 0, "more": False,
                     "refused": True},
                ],
                "challenge": challenge.hex(), "again": False,
            },
        },
        {
            "path": "/v1/enrol", "message": "EnrolRequest", "bytes": r.p_uint(1, 1).hex(),
            "fields": {"protocol": 1, "codeId": "", "sealed": ""},
        },
        {
            "path": "/v1/enrol", "message": "EnrolRequest",
            "bytes": (
                r.p_uint(1, 1) + r.p_bytes(2, code_id) + r.p_bytes(3, b"sealed bytes")).hex(),
            "fields": {
                "protocol": 1, "codeId": code_id.hex(), "sealed": b"sealed bytes".hex(),
            },
        },
        {
            "path": "/v1/enrol", "message": "EnrolResponse",
            "bytes": r.p_message(1, fingerprinted).hex(),
            "fields": {
                "office": office, "outcome": 0, "reason": 0, "enrolment": "", "account": None,
                "follow": [], "challenge": "",
            },
        },
        {
            "path": "/v1/enrol", "message": "EnrolResponse",
            "bytes": (
                r.p_message(1, fingerprinted) + r.p_uint(2, 1) + r.p_bytes(4, b"an envelope")
                + r.p_bytes(5, ACCOUNT_A) + r.p_bytes(6, COMPANY) + r.p_bytes(6, SITE)
                + r.p_bytes(7, challenge)).hex(),
            "fields": {
                "office": office, "outcome": 1, "reason": 0,
                "enrolment": b"an envelope".hex(), "account": ACCOUNT_A.hex(),
                "follow": [COMPANY.hex(), SITE.hex()], "challenge": challenge.hex(),
            },
        },
    ]


def digests():
    full = b"\xff" * 32
    one = bytes(31) + b"\x01"
    word = bytes(24) + b"\xff" * 8
    middle = bytes(16) + b"\xff" * 16
    half = b"\x80" + bytes(31)
    made = []
    for name, ids, expected in [
        ("nothing", [], bytes(32)),
        ("one id", [seed("bundle 1")], seed("bundle 1")),
        ("a carry out of the last word", [word, one], bytes(23) + b"\x01" + bytes(8)),
        ("a carry through two words", [middle, one], bytes(15) + b"\x01" + bytes(16)),
        ("a carry through every word, lost at the top", [full, one], bytes(32)),
        ("carry out of a word that is full already", [full, bytes(24) + b"\xff" * 7 + b"\xfe"],
         bytes(24) + b"\xff" * 7 + b"\xfd"),
        ("the top bit twice",
         [half, bytes(15) + b"\x01" + bytes(16), b"\x80" + bytes(30) + b"\x02"],
         bytes(15) + b"\x01" + bytes(15) + b"\x02"),
        ("seven ids", [seed(f"bundle {i}") for i in range(7)], None),
    ]:
        digest = r.SetDigest(ids)
        check(expected is None or digest.sum_bytes == expected, f"digest: {name}")
        check(str(digest) == str(r.SetDigest(ids[::-1])), f"digest order: {name}")
        made.append({
            "name": name, "ids": plain(ids), "count": digest.count,
            "sum": digest.sum_bytes.hex(), "text": str(digest),
        })
    return made


# --- exports.json --------------------------------------------------------------------------------

MARK = b"RNDEXP\0\1"
HEAD, ENROLMENT, BUNDLE, END = 1, 2, 3, 4


def gzip_member(content, crc=0, length=0):
    """One member, not compressed, so that no compressor decides the bytes; `crc` and `length` are
    added to what is right."""
    check(len(content) < 1 << 16, "a stored block is too long")
    size = len(content).to_bytes(2, "little")
    trailer = (zlib.crc32(content) ^ crc).to_bytes(4, "little")
    trailer += (len(content) + length).to_bytes(4, "little")
    other = bytes(255 - byte for byte in size)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff\1" + size + other + content + trailer


def frame(kind, number, contents=b""):
    return bytes([kind]) + r.be32(number) + r.be32(len(contents)) + contents


def member(first, *frames, mark=MARK, **wrong):
    """A member whose frames, (kind, contents) pairs, count from `first`."""
    return gzip_member(mark + b"".join(
        frame(kind, first + index, contents) for index, (kind, contents) in enumerate(frames)
    ), **wrong)


def export_files():
    a = Writer(DEVICE_A, ACCOUNT_A, "A")
    one, two, three = (
        a.write([r.encode_change(TURN_TYPE, short(f"turn {n}"), {5: ("integer", n)})])
        for n in (1, 2, 3)
    )
    head = (HEAD, OFFICE.public + COMPANY + NOON.to_bytes(8, "big") + "金茂物业".encode())
    enrolment_ = (ENROLMENT, enrolment_envelope())
    good_key = wrapped_key(short("key id"), bytes(80))
    forged = r.encode_envelope(one.bundle, two.signature)

    def pushed(envelope, *keys):
        return BUNDLE, r.p_bytes(1, envelope) + b"".join(r.p_message(2, key) for key in keys)

    def end(*ids, count=None):
        total = sum(int.from_bytes(one, "big") for one in ids) % (1 << 256)
        number = len(ids) if count is None else count
        return END, number.to_bytes(8, "big") + total.to_bytes(32, "big")

    first = (head, enrolment_, pushed(one.bytes, good_key))
    rest = (pushed(two.bytes), end(one.id, two.id))
    both, ids = member(0, *first) + member(3, *rest), [one.id, two.id]
    later = [(77, b"of a later program"), (0, b""), (255, bytes(40))]
    bad_keys = [wrapped_key(short("key id")[:15], bytes(80)),
                wrapped_key(short("key id"), bytes(257)), b""]
    broken = (BUNDLE, b"\x0a\xff")
    broken_id = r.tagged("rounds bundle v1", broken[1])
    many = [wrapped_key(short("key id"), b"")] * 256
    made = [
        ("two members", both, True, ids, 1),
        ("nothing but head and end", member(0, head, end()), True, [], 0),
        ("kinds of later programs are passed over",
         member(0, head, *later, pushed(one.bytes), *later, end(one.id)), True, [one.id], 0),
        ("a bundle in two frames counts twice in the sum",
         member(0, head, pushed(one.bytes), pushed(one.bytes), end(one.id, one.id)), True, [one.id],
         0),
        ("256 keys, without contents",
         member(0, head, pushed(one.bytes, *many), end(one.id)), True, [one.id], 256),
        ("a bundle with a wrong signature, whose id is in the sum",
         member(0, head, pushed(forged), pushed(two.bytes), end(one.id, two.id)), False, [two.id],
         0),
        ("a wrong checksum", member(0, *first, crc=1) + member(3, *rest), False, ids, 0),
        ("a wrong length", member(0, *first, length=1) + member(3, *rest), False, ids, 0),
        ("a wrong checksum at the end", member(0, *first) + member(3, *rest, crc=1 << 31), False,
         ids, 1),
        ("cut short inside the trailer", both[:-3], False, ids, 1),
        ("without an end", member(0, *first), False, [one.id], 1),
        ("a member was lost",
         member(0, *first) + member(4, pushed(three.bytes), end(one.id, three.id)), False, [one.id, three.id], 1),
        ("bytes between members", member(0, *first) + b"between" + member(3, *rest), False, ids, 1),
        ("bytes behind the last member", both + bytes(4), False, ids, 1),
        ("a member behind the end", both + member(5, pushed(two.bytes)), False, ids, 1),
        ("a member of another version of the mark",
         both + member(5, pushed(three.bytes), mark=b"RNDEXP\0\2"), False, ids, 1),
        ("numbers that were there before",
         member(0, *first) + member(2, pushed(one.bytes), *rest), False, ids, 1),
        ("a gap inside a member",
         gzip_member(MARK + frame(HEAD, 0, head[1]) + frame(BUNDLE, 2, pushed(one.bytes)[1])),
         False, [], 0),
        ("a gap behind a household key",
         gzip_member(MARK + frame(HEAD, 0, head[1]) + frame(BUNDLE, 1, first[2][1])
                     + frame(BUNDLE, 3, pushed(two.bytes)[1])), False, [one.id], 0),
        ("cut short behind a household key", member(0, *first)[:-3], False, [one.id], 0),
        ("a sum that differs", member(0, head, pushed(one.bytes), end(two.id)), False, [one.id], 0),
        ("a count that differs",
         member(0, head, pushed(one.bytes), end(one.id, count=2)), False, [one.id], 0),
        ("an end of 39 bytes",
         member(0, head, pushed(one.bytes), (END, end(one.id)[1][:39])), False, [one.id], 0),
        ("without a head", member(0, enrolment_, pushed(one.bytes), end(one.id)), False, [one.id],
         0),
        ("malformed keys beside a good one",
         member(0, head, pushed(one.bytes, *bad_keys, good_key), end(one.id)), False, [one.id], 1),
        ("257 keys",
         member(0, head, pushed(one.bytes, *many, good_key), pushed(two.bytes), end(*ids)), False,
         [two.id], 0),
        ("contents that are no PushedBundle",
         member(0, head, broken, pushed(two.bytes), end(broken_id, two.id)), False, [two.id], 0),
    ]
    return {"office": OFFICE.public.hex(), "files": [
        {"name": name, "bytes": data.hex(), "whole": whole, "bundles": plain(sorted(ids)),
         "keys": keys}
        for name, data, whole, ids, keys in made
    ]}


# --- The one test of the sealing itself ----------------------------------------------------------


def check_hpke():
    """RFC 9180, A.2.1: base mode, X25519, HKDF-SHA256, ChaCha20-Poly1305, first message."""
    raw = bytes.fromhex
    private = r.SealingKey(raw("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"))
    eph = r.SealingKey(raw("f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600"))
    plain_bytes = raw("4265617574792069732074727574682c20747275746820626561757479")
    info, aad = raw("4f6465206f6e2061204772656369616e2055726e"), b"Count-0"
    out = r.hpke_seal(private.public, plain_bytes, info, aad, eph)
    expected = raw(
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db"
        "21993c62ce81883d2dd1b51a28")
    check(out == expected, "RFC 9180")
    check(r.hpke_open(private, out, info, aad) == plain_bytes, "RFC 9180, opening")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    check_hpke()
    for name, content in [
        ("identity", identity()), ("bundles", bundles()), ("states", states()),
        ("sealing", sealing()), ("enrolment", enrolment()), ("sampling", sampling()),
        ("messages", messages()), ("exports", export_files()),
    ]:
        text = json.dumps(content, indent=1) + "\n"
        (folder / f"{name}.json").write_bytes(text.encode("ascii"))


if __name__ == "__main__":
    main()
