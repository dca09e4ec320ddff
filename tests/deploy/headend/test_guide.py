"""The demo's guide: a day as people know it, in every language of its channel, the same for everybody, and served like a real one."""

from __future__ import annotations

import gzip
import http.client
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deploy.headend.client import Headend
from deploy.headend.guide import ZONE, guide, xmltv
from deploy.headend.stations import RADIO, TELEVISION
from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.store import Guide
from flexcare.lineup.channel import Channel
from flexcare.lineup.m3u import read_m3u
from tests.helpers.packets import fetch

DAY = date(2026, 11, 24)
CHANNELS = [station for station in (*TELEVISION, *RADIO) if station.name != "prove"]


def open_guide(folder: Path, day: date, channels: tuple[Channel, ...]) -> Guide:
    source = folder / "demo.xml"
    source.write_text(xmltv(day))
    now = datetime.combine(day, datetime.min.time(), ZONE)
    report = build_guide([GuideSource(source)], channels, folder / "guide.sqlite", int(now.timestamp()))
    assert (report.problems, [miss.name for miss in report.misses]) == ((), ["Prøvebillede"])
    return Guide(folder / "guide.sqlite")


@pytest.fixture
def channels(small_headend: Headend) -> tuple[Channel, ...]:
    return read_m3u(fetch(small_headend.playlist_address))[0].channels


# The days on which the clock changes are among them.
@pytest.mark.parametrize("day", [DAY, date(2026, 10, 24), date(2026, 3, 28), date(2028, 2, 29)])
def test_every_minute_of_every_channel_has_a_programme(day: date, channels: tuple[Channel, ...], tmp_path: Path) -> None:
    with closing(open_guide(tmp_path, day, channels)) as opened:
        start = datetime.combine(day, datetime.min.time(), ZONE).astimezone(UTC)
        stop = start + timedelta(days=7)
        numbers = [station.number for station in CHANNELS]
        slots = opened.window(numbers, int(start.timestamp()), int(stop.timestamp()), "da")
        for number in numbers:
            own = [slot for slot in slots if slot.channel == number]
            assert own[0].start_s <= start.timestamp()
            assert own[-1].stop_s >= stop.timestamp()
            assert all(before.stop_s == after.start_s for before, after in pairwise(own))
            assert all(5 * 60 <= slot.stop_s - slot.start_s <= 12 * 3600 for slot in own)
            titles = {slot.title for slot in own}
            assert len(titles) >= 5, titles


def test_the_evening_is_an_evening(channels: tuple[Channel, ...], tmp_path: Path) -> None:
    with closing(open_guide(tmp_path, DAY, channels)) as opened:

        def kind(hour: int, minute: int, number: int) -> tuple[str, ...]:
            at = int(datetime(2026, 11, 24, hour, minute, tzinfo=ZONE).timestamp())
            slot = opened.now_next(at, "en")[number].now
            assert slot is not None
            programme = opened.programme(slot, "en")
            assert programme is not None
            return programme.categories

        assert kind(18, 30, 1) == ("News",)
        assert kind(20, 30, 8) == ("Film",)
        assert kind(8, 0, 6) == ("Children",)
        assert kind(3, 0, 1) == ("Night",)


def test_it_knows_what_guides_know(channels: tuple[Channel, ...], tmp_path: Path) -> None:
    with closing(open_guide(tmp_path, DAY, channels)) as opened:
        numbers = [station.number for station in CHANNELS]
        slots = opened.window(numbers, opened.first_s, opened.last_s, "da")
        programmes = [found for slot in slots if (found := opened.programme(slot, "da"))]
        assert len(programmes) == len(slots)
        for known in ("description", "subtitle", "age", "year", "stars", "episode", "is_live", "is_repeat", "is_premiere"):
            assert any(getattr(programme, known) for programme in programmes), known
        assert all(programme.description for programme in programmes)
        assert {programme.languages for programme in programmes} == {("da", "en"), ("ar", "da", "en"), ("da", "de", "en")}


def test_it_is_the_same_for_everybody_and_another_tomorrow() -> None:
    assert guide(DAY)[1] == guide(DAY)[1]
    assert gzip.decompress(guide(DAY)[0]).decode() == xmltv(DAY)
    assert guide(DAY)[1] != guide(DAY + timedelta(days=1))[1]
    today, tomorrow = set(xmltv(DAY).splitlines()), set(xmltv(DAY + timedelta(days=1)).splitlines())
    assert len(today & tomorrow) > 0.8 * len(today)  # tomorrow is the day that it was announced to be


def ask(address: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=20)) as connection:
        connection.request("GET", parts.path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def test_it_is_served_packed_and_only_once(small_headend: Headend) -> None:
    (address,) = read_m3u(fetch(small_headend.playlist_address))[0].guide_addresses
    status, headers, body = ask(address, {})
    assert (status, headers["content-type"]) == (200, "application/gzip")
    assert b"<tv" in gzip.decompress(body)[:300]
    assert ask(address, {"If-None-Match": headers["etag"]})[::2] == (304, b"")
    plain = address.removesuffix(".gz")
    assert ask(plain, {})[2] == gzip.decompress(body)
    status, headers, packed = ask(plain, {"Accept-Encoding": "gzip"})
    assert (headers["content-encoding"], packed) == ("gzip", body)
