from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.player.modules import CORE_FILE, LIBRARY_FILE, MODULES, choose_modules, library_folders


def test_only_the_chosen_modules_are_there(tmp_path: Path) -> None:
    library = choose_modules(tmp_path, library_folders())
    assert library == tmp_path / LIBRARY_FILE
    assert library.is_file()
    assert (tmp_path / CORE_FILE).is_file()
    modules = {file.name for file in (tmp_path / "vlc/plugins").glob("*/*")}
    assert {"libhttp_plugin.so", "libts_plugin.so", "libavcodec_plugin.so", "libvmem_plugin.so"} <= modules
    strangers = ("filesystem", "v4l2", "screen", "dvdnav", "lua", "playlist", "directory_demux", "demuxdump", "secret", "xml")
    assert not any(stranger in module for module in modules for stranger in strangers)
    assert {folder.name for folder in (tmp_path / "vlc/plugins").iterdir()} == set(MODULES)


def test_the_first_folder_that_has_libvlc_is_taken_and_what_it_lacks_is_left_out(tmp_path: Path) -> None:
    empty, system, private = tmp_path / "empty", tmp_path / "system", tmp_path / "private"
    for folder in (empty, private, system / "vlc/plugins/access"):
        folder.mkdir(parents=True)
    for file in (CORE_FILE, LIBRARY_FILE, "vlc/plugins/access/libudp_plugin.so", "vlc/plugins/access/libfilesystem_plugin.so"):
        (system / file).touch()
    choose_modules(private, (empty, system))
    assert [file.name for file in (private / "vlc/plugins").glob("*/*")] == ["libudp_plugin.so"]


def test_a_machine_without_libvlc_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"libvlc\.so"):
        choose_modules(tmp_path, (tmp_path,))


TWICE = """
from kiosk.player.libvlc import Libvlc
from tests.bench.video_worker import PlainBuffer
import os, tempfile
for _ in range(2):
    one, other = Libvlc(PlainBuffer(), "adummy"), Libvlc(PlainBuffer(), "adummy")
    one.release()
    other.deck(1).end()
    print(len(os.listdir(tempfile.gettempdir())))
    other.release()
    print(len(os.listdir(tempfile.gettempdir())))
"""


def test_nothing_is_left_behind_and_a_later_libvlc_finds_its_modules_again(tmp_path: Path) -> None:
    command, environment = [sys.executable, "-c", TWICE], os.environ | {"TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60, env=environment)
    assert done.stdout.split() == ["1", "0", "1", "0"]
