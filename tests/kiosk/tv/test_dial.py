from __future__ import annotations

import pytest

from kiosk.tv.dial import Dial
from tests.helpers.bedside import channel


@pytest.fixture
def dial() -> Dial:
    return Dial([channel(number, "http://127.0.0.1:9/") for number in (1, 2, 7, 12)])


def test_begins_nowhere(dial: Dial) -> None:
    assert dial.channel is None


@pytest.mark.parametrize(("by", "number"), [(1, 1), (-1, 12)])
def test_the_first_step_is_to_an_end(dial: Dial, by: int, number: int) -> None:
    found = dial.step(by)
    assert found is not None
    assert found.number == number


def test_goes_round(dial: Dial) -> None:
    dial.choose(3)
    found = dial.step(1)
    assert found is not None
    assert found.number == 1


def test_a_place_that_does_not_exist_changes_nothing(dial: Dial) -> None:
    dial.choose(2)
    assert dial.choose(4) is None
    assert dial.position == 2


@pytest.mark.parametrize(("typed", "settled"), [("1", False), ("2", True), ("12", True), ("9", True)])
def test_digits_are_settled_when_no_longer_number_could_be_meant(dial: Dial, typed: str, settled: bool) -> None:
    assert dial.is_settled(typed) is settled


def test_an_empty_lineup_has_nowhere_to_go() -> None:
    assert Dial([]).step(1) is None
