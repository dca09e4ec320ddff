"""Touches and keys of a visit: each counts as use, and the remote control's Home, Back and volume are the frame's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from flexcare.clock import Clock
from kiosk.web.visit import Visit

USES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel}
USED_EVERY_S = 1.0
SETTLED_MS = 250
"""After so long a page has moved its focus to what was touched."""


class Attention(QObject):
    """Filters a visit's events. `used` is told at most once a second, `touched` each time, `settled` a moment after the last touch."""

    def __init__(
        self,
        window: QQuickWindow,
        visit: Visit,
        clock: Clock,
        used: Callable[[], None],
        touched: Callable[[], None],
        settled: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visit = visit
        self._clock = clock
        self._used = used
        self._touched = touched
        self._used_s = -USED_EVERY_S
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(settled)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether the event ends here."""
        if event.type() not in USES:
            return False
        self._touched()
        self._visit.questions.touched()
        self._settling.start()
        now_s = self._clock.monotonic_s()
        if now_s - self._used_s >= USED_EVERY_S:
            self._used_s = now_s
            self._used()
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._obey(event.key())

    def _obey(self, key: int) -> bool:
        if key == Qt.Key.Key_HomePage:
            self._visit.goHome()
        elif key == Qt.Key.Key_Back:
            self._visit.backRequested.emit()
        else:
            return self._visit.loudness.obey(key)
        return True
