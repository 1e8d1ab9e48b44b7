"""Lets the disk fail at every call that needs it, once and from then on, and looks what is said.

A full disk (ENOSPC), a broken one (EIO), a read-only one (EROFS) and a missing right (EACCES) come
to each call on the company's own files that writes, syncs, cuts, names or opens one; what a program
says to people still gets through, and so does the network. The program must not trap. It must end
with a message and a non-zero exit, or have done what it says is done. With the disk well again, all
that the kill sweep asks must hold.
"""

from __future__ import annotations

import sys

from company import Ended
from lane import Lane, expect
from points import CallShot, Shot, options_of_calls, sweep
from scenarios import Scenario

FULL_OR_BROKEN = ("ENOSPC", "EIO")
ERRORS = {
    **{name: FULL_OR_BROKEN for name in ("write", "pwrite64", "fsync", "fdatasync", "ftruncate")},
    **{name: (*FULL_OR_BROKEN, "EROFS", "EACCES") for name in ("open", "openat")},
    **{name: FULL_OR_BROKEN for name in ("rename", "renameat", "renameat2", "mkdir", "mkdirat")},
    **{name: ("EIO",) for name in ("unlink", "unlinkat")},
    # With EPERM a file system says that it knows one name a file, as sticks do.
    **{name: (*FULL_OR_BROKEN, "EPERM") for name in ("link", "linkat")},
}


def shots(scenario: Scenario, lane: Lane) -> list[Shot]:
    return [
        CallShot(point, f"error={error}", stays)
        for point in scenario.points(lane, on_files=True)
        for error in ERRORS.get(point.name, ())
        for stays in (False, True)
    ]


def told_or_done(lane: Lane, scenario: Scenario, ended: Ended, hits: int) -> None:
    """No trap, and no failure without a word; whether "done" is true is asked by the scenario."""
    expect(ended.status >= 0, f"ended by signal {-ended.status}: {lane.said(ended)}")
    if ended.status == 0:
        lane.figures["done all the same" if hits else "ended first"] += 1
    else:
        expect(hits > 0, f"failed without a fault: {lane.said(ended)}")
        expect(ended.talk.strip() != "", f"failed without a word: {lane.said(ended)}")
        lane.figures["refused with a message"] += 1


if __name__ == "__main__":
    given = options_of_calls("makes the disk fail at each call of rounds and rounds-server", 54).parse_args()
    sys.exit(sweep("error sweep", given, shots, told_or_done))
