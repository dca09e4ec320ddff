"""What a player gets from the head-end: continuous streams, a live HLS window, datagrams, playlist and marks."""

from __future__ import annotations

import re
import socket
import struct
import time
import zlib
from contextlib import suppress
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from deploy.headend.client import Headend
from deploy.headend.stations import RADIO, TELEVISION
from tests.helpers.packets import connect, fetch, look, probe, take_datagrams, take_http


@pytest.mark.parametrize("name", [*(station.name for station in TELEVISION), "natur-reserve", "jazz"])
@pytest.mark.long
def test_every_channel_is_continuous_over_the_seam(small_headend: Headend, name: str) -> None:
    seen = look(take_http(small_headend.stream(name), 2.6))
    assert seen.jumps == 0
    assert seen.broken == 0
    assert 0 < min(seen.steps_ms) <= max(seen.steps_ms) <= 100


def test_a_stream_starts_with_a_key_picture_and_its_first_second_at_once(small_headend: Headend) -> None:
    def took() -> tuple[float, bytes]:
        start = time.monotonic()
        data = take_http(small_headend.stream("et"), 0.9)
        return time.monotonic() - start, data

    # One that comes as fast as it plays takes so long every time.
    took_s, data = min((took() for _ in range(5)), key=lambda one: one[0])
    assert took_s < 0.9, "it comes faster than it plays"
    assert look(data[: 188 * 4]).pids.keys() >= {0, 0x1000, 0x100}, "tables, then the key picture"
    assert probe(data)["video"] >= 44


def test_hls_is_a_live_window_of_segments_that_fit_together(small_headend: Headend) -> None:
    address = small_headend.stream("havn", "hls")
    lines = fetch(address).decode().splitlines()
    assert lines[:2] == ["#EXTM3U", "#EXT-X-VERSION:3"]
    assert "#EXT-X-ENDLIST" not in lines
    target = int(_value(lines, "TARGETDURATION"))
    lengths = [float(line[8:-1]) for line in lines if line.startswith("#EXTINF:")]
    names = [line for line in lines if line and not line.startswith("#")]
    assert len(names) == len(lengths) == 6
    assert all(1 <= length <= target <= 2 for length in lengths)
    first = int(_value(lines, "MEDIA-SEQUENCE"))
    assert names == [f"{number}.ts" for number in range(first, first + 6)]
    seen = look(b"".join(fetch(address.replace("index.m3u8", name)) for name in names))
    assert seen.jumps == 0
    assert max(seen.steps_ms) <= 100
    assert seen.span_s == pytest.approx(sum(lengths), abs=0.1)


def test_the_hls_window_moves_on(small_headend: Headend) -> None:
    address = small_headend.stream("havn", "hls")
    before = int(_value(fetch(address).decode().splitlines(), "MEDIA-SEQUENCE"))
    take_http(small_headend.stream("havn"), 4.0)
    assert int(_value(fetch(address).decode().splitlines(), "MEDIA-SEQUENCE")) > before


@pytest.mark.parametrize("protocol", ["udp", "rtp"])
def test_datagrams_arrive_in_order_and_in_time(small_headend: Headend, protocol: str) -> None:
    address = small_headend.stream("musik", protocol)
    assert address.startswith(f"{protocol}://@127.0.0.1:")
    datagrams = take_datagrams(address, 150)
    if protocol == "rtp":
        heads = [struct.unpack(">BBHII", datagram[:12]) for datagram in datagrams]
        assert {(head[0], head[1]) for head in heads} == {(0x80, 33)}
        assert all(after[2] == (before[2] + 1) % 65536 for before, after in pairwise(heads))
        datagrams = [datagram[12:] for datagram in datagrams]
    assert {len(datagram) for datagram in datagrams} == {1316}
    seen = look(b"".join(datagrams))
    assert seen.jumps == 0
    assert max(seen.steps_ms) <= 100


def test_the_mp3_station_is_a_row_of_whole_frames(small_headend: Headend) -> None:
    with connect(small_headend.stream("rolig")) as reply:
        assert reply.headers["Content-Type"] == "audio/mpeg"
        data = reply.read(384 * 150)
    assert {data[at : at + 2] for at in range(0, len(data), 384)} == {b"\xff\xfb"}


def test_the_playlist_holds_every_station_and_one_reserve(small_headend: Headend) -> None:
    text = fetch(small_headend.playlist_address).decode()
    entries = re.findall(r"^#EXTINF:-1 (.*),(.*)\n(.*)$", text, re.MULTILINE)
    titles = [title for _, title, _ in entries]
    assert set(titles) == {station.title for station in (*TELEVISION, *RADIO)}
    assert titles.count("Natur") == 2
    assert sum('radio="true"' in head for head, _, _ in entries) == 2
    assert sum("tvg-logo" not in head for head, _, _ in entries) == 1
    assert {address.split(":")[0] for _, _, address in entries} == {"http", "udp"}
    assert any(address.endswith(".m3u8") for _, _, address in entries)
    assert all(f'tvg-chno="{station.number}"' in text for station in (*TELEVISION, *RADIO))


def test_marks_are_pictures_of_their_own(small_headend: Headend) -> None:
    text = fetch(small_headend.playlist_address).decode()
    addresses = sorted(set(re.findall(r'tvg-logo="([^"]+)"', text)))
    marks = [fetch(address) for address in addresses]
    assert len(set(marks)) == len(addresses) == 12
    for mark in marks:
        assert mark.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", mark[16:24]) == (160, 160)
        length = struct.unpack(">I", mark[33:37])[0]
        assert len(zlib.decompress(mark[41 : 41 + length])) == 160 * (160 * 4 + 1)


def test_status_counts_those_who_watch(small_headend: Headend) -> None:
    with connect(small_headend.stream("prove")) as first, connect(small_headend.stream("prove")) as second:
        first.read(188)
        second.read(188)
        small_headend.wait(lambda status: status["prove"]["http"]["clients"] == 2)
    told = small_headend.wait(lambda status: status["prove"]["http"]["clients"] == 0)
    assert told["prove"]["http"]["packets"] > 0


@pytest.mark.parametrize("path", ["/", "/ts/nobody.ts", "/hls/nobody/index.m3u8", "/logos/prove.png", "/hls/et/9999999.ts", "/ts/../et.ts"])
def test_what_is_not_there_is_not_found(small_headend: Headend, path: str) -> None:
    with pytest.raises(OSError, match="404"):
        fetch(small_headend.address + path)


@pytest.mark.parametrize("said", [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -7\r\n\r\n", b"\xff" * 40_000])
def test_nonsense_is_cut_off_and_the_others_go_on(small_headend: Headend, said: bytes) -> None:
    place = urlsplit(small_headend.address)
    with socket.create_connection((place.hostname, place.port), timeout=20) as caller, suppress(ConnectionError):
        caller.sendall(said)
        caller.shutdown(socket.SHUT_WR)
        assert caller.recv(1000) == b""
    assert take_http(small_headend.stream("et"), 0.3)


def _value(lines: list[str], tag: str) -> str:
    return next(line for line in lines if line.startswith(f"#EXT-X-{tag}:")).partition(":")[2]
