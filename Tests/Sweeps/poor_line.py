#!/usr/bin/env python3
"""F15: visits of weeks over a line of 16 kbit/s that is cut again and again.

The proxy limits the rate and ends each connection after so many bytes that the undisturbed traffic
would meet `--cuts` of them; they stop then. Time is scaled: `--scale 100` lets 1.6 Mbit/s pass and
multiplies the seconds measured by 100. Every byte figure is the proxy's own count, of both
directions, against the bytes of the same work over an undisturbed line.

What a cut throws away is sent again, so the figure tells how large the pieces are in which progress is
kept: at most `--resent-max` times the undisturbed bytes may pass in all.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time

from company import Company, Unexpected, done
from fault_proxy import FaultProxy
from fault_script import Script
from promises import Broken, Watch, calm_sync, hold, states

BYTES_PER_SECOND = 2_000  # 16 kbit/s
HOUSEHOLDS = 100


def unit(number: int) -> str:
    """Units in turn: many visits of one household would measure its duplicates, not the line."""
    at = number % HOUSEHOLDS
    return f"1-{at // 4 + 1}0{at % 4 + 1}"


def traffic(proxy: FaultProxy) -> int:
    """Bytes that passed since it was asked last."""
    proxy.settle()
    passed = sum(one.sent + one.answered for one in proxy.passages)
    proxy.passages.clear()
    return passed


def record(company: Company, proxy: FaultProxy, name: str, visits: int) -> Watch:
    watch = Watch(company, company.laptop(name))
    for number in range(visits):
        file = watch.laptop.visit_file(unit(number))
        said = done(watch.laptop.rounds("record", "--from", str(file), "--json")).json()
        watch.saved.add(said["visit"])
    watch.pending = watch.laptop.pending()
    hold("all are pending", watch.pending == visits, watch.pending)
    traffic(proxy)
    return watch


def measure(visits: int, cuts: int, scale: int, seed: int, resent_max: float) -> None:
    dice = random.Random(seed)
    script = Script()
    with Company(HOUSEHOLDS) as company:
        company.serve()
        proxy = FaultProxy(company.port, lambda number: script)
        company.url = proxy.url
        # As much work from a first laptop tells what an undisturbed line carries.
        fair = record(company, proxy, "甲", visits)
        done(fair.laptop.rounds("sync"))
        undisturbed = traffic(proxy)
        watch = record(company, proxy, "乙", visits)
        began, passed, syncs, met = time.monotonic(), 0, 0, 0
        left = []
        while True:
            most = int(undisturbed / cuts * dice.uniform(0.5, 1.5)) if met < cuts else 0
            script = Script(rate=BYTES_PER_SECOND * scale, delay=2 / scale, total=most)
            ended, _ = calm_sync(watch.laptop)
            syncs += 1
            passed += traffic(proxy)
            pending = watch.laptop.pending()
            hold("pending never goes up", pending <= watch.pending, f"sync {syncs}: {pending}")
            watch.pending = pending
            left.append(str(pending))
            if ended.status == 0:
                break
            met += 1
            hold("a line without cuts is enough", met <= cuts, f"sync {syncs}: {ended}")
        seconds = (time.monotonic() - began) * scale
        ours, theirs = states(company, watch.laptop)
        hold("equal states at the end", ours == theirs)
        hold("every saved visit is still there", watch.saved <= watch.laptop.visits())
        proxy.close()
    factor = passed / undisturbed
    print(
        f"poor-line: {visits} visits, {met} cuts, {syncs} syncs, 0 lost; {passed} bytes passed, "
        f"{undisturbed} undisturbed, {factor:.2f} times; {seconds / 60:.1f} min at 16 kbit/s; "
        f"pending after each sync: {' '.join(left)}"
    )
    hold(f"at most {resent_max} times the undisturbed bytes pass", factor <= resent_max, f"{factor:.2f}")


def lossy() -> list[str]:
    """Words that start a program in a network of its own that loses packets; empty where the kernel
    gives none.
    """
    if shutil.which("unshare") is None or shutil.which("tc") is None:
        return []
    spoil = "ip link set lo up && tc qdisc add dev lo root netem loss 20%"
    words = ["unshare", "--map-root-user", "--net", "sh", "-c"]
    tried = subprocess.run([*words, spoil], capture_output=True, check=False)
    return [*words, spoil + ' && exec "$@"', "sh"] if tried.returncode == 0 else []


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--visits", type=int, default=100, help="1000 is the long run")
    words.add_argument("--cuts", type=int, default=5, help="50 with 1000 visits")
    words.add_argument("--scale", type=int, default=100, help="how much faster than 16 kbit/s")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--resent-max", type=float, default=1.3)
    words.add_argument("--inside", action="store_true", help="this is the network that loses packets")
    given = words.parse_args()
    if not given.inside:
        lose = lossy()
        if lose:
            return subprocess.run([*lose, sys.executable, *sys.argv, "--inside"], check=False).returncode
        print("skipped: network namespaces with tc netem are not to be had: no packet is lost")
    try:
        measure(given.visits, given.cuts, given.scale, given.seed, given.resent_max)
    except (Broken, Unexpected) as fault:
        print(f"poor-line: BROKEN: seed {given.seed}: {fault}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
