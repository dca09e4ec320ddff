from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.guide.languages import two_letters
from flexcare.guide.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TV-Avisen", "tv avisen"),
        ("Blåbær på ÆRØ!", "blabaer pa aero"),
        ("Straße", "strasse"),
        ("Café   crème", "cafe creme"),
        ("cafe\u0301", "cafe"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("الأخبار", "الاخبار"),
        ("المدينة", "المدينه"),
        ("Новости", "новости"),
        ("snake_case", "snake case"),
        ("...", ""),
        ("ﬁlm", "film"),
        ("24h: 7.5", "24h 7 5"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words_of(text) == expected


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    words = words_of(text)
    assert words == " ".join(words.split())
    assert words_of(words) == words
    assert words_of(text.upper()) == words_of(text.upper().lower()) or not text.isascii()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("da", "da"), ("DA", "da"), ("da-DK", "da"), ("da_DK", "da"), ("dan", "da"), ("ger", "de"), ("deu", "de"), ("ara", "ar")],
)
def test_languages(name: str, expected: str) -> None:
    assert two_letters(name) == expected


@pytest.mark.parametrize("name", ["", "d", "Danish", "qaa", "12", "åø"])
def test_no_language(name: str) -> None:
    assert two_letters(name) == ""
