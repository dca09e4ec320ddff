"""The dates of the agreement, with a clock in hand: both last days count, in the hospital's own time zone."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flexcare.agreement.coverage import Term, covers, term, today
from flexcare.agreement.model import Agreement
from flexcare.configuration.compile import check_source
from tests.helpers.clock import FakeClock
from tests.helpers.source import day, edited_source

COPENHAGEN = "Europe/Copenhagen"
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@dataclass(frozen=True)
class Service:
    id: str
    activities: tuple[str, ...]


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    source = edited_source(tmp_path, "@ hospital.toml\n- valid_to = 2099-12-31\n+ valid_to = 2026-12-31\n")
    found = check_source(source, day()).tables["b7"].get("agreement")
    assert isinstance(found, Agreement)
    return found


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), LAST),  # 23:59:59 in Copenhagen
        (datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), date(2026, 7, 1)),  # summer time
        (datetime(2026, 7, 1, 22, 0, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 31, 14, 0, tzinfo=timezone(timedelta(hours=-10))), date(2027, 1, 1)),
        (datetime(2027, 1, 1, 5, 0, tzinfo=timezone(timedelta(hours=9))), LAST),
    ],
)
def test_the_day_is_the_hospitals_wherever_the_clock_was_read(moment: datetime, expected: date) -> None:
    assert today(moment, COPENHAGEN) == expected


def test_the_same_moment_is_another_day_in_another_hospital() -> None:
    moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    days = {zone: today(moment, zone) for zone in ("Atlantic/Reykjavik", COPENHAGEN, "America/Nuuk", "Pacific/Auckland")}
    assert days == {
        "Atlantic/Reykjavik": LAST,
        COPENHAGEN: date(2027, 1, 1),
        "America/Nuuk": LAST,
        "Pacific/Auckland": date(2027, 1, 1),
    }


def test_a_moment_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        today(datetime(2026, 1, 1), COPENHAGEN)  # noqa: DTZ001 - that is the point


def test_first_and_last_day_are_inside() -> None:
    days = [FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)]
    assert [term(FIRST, LAST, on) for on in days] == [Term.BEFORE, Term.IN_FORCE, Term.IN_FORCE, Term.AFTER]


def test_a_service_goes_through_the_last_day(agreement: Agreement) -> None:
    service = Service("tv", ("television",))
    clock = FakeClock(datetime(2026, 12, 31, 0, 0, tzinfo=ZoneInfo(COPENHAGEN)))
    seen = []
    for _hour in range(26):
        seen.append(covers(agreement, service, today(clock.now(), COPENHAGEN)).covered)
        clock.advance(3600)
    assert seen == [True] * 24 + [False] * 2


def test_the_reason_in_words(agreement: Agreement) -> None:
    service = Service("tv", ("television",))
    assert covers(None, service, FIRST).reason == "tv: there is no data processing agreement"
    assert covers(agreement, Service("tv", ()), FIRST).reason == "tv: names no processing activity"
    unknown = covers(agreement, Service("tv", ("television", "games", "shop")), FIRST)
    assert (unknown.covered, unknown.reason) == (False, "tv: the agreement has no processing activity games, shop")
    before = covers(agreement, service, date(2025, 12, 31))
    assert (before.covered, before.term) == (False, Term.BEFORE)
    assert before.reason == "tv: the agreement DBA-2026-014 is not in force before 2026-01-01"
    after = covers(agreement, service, date(2027, 1, 1))
    assert (after.covered, after.term) == (False, Term.AFTER)
    assert after.reason == "tv: the agreement DBA-2026-014 ended with 2026-12-31"
    good = covers(agreement, service, LAST)
    assert (good.covered, good.term) == (True, Term.IN_FORCE)
    assert good.reason == "tv: the agreement DBA-2026-014 covers television until 2026-12-31"


def test_a_tablet_knows_the_dates_without_anything_heavy() -> None:
    program = "import json, sys\nimport flexcare.configuration.in_force\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert not {"pydantic", "requests", "typer", "rich", "tomllib"} & set(json.loads(done.stdout))
