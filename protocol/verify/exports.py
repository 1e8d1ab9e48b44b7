"""Reads files of bundles as `protocol/export.md` describes them, however damaged they are."""
from __future__ import annotations

from dataclasses import dataclass, field

from bundles import Bundle, Fault, is_wrapped_key, read_envelope
from frames import Frame, Refusal, frames
from hashes import digest_text, tagged
from wire import Malformed, Message, parse

HEAD, ENROLMENT, BUNDLE, END = 1, 2, 3, 4
KEYS_MAX = 256  # beside one bundle


@dataclass(frozen=True)
class Head:
    """Whose file it is. Nobody signs it: it is the reader's to know the key of the office."""

    office: bytes
    company: bytes
    written_at_ms: int
    name: str


@dataclass
class ExportFile:
    """What could be read of a file. `passed_over` counts frames of kinds that are not known."""

    head: Head | None = None
    enrolments: list[Bundle] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    keys: int = 0
    passed_over: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, place: str, why: str, identity: bytes | None = None) -> None:
        """Names what is lost, doubtful or not taken."""
        self.refusals.append(Refusal(place, why, identity))

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, doubtful or refused."""
        return not self.refusals


def read_export(data: bytes) -> ExportFile:
    """What these bytes hold; what cannot be taken is named among the refusals. Never raises."""
    file = ExportFile()
    count = total = expected = 0
    has_ended = False
    for frame in frames(data):
        if isinstance(frame, Refusal):
            file.refusals.append(frame)
            continue
        if frame.number < expected:
            file.refuse(frame.place, "its number was there before")
        elif frame.number > expected:
            file.refuse(f"frames {expected} to {frame.number - 1}", "missing")
        expected = max(expected, frame.number + 1)
        if has_ended:
            file.refuse(frame.place, "stands after the end of the file")
        if frame.kind == BUNDLE:
            count, total = count + 1, total + _take_bundle(frame, file)
        elif frame.kind == END:
            has_ended = True
            _check_end(frame, count, total, file)
        elif frame.kind not in (HEAD, ENROLMENT):
            file.passed_over += 1
        elif fault := _take_other(frame, file):
            file.refuse(frame.place, fault)
    if file.head is None:
        file.refuse("the file", "has no head")
    if not has_ended:
        file.refuse("the file", "has no end")
    return file


def _take_bundle(frame: Frame, file: ExportFile) -> int:
    """Takes a bundle or names why not; returns its id as a number, for the sum at the end."""
    try:
        pushed = parse("PushedBundle", frame.contents)
        if len(pushed.keys) > KEYS_MAX:
            raise Malformed(f"more than {KEYS_MAX} keys")
    except Malformed as error:
        identity = tagged("rounds bundle v1", frame.contents)
        file.refuse(frame.place, f"malformed: {error}", identity)
        return int.from_bytes(identity, "big")
    try:
        bundle = read_envelope(pushed.envelope)
    except Fault as fault:
        file.refuse(frame.place, f"{fault.name}: {fault}", fault.bundle_id)
        return int.from_bytes(fault.bundle_id, "big")
    file.bundles.append(bundle)
    for key in pushed.keys:
        if fault := _key_fault(key, bundle, frame.is_doubtful):
            file.refuse(frame.place, fault, bundle.id)
        else:
            file.keys += 1
    return int.from_bytes(bundle.id, "big")


def _key_fault(key: Message, bundle: Bundle, is_doubtful: bool) -> str | None:
    """Why a household key is not taken; whether it opens anything only the office can tell."""
    if not is_wrapped_key(key):
        return "a household key is malformed"
    if is_doubtful:
        return "a household key in a member that is damaged or too long"
    return None if key.scope == bundle.header.scope else "a household key is of another scope"


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
        return None
    try:
        file.enrolments.append(read_envelope(frame.contents))
    except Fault as fault:
        return f"enrolment: {fault.name}: {fault}"
    return None


def _check_end(frame: Frame, count: int, total: int, file: ExportFile) -> None:
    """Compares the end with what was read."""
    read = digest_text(count, total)
    said = digest_text(
        int.from_bytes(frame.contents[:8], "big"), int.from_bytes(frame.contents[8:], "big"))
    if len(frame.contents) != 40:
        said = "nothing, for it has not 40 bytes"
    if said != read:
        file.refuse(frame.place, f"the end says {said}, what was read is {read}")
