"""Easy mode on real streams: five large buttons, nothing to get lost in, and a way back."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from deploy.headend.client import Headend
from flexcare.session.memory import new_memory
from kiosk.recollection import Memory
from kiosk.shell.focus import reachable
from tests.helpers.bedside import Bedside, channel, offer
from tests.journeys.test_television import plays
from theme.measures import EASY_TARGET_MM

NewBedside = Callable[..., Bedside]
NAMES = ("et", "nyt24", "natur")


@pytest.fixture
def easy(new_bedside: NewBedside, small_headend: Headend) -> Bedside:
    """Easy mode, as a patient turns it on."""
    bedside = new_bedside(offer(*(channel(number, small_headend.stream(name), name) for number, name in enumerate(NAMES, start=1))))
    for name in ("Start", "Comfort"):
        bedside.touch(name)
    bedside.kiosk.comfort.setTextSize("standard")
    bedside.kiosk.shell.openEasy()  # the button lies further down the sheet
    bedside.see(lambda screen: screen.page == "Easy" and screen.sheet == "Nothing")
    return bedside


def test_the_comfort_sheet_offers_it_where_there_is_television(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")))
    bedside.touch("Start")
    bedside.touch("Comfort")
    bedside.see(lambda screen: screen.sheet == "Comfort")
    bedside.settle()
    assert any(item.property("text") == "Turn on easy mode" for item in bedside.items("ActionButton"))
    radio = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.mp3", radio=True)))
    radio.kiosk.shell.start()
    radio.kiosk.shell.openEasy()
    assert radio.kiosk.shell.current_page.name == "Home"


def test_five_large_buttons_and_nothing_else(easy: Bedside) -> None:
    easy.see(plays(1))
    easy.settle()
    buttons = [item for item in reachable(easy.kiosk.window.contentItem()) if item.property("text")]
    assert {item.property("text") for item in buttons} == {"Channel up", "Channel down", "Louder", "Quieter", "Off"}
    least = EASY_TARGET_MM * easy.kiosk.theme.property("target") / 12.0
    sizes = {item.property("text"): min(item.width(), item.height()) for item in buttons}
    assert {name: side for name, side in sizes.items() if side < least - 2} == {}


def test_channel_and_volume(easy: Bedside) -> None:
    easy.see(plays(1))
    volume = easy.kiosk.player.sound.current_percent
    easy.touch("Channel up")
    easy.see(plays(2))
    easy.touch("Channel down")
    easy.touch("Channel down")
    easy.see(plays(3))
    easy.touch("Louder")
    assert easy.kiosk.player.sound.current_percent > volume
    easy.touch("Quieter")
    easy.touch("Quieter")
    assert easy.kiosk.player.sound.current_percent < volume
    easy.press(Qt.Key.Key_2)
    easy.see(plays(2))


def test_no_key_leads_away(easy: Bedside) -> None:
    easy.see(plays(1))
    for key in (Qt.Key.Key_HomePage, Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Return, Qt.Key.Key_Left):
        easy.press(key)
        assert easy.kiosk.shell.current_page.name == "Easy"
    easy.press(Qt.Key.Key_PageUp)
    easy.see(plays(2))


def test_off_shows_the_time_and_the_way_back(easy: Bedside) -> None:
    easy.see(plays(1))
    easy.touch("Off")
    easy.see(lambda screen: screen.player == "Idle")
    easy.touch("Television")
    easy.see(plays(1))
    easy.touch("Off")
    easy.touch("Everything else")
    easy.see(lambda screen: screen.page == "Home" and screen.player == "Idle")
    # And television as everybody else has it still has its picture.
    easy.touch("Television")
    easy.see(lambda screen: screen.page == "Television" and plays(1)(screen))


@pytest.mark.parametrize("off", [False, True])
def test_the_same_patient_finds_it_again_after_a_crash(new_bedside: NewBedside, small_headend: Headend, off: bool) -> None:
    memory = new_memory()
    try:
        channels = offer(channel(1, small_headend.stream("et"), "et"), channel(2, small_headend.stream("natur"), "natur"))
        before = new_bedside(channels)
        before.kiosk.keeper.begin(os.dup(memory), resumed=False)
        before.kiosk.shell.start()
        before.kiosk.shell.openEasy()
        before.see(plays(1))
        if off:
            before.touch("Off")
            before.see(lambda screen: screen.player == "Idle")
        recollection = Memory(memory).recall()
        assert recollection is not None
        assert (recollection.page, recollection.playing) == ("Easy", not off)
        after = new_bedside(channels)
        after.kiosk.keeper.begin(os.dup(memory), resumed=True)
        after.see(lambda screen: screen.page == "Easy" and (screen.player == "Idle" if off else plays(1)(screen)))
    finally:
        os.close(memory)
