from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.web.words import Left, Look, Mute, Open, Remind, Reminded, Standing, Used, encode, from_visit, to_visit


@pytest.mark.parametrize(
    "word",
    [Open("meals", Look("large", "night", 0.25, reduce_motion=True)), Mute(silent=True), Remind(True, "ø" * 300, "å" * 100), Remind(False)],
)
def test_a_visit_understands_its_session(word: Open | Mute | Remind) -> None:
    assert to_visit(encode(word)) == word
    assert from_visit(encode(word)) is None


@pytest.mark.parametrize("word", [Standing(), Used(), Reminded(True), Left("home"), Left("back")])
def test_a_session_understands_its_visit(word: Standing | Used | Reminded | Left) -> None:
    assert from_visit(encode(word)) == word
    assert to_visit(encode(word)) is None


@given(st.binary(max_size=5000))
def test_whatever_else_comes_is_no_word(packet: bytes) -> None:
    from_visit(packet)
    to_visit(packet)


def test_a_word_without_end_is_none() -> None:
    assert from_visit(b'{"type":"standing"}' + b" " * 5000) is None
