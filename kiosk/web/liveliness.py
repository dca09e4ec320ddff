"""Whether a visit on the screen still answers: one that hangs has no Home and no clock, so it is found and ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

KNOCK_EVERY_MS = 3000
UNANSWERED_MAX = 5


class Liveliness(QObject):
    """Knocks, and says `frozen` once where so many knocks in a row found nobody.

    Counted and not timed: a session that staff stopped stands still with its visit, and neither is to blame.
    """

    frozen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knock: Callable[[], object] = lambda: None
        self._unanswered = 0
        self._timer = QTimer(self, interval=KNOCK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, knock: Callable[[], object]) -> None:
        """Knock from now on by calling this."""
        self._knock, self._unanswered = knock, 0
        self._timer.start()

    def leave(self) -> None:
        """Knock no more."""
        self._timer.stop()

    def heard(self) -> None:
        """Somebody is there."""
        self._unanswered = 0

    @Slot()
    def look(self) -> None:
        """Knock once more, or give up."""
        if self._unanswered >= UNANSWERED_MAX:
            self.leave()
            self.frozen.emit()
            return
        self._unanswered += 1
        self._knock()
