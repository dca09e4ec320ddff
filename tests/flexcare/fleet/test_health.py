from __future__ import annotations

import logging
from pathlib import Path
from typing import get_args

import pytest

import flexcare
from flexcare.cli.health import _WORDS
from flexcare.fleet.health import Health, Monitor, read_health
from flexcare.fleet.status import ALARMS_MAX, STATUS_MAX_BYTES, Alarm, Status, from_bytes, to_bytes
from flexcare.instructions.deciding import Outcome
from tests.helpers.clock import FakeClock


def words_of(annotation: object) -> tuple[str, ...]:
    """Every word of a literal, or of a union of literals."""
    parts = get_args(annotation)
    return tuple(word for part in parts for word in ((part,) if isinstance(part, str) else words_of(part)))


ALARMS = words_of(Alarm)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def monitor(tmp_path: Path, clock: FakeClock) -> Monitor:
    return Monitor(tmp_path / "run" / "health.json", clock)


def test_one_picture_for_log_file_and_broker(monitor: Monitor, tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    told: list[Health] = []
    monitor.told = told.append
    begun_s = int(clock.now().timestamp())
    with caplog.at_level(logging.INFO):
        monitor.stand(7, "expired")
        clock.advance(60)
        monitor.alarm("staff-locked", on=True)
        monitor.stand(7, "expired")
    assert monitor.health.alarms == {"expired": begun_s, "staff-locked": begun_s + 60}
    assert read_health(tmp_path / "run" / "health.json") == monitor.health == told[-1]
    assert len(told) == 2  # the same again is no news
    assert monitor.health.status == Status(7, flexcare.__version__, "expired", ("expired", "staff-locked"))
    with caplog.at_level(logging.INFO):
        monitor.stand(8, "unreachable")
        monitor.alarm("staff-locked", on=False)
        monitor.stand(8, "ok")
        monitor.instructed(4, "obeyed")
    assert monitor.health == Health(8, instruction=4, outcome="obeyed")
    assert [record.getMessage() for record in caplog.records] == [
        "health: expired",
        "health: staff-locked",
        "health: unreachable",
        "health: no longer expired",
        "health: no longer staff-locked",
        "health: no longer unreachable",
    ]


def test_a_file_that_cannot_be_written_stops_nothing(tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "run").write_text("in the way")
    monitor = Monitor(tmp_path / "run" / "health.json", clock)
    monitor.alarm("clock", on=True)
    assert "cannot be written" in caplog.text
    assert monitor.health.alarms


def test_the_longest_status_has_room_and_says_nothing_but_closed_words() -> None:
    assert len(ALARMS) <= ALARMS_MAX
    for outcome in words_of(Outcome):
        status = Status(2**53, "1" * 40, "unreachable", ALARMS, 2**31, outcome)  # type: ignore[arg-type]  # one of its words
        data = to_bytes(status)
        assert len(data) <= STATUS_MAX_BYTES
        assert from_bytes(data) == status
    assert from_bytes(b'{"serial":1,"software":"1","state":"ok","alarms":["Ada is in bed 4"]}') is None


def test_every_alarm_has_words_for_it() -> None:
    assert set(ALARMS) == set(_WORDS)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"serial":"one"}'])
def test_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "health.json"
    assert read_health(file) is None
    file.write_bytes(data)
    assert read_health(file) is None
