"""Serves a repository's public folder by http: for desks, demos and tests."""

from __future__ import annotations

import functools
import http.server
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flexcare.errors import RepositoryUnusable

_TIMEOUT_S = 30


class Served:
    """A folder while it is served; `str()` is its address."""

    def __init__(self, address: str, thread: threading.Thread) -> None:
        self._address = address
        self._thread = thread

    def __str__(self) -> str:
        return self._address

    def wait(self) -> None:
        """Wait until the serving ends, or the keyboard interrupts."""
        self._thread.join()


@contextmanager
def serving(folder: Path, bind: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None) -> Iterator[Served]:
    """Serve a folder's files from a thread, by https where `tls` has a certificate.

    Raises `RepositoryUnusable` where the port is not to be had.
    """
    try:
        server = _Server((bind, port), functools.partial(_Files, directory=str(folder)))
    except OSError as error:
        raise RepositoryUnusable(
            f"nothing can be served there: {error.strerror}", place=f"{bind}:{port}", cure="choose another --port"
        ) from error
    if tls:
        # The greeting is the visitor's own thread's: one that says nothing keeps nobody else waiting.
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="serving")
        thread.start()
        try:
            yield Served(f"{'https' if tls else 'http'}://{bind}:{server.server_port}/", thread)
        finally:
            server.shutdown()
            thread.join()


def certificate(path: Path, key: Path) -> ssl.SSLContext:
    """What a server shows to prove who it is; raises `RepositoryUnusable`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(path, key)
    except (OSError, ssl.SSLError) as error:
        raise RepositoryUnusable(
            "the certificate cannot be used", place=str(path), cure="name a PEM file, and its key with --key"
        ) from error
    return context


class _Server(http.server.ThreadingHTTPServer):
    """A visitor who hangs up or does not believe the certificate is no fault of ours."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Files(http.server.SimpleHTTPRequestHandler):
    """Files alone: no list of a folder, no line for each request."""

    protocol_version = "HTTP/1.1"
    timeout = _TIMEOUT_S

    def list_directory(self, path: object) -> None:
        del path
        self.send_error(http.HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing: who asked for what is nobody's business."""
