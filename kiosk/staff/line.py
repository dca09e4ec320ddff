"""The staff program's end of the socket to the supervisor. Where that is gone, the program leaves at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from flexcare.staff.messages import MESSAGE_MAX_BYTES, FromStaff, ToStaff, encode, to_staff
from flexcare.staff.words import NotStaff

LEFT_BY_SUPERVISOR = 70


class Line(QObject):
    """Says what staff do, and hands on what the supervisor answers."""

    def __init__(self, descriptor: int, hear: Callable[[ToStaff], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear = hear
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)
        self._socket.set_inheritable(False)
        self._reader = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)

    def say(self, word: FromStaff) -> None:
        """Send a message; the supervisor reads faster than anybody can touch."""
        try:
            self._socket.send(encode(word))
        except OSError:
            _leave()

    def close(self) -> None:
        """Say and hear nothing any more."""
        self._reader.setEnabled(False)
        self._socket.close()

    @Slot()
    def _read(self) -> None:
        try:
            packet = self._socket.recv(MESSAGE_MAX_BYTES + 1)
        except BlockingIOError:
            return
        except OSError:
            _leave()
        try:
            word = to_staff(packet)
        except NotStaff:
            _leave()
        self._hear(word)


def _leave() -> NoReturn:
    """End the process without a farewell."""
    os._exit(LEFT_BY_SUPERVISOR)
