"""The programmes of which this patient wants to be reminded, and the quiet notice when one of them begins.

Nothing blinks and nothing sounds. The notice never lies over the question whether somebody is there, and an ended session shows none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.guide.programme import Slot as GuideSlot
from kiosk.guide.listings import Listings
from kiosk.guide.moments import MINUTE_S

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1

NOTICE_S = 10 * MINUTE_S
"""So long a notice waits for somebody to see it; a programme that is over is not told of at all."""


@dataclass(frozen=True, order=True)
class Reminder:
    """A programme by its channel and times. title: "" where it was kept over a crash and is not looked up yet."""

    start_s: int
    channel: int
    stop_s: int
    title: str = ""

    @property
    def key(self) -> tuple[int, int]:
        return self.channel, self.start_s

    @property
    def until_s(self) -> int:
        """Until when it is worth a notice."""
        return min(self.stop_s, self.start_s + NOTICE_S)


NONE = Reminder(0, 0, 0)


@QmlElement
class Reminders(QObject):
    """Reminders by programme. They live in this session's memory and end with it.

    `changed` when one was set or taken back, `noticeChanged` when the notice comes, goes, or is another.
    """

    changed = Signal()
    noticeChanged = Signal()
    watchWanted = Signal(int)

    def __init__(self, listings: Listings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._waiting: dict[tuple[int, int], Reminder] = {}
        self._due: list[Reminder] = []
        self._now_s = 0

    @property
    def all(self) -> tuple[Reminder, ...]:
        """Those that wait for their programme and those that were not closed yet, by start."""
        return tuple(sorted((*self._waiting.values(), *self._due)))

    @property
    def notice(self) -> Reminder | None:
        """What is to be told now."""
        return self._due[0] if self._due else None

    def bring_back(self, reminders: Iterable[Reminder]) -> None:
        """Wait for these."""
        self._waiting = {reminder.key: reminder for reminder in reminders}
        self.changed.emit()

    def has(self, slot: GuideSlot) -> bool:
        """Whether somebody wants to be reminded of a programme."""
        return (slot.channel, slot.start_s) in self._waiting

    def toggle(self, slot: GuideSlot) -> None:
        """Remind of a programme, or no more; one that has begun needs no reminder."""
        key = (slot.channel, slot.start_s)
        if key in self._waiting:
            del self._waiting[key]
        elif slot.start_s > self._now_s:
            self._waiting[key] = Reminder(slot.start_s, slot.channel, slot.stop_s, slot.title)
        self.changed.emit()

    def pass_time(self, now_s: int, watched: int | None) -> None:
        """It is this moment, and this channel is on the screen: tell what begins, and let go what nobody needs to be told of any more."""
        self._now_s = now_s
        before = self._due
        begun = sorted(reminder for reminder in self._waiting.values() if reminder.start_s <= now_s)
        for reminder in begun:
            del self._waiting[reminder.key]
        self._due = [one for one in (*before, *map(self._named, begun)) if now_s < one.until_s and one.channel != watched]
        if begun:
            self.changed.emit()
        self._told(before)

    @Slot()
    def close(self) -> None:
        """The notice was seen."""
        before, self._due = self._due, self._due[1:]
        self.changed.emit()
        self._told(before)

    @Slot()
    def watch(self) -> None:
        """Go to the programme that the notice is about."""
        notice = self.notice
        self.close()
        if notice is not None:
            self.watchWanted.emit(notice.channel)

    @Slot()
    def forget(self) -> None:
        """The session is over."""
        before, self._due, self._waiting = self._due, [], {}
        self._told(before)

    def _named(self, reminder: Reminder) -> Reminder:
        if reminder.title:
            return reminder
        found = self._listings.window([reminder.channel], reminder.start_s, reminder.start_s + 1)
        return replace(reminder, title=found[0].title if found else "")

    def _told(self, before: list[Reminder]) -> None:
        if before[:1] != self._due[:1]:
            self.noticeChanged.emit()

    @Property(bool, notify=noticeChanged)
    def due(self) -> bool:
        return bool(self._due)

    @Property(str, notify=noticeChanged)
    def title(self) -> str:
        return self._due[0].title if self._due else ""

    @Property(int, notify=noticeChanged)
    def channel(self) -> int:
        return self._due[0].channel if self._due else 0
