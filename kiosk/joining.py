"""How search, favourites and reminders hang together with what is on the screen; a part of the composition root."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject

from flexcare.session.messages import Conditions
from flexcare.session.page_volume import PageVolume, sound_door
from kiosk.comfort.comfort import Comfort
from kiosk.ending.tone import Tone
from kiosk.guide.favourites import Favourites
from kiosk.guide.listings import Listings
from kiosk.guide.reminders import Reminders
from kiosk.guide.reminding import Circumstances, Reminding
from kiosk.guide.selection import Selection
from kiosk.life import Life
from kiosk.notice.hospital_notice import HospitalNotice
from kiosk.player.player import Player
from kiosk.search.search import Search
from kiosk.shell.shell import Shell, Stage
from kiosk.web.page_sound import PageSound
from kiosk.web.visits import Visits
from kiosk.web.words import Remind, Say


def circumstances(shell: Shell, stage: Stage) -> Circumstances:
    """What a reminder asks before it tells."""

    def watched() -> int | None:
        # After Off in easy mode a channel is still chosen, but nobody watches it.
        plays = stage.player.current_state is not Player.State.Idle
        if plays and shell.shows_television and stage.television.channel is not None:
            return stage.television.channel.number
        return stage.radio.station.number if stage.radio.is_on and stage.radio.station is not None else None

    def may_tell() -> bool:
        away = shell.current_page in (Shell.Page.Welcome, Shell.Page.NotSetUp)
        return not (away or stage.still_there.is_asking or stage.ending.has_ended)

    return Circumstances(watched, may_tell)


def join_conditions(life: Life, comfort: Comfort, player: Player, tone: Tone) -> None:
    """Let the hours of the bed be seen and heard."""

    def heed(now: Conditions) -> None:
        comfort.heed(night=now.night, light_percent=now.light_percent)
        player.sound.heed(loudest_percent=now.loudest_percent, silent=now.silent)
        tone.heed(loudest_percent=now.loudest_percent, silent=now.silent)

    life.conditionsTold.connect(heed)


def join_favourites(favourites: Favourites, selection: Selection, shell: Shell, stage: Stage) -> None:
    """Let a star be seen wherever channels are listed; a group that was chosen is let go with the guide."""
    favourites.changed.connect(lambda: stage.television.put_first(favourites))
    favourites.changed.connect(lambda: stage.radio.put_first(favourites))
    selection.changed.connect(lambda: stage.guide.set_channels(selection.channels))
    shell.sheetChanged.connect(lambda: None if shell.current_sheet is Shell.Sheet.Guide else selection.choose(""))


def join_reminders(reminders: Reminders, reminding: Reminding, shell: Shell, stage: Stage) -> None:
    """Let reminders know what happens, be told in the frame of a web visit too, and end with the session."""
    visits = stage.services.visits

    def tell_visits() -> None:
        notice = reminders.notice if reminding.is_shown else None
        visits.tell(Remind(notice is not None, *((notice.title[:300], reminding.channel_name[:100]) if notice else ())))

    def answer(watch: bool) -> None:
        if watch:
            visits.leave()
            reminders.watch()
        else:
            reminders.close()

    reminding.changed.connect(tell_visits)
    visits.reminded.connect(answer)
    reminders.watchWanted.connect(shell.watch)
    plays = (stage.player.numberChanged, stage.television.channelChanged, stage.radio.stationChanged)
    for happened in (shell.pageChanged, *plays, stage.still_there.askingChanged):
        happened.connect(reminding.look)
    stage.ending.over.connect(reminders.forget)
    stage.ending.over.connect(reminding.look)


def join_notice(notice: HospitalNotice, visits: Visits) -> None:
    """Let the hospital's notice be said in the frame of a web visit too, as over television."""

    def tell_visits() -> None:
        visits.tell(Say(notice.open_text))

    notice.changed.connect(tell_visits)
    visits.unsaid.connect(notice.close)
    tell_visits()


def join_sound(player: Player, visits: Visits, parent: QObject) -> None:
    """Let pages of web services be as loud as everything else here."""
    PageSound(player.sound, visits, PageVolume(sound_door(os.environ)), parent)


def join_search(search: Search, listings: Listings, shell: Shell, stage: Stage) -> None:
    """Let what was found be watched, heard or told about; what was typed is gone when the page is."""
    search.channelWanted.connect(shell.watch)
    search.programmeWanted.connect(stage.guide.tell)
    listings.changed.connect(search.look)
    shell.sheetChanged.connect(lambda: None if shell.current_sheet is Shell.Sheet.Search else search.clear())
