"""What is asked of a program whose file has rotted, and what its answers are called.

`same`: everything shown is what was shown before. `refused`: a command ended with a message.
`reported`: something else is shown, and the command or the doctor says that something is wrong.
Anything else breaks a promise.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from company import Ended
from rot import Broken

Words = tuple[str, ...]
# Of a laptop's `status --json`, what does not change by looking.
STEADY = ("person", "role", "office", "pending", "received", "held", "unreadable", "carried", "quota",
          "conflicts", "forks", "vault")


@dataclass
class Tally:
    """What one subject's changes came to."""

    outcomes: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)


def checked(ended: Ended, words: Words) -> Ended:
    """The same, when it ended by itself and, if it failed, said why.

    Raises:
        Broken: on a signal, an exit status outside the documented ones, or a failure without words.
    """
    what = f"{' '.join(words)}: exit {ended.status}, {ended.talk[-400:]!r}"
    if ended.status not in (0, 1, 2, 3, 64):
        raise Broken(f"trap or unknown exit: {what}")
    if ended.status != 0 and len(ended.talk.strip()) < 20 and not ended.output:
        raise Broken(f"no word of why: {what}")
    if "unexpected" in ended.talk.lower() or "fatal error" in ended.talk.lower():
        raise Broken(f"a failure nobody named: {what}")
    return ended


def reading(ended: Ended, words: Words) -> bytes:
    """What a command shows, without what changes with every look."""
    if words[0] != "status":
        return ended.output
    shown = ended.json()
    return json.dumps({name: shown.get(name) for name in STEADY}, sort_keys=True).encode()


def gist(talk: str) -> str:
    """A message without the numbers and paths that differ between two of its kind."""
    text = re.sub(r"/[^\s:;,]*", "PATH", " ".join(talk.split()))
    return re.sub(r"[0-9a-f]{6,}|\d+", "N", text)[:160]


@dataclass
class Judge:
    """Compares what one machine shows with what it showed when it was whole."""

    run: Callable[..., Ended]
    looks: list[Words]
    doctors: list[Words]
    before: dict[Words, bytes] = field(default_factory=dict)

    def remember(self) -> None:
        """Notes what every look shows now, of a machine on which every doctor finds nothing."""
        for words in self.doctors:
            if self.run(*words).status != 0:
                raise Broken(f"{words}: not well before anything rotted: {self.run(*words)}")
        self.before = {words: reading(checked(self.run(*words), words), words) for words in self.looks}

    def verdict(
        self, tally: Tally, looks: list[Words], is_thorough: bool, allowed: dict[Words, set[bytes]]
    ) -> tuple[str, str]:
        """Looks, and lets the doctors look when something differs or `is_thorough`.

        Parameters:
            allowed: for some looks, other answers that are right too.

        Returns:
            the outcome, and everything that was said.

        Raises:
            Broken: a silent change, a trap, or a failure without a name.
        """
        said, differs, refused = "", [], False
        for words in looks:
            ended = checked(self.run(*words), words)
            said += ended.talk
            if ended.status != 0:
                refused = True
                tally.messages[gist(ended.talk)] += 1
            elif reading(ended, words) not in {self.before[words]} | allowed.get(words, set()):
                differs.append((words, reading(ended, words)))
        well = True
        if differs or refused or is_thorough:
            for words in self.doctors:
                ended = checked(self.run(*words), words)
                said += ended.talk + ended.output.decode("utf-8", "replace")
                well = well and ended.status == 0
        if differs and well:
            words, shown = differs[0]
            difference = _first_difference(self.before[words], shown)
            raise Broken(f"silent change: {' '.join(words)} shows {difference}")
        if refused and well:
            raise Broken(f"refused, and the doctor finds nothing: {said[:300]!r}")
        return ("refused" if refused else "reported" if differs or not well else "same"), said


def _first_difference(before: bytes, now: bytes) -> str:
    at = next((i for i, (a, b) in enumerate(zip(before, now)) if a != b), min(len(before), len(now)))
    return f"at {at} {now[max(0, at - 60):at + 60]!r}, before {before[max(0, at - 60):at + 60]!r}"
