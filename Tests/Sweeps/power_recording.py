"""Programs at work under `recorder.c`, for the sweep of power cuts.

A recording is a folder with `before` (the directory as it was), `trace` (what `recorder.c` saw),
`after` (what the programs left: it tells whether the trace misses anything) and the directory itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from company import Ended, Laptop, done, run

HERE = Path(__file__).resolve().parent
# Images are many and of no use after a second: in memory, where there is a place for files there.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


@dataclass(frozen=True)
class Recording:
    """`matters`: how names begin, relative to `directory`, of which images are made."""

    name: str
    folder: Path
    matters: tuple[str, ...]
    trace_name: str = "trace"

    @property
    def directory(self) -> Path:
        return self.folder / "directory"

    @property
    def trace(self) -> Path:
        return self.folder / self.trace_name

    @property
    def before(self) -> Path:
        return self.folder / "before"

    @property
    def after(self) -> Path:
        return self.folder / "after"


def not_files(directory: str, names: list[str]) -> list[str]:
    """Sockets cannot be copied, and no power cut keeps them."""
    paths = [Path(directory) / name for name in names]
    return [path.name for path in paths if not path.is_file() and not path.is_dir()]


class Recorder:
    """The recorder and one recording. What is run with its `variables` between `begin` and `end` counts."""

    def __init__(self, library: Path, recording: Recording) -> None:
        self.recording = recording
        self.variables = {
            "LD_PRELOAD": str(library),
            "ROUNDS_RECORD_BELOW": os.path.realpath(recording.directory),
            "ROUNDS_RECORD_TO": str(recording.trace),
        }

    def begin(self) -> None:
        shutil.copytree(self.recording.directory, self.recording.before, ignore=not_files)

    def end(self) -> None:
        shutil.copytree(self.recording.directory, self.recording.after, ignore=not_files)

    def rounds(self, laptop: Laptop, *words: str, said: str = "") -> Ended:
        """`rounds`, recorded; it has no reason to fail."""
        return done(run(laptop.words(*words), laptop.environment(**self.variables), said=said.encode()))


def build(folder: Path) -> Path:
    """Builds `recorder.c`.

    Raises:
        Unexpected: gcc said no.
    """
    library = folder / "recorder.so"
    words = ["gcc", "-O2", "-shared", "-fPIC", "-o", str(library), str(HERE / "recorder.c")]
    done(run([*words, "-lpthread", "-ldl"], {"PATH": os.environ["PATH"]}))
    return library


def make(
    library: Path, recording: Recording, work: Callable[[Recorder, int], None], rounds: int
) -> Recording:
    """Records work where `recording` says, which is new."""
    recording.folder.mkdir()
    recorder = Recorder(library, recording)
    work(recorder, rounds)
    recorder.end()
    return recording
