"""A session that plays and scrolls its guide, for the guide's bench: `python -m tests.bench.guide_session WARD SECONDS`, one JSON object.

The kiosk itself, in a window of its own compositor. From the first picture on, the guide's grid is thrown about like by a hand that cannot
stop, both ways, every frame. `stall_ms` is the longest that the main thread did not come back to its events, `frames` how many pictures
the player delivered in `seconds`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk, Options, build
from kiosk.screen import prepare_qt

_BEAT_MS = 2
_WARMING_S, _PATIENCE_S = 3.0, 60.0
_ACROSS_PX_S, _DOWN_PX_S = 2_000, 3_000  # as fast as a hand throws it: two screens across and four down in a second


class Meter(QObject):
    """Opens the guide, throws it about, and tells what the session made of it."""

    def __init__(self, kiosk: Kiosk, seconds: float) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._seconds = seconds
        self._clock, self._since_beat = QElapsedTimer(), QElapsedTimer()
        self._stall_ns = 0
        self._frames_before = 0
        self._area: QQuickItem | None = None
        self._beat = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._come_by)
        kiosk.window.frameSwapped.connect(self._begin, Qt.ConnectionType.SingleShotConnection)
        QTimer.singleShot(round(_PATIENCE_S * 1000), self, self._give_up)

    def _begin(self) -> None:
        shell = self._kiosk.shell
        shell.start()
        shell.open("tv")
        self._kiosk.player.hasPictureChanged.connect(self._open_guide, Qt.ConnectionType.SingleShotConnection)

    def _open_guide(self) -> None:
        self._kiosk.shell.openGuide()
        QTimer.singleShot(round(_WARMING_S * 1000), self, self._start)

    def _start(self) -> None:
        self._area = self._kiosk.window.findChild(QQuickItem, "guideArea")
        if self._area is None or not self._kiosk.guide.days:
            sys.exit("the guide does not open")
        self._frames_before = self._kiosk.player.frames.frames_delivered
        self._clock.start()
        self._since_beat.start()
        self._kiosk.window.frameSwapped.connect(self._throw)
        self._beat.start()
        self._throw()

    def _throw(self) -> None:
        """Move on as far as the time says, at a steady speed and back at each end."""
        area = self._area
        assert area is not None
        now_s = self._clock.elapsed() / 1000
        for name, size, speed in (("contentX", "width", _ACROSS_PX_S), ("contentY", "height", _DOWN_PX_S)):
            length = max(1.0, area.property(f"content{size.title()}") - area.property(size))
            along = now_s * speed % (2 * length)
            area.setProperty(name, min(along, 2 * length - along))

    def _come_by(self) -> None:
        self._stall_ns = max(self._stall_ns, self._since_beat.nsecsElapsed() - _BEAT_MS * 1_000_000)
        self._since_beat.restart()
        if self._clock.elapsed() >= self._seconds * 1000:
            self._end()

    def _end(self) -> None:
        seconds = self._clock.elapsed() / 1000
        frames = self._kiosk.player.frames.frames_delivered - self._frames_before
        print(json.dumps({"stall_ms": self._stall_ns / 1e6, "frames": frames, "seconds": seconds}), flush=True)
        os._exit(0)  # how the kiosk ends is not what is measured

    def _give_up(self) -> None:
        if not self._clock.isValid():
            print("no picture came", file=sys.stderr, flush=True)
            os._exit(1)


def main_of_worker(ward: Path, seconds: float) -> None:
    """Run the kiosk on a ward folder until the meter has told."""
    prepare_qt()
    application = QGuiApplication(["flexcare"])
    kiosk = build(application, ward, Options(10.1))
    meter = Meter(kiosk, seconds)
    application.exec()
    del meter


if __name__ == "__main__":
    main_of_worker(Path(sys.argv[1]), float(sys.argv[2]))
