"""The question whether somebody is still there: shown and counted down here, asked and decided by the supervisor."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock

QML_IMPORT_NAME = "kiosk.ending"
QML_IMPORT_MAJOR_VERSION = 1

LAST_S = 10
TONE_EVERY_S = 10
LOOK_MS = 100


@QmlElement
class StillThere(QObject):
    """`asking` while the question is on the screen; `seconds` are those that are left, and stay 0 until the supervisor acts.

    `tone` is to be heard when the question comes, then every 10 s, and every second in the last 10.
    """

    askingChanged = Signal()
    secondsChanged = Signal()
    tone = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asking = False
        self._seconds = 0
        self._first_s = 0
        self._until_s = 0.0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_asking(self) -> bool:
        return self._asking

    def ask(self, seconds: int) -> None:
        """Ask, counting down from `seconds`; where it is asked already, count from there."""
        self._until_s = self._clock.monotonic_s() + seconds
        begins, self._asking = not self._asking, True
        if begins:
            self._first_s = seconds
            self._timer.start()
        self._count(seconds, heard=begins)
        if begins:
            self.askingChanged.emit()

    @Slot(result=bool)
    def stop(self) -> bool:
        """Take the question away. False where it was not asked."""
        self._timer.stop()
        was_asking, self._asking = self._asking, False
        if was_asking:
            self.askingChanged.emit()
        return was_asking

    def _look(self) -> None:
        left = max(0, math.ceil(self._until_s - self._clock.monotonic_s()))
        if left < self._seconds:
            self._count(left, heard=left > 0 and (left <= LAST_S or (self._first_s - left) % TONE_EVERY_S == 0))

    def _count(self, seconds: int, *, heard: bool) -> None:
        if seconds != self._seconds:
            self._seconds = seconds
            self.secondsChanged.emit()
        if heard:
            self.tone.emit()

    @Property(bool, notify=askingChanged)
    def asking(self) -> bool:
        return self._asking

    @Property(int, notify=secondsChanged)
    def seconds(self) -> int:
        return self._seconds
