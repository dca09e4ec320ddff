"""`flexcare guide check`, run as hospital IT runs it."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

from tests.flexcare.cli.test_lineup import flexcare
from tests.helpers.source import edited_source

TODAY = datetime.now(UTC)
SHOW = f'start="{TODAY:%Y%m%d}200000" stop="{TODAY:%Y%m%d}210000"'
GUIDE = (
    '<tv><channel id="dr1.dk"><display-name>DR 1</display-name></channel><channel id="tv2.dk"><display-name>TV 2</display-name></channel>'
    f'<programme {SHOW} channel="dr1.dk"><title>A</title></programme><programme {SHOW} channel="tv2.dk"><title>B</title></programme></tv>'
)
PLAYLIST = '#EXTM3U\n#EXTINF:-1 tvg-id="dr1.dk",DR1\nudp://239.1.1.1:5000\n#EXTINF:-1,TV2 HD\nudp://239.1.1.2:5000\n'


def files(folder: Path, playlist: str = PLAYLIST, guide: str = GUIDE) -> tuple[str, str]:
    (folder / "list.m3u").write_text(playlist)
    (folder / "guide.xml.gz").write_bytes(gzip.compress(guide.encode()))
    return str(folder / "list.m3u"), str(folder / "guide.xml.gz")


def test_a_miss_with_the_nearest(tmp_path: Path) -> None:
    done = flexcare("guide", "check", *files(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    assert "Channels with a guide: 1 of 2. Programmes: 1." in done.stdout
    assert "TV2 HD\n        nearest: tv2.dk (TV 2)" in done.stdout


def test_all_is_well(tmp_path: Path) -> None:
    done = flexcare("guide", "check", *files(tmp_path, PLAYLIST.replace("TV2 HD", "TV 2")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Channels with a guide: 2 of 2. Programmes: 2." in done.stdout


def test_as_json(tmp_path: Path) -> None:
    done = flexcare("guide", "check", "--json", *files(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    (lineup,) = json.loads(done.stdout)["lineups"]
    assert lineup["misses"] == [{"number": 2, "name": "TV2 HD", "candidates": ["tv2.dk (TV 2)"]}]
    assert (lineup["ward"], lineup["channels"], lineup["problems"]) == ("", 1, [])


def test_no_guide_that_can_be_used(tmp_path: Path) -> None:
    playlist, guide = files(tmp_path, guide=GUIDE[:-5])
    done = flexcare("guide", "check", playlist, guide)
    assert done.returncode == 2
    assert "breaks off before its end" in done.stderr
    done = flexcare("guide", "check", "--json", playlist, guide)
    assert (done.returncode, done.stderr) == (2, "")
    assert "breaks off" in json.loads(done.stdout)["error"]
    done = flexcare("guide", "check", playlist)
    assert done.returncode == 2
    assert "no guide is named" in done.stderr


def test_the_guides_of_a_source(tmp_path: Path) -> None:
    source = edited_source(tmp_path, '@ hospital.toml\n+ [guide]\n+ sources = ["own.xml"]\n')
    (source / "guides").mkdir()
    (source / "guides" / "own.xml").write_text(GUIDE)
    done = flexcare("guide", "check", str(source), "--ward", "b7")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Ward b7\nChannels with a guide: 0 of ")
    done = flexcare("guide", "check", str(source), "--ward", "b8")
    assert done.returncode == 2
    assert "there is no ward b8" in done.stderr


def test_a_source_with_faults(tmp_path: Path) -> None:
    source = edited_source(tmp_path, '@ hospital.toml\n+ [guide]\n+ sources = ["nowhere.xml"]\n')
    done = flexcare("guide", "check", str(source))
    assert done.returncode == 2
    assert "guides/nowhere.xml" in done.stdout
    assert "the configuration has faults" in done.stderr
