"""Searching under the hand: what is typed is found, and what is touched plays or is told about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.app import Kiosk
from kiosk.search.results import Role
from kiosk.search.search import CHANNELS_MAX, PROGRAMMES_MAX
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, lineup, moment
from tests.helpers.guide import Show

NewBedside = Callable[..., Bedside]
GROUPS = ("Danmark", "Verden")


@pytest.fixture
def searching(new_bedside: NewBedside, tmp_path: Path) -> Bedside:
    """The search page over Home, on an evening of television."""
    channels = [replace(one, groups=(GROUPS[0],) if one.number in (1, 3) else (GROUPS[1],)) for one in lineup()]
    bedside = new_bedside(offer(*channels), clock=FakeClock(NOW))
    give_guide(bedside, tmp_path / "ward-0", *evening())
    bedside.touch("Start")
    bedside.touch("Search")
    up(bedside)
    return bedside


def up(bedside: Bedside) -> None:
    """Wait for the page with its keys."""
    bedside.see(lambda screen: screen.sheet == "Search" and bedside.kiosk.keyboard.property("covered") > 0)
    bedside.settle()


def type_word(bedside: Bedside, word: str) -> None:
    for letter in word:
        bedside.touch("Space" if letter == " " else letter)


def told(kiosk: Kiosk) -> list[tuple[object, object]]:
    """Number and title of every result."""
    results = kiosk.search.found
    return [
        (results.data(results.index(row), Role.NUMBER), results.data(results.index(row), Role.TITLE)) for row in range(results.rowCount())
    ]


def test_a_channel_is_found_and_plays(searching: Bedside) -> None:
    type_word(searching, "natur")
    assert told(searching.kiosk) == [(3, "")]
    searching.touch("Natur")
    screen = searching.see(lambda screen: screen.page == "Television" and screen.sheet == "Nothing")
    assert screen.number == 3
    assert searching.kiosk.search.property("typed") == ""


def test_a_station_is_heard(searching: Bedside) -> None:
    type_word(searching, "klassisk")
    searching.touch("Klassisk")
    searching.see(lambda screen: screen.page == "Radio" and screen.sheet == "Nothing")
    assert searching.kiosk.radio.property("number") == 102


def test_channels_come_before_programmes_and_real_keys_find_too(searching: Bedside) -> None:
    for key in (Qt.Key.Key_N, Qt.Key.Key_Y):
        searching.press(key)
    assert told(searching.kiosk)[0] == (2, "")
    assert {title for _, title in told(searching.kiosk)[1:]} == {"Nyhederne"}


def test_what_is_over_is_not_found(searching: Bedside) -> None:
    type_word(searching, "aftenfilmen")
    found = searching.kiosk.search.found
    assert [found.data(found.index(row), Role.DAY) for row in range(found.rowCount())] == [1, 2]


def test_a_programme_is_told_about_and_watched(searching: Bedside) -> None:
    type_word(searching, "tv av")
    searching.touch("Hide keys")
    searching.touch("TV Avisen")
    searching.see(lambda screen: screen.target("Watch") is not None)
    assert searching.kiosk.guide.shown_card.slot.title == "TV Avisen"
    searching.touch("Watch")
    assert searching.see(lambda screen: screen.page == "Television" and screen.sheet == "Nothing").number == 1


def test_back_leads_from_the_programme_to_the_results_and_then_away(searching: Bedside) -> None:
    type_word(searching, "sport")
    searching.touch("Hide keys")
    searching.touch("Sporten")
    searching.see(lambda screen: screen.target("Watch Kanal Ét now") is not None)
    searching.press(Qt.Key.Key_Escape)
    searching.see(lambda screen: screen.sheet == "Search" and screen.target("Watch Kanal Ét now") is None)
    assert searching.kiosk.search.property("typed") == "sport"
    searching.press(Qt.Key.Key_Escape)
    searching.see(lambda screen: screen.page == "Home" and screen.sheet == "Nothing")


def test_nothing_found_says_what_to_do(searching: Bedside) -> None:
    type_word(searching, "xyz")
    labels = [str(item.property("text")) for item in searching.items("Label")]
    assert "Nothing found" in labels
    assert "Try fewer letters, or only the first word." in labels


def test_a_group_is_a_filter_and_says_so_when_it_hides_all(searching: Bedside) -> None:
    searching.touch(GROUPS[0])
    assert [number for number, _ in told(searching.kiosk)] == [1, 3]
    type_word(searching, "klassisk")
    assert told(searching.kiosk) == []
    searching.touch("Look in all channels")
    assert told(searching.kiosk) == [(102, "")]
    assert searching.kiosk.search.property("group") == ""


def test_it_begins_anew_each_time_and_television_plays_on_below(searching: Bedside) -> None:
    type_word(searching, "natur")
    searching.touch("Natur")
    searching.see(lambda screen: screen.page == "Television" and screen.sheet == "Nothing")
    searching.kiosk.shell.openSearch()
    up(searching)
    assert told(searching.kiosk) == []
    assert searching.see(lambda _: True).player != "Idle"
    searching.touch("Close")
    assert searching.see(lambda screen: screen.sheet == "Nothing").page == "Television"


def test_another_guide_is_searched_at_once(searching: Bedside, tmp_path: Path) -> None:
    type_word(searching, "sporten")
    before = len(told(searching.kiosk))
    later = NOW - timedelta(days=30)
    give_guide(searching, tmp_path / "ward-0", *evening(later))
    assert before > 0
    assert told(searching.kiosk) == []


def test_a_group_of_many_channels_is_listed_whole_and_its_programmes_are_found_behind_those_of_others(
    new_bedside: NewBedside, tmp_path: Path
) -> None:
    many = [replace(channel(number, "http://127.0.0.1:9/x"), groups=GROUPS[:1]) for number in range(1, CHANNELS_MAX + 21)]
    last = replace(channel(900, "http://127.0.0.1:9/x"), groups=GROUPS[1:])
    bedside = new_bedside(offer(*many, last), clock=FakeClock(NOW))
    shows = [Show(one.number, moment(21), moment(22), "Nyhederne") for one in many]
    give_guide(bedside, tmp_path / "ward-0", *shows, Show(900, moment(22), moment(23), "Nyhederne"))
    bedside.kiosk.shell.start()
    search = bedside.kiosk.search
    search.chooseGroup(GROUPS[0])
    assert len(told(bedside.kiosk)) == len(many)
    search.setProperty("typed", "nyhed")
    assert len(told(bedside.kiosk)) == PROGRAMMES_MAX
    search.chooseGroup(GROUPS[1])
    assert told(bedside.kiosk) == [(900, "Nyhederne")]
