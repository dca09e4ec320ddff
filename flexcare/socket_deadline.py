"""An end for everything that goes over sockets, however slowly: a server that drips bytes outlives every read timeout."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class SocketDeadline:
    """Shuts the sockets that it watches over when the time is over; `expired` says so."""

    def __init__(self, timeout_s: float) -> None:
        self.expired = False
        self._timer = threading.Timer(timeout_s, self._expire)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time runs from here to the end of the block, which closes every socket."""
        self._timer.start()
        try:
            yield
        finally:
            self._timer.cancel()
            self._timer.join()
            # Here and now: urllib3 leaves it to the garbage collector, and an error that somebody keeps holds the garbage.
            for connection in self._sockets:
                _shut(connection)
                connection.close()

    def over(self, connection: socket.socket | None) -> None:
        """Watch over a new connection."""
        if connection is None:
            return
        with self._lock:
            self._sockets.append(connection)
            if self.expired:
                _shut(connection)

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            for connection in self._sockets:
                _shut(connection)


def _shut(connection: socket.socket) -> None:
    try:
        # On the plain socket, also under TLS: an orderly end would wait for a peer that keeps us waiting already.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return  # closed already, which is as good
