"""The recipes: exact in length, the same on every machine, never standing still, each channel its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from deploy.headend.client import Headend, shared_cache
from deploy.headend.recipes.book import CALIBRATION, calibration, recipes
from deploy.headend.recipes.brush import Fonts
from deploy.headend.recipes.shape import FULL, FULL_HD, SMALL
from deploy.headend.recipes.studio_scenes import counter
from deploy.headend.stations import RADIO, TELEVISION

ALL = (*TELEVISION, *RADIO)


def _ffmpeg(*arguments: str) -> bytes:
    program = shutil.which("ffmpeg")
    assert program is not None
    command = [program, "-nostdin", "-v", "error", "-threads", "2", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=100).stdout


def test_pictures_and_sound_end_together() -> None:
    for shape in (FULL, FULL_HD, SMALL):
        assert (shape.length_s * 48_000) % 1024 == 0
        assert shape.pictures % (2 * shape.key_every) == 0
        assert 0.9 <= shape.key_every / shape.rate <= 1


def test_there_are_enough_stations_and_their_numbers_and_names_are_their_own() -> None:
    assert len(TELEVISION) >= 8
    assert len(RADIO) == 2
    for part in ("name", "number", "title", "guide_id"):
        assert len({getattr(station, part) for station in ALL}) == len(ALL)


def test_a_fingerprint_holds_no_folder_of_this_machine(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    marks = []
    for folder in folders:
        folder.mkdir()
        face = folder / "face.ttf"
        face.write_bytes(b"")
        marks.append([recipe.marks() for recipe in recipes(ALL, Fonts(face, face))])
    assert marks[0] == marks[1]
    assert str(tmp_path) not in repr(marks)


def test_without_a_typeface_pictures_have_no_words() -> None:
    for recipe in recipes(ALL, Fonts(None, None)):
        assert "drawtext" not in recipe.picture
    assert any("drawtext" in recipe.picture for recipe in recipes(ALL, Fonts(Path("face.ttf"), None)))


def test_a_missing_typeface_is_replaced(tmp_path: Path) -> None:
    assert Fonts.find(tmp_path / "none.ttf") == Fonts.find(None)


def test_bench_pictures_tell_their_number() -> None:
    raw = _ffmpeg("-f", "lavfi", "-i", counter(640, 360, 50), "-frames:v", "70", "-pix_fmt", "gray", "-f", "rawvideo", "-")
    side = 32
    row = 360 - 2 * side + side // 2
    told = []
    for at in range(0, len(raw), 640 * 360):
        line = raw[at + row * 640 : at + (row + 1) * 640]
        told.append(sum((line[2 * side + side // 2 + bit * side] > 127) << bit for bit in range(16)))
    assert told == list(range(70))


def test_bench_streams_have_the_shape_of_their_name() -> None:
    for name in CALIBRATION:
        shape = calibration(name).shape
        assert name == f"count{shape.height}p{shape.rate}"


@pytest.mark.long
@pytest.mark.parametrize("name", [station.name for station in TELEVISION])
def test_something_moves_in_every_picture(headend: Headend, name: str) -> None:
    assert name in headend.status()
    lines = _ffmpeg("-i", str(_newest(name)), "-map", "0:v", "-f", "framemd5", "-").decode().splitlines()
    pictures = [line.rpartition(",")[2] for line in lines if not line.startswith("#")]
    assert len(pictures) == FULL.pictures
    assert all(before != after for before, after in pairwise(pictures))


@pytest.mark.long
def test_channels_look_different(headend: Headend) -> None:
    assert headend.status()
    looks = {station.name: _look(_newest(station.name)) for station in TELEVISION}
    for (one, first), (other, second) in combinations(looks.items(), 2):
        apart = sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)
        assert apart > 20, f"{one} and {other} are much alike"


def _newest(name: str) -> Path:
    return max(shared_cache().glob(f"{name}-*.ts"), key=lambda place: place.stat().st_mtime_ns)


def _look(place: Path) -> Sequence[int]:
    return _ffmpeg("-ss", "3", "-i", str(place), "-frames:v", "1", "-vf", "scale=32:18", "-pix_fmt", "rgb24", "-f", "rawvideo", "-")
