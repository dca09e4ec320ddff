"""What was found, as a model for QML: rows come and go, those that stay keep their place on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Slot

QML_IMPORT_NAME = "kiosk.search"
QML_IMPORT_MAJOR_VERSION = 1

ROOT = QModelIndex()


@dataclass(frozen=True)
class Result:
    """A channel, or a programme on it where `slot` is given.

    title: of the programme. day: days from today. date: in words. times: from when to when. until: `21:30`. on: whether it is on now.
    """

    number: int
    name: str
    logo: str
    slot: Slot | None = None
    title: str = ""
    day: int = 0
    date: str = ""
    times: str = ""
    until: str = ""
    on: bool = False
    radio: bool = False

    @property
    def key(self) -> tuple[int, int]:
        return self.number, self.slot.start_s if self.slot else -1

    def told(self) -> tuple[int | str | bool, ...]:
        """What a delegate can ask for, in the order of `Role`."""
        return (
            *(self.number, self.name, self.logo, self.title, self.day),
            *(self.date, self.times, self.until, self.on, self.radio),
        )


class Role(IntEnum):
    """What a delegate can ask of a result."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    LOGO = Qt.ItemDataRole.UserRole + 3
    TITLE = Qt.ItemDataRole.UserRole + 4
    DAY = Qt.ItemDataRole.UserRole + 5
    DATE = Qt.ItemDataRole.UserRole + 6
    TIMES = Qt.ItemDataRole.UserRole + 7
    UNTIL = Qt.ItemDataRole.UserRole + 8
    ON = Qt.ItemDataRole.UserRole + 9
    RADIO = Qt.ItemDataRole.UserRole + 10


@QmlElement
class Results(QAbstractListModel):
    """Results, channels first. `title` is empty for a channel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Result] = []

    def __getitem__(self, place: int) -> Result:
        return self._rows[place]

    def show(self, wanted: Sequence[Result]) -> None:
        """Hold these results, in this order."""
        keys = {result.key for result in wanted}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in keys:
                self._remove(place)
        for place, result in enumerate(wanted):
            self._settle(place, result)

    def _settle(self, place: int, result: Result) -> None:
        here = self._rows[place] if place < len(self._rows) else None
        if here is not None and here.key == result.key:
            if here != result:
                self._rows[place] = result
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        behind = next((further for further in range(place + 1, len(self._rows)) if self._rows[further].key == result.key), None)
        if behind is not None:
            self._remove(behind)
        self.beginInsertRows(ROOT, place, place)
        self._rows.insert(place, result)
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(ROOT, place, place)
        del self._rows[place]
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> int | str | bool | None:
        if not index.isValid() or not Role.NUMBER <= role <= Role.RADIO:
            return None
        result = self._rows[index.row()]
        return result.told()[role - Role.NUMBER]

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(role.name.lower().encode()) for role in Role}
