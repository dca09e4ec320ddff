from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.kinds import Kind
from flexcare.supervisor.run_file import RunRecord, SessionTrace, kind_of_start, read_run, started_ticks, this_boot, write_run

BOOT = "6b1f0c1e-2b5a-4c58-9f0e-3c1a5d0b7e21"
OTHER_BOOT = "6b1f0c1e-2b5a-4c58-9f0e-3c1a5d0b7e22"
RECORD = RunRecord(BOOT, shown=True, sessions=(SessionTrace(4711, 123456, (4026531836, 4026531840)), SessionTrace(4712, 7, ())))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run" / "run.json"


def test_what_one_supervisor_leaves_the_next_one_finds(path: Path) -> None:
    assert read_run(path) is None
    write_run(path, RECORD)
    assert read_run(path) == RECORD
    write_run(path, RunRecord(BOOT, shown=False))
    assert read_run(path) == RunRecord(BOOT, shown=False)
    assert [entry.name for entry in path.parent.iterdir()] == ["run.json"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_boot_and_a_restart(path: Path) -> None:
    assert kind_of_start(path, BOOT) is Kind.BOOT
    write_run(path, RECORD)
    assert kind_of_start(path, BOOT) is Kind.RESTART
    assert kind_of_start(path, OTHER_BOOT) is Kind.BOOT


def test_a_file_torn_anywhere_is_none(path: Path) -> None:
    write_run(path, RECORD)
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert read_run(path) is None
        assert kind_of_start(path, BOOT) is Kind.BOOT
    path.write_bytes(whole[:-1])
    path.with_name("run.json.new").write_bytes(b"left over")
    write_run(path, RECORD)
    assert read_run(path) == RECORD


@given(data=st.binary() | st.just(b"[" * 9000))
def test_any_bytes_are_none(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("run") / "run.json"
    path.write_bytes(data)
    assert read_run(path) is None


def test_what_is_no_file_of_ours_is_none_and_is_not_followed(path: Path, tmp_path: Path) -> None:
    write_run(path, RECORD)
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert read_run(path) is None
    write_run(path, RunRecord(BOOT, shown=False))
    assert not path.is_symlink()
    assert read_run(elsewhere) == RECORD
    path.unlink()
    os.mkfifo(path)
    assert read_run(path) is None
    path.unlink()
    path.mkdir()
    assert read_run(path) is None


def test_it_has_no_place_for_a_text(path: Path) -> None:
    path.parent.mkdir()
    for text in (
        f'{{"boot_id":"{BOOT}","shown":"DR1"}}',
        '{"boot_id":"DR1","shown":true}',
        f'{{"boot_id":"{BOOT}","shown":true,"sessions":["DR1"]}}',
    ):
        path.write_text(text)
        assert read_run(path) is None


def test_the_kernels_own_names() -> None:
    assert RunRecord(this_boot(), shown=False).boot_id == this_boot()
    assert len(this_boot()) == 36
    own = started_ticks(os.getpid())
    assert own is not None
    with subprocess.Popen(["sh", "-c", "exec cat"], stdin=subprocess.PIPE) as child:
        ticks = started_ticks(child.pid)
        assert ticks is not None
        assert ticks >= own
        child.communicate()
    assert started_ticks(child.pid) is None
