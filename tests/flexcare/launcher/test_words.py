"""The language between supervisor and launcher: closed, and of any bytes either a word or babble."""

from __future__ import annotations

import typing

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from flexcare.launcher import words
from flexcare.launcher.words import Babble, Kill, Look, Start, ToLauncher, encode, from_launcher, to_launcher


def _types(annotation: object) -> set[object]:
    parts = typing.get_args(annotation)
    return {annotation} if not parts else set().union(*map(_types, parts))


def test_what_is_asked_of_a_launcher_has_room_for_no_text() -> None:
    for word in typing.get_args(ToLauncher):
        assert issubclass(word, msgspec.Struct)
        for name, annotation in typing.get_type_hints(word, include_extras=False).items():
            if not name.startswith("__"):
                assert _types(annotation) <= {int, float, bool, ...}, (word, name)


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_word_or_babble(packet: bytes) -> None:
    for read in (to_launcher, from_launcher):
        try:
            assert isinstance(read(packet), words.Word)
        except Babble:
            continue


def test_words_come_back_as_they_went() -> None:
    for word in (Kill(3), Look(1, 2, ((5, 2**40),)), Start(1, 2, 2048, 1024, 256, 13.3, own_door=True, camera=False, microphone=True)):
        assert to_launcher(encode(word)) == word
