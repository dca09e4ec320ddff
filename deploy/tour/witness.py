"""The session's own program, with a witness in it: `python -m deploy.tour.witness --ward DIR --socket FD`.

It runs what `python -m kiosk` runs and tells, over a socket that its starter made, what is on the screen whenever that
changes. It only looks; every touch and key comes from outside, through the compositor.
"""

from __future__ import annotations

import argparse
import socket
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from deploy.tour.snapshot import Snapshot, take
from kiosk.app import Kiosk, Options, build, prepare_qt

LOOK_EVERY_MS = 60


class Report(msgspec.Struct, frozen=True):
    """What the witness tells: a snapshot, and whether it was the same one look ago."""

    snapshot: Snapshot
    steady: bool


class Witness(QObject):
    """Looks at a session soon after each of its frames and tells what changed."""

    def __init__(self, kiosk: Kiosk, channel: socket.socket) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._channel = channel
        self._last: Report | None = None
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        kiosk.window.frameSwapped.connect(self._soon, Qt.ConnectionType.QueuedConnection)
        kiosk.player.stateChanged.connect(self._soon)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        now = take(self._kiosk)
        report = Report(now, steady=self._last is not None and self._last.snapshot == now)
        if report != self._last:
            self._last = report
            self._channel.sendall(msgspec.json.encode(report) + b"\n")
            self._soon()


def main() -> int:
    """Show the session and witness it until the starter goes away."""
    parser = argparse.ArgumentParser(prog="witness")
    parser.add_argument("--ward", type=Path, required=True)
    parser.add_argument("--diagonal", type=float, required=True)
    parser.add_argument("--socket", type=int, required=True)
    arguments = parser.parse_args()
    prepare_qt()
    application = QGuiApplication(["flexcare"])
    kiosk = build(application, arguments.ward, Options(arguments.diagonal))
    kiosk.window.frameSwapped.connect(kiosk.player.prepare, Qt.ConnectionType.SingleShotConnection)
    with socket.socket(fileno=arguments.socket) as channel:
        witness = Witness(kiosk, channel)
        code = application.exec()
        del witness
    kiosk.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
