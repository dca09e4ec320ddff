"""Region, hospital, ward, device: each overrides the one above by key, and a device carries only what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.configuration.compile import Checked, check_source
from flexcare.configuration.compiled import CompiledWard, from_bytes, to_bytes
from flexcare.configuration.own import Own, own_of, with_own
from flexcare.session.night import Night
from flexcare.session.offer import Sound
from flexcare.staff.this_bed import ThisBed, offer_at
from tests.helpers.clock import FakeClock
from tests.helpers.command_line import flexcare
from tests.helpers.source import day, good_source, large_source

REGION = '[look]\nscreen_off_minutes = 5\npalette = "contrast"\n[sound]\nstart_percent = 20\n[night]\nbegins = "22:00"\nends = "07:00"\n'
DEVICE = """
[demo-12.look]
palette = "night"
[demo-12.sound]
cap_percent = 30
[demo-12.languages]
offered = ["ar", "da"]
[demo-12.session]
idle_minutes = 60
[demo-12.night]
dim_percent = 10
"""


def layered(folder: Path, device: str = DEVICE) -> Path:
    """A source with something at each layer."""
    source = good_source(folder)
    (folder / "region.toml").write_text(REGION)
    hospital = (source / "hospital.toml").read_text()
    assert "start_percent = 40\n" in hospital
    (source / "hospital.toml").write_text(hospital.replace("start_percent = 40\n", ""))
    with (source / "devices.toml").open("a") as file:
        file.write(device)
    return source


def b7(checked: Checked) -> CompiledWard:
    assert checked.compiled is not None, checked.faults
    return checked.compiled.wards["b7"]


def test_each_layer_overrides_the_one_above_by_key(tmp_path: Path) -> None:
    source = layered(tmp_path)
    (source / "wards/b7.toml").write_text("[sound]\ncap_percent = 70\n")
    ward = b7(check_source(source, day()))
    assert ward.offer.sound == Sound(70, 20)  # the ward's cap, the region's start
    mine, others = (offer_at(ward.offer, ward, device, ThisBed()) for device in ("demo-12", "demo-13"))
    assert mine.sound == Sound(30, 20)
    assert (mine.palette, mine.languages, mine.session.idle_minutes) == ("night", ("ar", "da"), 60)
    assert mine.night == Night("22:00", "07:00", dim_percent=10)
    assert mine.session == replace(ward.offer.session, idle_minutes=60)
    assert mine.device.name
    assert replace(others, device=ward.offer.device) == ward.offer
    assert ward.own == {
        "demo-12": Own(
            palette="night" if ward.offer.palette != "night" else None,
            languages=("ar", "da"),
            sound=Sound(30, 20),
            session=mine.session,
            night=mine.night,
        )
    }
    assert from_bytes(to_bytes(ward)) == ward


def test_a_device_that_says_what_its_ward_says_carries_nothing(tmp_path: Path) -> None:
    source = layered(tmp_path, "\n[demo-12.sound]\nstart_percent = 20\n[demo-12.night]\n")
    assert b7(check_source(source, day())).own == {}


def test_a_device_without_the_wards_night(tmp_path: Path) -> None:
    ward = b7(check_source(layered(tmp_path, '\n[demo-12.night]\nbegins = ""\nends = ""\n'), day()))
    assert ward.offer.night == Night("22:00", "07:00")
    assert ward.own["demo-12"].night is False
    assert offer_at(ward.offer, from_bytes(to_bytes(ward)), "demo-12", ThisBed()).night is None


def test_what_differs_is_found_and_laid_over_again() -> None:
    ward = b7(check_source(Path("deploy/demo_hospital").resolve(), day())).offer
    device = replace(ward, palette="contrast", screen_off_minutes=3)
    own = own_of(device, ward)
    assert own == Own(palette="contrast", screen_off_minutes=3)
    assert with_own(ward, own) == device
    assert own_of(ward, ward) is None
    assert with_own(ward, None) is ward


def test_show_tells_the_file_of_each_value_of_a_device(tmp_path: Path) -> None:
    source = layered(tmp_path)
    (source / "wards/b7.toml").write_text("[sound]\ncap_percent = 70\n")
    done = flexcare("show", source, "--device", "demo-12", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    shown = json.loads(done.stdout)
    lines = (source / "devices.toml").read_text().splitlines()

    def at(line: str) -> str:
        return f"devices.toml:{lines.index(line) + 1}"

    assert shown["sound.cap_percent"] == {"value": 30, "from": at("cap_percent = 30")}
    assert shown["look.palette"] == {"value": "night", "from": at('palette = "night"')}
    assert shown["session.idle_minutes"] == {"value": 60, "from": at("idle_minutes = 60")}
    assert shown["night.dim_percent"] == {"value": 10, "from": at("dim_percent = 10")}
    assert shown["night.begins"] == {"value": "22:00", "from": "../region.toml:7"}
    assert shown["sound.start_percent"] == {"value": 20, "from": "../region.toml:5"}
    assert shown["device.bed"]["from"].startswith("devices.toml:")
    assert not [key for key in shown if key.startswith(("device.look", "device.sound"))]
    other = json.loads(flexcare("show", source, "--device", "demo-13", "--json").stdout)
    assert other["sound.cap_percent"] == {"value": 70, "from": "wards/b7.toml:2"}


@pytest.mark.parametrize(
    ("device", "key", "what"),
    [
        ("[demo-12.look]\npalete = 'day'\n", "demo-12.look.palete", "is unknown"),
        ("[demo-12.look]\npalette = 'dusk'\n", "demo-12.look.palette", "must be"),
        ("[demo-12.sound]\ncap_percent = 101\n", "demo-12.sound.cap_percent", "above 100"),
        ("[demo-12.languages]\noffered = ['fr']\n", "demo-12.languages.offered.0", "must be"),
        ("[demo-12.services]\n", "demo-12.services", "is unknown"),
        ("[demo-12.agreement]\n", "demo-12.agreement", "is unknown"),
        ("[demo-12.night]\nbegins = '23:00'\n", "demo-12.night.ends", "is missing"),
        ("[demo-12.night]\nbegins = '23:00'\nends = '23:00'\n", "demo-12.night.ends", "is when it begins"),
    ],
)
def test_what_a_device_may_not_say(tmp_path: Path, device: str, key: str, what: str) -> None:
    (fault,) = check_source(layered(tmp_path, f"\n{device}"), day()).faults
    assert (fault.file, fault.key) == ("devices.toml", key)
    assert fault.line > 10
    assert what in fault.what


def test_a_language_that_the_ward_does_not_offer(tmp_path: Path) -> None:
    source = layered(tmp_path)
    (source / "wards/b7.toml").write_text('[languages]\noffered = ["da", "en"]\n')
    (fault,) = check_source(source, day()).faults
    assert (fault.file, fault.key) == ("devices.toml", "languages.offered")
    assert "ar, which the ward does not offer" in fault.what


def test_a_faulty_ward_is_told_once(tmp_path: Path) -> None:
    source = layered(tmp_path)
    (source / "wards/b7.toml").write_text("[sound]\ncap_percent = 700\n")
    (fault,) = check_source(source, day()).faults
    assert fault.file == "wards/b7.toml"


def test_many_devices_with_something_of_their_own_do_not_carry_the_offer(tmp_path: Path) -> None:
    source = large_source(tmp_path, 4, 50, 50)
    with (source / "devices.toml").open("a") as file:
        file.write("".join(f'[t-{ward}-{bed}.look]\npalette = "night"\n' for ward in range(4) for bed in range(50)))
    checked = check_source(source, FakeClock(day().now()))
    assert checked.compiled is not None
    ward = checked.compiled.wards["w1"]
    assert len(ward.own) == 50
    assert len(to_bytes(ward)) - len(to_bytes(replace(ward, own={}))) < 50 * 200
