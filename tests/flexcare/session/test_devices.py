from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from flexcare.session.capture import Capture
from flexcare.session.devices import Devices, find_devices

GPU = "sys/devices/pci0000:00/0000:00:02.0"


def test_a_machine_without_any_gives_nothing(tmp_path: Path) -> None:
    assert find_devices(tmp_path) == Devices()


def test_sound_plays_and_does_not_record(tmp_path: Path) -> None:
    folder = tmp_path / "dev/snd"
    folder.mkdir(parents=True)
    for name in ("controlC0", "pcmC0D0p", "pcmC0D0c", "pcmC0D3p", "timer", "seq", "hwC0D0", "midiC0D0"):
        (folder / name).touch()
    assert {node.name for node in find_devices(tmp_path).nodes} == {"controlC0", "pcmC0D0p", "pcmC0D3p", "timer"}
    assert find_devices(tmp_path, sound=False) == Devices()


@pytest.mark.parametrize(
    ("capture", "sound", "expected"),
    [
        (Capture(), True, {"pcmC0D0p"}),
        (Capture(camera=True), True, {"pcmC0D0p", "video0", "video1"}),
        (Capture(microphone=True), True, {"pcmC0D0p", "pcmC0D0c"}),
        (Capture(camera=True, microphone=True), False, {"video0", "video1"}),
    ],
    ids=["nothing", "cameras", "microphones", "beside a sound server"],
)
def test_what_records_is_there_only_where_it_may_be(tmp_path: Path, capture: Capture, sound: bool, expected: set[str]) -> None:
    (tmp_path / "dev/snd").mkdir(parents=True)
    for name in ("snd/pcmC0D0p", "snd/pcmC0D0c", "video0", "video1", "media0", "v4l-subdev0", "fb0"):
        (tmp_path / "dev" / name).touch()
    assert {node.name for node in find_devices(tmp_path, sound=sound, capture=capture).nodes} == expected


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make device nodes")
def test_a_gpu_renders_and_does_not_show(tmp_path: Path) -> None:
    (tmp_path / "dev/dri").mkdir(parents=True)
    (tmp_path / "sys/dev/char").mkdir(parents=True)
    for name, minor in (("renderD128", 128), ("card0", 0)):
        node = tmp_path / "dev/dri" / name
        try:
            os.mknod(node, stat.S_IFCHR | 0o660, os.makedev(226, minor))
        except PermissionError:
            pytest.skip("this root may not make device nodes")
        os.chown(node, 0, 105)
        (tmp_path / GPU / "drm" / name).mkdir(parents=True)
        (tmp_path / GPU / "drm" / name / "dev").write_text(f"226:{minor}\n")
        (tmp_path / f"sys/dev/char/226:{minor}").symlink_to(f"../../{GPU.removeprefix('sys/')}/drm/{name}")
    found = find_devices(tmp_path)
    assert [node.name for node in found.nodes] == ["renderD128"]
    assert found.system_folders == (tmp_path / GPU,)
    assert {(link.name, target.rsplit("/", 1)[1]) for link, target in found.system_links} == {("226:0", "card0"), ("226:128", "renderD128")}
    assert found.groups() == (105,)
