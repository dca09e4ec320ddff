from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.shell.timepiece import Timepiece, part_of_day
from tests.helpers.clock import FakeClock


@pytest.mark.parametrize(
    ("hour", "part"), [(4, "Evening"), (5, "Morning"), (11, "Morning"), (12, "Day"), (17, "Day"), (18, "Evening"), (23, "Evening")]
)
def test_parts_of_the_day(hour: int, part: str) -> None:
    assert part_of_day(datetime(2026, 11, 24, hour, tzinfo=UTC)).name == part


def test_tells_time_and_date_in_the_patients_language(qapp: QGuiApplication) -> None:
    del qapp
    clock = FakeClock(datetime(2026, 11, 24, 21, 4, 59, tzinfo=UTC))
    timepiece = Timepiece(clock)
    assert timepiece.property("time") == "21:04"
    timepiece.set_locale("da_DK")
    assert timepiece.property("date") == "tirsdag 24 november"
    clock.advance(1)
    timepiece.refresh()
    assert timepiece.property("time") == "21:05"
