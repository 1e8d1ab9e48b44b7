"""Reads files of bundles as `protocol/export.md` describes them, however damaged they are."""
from __future__ import annotations

from dataclasses import dataclass, field

from bundles import Bundle, Fault, bundle_id_of, read_envelope
from frames import Frame, Refusal, frames
from hashes import digest_text, tagged
from wire import Malformed, parse

HEAD, ENROLMENT, BUNDLE, END = 1, 2, 3, 4


@dataclass(frozen=True)
class Head:
    """Whose file it is. Nobody signs it: it is the reader's to know the key of the office."""

    office: bytes
    company: bytes
    written_at_ms: int
    name: str


@dataclass
class ExportFile:
    """What could be read of a file."""

    head: Head | None = None
    enrolments: list[Bundle] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    keys: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    is_whole: bool = False


def read_export(data: bytes) -> ExportFile:
    """What these bytes hold; what cannot be taken is named among the refusals. Never raises."""
    file = ExportFile()
    count = total = expected = 0
    for frame in frames(data):
        if isinstance(frame, Refusal):
            file.refusals.append(frame)
            continue
        if frame.number != expected:
            missing = f"frames {expected} to {frame.number - 1}"
            backwards = frame.number < expected
            file.refusals.append(Refusal(
                frame.place if backwards else missing,
                "its number was there before" if backwards else "missing"))
        expected = max(expected, frame.number + 1)
        if file.is_whole:
            file.refusals.append(Refusal(frame.place, "stands after the end of the file"))
        if frame.kind == BUNDLE:
            count, total = count + 1, total + _take_bundle(frame, file)
        elif frame.kind == END:
            file.is_whole = _ends_well(frame, count, total, file)
        elif fault := _take_other(frame, file):
            file.refusals.append(Refusal(frame.place, fault))
    if not file.is_whole:
        file.refusals.append(Refusal("the file", "is not whole"))
    file.is_whole = file.is_whole and not file.refusals
    return file


def _take_bundle(frame: Frame, file: ExportFile) -> int:
    """Takes a bundle or names why not; returns its id as a number, for the sum at the end."""
    try:
        pushed = parse("PushedBundle", frame.contents)
    except Malformed as error:
        identity = tagged("rounds bundle v1", frame.contents)
        file.refusals.append(Refusal(frame.place, f"malformed: {error}", identity))
        return int.from_bytes(identity, "big")
    try:
        bundle = read_envelope(pushed.envelope)
    except Fault as fault:
        file.refusals.append(Refusal(frame.place, f"{fault.name}: {fault}", fault.bundle_id))
        return int.from_bytes(bundle_id_of(pushed.envelope), "big")
    file.bundles.append(bundle)
    for key in pushed.keys:
        lengths = len(key.key_id), len(key.scope), len(key.household)
        if lengths == (16, 16, 16) and key.scope == bundle.header.scope and len(key.sealed) <= 256:
            file.keys += 1
        else:
            file.refusals.append(Refusal(frame.place, "a household key is malformed", bundle.id))
    return int.from_bytes(bundle.id, "big")


def _take_other(frame: Frame, file: ExportFile) -> str | None:
    """Takes a head or an enrolment; returns what is wrong with the frame."""
    if frame.kind == HEAD:
        if file.head or frame.number:
            return "a second head"
        if len(frame.contents) < 56:
            return "the head is too short"
        office, company = frame.contents[:32], frame.contents[32:48]
        name = frame.contents[56:].decode("utf-8", "replace")
        file.head = Head(office, company, int.from_bytes(frame.contents[48:56], "big"), name)
    elif frame.kind == ENROLMENT:
        try:
            file.enrolments.append(read_envelope(frame.contents))
        except Fault as fault:
            return f"enrolment: {fault.name}: {fault}"
    else:
        return f"frames of kind {frame.kind} are not known"
    return None


def _ends_well(frame: Frame, count: int, total: int, file: ExportFile) -> bool:
    """Whether the end is that of what was read; names the difference otherwise."""
    read = digest_text(count, total)
    said = digest_text(
        int.from_bytes(frame.contents[:8], "big"), int.from_bytes(frame.contents[8:], "big"))
    if len(frame.contents) != 40:
        said = "nothing, for it has not 40 bytes"
    if said != read:
        file.refusals.append(Refusal(frame.place, f"the end says {said}, what was read is {read}"))
    return said == read
