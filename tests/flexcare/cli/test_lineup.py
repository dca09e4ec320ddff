from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.playlist_server import GOOD, misbehaving_server

SAMPLES = Path(__file__).parents[2] / "data" / "playlists"


def flexcare(*arguments: str, columns: int = 80) -> subprocess.CompletedProcess[str]:
    """Run the command line as hospital IT does: a program of its own."""
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8", "NO_PROXY": "127.0.0.1"}
    return subprocess.run(
        [sys.executable, "-m", "flexcare", *arguments], capture_output=True, encoding="utf-8", timeout=60, check=False, env=environment
    )


def check(source: str | Path, *options: str) -> subprocess.CompletedProcess[str]:
    return flexcare("lineup", "check", str(source), *options)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.m3u"
    path.write_bytes(GOOD)
    return path


def test_a_good_list_as_json(good: Path) -> None:
    done = check(good, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "channels": [
            {"number": 7, "name": "One", "guide_id": "", "groups": [], "radio": False, "stream": "udp://239.1.1.1:5000", "backups": []}
        ],
        "problems": [],
    }


def test_problems_and_backups_as_json() -> None:
    done = check(SAMPLES / "hospital-multicast.m3u", "--json")
    assert done.returncode == 0
    first = json.loads(done.stdout)["channels"][0]
    assert (first["stream"], first["backups"]) == ("udp://@239.10.0.1:5000", ["https://backup.example/dr1/index.m3u8"])
    done = check(SAMPLES / "numbers.m3u", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    problems = json.loads(done.stdout)["problems"]
    assert [set(problem) for problem in problems] == [{"line", "text", "cure"}] * 2
    assert [problem["line"] for problem in problems] == [6, 8]


def test_a_table_that_fits_eighty_columns() -> None:
    done = check(SAMPLES / "vlc-desktop-leftovers.m3u")
    assert (done.returncode, done.stderr) == (1, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Ward information" in done.stdout
    assert "live555" in done.stdout
    assert done.stdout.splitlines()[-1] == "Television channels: 1. Radio channels: 0. Problems: 7."


def test_names_are_shown_as_they_are_and_passwords_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u"
    path.write_text("#EXTM3U\n#EXTINF:-1,[red]:smile: 電視\nhttp://user:secret@x.example/token\n", encoding="utf-8")
    done = check(path)
    assert done.returncode == 0
    assert "[red]:smile: 電視" in done.stdout
    assert "http x.example" in done.stdout
    assert "secret" not in done.stdout


def test_thousands_of_channels(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u"
    path.write_text("#EXTM3U\n" + "".join(f"#EXTINF:-1,Channel {n}\nudp://239.1.1.1:{n}\n" for n in range(1, 5001)))
    done = check(path)
    rows = [line for line in done.stdout.splitlines() if "239.1.1.1" in line]
    assert len(rows) == 5000
    assert rows[-1].startswith("5000  Channel 5000")


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://x.example/1.ts\n"])
def test_an_unusable_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.m3u"
    path.write_bytes(content)
    done = check(path)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("flexcare: ")
    done = check(path, "--json")
    assert (done.returncode, done.stderr) == (2, "")
    answer = json.loads(done.stdout)
    assert answer["channels"] == []
    (problem,) = answer["problems"]
    assert set(problem) == {"line", "text", "cure"}
    assert problem["cure"]


def test_a_list_in_which_all_is_refused_says_why(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u"
    path.write_text("#EXTM3U\n#EXTINF:-1,A\nrtsp://x/\n")
    done = check(path)
    assert done.returncode == 2
    assert "live555" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    problems = json.loads(check(path, "--json").stdout)["problems"]
    assert [problem["line"] for problem in problems] == [0, 3]


def test_a_file_that_is_not_there() -> None:
    done = check("no-such-file.m3u")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("flexcare: no-such-file.m3u: the file cannot be read")
    assert len(done.stderr.splitlines()) == 1


def test_an_address() -> None:
    with misbehaving_server() as server:
        assert check(server.address("/gzip"), "--json").returncode == 0
        done = check(server.address("/web"))
        assert (done.returncode, "web page" in done.stderr) == (2, True)
        done = check(server.address("/nothing") + "?token=secret", "--json")
        assert done.returncode == 2
        assert "404" in json.loads(done.stdout)["problems"][0]["text"]
        assert "secret" not in done.stdout + done.stderr


def test_json_survives_a_terminal_without_unicode(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u"
    path.write_text("#EXTM3U\n#EXTINF:-1,Ærø\nudp://239.1.1.1:1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "flexcare", "lineup", "check", str(path), "--json"],
        capture_output=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(done.stdout)["channels"][0]["name"] == "Ærø"
