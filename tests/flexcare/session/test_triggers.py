from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from flexcare.session.kinds import Kind
from flexcare.session.messages import AskStillThere, StopAsking
from flexcare.session.settings import SessionSettings
from flexcare.session.triggers import Action, Reset, State, Triggers
from tests.helpers.clock import FakeClock

MINUTE, HOUR = 60, 3600
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Bed:
    """A tablet whose supervisor ticks every second."""

    def __init__(self, settings: SessionSettings | None = None, now: datetime = NOON, daily_at: datetime | None = None) -> None:
        self.clock = FakeClock(now)
        self.triggers = Triggers(settings or SessionSettings(), self.clock, daily_at=daily_at)
        self.triggers.shown()

    def wait(self, seconds: int) -> list[Action]:
        """All that happens while nobody does anything."""
        return [action for _ in range(seconds) if (action := self.second()) is not None]

    def second(self) -> Action:
        self.clock.advance(1)
        return self.triggers.tick()

    def until(self, happened: Callable[[Action], bool], at_most_s: int) -> int:
        """The seconds until the first action, which must be that one."""
        for seconds in range(1, at_most_s + 1):
            action = self.second()
            if action is not None:
                assert happened(action), action
                return seconds
        raise AssertionError("nothing happened")


def asks(action: Action) -> bool:
    return isinstance(action, AskStillThere)


def test_an_untouched_welcome_stays() -> None:
    bed = Bed(SessionSettings(daily_reset=None, idle_minutes=10))
    assert bed.wait(HOUR) == []
    assert bed.triggers.state is State.UNTOUCHED


def test_nothing_touched_and_nothing_playing() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=120))
    bed.wait(HOUR)
    bed.triggers.touched()
    assert bed.until(lambda action: action == AskStillThere(120), HOUR) == 8 * MINUTE
    assert bed.triggers.asking
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 2 * MINUTE
    assert bed.triggers.state is State.ENDING
    assert bed.wait(HOUR) == []


def test_nobody_answers_while_something_plays() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=30, countdown_s=60))
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    assert bed.until(asks, HOUR) == 29 * MINUTE
    assert bed.until(lambda action: action == Reset(Kind.UNANSWERED), HOUR) == MINUTE


def test_a_touch_answers_and_gives_the_whole_time_again() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=120))
    bed.triggers.touched()
    bed.until(asks, HOUR)
    bed.wait(119)
    assert bed.triggers.touched() == StopAsking()
    assert bed.triggers.touched() is None
    assert not bed.triggers.asking
    assert bed.until(asks, HOUR) == 8 * MINUTE


def test_idle_counts_from_the_end_of_playing() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=60, countdown_s=60))
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    assert bed.wait(20 * MINUTE) == []
    bed.triggers.playing(playing=False)
    bed.wait(MINUTE)
    bed.triggers.playing(playing=False)
    assert bed.until(asks, HOUR) == 8 * MINUTE


def test_a_stream_that_comes_and_goes_counts_from_the_last_touch() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=30, countdown_s=60))
    bed.triggers.touched()
    for _ in range(28):
        bed.triggers.playing(playing=True)
        assert bed.wait(30) == []
        bed.triggers.playing(playing=False)
        assert bed.wait(30) == []
    bed.triggers.playing(playing=True)
    assert bed.until(asks, HOUR) == MINUTE


@pytest.mark.parametrize("playing", [True, False])
def test_a_countdown_goes_to_its_end_when_playing_changes(playing: bool) -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=10, countdown_s=60))
    bed.triggers.touched()
    bed.triggers.playing(playing=playing)
    bed.until(asks, HOUR)
    bed.wait(5)
    bed.triggers.playing(playing=not playing)
    assert bed.until(lambda action: isinstance(action, Reset), HOUR) == 55


def test_a_time_as_short_as_its_countdown_leaves_the_patient_in_peace_first() -> None:
    bed = Bed(SessionSettings(idle_minutes=1, countdown_s=60))
    bed.triggers.touched()
    assert bed.until(asks, HOUR) == 60
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 60
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=600))
    bed.triggers.touched()
    assert bed.until(asks, HOUR) == 5 * MINUTE
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 10 * MINUTE


def test_a_machine_that_slept_asks_first_and_counts_all_of_it() -> None:
    bed = Bed(SessionSettings(countdown_s=60, daily_reset=None))
    bed.triggers.touched()
    bed.clock.advance(10 * HOUR)
    assert bed.triggers.tick() == AskStillThere(60)
    bed.wait(30)
    bed.clock.advance(10 * HOUR)
    assert bed.triggers.tick() == AskStillThere(60)
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 60


