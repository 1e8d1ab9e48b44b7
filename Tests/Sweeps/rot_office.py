"""An office's files under rot: its store, the WAL that a killed server leaves, and its keys."""

from __future__ import annotations

import signal

from company import Company, done
from rot import Broken, Change, Kept, envelopes, same_keys
from rot_judge import Judge, Tally, Words, checked
from stores import feeds

STATE: Words = ("state", "--scope", "S1", "--json", "--lang", "en")
VERIFY: Words = ("verify", "--json", "--lang", "en")
LOOKS: list[Words] = [
    STATE, ("state", "--scope", "company", "--json", "--lang", "en"), VERIFY,
    ("device", "list", "--json", "--lang", "en"),
]
DOCTOR: Words = ("doctor", "--json", "--lang", "en")
# Putting a backup over a damaged store, or serving it to laptops, takes a second; one in so many is.
MENDED_EVERY = 10
# The last 32 bytes of office.key only have to be secret: another value makes laptops ask once more.
CHALLENGE_KEY_AT = 104


class OfficeUnderRot:
    """An office with two laptops: once stopped in order, and once killed with much in its WAL."""

    subjects = ("office store", "office keys", "office key", "office WAL", "office keys WAL")
    inside = {"office store": "rounds.sqlite", "office keys": "keys.sqlite", "office key": "office.key",
              "office WAL": "rounds.sqlite-wal", "office keys WAL": "keys.sqlite-wal"}

    def __init__(self, company: Company) -> None:
        self.company = company
        company.serve()
        self.laptops = [company.laptop("officer"), company.laptop("supervisor", "serviceSupervisor")]
        done(company.office("frame"))
        self._visit("1-101")
        self.backup = company.folder / "office.backup"
        done(company.office("backup", str(self.backup)))
        self.backed_up = envelopes(self.backup)
        company.stop(signal.SIGTERM)
        self.ordered = Kept(company.office_home)
        self.judge = self._judge()
        company.serve()
        for unit in ("1-102", "1-103", "1-104"):
            self._visit(unit)
        company.stop(signal.SIGKILL)
        self.killed = Kept(company.office_home)
        if len(self.killed.files.get("rounds.sqlite-wal", b"")) < 10_000:
            raise Broken("a killed server left no WAL to change")
        self.killed_judge = self._judge()
        self.whole = envelopes(company.office_home / "rounds.sqlite")
        self.feeds = feeds(company.office_home / "rounds.sqlite")
        self.laptops_kept = [Kept(laptop.home) for laptop in self.laptops]

    def _visit(self, unit: str) -> None:
        for laptop in self.laptops:
            done(laptop.rounds("record", "--from", str(laptop.visit_file(unit))))
            done(laptop.rounds("sync"))

    def _judge(self) -> Judge:
        judge = Judge(self.company.office, LOOKS, [VERIFY, DOCTOR])
        judge.remember()
        return judge

    def bytes_of(self, subject: str) -> bytes:
        """The file of that subject, whole."""
        kept = self.killed if subject.endswith("WAL") else self.ordered
        return kept.files[self.inside[subject]]

    def play(self, subject: str, change: Change, index: int, tally: Tally) -> None:
        """Puts the change in place and judges.

        Raises:
            Broken: a promise does not hold.
        """
        if subject == "office WAL":
            return self._cut_short(change, index, tally)
        kept, judge = self.ordered, self.judge
        if subject == "office keys WAL":
            kept, judge = self.killed, self.killed_judge
        kept.put_back({self.inside[subject]: change.data})
        is_thorough = change.kind == "value" or index % 4 == 0 or subject == "office key"
        looks = [STATE, LOOKS[1 + index % 3]] if subject == "office store" else LOOKS[2:]
        outcome, said = judge.verdict(tally, looks, is_thorough, {})
        tally.outcomes[outcome] += 1
        if subject == "office key" and outcome == "same":
            whole = self.ordered.files["office.key"]
            if not same_keys(change.data[:CHALLENGE_KEY_AT], whole[:CHALLENGE_KEY_AT]):
                raise Broken("silent change: nothing notices another key in office.key")
        if subject == "office store" and outcome == "refused" and index % MENDED_EVERY == 0:
            self._restore(tally)

    def _restore(self, tally: Tally) -> None:
        """What the message leads to: the backup over the damaged store."""
        done(self.company.office("restore", str(self.backup)))
        found = envelopes(self.company.office_home / "rounds.sqlite")
        if any(found.get(name) != envelope for name, envelope in self.backed_up.items()):
            raise Broken("a backup put over a damaged store does not bring what it holds")
        done(self.company.office(*VERIFY))
        tally.outcomes["restored over it"] += 1

    def _cut_short(self, change: Change, index: int, tally: Tally) -> None:
        """SQLite reads a WAL up to the first frame whose sum is wrong, and cannot know that more was
        there: the office is then at an earlier moment, which its laptops notice and make good."""
        self.killed.put_back({"rounds.sqlite-wal": change.data})
        ended = checked(self.company.office(*STATE), STATE)
        if ended.status != 0:
            tally.outcomes["refused"] += 1
            return
        if ended.output == self.killed_judge.before[STATE]:
            tally.outcomes["same"] += 1
            return
        verified = checked(self.company.office(*VERIFY), VERIFY)
        if verified.status != 0:
            tally.outcomes["reported"] += 1
            return
        found = envelopes(self.company.office_home / "rounds.sqlite")
        if any(self.whole.get(name) != envelope for name, envelope in found.items()):
            raise Broken("silent change: the office holds what nobody wrote")
        for scope, order in feeds(self.company.office_home / "rounds.sqlite").items():
            if order != self.feeds[scope][: len(order)]:
                raise Broken("silent change: the feed is no earlier moment of what it was")
        tally.outcomes["earlier moment"] += 1
        if "MIND" in ended.talk + verified.talk:
            tally.outcomes["earlier moment, said at once"] += 1
        if index % MENDED_EVERY == 0:
            self._sync(tally)

    def _sync(self, tally: Tally) -> None:
        for kept in self.laptops_kept:
            kept.put_back()
        self.company.serve()
        for laptop in [*self.laptops, *self.laptops]:
            done(laptop.rounds("sync"))
        self.company.stop(signal.SIGTERM)
        states = [done(laptop.rounds(*STATE)).output for laptop in self.laptops]
        if {self.killed_judge.before[STATE]} != set(states) | {done(self.company.office(*STATE)).output}:
            raise Broken("the laptops did not bring back what the office lost")
        tally.outcomes["brought back by laptops"] += 1
