"""Channels as a model for QML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, QUrl
from PySide6.QtQml import QmlElement

from flexcare.lineup.channel import Channel

QML_IMPORT_NAME = "kiosk.tv"
QML_IMPORT_MAJOR_VERSION = 1

ROOT = QModelIndex()


class Role(IntEnum):
    """What a delegate can ask of a channel."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    LOGO = Qt.ItemDataRole.UserRole + 3
    TITLE = Qt.ItemDataRole.UserRole + 4


def logo_url(channel: Channel, logos: Path) -> str:
    """The address of a channel's logo in the ward folder, or nothing where there is none to show."""
    file = logos / channel.logo
    return QUrl.fromLocalFile(str(file)).toString() if channel.logo and file.is_file() else ""


@QmlElement
class Channels(QAbstractListModel):
    """A list of channels that can be put into another order.

    Its roles are `number`, `name`, `logo` (an address, or empty) and `title` of what is on (or empty).
    """

    def __init__(self, channels: Sequence[Channel], logos: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [(channel.number, channel.name, logo_url(channel, logos)) for channel in channels]
        self._titles = [""] * len(self._rows)

    def tell(self, title_of: Callable[[int], str]) -> None:
        """Say what is on, on each channel by its number; only rows that change are told."""
        for row, (number, _, _) in enumerate(self._rows):
            title = title_of(number)
            if title != self._titles[row]:
                self._titles[row] = title
                self.dataChanged.emit(self.index(row), self.index(row), [Role.TITLE])

    def arrange(self, order: Sequence[int]) -> None:
        """Put the channels with these numbers, which are all of them, into this order."""
        for place, number in enumerate(order):
            row = self.row_of(number)
            if row > place:
                self.beginMoveRows(ROOT, row, row, ROOT, place)
                self._rows.insert(place, self._rows.pop(row))
                self._titles.insert(place, self._titles.pop(row))
                self.endMoveRows()

    def row_of(self, number: int) -> int:
        """Where the channel with this number stands, or -1."""
        return next((row for row, (found, _, _) in enumerate(self._rows) if found == number), -1)

    def number_at(self, row: int) -> int:
        """The number of the channel in a row; 0 where there is no such row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> int | str | None:
        if not index.isValid() or not Role.NUMBER <= role <= Role.TITLE:
            return None
        if role == Role.TITLE:
            return self._titles[index.row()]
        return self._rows[index.row()][role - Role.NUMBER]

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(role.name.lower().encode()) for role in Role}
