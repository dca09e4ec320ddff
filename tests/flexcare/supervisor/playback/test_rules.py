"""What no well-behaved program would send."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.page_volume import COMMAND
from flexcare.supervisor.playback.pages import told_percent
from flexcare.supervisor.playback.rules import NAMES, OUR_TAG, PENDING_MAX, STREAMS_MAX, Command, Conversation, Verdict
from flexcare.supervisor.playback.tags import FULL_VOLUME, Strange, Token, number, read, write
from tests.flexcare.supervisor.playback.asking import NO, TAG, VALUES, YES, a_visit, made, new_stream, say, volume

KNOWN = [number(command) for command in range(110)]


def conversation(*streams: int) -> Conversation:
    """One whose streams have these numbers."""
    talk = Conversation()
    for channel, index in enumerate(streams):
        talk.from_session(new_stream())
        talk.from_server(made(channel, index))
    return talk


@given(st.binary(max_size=300))
def test_any_bytes_are_judged_or_strange(data: bytes) -> None:
    for judge in (Conversation().from_session, Conversation().from_server):
        with contextlib.suppress(Strange):
            judge(data)


@given(st.sampled_from(KNOWN), st.lists(VALUES, max_size=12))
def test_whatever_is_said_names_and_loudness_and_shared_memory_do_not_get_through(command: Token, values: list[Token]) -> None:
    with contextlib.suppress(Strange):
        on = Conversation().from_session(write([command, number(TAG), *values])).on
        assert b"secret" not in on
        assert Token(b"v", b"v\1\0\2\0\0") not in read(on)
        if command == number(Command.AUTH):
            assert read(on)[2].number < 2**16


@pytest.mark.parametrize(
    "command",
    sorted(
        {*range(110)}
        - {3, 4, 8, 9, 10, 12, 14, 20, 21, 22, 35, 41, 42, 43, 60, 72, 74}  # about playing
        - {23, 24, 29, 30, 37, 69, 46, 81, 82, 84, 85}  # answered without the server, or about one's own alone
    ),
)
def test_every_other_command_is_denied(command: int) -> None:
    verdict = Conversation().from_session(say(command, number(0)))
    assert verdict == Verdict(back=write([number(Command.ERROR), number(TAG), number(1)]))


def test_a_new_stream_has_no_name_no_way_past_the_volume_and_is_not_louder_than_full() -> None:
    on = read(Conversation().from_session(new_stream()).on)
    assert NAMES in on
    assert volume(FULL_VOLUME, 5) in on
    switches = [token for token in on if token.kind in (b"0", b"1")]
    assert switches == [YES] * 16 + [NO]


def test_sound_that_no_volume_can_change_is_denied() -> None:
    assert Conversation().from_session(new_stream(encoding=3)).on == b""


def test_only_ones_own_streams_are_known_and_changed() -> None:
    talk = conversation(900)
    assert talk.from_session(say(Command.GET_SINK_INPUT_INFO, number(900))).on
    assert read(talk.from_session(say(Command.SET_SINK_INPUT_VOLUME, number(900), volume(2**32 - 1))).on)[3] == volume(FULL_VOLUME)
    for command in (Command.GET_SINK_INPUT_INFO, Command.SET_SINK_INPUT_VOLUME, Command.SET_SINK_INPUT_MUTE):
        assert talk.from_session(say(command, number(901))).on == b""
        assert talk.from_session(say(command)).on == b""
    for index, heard in ((900, True), (901, False)):
        event = write([number(Command.SUBSCRIBE_EVENT), number(2**32 - 1), number(0x12), number(index)])
        assert bool(talk.from_server(event).back) is heard
    assert talk.from_server(write([number(Command.SUBSCRIBE_EVENT), number(2**32 - 1), number(0x10), number(901)])).back, "an output"
    talk.from_session(say(Command.DELETE_PLAYBACK_STREAM, number(0)))
    assert talk.from_session(say(Command.GET_SINK_INPUT_INFO, number(900))).on == b""


def test_streams_and_questions_have_a_limit() -> None:
    talk = conversation(*range(STREAMS_MAX))
    assert talk.from_session(new_stream()).on == b""
    talk.from_session(say(Command.DELETE_PLAYBACK_STREAM, number(3)))
    assert talk.from_session(new_stream()).on
    for tag in range(PENDING_MAX - 1):
        talk.from_session(write([number(Command.GET_SERVER_INFO), number(1000 + tag)]))
    with pytest.raises(Strange):
        talk.from_session(write([number(Command.GET_SERVER_INFO), number(PENDING_MAX)]))


def test_the_server_cannot_offer_shared_memory_or_recordings() -> None:
    talk = Conversation()
    talk.from_session(say(Command.AUTH, number(0xC0000023), Token(b"x", b"x\0\0\0\0")))
    assert read(talk.from_server(say(Command.REPLY, number(0xC0000023))).back)[2].number == 0x23
    for command in (65, 75, 77, 79, 93, 95, 101, 103):
        assert talk.from_server(say(command)) == Verdict()


def test_a_stream_begins_as_loud_as_was_asked_whatever_the_server_makes_of_it() -> None:
    talk = Conversation()
    talk.from_session(new_stream())
    begun = talk.from_server(made(0, 900))
    ours = [number(OUR_TAG), number(900)]
    assert begun.on == write([number(Command.SET_SINK_INPUT_VOLUME), *ours, volume(FULL_VOLUME, 5)])
    assert begun.more == write([number(Command.SET_SINK_INPUT_MUTE), *ours, YES])
    assert talk.from_server(write([number(Command.REPLY), number(OUR_TAG)])) == Verdict()


@given(st.integers(0, 100), st.integers(0, 2**32 - 1), st.booleans())
def test_a_page_plays_as_loud_as_the_session_says_whatever_it_asks_for(percent: int, asked: int, first: bool) -> None:
    talk = Conversation()
    if first:
        talk.level.percent = percent
    talk.from_session(a_visit())
    on = read(talk.from_session(new_stream(levels=(asked, asked))).on)
    talk.level.percent = percent
    begun = talk.from_server(made(0, 900))
    level = FULL_VOLUME * percent // 100
    assert (volume(level, level) in on) or not first
    ours = write([number(Command.SET_SINK_INPUT_VOLUME), number(OUR_TAG), number(900), volume(level, level)])
    assert begun.on == ours
    assert talk.turned() == [ours]
    again = talk.from_session(say(Command.SET_SINK_INPUT_VOLUME, number(900), volume(asked, asked)))
    assert read(again.on)[3] == volume(level, level)
    talk.from_session(say(Command.DELETE_PLAYBACK_STREAM, number(0)))
    assert talk.turned() == []


def test_what_is_no_page_keeps_its_own_volume() -> None:
    talk = conversation(900)
    talk.level.percent = 10
    assert talk.turned() == []
    assert read(talk.from_session(say(Command.SET_SINK_INPUT_VOLUME, number(900), volume(5, 5))).on)[3] == volume(5, 5)


@given(st.lists(VALUES, max_size=4))
def test_only_a_session_s_own_word_is_one_about_pages(values: list[Token]) -> None:
    assert told_percent(write([number(Command.AUTH), *values])) is None
    with contextlib.suppress(Strange):
        assert told_percent(write([number(COMMAND), *values])) in (None, *range(101))


def test_the_answer_to_another_question_under_the_same_number_is_no_stream() -> None:
    talk = conversation(900)
    talk.from_session(say(Command.SET_PLAYBACK_STREAM_BUFFER_ATTR, number(0), *[number(4242)] * 4, NO, NO))
    talk.from_session(new_stream())
    with pytest.raises(Strange):
        talk.from_server(say(Command.REPLY, number(4242), number(4242), number(0), number(0), number(0)))
    assert talk.from_session(say(Command.GET_SINK_INPUT_INFO, number(4242))).on == b""


def test_a_number_is_asked_under_once_at_a_time() -> None:
    talk = Conversation()
    talk.from_session(new_stream())
    with pytest.raises(Strange):
        talk.from_session(new_stream())
