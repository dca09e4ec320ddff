"""What is on now, and next, on every channel of the lineup: asked again when something begins or ends, and when the clock was set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from flexcare.clock import Clock
from flexcare.guide.programme import NowNext
from kiosk.guide.airing import Airing
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.shell.timepiece import Timepiece

FOR_EVER_S = 2**62


class OnNow(QObject):
    """Now and next by channel number. `changed` when any of it changed, `ticked` each minute, after it."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, listings: Listings, clock: Clock, moments: Moments, timepiece: Timepiece, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._clock = clock
        self._moments = moments
        self._at_s = int(clock.now().timestamp())
        self._known: Mapping[int, NowNext] = {}
        self._holds = (0, FOR_EVER_S)
        listings.changed.connect(self._ask)
        timepiece.changed.connect(self._on_time)

    @property
    def at_s(self) -> int:
        """The moment for which this is true."""
        return self._at_s

    def on(self, channel: int) -> NowNext | None:
        """Now and next of a channel, by its number."""
        return self._known.get(channel)

    def title(self, channel: int) -> str:
        """What is on now on a channel; "" where that is not known."""
        known = self._known.get(channel)
        return known.now.title if known and known.now else ""

    def tell(self, airing: Airing, channel: int | None) -> None:
        """Let a screen's airing be about this channel now."""
        airing.tell(self._known.get(channel) if channel is not None else None, self._at_s, self._moments)

    @Slot()
    def _on_time(self) -> None:
        self._at_s = int(self._clock.now().timestamp())
        first_s, last_s = self._holds
        # Before the moment of the last answer too: a clock that was set back shows again what was on then.
        if not first_s <= self._at_s < last_s:
            self._ask()
        self.ticked.emit()

    @Slot()
    def _ask(self) -> None:
        self._at_s = int(self._clock.now().timestamp())
        self._known = self._listings.now_next(self._at_s)
        self._holds = holds(self._known, self._at_s)
        self.changed.emit()


def holds(known: Mapping[int, NowNext], at_s: int) -> tuple[int, int]:
    """From when until when, not included, an answer to what is on at a moment stays true."""
    edges = [slot.start_s for entry in known.values() for slot in (entry.now, entry.next) if slot]
    edges += [slot.stop_s for entry in known.values() for slot in (entry.now, entry.next) if slot]
    return at_s, min((edge for edge in edges if edge > at_s), default=FOR_EVER_S)
