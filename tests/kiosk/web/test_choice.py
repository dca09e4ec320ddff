from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.web.choice import MARK, TEXT_MAX_CHARS, TITLE_MAX_CHARS, WORDS_MAX_CHARS, Choice, Option, read_choice


def told(**more: object) -> str:
    return MARK + json.dumps({"title": "Drink", "current": 0, "options": [["Water", 0]], **more})


def test_a_list_with_groups() -> None:
    found = read_choice(told(options=[["Cold", None], ["Water", 0], ["  Orange\n juice ", 1]], current=1))
    assert found == Choice("Drink", (Option("Cold"), Option("Water", 0), Option("Orange juice", 1)), 1)


def test_lines_are_cut_to_what_can_be_read() -> None:
    found = read_choice(told(title="x" * 1000, options=[["y" * 1000, 0]]))
    assert found is not None
    assert (len(found.title), len(found.options[0].text)) == (TITLE_MAX_CHARS, TEXT_MAX_CHARS)


@pytest.mark.parametrize(
    "words",
    [
        *("Which?", MARK, MARK + "[]", MARK + "null", told(options=[]), told(options=[["a", 0]] * 2001)),
        *(told(title=None), told(current="0"), told(options=[["a"]]), told(options=[[0, 0]]), told(title="x" * WORDS_MAX_CHARS)),
        MARK + '{"title": "\ud800", "current": 0, "options": [["a", 0]]}',
    ],
    ids=[*("words", "nothing", "a list", "null", "no option", "too many"), *("title", "current", "a part", "no text", "too long", "half")],
)
def test_anything_else_is_none(words: str) -> None:
    assert read_choice(words) is None


@given(st.text())
def test_any_text_is_a_list_or_none(words: str) -> None:
    found = read_choice(MARK + words)
    assert found is None or found.options
