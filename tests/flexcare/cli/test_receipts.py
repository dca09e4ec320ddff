from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from flexcare.session.kinds import Act, By, Kind, Outcome
from flexcare.session.receipt import Check
from flexcare.session.receipts import Receipts
from tests.helpers.clock import FakeClock


def flexcare(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as hospital IT does: a program of its own."""
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "ascii", **variables}
    return subprocess.run(
        [sys.executable, "-m", "flexcare", "receipts", *arguments],
        capture_output=True,
        encoding="ascii",
        timeout=60,
        check=False,
        env=environment,
    )


@pytest.fixture
def state(tmp_path: Path) -> Path:
    clock = FakeClock(datetime(2026, 3, 2, 10, 42, tzinfo=timezone(timedelta(hours=1))))
    receipts = Receipts(tmp_path / "receipts.jsonl", clock)
    receipts.add(Kind.BOOT, verified=list(Check), memory_erased=True)
    clock.advance(3600)
    receipts.add(Kind.FINISH, verified=list(Check), memory_erased=True, cover_ms=2, empty_ms=41, shown_ms=93, standby=True)
    clock.advance(3600)
    receipts.add(Kind.UNANSWERED, verified=[Check.PROCESSES, Check.MEMORY, Check.OUTPUT], memory_erased=False, empty_ms=250, shown_ms=700)
    return tmp_path


def damage(state: Path, change: Callable[[bytes], bytes]) -> None:
    path = state / "receipts.jsonl"
    path.write_bytes(change(path.read_bytes()))


def test_a_table_newest_last_that_fits_eighty_columns(state: Path) -> None:
    done = flexcare("--state", str(state))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1] == "    1  2026-03-02T10:42:00+01:00  boot             0       0"
    assert lines[2] == "    2  2026-03-02T11:42:00+01:00  finish          41      93"
    assert lines[3].startswith("    3  2026-03-02T12:42:00+01:00  unanswered     250     700  not proved:")
    assert " ".join(" ".join(lines[3:])[58:].split()).endswith("mounts sockets; not erased in memory")


def test_the_same_for_programs(state: Path) -> None:
    done = flexcare("--state", str(state), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert (answer["count"], answer["dropped"], answer["holds"], answer["faults"]) == (3, 0, True, [])
    finish = answer["receipts"][1]
    assert (finish["kind"], finish["cover_ms"], finish["standby"]) == ("finish", 2, True)
    assert finish["verified"] == sorted(finish["verified"])
    assert finish["previous"] == answer["receipts"][0]["hash"]


def test_a_chain_that_holds(state: Path) -> None:
    done = flexcare("--state", str(state), "--verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "3 receipts, from 2026-03-02T10:42:00+01:00 to 2026-03-02T12:42:00+01:00.",
        "The chain holds.",
    ]


def test_a_list_that_was_shortened_as_it_should_be(state: Path) -> None:
    receipts = Receipts(state / "receipts.jsonl", FakeClock(), receipts_max=3)
    receipts.add(Kind.FINISH, verified=list(Check), memory_erased=True)
    done = flexcare("--state", str(state), "--verify")
    assert done.returncode == 0
    assert "2 older lines dropped" in done.stdout


def test_each_fault_has_its_line_and_a_cure(state: Path) -> None:
    damage(state, lambda data: data.replace(b'"empty_ms":41', b'"empty_ms":14') + b"torn")
    done = flexcare("--state", str(state), "--verify")
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[1] == "The chain does not hold: 2 faults."
    assert [line.split(":")[0] for line in lines[2:]] == ["line 2", "line 4"]
    assert all(line.endswith(")") for line in lines[2:])
    done = flexcare("--state", str(state))
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("See flexcare receipts --verify.")
    done = flexcare("--state", str(state), "--verify", "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert (answer["holds"], answer["count"], "receipts" in answer) == (False, 2, False)
    assert [set(fault) for fault in answer["faults"]] == [{"line", "what", "cure"}] * 2


def test_an_empty_list_is_no_fault(state: Path) -> None:
    damage(state, lambda _: b"")
    assert flexcare("--state", str(state), "--verify").stdout == "No receipts.\nThe chain holds.\n"
    assert flexcare("--state", str(state)).returncode == 0


def test_no_list_at_all(tmp_path: Path) -> None:
    done = flexcare("--state", str(tmp_path / "nothing"))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "there are no receipts here" in line
    assert "--state" in line
    done = flexcare("--state", str(tmp_path / "nothing"), "--json")
    assert (done.returncode, done.stderr) == (2, "")
    assert [fault["line"] for fault in json.loads(done.stdout)["faults"]] == [0]


def test_what_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "receipts.jsonl"
    os.mkfifo(path)
    assert flexcare("--state", str(tmp_path)).returncode == 2
    path.unlink()
    path.mkdir()
    assert flexcare("--state", str(tmp_path)).returncode == 2
    path.rmdir()
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert flexcare("--state", str(tmp_path)).returncode == 2


def test_deeds_of_staff_stand_between_the_receipts(state: Path) -> None:
    receipts = Receipts(state / "receipts.jsonl", FakeClock())
    receipts.add_deed(Act.PULL, By.IT, Outcome.FAILED)
    lines = flexcare("--state", str(state)).stdout.splitlines()
    row = next(index for index, line in enumerate(lines) if " staff " in line)
    assert " ".join(" ".join(lines[row : row + 2]).split()).endswith("staff pull, by it; failed")
    assert "1 deed of staff" in flexcare("--state", str(state), "--verify").stdout
    (deed,) = json.loads(flexcare("--state", str(state), "--json").stdout)["deeds"]
    assert (deed["act"], deed["by"], deed["outcome"]) == ("pull", "it", "failed")
