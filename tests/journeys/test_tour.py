"""The tour of the demo itself: the real program, touched from outside, in a compositor and with a head-end of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.helpers.own_network import needs_root

WITHIN_S = 840
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("screen", "words"),
    [
        pytest.param("1280x800@10.1", ("--tablet",), marks=needs_root, id="tablet"),
        pytest.param("1920x1080@13.3", (), id="desk"),
    ],
)
def test_every_step_of_the_tour_is_as_it_should_be(tmp_path: Path, screen: str, words: tuple[str, ...]) -> None:
    """On a large screen as the demo is, on a small one as a tablet has it."""
    # It tells where it stands when it is ended for being late.
    command = [sys.executable, "-X", "faulthandler", "-m", "deploy.demo_program", "--screen", screen, "--tour", str(tmp_path), *words]
    with (tmp_path.parent / f"tour-{screen}.txt").open("w+", encoding="utf-8") as told_to:
        with subprocess.Popen(command, cwd=ROOT, stdout=told_to, stderr=told_to) as tour:
            try:
                code = tour.wait(WITHIN_S)
            except subprocess.TimeoutExpired:
                tour.send_signal(signal.SIGABRT)
                code = None
        told_to.seek(0)
        told = told_to.read().splitlines()
    assert code is not None, "not at its end in time; it told last:\n" + "\n".join(told[-60:])
    assert code == 0, "\n".join([line for line in told if line.startswith("FAIL")] or told[-20:])
    steps = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert all(step["ok"] for step in steps)
    assert sum("moves" in step["detail"] for step in steps) >= 3
    width, height = (int(side) for side in screen.split("@")[0].split("x"))
    for step in steps:
        picture = QImage(str(tmp_path / step["file"]))
        assert (picture.width(), picture.height()) == (width, height), step


@pytest.mark.long
@pytest.mark.timeout(200)
def test_a_playlist_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    playlist = tmp_path / "page.m3u"
    playlist.write_text("<!doctype html><title>Sign in</title>", encoding="utf-8")
    command = [sys.executable, "-m", "deploy.demo_program", "--playlist", str(playlist), "--tour", str(tmp_path / "tour")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("deploy/demo: ")
    assert "Traceback" not in done.stderr
