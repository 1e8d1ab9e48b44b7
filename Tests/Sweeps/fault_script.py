"""What the connections of a `fault_proxy` suffer, and what became of them.

Kept apart from the proxy so that a failure's script can be written down and read again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

CHUNK = 65_536


@dataclass(frozen=True)
class Script:
    """What one connection suffers.

    `kind` is `fair`, `refuse` (reset when it was accepted), `flip` (one bit), `fin` or `reset` (both
    ends closed before byte `at`), `hole` (from byte `at` on nothing passes, and nobody is told).
    `at` counts the bytes of the struck `side` of the connection from 0.
    """

    kind: str = "fair"
    side: str = "answer"
    at: int = 0
    bit: int = 0
    delay: float = 0.0  # seconds before the first byte passes
    rate: float = 0.0  # bytes a second in each direction; 0 is unlimited
    piece: int = CHUNK  # bytes passed on at once
    total: int = 0  # bytes of both directions after which both ends are closed; 0 is never

    def __str__(self) -> str:
        words = [self.kind] if self.kind in ("fair", "refuse") else [f"{self.kind} {self.side} {self.at}"]
        words += [f"bit {self.bit}"] if self.kind == "flip" else []
        words += [f"delay {self.delay:g} s"] if self.delay else []
        words += [f"{self.rate:g} B/s"] if self.rate else []
        words += [f"pieces of {self.piece}"] if self.piece < CHUNK else []
        words += [f"cut after {self.total}"] if self.total else []
        return ", ".join(words)


def draw(dice: random.Random, sent: int, answered: int) -> Script:
    """Any script but a hole, which costs half a minute.

    Args:
        sent, answered: bytes of an undisturbed connection, so that most strikes meet one; an eighth
            of them lies beyond and does nothing.
    """
    side = dice.choice(["request", "answer", "answer"])
    at = dice.randrange(max(1, (sent if side == "request" else answered) * 8 // 7))
    kind = dice.choices(["flip", "fin", "reset", "refuse", "fair"], [6, 4, 4, 1, 2])[0]
    slow = dice.choices(["no", "delay", "rate", "drip"], [6, 1, 1, 1])[0]
    return Script(
        kind, side, at, dice.randrange(8),
        delay=dice.uniform(0.01, 0.3) if slow == "delay" else 0.0,
        rate=dice.uniform(4_000, 40_000) if slow == "rate" else 0.0,
        piece=dice.choice([1, 7, 64]) if slow == "drip" else CHUNK,
    )


@dataclass
class Passage:
    """What became of one connection: bytes passed on, and the bytes of each answer in turn."""

    number: int
    script: Script
    sent: int = 0
    answers: list[int] = field(default_factory=list)
    is_struck: bool = False
    end: str = "open"

    @property
    def answered(self) -> int:
        return sum(self.answers)

    def __str__(self) -> str:
        return f"#{self.number} {self.script}: {self.sent} up, {self.answered} down; {self.end}"
