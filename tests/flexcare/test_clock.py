from __future__ import annotations

from datetime import UTC, datetime

import pytest

from flexcare.clock import Clock, SystemClock
from tests.helpers.clock import FakeClock


def test_the_system_clock_knows_its_time_zone_and_never_goes_back() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() is not None
    first = clock.monotonic_s()
    assert clock.monotonic_s() >= first


def test_a_fake_clock_moves_only_when_told() -> None:
    fake = FakeClock(datetime(2026, 1, 1, 23, 59, 30, tzinfo=UTC))
    clock: Clock = fake
    begin = clock.monotonic_s()
    assert clock.now() == clock.now()
    fake.advance(45)
    assert clock.now() == datetime(2026, 1, 2, 0, 0, 15, tzinfo=UTC)
    assert clock.monotonic_s() - begin == 45


def test_a_fake_clock_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match="back"):
        FakeClock().advance(-1)
    with pytest.raises(ValueError, match="zone"):
        FakeClock(datetime(2026, 1, 1))  # noqa: DTZ001
