from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.web.words import (
    FromVisit,
    Here,
    Hushed,
    Knock,
    Large,
    Left,
    Look,
    Mute,
    Open,
    Remind,
    Reminded,
    Say,
    Sound,
    Standing,
    ToVisit,
    Turned,
    Unsaid,
    Used,
    encode,
    from_visit,
    to_visit,
)


@pytest.mark.parametrize(
    "word",
    [
        *(Open("meals", Look("large", "night", 0.25, reduce_motion=True)), Mute(silent=True), Knock(), Large()),
        *(Remind(True, "ø" * 300, "å" * 100), Remind(False), Say("ø" * 160), Say(""), Sound(100), Sound(0, muted=True, speaker_off=True)),
    ],
)
def test_a_visit_understands_its_session(word: ToVisit) -> None:
    assert to_visit(encode(word)) == word
    assert from_visit(encode(word)) is None


@pytest.mark.parametrize(
    "word", [Standing(), Here(), Used(), Reminded(True), Unsaid(), Turned(-1), Turned(1), Hushed(), Left("home"), Left("back")]
)
def test_a_session_understands_its_visit(word: FromVisit) -> None:
    assert from_visit(encode(word)) == word
    assert to_visit(encode(word)) is None


@given(st.binary(max_size=5000))
def test_whatever_else_comes_is_no_word(packet: bytes) -> None:
    from_visit(packet)
    to_visit(packet)


def test_a_word_without_end_is_none() -> None:
    assert from_visit(b'{"type":"standing"}' + b" " * 5000) is None
