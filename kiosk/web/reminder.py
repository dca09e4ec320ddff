"""What a visit says of a reminder of its session's, in its own frame."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.web.words import Remind

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class VisitReminder(QObject):
    """The programme that begins, if one does. `answered` says whether the patient wants to watch it."""

    changed = Signal()
    answered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = Remind(shown=False)

    def tell(self, told: Remind) -> None:
        """Say this, or nothing any more."""
        self._told = told
        self.changed.emit()

    @Slot(bool)
    def answer(self, watch: bool) -> None:
        """Answer the notice, which the session then takes away."""
        self.answered.emit(watch)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._told.shown

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._told.title

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._told.channel
