"""The search page as the patient handles it: what was typed, the group that was chosen, what was found.

What is typed stays here until the page is left; it is told to nobody and written nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Slot as GuideSlot
from flexcare.lineup.channel import Channel
from kiosk.guide.calendar import Calendar
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.search.finder import Finder, groups_of
from kiosk.search.results import Result, Results
from kiosk.tv.channels import logo_url

QML_IMPORT_NAME = "kiosk.search"
QML_IMPORT_MAJOR_VERSION = 1

CHANNELS_MAX = 60
PROGRAMMES_MAX = 60
GROUP_LOOK_MAX = 2000
"""So many programmes are looked through for those of one group: the soonest of all channels may all be of others."""
PROGRAMME_LETTERS = 2
"""A single letter begins half of all titles."""


@QmlElement
class Search(QObject):
    """What is looked for and found. A touched channel is asked for by `channelWanted`, a programme by `programmeWanted`."""

    typedChanged = Signal()
    groupChanged = Signal()
    foundChanged = Signal()
    channelWanted = Signal(int)
    programmeWanted = Signal(object, object)

    def __init__(
        self, channels: Sequence[Channel], logos: Path, listings: Listings, days: Calendar, moments: Moments, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._channels = tuple(channels)
        self._finder: Finder | None = None
        self._by_number = {channel.number: channel for channel in channels}
        self._groups = groups_of(channels)
        self._logos = logos
        self._listings = listings
        self._days = days
        self._moments = moments
        self._results = Results(self)
        self._typed = ""
        self._group = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self._by_number

    @property
    def found(self) -> Results:
        """What was found."""
        return self._results

    @Slot()
    def clear(self) -> None:
        """Forget what was typed and chosen."""
        self._set_typed("")
        self.chooseGroup("")

    @Slot(str)
    def chooseGroup(self, group: str) -> None:
        """Look only in this group; in all of them where it is chosen again, or empty."""
        wanted = "" if group == self._group else group
        if wanted != self._group:
            self._group = wanted
            self.groupChanged.emit()
            self.look()

    @Slot(int)
    def pick(self, place: int) -> None:
        """A result was touched."""
        result = self._results[place]
        if result.slot is None:
            self.channelWanted.emit(result.number)
        else:
            self.programmeWanted.emit(self._by_number[result.number], result.slot)

    @Slot()
    def look(self) -> None:
        """Look again: something else was typed, or what there is to find has changed."""
        self._results.show([*self._lineup(), *self._on_air()])
        self.foundChanged.emit()

    def _lineup(self) -> list[Result]:
        if not self._typed and not self._group:
            return []
        # Names are taken apart when somebody looks for one, not before the first frame.
        if self._finder is None:
            self._finder = Finder(self._channels)
        found = self._finder.find(self._typed, self._group)
        if self._typed.strip():
            found = found[:CHANNELS_MAX]
        return [Result(channel.number, channel.name, logo_url(channel, self._logos), radio=channel.radio) for channel in found]

    def _on_air(self) -> list[Result]:
        if len(self._typed.strip()) < PROGRAMME_LETTERS:
            return []
        now_s = self._days.now_s
        slots = self._listings.search(self._typed, now_s, GROUP_LOOK_MAX if self._group else PROGRAMMES_MAX)
        offered = [slot for slot in slots if self._is_offered(slot)]
        return [self._told(slot, now_s) for slot in offered[:PROGRAMMES_MAX]]

    def _is_offered(self, slot: GuideSlot) -> bool:
        channel = self._by_number.get(slot.channel)
        return channel is not None and (not self._group or self._group in channel.groups)

    def _told(self, slot: GuideSlot, now_s: int) -> Result:
        channel = self._by_number[slot.channel]
        return Result(
            number=channel.number,
            name=channel.name,
            logo=logo_url(channel, self._logos),
            slot=slot,
            title=slot.title,
            day=self._days.day_of(slot.start_s),
            date=self._days.date_of(slot.start_s),
            times=self._moments.stretch(slot.start_s, slot.stop_s),
            until=self._moments.clock(slot.stop_s),
            on=slot.start_s <= now_s < slot.stop_s,
        )

    def _get_typed(self) -> str:
        return self._typed

    def _set_typed(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.typedChanged.emit()
            self.look()

    typed = Property(str, _get_typed, _set_typed, notify=typedChanged)

    @Property(str, notify=groupChanged)
    def group(self) -> str:
        return self._group

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def groups(self) -> list[str]:
        return list(self._groups)

    @Property(Results, constant=True)
    def results(self) -> Results:
        return self._results

    @Property(int, notify=foundChanged)
    def count(self) -> int:
        return self._results.rowCount()

    @Property(bool, notify=foundChanged)
    def nothingFound(self) -> bool:
        """Whether something was looked for in vain."""
        return bool(self._typed.strip()) and self._results.rowCount() == 0
