"""One end of the socketpair between a session and a visit: whole packets in and out, and never a wait."""

from __future__ import annotations

import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from kiosk.web.words import WORD_MAX_BYTES


class Wire(QObject):
    """Hands on what comes. `hear(b"")` is the other end's death, told once; after that nothing is heard or said."""

    def __init__(self, end: socket.socket, hear: Callable[[bytes], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = end
        self._hear = hear
        end.setblocking(False)
        self._reader = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)

    def say(self, packet: bytes) -> bool:
        """False where the other end does not listen: it is gone, or it is full of what was said before."""
        try:
            self._socket.send(packet)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Hear and say nothing any more."""
        self._reader.setEnabled(False)
        self._socket.close()

    @Slot()
    def _read(self) -> None:
        try:
            packet = self._received()
        except BlockingIOError:
            return
        except OSError:
            packet = b""
        if not packet:
            self._reader.setEnabled(False)
        self._hear(packet)

    def _received(self) -> bytes:
        try:
            return self._socket.recv(WORD_MAX_BYTES + 1)
        except ConnectionResetError:
            # It ended with something of ours unread. That is told once, before what it said last (unix(7) does not say so; it is seen).
            return self._socket.recv(WORD_MAX_BYTES + 1)
