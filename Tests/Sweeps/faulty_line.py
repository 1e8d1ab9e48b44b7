"""A company with one laptop behind a proxy that spoils, and one beside it on a fair line."""

from __future__ import annotations

import sys

from company import Company, Laptop, done
from fault_proxy import FaultProxy
from fault_script import Script
from promises import Watch, calm_sync, hold

UNITS = [f"1-{n // 4 + 1}0{n % 4 + 1}" for n in range(12)]
# The office's own refusal of a request that arrived damaged: 400, 404, 415, 421 and the like.
DAMAGED = frozenset({"network.refused"})


class Line:
    """The company; `script` is what the next connection of the laptop behind the proxy suffers."""

    def __init__(self) -> None:
        self.company = Company()
        self.script = Script()
        self.company.serve()
        self.other = self.company.laptop("乙")
        self.proxy = FaultProxy(self.company.port, lambda number: self.script)
        self.company.url = self.proxy.url
        self.watch = Watch(self.company, self.company.laptop("甲"))
        # The very first visit also brings keys; the second is what is met from then on.
        for _ in range(2):
            self.watch.record(UNITS[0])
            self.watch.heal()
        self.proxy.settle()
        usual = self.proxy.passages[-1]
        self.struck = 0
        self.sent, self.answered = usual.sent, usual.answered

    def __enter__(self) -> Line:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: object, at: object) -> None:
        self.proxy.close()
        if kind is None:
            self.company.__exit__(None, None, None)
        else:
            self.company.stop()
            print(f"kept: {self.company.folder}", file=sys.stderr)

    def point(self, script: Script, unit: str, *, pull: bool) -> str:
        """A visit saved, a sync that meets the script, the checks, a fair sync.

        Gives how the sync ended: `in sync` or the key of its failure.
        """
        if pull:
            record(self.other, unit)
            done(self.other.rounds("sync"))
        self.watch.record(unit)
        waiting = self.watch.pending
        self.script = script
        damages = script.kind == "flip" and script.side == "request"
        ended, key = calm_sync(self.watch.laptop, also=DAMAGED if damages else frozenset())
        self.struck += self.proxy.passages[-1].is_struck
        self.watch.after(ended)
        self.script = Script()
        open_before = self.watch.pending
        healed = self.watch.heal()
        again = healed["stored"] + healed["alreadyKnown"]
        hold("only what was pending is sent again", again == open_before <= waiting, healed)
        return key or "in sync"


def record(laptop: Laptop, unit: str) -> None:
    done(laptop.rounds("record", "--from", str(laptop.visit_file(unit)), "--json"))
