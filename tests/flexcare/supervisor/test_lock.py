"""One supervisor for one tablet, whatever happens to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.errors import AlreadyRunning, RunFolderUnusable
from flexcare.paths import Paths
from flexcare.supervisor.lock import empty_folder, is_held, only_one

HOLD = """
import sys
from pathlib import Path
from flexcare.paths import Paths
from flexcare.supervisor.lock import only_one
with only_one(Paths(state=Path(sys.argv[1]), run=Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_one_is_refused_until_the_first_has_been_killed(tmp_path: Path) -> None:
    paths = Paths(state=tmp_path, run=tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunning, match="another supervisor"), only_one(paths):
            raise AssertionError
        first.kill()
    with only_one(paths):
        assert empty_folder(paths, "nothing").is_dir()


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RunFolderUnusable, match="cannot be used") as told, only_one(Paths(state=tmp_path, run=tmp_path / "file")):
        raise AssertionError
    assert told.value.place == str(tmp_path / "file")
    with pytest.raises(RunFolderUnusable):
        empty_folder(Paths(state=tmp_path, run=tmp_path), "file")


def test_to_look_whether_it_is_held_takes_nothing(tmp_path: Path) -> None:
    paths = Paths(state=tmp_path / "state", run=tmp_path / "run")
    assert not is_held(paths.run)
    with only_one(paths):
        assert is_held(paths.run)
    assert not is_held(paths.run)
