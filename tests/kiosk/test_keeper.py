"""After a crash the same patient finds everything as it was; anybody else finds a clean start."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from flexcare.guide.programme import Slot as GuideSlot
from flexcare.session.memory import MEMORY_BYTES, new_memory
from kiosk.recollection import Memory, Recollection
from tests.helpers.bedside import Bedside, channel, offer

CHANNELS = [channel(number, "http://127.0.0.1:9/nothing.ts") for number in (1, 5, 9)]
STATIONS = [channel(number, "http://127.0.0.1:9/nothing.mp3", radio=True) for number in (101, 102)]
LATER_S = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp())
NewBedside = Callable[..., Bedside]


@pytest.fixture
def memory() -> Iterator[int]:
    """The supervisor's own handle on a session's memory."""
    descriptor = new_memory()
    yield descriptor
    os.close(descriptor)


def bedside_with(new_bedside: NewBedside, memory: int, *, resumed: bool = False) -> Bedside:
    bedside = new_bedside(offer(*CHANNELS, *STATIONS))
    bedside.kiosk.keeper.begin(os.dup(memory), resumed=resumed)
    return bedside


def kept(memory: int) -> Recollection | None:
    return Memory(memory).recall()


def use(bedside: Bedside) -> None:
    """Make everything different from how a session begins."""
    kiosk = bedside.kiosk
    kiosk.shell.start("da")
    kiosk.comfort.setTextSize("large")
    kiosk.comfort.setPalette("night")
    kiosk.shell.open("radio")
    kiosk.radio.choose(1)
    kiosk.shell.goHome()
    kiosk.shell.open("tv")
    kiosk.television.zap(1)
    kiosk.favourites.toggle(9)
    kiosk.reminders.toggle(GuideSlot(0, 5, LATER_S, LATER_S + 1800, "A title that is not kept"))
    bedside.press(Qt.Key.Key_VolumeUp)
    bedside.press(Qt.Key.Key_M)


USED = Recollection("Television", 5, 102, True, 60, True, "da", "large", "night", (9,), ((5, LATER_S, LATER_S + 1800),), True)


def test_every_change_is_kept(new_bedside: NewBedside, memory: int) -> None:
    use(bedside_with(new_bedside, memory))
    assert kept(memory) == USED


def test_the_same_patient_finds_everything_again(new_bedside: NewBedside, memory: int) -> None:
    Memory(memory).keep(USED)
    after = bedside_with(new_bedside, memory, resumed=True)
    screen = after.see(lambda screen: screen.page == "Television")
    assert (screen.number, screen.language, screen.text_size, screen.palette, screen.volume) == (5, "da", "large", "night", 60)
    assert screen.player != "Idle"
    assert after.kiosk.player.sound.is_muted
    assert after.kiosk.radio.property("number") == 102
    assert after.kiosk.favourites.all == {9}
    assert [one.key for one in after.kiosk.reminders.all] == [(5, LATER_S)]
    assert kept(memory) == USED


def test_who_read_about_privacy_finds_home_again(new_bedside: NewBedside, memory: int) -> None:
    bedside = bedside_with(new_bedside, memory)
    bedside.kiosk.shell.start()
    bedside.kiosk.shell.openPrivacy()
    bedside.see(lambda screen: screen.page == "Privacy")
    recollection = kept(memory)
    assert recollection is not None
    assert recollection.page == "Home"


@pytest.mark.parametrize("playing", [True, False])
def test_whether_the_radio_plays_is_kept(new_bedside: NewBedside, memory: int, playing: bool) -> None:
    kiosk = bedside_with(new_bedside, memory).kiosk
    kiosk.shell.start()
    kiosk.shell.open("radio")
    kiosk.radio.choose(1)
    if not playing:
        kiosk.radio.stop()
    assert kept(memory) == Recollection(page="Radio", station=102, playing=playing)


@pytest.mark.parametrize("playing", [True, False])
def test_the_radio_is_as_it_was(new_bedside: NewBedside, memory: int, playing: bool) -> None:
    Memory(memory).keep(Recollection(page="Radio", station=102, playing=playing))
    after = bedside_with(new_bedside, memory, resumed=True)
    screen = after.see(lambda screen: screen.page == "Radio")
    assert (screen.player != "Idle") == playing
    assert after.kiosk.radio.property("on") == playing
    assert after.kiosk.radio.property("number") == 102


def test_the_next_patient_finds_nothing(new_bedside: NewBedside, memory: int) -> None:
    Memory(memory).keep(USED)
    clean = bedside_with(new_bedside, memory)
    screen = clean.see(lambda screen: screen.page == "Welcome")
    assert (screen.number, screen.language, screen.text_size, screen.palette, screen.volume) == (0, "en", "standard", "day", 50)
    assert kept(memory) == Recollection()


def test_what_the_ward_no_longer_offers_is_left_out(new_bedside: NewBedside, memory: int) -> None:
    Memory(memory).keep(Recollection("Home", 77, 777, False, 20, False, "pl", "largest", "contrast"))
    after = bedside_with(new_bedside, memory, resumed=True)
    screen = after.see(lambda screen: screen.page == "Home")
    assert (screen.number, screen.language, screen.text_size, screen.volume) == (0, "en", "largest", 20)


def test_a_memory_of_rubbish_begins_anew(new_bedside: NewBedside, memory: int) -> None:
    os.pwrite(memory, b"\xa5" * MEMORY_BYTES, 0)
    after = bedside_with(new_bedside, memory, resumed=True)
    assert after.see(lambda screen: screen.page == "Welcome").volume == 50
    assert kept(memory) == Recollection()


def test_the_end_leaves_nothing_in_the_memory(new_bedside: NewBedside, memory: int) -> None:
    bedside = bedside_with(new_bedside, memory)
    use(bedside)
    bedside.kiosk.ending.clear()
    assert os.pread(memory, MEMORY_BYTES, 0) == bytes(MEMORY_BYTES)


@pytest.mark.parametrize("resumed", [True, False])
def test_what_is_no_memory_does_no_harm(new_bedside: NewBedside, resumed: bool) -> None:
    bedside = new_bedside(offer(*CHANNELS))
    reading, writing = os.pipe()
    pipe = os.fstat(writing)
    bedside.kiosk.keeper.begin(writing, resumed=resumed)
    os.close(reading)
    bedside.touch("Start")
    assert bedside.see(lambda screen: screen.page == "Home").volume == 50
    with suppress(OSError):
        # The number may be somebody else's by now.
        assert not os.path.samestat(os.fstat(writing), pipe), "the descriptor was not closed"
