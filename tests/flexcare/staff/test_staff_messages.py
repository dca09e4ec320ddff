"""What the supervisor and the staff program can say: it comes through whole, nothing else does, and a PIN is never printed."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.staff.diagnosis import Verdict
from flexcare.staff.it_messages import ItSays
from flexcare.staff.messages import MESSAGE_MAX_BYTES, Entered, FromStaff, Left, Pad, Ready, ToStaff, Touched, encode, from_staff, to_staff
from flexcare.staff.nurse_messages import (
    BeginWith,
    Clear,
    Found,
    Help,
    Loudest,
    Night,
    NurseOpened,
    NurseSays,
    Place,
    PutAt,
    PutOutOfOrder,
    Welcome,
)
from flexcare.staff.words import NotStaff

SAID: list[FromStaff] = [
    Ready(),
    Entered("648201"),
    Touched(),
    Left(),
    Clear(clean=True),
    PutOutOfOrder(so=True),
    PutAt("tablet-2"),
    BeginWith("largest", "contrast", easy=True),
    BeginWith(palette="usual"),
    Welcome("ar"),
    Welcome(None),
    Loudest(40),
    Night("06:00"),
    Night(None),
    Help(),
]
TOLD: list[ToStaff] = [Pad(wrong=True, wait_s=3600), NurseOpened(settable=True, places=(Place("tablet-1", "B7-1"),)), Found(Verdict.FINE)]


@pytest.mark.parametrize("word", SAID, ids=lambda word: type(word).__name__)
def test_what_is_said_arrives(word: FromStaff) -> None:
    assert from_staff(encode(word)) == word


@pytest.mark.parametrize("word", TOLD, ids=lambda word: type(word).__name__)
def test_what_is_told_arrives(word: ToStaff) -> None:
    assert to_staff(encode(word)) == word


def test_a_pin_cannot_be_printed(caplog: pytest.LogCaptureFixture) -> None:
    word = Entered("648201")
    logging.getLogger("test").error("%s %r %s", word, word, [word])
    assert "648201" not in f"{word} {word!r} {[word]} {caplog.text}"


@pytest.mark.parametrize(
    "packet",
    [
        b'{"type":"entered","pin":"648201\\n"}',
        b'{"type":"entered","pin":"12345678901234567"}',
        b'{"type":"entered","pin":""}',
        b'{"type":"put-at","place":"../../etc"}',
        b'{"type":"loudest","percent":101}',
        b'{"type":"night","until":"25:00"}',
        b'{"type":"begin-with","text_size":"huge","palette":null,"easy":false}',
        b'{"type":"help","more":1}',
        b'{"type":"pad"}',
        b" " * (MESSAGE_MAX_BYTES + 1),
    ],
)
def test_anything_else_is_refused_and_not_repeated(packet: bytes) -> None:
    with pytest.raises(NotStaff) as caught:
        from_staff(packet)
    assert "648201" not in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(packet: bytes) -> None:
    for read in (from_staff, to_staff):
        try:
            read(packet)
        except NotStaff:
            continue


def test_roles_have_nothing_of_each_other() -> None:
    assert not any(isinstance(word, ItSays) for word in SAID)
    assert [type(word) for word in SAID if not isinstance(word, NurseSays)] == [Ready, Entered, Touched, Left, Clear]
