"""What the nurse's page shows and asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from flexcare.staff.messages import FromStaff
from flexcare.staff.nurse_messages import NurseOpened, ToNurse

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Nurse(QObject):
    """What the supervisor said of this bed last."""

    changed = Signal()

    def __init__(self, say: Callable[[FromStaff], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._known = NurseOpened()

    def hear(self, word: ToNurse) -> None:
        """Take what the supervisor said."""
        self._known = word
        self.changed.emit()

    @Property(str, notify=changed)
    def device(self) -> str:
        return self._known.device
