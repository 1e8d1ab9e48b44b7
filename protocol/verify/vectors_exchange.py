"""The checks of `vectors.py` that concern keys, enrolment and the exchange."""
from __future__ import annotations

import re
from typing import Any, Callable

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

import sealing
from bundles import is_wrapped_key
from hashes import digest_text, signed_by, tagged
from messages import (BadSignature, office_fingerprint, read_code, read_receipt, read_request,
                      read_response)
from wire import Malformed, Message, parse

Check = Callable[[bool, str], None]


def _bytes(one: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(one[name]) for name in names]


def _place(one: dict[str, Any], key_id: bytes) -> bytes:
    scope, record = _bytes(one, "scope", "record")
    return sealing.context(scope, one["type"], record, one["field"], key_id)


def check_sealing(data: dict[str, Any], check: Check) -> None:
    """Sealed texts, notes, household keys and key lists: opened, and made again."""
    for one in data["sealedTexts"] + data["cannotOpen"]:
        key, key_id, nonce, ciphertext, tag = _bytes(
            one, "key", "keyId", "nonce", "ciphertext", "equalityTag")
        where = _place(one, key_id)
        try:
            text = sealing.open_text(key, nonce, ciphertext, tag, where)
        except sealing.CannotOpen:
            text = None
        check(text == one.get("text"), one["name"])
        if text is not None:
            again = ChaCha20Poly1305(key).encrypt(nonce, text.encode(), where)
            check(where.hex() == one["context"] and again == ciphertext, one["name"])
    for one in data["confidentialNotes"]:
        key, nonce, ciphertext, info = _bytes(one, "contentKey", "nonce", "ciphertext", "info")
        where = _place(one, bytes(16))
        check(where.hex() == one["context"], one["name"])
        check(sealing.open_note(key, nonce, ciphertext, where) == one["text"], one["name"])
        for reader in one["recipients"]:
            private, public, ephemeral, wrapped = _bytes(
                reader, "privateKey", "publicKey", "ephemeralKey", "wrappedKey")
            check(tagged("rounds recipient v1", public).hex() == reader["keyHash"], one["name"])
            check(sealing.hpke_open(private, wrapped, info, where) == key, one["name"])
            check(sealing.hpke_seal(ephemeral, public, key, info, where) == wrapped, one["name"])
            stranger = bytes.fromhex(one["stranger"]["privateKey"])
            check(not _opens(stranger, wrapped, info, where), f"{one['name']}, a stranger")
    for one in data["noteShares"]:
        secret, share = _bytes(one, "contentKey", "share")
        check(sealing.note_key(secret, share).hex() == one["textKey"], one["name"])
    for one in data["householdKeys"]:
        _check_sealed(one, "office", bytes.fromhex(one["key"]), b"rounds household key v1", check)
    for one in data["keyLists"]:
        plain = bytes.fromhex(one["plain"])
        _check_sealed(one, "device", plain, b"rounds key list v1", check)
        keys = parse("KeyList", plain).keys
        check(len(keys) == len(one["keys"]) and all(
            agrees(key, expected) for key, expected in zip(keys, one["keys"])), "a key list")


def _opens(private: bytes, sealed: bytes, info: bytes, additional: bytes) -> bool:
    try:
        sealing.hpke_open(private, sealed, info, additional)
    except sealing.CannotOpen:
        return False
    return True


def _check_sealed(one: dict[str, Any], who: str, plain: bytes, info: bytes, check: Check) -> None:
    """What is sealed to a public key opens, and is made again with the ephemeral key."""
    private, ephemeral, where, sealed = _bytes(
        one, f"{who}PrivateKey", "ephemeralKey", "context", "sealed")
    public = sealing.public_key(private)
    check(bytes.fromhex(one["info"]) == info, "info")
    check(sealing.hpke_open(private, sealed, info, where) == plain, "opened")
    check(sealing.hpke_seal(ephemeral, public, plain, info, where) == sealed, "made again")


