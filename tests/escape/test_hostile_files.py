"""Files that a stranger wrote: playlists, offers, logos and guides that would have the tablet read its own files or reach a program."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from flexcare.errors import GuideUnusable, PlaylistUnusable, WardFolderUnusable
from flexcare.guide.store import GUIDE_FILE, Guide
from flexcare.lineup.channel import Channel, Stream
from flexcare.lineup.m3u import read_m3u
from flexcare.session.offer import Hospital, Offer
from flexcare.session.ward_reader import read_ward
from flexcare.session.ward_writer import write_ward

ADDRESSES = (
    *("file:///etc/passwd", "FILE:///etc/passwd", "/etc/passwd", "fd://3", "smb://server/share", "screen://", "v4l2:///dev/video0"),
    *("alsa://hw:0", "pulse://", "vlc://quit", "dvd:///dev/sr0", "plugin://x", "javascript:alert(1)", "data:video/mp4;base64,AAAA"),
    *("concat:///etc/passwd", "imem://", "access_mms://x", "rtmp://x/y", "ftp://x/y", "http:///etc/passwd", "chrome://crash"),
)

OPTIONS = (
    *("sout=#file{dst=/tmp/planted}", "sub-file=/etc/passwd", "input-slave=file:///etc/passwd", "demux=dump", "logfile=/tmp/planted"),
    *("intf=http", "extraintf=telnet", "lua-config=x", "config=/etc/passwd", "plugin-path=/tmp", "http-ca=/etc/passwd", "verbose=2"),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_playlist_leads_to_no_file_device_or_program(address: str) -> None:
    with pytest.raises(PlaylistUnusable):
        read_m3u(f"#EXTM3U\n#EXTINF:-1,One\n{address}\n".encode())


@pytest.mark.parametrize("option", OPTIONS)
def test_a_playlist_gives_the_player_no_orders(option: str) -> None:
    lineup, _ = read_m3u(f"#EXTM3U\n#EXTINF:-1,One\n#EXTVLCOPT:{option}\nhttp://tv.example/one|{option}\n".encode())
    assert [channel.stream for channel in lineup.channels] == [Stream("http://tv.example/one")]


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    folder = tmp_path / "ward"
    channel = Channel(1, "One", Stream("http://tv.example/one"), logo="one.svg")
    write_ward(folder, Offer(Hospital("Test hospital"), (channel,)), {"one.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"})
    return folder


def the_logo(ward: Path) -> Path:
    (logo,) = (ward / "logos").iterdir()
    return logo


def other_text(ward: Path, before: str, after: str) -> None:
    offer = ward / "offer.json"
    text = offer.read_text()
    assert before in text
    offer.write_text(text.replace(before, after))


def becomes_a_link(ward: Path) -> None:
    logo = the_logo(ward)
    logo.unlink()
    logo.symlink_to("/etc/passwd")


def becomes_a_pipe(ward: Path) -> None:
    logo = the_logo(ward)
    logo.unlink()
    os.mkfifo(logo)


WARDS: dict[str, Callable[[Path], None]] = {
    "stream of a file": lambda ward: other_text(ward, "http://tv.example/one", "file:///etc/passwd"),
    "logo above its folder": lambda ward: other_text(ward, the_logo(ward).name, "../../../etc/passwd"),
    "logo by its whole path": lambda ward: other_text(ward, the_logo(ward).name, "/etc/passwd"),
    "logo that is an address": lambda ward: other_text(ward, the_logo(ward).name, "http://stranger.example/logo.svg"),
    "logo that is a link": becomes_a_link,
    "logo that is a pipe": becomes_a_pipe,
    "offer of another version": lambda ward: other_text(ward, '"version":1', '"version":99'),
}


@pytest.mark.parametrize("name", WARDS)
def test_a_ward_folder_shows_nothing_from_outside(ward: Path, name: str) -> None:
    assert read_ward(ward).channels
    WARDS[name](ward)
    with pytest.raises(WardFolderUnusable):
        read_ward(ward)


def a_stranger(file: Path) -> None:
    with sqlite3.connect(file) as made:
        made.execute("create table programme (x)")
    made.close()


GUIDES: dict[str, Callable[[Path], object]] = {
    "no guide": lambda file: file.write_bytes(b"#!/bin/sh\n"),
    "empty": lambda file: file.write_bytes(b""),
    "of somebody else": a_stranger,
    "a folder": lambda file: file.mkdir(),
    "missing": lambda _file: None,
}


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / GUIDE_FILE
    GUIDES[name](file)
    with pytest.raises(GuideUnusable):
        Guide(file)
