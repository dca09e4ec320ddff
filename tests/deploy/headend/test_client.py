"""The head-end comes and goes with whoever started it, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from deploy.headend.client import Headend, HeadendFailed, shared_cache
from tests.helpers.headend import small_cache
from tests.helpers.packets import connect
from tests.helpers.processes import name_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_cache(tmp_path_factory)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_even_while_somebody_watches(
    cache: Path, number: signal.Signals, capfd: pytest.CaptureFixture[str]
) -> None:
    with Headend.start(cache, channels=1, small=True) as running:
        process = psutil.Process(running.pid)
        with connect(running.stream("et")) as reply:
            reply.read(188)
            os.kill(running.pid, number)
            while reply.read(188 * 100):
                pass
        assert process.wait(10) == 0
    assert not list(cache.glob("*.part"))
    assert [line for line in capfd.readouterr().err.splitlines() if not line.startswith("headend: ")] == []


def test_killed_while_it_serves_it_has_no_children(cache: Path) -> None:
    with Headend.start(cache, channels=1, small=True) as running:
        running.stream("et", "udp")
        process = psutil.Process(running.pid)
        assert process.children(recursive=True) == []
        process.kill()
        process.wait(10)


def test_it_ends_when_its_parent_lets_go(cache: Path) -> None:
    running = Headend.start(cache, channels=1, small=True)
    process = psutil.Process(running.pid)
    running.end()
    running.end()
    assert not process.is_running()


def test_killed_while_it_records_it_takes_ffmpeg_along_and_the_next_one_goes_on(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "deploy.headend", "--cache", str(tmp_path), "--channels", "1"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        recorders: list[psutil.Process] = []
        while not recorders:
            assert first.poll() is None
            recorders = [child for child in psutil.Process(first.pid).children(recursive=True) if name_of(child) == "ffmpeg"]
    finally:
        first.kill()
        first.communicate()
    assert psutil.wait_procs(recorders, timeout=10)[1] == []
    assert [left.name for left in tmp_path.iterdir()] == [".lock"]
    (tmp_path / "half.ts.part").write_bytes(b"what a killed writer may leave")
    with Headend.start(tmp_path, channels=1, small=True) as second:
        assert "et" in second.status()
    assert not list(tmp_path.glob("*.part"))


def test_a_signal_while_it_records_ends_it_without_a_trace(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.headend", "--cache", str(tmp_path), "--channels", "1"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    recorders: list[psutil.Process] = []
    while not recorders:
        assert process.poll() is None
        recorders = [child for child in psutil.Process(process.pid).children(recursive=True) if name_of(child) == "ffmpeg"]
    process.terminate()
    told, _ = process.communicate(timeout=20)
    assert (process.returncode, told) == (0, b"")
    assert not any(recorder.is_running() for recorder in recorders)
    assert [left.name for left in tmp_path.iterdir()] == [".lock"]


def test_recordings_are_made_once(tmp_path: Path) -> None:
    with Headend.start(tmp_path, channels=1, small=True):
        made = {place.name: place.stat().st_mtime_ns for place in tmp_path.glob("small-*")}
    with Headend.start(tmp_path, channels=1, small=True):
        again = {place.name: place.stat().st_mtime_ns for place in tmp_path.glob("small-*")}
    assert len(made) == 3
    assert again == made


def test_recordings_can_be_made_ahead(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "deploy.headend", "--cache", str(tmp_path), "--channels", "1", "--small", "--prepare"]
    said = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=100)
    assert said.stdout == b""
    assert len(list(tmp_path.glob("small-*"))) == 3


def test_a_head_end_that_cannot_start_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HeadendFailed):
        Headend.start(tmp_path / "file", channels=1, small=True)


def test_recordings_are_shared_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FLEXCARE_CACHE", str(tmp_path))
    assert shared_cache() == tmp_path / "headend"
    monkeypatch.delenv("FLEXCARE_CACHE")
    assert shared_cache() == ROOT / ".cache" / "headend"
