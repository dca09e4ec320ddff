"""The screen of a Welcome that nobody touches goes dark."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Sleep(QObject):
    """Whether the screen is dark."""

    changed = Signal()
    due = Signal()
    """So many minutes went by without a touch; whoever knows the page answers with `fall_asleep`."""

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asleep = False
        self._timer = QTimer(self, singleShot=True, interval=minutes * 60_000)
        self._timer.timeout.connect(self.due)

    @property
    def is_asleep(self) -> bool:
        return self._asleep

    def put_off(self) -> None:
        """Begin the minutes anew."""
        self._timer.start()

    def stop(self) -> None:
        """Never turn dark from now on."""
        self._timer.stop()

    def fall_asleep(self) -> None:
        """Turn dark."""
        if not self._asleep:
            self._asleep = True
            self.changed.emit()

    def wake(self) -> bool:
        """Turn bright, and begin the minutes anew. True where it was dark."""
        self.put_off()
        was_asleep, self._asleep = self._asleep, False
        if was_asleep:
            self.changed.emit()
        return was_asleep

    @Property(bool, notify=changed)
    def asleep(self) -> bool:
        return self._asleep
