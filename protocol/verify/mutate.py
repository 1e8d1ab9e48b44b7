#!/usr/bin/env python3
"""Damages a file of bundles at random and checks that reading it never fails and never takes in a
bundle that was not there; exit 1 otherwise. The same seed damages it the same way."""
from __future__ import annotations

import argparse
import gzip
import random
import struct
import sys
import zlib
from pathlib import Path

from bundles import Fault, read_envelope
from exports import read_export
from frames import MARK
from replica import Replica
from state import canonical_state


def damaged(data: bytes, chance: random.Random) -> bytes:
    """These bytes with one to four places changed, cut, doubled, moved or filled in."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 1, 4, 60, 3000))
        what = chance.randrange(6)
        if what == 0 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            changed[at:at + length] = chance.randbytes(length)
        elif what == 2:
            del changed[at:at + length]
        elif what == 3:
            changed[at:at] = changed[at:at + length]
        elif what == 4:
            changed[at:at] = chance.randbytes(length)
        elif chance.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def inside(plain: bytes, chance: random.Random) -> bytes:
    """A whole gzip member whose frames are damaged, but for the mark and mostly their lengths."""
    frames, at = [], len(MARK)
    while at < len(plain):
        kind, number, length = struct.unpack(">BII", plain[at:at + 9])
        contents = plain[at + 9:at + 9 + length]
        at += 9 + length
        if chance.random() < 0.2:
            contents = damaged(contents, chance)
        if chance.random() < 0.02:
            number = chance.randrange(1 << 32)
        if chance.random() < 0.02:
            kind = chance.randrange(256)
        frames.append(struct.pack(">BII", kind, number, len(contents)) + contents)
    return gzip.compress(MARK + b"".join(frames), 1)


def main() -> int:
    """Runs the rounds, and says what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", help="written by rounds export, in one gzip member")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = Path(options.file).read_bytes()
    plain = zlib.decompress(data, wbits=31)
    whole = read_export(data)
    known = {bundle.id for bundle in whole.bundles}
    envelopes = [bundle.envelope for bundle in whole.bundles]
    chance = random.Random(options.seed)
    untouched = taken = refused = wrong = readable = 0
    for _ in range(options.rounds):
        file = read_export(
            damaged(data, chance) if chance.random() < 0.5 else inside(plain, chance))
        replica = Replica([file])
        waiting = replica.out_of_view("trusted")
        for scope in replica.scopes():
            canonical_state(scope, [one for one in replica.bundles.values() if one.id not in waiting])
        untouched += file.is_whole
        taken += len(file.bundles)
        refused += len(file.refusals)
        wrong += sum(bundle.id not in known for bundle in file.bundles)
        try:
            envelope = read_envelope(damaged(chance.choice(envelopes), chance))
            readable += 1
            wrong += envelope.id not in known
        except Fault:
            pass
    print(f"{options.rounds} rounds: {taken} bundles taken, {refused} refusals, "
          f"{untouched} files and {readable} envelopes as good as before, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
