"""The guide page as the patient handles it: where it opens, where the keys are in its grid, and what was touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Slot as GuideSlot
from flexcare.lineup.channel import Channel
from kiosk.guide.calendar import Calendar
from kiosk.guide.card import Card
from kiosk.guide.cells import is_gap, touched
from kiosk.guide.cursor import Cursor, Field, move
from kiosk.guide.grid import Grid
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.guide.on_now import OnNow
from kiosk.guide.span import jump_to_day, jump_to_now, jump_to_tonight, span_at
from kiosk.shell.keys import Action
from theme.translations.translations import Language

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Guide(QObject):
    """The guide page's state. Moments are told to the screen in seconds from the grid's begin, which stays while the page is open."""

    @QEnum
    class Panel(Enum):
        """What may lie over the grid."""

        Nothing = 0
        Days = 1
        Programme = 2

    panelChanged = Signal()
    cursorChanged = Signal()
    pressedChanged = Signal()
    leadWanted = Signal(int)
    """The grid shall be seen from this moment on."""
    rowWanted = Signal(int)
    """This row shall be in the middle."""
    cursorMoved = Signal()
    """The place of the keys shall be in sight."""
    watchWanted = Signal(int)
    """The channel with this number shall play."""

    def __init__(
        self,
        channels: Sequence[Channel],
        logos: Path,
        on_now: OnNow,
        listings: Listings,
        moments: Moments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_now = on_now
        self._listings = listings
        self._moments = moments
        self._open = False
        self._grid = Grid(channels, logos, listings, moments, self)
        self._calendar = Calendar(on_now, listings, moments, self)
        self._card = Card(self._calendar, self)
        self._cursor = Cursor(0, 0)
        self._rows_seen = 1
        self._focused = False
        self._pressed: Cursor | None = None
        self._panel = self.Panel.Nothing
        self._reach()
        listings.changed.connect(self._on_listings)

    # What the shell does.

    def enter(self, channel: int | None) -> None:
        """Open at what is on now, with this channel in sight where there is one."""
        self._open = True
        self._grid.open()
        self._reach()
        self._set_cursor(Cursor(self._grid.find(channel), self._on_now.at_s))
        self.rowWanted.emit(self._cursor.row)
        self.jumpToNow()

    def leave(self) -> None:
        """Put away what lies over the grid, and hold nothing of it."""
        self._open = False
        self.closePanel()
        self._grid.close()

    def back(self) -> bool:
        """Take away what lies over the grid. False where nothing does."""
        if self._panel is self.Panel.Nothing:
            return False
        self.closePanel()
        return True

    def obey(self, action: Action) -> bool:
        """Move the keys' place in the grid. False where a key leaves it or means something else."""
        if not self._focused or self._panel is not self.Panel.Nothing or not self._grid.channels:
            return False
        grid = self._grid
        field = Field(len(grid.channels), self._rows_seen, grid.span, grid.is_mirrored, grid.cell_at)
        cursor = move(self._cursor, action, field)
        if cursor is None:
            return False
        self._set_cursor(cursor)
        self.cursorMoved.emit()
        return True

    def speak(self, language: Language) -> None:
        """Tell dates in this language, and let time run as it is read."""
        self._calendar.set_locale(language.locale)
        self._grid.set_mirrored(language.right_to_left)

    def set_channels(self, channels: Sequence[Channel]) -> None:
        """Show these channels, in this order: favourites first, or one group alone. The keys stay on their channel where it stays."""
        grid = self._grid
        before = grid.channels[self._cursor.row].number if grid.has(self._cursor.row) else None
        grid.set_channels(channels)
        self._set_cursor(replace(self._cursor, row=grid.find(before)))

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels of the grid, in its order."""
        return self._grid.channels

    @property
    def shown_card(self) -> Card:
        """What the programme sheet tells."""
        return self._card

    @property
    def days(self) -> Calendar:
        """Moments as the guide tells them."""
        return self._calendar

    @property
    def current_panel(self) -> Panel:
        return self._panel

    @property
    def is_there(self) -> bool:
        """Whether this ward has a guide."""
        return self._listings.is_there

    def tell(self, channel: Channel, slot: GuideSlot) -> None:
        """Tell all about a programme that was found elsewhere than in the grid."""
        self._card.show(channel, slot, self._listings.programme(slot))
        self._lay(self.Panel.Programme)

    # What the page does.

    @Slot(int)
    def setEdge(self, lead: int) -> None:
        """The grid is seen from this moment on."""
        self._calendar.set_edge(self._grid.span.origin_s + lead)

    @Slot(int, int, int, int)
    def beginKeys(self, row: int, rows: int, first: int, last: int) -> None:
        """The keys come to the grid, which shows these rows from one moment to another: their place is where one looks."""
        self._rows_seen = max(1, rows)
        span, cursor = self._grid.span, self._cursor
        if not span.origin_s + first <= cursor.at_s < span.origin_s + last:
            cursor = replace(cursor, at_s=span.within(span.origin_s + first))
        last_row = min(row + self._rows_seen, len(self._grid.channels)) - 1
        self._set_cursor(replace(cursor, row=max(0, min(max(cursor.row, row), last_row))))

    @Slot(int, int, int)
    def press(self, row: int, moment: int, least: int) -> None:
        """A finger, which is `least` seconds wide, is on a row."""
        at_s = self._grid.span.origin_s + moment
        cell = touched(self._grid.around(row, at_s), at_s, least) if self._grid.has(row) else None
        self._pressed = Cursor(row, cell.start_s) if cell else None
        self.pressedChanged.emit()

    @Slot()
    def letGo(self) -> None:
        """The finger left, or began to scroll."""
        self._pressed = None
        self.pressedChanged.emit()

    @Slot()
    def openPressed(self) -> None:
        """The finger meant it: open what it is on."""
        if self._pressed is not None:
            self._set_cursor(self._pressed)
            self.letGo()
            self.openCursor()

    @Slot()
    def openCursor(self) -> None:
        """Tell all about the programme that the keys are on."""
        if self._grid.has(self._cursor.row):
            cell = self._grid.cell_at(self._cursor.row, self._cursor.at_s)
            programme = None if is_gap(cell) else self._listings.programme(cell)
            self._card.show(self._grid.channels[self._cursor.row], cell, programme)
            self._lay(self.Panel.Programme)

    @Slot()
    def openDays(self) -> None:
        """Offer the days."""
        self._lay(self.Panel.Days)

    @Slot()
    def closePanel(self) -> None:
        """Put away what lies over the grid."""
        self._lay(self.Panel.Nothing)

    @Slot()
    def jumpToNow(self) -> None:
        """Show what is on now."""
        self._jump(jump_to_now(self._on_now.at_s))

    @Slot()
    def jumpToTonight(self) -> None:
        """Show this evening."""
        self._jump(jump_to_tonight(self._on_now.at_s, self._moments))

    @Slot(int)
    def jumpToDay(self, place: int) -> None:
        """Show a day by its place among the days."""
        days = self._calendar.all_days()
        self.closePanel()
        if place < len(days):
            self._jump(jump_to_day(days[place], self._on_now.at_s, self._moments))

    @Slot(int)
    def watch(self, number: int) -> None:
        """Go to a channel."""
        self.watchWanted.emit(number)

    def _jump(self, moment_s: int) -> None:
        span = self._grid.span
        lead_s = span.within(moment_s)
        self._set_cursor(replace(self._cursor, at_s=span.within(max(lead_s, self._on_now.at_s))))
        self.leadWanted.emit(lead_s - span.origin_s)

    def _reach(self) -> None:
        self._set_span(span_at(self._on_now.at_s, self._listings.last_s, self._moments).origin_s)

    def _set_span(self, origin_s: int) -> None:
        span = replace(span_at(self._on_now.at_s, self._listings.last_s, self._moments), origin_s=origin_s)
        self._calendar.set_span(span)
        self._grid.set_span(span)

    @Slot()
    def _on_listings(self) -> None:
        """The guide is another one, or in another language: where one looks stays, so its begin stays too."""
        if self._open:
            self._set_span(self._grid.span.origin_s)
        self._grid.renew()

    def _set_cursor(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self.cursorChanged.emit()

    def _lay(self, panel: Panel) -> None:
        if panel is not self._panel:
            self._panel = panel
            self.panelChanged.emit()

    def _get_focused(self) -> bool:
        return self._focused

    def _set_focused(self, focused: bool) -> None:
        self._focused = focused

    focused = Property(bool, _get_focused, _set_focused)

    @Property(Grid, constant=True)
    def grid(self) -> Grid:
        return self._grid

    @Property(Calendar, constant=True)
    def calendar(self) -> Calendar:
        return self._calendar

    @Property(Card, constant=True)
    def card(self) -> Card:
        return self._card

    @Property(int, notify=panelChanged)
    def panel(self) -> int:
        return self._panel.value

    @Property(int, notify=cursorChanged)
    def cursorLine(self) -> int:
        return self._cursor.row

    @Property(int, notify=cursorChanged)
    def cursorAt(self) -> int:
        return self._cursor.at_s - self._grid.span.origin_s

    @Property(int, notify=pressedChanged)
    def pressedLine(self) -> int:
        return self._pressed.row if self._pressed else -1

    @Property(int, notify=pressedChanged)
    def pressedAt(self) -> int:
        return self._pressed.at_s - self._grid.span.origin_s if self._pressed else -1
