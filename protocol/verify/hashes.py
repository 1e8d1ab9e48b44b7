"""Hashes with a domain tag, signatures, set digests, and the ids that are computed (§2, §8, §10)."""
from __future__ import annotations

import hashlib
import unicodedata
from typing import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def tagged(tag: str, *parts: bytes) -> bytes:
    """H(tag; parts): SHA-256 over the tag, a zero byte and the parts one after the other."""
    return hashlib.sha256(tag.encode() + b"\x00" + b"".join(parts)).digest()


def u32(number: int) -> bytes:
    """Four bytes, most significant first; numbers beyond them count as the nearest."""
    return min(max(number, 0), 0xFFFF_FFFF).to_bytes(4, "big")


def signed_by(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `key` made this Ed25519 signature; bytes that are no key or no signature did not."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: bytes) -> str:
    """How people compare a signing key."""
    digits = tagged("rounds fingerprint v1", key).hex()[:20]
    return "-".join(digits[at:at + 4] for at in range(0, 20, 4))


def set_digest(ids: Iterable[bytes]) -> str:
    """The fingerprint of a set of bundles, as text."""
    members = set(ids)
    return digest_text(len(members), sum(int.from_bytes(one, "big") for one in members))


def digest_text(count: int, total: int) -> str:
    """A digest whose sum is already known."""
    return f"{count}:{total % (1 << 256):064x}"


# Tag of each record whose id is computed; what is hashed stands in the table of §8.
RECORD_TAGS = {
    "site": "rounds site v1",
    "unit": "rounds unit v1",
    "household": "rounds household v1",
    "round": "rounds round v1",
    "turn": "rounds turn v1",
    "monthFrame": "rounds month frame v1",
    "slot": "rounds slot v1",
    "settlement": "rounds settlement v1",
    "drawEntry": "rounds draw entry v1",
    "device": "rounds device v1",
    "assignment": "rounds assignment v1",
    "custodianKey": "rounds custodian key v1",
    "admission": "rounds admission v1",
    "calendarYear": "rounds calendar year v1",
    "calendarDay": "rounds calendar day v1",
    "policySetting": "rounds policy setting v1",
    "review": "rounds review v1",
    "recontact": "rounds recontact v1",
    "handling": "rounds handling v1",
    "summary": "rounds summary v1",
    "summaryAmendment": "rounds summary amendment v1",
    "letterMatter": "rounds letter matter v1",
    "waiver": "rounds waiver v1",
    "escalation": "rounds escalation v1",
    "interviewer": "rounds interviewer v1",
    "signature": "rounds visit signature v1",
    "reason": "rounds reason v1",
    "noticePlace": "rounds notice place v1",
    "meeting": "rounds meeting v1",
    "retentionHold": "rounds retention hold v1",
    "surveyResponse": "rounds survey response v1",
    "surveySlip": "rounds survey slip v1",
}


def record_id(kind: str, *parts: bytes | int | str) -> bytes:
    """The computed id of a record of this kind; numbers are `u32`, texts UTF-8."""
    return tagged(RECORD_TAGS[kind], *(_part(part) for part in parts))[:16]


def _part(part: bytes | int | str) -> bytes:
    if isinstance(part, int):
        return u32(part)
    return part.encode() if isinstance(part, str) else part


_DASHES = {0x2D, *range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D}
_NOTHING = {0x20, 0x09, 0xA0, 0x3000}
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Mc", "Me"}


def normalised_code(typed: str) -> str | None:
    """A unit or site code as it is hashed; `None` where it is refused."""
    code = ""
    for character in typed:
        scalar = ord(character)
        if scalar in _NOTHING:
            continue
        if scalar in _DASHES:
            code += "-"
            continue
        if 0xFF01 <= scalar <= 0xFF5E:
            character = chr(scalar - 0xFEE0)
        elif unicodedata.category(character) in _REFUSED:
            return None
        code += character.upper() if "a" <= character <= "z" else character
    return code if 0 < len(code.encode()) <= 120 else None
