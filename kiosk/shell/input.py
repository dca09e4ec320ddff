"""The one place where touches and keys are seen before the screen sees them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from kiosk.shell.presses import Presses
from kiosk.shell.shell import Shell

PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
RELEASES = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
POINTER = PRESSES | RELEASES | {QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchUpdate}


class Input(QObject):
    """Filters a window's events: tells the shell of every touch, hands on the keys, and swallows a touch that only woke the screen."""

    def __init__(self, shell: Shell, presses: Presses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._presses = presses
        self._swallowing = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether the event ends here."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._shell.touched() or self._presses.copies(event) or self._presses.press(event.key())
        if kind in PRESSES:
            self._swallowing = self._shell.touched()
        elif kind not in POINTER:
            return False
        swallowed = self._swallowing
        if kind in RELEASES:
            self._swallowing = False
        return swallowed
