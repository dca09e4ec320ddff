from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.command_line import flexcare
from tests.helpers.playlist_server import misbehaving_server
from tests.helpers.source import edited_source, good_source

TYPO = "@ hospital.toml\n- idle_minutes = 120\n+ idle_minuts = 120\n"


def test_a_good_source_ends_with_0(tmp_path: Path) -> None:
    done = flexcare("check", good_source(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "Wards: 2. Devices: 3. Faults: 0. Notes: 0.\n", "")


def test_faults_end_with_1(tmp_path: Path) -> None:
    source = edited_source(tmp_path, TYPO)
    done = flexcare("check", source)
    assert (done.returncode, done.stderr) == (1, "")
    line = (source / "hospital.toml").read_text().splitlines().index("idle_minuts = 120") + 1
    assert done.stdout.splitlines() == [
        f"hospital.toml:{line}: session.idle_minuts: is unknown",
        "    did you mean idle_minutes?",
        "",
        "Wards: 2. Devices: 3. Faults: 1. Notes: 0.",
    ]
    answer = json.loads(flexcare("check", source, "--json").stdout)
    assert answer == {
        "usable": True,
        "wards": 2,
        "devices": 3,
        "faults": [
            {
                "file": "hospital.toml",
                "line": line,
                "key": "session.idle_minuts",
                "what": "is unknown",
                "cure": "did you mean idle_minutes?",
            }
        ],
        "notes": [],
    }


def test_no_source_ends_with_2(tmp_path: Path) -> None:
    done = flexcare("check", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"flexcare: {tmp_path}: there is no hospital.toml (name the folder that holds hospital.toml)\n"
    done = flexcare("check", tmp_path, "--json")
    assert (done.returncode, done.stderr) == (2, "")
    assert json.loads(done.stdout)["usable"] is False


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/good", ""),
        ("/moved", ""),
        ("/gone", "127.0.0.1: the server answers 404"),
        ("/login", "127.0.0.1: the server answers 403"),
        ("/web", "127.0.0.1: this is a web page and no playlist"),
        ("/to-file", "127.0.0.1: a redirect leads away from http and https"),
        ("/bomb", "127.0.0.1: the list has no channels"),
    ],
)
def test_a_lineup_by_web_address(path: str, said: str, tmp_path: Path) -> None:
    with misbehaving_server() as server:
        edits = f'@ wards/b7.toml\n+ [lineup]\n+ sources = ["{server.address(path)}"]\n+ [services.radio]\n+ on = false\n'
        done = flexcare("check", edited_source(tmp_path, edits), "--json")
    assert done.returncode == (1 if said else 0)
    faults = json.loads(done.stdout)["faults"]
    assert [(fault["file"], fault["line"], fault["key"], fault["what"]) for fault in faults] == (
        [("wards/b7.toml", 5, "lineup.sources", said)] if said else []
    )