def test_finish_from_anywhere_and_only_once() -> None:
    bed = Bed()
    assert bed.triggers.end_requested() == Reset(Kind.FINISH)
    assert bed.triggers.end_requested() is None
    assert bed.triggers.touched() is None
    assert bed.triggers.state is State.ENDING
    bed.triggers.shown()
    bed.triggers.touched()
    bed.until(asks, 5 * HOUR)
    assert bed.triggers.end(Kind.ASKED) == Reset(Kind.ASKED)
    assert not bed.triggers.asking
    assert bed.triggers.end(Kind.CRASH) is None


def test_nothing_is_carried_into_the_next_session() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=600, countdown_s=60))
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    bed.wait(5 * MINUTE)
    bed.triggers.end_requested()
    bed.triggers.shown()
    bed.triggers.touched()
    assert bed.until(asks, HOUR) == 9 * MINUTE


def test_a_crash_changes_nothing_for_the_same_patient_but_asks_anew() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=60))
    bed.triggers.touched()
    bed.until(asks, HOUR)
    bed.wait(50)
    bed.triggers.resumed()
    assert bed.triggers.state is State.IN_USE
    assert bed.until(asks, HOUR) == 1
    assert bed.until(lambda action: isinstance(action, Reset), HOUR) == 60


def test_a_crash_while_something_plays_waits_for_it_to_play_again() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, still_there_minutes=30, countdown_s=60))
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    bed.wait(20 * MINUTE)
    bed.triggers.resumed()
    bed.wait(5)
    bed.triggers.playing(playing=True)
    assert bed.until(asks, HOUR) == 9 * MINUTE - 5


NIGHT = datetime(2026, 3, 2, 3, 59, 0, tzinfo=UTC)


def test_the_daily_hour_takes_an_untouched_welcome_once() -> None:
    bed = Bed(now=NIGHT - timedelta(hours=1))
    assert bed.until(lambda action: action == Reset(Kind.DAILY), 2 * HOUR) == HOUR + MINUTE
    bed.triggers.shown()
    assert bed.wait(2 * HOUR) == []


def test_a_new_welcome_gets_a_minute_for_the_hand_that_reaches_for_it() -> None:
    bed = Bed(now=NIGHT)
    bed.triggers.touched()
    bed.wait(10 * MINUTE)
    bed.triggers.end_requested()
    bed.triggers.shown()
    assert bed.until(lambda action: action == Reset(Kind.DAILY), HOUR) == MINUTE


def test_the_daily_hour_waits_for_quiet() -> None:
    bed = Bed(SessionSettings(quiet_minutes=30), now=NIGHT)
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    assert bed.wait(10 * MINUTE) == []
    bed.triggers.playing(playing=False)
    assert bed.until(lambda action: action == Reset(Kind.DAILY), HOUR) == 30 * MINUTE


def test_the_daily_hour_passes_by_whoever_watches() -> None:
    bed = Bed(now=NIGHT)
    bed.triggers.touched()
    bed.triggers.playing(playing=True)
    assert bed.wait(2 * HOUR) == []


def test_the_daily_hour_cuts_no_countdown_short() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=120, quiet_minutes=1), now=NIGHT - timedelta(minutes=8))
    bed.triggers.touched()
    assert bed.until(asks, HOUR) == 8 * MINUTE
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 120


def test_a_restart_in_the_daily_hour_does_not_repeat_it() -> None:
    bed = Bed(now=NIGHT + timedelta(minutes=10), daily_at=NIGHT + timedelta(minutes=2))
    assert bed.wait(HOUR) == []


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
def test_a_wall_clock_that_jumps_an_hour_moves_no_countdown_and_ends_no_use(jump: timedelta) -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=60), now=NIGHT + jump)
    bed.triggers.touched()
    bed.wait(MINUTE)
    bed.clock.set_wall(bed.clock.now() - jump)
    assert bed.until(asks, HOUR) == 8 * MINUTE
    bed.clock.set_wall(bed.clock.now() + jump)
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == MINUTE


def test_time_that_a_session_stood_still_counts_for_nothing() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=120))
    bed.triggers.touched()
    bed.wait(5 * MINUTE)
    bed.clock.advance(5 * HOUR)
    bed.triggers.stood_still(5 * HOUR)
    assert bed.until(asks, HOUR) == 3 * MINUTE


def test_a_question_that_stood_still_begins_anew() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, countdown_s=120))
    bed.triggers.touched()
    bed.until(asks, HOUR)
    bed.wait(MINUTE)
    bed.clock.advance(HOUR)
    bed.triggers.stood_still(HOUR)
    assert bed.until(lambda action: action == Reset(Kind.IDLE), HOUR) == 2 * MINUTE


def test_staff_at_a_welcome_begin_nothing() -> None:
    bed = Bed(SessionSettings(idle_minutes=10, daily_reset=None))
    bed.triggers.touched()
    bed.triggers.not_begun()
    assert bed.triggers.state is State.UNTOUCHED
    assert bed.wait(HOUR) == []
