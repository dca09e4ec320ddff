"""Serves a repository's public folder by http: for desks, demos and tests."""

from __future__ import annotations

import functools
import http.server
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
def serving(folder: Path, bind: str = "127.0.0.1", port: int = 0) -> Iterator[Served]:
    """Serve a folder's files from a thread; raises `RepositoryUnusable` where the port is not to be had."""
    try:
        server = http.server.ThreadingHTTPServer((bind, port), functools.partial(_Files, directory=str(folder)))
    except OSError as error:
        raise RepositoryUnusable(
            f"nothing can be served there: {error.strerror}", place=f"{bind}:{port}", cure="choose another --port"
        ) from error
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="serving")
        thread.start()
        try:
            yield Served(f"http://{bind}:{server.server_port}/", thread)
        finally:
            server.shutdown()
            thread.join()


class _Files(http.server.SimpleHTTPRequestHandler):
    """Files alone: no list of a folder, no line for each request."""

    protocol_version = "HTTP/1.1"
    timeout = _TIMEOUT_S

    def list_directory(self, path: object) -> None:
        del path
        self.send_error(http.HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing: who asked for what is nobody's business."""
