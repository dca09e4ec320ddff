"""Somebody who looks on inside a browser's process: tells a test where it is and what it opened, and passes on touches of Qt's own.

One line of JSON a message, over a socket; the test asks and is answered, so nothing is waited for by the clock.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

Told = dict[str, Any]


class Onlooker(QObject):
    """Answers a test's questions about this process. `go` is what it does when it is told to go somewhere."""

    def __init__(self, end: socket.socket, window: Callable[[], QWindow], go: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = end
        self._window, self._go = window, go
        self._finger = QTest.createTouchDevice()
        self._text = b""
        self.been: list[str] = []
        end.setblocking(True)
        self._reader = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)

    def at(self, address: str) -> None:
        """Note where the page is."""
        self.been.append(address)

    def _read(self) -> None:
        data = self._socket.recv(65536)
        if not data:
            self._reader.setEnabled(False)
            return
        *lines, self._text = (self._text + data).split(b"\n")
        for line in lines:
            self._obey(json.loads(line))

    def _obey(self, order: Told) -> None:
        if "go" in order:
            self._go(order["go"])
        if "touch" in order:
            self._touch(order["touch"])
        # After everything that is under way now.
        QTimer.singleShot(0, lambda: self._answer())

    def _answer(self) -> None:
        windows = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
        told = {"been": list(self.been), "windows": [each.title() or type(each).__name__ for each in windows]}
        self.been.clear()
        self._socket.sendall(json.dumps(told).encode() + b"\n")

    def _touch(self, paths: list[list[list[int]]]) -> None:
        """Fingers that go from point to point together, and leave."""
        window = self._window()
        for step in range(len(paths[0]) + 1):
            sequence = QTest.touchEvent(window, self._finger)
            for finger, path in enumerate(paths):
                if step == 0:
                    sequence.press(finger, QPoint(*path[0]), window)
                elif step < len(path):
                    sequence.move(finger, QPoint(*path[step]), window)
                else:
                    sequence.release(finger, QPoint(*path[-1]), window)
            sequence.commit()
