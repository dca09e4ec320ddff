from __future__ import annotations

import os
from pathlib import Path

import pytest

from flexcare.paths import Paths, default_paths


@pytest.mark.parametrize(
    ("environment", "user", "paths"),
    [
        ({"HOME": "/root", "XDG_STATE_HOME": "/elsewhere"}, 0, Paths(Path("/var/lib/flexcare"), Path("/run/flexcare"))),
        (
            {"HOME": "/home/a", "XDG_STATE_HOME": "/s", "XDG_RUNTIME_DIR": "/run/user/7"},
            7,
            Paths(Path("/s/flexcare"), Path("/run/user/7/flexcare")),
        ),
        (
            {"HOME": "/home/a", "XDG_STATE_HOME": "s"},
            7,
            Paths(Path("/home/a/.local/state/flexcare"), Path("/home/a/.local/state/flexcare/run")),
        ),
        (
            {"HOME": "/home/a", "XDG_RUNTIME_DIR": ""},
            7,
            Paths(Path("/home/a/.local/state/flexcare"), Path("/home/a/.local/state/flexcare/run")),
        ),
    ],
)
def test_where_things_lie(environment: dict[str, str], user: int, paths: Paths) -> None:
    assert default_paths(environment, user=user) == paths
    assert default_paths(environment) == default_paths(environment, user=os.getuid())


def test_the_names_of_the_files() -> None:
    paths = Paths(Path("/s"), Path("/r"))
    assert (paths.receipts, paths.run_file) == (Path("/s/receipts.jsonl"), Path("/r/run.json"))
