"""The hospital's signed instruction to clear: at once where nobody is, asked first where somebody may be, never lost to a crash."""

from __future__ import annotations

from flexcare.session.kinds import Kind
from flexcare.session.messages import AskStillThere, StopAsking
from flexcare.session.settings import SessionSettings
from flexcare.session.triggers import Reset, State
from tests.flexcare.session.test_triggers import HOUR, Bed, asks

SETTINGS = SessionSettings(daily_reset=None, countdown_s=120, idle_minutes=60)


def used() -> Bed:
    bed = Bed(SETTINGS)
    bed.wait(10)
    bed.triggers.touched()
    return bed


def test_what_nobody_has_touched_is_cleared_at_once() -> None:
    bed = Bed(SETTINGS)
    assert bed.triggers.instruct() == Reset(Kind.SIGNED)
    assert bed.triggers.instruct() is None
    bed.triggers.shown()
    assert bed.wait(HOUR) == []


def test_whoever_uses_it_is_asked_and_silence_clears() -> None:
    bed = used()
    bed.triggers.playing(playing=True)
    assert bed.triggers.instruct() == AskStillThere(120)
    assert bed.triggers.instruct() is None
    assert bed.until(lambda action: action == Reset(Kind.SIGNED), HOUR) == 120
    assert not bed.triggers.instructed


def test_a_touch_keeps_the_session() -> None:
    bed = used()
    bed.triggers.instruct()
    bed.wait(119)
    assert bed.triggers.instructed
    assert bed.triggers.touched() == StopAsking()
    assert not bed.triggers.instructed
    assert bed.wait(30 * 60) == []
    assert bed.triggers.state is State.IN_USE


def test_a_countdown_that_runs_already_is_not_cut_short() -> None:
    bed = used()
    bed.until(asks, HOUR)
    bed.wait(100)
    assert bed.triggers.instruct() is None
    assert bed.until(lambda action: action == Reset(Kind.SIGNED), HOUR) == 20


def test_a_crash_in_the_middle_asks_again() -> None:
    bed = used()
    bed.triggers.instruct()
    bed.wait(60)
    bed.triggers.resumed()
    assert bed.until(asks, 5) == 1
    assert bed.until(lambda action: action == Reset(Kind.SIGNED), HOUR) == 120


def test_the_next_patient_is_not_asked() -> None:
    bed = used()
    bed.triggers.instruct()
    assert bed.triggers.end(Kind.FINISH) == Reset(Kind.FINISH)
    assert bed.triggers.instruct() is None
    bed.triggers.shown()
    bed.triggers.touched()
    assert bed.wait(30 * 60) == []
