#!/usr/bin/env python3
"""A TCP proxy that spoils what passes: one script for each connection, drawn from a seed.

The kernel here cannot delay, flip or cut packets, and HTTP libraries repair what they can; so the
faults are made on the byte stream, between the real laptop and the real office. A script says which
byte of which direction it strikes and how. TCP itself never doubles bytes, so neither does this.

As a program it stands before a server of yours and prints what it does:

    fault_proxy.py --office 8080 --seed 7
"""

from __future__ import annotations

import argparse
import random
import signal
import socket
import threading
from collections.abc import Callable

from fault_script import Passage, Script, draw
from fault_stream import Stream, reset


class FaultProxy:
    """Listens on a free port of the loopback until `close`.

    `choose` gives the script of the connection with that number. `office` is the port passed on to;
    it may be changed between connections. `passages` grows by one with each connection; one that has
    ended changes no more, and is given to `told`.
    """

    def __init__(
        self,
        office: int,
        choose: Callable[[int], Script] = lambda number: Script(),
        told: Callable[[Passage], None] = lambda passage: None,
    ) -> None:
        self.office = office
        self.choose = choose
        self.told = told
        self.passages: list[Passage] = []
        self.answers: list[bytes] | None = None  # keeps every answer stream if set to a list
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._stop = threading.Event()
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def close(self) -> None:
        """Ends listening and every connection; returns when their threads have ended."""
        self._stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._listener.close()
        self.settle()

    def settle(self) -> None:
        """Waits until every connection so far has ended."""
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                if self._stop.is_set():
                    return
                raise
            number = len(self.passages)
            passage = Passage(number, self.choose(number))
            self.passages.append(passage)
            thread = threading.Thread(target=self._serve, args=(client, passage), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, client: socket.socket, passage: Passage) -> None:
        with client:
            passage.end = self._end(client, passage)
        self.told(passage)

    def _end(self, client: socket.socket, passage: Passage) -> str:
        if passage.script.kind == "refuse":
            passage.is_struck = True
            reset(client)
            return "refused"
        try:
            office = socket.create_connection(("127.0.0.1", self.office))
        except ConnectionRefusedError:
            reset(client)
            return "nobody at the office"
        with office:
            for one in (client, office):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                return Stream(client, office, passage, self.answers).run(self._stop)
            except (ConnectionResetError, BrokenPipeError) as fault:
                # A laptop that gave up, or an office that refused what came.
                return f"an end was gone ({fault.strerror})"


def main() -> None:
    words = argparse.ArgumentParser(description="a proxy that spoils what passes")
    words.add_argument("--office", type=int, required=True, help="port of the server on this machine")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--sent", type=int, default=1_500, help="bytes of an ordinary request")
    words.add_argument("--answered", type=int, default=2_500, help="bytes of an ordinary answer")
    given = words.parse_args()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    dice = random.Random(given.seed)
    proxy = FaultProxy(
        given.office, lambda number: draw(dice, given.sent, given.answered),
        lambda passage: print(passage, flush=True),
    )
    print(f"{proxy.url}, seed {given.seed}; ends with SIGTERM or SIGINT", flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    proxy.close()


if __name__ == "__main__":
    main()
