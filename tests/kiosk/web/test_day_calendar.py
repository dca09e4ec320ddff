from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from kiosk.web.dates import DayWanted
from kiosk.web.day_calendar import FIRST, LAST, WEEK_DAYS, WEEKS, DayCalendar

TODAY = date(2026, 11, 30)


@pytest.fixture
def calendar(qapp: object) -> DayCalendar:
    del qapp
    return DayCalendar()


def column(calendar: DayCalendar, role: str) -> list[object]:
    """What all rows have for a role."""
    number = next(number for number, name in calendar.roleNames().items() if name == QByteArray(role.encode()))
    return [calendar.data(calendar.index(row), number) for row in range(calendar.rowCount())]


def days(calendar: DayCalendar) -> list[str]:
    return [str(day) for day in column(calendar, "day") if day]


def shown(calendar: DayCalendar) -> tuple[object, object]:
    return calendar.property("month"), calendar.property("year")


def test_it_begins_with_what_is_chosen_else_with_today_else_with_what_is_nearest(calendar: DayCalendar) -> None:
    calendar.show(DayWanted(current=date(2026, 2, 3)), TODAY)
    assert shown(calendar) == ("February", "2026")
    assert [day for day, chosen in zip(column(calendar, "day"), column(calendar, "chosen"), strict=True) if chosen] == ["2026-02-03"]
    calendar.show(DayWanted(), TODAY)
    assert shown(calendar) == ("November", "2026")
    assert [day for day, today in zip(column(calendar, "day"), column(calendar, "today"), strict=True) if today] == ["2026-11-30"]
    calendar.show(DayWanted(most=date(1999, 5, 4)), TODAY)
    assert shown(calendar) == ("May", "1999")


@pytest.mark.parametrize(
    ("wanted", "begins"),
    [(DayWanted(current=date(2026, 2, 3)), "2026-02-03"), (DayWanted(), "2026-11-30"), (DayWanted(most=date(1999, 5, 4)), "1999-05-01")],
)
def test_keys_begin_at_a_day_of_the_month(calendar: DayCalendar, wanted: DayWanted, begins: str) -> None:
    calendar.show(wanted, TODAY)
    assert column(calendar, "day")[int(calendar.property("startRow"))] == begins


def test_only_what_may_be_chosen_is_offered(calendar: DayCalendar) -> None:
    calendar.show(DayWanted(least=date(2026, 11, 29), most=date(2026, 12, 2)), TODAY)
    offered = [day for day, may in zip(column(calendar, "day"), column(calendar, "offered"), strict=True) if may]
    assert offered == ["2026-11-29", "2026-11-30"]
    assert (calendar.property("hasBefore"), calendar.property("hasAfter")) == (False, True)
    for months in (1, 12, 1000):
        calendar.turn(months)
        assert shown(calendar) == ("December", "2026")
    assert (calendar.property("hasBefore"), calendar.property("hasAfter")) == (True, False)
    calendar.turn(-12)
    assert shown(calendar) == ("November", "2026")


@pytest.mark.parametrize(("locale", "first", "narrow"), [("da_DK", 0, "M"), ("en_GB", 0, "M"), ("ar_EG", 5, "\u0633"), ("en_US", 6, "S")])
def test_a_week_begins_as_it_does_there(calendar: DayCalendar, locale: str, first: int, narrow: str) -> None:
    calendar.speak(locale)
    calendar.show(DayWanted(), TODAY)
    rows = column(calendar, "day")
    begins = {(date.fromisoformat(str(day)).weekday() - row) % WEEK_DAYS for row, day in enumerate(rows) if day}
    week_days = calendar.property("weekDays")
    assert (begins, len(week_days)) == ({first}, WEEK_DAYS)
    assert week_days[0] == narrow


@given(st.dates(FIRST, LAST), st.lists(st.integers(-30_000, 30_000), max_size=6))
@example(FIRST, [-1])
@example(LAST, [1])
def test_every_month_stands_whole_in_six_weeks(day: date, turns: list[int]) -> None:
    calendar = DayCalendar()
    calendar.show(DayWanted(current=day), TODAY)
    for months in (0, *turns):
        calendar.turn(months)
        found = days(calendar)
        at = date.fromisoformat(found[0])
        assert found == [at.replace(day=number).isoformat() for number in range(1, monthrange(at.year, at.month)[1] + 1)]
        assert calendar.rowCount() == WEEKS * WEEK_DAYS
