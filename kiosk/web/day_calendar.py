"""The month of a calendar that a page's date field is answered with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from kiosk.web.dates import DayWanted

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1

WEEK_DAYS = 7
WEEKS = 6
"""The most that a month touches; always so many, so that nothing moves from month to month."""
MONTHS = 12
FIRST, LAST = date(1, 2, 1), date(9999, 11, 30)
"""Between them every month has six whole weeks around it that Python knows."""
_ROOT = QModelIndex()


class _Role:
    NUMBER, DAY, NAME, OFFERED, CHOSEN, TODAY = (Qt.ItemDataRole.UserRole + offset for offset in range(1, 7))


@QmlElement
class DayCalendar(QAbstractListModel):
    """Six weeks, one row a day. `day` is what to answer with (ISO 8601), "" outside the month; `offered`: it may be chosen."""

    monthChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = QLocale("en_GB")
        self._wanted = DayWanted()
        self._today = self._month = date(2000, 1, 1)

    def speak(self, locale: str) -> None:
        """Tell days in this locale, weeks beginning as they do there."""
        self._locale = QLocale(locale)

    def show(self, wanted: DayWanted, today: date) -> None:
        """Begin with the month of what is chosen, else of the day nearest to today that may be."""
        self._wanted, self._today = wanted, today
        self._turn_to(min(max(wanted.current or today, self._least), self._most))

    @Slot(int)
    def turn(self, months: int) -> None:
        """Go on by so many months, or back; never beyond what may be chosen."""
        at = self._month.year * MONTHS + self._month.month - 1 + months
        year, month = divmod(at, MONTHS)
        if year < FIRST.year:
            self._turn_to(self._least)
        elif year > LAST.year:
            self._turn_to(self._most)
        else:
            self._turn_to(min(max(date(year, month + 1, 1), self._least.replace(day=1)), self._most))

    @property
    def _least(self) -> date:
        return max(self._wanted.least, FIRST)

    @property
    def _most(self) -> date:
        return min(self._wanted.most, LAST)

    def _turn_to(self, day: date) -> None:
        self._month = day.replace(day=1)
        self.dataChanged.emit(self.index(0), self.index(WEEKS * WEEK_DAYS - 1))
        self.monthChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else WEEKS * WEEK_DAYS

    def roleNames(self) -> dict[int, QByteArray]:
        names = {
            "number": _Role.NUMBER,
            "day": _Role.DAY,
            "name": _Role.NAME,
            "offered": _Role.OFFERED,
            "chosen": _Role.CHOSEN,
            "today": _Role.TODAY,
        }
        return {role: QByteArray(name.encode()) for name, role in names.items()}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self._first + timedelta(days=index.row())
        inside = (day.year, day.month) == (self._month.year, self._month.month)
        match role:
            case _Role.NUMBER:
                return self._locale.toString(day.day) if inside else ""
            case _Role.DAY:
                return day.isoformat() if inside else ""
            case _Role.NAME:
                return self._locale.toString(_qt(day), "dddd d MMMM yyyy")
            case _Role.OFFERED:
                return inside and self._wanted.least <= day <= self._wanted.most
            case _Role.CHOSEN:
                return inside and day == self._wanted.current
            case _Role.TODAY:
                return inside and day == self._today
        return None

    @property
    def _first(self) -> date:
        """The first day of the week in which the month begins."""
        return self._month - timedelta(days=(self._month.isoweekday() - self._locale.firstDayOfWeek().value) % WEEK_DAYS)

    @Property(int, notify=monthChanged)
    def startRow(self) -> int:
        """The day to begin with: what is chosen, else today, else the month's first."""
        day = next(
            (day for day in (self._wanted.current, self._today) if day is not None and day.replace(day=1) == self._month), self._month
        )
        return (day - self._first).days

    @Property(str, notify=monthChanged)
    def month(self) -> str:
        """The month's name, standing alone."""
        return self._locale.standaloneMonthName(self._month.month)

    @Property(str, notify=monthChanged)
    def year(self) -> str:
        return self._locale.toString(_qt(self._month), "yyyy")

    @Property("QStringList", notify=monthChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def weekDays(self) -> list[str]:
        """The days of the week, as briefly as they are told."""
        first = self._locale.firstDayOfWeek().value
        days = [(first - 1 + offset) % WEEK_DAYS + 1 for offset in range(WEEK_DAYS)]
        return [self._locale.standaloneDayName(day, QLocale.FormatType.NarrowFormat) for day in days]

    @Property(bool, notify=monthChanged)
    def hasBefore(self) -> bool:
        """Whether a month before this one has days to choose."""
        return self._month > self._least.replace(day=1)

    @Property(bool, notify=monthChanged)
    def hasAfter(self) -> bool:
        return self._month < self._most.replace(day=1)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
