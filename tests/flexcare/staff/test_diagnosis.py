from __future__ import annotations

import itertools

import pytest

from flexcare.staff.diagnosis import BREAKS_OFTEN, TROUBLE_WINDOW_S, Figure, Part, SoundState, State, Troubles, Verdict, verdict
from tests.helpers.clock import FakeClock

PARTS = (Part.LINK, Part.ADDRESS, Part.GATEWAY, Part.NAMES)


def figures(*streams: State, **parts: State) -> tuple[Figure, ...]:
    of_parts = [Figure(part, parts.get(part.value, State.OK)) for part in PARTS]
    return (*of_parts, *(Figure(Part.STREAM, state) for state in streams))


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (figures(State.OK, State.OK), Verdict.FINE),
        (figures(State.OK, State.SILENT), Verdict.SOME_STREAMS),
        (figures(State.SILENT, State.REFUSED), Verdict.NO_HEAD_END),
        (figures(State.NO_PICTURE), Verdict.NO_STREAM),
        (figures(State.SILENT, link=State.ABSENT, address=State.ABSENT, gateway=State.ABSENT), Verdict.NO_CABLE),
        (figures(State.SILENT, address=State.ABSENT, gateway=State.ABSENT), Verdict.NO_ADDRESS),
        (figures(State.SILENT, gateway=State.SILENT), Verdict.NO_GATEWAY),
        (figures(State.UNKNOWN_NAME, names=State.UNKNOWN_NAME), Verdict.NO_NAMES),
        (figures(), Verdict.FINE),
        (figures(link=State.ABSENT), Verdict.NO_CABLE),
        ((), Verdict.FINE),
    ],
)
def test_the_sentence_is_about_the_part_nearest_to_the_bed_that_fails(measured: tuple[Figure, ...], expected: Verdict) -> None:
    assert verdict(measured) == expected


@pytest.mark.parametrize("part", [part.value for part in PARTS])
def test_where_every_head_end_sends_the_network_is_well_whatever_its_parts_say(part: str) -> None:
    assert verdict(figures(State.OK, **{part: State.SILENT})) == Verdict.FINE


@pytest.mark.parametrize(
    ("sound", "expected"),
    [("none", Verdict.NO_SOUND), ("muted", Verdict.MUTED), ("silent", Verdict.SILENT), ("ok", Verdict.FINE), ("unknown", Verdict.FINE)],
)
def test_sound_is_told_where_the_picture_is_well_and_only_there(sound: SoundState, expected: Verdict) -> None:
    assert verdict(figures(State.OK), sound) == expected
    assert verdict(figures(State.SILENT), sound) == Verdict.NO_HEAD_END


def test_streams_that_break_often_are_told_where_nothing_else_is_wrong() -> None:
    assert verdict(figures(State.OK), troubles=BREAKS_OFTEN - 1) == Verdict.FINE
    assert verdict(figures(State.OK), troubles=BREAKS_OFTEN) == Verdict.BREAKS
    assert verdict(figures(State.OK), "muted", troubles=BREAKS_OFTEN) == Verdict.MUTED


def test_every_sentence_can_be_reached() -> None:
    states = (State.OK, State.ABSENT, State.SILENT, State.NO_PICTURE)
    measured = [
        figures(*streams, link=link, address=address, gateway=gateway, names=names)
        for streams in ((State.OK,), (State.SILENT,), (State.NO_PICTURE,), (State.OK, State.SILENT))
        for link, address, gateway, names in itertools.product(states, repeat=4)
    ]
    sounds: tuple[SoundState, ...] = ("ok", "muted", "silent", "none")
    found = {verdict(each, sound, troubles) for each in measured for sound in sounds for troubles in (0, 9)}
    assert found == set(Verdict)


def test_troubles_are_of_the_last_minutes_and_of_this_session() -> None:
    clock = FakeClock()
    troubles = Troubles(clock)
    assert troubles.lately() == 0
    troubles.add(2)
    clock.advance(TROUBLE_WINDOW_S / 2)
    troubles.add(1)
    assert troubles.lately() == 3
    clock.advance(TROUBLE_WINDOW_S / 2)
    assert troubles.lately() == 1
    troubles.forget()
    assert troubles.lately() == 0


def test_a_session_that_complains_without_end_is_little_work() -> None:
    troubles = Troubles(clock := FakeClock())
    for _ in range(10):
        for _ in range(5000):
            troubles.add(2)
        clock.advance(1)
    assert troubles.lately() == 100_000
    assert len(troubles._counted) == 10
