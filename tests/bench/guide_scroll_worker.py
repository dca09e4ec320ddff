"""Plays in a real session and scrolls its guide while a guide is imported; prints one JSON object.

`python -m tests.bench.guide_scroll_worker WARD JOB SECONDS`: the ward folder has a guide, and a film on its first channel; the job is one
of `flexcare.guide.job`, done by the supervisor's own command.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from deploy.tour.snapshot import shown
from flexcare.clock import SystemClock
from flexcare.supervisor.importer import COMMAND
from kiosk.app import Kiosk, Options, build, prepare_qt
from tests.bench.guide_maker import FIRST

FRAMES_A_SECOND = 50
WARMING_S = 3.0
PATIENCE_S = 60.0
LOOK_MS = 2
FLICK_MS = 600
FLICKS = ((0.0, -3200.0), (-2600.0, 0.0), (-1800.0, -2400.0), (0.0, 3000.0), (1500.0, -2800.0), (0.0, -3600.0), (-3000.0, 900.0))
"""Pixels a second, as of a hand in a hurry."""


class Then(SystemClock):
    """The machine's clock, put to the days of the guide."""

    def __init__(self) -> None:
        self._ahead = FIRST + timedelta(days=3, hours=19) - super().now()

    def now(self) -> datetime:
        return super().now() + self._ahead


class Stall(QObject):
    """How long the main thread did not come round to anything else, and how much of that it worked itself."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self.busiest_ms = 0.0
        self._last = (time.monotonic(), time.thread_time())
        self._timer = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now = (time.monotonic(), time.thread_time())
        self.longest_ms = max(self.longest_ms, (now[0] - self._last[0]) * 1000 - LOOK_MS)
        self.busiest_ms = max(self.busiest_ms, (now[1] - self._last[1]) * 1000)
        self._last = now


class Scroll(QObject):
    """Flicks the guide for so many seconds over a playing channel, and tells what became of both."""

    def __init__(self, kiosk: Kiosk, job: Path, seconds: float) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._job = job
        self._seconds = seconds
        self._flicks = 0
        self._rows: set[int] = set()
        self._stall: Stall | None = None
        self._timer = QTimer(self, interval=FLICK_MS)
        self._timer.timeout.connect(self._flick)
        kiosk.player.hasPictureChanged.connect(self._begin, Qt.ConnectionType.SingleShotConnection)
        QTimer.singleShot(round(PATIENCE_S * 1000), self, self._give_up)
        kiosk.shell.start()
        kiosk.shell.open("tv")

    def _begin(self) -> None:
        self._kiosk.shell.openGuide()
        QTimer.singleShot(round(WARMING_S * 1000), self, self._count)

    def _count(self) -> None:
        self._area = next(item for item in shown(self._kiosk.window.contentItem()) if item.objectName() == "guideArea")
        self._import = subprocess.Popen([*COMMAND, str(self._job)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._before, self._began_s = self._kiosk.player.frames.frames_delivered, time.monotonic()
        self._stall = Stall()
        self._timer.start()
        end = QTimer(self, interval=round(self._seconds * 1000), singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        end.timeout.connect(self._end)
        end.start()

    def _flick(self) -> None:
        x, y = FLICKS[self._flicks % len(FLICKS)]
        self._flicks += 1
        self._rows.add(round(float(self._area.property("contentY"))))
        QMetaObject.invokeMethod(self._area, "flick", Q_ARG(float, x), Q_ARG(float, y))

    def _give_up(self) -> None:
        if self._stall is None:
            sys.exit("no picture came")

    def _end(self) -> None:
        assert self._stall is not None
        passed_s = time.monotonic() - self._began_s
        frames = self._kiosk.player.frames.frames_delivered - self._before
        importing = self._import.poll() is None
        self._import.kill()
        self._import.wait()
        told = {
            "delivered": frames / (FRAMES_A_SECOND * passed_s),
            "stall_ms": self._stall.longest_ms,
            "busy_ms": self._stall.busiest_ms,
            "flicks": self._flicks,
            "places": len(self._rows),
            "slots": len(_slots(self._kiosk)),
            "importing": importing,
        }
        print(json.dumps(told), flush=True)
        QGuiApplication.quit()


def _slots(kiosk: Kiosk) -> list[QQuickItem]:
    return [item for item in shown(kiosk.window.contentItem()) if item.objectName() == "programme"]


def main() -> None:
    """Play, scroll, import, tell."""
    prepare_qt()
    application = QGuiApplication(["bench"])
    kiosk = build(application, Path(sys.argv[1]), Options(10.1), Then())
    scroll = Scroll(kiosk, Path(sys.argv[2]), float(sys.argv[3]))
    application.exec()
    del scroll
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
