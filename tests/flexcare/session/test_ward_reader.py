from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.errors import WardFolderUnusable
from flexcare.lineup.channel import Catchup, Channel, Stream
from flexcare.session.offer import OFFER_MAX_BYTES, Device, Hospital, Offer, Sound, Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_reader import is_logo_name, parse_offer, read_ward

SAMPLE = Path(__file__).parents[2] / "data" / "offer-v1.json"
SESSION_SAMPLE = SAMPLE.with_name("offer-v1-session.json")

Raw = dict[str, Any]  # JSON as it is written by others: anything


def ward(folder: Path, change: Callable[[Raw], object] = lambda _: None) -> Path:
    """A ward folder with the sample offer, changed."""
    raw = json.loads(SAMPLE.read_text(encoding="utf-8"))
    change(raw)
    (folder / "offer.json").write_text(json.dumps(raw), encoding="utf-8")
    logos = folder / "logos"
    logos.mkdir()
    (logos / "dr1.png").write_bytes(b"picture")
    return folder


def test_the_first_version_of_an_offer_loads_for_ever() -> None:
    assert parse_offer(SAMPLE.read_bytes()) == Offer(
        hospital=Hospital("Regional Hospital", "hospital.svg", "#005EB8"),
        channels=(
            Channel(
                1,
                "DR1",
                Stream("udp://@239.10.0.1:5000"),
                (Stream("https://backup.example/dr1/index.m3u8", "FlexCare", "https://backup.example/", 300),),
                "dr1.dk",
                "DR_1",
                -90,
                ("Dansk", "Public"),
                radio=False,
                logo="dr1.png",
                catchup=Catchup("default", "http://tv.example/?utc=${start}", 7),
                properties=(("inputstream", "x"),),
            ),
            Channel(101, "قناة الأخبار", Stream("http://tv.example/radio.mp3"), radio=True),
        ),
        palette="night",
        sound=Sound(70, 40),
        device=Device("b7-12", 10.1),
        tiles=(Tile("tv"), Tile("radio")),
    )


def test_a_ward_folder_is_read_and_a_missing_logo_is_no_fault(tmp_path: Path) -> None:
    assert read_ward(ward(tmp_path)) == parse_offer(SAMPLE.read_bytes())


def test_fields_of_a_newer_writer_are_ignored(tmp_path: Path) -> None:
    def add(raw: Raw) -> None:
        raw["pages"] = ["new"]
        raw["channels"][0]["stream"]["codec"] = "av1"

    assert read_ward(ward(tmp_path, add)) == parse_offer(SAMPLE.read_bytes())


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda raw: raw.update(version=2), "version"),
        (lambda raw: raw.pop("hospital"), "offer.json"),
        (lambda raw: raw["hospital"].update(name=""), "hospital.name"),
        (lambda raw: raw["hospital"].update(accent="blue"), "hospital.accent"),
        (lambda raw: raw["hospital"].update(logo="../x.png"), "hospital.logo"),
        (lambda raw: raw.update(languages=[]), "languages"),
        (lambda raw: raw.update(languages=["english"]), "languages"),
        (lambda raw: raw["sound"].update(cap_percent=101), "sound.cap_percent"),
        (lambda raw: raw["tiles"][0].update(kind="shell"), "tiles"),
        (lambda raw: raw["channels"][1].update(number="7"), "channels[1].number"),
        (lambda raw: raw["channels"][1].update(number=1), "channels[1].number"),
        (lambda raw: raw["channels"][1].update(number=0), "channels[1].number"),
        (lambda raw: raw["channels"][1].update(name=" "), "channels[1].name"),
        (lambda raw: raw["channels"][1]["stream"].update(address="file:///etc/passwd"), "channels[1]"),
        (lambda raw: raw["channels"][0]["backups"][0].update(address="v4l2:///dev/video0"), "channels[0]"),
        (lambda raw: raw["channels"][0].update(logo="/etc/passwd"), "channels[0].logo"),
        (lambda raw: raw["channels"][0].update(logo=".."), "channels[0].logo"),
        (lambda raw: raw["channels"][0].update(logo="a/../../b"), "channels[0].logo"),
        (lambda raw: raw["channels"][0].update(logo="a\0b"), "channels[0].logo"),
    ],
)
def test_each_fault_has_its_place_and_a_cure(tmp_path: Path, change: Callable[[Raw], object], place: str) -> None:
    with pytest.raises(WardFolderUnusable) as caught:
        read_ward(ward(tmp_path, change))
    assert place in caught.value.place
    assert caught.value.what
    assert caught.value.cure


def test_a_logo_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = ward(tmp_path)
    (folder / "logos" / "hospital.svg").symlink_to("/etc/hostname")
    with pytest.raises(WardFolderUnusable, match="link"):
        read_ward(folder)


def test_a_logo_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "ward", tmp_path / "outside"
    inside.mkdir()
    folder = ward(inside)
    (folder / "logos").rename(outside)
    (folder / "logos").symlink_to(outside)
    with pytest.raises(WardFolderUnusable, match="link"):
        read_ward(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"hospital": ', "\udcff", "[" * 100_000])
def test_what_is_no_offer_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "offer.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(WardFolderUnusable, match=r"offer\.json"):
        read_ward(tmp_path)


def test_an_offer_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "offer.json").write_bytes(b" " * (OFFER_MAX_BYTES + 1))
    with pytest.raises(WardFolderUnusable, match="larger"):
        read_ward(tmp_path)


def test_a_folder_without_an_offer(tmp_path: Path) -> None:
    with pytest.raises(WardFolderUnusable, match="no offer"):
        read_ward(tmp_path)
    (tmp_path / "offer.json").mkdir()
    with pytest.raises(WardFolderUnusable, match="cannot be read"):
        read_ward(tmp_path)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(WardFolderUnusable):
        parse_offer(data)


@pytest.mark.parametrize(("name", "good"), [("a.png", True), ("ærø 1.svg", True), ("", False), (".x", False), ("a\\b", False)])
def test_logo_names(name: str, good: bool) -> None:
    assert is_logo_name(name) is good
    assert not is_logo_name(name + "x" * 256)


def test_the_first_settings_of_a_session_load_for_ever() -> None:
    assert parse_offer(SESSION_SAMPLE.read_bytes()).session == SessionSettings(
        standby=False,
        idle_minutes=90,
        still_there_minutes=300,
        countdown_s=90,
        daily_reset=None,
        quiet_minutes=20,
        memory_mib=1536,
        tasks_max=600,
        writable_mib=128,
        heartbeat_timeout_s=10,
    )


@pytest.mark.parametrize(("key", "value"), [("countdown_s", 59), ("daily_reset", "24:00"), ("idle_minutes", 0), ("heartbeat_timeout_s", 1)])
def test_a_setting_that_cannot_be_names_itself(tmp_path: Path, key: str, value: object) -> None:
    with pytest.raises(WardFolderUnusable, match=key):
        read_ward(ward(tmp_path, lambda raw: raw.update(session={key: value})))
