"""Where the grid begins and ends, where a jump leads, and local time around midnight and summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guide.moments import DAY_S, HOUR_S, MINUTE_S, Moments
from kiosk.guide.span import TICK_S, jump_to_day, jump_to_now, jump_to_tonight, span_at

COPENHAGEN = Moments(ZoneInfo("Europe/Copenhagen"))
KATHMANDU = Moments(ZoneInfo("Asia/Kathmandu"))


def at(moments: Moments, day: date, hour: int, minute: int = 0) -> int:
    return moments.start(day, hour) + minute * MINUTE_S


TUESDAY = date(2026, 11, 24)
EVENING = at(COPENHAGEN, TUESDAY, 21, 4)


def test_the_grid_begins_today_at_midnight() -> None:
    span = span_at(EVENING, EVENING + 7 * DAY_S, COPENHAGEN)
    assert COPENHAGEN.at(span.origin_s) == datetime(2026, 11, 24, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert span.end_s >= EVENING + 7 * DAY_S


def test_just_after_midnight_what_began_before_it_is_in_the_grid() -> None:
    span = span_at(at(COPENHAGEN, TUESDAY, 0, 10), 0, COPENHAGEN)
    assert COPENHAGEN.clock(span.origin_s) == "23:00"


def test_a_guide_that_knows_nothing_still_has_a_grid() -> None:
    assert span_at(EVENING, 0, COPENHAGEN).end_s >= EVENING + 12 * HOUR_S


def test_a_guide_for_a_year_ends_in_two_weeks() -> None:
    assert span_at(EVENING, EVENING + 365 * DAY_S, COPENHAGEN).end_s <= EVENING + 16 * DAY_S


@given(st.integers(0, 2**33), st.integers(0, 2**33))
def test_now_is_always_in_the_grid(now_s: int, last_s: int) -> None:
    for moments in (COPENHAGEN, KATHMANDU):
        span = span_at(now_s, last_s, moments)
        assert span.origin_s <= now_s - HOUR_S
        assert now_s < span.end_s
        assert span.end_s % TICK_S == 0
        assert span.within(now_s - 10 * DAY_S) == span.origin_s
        assert span.within(now_s + 20 * DAY_S) == span.end_s - 1


def test_a_jump_to_now_shows_the_half_hour_before() -> None:
    assert COPENHAGEN.clock(jump_to_now(EVENING)) == "20:30"
    assert COPENHAGEN.clock(jump_to_now(EVENING + 10 * MINUTE_S)) == "21:00"


def test_tonight_is_eight_o_clock_and_later_what_is_on() -> None:
    assert COPENHAGEN.clock(jump_to_tonight(at(COPENHAGEN, TUESDAY, 9), COPENHAGEN)) == "20:00"
    assert jump_to_tonight(EVENING, COPENHAGEN) == jump_to_now(EVENING)


def test_another_day_is_shown_at_the_same_time_of_day() -> None:
    there = COPENHAGEN.at(jump_to_day(date(2026, 11, 27), EVENING, COPENHAGEN))
    assert (there.date(), f"{there:%H:%M}") == (date(2026, 11, 27), "20:30")


def test_the_night_when_summer_time_ends_has_an_hour_twice() -> None:
    first = int(datetime(2026, 10, 25, 0, 0, tzinfo=UTC).timestamp())
    assert [COPENHAGEN.clock(first + hour * HOUR_S) for hour in range(4)] == ["02:00", "02:00", "03:00", "04:00"]
    assert COPENHAGEN.start(date(2026, 10, 26)) - COPENHAGEN.start(date(2026, 10, 25)) == 25 * HOUR_S


def test_days_are_local_ones() -> None:
    first, last = at(COPENHAGEN, date(2026, 10, 24), 23), COPENHAGEN.start(date(2026, 10, 27))
    assert COPENHAGEN.days(first, last) == [date(2026, 10, day) for day in (24, 25, 26)]
    assert COPENHAGEN.days(first, first) == [date(2026, 10, 24)]
