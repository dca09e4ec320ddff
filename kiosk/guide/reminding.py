"""Joins the reminders to what they hang on: the clock, what plays, the programme sheet, and whether a session is there to be reminded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.lineup.channel import Channel
from kiosk.guide.card import Card
from kiosk.guide.on_now import OnNow
from kiosk.guide.reminders import Reminders

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Circumstances:
    """watched: the number of the channel that plays, or None. may_tell: whether somebody is there whom a notice does not disturb."""

    watched: Callable[[], int | None]
    may_tell: Callable[[], bool]


@QmlElement
class Reminding(QObject):
    """What the programme sheet and the notice ask.

    `offered` for a programme that has not begun, `wanted` where somebody wants to be reminded of it, `shown` while the notice is.
    """

    changed = Signal()

    def __init__(
        self,
        reminders: Reminders,
        card: Card,
        on_now: OnNow,
        channels: Sequence[Channel],
        circumstances: Circumstances,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders = reminders
        self._card = card
        self._on_now = on_now
        self._names = {channel.number: channel.name for channel in channels}
        self._circumstances = circumstances
        card.changed.connect(self.changed)
        reminders.changed.connect(self.changed)
        reminders.noticeChanged.connect(self.changed)
        on_now.ticked.connect(self.look)
        self.look()

    @property
    def is_shown(self) -> bool:
        """Whether the notice is on the screen."""
        return self._reminders.notice is not None and self._circumstances.may_tell()

    @property
    def channel_name(self) -> str:
        """The name of the channel that the notice is about."""
        notice = self._reminders.notice
        return self._names.get(notice.channel, "") if notice else ""

    @Slot()
    def look(self) -> None:
        """Time has passed, another channel plays, or somebody came or went."""
        self._reminders.pass_time(self._on_now.at_s, self._circumstances.watched())
        self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Remind of the programme on the sheet, or no more."""
        self._reminders.toggle(self._card.slot)

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        return self._card.slot.title != "" and self._card.slot.start_s > self._on_now.at_s

    @Property(bool, notify=changed)
    def wanted(self) -> bool:
        return self._reminders.has(self._card.slot)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.is_shown

    @Property(str, notify=changed)
    def channelName(self) -> str:
        return self.channel_name
