"""Seeds, numbers, slots, draws and duplicates (`protocol/sampling.md`)."""
from __future__ import annotations

import hmac
from dataclasses import dataclass
from itertools import combinations
from typing import Sequence

from hashes import tagged, u32

UNAVOIDABLE, LEARNT_LATE, AVOIDABLE = 1, 2, 3
MERGING = {"returnVisit", "sameVisit"}


def _hmac(key: bytes, *parts: bytes) -> bytes:
    return hmac.new(key, b"".join(parts), "sha256").digest()


def round_seed(site_seed: bytes, number: int) -> bytes:
    """The seed of a round of a site."""
    return _hmac(site_seed, b"rounds round v1\x00", u32(number))


def permanent_number(seed: bytes, household: bytes) -> int:
    """The permanent random number of a household in the round of this seed."""
    return int.from_bytes(_hmac(seed, household)[:8], "big")


def owner(names: Sequence[str], seed: bytes, household: bytes) -> str:
    """The slot of the list to which a household belongs."""
    if len(names) == 1:
        return names[0]
    return max(names, key=lambda name: _hmac(
        seed, b"slot\x00", name.encode(), b"\x00", household))


@dataclass(frozen=True)
class Entry:
    """One place in a draw."""

    household: bytes
    number: int
    kind: str


def draw(seed: bytes, organiser: str, slot: str, names: Sequence[str], primary: int, reserve: int,
         eligible: Sequence[bytes]) -> list[Entry]:
    """The entries of a draw, rule version 1 (§4)."""
    numbers = [(permanent_number(seed, household), household) for household in eligible]
    if organiser == "site":
        numbers = sorted(one for one in numbers if owner(names, seed, one[1]) == slot)
    else:
        numbers = sorted(numbers, reverse=True)
    return [
        Entry(household, number, "primary" if order < primary else "reserve")
        for order, (number, household) in enumerate(numbers[:primary + reserve])]


def eligible_digest(eligible: Sequence[bytes]) -> bytes:
    """The digest by which two lists are compared."""
    return tagged("rounds eligible v1", *eligible)


@dataclass(frozen=True)
class Decision:
    """What head office decided about a visit, and against which one."""

    against: bytes
    kind: str


@dataclass(frozen=True)
class Visit:
    """A visit that counts, with the changes of the turn that it made and knew; ids as text."""

    start_ms: int
    id: bytes
    organiser: str
    turn_change: str
    draw: str | None
    draw_turn_change: str | None
    known_at_start: frozenset[str]
    decision: Decision | None = None

    def acts(self, against: Visit) -> set[str]:
        """What the other visitor could have known of this visit."""
        if self.draw_turn_change and self.draw != against.draw:
            return {self.turn_change, self.draw_turn_change}
        return {self.turn_change}


class Case:
    """The visits that count of one household in one round, and the changes of their turn."""

    def __init__(self, visits: Sequence[Visit], turn: dict[str, Sequence[str]]) -> None:
        self.members = sorted(visits, key=lambda one: (one.start_ms, one.id))
        self._turn = turn
        self.in_force = self._decisions_in_force()
        self.standing = [one for one in self.members if not self._is_merged(one)]

    def _ancestors(self, changes: frozenset[str] | set[str]) -> set[str]:
        found: set[str] = set()
        waiting = [parent for one in changes for parent in self._turn.get(one, ())]
        while waiting:
            one = waiting.pop()
            if one in self._turn and one not in found:
                found.add(one)
                waiting.extend(self._turn[one])
        return found

    def way(self, one: Visit, other: Visit) -> int:
        """How far the visitor of `other` could know of `one`."""
        acts = one.acts(other)
        if acts & (other.known_at_start | self._ancestors(other.known_at_start)):
            return AVOIDABLE
        return LEARNT_LATE if acts & self._ancestors({other.turn_change}) else UNAVOIDABLE

    @property
    def cause(self) -> int | None:
        """The worst over all pairs; `None` without two visits."""
        ways = [max(self.way(a, b), self.way(b, a)) for a, b in combinations(self.members, 2)]
        return max(ways, default=None)

    def _decisions_in_force(self) -> dict[bytes, str]:
        """The kind of the decision about each visit whose decision has an effect (§7)."""
        ids = {one.id for one in self.members}
        decided = {
            one.id: one.decision for one in self.members
            if one.decision and one.decision.against in ids - {one.id}}
        leans_on = {
            visit: decision.against for visit, decision in decided.items()
            if decision.against in decided and decided[decision.against].kind in MERGING}
        holds: dict[bytes, bool] = {}
        for visit in decided:
            path: list[bytes] = []
            while visit in leans_on and visit not in holds and visit not in path:
                path.append(visit)
                visit = leans_on[visit]
            if visit in path:
                start = path.index(visit)
                holds.update(dict.fromkeys(path[start:], False))
                path = path[:start]
            holds.setdefault(visit, True)
            for earlier in reversed(path):
                holds[earlier] = not holds[leans_on[earlier]]
        return {visit: decision.kind for visit, decision in decided.items() if holds[visit]}

    def _is_merged(self, visit: Visit) -> bool:
        return self.in_force.get(visit.id) in MERGING

    @property
    def is_open(self) -> bool:
        """Whether head office has still to decide."""
        return len(self.members) - len(self.in_force) >= 2

    def is_forewarned(self, visit: Visit) -> bool:
        """Whether the visitor had a company visit, or what led to it, when the visit began."""
        earlier = self.members[:self.members.index(visit)]
        return any(
            one.organiser == "company" and not self._is_merged(one)
            and self.way(one, visit) == AVOIDABLE for one in earlier)

    def earns_place(self, visit: Visit) -> bool:
        """Whether a visit of the site counts toward its quota (§8)."""
        if visit.organiser != "site":
            return False
        if len(self.members) < 2:
            return True
        first = next(
            (one for one in self.standing if one.organiser == "site"
             and self.in_force.get(one.id) != "standsAsRepeat"), None)
        is_excused = self.in_force.get(visit.id) == "excused"
        return visit is first and (is_excused or not self.is_forewarned(visit))

    def figures(self) -> dict[str, int]:
        """What these visits add to the figures of their month."""
        names = {"returnVisit": "returnVisits", "sameVisit": "recordedTwice",
                 "standsAsRepeat": "repeats"}
        figures = dict.fromkeys(
            ("counted", "company", "returnVisits", "repeats", "excused", "recordedTwice"), 0)
        for visit in self.members:
            decision = self.in_force.get(visit.id)
            if decision in names:
                figures[names[decision]] += 1
            elif visit.organiser == "company":
                figures["company"] += 1
            elif self.earns_place(visit):
                figures["counted"] += 1
            else:
                figures["excused" if decision == "excused" else "repeats"] += 1
        return figures
