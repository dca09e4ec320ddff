"""What IT's page shows and asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.staff.it_messages import Facts, Pull, ToIt
from flexcare.staff.messages import FromStaff

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class It(QObject):
    """What the supervisor said of this tablet last."""

    factsChanged = Signal()
    busyChanged = Signal()

    def __init__(self, say: Callable[[FromStaff], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._facts = Facts()
        self._busy = False

    def hear(self, word: ToIt) -> None:
        """Take what the supervisor said."""
        self._facts = word.facts
        self._be_busy(busy=False)
        self.factsChanged.emit()

    @Slot()
    def pull(self) -> None:
        """Look for a new configuration."""
        if not self._busy:
            self._be_busy(busy=True)
            self._say(Pull())

    def _be_busy(self, *, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busyChanged.emit()

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._busy

    @Property("QStringList", notify=factsChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def facts(self) -> list[str]:
        """Pairs, one after the other: what it is (a word that the screen translates), and its value."""
        known = self._facts
        pairs = [
            ("device", known.device),
            ("version", known.version),
            ("site", f"{known.site} / {known.ward}" if known.site else ""),
            ("configuration", f"{known.serial} · {known.published}" if known.serial else ""),
            ("instruction", f"{known.author}: {known.reason}" if known.author else ""),
            ("state", known.alarm or known.state),
            ("agreement", f"{known.agreement_from} - {known.agreement_to}" if known.agreement_from else ""),
            ("memory", "erased" if known.memory_erased else "not erased"),
        ]
        return [word for name, value in pairs if value for word in (name, value)]
