"""A star puts a channel first wherever channels are listed, and changes nothing about zapping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.guide.favourites import Favourites
from kiosk.guide.selection import Selection
from kiosk.tv.channels import Channels, Role
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, lineup

NewBedside = Callable[..., Bedside]


@pytest.fixture
def bedside(new_bedside: NewBedside, tmp_path: Path) -> Bedside:
    channels = [replace(one, groups=("Danmark",) if one.number in (1, 3, 5) else ("Verden",)) for one in lineup()]
    made = new_bedside(offer(*channels), clock=FakeClock(NOW))
    give_guide(made, tmp_path / "ward-0", *evening())
    made.touch("Start")
    made.see(lambda screen: screen.page == "Home")
    return made


def listed(channels: Channels) -> list[object]:
    return [channels.data(channels.index(row), Role.NUMBER) for row in range(channels.rowCount())]


def strip(bedside: Bedside) -> list[object]:
    return listed(bedside.kiosk.television.channel_list)


def watch(bedside: Bedside, number: int) -> None:
    bedside.kiosk.shell.watch(number)
    bedside.see(lambda screen: screen.page == "Television" and screen.number == number)


def test_a_star_from_the_overlay_puts_the_channel_first_in_the_strip(bedside: Bedside) -> None:
    watch(bedside, 4)
    bedside.kiosk.television.showOverlay()
    bedside.touch("Put first")
    assert strip(bedside) == [4, 1, 2, 3, 5, 6, 7]
    assert bedside.kiosk.television.property("position") == 0
    bedside.touch("First in the list")
    assert strip(bedside) == [1, 2, 3, 4, 5, 6, 7]
    assert bedside.kiosk.television.property("position") == 3


def test_zapping_and_digits_go_by_number_all_the_same(bedside: Bedside) -> None:
    bedside.kiosk.favourites.toggle(4)
    watch(bedside, 4)
    bedside.press(Qt.Key.Key_PageUp)
    assert bedside.see(lambda screen: screen.number != 4).number == 5
    bedside.press(Qt.Key.Key_2)
    bedside.see(lambda screen: screen.number == 2)


def test_a_touch_in_the_strip_goes_to_what_stands_there(bedside: Bedside) -> None:
    bedside.kiosk.favourites.toggle(6)
    watch(bedside, 1)
    bedside.kiosk.television.showOverlay()
    bedside.settle()
    bedside.touch("6 Heimatfernsehen Nord")
    assert bedside.see(lambda screen: screen.number != 1).number == 6


def test_titles_go_along_with_their_channels(bedside: Bedside) -> None:
    channels = bedside.kiosk.television.channel_list
    before = {channels.data(channels.index(row), Role.NUMBER): channels.data(channels.index(row), Role.TITLE) for row in range(7)}
    bedside.kiosk.favourites.toggle(5)
    bedside.kiosk.favourites.toggle(3)
    after = {channels.data(channels.index(row), Role.NUMBER): channels.data(channels.index(row), Role.TITLE) for row in range(7)}
    assert before == after
    assert listed(channels) == [3, 5, 1, 2, 4, 6, 7]


def test_the_guide_shows_them_first_and_a_group_alone(bedside: Bedside) -> None:
    kiosk = bedside.kiosk
    kiosk.favourites.toggle(5)
    bedside.touch("Guide")
    bedside.see(lambda screen: screen.sheet == "Guide")
    assert [channel.number for channel in kiosk.guide.channels] == [5, 1, 2, 3, 4, 6, 7]
    bedside.touch("Danmark")
    assert [channel.number for channel in kiosk.guide.channels] == [5, 1, 3]
    bedside.touch("Danmark")
    assert len(kiosk.guide.channels) == 7


def test_a_group_is_let_go_with_the_guide(bedside: Bedside) -> None:
    bedside.touch("Guide")
    bedside.touch("Verden")
    bedside.see(lambda _: len(bedside.kiosk.guide.channels) == 4)
    bedside.touch("Home")
    bedside.see(lambda screen: screen.sheet == "Nothing")
    assert len(bedside.kiosk.guide.channels) == 7


def test_stations_have_stars_too(bedside: Bedside) -> None:
    bedside.touch("Radio")
    bedside.touch("Klassisk")
    bedside.touch("Put first")
    assert listed(bedside.kiosk.radio.station_list) == [102, 101]
    assert bedside.kiosk.radio.property("position") == 0
    bedside.touch("Radio Et")
    bedside.see(lambda _: bedside.kiosk.radio.property("number") == 101)


def test_the_programme_sheet_stars_its_channel(bedside: Bedside) -> None:
    bedside.touch("Guide")
    bedside.see(lambda screen: screen.sheet == "Guide")
    bedside.kiosk.guide.tell(lineup()[1], bedside.kiosk.listings.search("havet", 0, 1)[0])
    bedside.touch("Put first")
    assert bedside.kiosk.favourites.all == {2}


def test_a_selection_knows_no_group_that_is_none() -> None:
    selection = Selection(lineup(), Favourites())
    selection.choose("Danmark")
    assert len(selection.channels) == len(lineup())
    assert selection.property("group") == ""
