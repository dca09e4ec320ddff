"""A real web server on loopback that misbehaves on demand: slow, endless, circular, packed to burst."""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD = b"#EXTM3U\n#EXTINF:-1 tvg-chno=7,One\nudp://239.1.1.1:5000\n"
_PIECE = b"#" * 65536


class MisbehavingServer(ThreadingHTTPServer):
    """Serves the paths of `_Handler`; knows what it sent, and stops sending when it is closed."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tls = tls
        self.closing = threading.Event()
        self.sent_bytes = 0
        self.asked: list[str] = []

    def finish_request(self, request: Any, client_address: Any) -> None:
        if not self.tls:
            super().finish_request(request, client_address)
            return
        try:
            secure = self.tls.wrap_socket(request, server_side=True)
        except OSError:  # the client did not like the certificate
            return
        with secure:
            super().finish_request(secure, client_address)

    def address(self, path: str) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: MisbehavingServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        pages: dict[str, Callable[[], None]] = {
            "/good": self._good,
            "/gzip": self._gzip,
            "/bomb": self._bomb,
            "/endless": self._endless,
            "/drip": self._drip,
            "/drip-headers": self._drip_headers,
            "/silent": self._silent,
            "/loop": lambda: self._redirect("/loop"),
            "/endless-redirect": self._endless_redirect,
            "/moved": lambda: self._redirect("/good"),
            "/to-file": lambda: self._redirect("file:///etc/hostname"),
            "/short": self._short,
            "/brotli": lambda: self._answer(GOOD, "br"),
            "/broken-gzip": lambda: self._answer(b"\x1f\x8bnonsense", "gzip"),
            "/login": lambda: self.send_error(403),
            "/web": lambda: self._answer(b"<!DOCTYPE html><title>Portal</title>"),
        }
        try:
            pages.get(self.path, lambda: self.send_error(404))()
        except ConnectionError:
            self.close_connection = True

    def _answer(self, body: bytes, encoding: str = "") -> None:
        self.send_response(200)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _good(self) -> None:
        self._answer(GOOD)

    def _gzip(self) -> None:
        self._answer(gzip.compress(GOOD), "gzip")

    def _bomb(self) -> None:
        self._answer(gzip.compress(b"#" * 20_000_000), "gzip")

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._send_for_ever(_PIECE, 0)

    def _endless_redirect(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/good")
        self.end_headers()
        self._send_for_ever(_PIECE, 0)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._send_for_ever(b"#", 0.02)

    def _drip_headers(self) -> None:
        self._send_for_ever(b"X", 0.02)

    def _silent(self) -> None:
        self.server.closing.wait()

    def _short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(GOOD)

    def _send_for_ever(self, piece: bytes, pause_s: float) -> None:
        while not self.server.closing.wait(pause_s):
            self.wfile.write(piece)
            self.server.sent_bytes += len(piece)


@contextmanager
def misbehaving_server(tls: ssl.SSLContext | None = None) -> Iterator[MisbehavingServer]:
    """Serve on a port of its own until the block ends; no thread is left then."""
    with MisbehavingServer(tls) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()
