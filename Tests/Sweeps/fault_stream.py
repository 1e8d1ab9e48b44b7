"""The bytes of one connection through a `fault_proxy`, and the strike of its script on them."""

from __future__ import annotations

import select
import socket
import struct
import threading
import time

from fault_script import Passage

# Closing with this set sends RST in place of FIN and drops what is still on its way.
RESET = struct.pack("ii", 1, 0)


class Stream:
    """Both directions of one connection, in one thread."""

    def __init__(
        self,
        client: socket.socket,
        office: socket.socket,
        passage: Passage,
        answers: list[bytes] | None,
    ) -> None:
        self.client, self.office, self.passage, self.answers = client, office, passage, answers
        self.script = passage.script
        self.position = {"request": 0, "answer": 0}
        self.is_answering = False
        self.began = time.monotonic()

    def run(self, stop: threading.Event) -> str:
        """Passes bytes until the script or an end closes; gives the reason in words."""
        if self.script.delay:
            stop.wait(self.script.delay)
        open_sides = {self.client: ("request", self.office), self.office: ("answer", self.client)}
        while open_sides:
            ready, _, _ = select.select(list(open_sides), [], [], 0.5)
            if stop.is_set():
                return "the proxy was closed"
            for source in ready:
                side, target = open_sides[source]
                bytes_ = source.recv(self.script.piece)
                if not bytes_:
                    del open_sides[source]
                    if side == "answer":
                        return "the office closed"
                    target.shutdown(socket.SHUT_WR)
                    continue
                ended = self._pass(side, target, bytearray(bytes_), stop)
                if ended is not None:
                    return ended
        return "the laptop closed"

    def _pass(
        self, side: str, target: socket.socket, bytes_: bytearray, stop: threading.Event
    ) -> str | None:
        script, first = self.script, self.position[side]
        strikes = script.side == side and first <= script.at < first + len(bytes_)
        keep = len(bytes_)
        self.passage.is_struck |= strikes and script.kind != "fair"
        if strikes and script.kind == "flip":
            bytes_[script.at - first] ^= 1 << script.bit
        elif strikes and script.kind in ("fin", "reset", "hole"):
            keep = script.at - first
        passed = sum(self.position.values())
        is_spent = script.total > 0 and passed + keep >= script.total
        if is_spent:
            keep = script.total - passed
        target.sendall(bytes_[:keep])
        self.position[side] += keep
        self._count(side, bytes(bytes_[:keep]))
        if script.rate:
            late = self.began + script.delay + sum(self.position.values()) / script.rate
            stop.wait(max(0.0, late - time.monotonic()))
        if strikes and script.kind == "hole":
            return self._hold(stop)
        if is_spent or strikes and script.kind in ("fin", "reset"):
            if script.kind == "reset":
                reset(self.client)
                reset(self.office)
            return "cut by the script"
        return None

    def _count(self, side: str, bytes_: bytes) -> None:
        if side == "request":
            self.passage.sent += len(bytes_)
            self.is_answering = False
            return
        if not self.is_answering:
            self.passage.answers.append(0)
            if self.answers is not None:
                self.answers.append(b"")
        self.is_answering = True
        self.passage.answers[-1] += len(bytes_)
        if self.answers is not None:
            self.answers[-1] += bytes_

    def _hold(self, stop: threading.Event) -> str:
        """Keeps both ends open and silent until the laptop has had enough."""
        watch = select.poll()
        watch.register(self.client, select.POLLRDHUP)
        while not watch.poll(500):
            if stop.is_set():
                return "the proxy was closed"
        return "the laptop gave up"


def reset(end: socket.socket) -> None:
    """Closes with RST."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    end.close()
