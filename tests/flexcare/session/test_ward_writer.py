from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flexcare.errors import WardFolderUnusable
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.ward_reader import read_ward
from flexcare.session.ward_writer import LOGO_MAX_BYTES, write_ward


def channel(number: int, logo: str = "") -> Channel:
    return Channel(number, f"Channel {number}", Stream(f"udp://239.1.1.{number}:5000"), logo=logo)


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


OFFER = Offer(Hospital("Regional Hospital"), (channel(1), channel(2)))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "ward"
    write_ward(folder, OFFER, {})
    assert read_ward(folder) == OFFER
    assert inside(tmp_path) == ["ward"]


def test_logos_get_safe_names_and_the_offer_names_those(tmp_path: Path) -> None:
    logos = {"../../evil.png": b"1", "https://l.example/a/evil.png?x=/y": b"2", "Ærø & co.svg": b"3", "...": b"4", "hospital": b"5"}
    channels = (*(channel(n, logo) for n, logo in enumerate(logos, 1)), channel(9, "https://not.fetched/"))
    offer = Offer(Hospital("H", logo="hospital"), channels)
    folder = tmp_path / "ward"
    write_ward(folder, offer, logos)
    read = read_ward(folder)
    assert read.channels[-1].logo == ""
    for one, picture in zip(read.channels, logos.values(), strict=False):
        assert (folder / "logos" / one.logo).read_bytes() == picture
    assert (folder / "logos" / read.hospital.logo).read_bytes() == b"5"
    assert len(inside(folder / "logos")) == len(logos)
    assert inside(tmp_path) == ["ward"]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=20), unique=True, max_size=6))
def test_any_logo_names_stay_inside_and_apart(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any") / "ward"
    offer = replace(OFFER, channels=tuple(channel(n, name) for n, name in enumerate(names, 1)))
    write_ward(folder, offer, {name: name.encode("utf-8", "surrogatepass") for name in names})
    for one, name in zip(read_ward(folder).channels, names, strict=True):
        if name:
            assert (folder / "logos" / one.logo).read_bytes() == name.encode("utf-8", "surrogatepass")


def test_a_second_writing_replaces_all_and_leaves_open_folders_whole(tmp_path: Path) -> None:
    folder = tmp_path / "ward"
    write_ward(folder, replace(OFFER, channels=(channel(1, "a.png"),)), {"a.png": b"old"})
    held = os.open(folder, os.O_RDONLY)
    try:
        write_ward(folder, OFFER, {})
        assert inside(folder / "logos") == []
        assert read_ward(folder) == OFFER
        assert inside(Path(f"/proc/self/fd/{held}")) == []  # the old folder is gone from the disk once nothing holds its files
    finally:
        os.close(held)
    assert inside(tmp_path) == ["ward"]


def test_a_reader_never_sees_half_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "ward"
    write_ward(folder, OFFER, {})
    done = threading.Event()
    faults: list[Exception] = []

    def read_on() -> None:
        while not done.is_set():
            try:
                (folder / "offer.json").read_bytes()
            except OSError as error:
                faults.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    try:
        for number in range(3, 40):
            write_ward(folder, replace(OFFER, channels=(channel(number),)), {})
    finally:
        done.set()
        reader.join()
    assert faults == []
    assert read_ward(folder).channels[0].number == 39


@pytest.mark.parametrize(
    ("offer", "logos"),
    [
        (replace(OFFER, channels=(channel(1), channel(1))), {}),
        (replace(OFFER, hospital=Hospital("")), {}),
        (replace(OFFER, screen_off_minutes=0), {}),
        (replace(OFFER, channels=(replace(channel(1), stream=Stream("file:///x")),)), {}),
        (OFFER, {"a.png": b"x" * (LOGO_MAX_BYTES + 1)}),
        (replace(OFFER, channels=(replace(channel(1), name="x" * 17_000_000),)), {}),
    ],
)
def test_what_could_not_be_read_is_not_written(tmp_path: Path, offer: Offer, logos: dict[str, bytes]) -> None:
    folder = tmp_path / "ward"
    write_ward(folder, OFFER, {})
    with pytest.raises(WardFolderUnusable):
        write_ward(folder, offer, logos)
    assert read_ward(folder) == OFFER
    assert inside(tmp_path) == ["ward"]


def test_what_a_broken_writing_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".ward.new"
    left.mkdir()
    (left / "offer.json").write_text("half")
    write_ward(tmp_path / "ward", OFFER, {})
    assert inside(tmp_path) == ["ward"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WardFolderUnusable, match="cannot be written"):
        write_ward(tmp_path / "no" / "ward", OFFER, {})
