from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from flexcare.configuration.compile import DRAFT, Compiled, check_source, compile_site
from flexcare.configuration.compiled import Fleet, from_bytes, to_bytes
from flexcare.session.offer import Device, Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_reader import read_ward
from flexcare.session.ward_writer import write_ward
from tests.helpers.source import day, edited_source, good_source, large_source

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


def compiled(source: Path) -> Compiled:
    return compile_site(source, day())


def test_a_ward_is_what_the_layers_say(tmp_path: Path) -> None:
    site = compiled(good_source(tmp_path))
    assert site.site == "vest"
    assert list(site.wards) == ["b7", "boern"]
    medical, children = site.wards["b7"], site.wards["boern"]
    assert medical.offer.session == SessionSettings(idle_minutes=120, still_there_minutes=240, daily_reset="04:00")
    assert children.offer.session.idle_minutes == 60
    assert (medical.offer.sound.cap_percent, children.offer.sound.cap_percent) == (80, 60)
    assert medical.offer.sound.start_percent == children.offer.sound.start_percent == 40
    assert medical.offer.tiles == (Tile("tv"), Tile("radio"))
    assert medical.offer.languages == ("da", "en", "de", "ar")
    assert medical.devices == {"demo-12": Device("Demo bed 12", 10.1), "demo-13": Device("Demo bed 13", 10.1)}
    assert children.devices == {"demo-21": Device("Children's ward, bed 1", 13.3)}
    assert (medical.agreement_from, medical.agreement_to, medical.time_zone) == ("2026-01-01", "2099-12-31", "Europe/Copenhagen")
    assert (medical.fleet, medical.serial, medical.instruction) == (Fleet(15, 60, ""), 1, DRAFT)
    assert medical.resting_hosts == ("stream.nordlys.example",)


def test_a_compiled_ward_is_one_that_a_session_takes(tmp_path: Path) -> None:
    site = compiled(good_source(tmp_path))
    for ward in site.wards.values():
        assert from_bytes(to_bytes(ward)) == ward
        write_ward(tmp_path / ward.ward, ward.offer, {name: site.assets[digest] for name, digest in ward.assets.items()})
        written = read_ward(tmp_path / ward.ward)
        assert replace(written, hospital=ward.offer.hospital) == ward.offer
        assert written.hospital.logo.endswith(".svg")


def test_assets_are_named_by_their_content(tmp_path: Path) -> None:
    edits = '@ lineups/hospital.m3u\n+ #EXTINF:-1 tvg-chno="12" tvg-logo="one.png",With a logo\n+ udp://@239.10.0.12:1234\n'
    edits += '+ #EXTINF:-1 tvg-chno="13" tvg-logo="gone.png",Without\n+ udp://@239.10.0.13:1234\n'
    source = edited_source(tmp_path, edits)
    (source / "logos" / "one.png").write_bytes(PNG)
    checked = check_source(source, day())
    assert [note.what for note in checked.notes] == ["'Without': there is no file logos/gone.png"]
    assert checked.compiled is not None
    ward = checked.compiled.wards["b7"]
    by_name = {channel.name: channel.logo for channel in ward.offer.channels if channel.logo}
    assert by_name == {"With a logo": f"{hashlib.sha256(PNG).hexdigest()[:16]}.png"}
    assert set(ward.assets.values()) == set(checked.compiled.assets)
    assert all(hashlib.sha256(content).hexdigest() == digest for digest, content in checked.compiled.assets.items())


def test_logos_by_web_address_are_fetched_once(tmp_path: Path) -> None:
    edits = "@ lineups/hospital.m3u\n"
    for number in (12, 13):
        edits += (
            f'+ #EXTINF:-1 tvg-chno="{number}" tvg-logo="http://tv.vest.example/one.png",No. {number}\n+ udp://@239.10.0.{number}:1234\n'
        )
    edits += '+ #EXTINF:-1 tvg-chno="14" tvg-logo="http://tv.vest.example/page",No. 14\n+ udp://@239.10.0.14:1234\n'
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return PNG if address.endswith(".png") else b"<html>"

    checked = check_source(edited_source(tmp_path, edits), day(), fetch=fetch)
    assert sorted(asked) == ["http://tv.vest.example/one.png", "http://tv.vest.example/page"]
    assert checked.faults == ()
    assert [note.what.partition(" logos")[0] for note in checked.notes] == ["1 of 2"]


def test_a_region_lies_under_the_hospital(tmp_path: Path) -> None:
    source = good_source(tmp_path)
    (tmp_path / "region.toml").write_text("[sound]\nstart_percent = 70\n[look]\nscreen_off_minutes = 5\n")
    ward = compiled(source).wards["b7"]
    assert (ward.offer.screen_off_minutes, ward.offer.sound.start_percent) == (5, 40)
    (source / "region.toml").write_text("[look]\nscreen_off_minutes = 6\n")
    assert [fault.what for fault in check_source(source, day()).faults] == ["there is another region.toml in the folder above"]
    (tmp_path / "region.toml").unlink()
    assert compiled(source).wards["b7"].offer.screen_off_minutes == 6


def test_a_ward_alone_without_a_service_or_a_daily_reset(tmp_path: Path) -> None:
    edits = '@ wards/b7.toml\n+ [services.radio]\n+ on = false\n+ [session]\n+ daily_reset = "never"\n+ [languages]\n+ offered = ["de"]\n'
    wards = compiled(edited_source(tmp_path, edits)).wards
    offer = wards["b7"].offer
    assert offer.tiles == (Tile("tv"),)
    assert not any(channel.radio for channel in offer.channels)
    assert offer.session.daily_reset is None
    assert offer.privacy is not None
    assert all(set(service.purpose) == {"de"} for service in offer.privacy.services)
    assert wards["boern"].offer.tiles == (Tile("tv"), Tile("radio"))


def test_wards_share_what_they_do_not_change(tmp_path: Path) -> None:
    source = large_source(tmp_path, wards=48, devices_each=2, channels=50)
    opened: list[str] = []

    def read(name: str) -> bytes:
        opened.append(name)
        return Path(name).read_bytes()

    checked = check_source(source, day(), read=read)
    assert checked.compiled is not None
    wards = checked.compiled.wards
    assert [Path(name).name for name in opened] == ["hospital.m3u"]
    assert len({id(ward.offer.channels) for ward in wards.values()}) == 1 + 12 + 1  # all alike, but for every fourth, and the children's
    assert [wards[f"w{number}"].offer.sound.cap_percent for number in range(48)] == list(range(20, 68))
    assert len(wards["w1"].offer.channels) == len(wards["w0"].offer.channels) + 1 == 57
    assert all(len(wards[f"w{number}"].devices) == 2 for number in range(48))


def test_the_staffs_settings_reach_the_ward_and_old_ones_only_get_a_note(tmp_path: Path) -> None:
    source = good_source(tmp_path)
    text = (source / "hospital.toml").read_text()
    (source / "hospital.toml").write_text(f'{text}\n[staff]\nkey = "F12"\ntimeout_s = 90\nattempts_max = 5\nlock_minutes = 15\n')
    checked = check_source(source, day())
    assert checked.compiled is not None
    assert {(ward.staff.key, ward.staff.timeout_s) for ward in checked.compiled.wards.values()} == {("F12", 90)}
    assert [note.key for note in checked.notes if note.key.startswith("staff")] == ["staff.attempts_max", "staff.lock_minutes"]
