#!/usr/bin/env python3
"""Real laptops and a real office with a line between them that flips, cuts, resets and goes silent.

Three parts, each with its own size: *scripts* drawn from a seed, *offsets* at which the office's
answer to a push is cut, and *holes* in which nothing answers any more. `poor_line.py` has the slow
line with many cuts. After each fault the promises of `promises.py` must hold; then the line becomes
fair, and laptop and office must come to the same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from company import Unexpected, done
from fault_script import Script, draw
from faulty_line import UNITS, Line, record
from promises import SECONDS_MAX, Broken, calm_sync, hold, receipt

# A fresh company now and then: states grow with every visit, and with them the time of a point.
POINTS_PER_COMPANY = 40


def scripts(points: int, first: int, seed: int) -> None:
    """F11 and F13: flips, cuts, resets, refusals, delays, slow and dripping lines."""
    ends: Counter[str] = Counter()
    struck = 0
    for start in range(first, first + points, POINTS_PER_COMPANY):
        with Line() as line:
            for index in range(start, min(start + POINTS_PER_COMPANY, first + points)):
                dice = random.Random(f"{seed}/{index}")
                script = draw(dice, line.sent, line.answered)
                try:
                    ends[line.point(script, dice.choice(UNITS), pull=dice.random() < 0.3)] += 1
                except (Broken, Unexpected) as fault:
                    again = f"--scripts 1 --first {index} --seed {seed}"
                    raise Broken(f"{again}: {script}: {fault}") from fault
            struck += line.struck
    met = ", ".join(f"{count} {key}" for key, count in sorted(ends.items()))
    print(
        f"network-sweep scripts: {points} scripts, {struck} struck, 0 lost, 0 half applied, 0 differ; {met}"
    )


def offsets(points: int, seed: int) -> None:
    """F12: the office has stored the push, and its answer is cut before byte `at`.

    With 0 points every offset of 20 answers, which differ in how much was pushed and pulled.
    """
    dice = random.Random(f"{seed}/offsets")
    cut = 0
    for answer in range(20 if points == 0 else 2):
        with Line() as line:
            shape = Shape(line, pushed=1 + answer % 3, pulled=answer // 3 % 3)
            length = shape.length()
            chosen = range(length) if points == 0 else sorted(dice.sample(range(length), points // 2))
            for at in chosen:
                script = Script(dice.choice(["fin", "reset"]), "answer", at)
                try:
                    cut += shape.lost(script)
                except (Broken, Unexpected) as fault:
                    raise Broken(f"answer {answer}, {script}, seed {seed}: {fault}") from fault
    print(f"network-sweep offsets: {cut} answers cut, every receipt the first one, 0 stored twice")


class Shape:
    """Answers that acknowledge so many visits and bring so many of somebody else's."""

    def __init__(self, line: Line, pushed: int, pulled: int) -> None:
        self.line, self.pushed, self.pulled = line, pushed, pulled
        self.turn = 0

    def _prepare(self) -> list[str]:
        """Visits on the laptop that the office does not have; gives their bundles."""
        self.turn += 1
        unit = UNITS[self.turn % len(UNITS)]
        for _ in range(self.pulled):
            record(self.line.other, unit)
        if self.pulled:
            done(self.line.other.rounds("sync"))
        laptop = self.line.watch.laptop
        words = ("record", "--from", str(laptop.visit_file(unit)), "--json")
        return [done(laptop.rounds(*words)).json()["bundle"] for _ in range(self.pushed)]

    def length(self) -> int:
        """Bytes of such an answer, head included; it differs by a few from one to the next."""
        self._prepare()
        done(self.line.watch.laptop.rounds("sync"))
        self.line.proxy.settle()
        return self.line.proxy.passages[-1].answers[0]

    def lost(self, script: Script) -> int:
        """Loses one answer; 1 if it was cut, 0 if it was shorter than the offset."""
        line, laptop = self.line, self.line.watch.laptop
        bundles = self._prepare()
        line.script = script
        ended, _ = calm_sync(laptop)
        line.script = Script()
        line.proxy.settle()
        if ended.status == 0:
            hold("a cut answer is not taken", "cut" not in line.proxy.passages[-1].end, script)
            return 0
        first = [receipt(line.company.office_home, one) for one in bundles]
        hold("the office had stored the push", all(first), first)
        hold("nothing is acknowledged by half an answer", laptop.pending() == len(bundles))
        again = done(laptop.rounds("sync", "--json")).json()
        counts = (again["stored"], again["alreadyKnown"], again["inSync"])
        hold("the retry is known already", counts == (0, len(bundles), True), again)
        for home in (line.company.office_home, laptop.home):
            hold("the receipt is the first one", [receipt(home, one) for one in bundles] == first, home)
        return 1


def silent(side: str, at: int) -> None:
    """F13: from byte `at` on nothing passes any more, and nobody is told."""
    with Line() as line:
        try:
            key = line.point(Script("hole", side, at), UNITS[1], pull=False)
            hold("a silent line meets the time limit", key == "network.timedOut", key)
        except (Broken, Unexpected) as fault:
            raise Broken(f"hole in {side} at {at}: {fault}") from fault


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--scripts", type=int, default=20, help="drawn faults; 2000 is the long run")
    words.add_argument("--first", type=int, default=0, help="index of the first script")
    words.add_argument("--offsets", type=int, default=24, help="cut answers; 0 is every offset of 20")
    words.add_argument("--holes", type=int, default=2, help="silent lines, half a minute each, at once")
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    dice = random.Random(f"{given.seed}/holes")
    places = [("answer", 0), ("request", 900), ("answer", 900), ("request", 0)]
    places += [(dice.choice(["answer", "request"]), dice.randrange(1_400)) for _ in range(given.holes)]
    try:
        with ThreadPoolExecutor(8) as beside:
            # A silent line leaves this machine idle: the other parts run meanwhile.
            holes = [beside.submit(silent, *place) for place in places[: given.holes]]
            scripts(given.scripts, given.first, given.seed)
            offsets(given.offsets, given.seed)
            for one in holes:
                one.result()
        figure = f"{given.holes} silent lines, each given up within {SECONDS_MAX} s"
        print(f"network-sweep holes: {figure}, 0 lost")
    except (Broken, Unexpected) as fault:
        print(f"network-sweep: BROKEN: {fault}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
