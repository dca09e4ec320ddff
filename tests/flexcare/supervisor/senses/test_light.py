from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.light import Light
from tests.helpers.in_loop import in_loop


def backlight(system: Path, name: str = "panel", kind: str = "raw", most: str = "960") -> Path:
    folder = system / "class/backlight" / name
    folder.mkdir(parents=True)
    for file, text in (("type", kind), ("max_brightness", most), ("brightness", "500")):
        (folder / file).write_text(f"{text}\n")
    return folder / "brightness"


@in_loop
async def test_the_kernels_own_file_is_set_in_its_own_steps(tmp_path: Path) -> None:
    level = backlight(tmp_path)
    light = Light(tmp_path)
    await light.set(40)
    assert (level.read_text(), light.kind) == ("384", "file")
    await light.set(100)
    assert level.read_text() == "960"


@in_loop
async def test_it_is_never_dark(tmp_path: Path) -> None:
    level = backlight(tmp_path, most="7")
    await Light(tmp_path).set(5)
    assert level.read_text() == "1"


@in_loop
async def test_of_several_the_kernels_advice_is_taken(tmp_path: Path) -> None:
    raw, firmware = backlight(tmp_path, "a"), backlight(tmp_path, "z", "firmware")
    await Light(tmp_path).set(50)
    assert (raw.read_text(), firmware.read_text()) == ("500\n", "480")


@in_loop
async def test_without_a_backlight_it_says_so(tmp_path: Path) -> None:
    light = Light(tmp_path)
    await light.set(40)
    assert light.kind == "none"


@in_loop
async def test_a_backlight_that_talks_nonsense_is_refused(tmp_path: Path) -> None:
    backlight(tmp_path, most="much")
    with pytest.raises(SenseUnusable):
        await Light(tmp_path).set(40)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
@in_loop
async def test_a_plain_user_asks_logind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    level = backlight(tmp_path / "sys")
    busctl = tmp_path / "bin/busctl"
    busctl.parent.mkdir()
    busctl.write_text(f'#!/bin/sh\nprintf "%s " "$@" > "{tmp_path}/asked"\n')
    busctl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{busctl.parent}:{os.environ['PATH']}")

    def refuse(file: Path, _text: str) -> int:
        raise OSError(number, os.strerror(number), str(file))

    # Root may write whatever a file's mode says.
    level.chmod(stat.S_IRUSR)
    monkeypatch.setattr(Path, "write_text", refuse)
    light = Light(tmp_path / "sys")
    await light.set(25)
    asked = (tmp_path / "asked").read_text().split()
    login = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session")
    assert asked == ["--timeout=3", "call", *login, "SetBrightness", "ssu", "backlight", "panel", "240"]
    assert light.kind == "logind"


@in_loop
async def test_where_logind_will_not_either_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backlight(tmp_path)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")

    def refuse(file: Path, _text: str) -> int:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(SenseUnusable, match="busctl"):
        await Light(tmp_path).set(25)
