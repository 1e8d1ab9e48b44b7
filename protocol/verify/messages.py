"""Signed requests, answers and receipts (§15, §16), and enrolment codes (§19)."""
from __future__ import annotations

import hashlib
from typing import NamedTuple

from hashes import signed_by, tagged
from wire import Malformed, Message, parse

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LEFT_OUT = " \t\n\r-\u3000"


class BadSignature(Exception):
    """The message is not signed by whom it should be."""


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def read_request(path: str, data: bytes) -> Message:
    """A `SignedRequest` that its device, or a key it vouches for, signed for this path; raises
    `Malformed` or `BadSignature`."""
    request = parse("SignedRequest", data)
    lengths = len(request.device), len(request.signature)
    if lengths != (32, 64) or len(request.transport_key) not in (0, 32):
        raise Malformed("a key or a signature has another length")
    if request.delegation and not request.transport_key:
        raise Malformed("a delegation to nobody")
    signer = request.device
    if request.transport_key:
        signer = request.transport_key
        vouched = tagged("rounds transport v1", signer)
        if not signed_by(request.device, request.delegation, vouched):
            raise BadSignature("the device does not vouch for the key that signs")
    message = tagged("rounds request v1", path.encode(), b"\x00", _sha(request.challenge),
                     _sha(request.body))
    if not signed_by(signer, request.signature, message):
        raise BadSignature("the request is not signed by its device")
    return request


def read_response(path: str, request: bytes, data: bytes, office: bytes) -> bytes:
    """The body of a `SignedResponse` to this request; raises `Malformed` or `BadSignature`."""
    response = parse("SignedResponse", data)
    message = tagged("rounds response v1", path.encode(), b"\x00", _sha(request),
                     _sha(response.body))
    if not signed_by(office, response.signature, message):
        raise BadSignature("the office did not sign this answer to this request")
    return response.body


def read_receipt(data: bytes, office: bytes) -> Message:
    """A `Receipt` of this office; raises `Malformed` or `BadSignature`."""
    signed = parse("SignedReceipt", data)
    if not signed_by(office, signed.signature, tagged("rounds receipt v1", signed.body)):
        raise BadSignature("the office did not sign this receipt")
    return parse("Receipt", signed.body)


class Code(NamedTuple):
    """A one-time code as read."""

    id: bytes
    secret: bytes
    office: bytes
    checksum: bytes


def read_code(typed: str) -> Code | None:
    """The code a person typed; `None` where it is refused."""
    bits = count = 0
    for character in typed:
        if 0xFF01 <= ord(character) <= 0xFF5E:
            character = chr(ord(character) - 0xFEE0)
        if character in _LEFT_OUT:
            continue
        if "a" <= character <= "z":
            character = character.upper()
        character = {"O": "0", "I": "1", "L": "1"}.get(character, character)
        if character not in ALPHABET:
            return None
        bits, count = bits << 5 | ALPHABET.index(character), count + 1
    if count != 52:
        return None
    whole = (bits >> 4).to_bytes(32, "big")
    code = Code(whole[:4], whole[4:20], whole[20:30], whole[30:])
    is_right = tagged("rounds code checksum v1", whole[:30])[:2] == code.checksum
    return code if is_right else None


def office_fingerprint(signing: bytes, sealing: bytes, company: bytes) -> bytes:
    """The office as a code names it."""
    return tagged("rounds office v1", signing, sealing, company)[:10]
