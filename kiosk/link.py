"""The session's end of the socket to its supervisor: whole messages in and out, and never a wait.

The supervisor is what clears a session. Where it is gone, or says what is no message, nothing of the session may stay: the
process leaves at once.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

from flexcare.session.messages import (
    COUNT_MAX,
    MESSAGE_MAX_BYTES,
    FromSession,
    Heartbeat,
    Nonsense,
    Ready,
    StreamTrouble,
    ToSession,
    encode,
    to_session,
)

HEARTBEAT_MS = 1000
LEFT_BY_SUPERVISOR = 70
"""The exit code where the supervisor is gone or talks nonsense."""


class Link(QObject):
    """Says messages, and hands on what the supervisor says together with the file descriptor that came with it, if any.

    Whoever listens owns that descriptor. A message that finds the socket full waits for room, and only the latest of its kind waits;
    a heartbeat does not wait: the next one says the same.
    """

    def __init__(self, descriptor: int, hear: Callable[[ToSession, int | None], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear = hear
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)
        self._socket.set_inheritable(False)
        self._waiting: dict[type[FromSession], FromSession] = {}
        self._reader = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._writer = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(self._write)
        self._heart = QTimer(self, interval=HEARTBEAT_MS)
        self._heart.timeout.connect(self._beat)

    def begin(self) -> None:
        """Say Ready, and from now on every second that the event loop turns."""
        self.say(Ready())
        self._heart.start()

    def say(self, message: FromSession) -> None:
        """Send a message now, or as soon as there is room."""
        kind = type(message)
        before = self._waiting.pop(kind, None)
        if isinstance(message, StreamTrouble) and isinstance(before, StreamTrouble):
            message = StreamTrouble(min(before.count + message.count, COUNT_MAX))
        self._waiting[kind] = message
        self._write()

    def close(self) -> None:
        """Say and hear nothing any more."""
        self._heart.stop()
        self._reader.setEnabled(False)
        self._writer.setEnabled(False)
        self._socket.close()

    @Slot()
    def _beat(self) -> None:
        if not self._waiting:
            self._send(Heartbeat())

    @Slot()
    def _write(self) -> None:
        while self._waiting:
            kind, message = next(iter(self._waiting.items()))
            if not self._send(message):
                break
            del self._waiting[kind]
        self._writer.setEnabled(bool(self._waiting))

    def _send(self, message: FromSession) -> bool:
        """False where the socket is full."""
        try:
            self._socket.send(encode(message))
        except BlockingIOError:
            return False
        except OSError:
            _leave()
        return True

    @Slot()
    def _read(self) -> None:
        try:
            packet, descriptors, _, _ = socket.recv_fds(self._socket, MESSAGE_MAX_BYTES + 1, 1, socket.MSG_CMSG_CLOEXEC)
        except BlockingIOError:
            return
        except OSError:
            _leave()
        try:
            message = to_session(packet)
        except Nonsense:
            _leave()
        self._hear(message, descriptors[0] if descriptors else None)


def _leave() -> NoReturn:
    """End the process without a farewell: no handler, no thread and no exit hook can hold it up."""
    os._exit(LEFT_BY_SUPERVISOR)
