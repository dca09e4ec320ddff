"""`flexcare run` where it cannot run: one line that says what, where and the cure, exit code 2, and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.supervisor.compositor import Screen

TIMEOUT_S = 60


def run(tmp_path: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run it to its end, with `path` to find programs in."""
    usual = {"--ward": "ward", "--state": "state", "--run": "run"}
    given = [word for name, value in usual.items() if name not in words for word in (name, str(tmp_path / value))]
    environment = os.environ | ({"PATH": path} if path is not None else {})
    return subprocess.run(
        [sys.executable, "-P", "-m", "flexcare", "run", *given, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


def last_line(result: subprocess.CompletedProcess[str]) -> str:
    """What it said last, once it has failed as it should."""
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("place", ["file", "file/below", "proc"])
def test_a_run_folder_that_cannot_be_made(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    folder = "/proc/nothing" if place == "proc" else str(tmp_path / place)
    line = last_line(run(tmp_path, "--run", folder))
    assert line.startswith(f"flexcare: {folder}: the run folder cannot be used: ")
    assert "name a folder that can be made and written" in line


def test_a_run_folder_with_something_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "no-ward").touch()
    assert "the run folder cannot be used" in last_line(run(tmp_path))


@pytest.mark.parametrize("missing", ["bwrap", "sway"])
def test_a_program_that_is_missing(tmp_path: Path, missing: str) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in {"bwrap", "sway", "setpriv", "unshare", "prlimit", "sh"} - {missing}:
        (programs / name).symlink_to(f"/usr/bin/{name}")
    line = last_line(run(tmp_path, path=str(programs)))
    assert missing.replace("bwrap", "bubblewrap") in line
    assert "install" in line
    assert sorted(os.listdir(tmp_path / "run")) == ["doors", "health.json", "lock", "no-ward", "sound"]  # noqa: PTH208


@pytest.mark.parametrize("user", ["0", "-4", "99999999999"])
def test_a_session_user_that_is_none(tmp_path: Path, user: str) -> None:
    last_line(run(tmp_path, "--session-user", user))
    assert not (tmp_path / "run").exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root may choose; others are refused before")
def test_a_session_user_who_may_not_read_the_ward_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    line = last_line(run(tmp_path, "--session-user", "4242"))
    assert "4242" in line


@pytest.mark.parametrize(
    "screen", ["", "12x", "0x0@1", "-5x10@10", "1280x800@0", "1280x800@nan", "1280x800@inf", "99999x800@10", "1280x800@-3"]
)
def test_a_screen_that_is_none(tmp_path: Path, screen: str) -> None:
    with pytest.raises(ValueError, match="is no screen"):
        Screen.of(screen)
    if screen in {"0x0@1", "1280x800@nan"}:
        assert run(tmp_path, f"--screen={screen}").returncode == 2
        assert not (tmp_path / "run").exists()


def test_the_usual_screens_are_screens() -> None:
    assert Screen.of("1280x800@10.1") == Screen()
    assert Screen.of("1920x1080@13.3") == Screen(1920, 1080, 13.3)
