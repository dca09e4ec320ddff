from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.shell.timepiece import Timepiece
from kiosk.welcome.cleared import Cleared, day_of
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.clock import FakeClock

TODAY = date(2026, 3, 1)
LATE = datetime(2026, 3, 2, 23, 59, tzinfo=datetime(2026, 3, 2, 12).astimezone().tzinfo)
CLEARED_AT = int(LATE.replace(hour=10, minute=42).timestamp())


@pytest.mark.parametrize(
    ("cleared", "day"),
    [
        (None, Cleared.Day.Never),
        (TODAY, Cleared.Day.Today),
        (date(2026, 2, 28), Cleared.Day.Yesterday),
        (date(2026, 2, 27), Cleared.Day.Earlier),
        (date(2026, 3, 2), Cleared.Day.Never),
    ],
)
def test_the_day_is_told_as_people_tell_it(cleared: date | None, day: Cleared.Day) -> None:
    assert day_of(cleared, TODAY) is day


def line_of(bedside: Bedside) -> str:
    bedside.settle()
    lines = [str(item.property("text")) for item in bedside.items("ClearedLabel")]
    return next((line for line in lines if line.startswith(("Cleared", "Ryddet", "Heute", "Gestern", "Geleert"))), "")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(LATE)


@pytest.fixture
def welcome(new_bedside: Callable[..., Bedside], clock: FakeClock) -> Bedside:
    return new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")), clock=clock)


def test_nothing_is_told_where_nothing_is_known(welcome: Bedside) -> None:
    assert line_of(welcome) == ""


def test_nothing_moves_when_it_is_told(welcome: Bedside) -> None:
    """A standby that is painted already hears of it while it comes on the screen."""
    before = welcome.see(lambda screen: screen.page == "Welcome").target("Start")
    welcome.kiosk.cleared.tell(CLEARED_AT)
    assert line_of(welcome) == "Cleared today at 10:42."
    assert welcome.see(lambda _: True).target("Start") == before


def test_today_becomes_yesterday_at_midnight(welcome: Bedside, clock: FakeClock) -> None:
    welcome.kiosk.cleared.tell(CLEARED_AT)
    assert line_of(welcome) == "Cleared today at 10:42."
    clock.advance(120)
    timepiece = welcome.kiosk.engine.findChild(Timepiece)
    assert timepiece is not None
    timepiece.refresh()
    assert line_of(welcome) == "Cleared yesterday at 10:42."
    clock.advance(timedelta(days=1).total_seconds())
    timepiece.refresh()
    assert line_of(welcome) == "Cleared on Monday, 2 March 2026 at 10:42."
    welcome.kiosk.cleared.tell(None)
    assert line_of(welcome) == ""


def test_the_time_has_the_languages_own_form(welcome: Bedside) -> None:
    welcome.kiosk.cleared.tell(CLEARED_AT)
    welcome.kiosk.shell.speak("da")
    assert line_of(welcome) == "Ryddet i dag kl. 10.42."
    welcome.kiosk.shell.speak("de")
    assert line_of(welcome) == "Heute um 10:42 Uhr geleert."


def test_the_last_moment_that_can_be_said_is_told(welcome: Bedside) -> None:
    far = int(datetime(2999, 12, 31, tzinfo=UTC).timestamp())
    welcome.kiosk.cleared.tell(far)
    assert line_of(welcome) == ""
