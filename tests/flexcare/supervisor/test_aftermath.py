"""A supervisor that was killed leaves word of its sessions; the next one ends what is left, and says no more than it knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from flexcare.session.kinds import Kind
from flexcare.supervisor.aftermath import Aftermath
from flexcare.supervisor.run_file import RunRecord, SessionTrace, read_run, started_ticks, this_boot, write_run
from tests.helpers.sandboxed import Inside

SLEEP = "import time; print('here'); time.sleep(600)"


def test_a_session_that_is_still_there_is_ended_and_proved_to_be_gone(inside: Inside, tmp_path: Path) -> None:
    running = inside.start_python(SLEEP)
    running.until("here")
    Aftermath(tmp_path / "run.json").note([running.launched])
    after = Aftermath(tmp_path / "run.json")
    assert after.kind is Kind.RESTART
    assert after.clear().complete
    running.end()
    assert running.codes == [137]


def test_a_session_that_is_gone_is_not_looked_for_under_a_number_that_somebody_else_has(inside: Inside, tmp_path: Path) -> None:
    running = inside.start_python(SLEEP)
    running.until("here")
    ticks = started_ticks(running.launched.init_pid)
    assert ticks is not None
    somebody_else = SessionTrace(running.launched.init_pid, ticks - 1, (1, 1))
    write_run(tmp_path / "run.json", RunRecord(this_boot(), shown=True, sessions=(somebody_else,)))
    assert Aftermath(tmp_path / "run.json").clear().complete
    assert not running.codes


def test_what_is_left_in_a_session_whose_first_process_is_gone_is_not_claimed_to_be_gone(inside: Inside, tmp_path: Path) -> None:
    running = inside.start_python(SLEEP)
    running.until("here")
    launched = running.launched
    trace = SessionTrace(launched.init_pid, 0, (launched.pid_namespace, launched.mount_namespace))
    write_run(tmp_path / "run.json", RunRecord(this_boot(), shown=True, sessions=(trace,)))
    assert not Aftermath(tmp_path / "run.json").clear().checks


def test_another_boot_left_nothing(tmp_path: Path) -> None:
    trace = SessionTrace(os.getpid(), started_ticks(os.getpid()) or 0, (1, 1))
    write_run(tmp_path / "run.json", RunRecord("00000000-0000-0000-0000-000000000000", shown=True, sessions=(trace,)))
    after = Aftermath(tmp_path / "run.json")
    assert after.kind is Kind.BOOT
    assert after.clear().complete


def test_a_run_file_that_cannot_be_written_holds_nobody_up(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    running = inside.start(sys.executable, "-c", "")
    Aftermath(tmp_path / "file" / "run.json").note([running.launched])
    assert read_run(tmp_path / "file" / "run.json") is None
