"""A company of a sweep's own: the real server program with one site, and laptops enrolled at it.

Everything lives in one folder that the owner of the `Company` removes; nothing is shared between
two of them, and every server listens on a free port of the loopback.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
# Where the programs under test are; a sweep never builds them.
PROGRAMS = Path(os.environ.get("ROUNDS_PROGRAMS", str(ROOT / ".build/release")))
SECONDS_MAX = 120


class Unexpected(Exception):
    """A program did what no sweep asked for; the message has its words and its last lines."""


@dataclass(frozen=True)
class Ended:
    """What a program left: its exit status (minus the signal that ended it) and what it said."""

    status: int
    output: bytes
    talk: str

    def json(self) -> dict:
        return json.loads(self.output)


def run(words: list[str], environment: dict[str, str], *, said: bytes = b"") -> Ended:
    """Runs a program to its end.

    Raises:
        subprocess.TimeoutExpired: after two minutes, when it was killed; no sweep waits longer.
    """
    ended = subprocess.run(
        words, env=environment, input=said, capture_output=True, timeout=SECONDS_MAX, check=False
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr.decode("utf-8", "replace"))


def done(ended: Ended) -> Ended:
    """The same, or `Unexpected` when the program failed though it had no reason to."""
    if ended.status != 0:
        raise Unexpected(f"exit {ended.status}: {ended.talk[-600:]}{ended.output[-300:]!r}")
    return ended


def variables(home: Path, **more: str) -> dict[str, str]:
    """A program's environment: nothing of ours comes along."""
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TZ": "Asia/Shanghai",
        "HOME": str(home),
        # A trap's backtrace takes seconds and changes no figure.
        "SWIFT_BACKTRACE": "enable=no",
        **more,
    }


class Company:
    """One office with the site S1 and `households` occupied units: `1-101` to `1-104`, `1-201` …"""

    def __init__(self, households: int = 12, *, folder: Path | None = None) -> None:
        self.folder = folder or Path(tempfile.mkdtemp(prefix="rounds-sweep-"))
        self.office_home = self.folder / "office"
        # What the server says while it serves.
        self.log = self.folder / "server.log"
        self.server: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.url = ""
        self.environment = variables(self.folder, ROUNDS_SERVER_HOME=str(self.office_home))
        done(self.office("init", "--name", "试验物业"))
        self._import("site", f"code,community,city,households\nS1,绿岛,上海,{households}\n")
        rows = "".join(
            f"1-{n // 4 + 1}0{n % 4 + 1},occupied,住户{n},13900000000\n" for n in range(households)
        )
        self._import("household", "unit,occupancy,name,telephone\n" + rows, "--site", "S1")

    def __enter__(self) -> Company:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self.stop(signal.SIGKILL)
        shutil.rmtree(self.folder)

    def _import(self, what: str, csv: str, *words: str) -> None:
        file = self.folder / f"{what}.csv"
        file.write_text(csv, encoding="utf-8")
        done(self.office(what, "import", str(file), *words))

    def office(self, *words: str, said: bytes = b"") -> Ended:
        """`rounds-server` with these words."""
        return run([str(PROGRAMS / "rounds-server"), *words], self.environment, said=said)

    def serve(self, *before: str, words: tuple[str, ...] = ()) -> None:
        """Starts serving, on the same port as before if there was one; returns when it answers.

        `before` are the words of a program that starts it, such as strace's.
        """
        log = self.log.open("ab")
        self.server = subprocess.Popen(
            [*before, str(PROGRAMS / "rounds-server"), "serve", "--port", str(self.port)]
            + ["--lang", "en", *words],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
        )
        log.close()
        assert self.server.stdout is not None
        line = self.server.stdout.readline().decode()
        start = line.find("http")
        if start < 0:
            raise Unexpected(f"serve: {line!r} {self.log.read_text()[-600:]}")
        self.url = line[start:].strip().rstrip("./")
        self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ends the server and waits for it: `SIGTERM` asks, `SIGKILL` does not."""
        if self.server is None:
            return 0
        if self.server.poll() is None:
            self.server.send_signal(how)
        status = self.server.wait(SECONDS_MAX)
        assert self.server.stdout is not None
        self.server.stdout.close()
        self.server = None
        return status

    def laptop(self, name: str, role: str = "serviceOfficer") -> Laptop:
        """Adds a person, and enrols and syncs a laptop for them; the server must be serving."""
        done(self.office("account", "add", "--name", name, "--role", role, "--site", "S1"))
        code = done(self.office("device", "invite", name, "--json")).json()["code"]
        laptop = Laptop(self.folder / f"laptop-{name}")
        done(laptop.rounds("enroll", self.url, said=(code + "\n").encode()))
        done(laptop.rounds("sync"))
        return laptop


@dataclass(frozen=True)
class Laptop:
    """A directory in which the real program keeps everything."""

    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        return variables(self.home.parent, ROUNDS_HOME=str(self.home), **more)

    def words(self, *words: str) -> list[str]:
        return [str(PROGRAMS / "rounds"), *words]

    def rounds(self, *words: str, said: bytes = b"") -> Ended:
        """`rounds` with these words, in English."""
        return run(self.words(*words), self.environment(), said=said)

    def visit_file(self, unit: str = "1-101", **more: object) -> Path:
        """A `visit.json` of an ordinary visit; the caller records it as often as it likes."""
        file = self.home.parent / f"visit-{unit}.json"
        file.write_text(json.dumps(ordinary_visit(unit) | more), encoding="utf-8")
        return file

    def visits(self) -> set[str]:
        """Ids of every visit the laptop shows."""
        return {visit["id"] for visit in done(self.rounds("visits", "list", "--json")).json()["visits"]}

    def pending(self) -> int:
        """How many bundles wait to be sent."""
        return done(self.rounds("status", "--json")).json()["pending"]


def ordinary_visit(unit: str = "1-101") -> dict:
    """A visit in the office yesterday morning, with nothing unusual about it."""
    china = datetime.timezone(datetime.timedelta(hours=8))
    day = (datetime.datetime.now(china) - datetime.timedelta(days=1)).date()
    return {
        "household": unit,
        "mode": "office",
        "start": f"{day}T10:00+08:00",
        "end": f"{day}T10:20+08:00",
        "opinions": [{"topic": "cleaning", "kind": "opinion", "text": "电梯间有烟味"}],
        "signature": {"state": "signed"},
        "reasons": {"R1-38": "试验", "R1-39": "试验"},
    }
