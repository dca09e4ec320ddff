"""Which channels are meant by what somebody types."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flexcare.lineup.channel import Channel
from kiosk.search.finder import Finder, groups_of
from tests.helpers.bedside import channel

NAMES = {1: "DR1", 2: "TV 2", 3: "TV 2 Charlie", 12: "Ærø Lokal", 21: "Børne-TV", 22: "قناة الأخبار", 101: "Radio Ét"}
CHANNELS = [channel(number, "http://127.0.0.1:9/x", name, radio=number > 100) for number, name in NAMES.items()]


def found(typed: str, group: str = "", channels: list[Channel] = CHANNELS) -> list[int]:
    return [one.number for one in Finder(channels).find(typed, group)]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("2", [2, 3, 21, 22]),  # the number itself, then names with that word, then longer numbers
        ("12", [12]),
        ("dr1", [1]),
        ("DR 1", [1]),
        ("tv2", [2, 3]),
        ("tv 2 ch", [3]),
        ("charlie", [3]),
        ("ærø", [12]),
        ("aero", [12]),
        ("ÆRØ", [12]),
        ("borne", [21]),
        ("tv", [2, 3, 21]),
        ("الاخبار", [22]),
        ("et", [101]),
        ("arlie", []),
        ("", []),
        ("  ", []),
        ("%_*\"'", []),
    ],
)
def test_what_is_found(typed: str, numbers: list[int]) -> None:
    assert found(typed) == numbers


def test_a_group_alone_lists_its_channels_and_narrows_what_is_typed() -> None:
    channels = [replace(one, groups=("Danmark",) if one.number < 20 else ("Verden", "")) for one in CHANNELS]
    assert found("", "Danmark", channels) == [1, 2, 3, 12]
    assert found("tv", "Danmark", channels) == [2, 3]
    assert found("tv", "Verden", channels) == [21]
    assert groups_of(channels) == ["Danmark", "Verden"]


def test_one_group_of_everything_is_no_choice() -> None:
    assert groups_of([replace(one, groups=("Alt",)) for one in CHANNELS]) == []
    assert groups_of(CHANNELS) == []
    assert groups_of([replace(one, groups=("Alt",) if one.number == 1 else ()) for one in CHANNELS]) == ["Alt"]
