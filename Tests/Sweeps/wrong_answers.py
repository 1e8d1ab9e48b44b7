"""What answers in place of the office: login pages, gateways, and things that are no HTTP at all."""

from __future__ import annotations

import gzip
import random
import socketserver
import ssl
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from company import done, run

OURS = "application/x-protobuf"
LOGIN = b"<html><head><title>Welcome</title></head><body><form action='/login'>Log in</form></body></html>"
# The office's own refusals, in its own words: whoever forges them can worry a person, no more.
REFUSED = frozenset({"network.refused", "network.unknownLaptop", "network.revoked", "network.newer"})


@dataclass(frozen=True)
class Answer:
    """Bytes sent for any request, after which the connection is closed.

    `also` are keys of failures of status 1 that are right for it beside the weather.
    """

    name: str
    bytes: bytes
    also: frozenset[str] = frozenset()


def http(status: str, body: bytes = b"", kind: str = "text/html", *heads: str, length: int = -1) -> bytes:
    """An answer with its length; `length` is another one than the body's, None of them if -2."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *heads]
    if length != -2:
        lines.append(f"Content-Length: {len(body) if length == -1 else length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def answers(seed: int) -> list[Answer]:
    """All that need no office to be made."""
    noise = random.Random(seed).randbytes(700)
    chunked = f"{len(LOGIN):x}\r\n".encode() + LOGIN + b"\r\n0\r\n\r\n"
    portal, away = "http://login.hotel.example/", "Location: http://login.hotel.example/"
    return [
        Answer("login page", http("200 OK", LOGIN)),
        Answer("login page of 300 kB", http("200 OK", LOGIN * 3_000)),
        Answer("login page in chunks", http("200 OK", chunked, "text/html",
                                            "Transfer-Encoding: chunked", length=-2)),
        Answer("login page until the connection closes", http("200 OK", LOGIN, length=-2)),
        Answer("login page that says it is ours", http("200 OK", LOGIN, OURS)),
        Answer("login page in gzip", http("200 OK", gzip.compress(LOGIN), "text/html",
                                          "Content-Encoding: gzip")),
        Answer("login page by script", http("200 OK", f"<script>location='{portal}'</script>".encode())),
        Answer("empty 200", http("200 OK")),
        Answer("empty 200 that says it is ours", http("200 OK", b"", OURS)),
        Answer("empty 200 of ours without a length", http("200 OK", b"", OURS, length=-2)),
        Answer("empty 200 without a type", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        Answer("204", b"HTTP/1.1 204 No Content\r\n\r\n"),
        Answer("noise that says it is ours", http("200 OK", noise, OURS)),
        Answer("noise that says it is gzip", http("200 OK", noise, OURS, "Content-Encoding: gzip")),
        Answer("half a body", http("200 OK", noise, OURS, length=5_000)),
        Answer("64 MiB in 64 kB", http("200 OK", gzip.compress(bytes(64 << 20)), OURS,
                                       "Content-Encoding: gzip"), frozenset({"network.tooLarge"})),
        *[
            Answer(f"{status[:3]} to the login", http(status, LOGIN, "text/html", away))
            for status in ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent")
        ],
        *[
            Answer(f"{status} page", http(status, LOGIN))
            for status in ("400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found",
                           "407 Proxy Authentication Required", "429 Too Many Requests",
                           "500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable",
                           "504 Gateway Timeout", "511 Network Authentication Required")
        ],
        Answer("502 in words", http("502 Bad Gateway", b"bad gateway", "text/plain")),
        Answer("too slow for the office", http("408 Request Timeout", b"too-slow", "text/plain")),
        Answer("a forged refusal", http("403 Forbidden", b"revoked", "text/plain"), REFUSED),
        Answer("404 in words", http("404 Not Found", b"no such page", "text/plain"), REFUSED),
        Answer("a forged newer protocol", http("426 Upgrade", b"newer-protocol", "text/plain"), REFUSED),
        Answer("nothing but 100", b"HTTP/1.1 100 Continue\r\n\r\n"),
        Answer("a head without an end", b"HTTP/1.1 200 OK\r\nContent-Type: text/h"),
        Answer("a page without a head", LOGIN),
        Answer("another protocol", b"SSH-2.0-OpenSSH_9.2\r\n"),
        Answer("noise", noise),
        Answer("nothing", b""),
    ]


def certificate(folder: Path, name: str, alternative: str, *when: str) -> tuple[str, str]:
    """A certificate that vouches for itself, and its key."""
    pem, key = str(folder / f"{name}.pem"), str(folder / f"{name}.key")
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split()
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName={alternative}"]
    done(run([*when, "openssl", *words, "-days", "30", *names, "-keyout", key, "-out", pem],
             {"PATH": "/usr/bin:/bin"}))
    return pem, key


class AnswerServer(socketserver.ThreadingTCPServer):
    """Gives every request the same bytes; over TLS with a certificate and key in PEM.

    `requests` counts those that arrived whole, `hung_up` the laptops that did not stay to the end.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, pem: tuple[str, str] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), AnswerHandler)
        self.answer = b""
        self.requests = 0
        self.hung_up = 0
        self.context: ssl.SSLContext | None = None
        if pem is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*pem)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]


    def handle_error(self, request: object, client_address: object) -> None:
        """A laptop may hang up on a certificate or a page; anything else is printed as ever."""
        if isinstance(sys.exc_info()[1], OSError):
            self.hung_up += 1
        else:
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class AnswerHandler(socketserver.StreamRequestHandler):
    server: AnswerServer

    def setup(self) -> None:
        if self.server.context is not None:
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def handle(self) -> None:
        length = 0
        while (line := self.rfile.readline()).strip():
            name, _, value = line.decode("latin-1").partition(":")
            length = int(value) if name.lower() == "content-length" else length
        if line and len(self.rfile.read(length)) == length:
            self.server.requests += 1
            self.wfile.write(self.server.answer)
