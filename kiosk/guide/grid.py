"""The grid: channels over time, of which only what is seen is ever read and held."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Slot as GuideSlot
from flexcare.lineup.channel import Channel
from kiosk.guide.cells import BLOCK_S, Blocks, fill, is_gap
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.guide.pool import Pool, Record
from kiosk.guide.span import Span
from kiosk.tv.channels import logo_url

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Seen:
    """What the page wants to have at hand: rows and seconds since 1970."""

    rows: range = range(0)
    from_s: int = 0
    to_s: int = 0


@QmlElement
class Grid(QObject):
    """Moments are told to the screen in seconds from the grid's begin, which stays while the page is open.

    `heads` are the channels that are seen, with the roles line, number, name and logo; `slots` their programmes, with the roles line,
    first, last, title (empty for a stretch without a programme), longest (letters of its longest word) and times. `mirrored` where time
    runs to the left.
    """

    changed = Signal()

    def __init__(
        self, channels: Sequence[Channel], logos: Path, listings: Listings, moments: Moments, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._channels = tuple(channels)
        self._logos = logos
        self._moments = moments
        self._span = Span(0, 1)
        self._mirrored = False
        self._revision = 0
        self.changed.connect(self._count)
        self._open = False
        self._seen = Seen()
        self._blocks = Blocks(listings.window)
        self._heads = Pool(("line", "number", "name", "logo"), self)
        self._slots = Pool(("line", "first", "last", "title", "longest", "times"), self)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels, from the top."""
        return self._channels

    @property
    def span(self) -> Span:
        """From when to when it reaches."""
        return self._span

    @property
    def is_mirrored(self) -> bool:
        return self._mirrored

    def set_channels(self, channels: Sequence[Channel]) -> None:
        """Show these channels in this order."""
        self._channels = tuple(channels)
        self.changed.emit()
        self._refresh()

    def set_span(self, span: Span) -> None:
        """Reach over this from now on."""
        self._span = span
        self.changed.emit()

    def set_mirrored(self, mirrored: bool) -> None:
        """Let time run to the left."""
        self._mirrored = mirrored
        self.changed.emit()

    def renew(self) -> None:
        """The guide is another one, or speaks another language."""
        self._blocks.forget()
        self._refresh()

    def open(self) -> None:
        """It is seen: `look` says what of it."""
        self._open = True

    def close(self) -> None:
        """Nothing is seen: hold nothing."""
        self._open = False
        self._blocks.forget()
        self._seen = Seen()

    def has(self, row: int) -> bool:
        """Whether there is such a row."""
        return 0 <= row < len(self._channels)

    def find(self, number: int | None) -> int:
        """The row of the channel with this number; the first one where there is none."""
        return next((row for row, channel in enumerate(self._channels) if channel.number == number), 0)

    def around(self, row: int, at_s: int) -> list[GuideSlot]:
        """What stands in a row some hours before and after a moment."""
        number = self._channels[row].number
        first_s, last_s = max(self._span.origin_s, at_s - BLOCK_S), min(self._span.end_s, at_s + BLOCK_S)
        return fill(number, self._blocks.rows([number], first_s, last_s)[number], first_s, last_s)

    def cell_at(self, row: int, at_s: int) -> GuideSlot:
        """What stands in a row at a moment, or at the nearest one in the span: programme or gap."""
        at_s = self._span.within(at_s)  # what began before the grid, and a guide that now ends earlier, lead outside of it
        return next(cell for cell in self.around(row, at_s) if cell.start_s <= at_s < cell.stop_s)

    @Slot(int, int, int, int)
    def look(self, row: int, rows: int, first: int, last: int) -> None:
        """Have these rows at hand from one moment to another."""
        origin_s = self._span.origin_s
        shown = range(max(0, row), min(row + rows, len(self._channels)))
        self._seen = Seen(shown, max(origin_s, origin_s + first), min(self._span.end_s, origin_s + last))
        self._refresh()

    @Slot(int, result=str)
    def clockAt(self, moment: int) -> str:
        """The local time at a moment."""
        return self._moments.clock(self._span.origin_s + moment)

    @Slot()
    def _count(self) -> None:
        self._revision += 1

    def _refresh(self) -> None:
        if not self._open:
            return
        seen = self._seen
        channels = [(row, self._channels[row]) for row in seen.rows if self.has(row)]
        known = self._blocks.rows([channel.number for _, channel in channels], seen.from_s, seen.to_s)
        self._heads.show({channel.number: (row, channel.number, channel.name, logo_url(channel, self._logos)) for row, channel in channels})
        cells: dict[Hashable, Record] = {}
        for row, channel in channels:
            for place, cell in enumerate(fill(channel.number, known[channel.number], seen.from_s, seen.to_s)):
                # A gap has no begin of its own: it begins where we began to look.
                key = (channel.number, -place - 1 if is_gap(cell) else cell.start_s)
                cells[key] = self._record(row, cell)
        self._slots.show(cells)

    def _record(self, row: int, cell: GuideSlot) -> Record:
        origin_s = self._span.origin_s
        times = "" if is_gap(cell) else self._moments.stretch(cell.start_s, cell.stop_s)
        longest = max(map(len, cell.title.split()), default=0)
        return (row, cell.start_s - origin_s, cell.stop_s - origin_s, cell.title, longest, times)

    @Property(Pool, constant=True)
    def heads(self) -> Pool:
        return self._heads

    @Property(Pool, constant=True)
    def slots(self) -> Pool:
        return self._slots

    @Property(int, notify=changed)
    def rows(self) -> int:
        return len(self._channels)

    @Property(int, notify=changed)
    def length(self) -> int:
        return self._span.length_s

    @Property(int, notify=changed)
    def revision(self) -> int:
        """Another number whenever a moment may have another time of day."""
        return self._revision

    @Property(bool, notify=changed)
    def mirrored(self) -> bool:
        return self._mirrored
