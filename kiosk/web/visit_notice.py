"""What the hospital has to say while a visit is on the screen, in the visit's own frame."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class VisitNotice(QObject):
    """The hospital's words, or none. `closed`: somebody has put them away, which the session then does."""

    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""

    def tell(self, text: str) -> None:
        """Say this, or nothing any more."""
        self._text = text
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Put it away."""
        self.closed.emit()

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text
