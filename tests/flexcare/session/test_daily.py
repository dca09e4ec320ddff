from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.daily import Daily
from tests.helpers.clock import FakeClock

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def at(text: str, zone: timezone | ZoneInfo = UTC) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("reset_at", "now", "due"),
    [
        ("04:00", "2026-03-02T03:59:59", False),
        ("04:00", "2026-03-02T04:00:00", True),
        ("04:00", "2026-03-02T04:59:59", True),
        ("04:00", "2026-03-02T05:00:00", False),
        ("23:30", "2026-03-02T23:29:59", False),
        ("23:30", "2026-03-02T23:30:00", True),
        ("23:30", "2026-03-03T00:29:59", True),
        ("23:30", "2026-03-03T00:30:00", False),
        ("00:00", "2026-03-03T00:00:00", True),
        ("00:00", "2026-03-02T23:59:59", False),
        (None, "2026-03-02T04:00:00", False),
    ],
)
def test_the_hour(reset_at: str | None, now: str, due: bool) -> None:
    assert Daily(reset_at, FakeClock(at(now))).take() is due


def test_once_in_an_hour_over_midnight_and_again_the_next_day() -> None:
    clock = FakeClock(at("2026-03-02T23:45"))
    daily = Daily("23:30", clock)
    assert daily.take()
    clock.advance(30 * 60)
    assert not daily.take()
    clock.advance(24 * 3600)
    assert daily.take()


def test_a_restart_does_not_repeat_it() -> None:
    assert not Daily("04:00", FakeClock(at("2026-03-02T04:30")), done_at=at("2026-03-02T04:10")).take()
    assert not Daily("23:30", FakeClock(at("2026-03-03T00:20")), done_at=at("2026-03-02T23:40")).take()
    assert not Daily("23:30", FakeClock(at("2026-03-03T00:20")), done_at=at("2026-03-03T00:10")).take()
    assert Daily("23:30", FakeClock(at("2026-03-03T23:40")), done_at=at("2026-03-03T00:10")).take()


def test_the_autumn_hour_that_comes_twice() -> None:
    clock = FakeClock(at("2026-10-25T02:30", COPENHAGEN))
    daily = Daily("02:00", clock)
    assert daily.take()
    clock.advance(3600)
    clock.set_wall(datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN, fold=1))
    assert not daily.take()


def test_a_trip_around_the_world_and_back_is_one_day() -> None:
    clock = FakeClock(at("2026-03-02T04:10"))
    daily = Daily("04:00", clock)
    assert daily.take()
    for hours in (14, -11, 0):
        clock.set_wall(at("2026-03-02T04:10").astimezone(timezone(timedelta(hours=hours))).replace(hour=4))
        assert not daily.take()


def test_a_wrong_year_blocks_nothing_for_ever() -> None:
    clock = FakeClock(at("2099-01-01T04:10"))
    daily = Daily("04:00", clock)
    assert daily.take()
    clock.set_wall(at("2026-03-02T05:10"))
    clock.advance(23 * 3600)
    assert daily.take()


@given(st.lists(st.tuples(st.integers(0, 90_000), st.integers(-200_000, 200_000) | st.just(0)), max_size=60))
def test_never_twice_on_a_date_nor_twice_in_half_a_day(steps: list[tuple[int, int]]) -> None:
    clock = FakeClock(at("2026-03-02T03:00"))
    daily = Daily("04:00", clock)
    taken: list[tuple[datetime, float]] = []
    for seconds, jump_s in steps:
        clock.advance(seconds)
        clock.set_wall(clock.now() + timedelta(seconds=jump_s))
        if daily.take():
            assert clock.now().hour == 4
            taken.append((clock.now(), clock.monotonic_s()))
    recent = taken[-8:]
    assert len({now.date() for now, _ in recent}) == len(recent)
    moments = [moment for _, moment in taken]
    assert all(later - earlier >= 12 * 3600 for earlier, later in pairwise(moments))
