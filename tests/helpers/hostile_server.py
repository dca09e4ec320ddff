"""A real web server on loopback that serves a folder, but for the paths where it was told to do something else."""

from __future__ import annotations

import socket
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIECE = b"#" * 65536
HTML = b"<!DOCTYPE html><html><title>Welcome to the guest network</title></html>"


def bomb(bytes_unpacked: int, *, begin: bytes = b"") -> bytes:
    """A little gzip that unpacks to a lot."""
    packer = zlib.compressobj(9, wbits=31)
    return packer.compress(begin) + b"".join(packer.compress(PIECE) for _ in range(bytes_unpacked // len(PIECE))) + packer.flush()


class HostileServer(ThreadingHTTPServer):
    """`folder` is served; `wrong` maps what a path contains to what is done instead."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, folder: Path, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Answering)
        self.folder = folder
        self.wrong: dict[str, Callable[[Answering], None]] = {}
        self.closing = threading.Event()
        self.asked: list[str] = []
        self.address = f"http://{host}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are what this is for."""


class Answering(BaseHTTPRequestHandler):
    """One connection."""

    server: HostileServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        wrong = next((answer for part, answer in self.server.wrong.items() if part in self.path), None)
        if wrong:
            wrong(self)
            return
        path = self.server.folder / self.path.lstrip("/")
        if path.is_file():
            self.body(path.read_bytes())
        else:
            self.status(404)

    def body(self, data: bytes, *, length: str = "", encoding: str = "", status: int = 200) -> None:
        self.send_response(status)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", length or str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def status(self, status: int) -> None:
        self.body(b"no", status=status)

    def redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def truncated(self, data: bytes) -> None:
        self.body(data[: len(data) // 2], length=str(len(data)))
        self.close_connection = True

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        while not self.server.closing.is_set():
            self.wfile.write(PIECE)

    def drip(self, begin: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> None:
        self.close_connection = True
        self.wfile.write(begin)
        while not self.server.closing.wait(0.05):
            self.wfile.write(b" ")

    def silent(self) -> None:
        self.close_connection = True
        self.server.closing.wait()

    def reset(self) -> None:
        """Break the connection off with a reset instead of an end (SO_LINGER of 0 s, socket(7))."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def raw(self, data: bytes) -> None:
        self.close_connection = True
        self.wfile.write(data)


@contextmanager
def hostile_server(folder: Path, host: str = "127.0.0.1") -> Iterator[HostileServer]:
    with HostileServer(folder, host) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="hostile")
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()
