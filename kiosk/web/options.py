"""The lines of a page's drop-down list, for the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtQml import QmlElement

from kiosk.web.choice import Choice

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1

_ROOT = QModelIndex()


class _Role:
    TEXT, NUMBER, HEADING, CHOSEN = (Qt.ItemDataRole.UserRole + offset for offset in range(1, 5))


@QmlElement
class OptionList(QAbstractListModel):
    """One row a line. `number` is the page's, as text, to answer with; "" for a heading."""

    chosenRowChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice("", ())

    def show(self, choice: Choice) -> None:
        """Have the lines of another list."""
        self.beginResetModel()
        self._choice = choice
        self.endResetModel()
        self.chosenRowChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._choice.options)

    def roleNames(self) -> dict[int, QByteArray]:
        names = {"line": _Role.TEXT, "number": _Role.NUMBER, "heading": _Role.HEADING, "chosen": _Role.CHOSEN}
        return {role: QByteArray(name.encode()) for name, role in names.items()}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        option = self._choice.options[index.row()]
        match role:
            case _Role.TEXT:
                return option.text
            case _Role.NUMBER:
                return "" if option.number is None else str(option.number)
            case _Role.HEADING:
                return option.number is None
            case _Role.CHOSEN:
                return option.number is not None and option.number == self._choice.current
        return None

    @Property(int, notify=chosenRowChanged)
    def chosenRow(self) -> int:
        """Where to begin: at what is chosen, else at what the list says is near, else at its first line."""
        numbers = [option.number for option in self._choice.options]
        return next((numbers.index(number) for number in (self._choice.current, self._choice.near) if number in numbers), 0)
