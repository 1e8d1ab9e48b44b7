"""The checks of `vectors.py` that concern sampling."""
from __future__ import annotations

from typing import Any, Callable

from sampling import (Case, Decision, Visit, draw, eligible_digest, owner, permanent_number,
                      round_seed)

Check = Callable[[bool, str], None]
CAUSES = {1: "unavoidable", 2: "learntLate", 3: "avoidable", None: None}


def check_sampling(data: dict[str, Any], check: Check) -> None:
    """Seeds, numbers, slots, draws, duplicates and their settlement."""
    site_seed = bytes.fromhex(data["siteSeed"])
    for one in data["rounds"]:
        check(round_seed(site_seed, one["number"]).hex() == one["seed"], "round seed")
    for one in data["numbers"]:
        number = permanent_number(
            round_seed(site_seed, one["round"]), bytes.fromhex(one["household"]))
        check(f"{number:016x}" == one["number"], "number")
    for one in data["slotLists"]:
        seed = round_seed(site_seed, one["round"])
        for owned in one["owners"]:
            slot = owner(one["names"], seed, bytes.fromhex(owned["household"]))
            check(slot == owned["slot"], "slot")
    for one in data["draws"]:
        eligible = [bytes.fromhex(household) for household in one["eligible"]]
        entries = draw(
            round_seed(site_seed, one["round"]), one["organiser"], one["slot"],
            one["slots"]["names"], one["primaryCount"], one["reserveCount"], eligible)
        drawn = [
            {"household": entry.household.hex(), "number": f"{entry.number:016x}",
             "kind": entry.kind} for entry in entries]
        check(drawn == one["entries"], one["name"])
        check(eligible_digest(eligible).hex() == one["eligibleDigest"], one["name"])
    for one in data["duplicates"] + data["settlements"]:
        _check_case(one, check)


def _check_case(one: dict[str, Any], check: Check) -> None:
    case = Case([_visit(visit) for visit in one["visits"]],
                {change["change"]: change["saw"] for change in one["turn"]})
    for name, ids in (
            ("members", [visit.id for visit in case.members] if case.cause else []),
            ("forewarned", [v.id for v in case.members
                            if v.organiser == "site" and case.is_forewarned(v)]),
            ("earnPlace", [visit.id for visit in case.members if case.earns_place(visit)]),
            ("inForce", list(case.in_force))):
        if name in one:
            check(sorted(id.hex() for id in ids) == sorted(one[name]), f"{one['name']}: {name}")
    if "cause" in one:
        check(CAUSES[case.cause] == one["cause"], f"{one['name']}: cause")
    if "figures" in one:
        check(case.is_open == one["isOpen"], f"{one['name']}: isOpen")
        check(case.standing[0].id.hex() == one["credited"], f"{one['name']}: credited")
        check(case.figures() == one["figures"], f"{one['name']}: figures")


def _visit(one: dict[str, Any]) -> Visit:
    decided = one.get("decision")
    return Visit(
        one["startMs"], bytes.fromhex(one["id"]), one["organiser"], one["turnChange"], one["draw"],
        one["drawTurnChange"], frozenset(one["knownAtStart"]),
        Decision(bytes.fromhex(decided["against"]), decided["kind"]) if decided else None)
