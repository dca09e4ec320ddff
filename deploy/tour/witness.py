"""The session's own program, with a witness in it: what the supervisor of `deploy.tour.supervised` starts in its sandbox.

It runs what `python -m kiosk` runs and tells, over a socket that the tour made, what is on the screen whenever that
changes. It only looks; every touch and key comes from outside, through the compositor.
"""

from __future__ import annotations

import socket
import sys
import time
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from deploy.tour.snapshot import Snapshot, take
from kiosk.__main__ import options, parser
from kiosk.app import Kiosk, run

LOOK_EVERY_MS = 60


class Report(msgspec.Struct, frozen=True, tag="session"):
    """What the witness tells: a snapshot, and whether it was the same one look ago.

    in_reach: whether a pointer has reached the session, so that a touch would. shown: whether the
    session is the one on the screen. slot: its workspace. born: a number that no other session has. painted_ns: when it
    painted its first frame after it was shown, of CLOCK_MONOTONIC, or 0. let_go: how often a finger was taken away from it.
    """

    snapshot: Snapshot
    steady: bool
    in_reach: bool
    shown: bool
    slot: int
    born: int
    painted_ns: int
    let_go: int


class Witness(QObject):
    """Looks at a session soon after each of its frames and tells what changed."""

    def __init__(self, kiosk: Kiosk, channel: socket.socket, slot: int) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._channel = channel
        self._slot = slot
        self._last: Report | None = None
        self._born = time.monotonic_ns()
        self._painted_ns = 0
        self._in_reach = False
        self._let_go = 0
        kiosk.window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        kiosk.window.frameSwapped.connect(self._note_frame, Qt.ConnectionType.DirectConnection)
        kiosk.window.frameSwapped.connect(self._soon, Qt.ConnectionType.QueuedConnection)
        kiosk.player.stateChanged.connect(self._soon)
        self._soon()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice a pointer, and when it lets go; no event ends here."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._let_go += 1
            self._soon()
        if not self._in_reach and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Enter, QEvent.Type.HoverMove):
            self._in_reach = True
            self._soon()
        return False

    def _note_frame(self) -> None:
        """In the thread that paints."""
        if not self._painted_ns and self._kiosk.life.is_live:
            self._painted_ns = time.monotonic_ns()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        now = take(self._kiosk)
        same = self._last is not None and self._last.snapshot == now
        live = self._kiosk.life.is_live
        report = Report(
            now,
            steady=same,
            in_reach=self._in_reach,
            shown=live,
            slot=self._slot,
            born=self._born,
            painted_ns=self._painted_ns,
            let_go=self._let_go,
        )
        if report != self._last:
            self._last = report
            self._channel.sendall(msgspec.json.encode(report) + b"\n")
            self._soon()


def main() -> int:
    """Show the session and witness it until it ends."""
    words = parser()
    words.add_argument("--witness", type=Path, required=True)
    arguments = words.parse_args()
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(str(arguments.witness))
    witnesses: list[Witness] = []
    told = replace(options(arguments), visit=("-m", "deploy.tour.visit_witness", "--witness", str(arguments.witness)))
    return run(arguments.ward, told, lambda kiosk: witnesses.append(Witness(kiosk, channel, arguments.slot or 0)))


if __name__ == "__main__":
    sys.exit(main())
