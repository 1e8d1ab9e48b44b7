"""Kills the real programs at every system call of what they do, and looks whether anything is lost.

For each scenario the calls of one clean run are counted, from the first that names the data
directory to the end of the process: opening, reading, writing, syncing, locking, renaming, closing,
the network, the kernel's keyring. Then the program is run again from the same state as often, and
killed right before the K-th of them. After each kill the next start must work unaided and in time
(2 s on a laptop, 10 s at the office), show all that was there before and all that this run had
printed as saved, at most the one visit under way besides, pass `doctor` (and `verify` at the
office), and be in step with the office, byte for byte, after one more sync.

What it covers: each call of `rounds`, which works on one thread, once. Of the server, at its start and
in a backup each call on the company's own files, and in a sync each K-th call by name of the pool's
threads and of the network's; where two threads have a K-th call of one name, the first in time is hit.
"reached" says how many kills hit. The kernel stays up, so nothing is said here about a power cut.
"""

from __future__ import annotations

import random
import signal
import sys

from company import Ended, run
from lane import Broken, Lane, expect
from points import CallShot, options_of_calls, sweep
from scenarios import Scenario
from strace import Trace

# Calls of a recovery, with about how many of each a start makes that has something to recover.
RECOVERY = {"pread64": 60, "fcntl": 60, "pwrite64": 20, "fdatasync": 3, "ftruncate": 2, "unlink": 2}


def killed_or_done(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """A run either was killed, or ended well because the call never came."""
    if ended.status == -signal.SIGKILL and hits:
        lane.figures["killed"] += 1
    elif ended.status == 0 and not hits:
        lane.figures["ended first"] += 1
    else:
        raise Broken(f"{hits} kills, but {lane.said(ended)}")


class KilledAgain:
    """The same, and the start that recovers from it is killed too, at a call drawn by lot."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def __call__(self, lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
        killed_or_done(lane, scenario, ended, hits)
        name = self.random.choice(list(RECOVERY))
        number = self.random.randint(1, RECOVERY[name])
        files = tuple(
            str(file) for home in (lane.laptop.home, lane.company.office_home)
            for file in home.rglob("*") if file.is_file()
        )
        trace = Trace(lane.log, "signal=KILL", name, number, files=files)
        words, environment = scenario.next_start(lane)
        again = run([*trace.before(), *words], environment)
        expect(again.status >= 0 or again.status == -signal.SIGKILL, f"the next: {lane.said(again)}")
        lane.figures["killed again while starting"] += again.status < 0


if __name__ == "__main__":
    parser = options_of_calls("kills rounds and rounds-server at each of their system calls", 54)
    parser.add_argument("--again", action="store_true", help="kill the next start, too, somewhere")
    given = parser.parse_args()
    sys.exit(sweep(
        "kill sweep", given,
        lambda scenario, lane: [
            CallShot(point, "signal=KILL") for point in scenario.points(lane, on_files=False)
        ],
        KilledAgain(given.seed) if given.again else killed_or_done,
    ))
