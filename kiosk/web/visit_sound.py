"""How loud a visit's pages are, as its frame shows it. The session keeps the volume, which is the patient's own for everything."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.web.words import Sound

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS = 6000
"""As long as television's own overlay."""
STEPS = {Qt.Key.Key_VolumeUp: 1, Qt.Key.Key_VolumeDown: -1}


@QmlElement
class VisitSound(QObject):
    """What the session said of the volume. `turned` and `hushed` say what the patient wants of it.

    `offered`: a page was heard, and there is a volume that the session can move. `shown`: the panel is open.
    """

    changed = Signal()
    turned = Signal(int)
    hushed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Sound | None = None
        self._was_heard = self._shown = False
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)

    def tell(self, told: Sound) -> None:
        """Show this volume from now on."""
        self._told = told
        self.changed.emit()

    def begin(self) -> None:
        """Another service is visited, which was not heard yet."""
        self._was_heard = False
        self.hide()
        self.changed.emit()

    def obey(self, key: int) -> bool:
        """Do what a key for the sound says and show it. False where the key means something else, or there is nothing to move."""
        if self._told is None:
            return False
        if key == Qt.Key.Key_VolumeMute:
            self.hushed.emit()
        elif key in STEPS:
            self.turned.emit(STEPS[Qt.Key(key)])
        else:
            return False
        self._show()
        return True

    @Slot()
    def heard(self) -> None:
        """A page makes a sound; where nobody hears it by night, the panel says why."""
        if not self._was_heard:
            self._was_heard = True
            self.changed.emit()
            if self._told is not None and self._told.speaker_off:
                self._show()

    @Slot(int)
    def step(self, steps: int) -> None:
        """Have it louder or quieter by so many steps."""
        self.turned.emit(steps)
        self._show()

    @Slot()
    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._shown:
            self.hide()
        else:
            self._show()

    @Slot()
    def hide(self) -> None:
        """Close the panel."""
        self._timer.stop()
        if self._shown:
            self._shown = False
            self.changed.emit()

    def _show(self) -> None:
        self._timer.start()
        if not self._shown:
            self._shown = True
            self.changed.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        return self._was_heard and self._told is not None

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._shown and self._told is not None

    @Property(int, notify=changed)
    def percent(self) -> int:
        """What is heard of the most that may be: 0 while muted."""
        return self._told.percent if self._told is not None and not self._told.muted else 0

    @Property(bool, notify=changed)
    def speakerOff(self) -> bool:
        """Whether nothing is heard until headphones are plugged in."""
        return self._told is not None and self._told.speaker_off
