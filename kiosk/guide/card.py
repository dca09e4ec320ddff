"""One programme as its sheet tells it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Credit, Programme, Slot
from flexcare.lineup.channel import Channel, Stream
from kiosk.guide.calendar import Calendar
from kiosk.guide.cells import is_gap
from theme.translations.translations import LANGUAGES

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1

CREDITS_MAX = 8
NOBODY = Slot(0, 0, 0, 0, "")
NO_CHANNEL = Channel(0, "", Stream(""))


@QmlElement
class Card(QObject):
    """What the guide knows of the programme that was touched last. A stretch without a programme has an empty title."""

    changed = Signal()

    def __init__(self, calendar: Calendar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calendar = calendar
        calendar.changed.connect(self.changed)
        self._channel = NO_CHANNEL
        self._programme = Programme(NOBODY)

    def show(self, channel: Channel, slot: Slot, programme: Programme | None) -> None:
        """Be about this programme; where the guide cannot tell more, about what stands in the grid."""
        self._channel = channel
        self._programme = programme or Programme(slot)
        self.changed.emit()

    @property
    def slot(self) -> Slot:
        """The programme as it stands in the grid."""
        return self._programme.slot

    @property
    def on_channel(self) -> Channel:
        """The channel that shows it."""
        return self._channel

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return not is_gap(self._programme.slot)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._programme.slot.title

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._channel.number

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel.name

    @Property(int, notify=changed)
    def day(self) -> int:
        """How many days from today it begins."""
        return self._calendar.day_of(self.slot.start_s)

    @Property(str, notify=changed)
    def date(self) -> str:
        return self._calendar.date_of(self.slot.start_s)

    @Property(str, notify=changed)
    def times(self) -> str:
        return self._calendar.stretch(self.slot.start_s, self.slot.stop_s)

    @Property(bool, notify=changed)
    def onNow(self) -> bool:
        return self.slot.start_s <= self._calendar.now_s < self.slot.stop_s

    @Property(float, notify=changed)
    def progress(self) -> float:
        """How much of it is over, 0 to 1."""
        length_s = max(1, self.slot.stop_s - self.slot.start_s)
        return min(1.0, max(0.0, (self._calendar.now_s - self.slot.start_s) / length_s))

    @Property(str, notify=changed)
    def subtitle(self) -> str:
        return self._programme.subtitle

    @Property(str, notify=changed)
    def description(self) -> str:
        return self._programme.description

    @Property(str, notify=changed)
    def episode(self) -> str:
        return self._programme.episode

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Categories and year of production."""
        year = [str(self._programme.year)] if self._programme.year else []
        return " · ".join([*self._programme.categories, *year])

    @Property(int, notify=changed)
    def age(self) -> int:
        """The least age in years, 0 where the guide says nothing of it."""
        return self._programme.age or 0

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self._programme.is_live

    @Property(bool, notify=changed)
    def premiere(self) -> bool:
        return self._programme.is_premiere

    @Property(bool, notify=changed)
    def repeated(self) -> bool:
        return self._programme.is_repeat

    @Property(str, notify=changed)
    def languages(self) -> str:
        """The languages in which the guide tells of it, each by its own name; empty where it is told in one only."""
        codes = self._programme.languages
        return ", ".join(LANGUAGES[code].name if code in LANGUAGES else code for code in codes) if len(codes) > 1 else ""

    @Property(str, notify=changed)
    def directors(self) -> str:
        return names(self._programme.credits, "director")

    @Property(str, notify=changed)
    def cast(self) -> str:
        return names(self._programme.credits, "actor", "presenter", "guest")


def names(credits: Sequence[Credit], *roles: str) -> str:  # noqa: A002 - the field's own term
    """The first few who had one of these roles."""
    return ", ".join([credit.name for credit in credits if credit.role in roles][:CREDITS_MAX])
