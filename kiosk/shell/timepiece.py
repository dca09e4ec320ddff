"""The time as the screen tells it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtCore import Property, QDate, QEnum, QLocale, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

MORNING_HOUR = 5
DAY_HOUR = 12
EVENING_HOUR = 18


@QmlElement
class Timepiece(QObject):
    """Time of day as `21:04`, the date in the patient's language, and the part of the day that a greeting names."""

    @QEnum
    class Part(Enum):
        """The parts of a day."""

        Morning = 0
        Day = 1
        Evening = 2

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._locale = QLocale("en_GB")
        self._now = clock.now()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self._wait_for_the_next_minute()

    def set_locale(self, name: str) -> None:
        """Tell dates in this locale."""
        self._locale = QLocale(name)
        self.changed.emit()

    def refresh(self) -> None:
        """Look at the clock, and again when the next minute begins."""
        self._now = self._clock.now()
        self.changed.emit()
        self._wait_for_the_next_minute()

    def _wait_for_the_next_minute(self) -> None:
        self._timer.start(60_000 - self._now.second * 1000 - self._now.microsecond // 1000 + 5)

    @Property(str, notify=changed)
    def time(self) -> str:
        return f"{self._now:%H:%M}"

    @Property(str, notify=changed)
    def date(self) -> str:
        return self._locale.toString(QDate(self._now.year, self._now.month, self._now.day), "dddd d MMMM")

    @Property(int, notify=changed)
    def part(self) -> int:
        return part_of_day(self._now).value


def part_of_day(now: datetime) -> Timepiece.Part:
    """The part of the day that a greeting at this time names; nobody is greeted with good night."""
    if MORNING_HOUR <= now.hour < DAY_HOUR:
        return Timepiece.Part.Morning
    return Timepiece.Part.Day if DAY_HOUR <= now.hour < EVENING_HOUR else Timepiece.Part.Evening
