"""Sticks: real file systems, full and read-only ones among them; which of them can be pulled out is said by a fake sysfs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from flexcare.errors import StickUnusable
from flexcare.staff.stick import Sticks
from tests.helpers.own_network import needs_root

BUS = "sys/devices/pci0000:00/0000:00:14.0"


def plug(root: Path, numbers: str, place: str, disk: str = "usb1/1-2/block/sdb", *, removable: str = "0", partition: bool = True) -> None:
    """Let the kernel of a fake root say that this is mounted there."""
    folder = root / BUS / disk
    (folder / "sdb1").mkdir(parents=True, exist_ok=True)
    (folder / "removable").write_text(removable + "\n")
    (folder / "sdb1" / "partition").write_text("1\n")
    links = root / "sys/dev/block"
    links.mkdir(parents=True, exist_ok=True)
    (links / numbers).symlink_to(folder / "sdb1" if partition else folder)
    mounts = root / "proc/self/mountinfo"
    mounts.parent.mkdir(parents=True, exist_ok=True)
    with mounts.open("a") as file:
        file.write(f"29 1 {numbers} / {place} rw,relatime shared:1 - vfat /dev/x rw\n")


def test_a_stick_on_the_bus_is_found_whatever_it_calls_itself(tmp_path: Path) -> None:
    plug(tmp_path, "8:1", "/", "ata1/block/sda")
    plug(tmp_path, "8:17", "/media/stick\\040one")
    assert Sticks(tmp_path).folder() == Path("/media/stick one")


def test_a_card_that_can_be_pulled_out_is_one_and_one_without_partitions_too(tmp_path: Path) -> None:
    plug(tmp_path, "179:1", "/media/card", "mmc/block/mmcblk1", removable="1", partition=False)
    assert Sticks(tmp_path).folder() == Path("/media/card")


@pytest.mark.parametrize(
    ("numbers", "place", "disk"),
    [
        ("8:1", "/home", "ata1/block/sda"),
        ("8:17", "/", "usb1/1-2/block/sdb"),
    ],
)
def test_what_is_fixed_and_what_the_system_runs_from_is_none(tmp_path: Path, numbers: str, place: str, disk: str) -> None:
    plug(tmp_path, numbers, place, disk)
    with pytest.raises(StickUnusable) as refused:
        Sticks(tmp_path).folder()
    assert refused.value.why == "none"


def test_another_partition_of_the_systems_own_stick_is_none(tmp_path: Path) -> None:
    plug(tmp_path, "8:17", "/")
    plug(tmp_path, "8:18", "/media/rest")
    with pytest.raises(StickUnusable):
        Sticks(tmp_path).folder()


def test_no_stick_at_all(tmp_path: Path) -> None:
    with pytest.raises(StickUnusable) as refused:
        Sticks(tmp_path).folder()
    assert (refused.value.why, bool(refused.value.cure)) == ("none", True)


def test_this_machines_own_disks_are_no_sticks() -> None:
    with pytest.raises(StickUnusable):
        Sticks().write(Path("/tmp"), "bundle.json", b"x")
    assert not Path("/tmp/bundle.json").exists()


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[tuple[Path, Sticks]]:
    """A small real file system, which the fake root says can be pulled out."""
    place = tmp_path / "stick"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], check=True, timeout=30)
    try:
        number = place.stat().st_dev
        plug(tmp_path / "root", f"{os.major(number)}:{os.minor(number)}", str(place))
        yield place, Sticks(tmp_path / "root")
    finally:
        subprocess.run(["umount", str(place)], check=True, timeout=30)


@needs_root
def test_a_file_is_written_whole_and_a_second_one_takes_its_place(stick: tuple[Path, Sticks]) -> None:
    place, sticks = stick
    assert sticks.folder() == place
    sticks.write(place, "bundle.json", b"one")
    sticks.write(place, "bundle.json", b"two")
    assert [(entry.name, entry.read_bytes()) for entry in place.iterdir()] == [("bundle.json", b"two")]


@needs_root
def test_a_full_stick_says_so_and_keeps_what_it_had(stick: tuple[Path, Sticks]) -> None:
    place, sticks = stick
    sticks.write(place, "bundle.json", b"one")
    with pytest.raises(StickUnusable) as refused:
        sticks.write(place, "bundle.json", b"x" * 500_000)
    assert refused.value.why == "full"
    assert [(entry.name, entry.read_bytes()) for entry in place.iterdir()] == [("bundle.json", b"one")]


@needs_root
def test_a_stick_that_can_only_be_read_says_so(stick: tuple[Path, Sticks]) -> None:
    place, sticks = stick
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True, timeout=30)
    with pytest.raises(StickUnusable) as refused:
        sticks.write(place, "bundle.json", b"one")
    assert refused.value.why == "read-only"


@needs_root
def test_one_that_was_pulled_out_is_gone(stick: tuple[Path, Sticks]) -> None:
    place, sticks = stick
    with pytest.raises(StickUnusable) as refused:
        sticks.write(place / "elsewhere", "bundle.json", b"one")
    assert refused.value.why == "none"
