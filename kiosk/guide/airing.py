"""What one channel shows now and what follows, for a screen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import NowNext
from kiosk.guide.moments import HOUR_S, Moments

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1

NEXT_WITHIN_S = 12 * HOUR_S
"""What begins later has no place beside what is on now: a time of day would not say on which day."""

NOTHING = ("", "", "", "", "", 0.0)


@QmlElement
class Airing(QObject):
    """Title, times, end and progress (0 to 1) of what is on, title and begin of what follows; empty where the guide does not know."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, str, str, str, str, float] = NOTHING

    def tell(self, known: NowNext | None, at_s: int, moments: Moments) -> None:
        """Show what is known of a channel at a moment."""
        now, following = (known.now, known.next) if known else (None, None)
        if following is not None and following.start_s > at_s + NEXT_WITHIN_S:
            following = None
        told = (
            now.title if now else "",
            moments.stretch(now.start_s, now.stop_s) if now else "",
            moments.clock(now.stop_s) if now else "",
            following.title if following else "",
            moments.clock(following.start_s) if following else "",
            min(1.0, max(0.0, (at_s - now.start_s) / (now.stop_s - now.start_s))) if now else 0.0,
        )
        if told != self._told:
            self._told = told
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._told[0]

    @Property(str, notify=changed)
    def times(self) -> str:
        return self._told[1]

    @Property(str, notify=changed)
    def until(self) -> str:
        return self._told[2]

    @Property(str, notify=changed)
    def nextTitle(self) -> str:
        return self._told[3]

    @Property(str, notify=changed)
    def nextTime(self) -> str:
        return self._told[4]

    @Property(float, notify=changed)
    def progress(self) -> float:
        return self._told[5]
