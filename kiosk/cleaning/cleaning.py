"""The tablet locked for cleaning: touches do nothing until the disinfectant had its time, then it is Welcome by itself."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock
from flexcare.session import offer

QML_IMPORT_NAME = "kiosk.cleaning"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 100


@QmlElement
class Cleaning(QObject):
    """`locked` while it is; `seconds` are those that are left of `whole`. `steps` are the hospital's in the language spoken, or none."""

    changed = Signal()
    secondsChanged = Signal()
    stepsChanged = Signal()

    def __init__(self, words: offer.Cleaning, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._clock = clock
        self._locked = False
        self._whole = 0
        self._seconds = 0
        self._until_s = 0.0
        self._steps: list[str] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_locked(self) -> bool:
        return self._locked

    @property
    def seconds_left(self) -> int:
        return self._seconds

    def lock(self, seconds: int) -> None:
        """Lock the tablet for so long; 0 leaves it as it is."""
        if seconds <= 0:
            return
        self._until_s = self._clock.monotonic_s() + seconds
        self._whole = seconds
        self._locked = True
        self._count(seconds)
        self._timer.start()
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Tell the steps in this language."""
        steps = list(self._words.steps.get(language, ()))
        if steps != self._steps:
            self._steps = steps
            self.stepsChanged.emit()

    def _look(self) -> None:
        left = max(0, math.ceil(self._until_s - self._clock.monotonic_s()))
        self._count(left)
        if left == 0:
            self._timer.stop()
            self._locked = False
            self.changed.emit()

    def _count(self, seconds: int) -> None:
        if seconds != self._seconds:
            self._seconds = seconds
            self.secondsChanged.emit()

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self._locked

    @Property(int, notify=changed)
    def whole(self) -> int:
        return self._whole

    @Property(int, notify=secondsChanged)
    def seconds(self) -> int:
        return self._seconds

    @Property(str, notify=secondsChanged)
    def time(self) -> str:
        return f"{self._seconds // 60}:{self._seconds % 60:02}"

    @Property("QStringList", notify=stepsChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def steps(self) -> list[str]:
        return self._steps
