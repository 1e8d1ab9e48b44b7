"""Decides which envelopes are well-formed and authentic, and reads their changes (§4 to §6)."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hashes import signed_by, tagged
from values import INSTANT_MAX, INSTANT_MIN, Value, read_value
from wire import Malformed, Message, parse

READS = 1
ENVELOPE_MAX, BUNDLE_MAX = 262_272, 262_144


class Fault(Exception):
    """Why an envelope is not taken: `name` is `malformed`, `tooLarge` or `badSignature`; `bundle_id`
    is what it is reported under all the same."""

    def __init__(self, name: str, reason: str, bundle_id: bytes) -> None:
        super().__init__(reason)
        self.name, self.bundle_id = name, bundle_id


@dataclass(frozen=True, order=True)
class ChangeId:
    """A bundle and the place of a change in it; ordered as heads and lists need it."""

    bundle: bytes
    index: int

    def __str__(self) -> str:
        return f"{self.bundle.hex()}.{self.index}"


@dataclass(frozen=True)
class Change:
    """One edit of one record; `saw` and `fields` ascending."""

    id: ChangeId
    type: int
    record: bytes
    claimed_at_ms: int
    saw: tuple[ChangeId, ...]
    fields: dict[int, Value]


@dataclass(frozen=True)
class Bundle:
    """A bundle whose bytes are well-formed and whose signature holds."""

    id: bytes
    link: bytes
    header: Message
    changes: tuple[Change, ...]
    envelope: bytes

    @property
    def is_readable(self) -> bool:
        """Whether this program may interpret it; it has no changes otherwise."""
        return self.header.lowest_reader <= READS


def bundle_id_of(envelope: bytes) -> bytes:
    """The id under which any bytes are reported."""
    try:
        return tagged("rounds bundle v1", parse("Envelope", envelope).bundle)
    except Malformed:
        return tagged("rounds bundle v1", envelope)


@lru_cache(512)  # files of one company hold mostly the same
def read_envelope(envelope: bytes) -> Bundle:
    """The bundle in these bytes; raises `Fault` for the first check of §6 that fails."""
    identity = b""
    try:
        if len(envelope) > ENVELOPE_MAX:
            raise Fault("tooLarge", "the envelope has too many bytes", bundle_id_of(envelope))
        outer = parse("Envelope", envelope)
        identity = tagged("rounds bundle v1", outer.bundle)
        _require(len(outer.signature) == 64, "the signature has not 64 bytes")
        if len(outer.bundle) > BUNDLE_MAX:
            raise Fault("tooLarge", "the bundle has too many bytes", identity)
        inner = parse("Bundle", outer.bundle)
        header = inner.header
        _require(header is not None, "there is no header")
        _check_header(header)
        changes = _read_changes(inner, identity) if header.lowest_reader <= READS else ()
    except Malformed as error:
        raise Fault("malformed", str(error), identity or bundle_id_of(envelope)) from error
    if not signed_by(header.device, outer.signature, tagged("rounds signature v1", identity)):
        raise Fault("badSignature", "the key inside did not sign it", identity)
    link = tagged("rounds envelope v1", outer.bundle, outer.signature)
    return Bundle(identity, link, header, changes, envelope)


def is_wrapped_key(key: Message) -> bool:
    """Whether a `WrappedKey` beside a bundle is well-formed (§12)."""
    lengths = len(key.key_id), len(key.scope), len(key.household)
    return lengths == (16, 16, 16) and len(key.sealed) <= 256


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Malformed(otherwise)


def _check_header(header: Message) -> None:
    for name, length in (("scope", 16), ("device", 32), ("boot", 16), ("account", 16)):
        _require(len(getattr(header, name)) == length, f"header: {name} has not {length} bytes")
    for name in ("previous", "last_receipt"):
        _require(len(getattr(header, name)) in (0, 32), f"header: {name} has not 0 or 32 bytes")
    _require(-1080 <= header.zone_minutes <= 1080, "header: there is no such zone")
    _require(INSTANT_MIN <= header.claimed_at_ms <= INSTANT_MAX, "header: no instant")
    _require(header.format_version >= 1, "header: formats count from 1")
    _require(header.lowest_reader >= 1, "header: readers count from 1")
    _require(len(header.program.encode()) <= 64, "header: the program's name is too long")


def _read_changes(bundle: Message, identity: bytes) -> tuple[Change, ...]:
    _require(1 <= len(bundle.changes) <= 4096, "a bundle has 1 to 4096 changes")
    changes = tuple(
        _read_change(raw, ChangeId(identity, index), bundle.header.claimed_at_ms)
        for index, raw in enumerate(bundle.changes))
    keys = {(change.type, change.record) for change in changes}
    _require(len(keys) == len(changes), "one record is changed twice")
    return changes


def _read_change(raw: Message, identity: ChangeId, claimed_at_ms: int) -> Change:
    _require(len(raw.record) == 16, "a record id has 16 bytes")
    _require(len(raw.saw) <= 1024, "a change saw more than 1024 others")
    _require(all(len(seen.bundle) == 32 for seen in raw.saw), "a bundle id has 32 bytes")
    saw = tuple(sorted(ChangeId(seen.bundle, seen.index) for seen in raw.saw))
    _require(len(set(saw)) == len(saw), "a change saw another twice")
    _require(1 <= len(raw.fields) <= 256, "a change writes 1 to 256 fields")
    fields = {one.number: one.value for one in raw.fields}
    _require(len(fields) == len(raw.fields), "a field is written twice")
    read = {number: read_value(fields[number]) for number in sorted(fields)}
    return Change(identity, raw.type, raw.record, claimed_at_ms, saw, read)
