"""One run of a program under strace: its system calls counted, or a fault put into one of them.

How strace counts, and what a sweep must know of it: `when=K` is counted for each system call by
name and for each thread on its own. A `Point` therefore names a call as "the K-th `pwrite64` of a
thread": for a program with one working thread, such as `rounds`, the points of one clean run are
all its calls, each exactly once. For a program with several (`rounds-server`) two threads can have
a K-th call of one name, and then the one that is first in time is hit; so either only calls on the
company's own files are counted (`files`), or strace watches a few threads alone (`attach`).

A killed call is not carried out: the kernel skips it when a fatal signal waits at its entry. Killing
at every index thus stops the program before each call, and with that after each one before it.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

# All that can change what others see of a program, or wait for them, and all that reads what is
# there. Looking at a file's facts (stat) and at the clock is left out.
COUNTED = (
    "open openat creat read readv pread64 preadv write writev pwrite64 pwritev fsync fdatasync"
    " sync_file_range ftruncate truncate fallocate rename renameat renameat2 unlink unlinkat link"
    " linkat symlink mkdir mkdirat rmdir chmod fchmod close fcntl flock socket connect bind listen"
    " accept4 sendto sendmsg recvfrom recvmsg keyctl add_key exit_group"
).split()

_LINE = re.compile(r"(\d+) +(\w+)\((.*)")
_PATH = re.compile(r'<(/[^>]*)>|"(/[^"]*)"')


@dataclass(frozen=True)
class Call:
    """One call of a counted run: the `number`-th (from 1) of this name in this thread."""

    thread: int
    name: str
    number: int
    # Files that it names or whose descriptor it uses; only where they were asked for.
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Trace:
    """What strace shall watch, and what it shall do to it.

    `log` is where it writes; `fault` an effect in strace's words such as `signal=KILL` or
    `error=EIO`, put into the `number`-th call `name`, and into all later ones too if `stays`.
    Without a `fault` everything counted is logged. With `files` only calls on these count.
    """

    log: Path
    fault: str = ""
    name: str = ""
    number: int = 0
    stays: bool = False
    files: tuple[str, ...] = ()
    shows_paths: bool = False

    def _options(self) -> list[str]:
        names = [self.name] if self.fault else [f"?{name}" for name in COUNTED]
        words = ["-o", str(self.log), "-e", "trace=" + ",".join(names), "-e", "signal=none"]
        if self.shows_paths:
            words.append("-y")
        for file in self.files:
            words += ["-P", file]
        if self.fault:
            when = f"{self.number}{'+' if self.stays else ''}"
            words += ["-e", f"inject={self.name}:{self.fault}:when={when}"]
        return words

    def before(self) -> list[str]:
        """The words to put before a program's own; it ends as the program would have."""
        # A filter in the kernel stops only the calls asked for, which is faster; but strace then
        # gives no signal at their entry.
        faster = [] if self.fault.startswith("signal") else ["--seccomp-bpf"]
        return ["strace", "-f", *faster, "-qq", *self._options()]

    def attach(self, tasks: list[int], *, follow: bool) -> subprocess.Popen[str]:
        """Watches running threads, and with `follow` the others of their process; returns when it does.

        Raises:
            OSError: strace could not attach, with its words.
        """
        words = ["strace", *(["-f"] if follow else []), *self._options()]
        for task in tasks:
            words += ["-p", str(task)]
        strace = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        assert strace.stderr is not None
        for _ in tasks:
            line = strace.stderr.readline()
            # A thread that ended meanwhile makes no more calls, so that nothing is missed.
            if "attached" not in line and "No such process" not in line:
                strace.wait()
                raise OSError(f"strace: {line.strip()}")
        return strace

    def calls(self) -> list[Call]:
        """The logged calls in the order of their beginnings."""
        numbers: Counter[tuple[int, str]] = Counter()
        calls = []
        for line in self.log.read_text(errors="replace").splitlines():
            found = _LINE.match(line) or _LINE.match("0 " + line)
            if found is None:
                continue
            thread, name = int(found[1]), found[2]
            numbers[thread, name] += 1
            paths = tuple(one or other for one, other in _PATH.findall(found[3]))
            calls.append(Call(thread, name, numbers[thread, name], paths))
        return calls

    def hits(self) -> int:
        """How often the fault took effect: 0 if the program ended, or went another way, before."""
        reached = sum(call.number >= self.number for call in self.calls())
        return reached if self.stays else min(reached, 1)
