"""Sealed texts, confidential notes and household keys (§12, §13), what a household signs (§14)."""
from __future__ import annotations

import hashlib
import hmac
from typing import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes as digests
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hashes import tagged, u32
from state import Key, RecordState

VISIT, OPINION = 15, 16
_KEM = b"KEM" + (0x0020).to_bytes(2, "big")
_SUITE = b"HPKE" + b"".join(one.to_bytes(2, "big") for one in (0x0020, 0x0001, 0x0003))


class CannotOpen(Exception):
    """The key, the context or the bytes are not those that were sealed."""


def context(scope: bytes, record_type: int, record: bytes, number: int, key_id: bytes) -> bytes:
    """Where a sealed text stands: the additional data."""
    place = scope + u32(record_type) + record + u32(number) + key_id
    return b"rounds sealed v1\x00" + place


def open_text(key: bytes, nonce: bytes, ciphertext: bytes, tag: bytes, where: bytes) -> str:
    """The text under a household key, with its equality tag checked; raises `CannotOpen`."""
    plain = _open(key, nonce, ciphertext, where)
    if equality_tag(key, plain, where) != tag:
        raise CannotOpen("the equality tag is another")
    return _text(plain)


def equality_tag(key: bytes, plain: bytes, where: bytes) -> bytes:
    """Equal for equal texts of one place under one key."""
    derived = HKDF(digests.SHA256(), 32, None, b"rounds equality v1").derive(key)
    message = hashlib.sha256(where).digest() + plain
    return hmac.new(derived, message, "sha256").digest()[:16]


def note_key(content_key: bytes, share: bytes) -> bytes:
    """The key of a note's text where the record has a share."""
    return HKDF(digests.SHA256(), 32, share, b"rounds note share v1").derive(content_key)


def open_note(content_key: bytes, nonce: bytes, ciphertext: bytes, where: bytes) -> str:
    """The text of a confidential note; raises `CannotOpen`."""
    padded = _open(content_key, nonce, ciphertext, where).rstrip(b"\x00")
    if not padded.endswith(b"\x80"):
        raise CannotOpen("there is no padding")
    return _text(padded[:-1])


def hpke_open(private: bytes, sealed: bytes, info: bytes, additional: bytes) -> bytes:
    """Opens what was sealed to a public key; raises `CannotOpen`."""
    own = X25519PrivateKey.from_private_bytes(private)
    encapsulated = sealed[:32]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    except ValueError as error:
        raise CannotOpen("there is no such encapsulated key") from error
    key, nonce = _schedule(shared, encapsulated + public_key(private), info)
    return _open(key, nonce, sealed[32:], additional)


def hpke_seal(ephemeral: bytes, public: bytes, plain: bytes, info: bytes, additional: bytes) -> bytes:
    """Seals with a chosen ephemeral key, which only test vectors may do."""
    shared = X25519PrivateKey.from_private_bytes(ephemeral).exchange(
        X25519PublicKey.from_public_bytes(public))
    encapsulated = public_key(ephemeral)
    key, nonce = _schedule(shared, encapsulated + public, info)
    return encapsulated + ChaCha20Poly1305(key).encrypt(nonce, plain, additional)


def public_key(private: bytes) -> bytes:
    """The X25519 public key of a private one."""
    own = X25519PrivateKey.from_private_bytes(private).public_key()
    return own.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _schedule(shared: bytes, kem_context: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Key and nonce of the only message (RFC 9180, base mode)."""
    prk = _extract(_KEM, b"", b"eae_prk", shared)
    secret = _expand(_KEM, prk, b"shared_secret", kem_context, 32)
    about = b"\x00" + _extract(_SUITE, b"", b"psk_id_hash", b"")
    about += _extract(_SUITE, b"", b"info_hash", info)
    prk = _extract(_SUITE, secret, b"secret", b"")
    return _expand(_SUITE, prk, b"key", about, 32), _expand(_SUITE, prk, b"base_nonce", about, 12)


def _extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.new(salt, b"HPKE-v1" + suite + label + secret, "sha256").digest()


def _expand(suite: bytes, prk: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(digests.SHA256(), length, labelled).derive(prk)


def _open(key: bytes, nonce: bytes, ciphertext: bytes, additional: bytes) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, additional)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("another key, another place or other bytes") from error


def _text(plain: bytes) -> str:
    try:
        return plain.decode()
    except UnicodeDecodeError as error:
        raise CannotOpen("what was sealed is not UTF-8") from error


def signed_content(scope: bytes, visit: bytes, states: dict[Key, RecordState]) -> bytes:
    """The digest of what a household signs for this visit as it stands (§14)."""
    parts = [_part(states.get((VISIT, visit)), {24, 25})]
    for (kind, record), state in sorted(states.items()):
        if kind == OPINION and _refers_to(state, scope, visit):
            parts.append(record + _part(state, set()))
    return tagged("rounds signed content v1", *parts)


def _refers_to(state: RecordState, scope: bytes, visit: bytes) -> bool:
    value = state.fields[1].winner if 1 in state.fields else None
    if value is None or value.kind != "reference":
        return False
    target = value.content
    return (target.scope, target.type, target.record) == (scope, VISIT, visit)


def _part(state: RecordState | None, left_out: Iterable[int]) -> bytes:
    part = b""
    for number, one in (state.fields if state else {}).items():
        if number not in left_out:
            value = one.winner
            sealed = value.kind == "sealed"
            said = value.content.key_id + value.content.equality_tag if sealed else value.text.encode()
            part += b"\n" + f"{number}:".encode() + said
    return part
