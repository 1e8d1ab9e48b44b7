"""Reads protobuf messages exactly as `protocol/README.md` §3 says.

The fields come from the `.proto` files beside the specification. Protobuf libraries refuse some of
what §3 allows (see README.md here), and which bytes are well-formed decides what is in a state;
therefore nothing but this file reads them.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator, NamedTuple

TAG_BYTES, DEPTH = 5, 100
VARINT, FIXED64, LENGTH, GROUP, GROUP_END, FIXED32 = 0, 1, 2, 3, 4, 5
SCALARS = {"uint32", "uint64", "sint32", "sint64", "int64", "bool", "fixed64"}


class Malformed(Exception):
    """These bytes are not the message they should be."""


class FieldType(NamedTuple):
    """One field of a message as its `.proto` declares it."""

    name: str
    kind: str
    repeated: bool
    group: str | None  # of a oneof
    wire_type: int  # the only one under which the field is known

    @property
    def empty(self) -> Any:
        """What an absent field reads as: a repeated one and a message have values of their own."""
        if self.kind == "bytes":
            return b""
        return "" if self.kind == "string" else 0


@dataclass
class Message:
    """A message as read: the fields that were there, and the bytes of those that are not known."""

    schema: dict[int, FieldType]
    values: dict[str, Any] = field(default_factory=dict)
    unknown: bytearray = field(default_factory=bytearray)

    def __getattr__(self, name: str) -> Any:
        """The field; an empty list, `None` (of a message), or zero when it was not there."""
        if name in self.values:
            return self.values[name]
        for known in self.schema.values():
            if known.name == name:
                if known.repeated:
                    return []
                return None if known.kind in SCHEMAS else known.empty
        raise AttributeError(name)

    def one_of(self, group: str) -> str | None:
        """The member of this `oneof` that counts; `None` without one."""
        members = [known.name for known in self.schema.values() if known.group == group]
        return next((name for name in members if name in self.values), None)


def parse(name: str, data: bytes) -> Message:
    """The message `name` that these bytes are; raises `Malformed`."""
    message = Message(SCHEMAS[name])
    _read_into(message, data, 1)
    return message


def _read_into(message: Message, data: bytes, depth: int) -> None:
    """Reads fields one after another, so that a message in two parts is merged. `depth` counts the
    messages that are open, this one too."""
    at = 0
    while at < len(data):
        start = at
        number, wire_type, at = _tag(data, at)
        if at - start > TAG_BYTES:
            raise Malformed("a tag has more than five bytes")
        known = message.schema.get(number)
        if known is None or known.wire_type != wire_type:
            at = _skip(data, at, number, wire_type, depth)
            message.unknown += data[start:at]
            continue
        raw, at = _raw(data, at, wire_type)
        _take(message, known, raw, depth)


def _take(message: Message, known: FieldType, raw: int | bytes, depth: int) -> None:
    """Puts one field that was read in its place: the last counts, messages are merged."""
    if known.group:
        for other in message.schema.values():
            if other.group == known.group and other.name != known.name:
                message.values.pop(other.name, None)
    if known.kind in SCHEMAS:
        earlier = None if known.repeated else message.values.get(known.name)
        value = earlier if earlier is not None else Message(SCHEMAS[known.kind])
        _read_into(value, raw, depth + 1)
    else:
        value = _scalar(known.kind, raw)
    if known.repeated:
        message.values.setdefault(known.name, []).append(value)
    else:
        message.values[known.name] = value


def _scalar(kind: str, raw: int | bytes) -> int | str | bytes:
    if kind == "string":
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed("a string is not UTF-8") from error
    if kind in ("bytes", "uint64", "fixed64"):
        return raw
    if kind == "bool":
        return int(raw != 0)
    if kind == "int64":
        return raw - (1 << 64) if raw >> 63 else raw
    if kind.endswith("32"):
        raw &= 0xFFFF_FFFF
    return (raw >> 1) ^ -(raw & 1) if kind.startswith("sint") else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A varint of at most ten bytes, and where it ends; bits beyond the 64th are dropped."""
    if at < len(data) and data[at] < 0x80:  # nearly all of them
        return data[at], at + 1
    value = 0
    for place in range(10):
        if at + place >= len(data):
            raise Malformed("the bytes end inside a number")
        byte = data[at + place]
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value & 0xFFFF_FFFF_FFFF_FFFF, at + place + 1
    raise Malformed("a number has more than ten bytes")


def _tag(data: bytes, at: int) -> tuple[int, int, int]:
    value, at = _varint(data, at)
    number, wire_type = value >> 3, value & 7
    if not 1 <= number < 1 << 29:
        raise Malformed(f"there is no field number {number}")
    if wire_type > FIXED32:
        raise Malformed(f"there is no wire type {wire_type}")
    return number, wire_type, at


def _raw(data: bytes, at: int, wire_type: int) -> tuple[int | bytes, int]:
    """The contents of a field that is no group, and where it ends."""
    if wire_type == VARINT:
        return _varint(data, at)
    if wire_type == LENGTH:
        length, at = _varint(data, at)
    else:
        length = 8 if wire_type == FIXED64 else 4
    if length > len(data) - at:
        raise Malformed("a field ends beyond its message")
    raw = data[at:at + length]
    return (raw if wire_type == LENGTH else int.from_bytes(raw, "little")), at + length


def _skip(data: bytes, at: int, number: int, wire_type: int, depth: int) -> int:
    """Where an unknown field ends, with whatever groups are open inside it closed. Tags inside may be
    as long as any number."""
    open_groups: list[int] = []
    while True:
        if wire_type == GROUP:
            open_groups.append(number)
            if depth + len(open_groups) > DEPTH:
                raise Malformed("groups are nested too deeply")
        elif wire_type == GROUP_END:
            if not open_groups or open_groups.pop() != number:
                raise Malformed("a group ends that did not begin")
        else:
            _, at = _raw(data, at, wire_type)
        if not open_groups:
            return at
        number, wire_type, at = _tag(data, at)


def _wire_type(kind: str) -> int:
    if kind == "fixed64":
        return FIXED64
    return VARINT if kind in SCALARS else LENGTH


def _declarations(text: str) -> Iterator[tuple[str, dict[int, FieldType]]]:
    """The messages of a `.proto` file, which here are not nested."""
    text = re.sub(r"//[^\n]*", "", text)
    for name, body in re.findall(r"message (\w+) \{(.*?)\n\}", text, re.DOTALL):
        fields: dict[int, FieldType] = {}
        group: str | None = None
        for line in body.splitlines():
            if begin := re.match(r"\s*oneof (\w+) \{", line):
                group = begin[1]
            elif line.strip() == "}":
                group = None
            elif declared := re.match(r"\s*(repeated )?(\w+) (\w+) = (\d+);", line):
                repeated, kind, field_name, number = declared.groups()
                fields[int(number)] = FieldType(
                    field_name, kind, bool(repeated), group, _wire_type(kind))
        yield name, fields


SCHEMAS: dict[str, dict[int, FieldType]] = {
    name: fields
    for file in sorted((Path(__file__).resolve().parent.parent / "rounds" / "v1").glob("*.proto"))
    for name, fields in _declarations(file.read_text("utf-8"))
}
