"""Values: their bounds (§5), what they hold, and their canonical text (§11)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wire import Malformed, Message

DAY_MS = 86_400_000
INSTANT_MIN, INSTANT_MAX = -62_135_510_400_000, 253_402_214_399_999
DATE_MIN, DATE_MAX = -719_162, 2_932_896
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Value:
    """One value of a field: its kind as §5 names it, its content, its canonical text, and what two
    values must have in common to hold the same."""

    kind: str
    content: Any
    text: str
    holds: tuple[Any, ...]


def read_value(raw: Message | None) -> Value:
    """The value in this message; raises `Malformed` where it breaks a bound."""
    if raw is None:
        raise Malformed("a field has no value")
    member = raw.one_of("kind")
    if member is None:
        if not raw.unknown:
            raise Malformed("a value is empty")
        return _value("unknown", bytes(raw.unknown), f'{{"unknown":"{raw.unknown.hex()}"}}')
    content = getattr(raw, member)
    kind = {"instant_ms": "instant", "date_days": "date"}.get(member, member)
    if fault := _fault(kind, content):
        raise Malformed(fault)
    text = f'{{"{kind}":{_text(kind, content)}}}'
    if kind == "sealed":
        return Value(kind, content, text, (kind, content.key_id, content.equality_tag))
    return _value(kind, content, text)


def _value(kind: str, content: Any, text: str) -> Value:
    """A value that holds the same as another when all of it is equal, which its text tells."""
    return Value(kind, content, text, (kind, text))


def _fault(kind: str, content: Any) -> str | None:
    """What a value breaks of the bounds of its kind."""
    if kind == "decimal" and content.scale > 18:
        return "a decimal has more than 18 places"
    if kind == "instant" and not INSTANT_MIN <= content <= INSTANT_MAX:
        return "an instant is outside the calendar"
    if kind == "date" and not DATE_MIN <= content <= DATE_MAX:
        return "a date is outside the calendar"
    if kind == "reference":
        return _lengths(content, scope=16, record=16)
    if kind == "attachment":
        if content.size < 0 or len(content.media_type.encode()) > 128:
            return "an attachment has no such size or type"
        return _lengths(content, hash=32)
    if kind == "sealed":
        if len(content.ciphertext) < 16:
            return "a ciphertext is too short"
        return _lengths(content, key_id=16, nonce=12, equality_tag=16)
    if kind == "confidential":
        if len(content.ciphertext) < 16 or not 1 <= len(content.recipients) <= 64:
            return "a confidential value has no ciphertext, or not 1 to 64 recipients"
        faults = (_lengths(one, key_hash=32, wrapped_key=80) for one in content.recipients)
        return _lengths(content, nonce=12) or next(filter(None, faults), None)
    return None


def _lengths(message: Message, **lengths: int) -> str | None:
    for name, length in lengths.items():
        if len(getattr(message, name)) != length:
            return f"{name} has not {length} bytes"
    return None


def _text(kind: str, content: Any) -> str:
    """The canonical text of what stands behind the kind."""
    if kind == "text":
        return quoted(content)
    if kind == "integer":
        return str(content)
    if kind == "decimal":
        return f'{{"units":{content.units},"scale":{content.scale}}}'
    if kind == "instant":
        return f'"{instant_text(content)}"'
    if kind == "date":
        return f'"{_day_text(content)}"'
    if kind == "code":
        return f'{{"set":{content.set},"number":{content.number}}}'
    if kind == "reference":
        scope, record = content.scope.hex(), content.record.hex()
        return f'{{"scope":"{scope}","type":{content.type},"id":"{record}"}}'
    if kind == "bytes":
        return f'"{content.hex()}"'
    if kind == "attachment":
        media_type = quoted(content.media_type)
        return f'{{"hash":"{content.hash.hex()}","size":{content.size},"mediaType":{media_type}}}'
    if kind == "sealed":
        return (f'{{"key":"{content.key_id.hex()}","nonce":"{content.nonce.hex()}",'
                f'"ciphertext":"{content.ciphertext.hex()}","tag":"{content.equality_tag.hex()}"}}')
    recipients = ",".join(
        f'{{"key":"{one.key_hash.hex()}","wrapped":"{one.wrapped_key.hex()}"}}'
        for one in content.recipients)
    return (f'{{"nonce":"{content.nonce.hex()}","ciphertext":"{content.ciphertext.hex()}",'
            f'"recipients":[{recipients}]}}')


def quoted(text: str) -> str:
    """A text in quotes as §11 escapes it."""
    escaped = "".join(
        f"\\u{ord(one):04x}" if ord(one) < 0x20 else "\\" + one if one in '"\\' else one
        for one in text)
    return f'"{escaped}"'


def _day_text(days: int) -> str:
    return (_EPOCH + timedelta(days=days)).isoformat()


def instant_text(milliseconds: int) -> str:
    """An instant in UTC, as `YYYY-MM-DDThh:mm:ss.sssZ`."""
    days, rest = divmod(milliseconds, DAY_MS)
    seconds, thousandths = divmod(rest, 1000)
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{_day_text(days)}T{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}Z"
