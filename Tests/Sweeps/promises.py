"""What must hold on a laptop after any fault between it and the office."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path

from company import Company, Ended, Laptop, Unexpected, done

# A laptop gives up on a line this long after it began, at the latest.
SECONDS_MAX = 60
# Keys of the failures that are weather, of exit status 3; the sentence after each says that nothing
# is lost. A request that arrived damaged is refused by the office, and then the status is 1.
WEATHER = {
    "network.tooSlow", "network.unreachable", "network.timedOut", "network.certificate",
    "network.notOurs", "network.fault", "network.truncated", "sync.answerUnreadable",
}


class Broken(Exception):
    """A promise that did not hold; the message says which and what was found."""


def hold(what: str, holds: bool, found: object = "") -> None:
    """Raises `Broken` unless it holds."""
    if not holds:
        raise Broken(f"{what}: {found}")


def calm_sync(laptop: Laptop, *, also: frozenset[str] = frozenset()) -> tuple[Ended, str]:
    """One `rounds sync` that may fail, but calmly and in time; gives also the key of its failure.

    Args:
        also: keys of failures of status 1 that this fault may cause beside the weather.
    """
    began = time.monotonic()
    ended = laptop.rounds("sync", "--json", "--lang", "en")
    seconds = time.monotonic() - began
    hold("the sync ends within 60 s", seconds <= SECONDS_MAX, f"{seconds:.1f} s")
    hold("the sync does not trap", ended.status >= 0 and "Fatal error" not in ended.talk, ended)
    if ended.status == 0:
        hold("exit 0 means in sync", ended.json()["inSync"] is True, ended)
        return ended, ""
    hold("a failed sync says why in JSON", "error" in ended.json(), ended)
    key = ended.json()["error"]["key"]
    is_weather = ended.status == 3 and key in WEATHER
    hold("the sync fails as weather", is_weather or ended.status == 1 and key in also, ended)
    hold("the failure is said in words", bool(ended.talk.strip()), ended)
    return ended, key


def states(company: Company, laptop: Laptop) -> tuple[bytes, bytes]:
    """The canonical state of S1 on the laptop and at the office."""
    ours = done(laptop.rounds("state", "--scope", "S1", "--json")).output
    return ours, done(company.office("state", "--scope", "S1", "--json")).output


def shown(state: bytes) -> dict[str, frozenset[tuple[int, str, str]]]:
    """Each bundle that a state shows: the fields it is seen in, as (type, record, number)."""
    seen: dict[str, set[tuple[int, str, str]]] = {}
    for record in json.loads(state)["records"]:
        for number, held in record["fields"].items():
            for head in held["heads"]:
                bundle = head["change"].partition(".")[0]
                seen.setdefault(bundle, set()).add((record["type"], record["id"], number))
    return {bundle: frozenset(fields) for bundle, fields in seen.items()}


def digest_holds(state: bytes) -> bool:
    """Whether the digest is that of the bundles shown: each of them whole in the digest and in the
    records, or in neither. Only while nothing was amended, when every bundle is still seen.
    """
    count, _, total = json.loads(state)["digest"].partition(":")
    ids = list(shown(state))
    return int(count) == len(ids) and int(total, 16) == sum(int(one, 16) for one in ids) % 2**256


@dataclass
class Watch:
    """A laptop that meets faults, and what was seen of it before."""

    company: Company
    laptop: Laptop
    saved: set[str] = field(default_factory=set)
    pending: int = 0
    in_sync: str = ""
    half: bytes = b""

    def record(self, unit: str) -> None:
        """Saves an ordinary visit, which from now on must never be missing."""
        file = self.laptop.visit_file(unit)
        said = done(self.laptop.rounds("record", "--from", str(file), "--json")).json()
        self.saved.add(said["visit"])
        status = done(self.laptop.rounds("status", "--json")).json()
        self.pending, self.in_sync = status["pending"], status.get("lastInSync", "")

    def after(self, ended: Ended) -> None:
        """Checks the laptop after a sync that met a fault; nobody else may sync meanwhile."""
        status = done(self.laptop.rounds("status", "--json")).json()
        missing = self.saved - self.laptop.visits()
        hold("every saved visit is still there", not missing, missing)
        hold("pending never goes up", status["pending"] <= self.pending, status)
        ours, theirs = states(self.company, self.laptop)
        said = ended.status == 0 or status.get("lastInSync", "") != self.in_sync
        hold("in sync is said only of equal states", not said or ours == theirs, status)
        hold("in sync means that nothing is pending", not said or status["pending"] == 0, status)
        hold("no answer is half applied: the digest is of what is shown", digest_holds(ours))
        self.pending, self.half = status["pending"], ours

    def heal(self) -> dict:
        """Syncs over a line that has become fair: at most twice, until states are equal byte for byte.

        Gives the JSON of the first of them.
        """
        first = self.laptop.rounds("sync", "--json")
        last = first if first.status == 0 else done(self.laptop.rounds("sync", "--json"))
        ours, theirs = states(self.company, self.laptop)
        hold("a fair line brings equal states", ours == theirs, last)
        hold("a fair line brings everything", last.json()["pending"] == 0, last)
        whole, half = shown(ours), shown(self.half) if self.half else {}
        torn = [one for one, fields in half.items() if whole.get(one) != fields]
        hold("no answer is half applied: each bundle is shown whole or not", not torn, torn)
        self.pending = 0
        return last.json() if first.status != 0 else first.json()


def receipt(folder: Path, bundle: str) -> bytes:
    """The receipt that a laptop's or office's folder holds of a bundle; empty without one."""
    file = folder / "rounds.sqlite"
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        row = connection.execute(
            "SELECT receipt FROM bundle WHERE id = ?", (bytes.fromhex(bundle),)
        ).fetchone()
    finally:
        connection.close()
    if row is None:
        raise Unexpected(f"no bundle {bundle} in {file}")
    return row[0] or b""
