#!/usr/bin/env python3
"""F09: the laptop's clock and the office's clock are wrong by years, and jump between two commands.

libfaketime gives each program its own clock. One point is one story: a laptop with a wrong clock
records, syncs and amends its own visit after its clock jumped again; a laptop with a right one
amends after it, then both amend apart from each other and one settles the conflict. Every step has its
clocks drawn; the first points are the pairs of the table in turn.

A later word must win over an earlier one whatever the clocks said; dates stay as they were typed, or are
refused with a rule; every sync ends well; the difference of the clocks is said; and when all clocks
are right again, every machine shows the same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys

from clock_story import CLOCKS, LIBRARIES, UNITS, Story
from company import Unexpected
from promises import Broken, hold

POINTS_PER_COMPANY = 12


def point(story: Story, index: int, seed: int) -> str:
    """One story; gives its clocks in words."""
    dice = random.Random(f"{seed}/{index}")
    laptop, office = CLOCKS[index % len(CLOCKS)], CLOCKS[index // len(CLOCKS) % len(CLOCKS)]
    jumped, other, late = (dice.choice(CLOCKS) for _ in range(3))
    words = f"laptop {laptop.name}, office {office.name}, then {jumped.name}, {other.name}, {late.name}"
    try:
        story.set_office(office)
        visit = story.record(laptop, dice.choice(UNITS))
        story.sync(story.ours, laptop)
        story.amend(story.ours, jumped, visit, "先")
        story.sync(story.ours, jumped)
        story.sync(story.other, other)
        story.amend(story.other, other, visit, "后")
        story.set_office(late)
        story.sync(story.other, other)
        story.sync(story.ours, laptop)
        hold("the other's later word is shown", story.shown(story.ours, visit)["remark"] == "后")
        # Apart from each other now: a conflict, which the greater clock wins and nobody loses.
        story.amend(story.ours, laptop, visit, "左")
        story.amend(story.other, jumped, visit, "右")
        for one in (story.ours, story.other, story.ours):
            story.sync(one, jumped)
        remark = story.settle(other, visit, {"左", "右"})
        story.sync(story.other, other)
        story.heal(visit, remark)
    except (Broken, Unexpected) as fault:
        raise Broken(f"--points 1 --first {index} --seed {seed}: {words}: {fault}") from fault
    return words


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--points", type=int, default=6, help="36 are every pair of clocks once; 2000 is long")
    words.add_argument("--first", type=int, default=0, help="index of the first point")
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    if not LIBRARIES:
        print("skipped: clocks need libfaketime (Debian package faketime)")
        return 0
    # A share of the table spreads over all of it: seven steps lead through its 36 pairs.
    step = 7 if given.points < len(CLOCKS) ** 2 else 1
    refused = 0
    try:
        for start in range(0, given.points, POINTS_PER_COMPANY):
            with Story() as story:
                for count in range(start, min(start + POINTS_PER_COMPANY, given.points)):
                    point(story, given.first + count * step, given.seed)
                refused += story.refused
    except Broken as fault:
        print(f"clock-sweep: BROKEN: {fault}")
        return 1
    print(
        f"clock-sweep: {given.points} points, {refused} dates refused by a rule, 0 rewritten, 0 lost, "
        "0 differ, 0 order by clock"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