def check_enrolment(data: dict[str, Any], check: Check) -> None:
    """Codes, possession, the sealed secret."""
    for office in (data["office"], data["otherOffice"]):
        keys = _bytes(office, "signingKey", "sealingKey", "company")
        check(office_fingerprint(*keys).hex() == office["fingerprint"], "office fingerprint")
    for one in data["codes"]:
        code = read_code(one["text"])
        parts = _bytes(one, "id", "secret", "office", "checksum")
        check(code is not None and list(code) == parts, one["text"])
        check(tagged("rounds enrolment code v1", parts[1]).hex() == one["secretHash"], one["text"])
    for one in data["readTheSame"]:
        check(read_code(one["typed"]) == read_code(one["code"]) is not None, one["name"])
    for one in data["refused"]:
        check(read_code(one["typed"]) is None, one["name"])
    shown = data["possession"]
    secret, device, sealing_key, signature = _bytes(
        shown, "secret", "device", "sealingKey", "signature")
    message = tagged("rounds enrolment possession v1", secret, device, sealing_key)
    check(message.hex() == shown["message"] and signed_by(device, signature, message), "possession")
    plain = bytes.fromhex(data["sealedSecret"]["plain"])
    _check_sealed(data["sealedSecret"], "office", plain, b"rounds enrolment v1", check)
    expected = {
        "secret": shown["secret"], "device": shown["device"], "sealingKey": shown["sealingKey"],
        "possession": shown["signature"], "laptop": data["sealedSecret"]["laptop"],
        "program": data["sealedSecret"]["program"]}
    check(agrees(parse("EnrolSecret", plain), expected), "an enrolment secret")


def check_messages(data: dict[str, Any], check: Check) -> None:
    """Signed messages, receipts, bodies and set digests."""
    office = bytes.fromhex(data["office"]["public"])
    answered = bytes.fromhex(data["answered"])
    for one in data["requests"]:
        request = _or_fault(lambda: read_request(one["path"], bytes.fromhex(one["bytes"])))
        check(_is(request, one), one["name"])
        if isinstance(request, Message):
            named = ("device", "challenge", "enrolment", "transportKey", "body")
            check(agrees(request, {name: one[name] for name in named}), one["name"])
            check(agrees(parse("SyncRequest", request.body), one["sync"]), one["name"])
    for one in data["responses"]:
        data_ = bytes.fromhex(one["bytes"])
        body = _or_fault(lambda: read_response(one["path"], answered, data_, office))
        check(_is(body, one), one["name"])
        if isinstance(body, bytes):
            check(body.hex() == one["body"], one["name"])
            check(agrees(parse("SyncResponse", body), one["sync"]), one["name"])
    for one in data["receipts"]:
        data_ = bytes.fromhex(one["bytes"])
        receipt = _or_fault(lambda: read_receipt(data_, office))
        check(_is(receipt, one), one["name"])
        check(tagged("rounds receipt hash v1", data_).hex() == one["hash"], one["name"])
        if isinstance(receipt, Message):
            named = ("bundle", "scope", "epoch", "receivedAtMs", "outcome", "reason")
            check(agrees(receipt, {name: one[name] for name in named}), one["name"])
    for one in data["bodies"]:
        body = parse(one["message"], bytes.fromhex(one["bytes"]))
        check(agrees(body, one["fields"]), f"{one['message']} of {one['path']}")
    for one in data["digests"]:
        ids = [bytes.fromhex(id) for id in one["ids"]]
        text = f"{one['count']}:{one['sum']}"
        check(_multiset_digest(ids) == text == one["text"], one["name"])


def _multiset_digest(ids: list[bytes]) -> str:
    """The vectors add an id twice to show a carry, which in a set cannot be."""
    return digest_text(len(ids), sum(int.from_bytes(one, "big") for one in ids))


def _or_fault(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except Malformed:
        return "malformed"
    except BadSignature:
        return "badSignature"


def _is(result: Any, one: dict[str, Any]) -> bool:
    return (result if isinstance(result, str) else None) == one["fault"]


def agrees(message: Message, expected: dict[str, Any]) -> bool:
    """Whether a message says what the JSON of the vectors says it does."""
    for name, value in expected.items():
        snake = re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)
        if not _same(getattr(message, snake), value, name):
            return False
    return True


def _same(read: Any, expected: Any, name: str) -> bool:
    if expected is None:
        return not read
    if isinstance(expected, dict):
        return agrees(read if read is not None else parse("SetDigest", b""), expected)
    if isinstance(expected, list):
        if isinstance(read, bytes):
            read = [read[at:at + 32] for at in range(0, len(read), 32)]
        elif name == "keys" and expected and "sealed" in expected[0]:
            read = [key for key in read if is_wrapped_key(key)]
        return len(read) == len(expected) and all(
            _same(one, other, name) for one, other in zip(read, expected))
    if isinstance(read, bytes):
        return read == bytes.fromhex(expected) or (name == "sum" and not read
                                                   and not int(expected, 16))
    return read == expected
