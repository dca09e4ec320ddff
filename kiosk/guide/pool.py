"""A model whose rows are used again: what scrolls out of sight gives its place to what scrolls in."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1

ROOT = QModelIndex()
FIRST_ROLE = Qt.ItemDataRole.UserRole + 1

Record = tuple[object, ...]


@QmlElement
class Pool(QAbstractListModel):
    """Records by key, in rows whose order means nothing. A record that stays keeps its row; `shown` is false for a row that stands empty.

    Rows are added when they run out and never taken away, so a view makes no delegate while it scrolls.
    """

    def __init__(self, roles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles = ("shown", *roles)
        self._rows: list[Record] = []
        self._shown: list[bool] = []
        self._places: dict[Hashable, int] = {}
        self._free: list[int] = []

    def show(self, wanted: Mapping[Hashable, Record]) -> None:
        """Hold just these records."""
        leaving = [key for key in self._places if key not in wanted]
        left = [self._places.pop(key) for key in leaving]
        self._free += left
        changed = set(left)
        coming: list[tuple[Hashable, Record]] = []
        for key, record in wanted.items():
            place = self._places.get(key)
            if place is None:
                coming.append((key, record))
            elif self._rows[place] != record:
                self._rows[place] = record
                changed.add(place)
        for place in left:
            self._shown[place] = False
        fresh = coming[len(self._free) :]
        for key, record in coming[: len(self._free)]:
            place = self._free.pop()
            self._places[key], self._rows[place], self._shown[place] = place, record, True
            changed.add(place)
        for place in sorted(changed):
            index = self.index(place)
            self.dataChanged.emit(index, index)
        self._append(fresh)

    def _append(self, fresh: list[tuple[Hashable, Record]]) -> None:
        if not fresh:
            return
        first = len(self._rows)
        self.beginInsertRows(ROOT, first, first + len(fresh) - 1)
        for place, (key, record) in enumerate(fresh, start=first):
            self._places[key] = place
            self._rows.append(record)
            self._shown.append(True)
        self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not FIRST_ROLE <= role < FIRST_ROLE + len(self._roles):
            return None
        if role == FIRST_ROLE:
            return self._shown[index.row()]
        return self._rows[index.row()][role - FIRST_ROLE - 1]

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + number: QByteArray(name.encode()) for number, name in enumerate(self._roles)}
