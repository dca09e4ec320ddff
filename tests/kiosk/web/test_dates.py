from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.web.choice import TITLE_MAX_CHARS
from kiosk.web.dates import MARK, WORDS_MAX_CHARS, DayWanted, read_day_wanted


def told(**more: object) -> str:
    return MARK + json.dumps({"title": "", "current": "", "least": "", "most": "", **more})


def test_a_day_with_bounds() -> None:
    found = read_day_wanted(told(title=" When\n then? ", current="2026-12-01", least="2026-11-30", most="2026-12-24"))
    assert found == DayWanted("When then?", date(2026, 12, 1), date(2026, 11, 30), date(2026, 12, 24))


def test_a_day_without() -> None:
    assert read_day_wanted(told()) == DayWanted()


def test_bounds_that_leave_no_day_or_are_none_count_as_none() -> None:
    assert read_day_wanted(told(least="2026-12-02", most="2026-12-01")) == DayWanted()
    assert read_day_wanted(told(least="soon", current="2026-13-01", most="12345-01-01")) == DayWanted()


def test_the_title_is_cut_to_what_can_be_read() -> None:
    found = read_day_wanted(told(title="x" * 1000))
    assert found is not None
    assert len(found.title) == TITLE_MAX_CHARS


@pytest.mark.parametrize(
    "words",
    [
        *("When?", MARK, MARK + "[]", MARK + "null", told(title=None), told(current=1), told(title="x" * WORDS_MAX_CHARS)),
        MARK + '{"title": "\ud800", "current": "", "least": "", "most": ""}',
    ],
    ids=["words", "nothing", "a list", "null", "title", "current", "too long", "half"],
)
def test_anything_else_is_none(words: str) -> None:
    assert read_day_wanted(words) is None


@given(st.text())
def test_any_text_is_a_day_or_none(words: str) -> None:
    found = read_day_wanted(MARK + words)
    assert found is None or found.least <= found.most
