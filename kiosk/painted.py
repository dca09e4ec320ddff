"""Tells when a change is really on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickWindow


class Painted(QObject):
    """Calls back once a frame that was begun after the asking is on the screen.

    The next `frameSwapped` alone would not do: it may belong to a frame that the render thread was already drawing. Here the
    frame is followed: begun in this thread (`afterAnimating`), taken over by the render thread (`afterSynchronizing`), swapped.
    """

    _mark = Signal()

    def __init__(self, window: QQuickWindow, then: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._asked = self._begun = self._taken_over = False
        self._window = window
        # All queued to this object, so that they arrive in the order in which they happened, in whichever thread.
        queued = Qt.ConnectionType.QueuedConnection
        self._steps = (
            (window.afterAnimating, self._mark, Qt.ConnectionType.DirectConnection),
            (self._mark, self._on_begun, queued),
            (window.afterSynchronizing, self._on_taken_over, queued),
            (window.frameSwapped, self._on_swapped, queued),
        )

    def ask(self) -> None:
        """Paint now, and call back when that is seen."""
        self._begun = self._taken_over = False
        if not self._asked:
            self._asked = True
            for said, heard, way in self._steps:
                said.connect(heard, way)
        self._window.update()

    @Slot()
    def _on_begun(self) -> None:
        self._begun = True

    @Slot()
    def _on_taken_over(self) -> None:
        self._taken_over = self._begun

    @Slot()
    def _on_swapped(self) -> None:
        if self._asked and self._taken_over:
            self._asked = False
            for said, heard, _ in self._steps:
                said.disconnect(heard)
            self._then()
