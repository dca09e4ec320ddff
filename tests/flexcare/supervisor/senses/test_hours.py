from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from flexcare.session.night import Night
from flexcare.session.offer import Sound
from flexcare.supervisor.senses.hours import BY_HAND_MAX_S, Hours, Wish
from tests.helpers.clock import FakeClock

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NIGHT = Night("22:00", "07:00", dim_percent=30, cap_percent=35, headphones_only=True)
DAY_WISH = Wish(loudest_percent=80)
NIGHT_WISH = Wish(True, 35, 30, headphones_only=True)


class Local:
    """A clock that shows Danish time, whose summer time begins and ends while it runs."""

    def __init__(self, year: int, month: int, day: int, hour: int, minute: int = 0) -> None:
        self._fake = FakeClock(datetime(year, month, day, hour, minute, tzinfo=COPENHAGEN).astimezone(ZoneInfo("UTC")))

    def now(self) -> datetime:
        return self._fake.now().astimezone(COPENHAGEN)

    def monotonic_s(self) -> float:
        return self._fake.monotonic_s()

    def pass_minutes(self, minutes: float) -> None:
        self._fake.advance(minutes * 60)

    def set_wall(self, now: datetime) -> None:
        self._fake.set_wall(now)


def wish(hours: Hours, night: Night | None = NIGHT) -> Wish:
    return hours.wish(Sound(cap_percent=80), night)


def minutes_of_night(clock: Local, hours: Hours, minutes: int) -> list[datetime]:
    """The local moments at which it changes, looking every minute."""
    changes, before = [], wish(hours)
    for _ in range(minutes):
        clock.pass_minutes(1)
        if (now := wish(hours)) != before:
            changes.append(clock.now())
        before = now
    return changes


def test_it_turns_at_the_hour_and_over_midnight() -> None:
    clock = Local(2026, 3, 2, 21, 59)
    hours = Hours(clock)
    assert wish(hours) == DAY_WISH
    clock.pass_minutes(1)
    assert wish(hours) == NIGHT_WISH
    assert [f"{change:%d %H:%M}" for change in minutes_of_night(clock, hours, 24 * 60)] == ["03 07:00", "03 22:00"]


@pytest.mark.parametrize(("day", "length_h"), [((2026, 3, 28), 8), ((2026, 10, 24), 10)])
def test_in_the_nights_of_summer_time_it_turns_when_the_wall_clock_says_so(day: tuple[int, int, int], length_h: int) -> None:
    clock = Local(*day, 21, 0)
    begins, ends = minutes_of_night(clock, Hours(clock), 16 * 60)
    assert (f"{begins:%H:%M}", f"{ends:%H:%M}") == ("22:00", "07:00")
    assert ends.astimezone(ZoneInfo("UTC")) - begins.astimezone(ZoneInfo("UTC")) == timedelta(hours=length_h)


def test_without_hours_there_is_no_night() -> None:
    assert wish(Hours(Local(2026, 3, 2, 2)), None) == DAY_WISH


def test_the_night_is_never_louder_than_the_day() -> None:
    hours = Hours(Local(2026, 3, 2, 2))
    hours.loudest(20)
    assert wish(hours) == Wish(True, 20, 30, headphones_only=True)


def test_a_bed_can_have_a_loudest_of_its_own_and_the_hospitals_again() -> None:
    hours = Hours(Local(2026, 3, 2, 12))
    hours.loudest(95)
    assert wish(hours).loudest_percent == 95
    hours.loudest(None)
    assert wish(hours) == DAY_WISH
    with pytest.raises(ValueError, match="101"):
        hours.loudest(101)


def test_a_night_by_hand_is_quiet_until_its_hour_and_then_the_hospitals_hours_hold() -> None:
    clock = Local(2026, 3, 2, 13)
    hours = Hours(clock)
    hours.night_until(time(15, 30))
    assert wish(hours) == NIGHT_WISH
    assert hours.by_hand
    assert [f"{change:%d %H:%M}" for change in minutes_of_night(clock, hours, 12 * 60)] == ["02 15:30", "02 22:00"]
    assert not hours.by_hand


def test_a_night_by_hand_reaches_over_midnight_and_past_the_hospitals_own() -> None:
    clock = Local(2026, 3, 2, 20)
    hours = Hours(clock)
    hours.night_until(time(9))
    assert [f"{change:%d %H:%M}" for change in minutes_of_night(clock, hours, 20 * 60)] == ["03 09:00"]


def test_a_night_by_hand_where_there_is_none_is_for_headphones_only() -> None:
    hours = Hours(Local(2026, 3, 2, 13))
    hours.night_until(time(14))
    assert wish(hours, None) == Wish(True, 40, 40, headphones_only=True)
    hours.night_until(None)
    assert wish(hours, None) == DAY_WISH


def test_an_hour_that_the_clocks_repeat_does_not_bring_a_night_by_hand_back() -> None:
    clock = Local(2026, 10, 25, 1)
    hours = Hours(clock)
    hours.night_until(time(2, 30))
    changes = []
    for _ in range(4 * 60):
        before = hours.by_hand
        clock.pass_minutes(1)
        if hours.by_hand != before:
            changes.append(clock.now())
    assert [f"{change:%H:%M}" for change in changes] == ["02:30"]


def test_a_clock_that_is_set_back_for_a_year_ends_a_night_by_hand_within_a_day() -> None:
    clock = Local(2026, 3, 2, 13)
    hours = Hours(clock)
    hours.night_until(time(14))
    clock.set_wall(clock.now() - timedelta(days=365))
    assert hours.by_hand
    clock.pass_minutes(BY_HAND_MAX_S / 60)
    assert not hours.by_hand
