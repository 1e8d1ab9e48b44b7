#!/usr/bin/env python3
"""F14 and F20: something else than the office answers at the office's address.

A laptop with unsent work meets every answer of `wrong_answers.py`, answers that were signed but not for
it, certificates that are not the office's, and the real server program of an empty and of another
company. None may be read as success, nothing may be purged, nothing may change; then the right office
is back and everything comes together.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sqlite3
import sys
from pathlib import Path

from company import Company, Laptop, Unexpected, done
from fault_proxy import FaultProxy
from promises import Broken, Watch, calm_sync, hold, states
from wrong_answers import LOGIN, REFUSED, Answer, AnswerServer, answers, certificate, http


class EmptyCompany(Company):
    """An office with keys and a name and nothing else."""

    def _import(self, what: str, csv: str, *words: str) -> None:
        pass


def bundles(laptop: Laptop) -> int:
    """How many bundles are in the laptop's store, whoever wrote them."""
    with contextlib.closing(sqlite3.connect(f"file:{laptop.home}/rounds.sqlite?mode=ro", uri=True)) as store:
        return store.execute("SELECT count(*) FROM bundle").fetchone()[0]


class Meetings:
    """A laptop that meets one wrong server after the other, and must stay as it was.

    What is broken is printed and counted, so that one run tells of every answer.
    """

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.before = self._kept()
        self.met = 0
        self.broken = 0

    def _kept(self) -> tuple[bytes, int, int]:
        """The state, the bundles in the store and how many of them are unsent."""
        self.watch.half = states(self.watch.company, self.watch.laptop)[0]
        return self.watch.half, bundles(self.watch.laptop), self.watch.pending

    def meet(self, name: str, also: frozenset[str] = frozenset()) -> None:
        """One sync with what now answers."""
        self.met += 1
        try:
            ended, _ = calm_sync(self.watch.laptop, also=also)
            hold("it is not read as success", ended.status != 0, ended)
            self.watch.after(ended)
            after = (self.watch.half, bundles(self.watch.laptop), self.watch.pending)
            hold("nothing is purged, sent or changed", after == self.before, after[1:])
            hold("the page is not printed", LOGIN.decode()[:20] not in ended.talk, ended.talk)
        except (Broken, Unexpected) as fault:
            self.broken += 1
            print(f"wrong-server: BROKEN: {name}: {fault}")


def recorded(company: Company, name: str) -> bytes:
    """A whole answer of the office to another laptop's push, head and all."""
    proxy = FaultProxy(company.port)
    company.url = proxy.url
    laptop = company.laptop(name)
    done(laptop.rounds("record", "--from", str(laptop.visit_file()), "--json"))
    proxy.answers = []
    done(laptop.rounds("sync"))
    proxy.close()
    return proxy.answers[0]


def pages(seed: int) -> Meetings:
    """F14 over plain HTTP, and what other offices answer."""
    with Company() as company, Company(1) as other, EmptyCompany() as empty:
        for one in (company, other, empty):
            one.serve()
        strange = recorded(other, "外人")
        neighbour = recorded(company, "乙")
        proxy = FaultProxy(company.port)
        company.url = proxy.url
        watch = Watch(company, company.laptop("甲"))
        proxy.answers = []
        watch.record("1-101")
        watch.heal()
        own = proxy.answers[0]
        proxy.answers = None
        watch.record("1-102")
        cases = answers(seed) + [
            Answer("another office's signed answer", strange),
            Answer("this office's answer to another laptop", neighbour),
            Answer("this office's earlier answer to this laptop", own),
            Answer("the signed answer as a login page", http("200 OK", own.partition(b"\r\n\r\n")[2])),
        ]
        meetings = Meetings(watch)
        server = AnswerServer()
        proxy.office = server.port
        for case in cases:
            server.answer = case.bytes
            before = server.requests
            meetings.meet(case.name, case.also)
            hold(f"{case.name}: the laptop asked", server.requests > before)
        for name, office in (("an empty office", empty), ("another office", other)):
            proxy.office = office.port
            meetings.meet(name, REFUSED)
            stranger(company, proxy.url, name)
        proxy.office = company.port
        hold("the office has the visit once", watch.heal()["stored"] == 1)
        server.shutdown()
        server.server_close()
        proxy.close()
        return meetings


def stranger(company: Company, url: str, name: str) -> None:
    """A new laptop with this company's code must not enrol with another office at the address."""
    code = done(company.office("device", "invite", "甲", "--json")).json()["code"]
    fresh = Laptop(company.folder / f"fresh {name}")
    ended = fresh.rounds("enroll", url, "--json", said=(code + "\n").encode())
    hold("the code is refused", ended.status == 1, ended)
    hold("the office is named as another", ended.json()["error"]["key"] == "enrol.anotherOffice", ended)


def certificates() -> Meetings:
    """Certificates that are not the office's. No request may arrive."""
    with Company() as company:
        right = certificate(company.folder, "right", "IP:127.0.0.1")
        wrong = {
            "a strange certificate": certificate(company.folder, "strange", "IP:127.0.0.1"),
            "a certificate of another name": certificate(company.folder, "name", "DNS:hotel.example"),
        }
        trusted = [right[0], wrong["a certificate of another name"][0]]
        if shutil.which("faketime") is None:
            print("skipped: an expired certificate needs faketime")
        else:
            late = certificate(company.folder, "late", "IP:127.0.0.1", "faketime", "-f", "-400d")
            wrong["an expired certificate"] = late
            trusted.append(late[0])
        # Each is trusted but for the one thing that is wrong with it.
        authorities = company.folder / "authorities.pem"
        authorities.write_text("".join(Path(one).read_text() for one in trusted))
        company.serve(words=("--tls-certificate", right[0], "--tls-key", right[1]))
        proxy = FaultProxy(company.port)
        url = proxy.url.replace("http:", "https:")
        words = ("account", "add", "--name", "甲", "--role", "serviceOfficer", "--site", "S1")
        done(company.office(*words))
        code = done(company.office("device", "invite", "甲", "--json")).json()["code"]
        laptop = Laptop(company.folder / "laptop")
        done(laptop.rounds("enroll", url, "--ca", str(authorities), said=(code + "\n").encode()))
        done(laptop.rounds("sync"))
        watch = Watch(company, laptop)
        watch.record("1-101")
        meetings = Meetings(watch)
        for name, pem in {**wrong, "no TLS at all": None}.items():
            server = AnswerServer(pem)
            server.answer = http("200 OK", LOGIN)
            proxy.office = server.port
            meetings.meet(name)
            hold(f"{name}: no request is sent", server.requests == 0)
            server.shutdown()
            server.server_close()
        proxy.office = company.port
        hold("the office has the visit once", watch.heal()["stored"] == 1)
        proxy.close()
        return meetings


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--seed", type=int, default=1, help="of the noise; everything else is a list")
    given = words.parse_args()
    parts = {"answers and offices": lambda: pages(given.seed), "certificates": certificates}
    if shutil.which("openssl") is None:
        print("skipped: certificates need openssl")
        del parts["certificates"]
    broken = 0
    try:
        for name, part in parts.items():
            ended = part()
            right = ended.met - ended.broken
            print(f"wrong-server: {ended.met} {name}, {right} not read as success with 0 purged, 0 changed")
            broken += ended.broken
    except (Broken, Unexpected) as fault:
        print(f"wrong-server: BROKEN: seed {given.seed}: {fault}")
        return 1
    return min(broken, 1)


if __name__ == "__main__":
    sys.exit(main())
