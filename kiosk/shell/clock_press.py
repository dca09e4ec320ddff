"""The long press on the clock by which staff come: held still on it for as long as nobody does by chance."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.shell.focus import scene_rectangle

HELD_MS = 3000
HOLDING_MS = 900
"""Longer than any touch; what staff need is made ready in the time that is left."""
STAYED_MS = HELD_MS
"""The same by the times that touches carry themselves: a screen that was busy may hear of a press and of its end at once."""
CLOCK = "clock"
AROUND = 0.5
"""How far beside the figures still counts, in their own height: a clock is smaller than a fingertip."""


class ClockPress(QObject):
    """Follows one finger at a time. `holding` is said when it stays, `held` when it stayed for as long as staff press.

    That is said while it still lies there; what it touched otherwise is let go then.
    """

    holding = Signal()
    held = Signal()

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._began_ms = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_held)
        self._early = QTimer(self, singleShot=True)
        self._early.timeout.connect(self.holding)

    def begin(self, place: QPointF, at_ms: int) -> None:
        """A finger touches the screen; when, by the clock of the touches themselves."""
        self._began_ms = at_ms
        if self._is_on_clock(place):
            self._timer.start(HELD_MS)
            self._early.start(HOLDING_MS)
        else:
            self.end()

    def move(self, place: QPointF) -> None:
        """The finger moves; one that leaves the clock is no long press."""
        if self._timer.isActive() and not self._is_on_clock(place):
            self.end()

    def lift(self, at_ms: int) -> None:
        """The finger leaves."""
        stayed = self._timer.isActive() and at_ms - self._began_ms >= STAYED_MS
        self.end()
        if stayed:
            self._on_held()

    def end(self) -> None:
        """It is no long press: another finger comes, or the touch is taken away."""
        self._timer.stop()
        self._early.stop()

    def _on_held(self) -> None:
        grabber = self._window.mouseGrabberItem()
        if grabber is not None:
            # Its release is not seen here any more, so it would stay pressed.
            grabber.ungrabMouse()
        self.held.emit()

    def _is_on_clock(self, place: QPointF) -> bool:
        for clock in _clocks(self._window.contentItem()):
            figures = scene_rectangle(clock)
            around = figures.height() * AROUND
            if figures.adjusted(-around, -around, around, around).contains(place):
                return True
        return False


def _clocks(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every clock that can be seen."""
    if not item.isVisible() or item.opacity() == 0:
        return
    if item.objectName() == CLOCK:
        yield item
        return
    for child in item.childItems():
        yield from _clocks(child)
