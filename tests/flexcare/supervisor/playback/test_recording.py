from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.supervisor.playback.recording import Calling, Microphones
from flexcare.supervisor.playback.rules import NOBODY, Command
from flexcare.supervisor.playback.tags import Strange, Token, number, properties, read, text, write
from tests.flexcare.supervisor.playback.asking import NO, VALUES, YES, say, volume

FORMAT, CHANNELS = Token(b"a", b"a\3\2\0\0\xac\x44"), Token(b"m", b"m\2\1\2")


def source(index: int, name: bytes, monitor_of: int = NOBODY) -> list[Token]:
    """As a server of PulseAudio 16 tells it, as far as anything reads it, and something more."""
    start = [number(index), text(name), text(b"for people"), FORMAT, CHANNELS, number(3), volume(65536, 65536), NO, number(monitor_of)]
    return [*start, Token(b"N", b"N"), Token(b"U", b"U" + bytes(8)), text(b"driver"), number(0), properties({"a": "b"})]


def asked(name: bytes | None, index: int = NOBODY, output_stream: int = NOBODY) -> bytes:
    """A new recording stream."""
    where = Token(b"N", b"N") if name is None else text(name)
    switches = [NO] * 6
    return say(
        Command.CREATE_RECORD_STREAM,
        *(FORMAT, CHANNELS, number(index), where, number(4096), NO, number(4096), *switches),
        *(NO, NO, properties({"media.name": "A secret"}), number(output_stream), NO, NO, NO),
    )


def talk() -> Calling:
    """A conversation in which a microphone (5) and an output's monitor (6) were listed."""
    calling = Calling()
    calling.from_session(say(Command.GET_SOURCE_INFO_LIST))
    heard = calling.from_server(say(Command.REPLY, *source(6, b"bed.monitor", 1), *source(5, b"mic"), *source(7, b"hdmi.monitor", 2)))
    assert read(heard.back)[2:] == source(5, b"mic")
    return calling


def test_a_microphone_that_was_listed_is_recorded_without_a_name_and_where_it_is() -> None:
    for packet in (asked(b"mic"), asked(None, 5), asked(b"mic", 5)):
        on = read(talk().from_session(packet).on)
        assert b"secret" not in write(on)
        assert [token.kind for token in on if token.kind in (b"0", b"1")].index(b"1") == 6


@pytest.mark.parametrize(
    "packet",
    [
        *(asked(b"bed.monitor"), asked(None, 6), asked(b"mic", 6), asked(b"@DEFAULT_SOURCE@")),
        *(asked(b"mic", output_stream=900), asked(None, output_stream=900)),
    ],
)
def test_nothing_else_is(packet: bytes) -> None:
    assert talk().from_session(packet).on == b""


@pytest.mark.parametrize("name", [b"mic", None])
def test_what_was_not_listed_is_not(name: bytes | None) -> None:
    assert Calling().from_session(asked(name)).on == b""


@pytest.mark.parametrize(("usual", "expected"), [(b"other mic", b"other mic"), (b"bed.monitor", b"mic"), (None, b"mic")])
def test_who_names_none_gets_the_usual_microphone_by_name_never_what_others_play(usual: bytes | None, expected: bytes) -> None:
    calling = talk()
    calling.from_session(say(Command.GET_SOURCE_INFO_LIST))
    calling.from_server(say(Command.REPLY, *source(9, b"other mic")))
    if usual is not None:
        calling.from_session(say(Command.GET_SERVER_INFO))
        about = [text(word) for word in (b"pulse", b"16", b"root", b"host")]
        calling.from_server(say(Command.REPLY, *about, FORMAT, text(b"bed"), text(usual), number(1), CHANNELS))
    on = read(calling.from_session(asked(None)).on)
    assert (on[4].number, on[5].text) == (NOBODY, expected)


def test_a_monitor_that_is_asked_for_by_name_is_not_there() -> None:
    calling = Calling()
    calling.from_session(say(Command.GET_SOURCE_INFO, number(NOBODY), text(b"bed.monitor")))
    answer = read(calling.from_server(say(Command.REPLY, *source(6, b"bed.monitor", 1))).back)
    assert [token.number for token in answer] == [Command.ERROR, 77, 5]


def test_a_recording_that_is_moved_to_a_monitor_ends_everything() -> None:
    calling = talk()
    assert calling.from_server(say(79, number(0), number(5), text(b"mic"), NO)).back
    with pytest.raises(Strange):
        calling.from_server(say(79, number(0), number(6), text(b"bed.monitor"), NO))


@given(st.lists(VALUES, max_size=30))
def test_any_list_is_read_or_strange(values: list[Token]) -> None:
    with contextlib.suppress(Strange):
        Microphones().only([number(2), number(77), *values])


@given(st.lists(st.sampled_from([YES, number(5), text(b"mic"), FORMAT, properties({})]), max_size=12))
def test_any_stream_is_judged_or_strange(values: list[Token]) -> None:
    with contextlib.suppress(Strange):
        Calling().from_session(say(Command.CREATE_RECORD_STREAM, *values))
