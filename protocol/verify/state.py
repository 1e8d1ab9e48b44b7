"""The state of records as a function of the set of their changes (§9), and its canonical text (§11)."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Iterable

from bundles import Bundle, Change, ChangeId
from hashes import set_digest
from values import Value, instant_text

Key = tuple[int, bytes]


@dataclass(frozen=True)
class FieldState:
    """The heads of a field, the winner first."""

    number: int
    heads: tuple[Change, ...]

    @property
    def winner(self) -> Value:
        """What the field reads as."""
        return self.heads[0].fields[self.number]

    @property
    def is_conflict(self) -> bool:
        """Whether two heads say different things."""
        return any(head.fields[self.number].holds != self.winner.holds for head in self.heads)

    @property
    def text(self) -> str:
        heads = ",".join(
            f'{{"change":"{head.id}","claimedAt":"{instant_text(head.claimed_at_ms)}",'
            f'"value":{head.fields[self.number].text}}}' for head in self.heads)
        return f'{{"conflict":{_flag(self.is_conflict)},"heads":[{heads}]}}'


@dataclass(frozen=True)
class RecordState:
    """What one record says."""

    type: int
    id: bytes
    frontier: tuple[ChangeId, ...]
    missing: tuple[ChangeId, ...]
    fields: dict[int, FieldState]

    @property
    def is_parallel(self) -> bool:
        """Whether edits stand side by side that did not see each other."""
        return len(self.frontier) > 1

    @property
    def text(self) -> str:
        fields = ",".join(f'"{number}":{one.text}' for number, one in self.fields.items())
        return (f'{{"type":{self.type},"id":"{self.id.hex()}","frontier":{_list(self.frontier)},'
                f'"missing":{_list(self.missing)},"parallel":{_flag(self.is_parallel)},'
                f'"fields":{{{fields}}}}}')


def record_state(changes: Iterable[Change]) -> RecordState:
    """The state of the record that these changes, at least one, are of."""
    held = {change.id: change for change in changes}
    seen = {parent for change in held.values() for parent in change.saw}
    numbers = sorted({number for change in held.values() for number in change.fields})
    first = next(iter(held.values()))
    return RecordState(
        first.type, first.record, tuple(sorted(held.keys() - seen)),
        tuple(sorted(seen - held.keys())),
        {number: FieldState(number, _heads(held, number)) for number in numbers})


def ancestors(held: dict[ChangeId, Change], of: Iterable[Change]) -> set[ChangeId]:
    """The ancestors of some changes among those held, without themselves unless one is another's."""
    found: set[ChangeId] = set()
    waiting = [parent for change in of for parent in change.saw]
    while waiting:
        one = waiting.pop()
        if one in held and one not in found:
            found.add(one)
            waiting.extend(held[one].saw)
    return found


def _heads(held: dict[ChangeId, Change], number: int) -> tuple[Change, ...]:
    writers = [change for change in held.values() if number in change.fields]
    overwritten = ancestors(held, writers)
    heads = [change for change in writers if change.id not in overwritten]
    return tuple(sorted(heads, key=lambda head: (head.claimed_at_ms, head.id), reverse=True))


def scope_state(scope: bytes, in_view: Iterable[Bundle]) -> dict[Key, RecordState]:
    """Every record of the scope, ascending by type and id. A bundle that comes twice counts once."""
    records: dict[Key, list[Change]] = defaultdict(list)
    for bundle in in_view:
        if bundle.header.scope == scope:
            for change in bundle.changes:
                records[change.type, change.record].append(change)
    return {key: record_state(records[key]) for key in sorted(records)}


def scope_digest(scope: bytes, in_view: Iterable[Bundle]) -> str:
    """The set digest of the scope's bundles, read or not."""
    return set_digest(bundle.id for bundle in in_view if bundle.header.scope == scope)


def canonical_state(scope: bytes, in_view: Iterable[Bundle]) -> str:
    """The state of the scope, equal on every replica with the same bundles in view."""
    bundles = list(in_view)
    lines = ",\n".join(record.text for record in scope_state(scope, bundles).values())
    head = f'{{"scope":"{scope.hex()}","digest":"{scope_digest(scope, bundles)}","records":[\n'
    return head + lines + ("\n" if lines else "") + "]}\n"


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _list(ids: Iterable[ChangeId]) -> str:
    return "[" + ",".join(f'"{one}"' for one in ids) + "]"
