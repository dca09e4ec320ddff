"""The one place where touches and keys are seen before the screen sees them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QTouchEvent

from kiosk.shell.clock_press import ClockPress
from kiosk.shell.presses import Presses
from kiosk.shell.shell import Shell
from kiosk.shell.staff_key import StaffKey

PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
RELEASES = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
MOVES = {QEvent.Type.MouseMove, QEvent.Type.TouchUpdate}
POINTER = PRESSES | RELEASES | MOVES | {QEvent.Type.MouseButtonDblClick}


class Input(QObject):
    """Filters a window's events: tells the shell of every touch, hands on the keys, and swallows a touch that only woke the screen.

    `staffCalled` says that the clock was pressed as staff do, or their key.
    """

    staffCalled = Signal()

    def __init__(self, shell: Shell, presses: Presses, clock_press: ClockPress, staff_key: StaffKey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._staff_key = staff_key
        self._shell = shell
        self._presses = presses
        self._clock_press = clock_press
        self._swallowing = False
        # The rest of a long press is nobody's.
        clock_press.held.connect(self._swallow)
        clock_press.held.connect(self.staffCalled)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether the event ends here."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if kind not in POINTER:
            return False
        if kind in PRESSES:
            self._swallowing = self._shell.touched()
        self._follow(event)
        swallowed = self._swallowing
        if kind in RELEASES:
            self._swallowing = False
        return swallowed

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._staff_key.is_pressed(event):
            # Staff are not the patient: their key neither wakes the session nor begins it.
            self.staffCalled.emit()
            return True
        return self._shell.touched() or self._presses.copies(event) or self._presses.press(event.key())

    def _follow(self, event: QEvent) -> None:
        place = _place(event)
        if place is None or not isinstance(event, QInputEvent) or event.type() is QEvent.Type.TouchCancel:
            self._clock_press.end()
        elif event.type() in RELEASES:
            self._clock_press.lift(event.timestamp())
        elif event.type() in MOVES:
            self._clock_press.move(place)
        else:
            self._clock_press.begin(place, event.timestamp())

    def _swallow(self) -> None:
        self._swallowing = True


def _place(event: QEvent) -> QPointF | None:
    """Where the one finger is; None for several."""
    if isinstance(event, QTouchEvent):
        return event.point(0).position() if event.pointCount() == 1 else None
    return event.position() if isinstance(event, QMouseEvent) else None
