"""When the tablet was last cleared, as Welcome tells it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import Property, QDate, QEnum, QLocale, QObject, QTime, Signal
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock
from kiosk.shell.timepiece import Timepiece

QML_IMPORT_NAME = "kiosk.welcome"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Cleared(QObject):
    """`day` says how the moment is best told on this day; `time` and `date` are in the language's own form."""

    @QEnum
    class Day(Enum):
        """How long ago in days. Never: not known, or the moment has not come by this clock's day."""

        Never = 0
        Today = 1
        Yesterday = 2
        Earlier = 3

    changed = Signal()

    def __init__(self, clock: Clock, timepiece: Timepiece, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._locale = QLocale("en_GB")
        self._at: datetime | None = None
        # Every minute, so that today becomes yesterday by itself.
        timepiece.changed.connect(self.changed)

    def tell(self, at: int | None) -> None:
        """Tell this moment (seconds since 1970), or nothing."""
        # Through UTC to the local time of that moment, which summer time may have moved since.
        self._at = datetime.fromtimestamp(at, UTC).astimezone() if at is not None else None
        self.changed.emit()

    def set_locale(self, name: str) -> None:
        """Tell times and dates in this locale."""
        self._locale = QLocale(name)
        self.changed.emit()

    @Property(int, notify=changed)
    def day(self) -> int:
        return day_of(self._at.date() if self._at else None, self._clock.now().astimezone().date()).value

    @property
    def current_time(self) -> str:
        if self._at is None:
            return ""
        return self._locale.toString(QTime(self._at.hour, self._at.minute), QLocale.FormatType.ShortFormat)

    @Property(str, notify=changed)
    def time(self) -> str:
        return self.current_time

    @Property(str, notify=changed)
    def date(self) -> str:
        if self._at is None:
            return ""
        return self._locale.toString(QDate(self._at.year, self._at.month, self._at.day), QLocale.FormatType.LongFormat)


def day_of(cleared: date | None, today: date) -> Cleared.Day:
    """How a day of clearing is told today. A day that is still to come means that a clock was wrong, and is not told at all."""
    if cleared is None or cleared > today:
        return Cleared.Day.Never
    if cleared == today:
        return Cleared.Day.Today
    return Cleared.Day.Yesterday if today - cleared == timedelta(days=1) else Cleared.Day.Earlier
