"""Keeps where the patient is in the session's memory, and brings the same patient back there after a crash."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import QObject, Slot

from flexcare.session.offer import PaletteName, TextSize
from kiosk.comfort.comfort import Comfort
from kiosk.guide.favourites import Favourites
from kiosk.guide.reminders import Reminder, Reminders
from kiosk.player.player import Player
from kiosk.radio.radio import Radio
from kiosk.recollection import FAVOURITES_MAX, REMINDERS_MAX, Memory, Recollection
from kiosk.shell.shell import Shell
from kiosk.tv.television import Television

log = logging.getLogger(__name__)

PageName = Literal["Welcome", "Home", "Television", "Radio", "Easy"]


@dataclass(frozen=True)
class Kept:
    """The parts of a session whose state survives a crash."""

    shell: Shell
    television: Television
    radio: Radio
    player: Player
    comfort: Comfort
    favourites: Favourites
    reminders: Reminders


class Keeper(QObject):
    """Writes every change as it happens; a session without a memory keeps nothing and is none the worse for it."""

    def __init__(self, parts: Kept, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._memory: Memory | None = None
        for changed in (
            parts.shell.pageChanged,
            parts.shell.speech.changed,
            parts.television.channelChanged,
            parts.radio.stationChanged,
            parts.player.stateChanged,
            parts.player.sound.percentChanged,
            parts.player.sound.mutedChanged,
            parts.comfort.changed,
            parts.favourites.changed,
            parts.reminders.changed,
        ):
            changed.connect(self._keep)

    def begin(self, descriptor: int, *, resumed: bool) -> None:
        """Take this memory, which becomes ours: bring back what stands in it where `resumed`, else let nothing stand in it."""
        memory = Memory(descriptor)
        try:
            if not resumed:
                memory.forget()
            elif (recollection := memory.recall()) is not None:
                self._bring_back(recollection)
        except OSError:
            self._give_up(memory)
            return
        self._drop()
        self._memory = memory
        self._keep()

    @Slot()
    def forget(self) -> None:
        """The session is over: nothing of it shall stand in the memory, and nothing more is kept."""
        if self._memory is not None:
            self._memory.forget()
        self._drop()

    def close(self) -> None:
        """Keep nothing more; what stands in the memory stays."""
        self._drop()

    def _bring_back(self, recollection: Recollection) -> None:
        """Put the screen where it was. What this ward no longer offers (a language, a channel) is left as it is."""
        parts = self._parts
        parts.comfort.setTextSize(recollection.text_size)
        if recollection.palette_is_chosen:
            parts.comfort.setPalette(recollection.palette)
        parts.player.sound.setProperty("percent", recollection.volume)
        parts.player.sound.setProperty("muted", recollection.muted)
        parts.shell.speak(recollection.language)
        parts.favourites.bring_back(recollection.favourites)
        parts.reminders.bring_back(Reminder(start_s, channel, stop_s) for channel, start_s, stop_s in recollection.reminders)
        if recollection.channel is not None:
            parts.television.recall(recollection.channel)
        if recollection.station is not None:
            parts.radio.recall(recollection.station)
        parts.shell.resume(Shell.Page[recollection.page])
        if recollection.page == "Radio" and not recollection.playing:
            parts.radio.stop()
        if recollection.page == "Easy" and not recollection.playing:
            parts.television.leave()

    @Slot()
    def _keep(self) -> None:
        if self._memory is None or (recollection := self._recollection()) is None:
            return
        try:
            self._memory.keep(recollection)
        except OSError:
            self._give_up(self._memory)
            self._memory = None

    def _recollection(self) -> Recollection | None:
        parts = self._parts
        page = parts.shell.current_page
        if page is Shell.Page.NotSetUp:
            return None
        return Recollection(
            # What is only read is a touch away from Home, and Home is where reading ends.
            page="Home" if page in (Shell.Page.Privacy, Shell.Page.Services) else cast("PageName", page.name),
            channel=parts.television.channel.number if parts.television.channel else None,
            station=parts.radio.station.number if parts.radio.station else None,
            playing=parts.player.current_state is not Player.State.Idle,
            volume=parts.player.sound.current_percent,
            muted=parts.player.sound.is_muted,
            language=parts.shell.speech.spoken,
            text_size=cast("TextSize", parts.comfort.current_text_size),
            palette=cast("PaletteName", parts.comfort.current_palette),
            palette_is_chosen=parts.comfort.palette_is_chosen,
            favourites=tuple(sorted(parts.favourites.all)[:FAVOURITES_MAX]),
            reminders=tuple((one.channel, one.start_s, one.stop_s) for one in parts.reminders.all[:REMINDERS_MAX]),
        )

    def _give_up(self, memory: Memory) -> None:
        log.warning("the session's memory cannot be used; a crash would begin anew")
        memory.close()

    def _drop(self) -> None:
        if self._memory is not None:
            self._memory.close()
            self._memory = None
