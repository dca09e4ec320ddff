"""What was written for version 1 loads for ever. These samples are never changed; a new version gets samples of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flexcare.configuration.compile import compile_site
from flexcare.configuration.compiled import Fleet, Instruction, from_bytes
from flexcare.configuration.own import Own, with_own
from flexcare.session.night import Night
from flexcare.session.offer import Sound
from flexcare.staff.kept import read_kept
from flexcare.trust.verdict import accept
from tests.helpers.source import day

DATA = Path(__file__).parents[2] / "data"


def test_a_source_of_version_1() -> None:
    wards = compile_site(DATA / "sources" / "v1", day()).wards
    assert {name: (len(ward.offer.channels), len(ward.devices)) for name, ward in wards.items()} == {"b7": (7, 2), "boern": (7, 1)}


def test_a_compiled_ward_of_version_1() -> None:
    ward = from_bytes((DATA / "compiled-v1.json").read_bytes())
    assert (ward.site, ward.ward, ward.serial, ward.time_zone) == ("vest", "boern", 7, "Europe/Copenhagen")
    assert ward.instruction == Instruction("Anna Holm", "Children's channels first", "2026-06-01T12:00:00+02:00")
    assert (ward.resting_hosts, ward.fleet) == (("stream.nordlys.example",), Fleet(15, 60, ""))
    assert [channel.name for channel in ward.offer.channels][:2] == ["Børn", "Natur"]
    assert ward.devices["demo-21"].diagonal_inches == 13.3
    assert ward.offer.privacy is not None
    assert [service.service["en"] for service in ward.offer.privacy.services] == [
        "Television: Television from the hospital's own server",
        "Television: Television over the internet",
    ]


def test_a_compiled_ward_of_version_1_with_pins() -> None:
    ward = from_bytes((DATA / "compiled-v1-pins.json").read_bytes())
    assert {role: read_kept(kept).pepper for role, kept in ward.pins.items()} == {"it": "3c8db04d27eb28c3", "nurse": "3c8db04d27eb28c3"}
    assert (ward.staff.timeout_s, ward.staff.key) == (90, "F12")
    accept((DATA / "compiled-v1-pins.json").read_bytes(), site="vest", ward="boern")


def test_a_compiled_ward_of_version_1_with_a_night_and_a_device_of_its_own() -> None:
    ward = from_bytes((DATA / "compiled-v1-layers.json").read_bytes())
    assert ward.offer.night == Night("22:00", "07:00", "night", 30, 35, headphones_only=True)
    assert ward.own == {"demo-21": Own(palette="contrast", sound=Sound(50, 40), night=False)}
    assert with_own(ward.offer, ward.own["demo-21"]).night is None
    accept((DATA / "compiled-v1-layers.json").read_bytes(), site="vest", ward="boern")


@pytest.mark.parametrize("left_out", ["time_zone", "resting_hosts", "fleet"])
def test_what_came_later_may_be_left_out(left_out: str) -> None:
    plain = json.loads((DATA / "compiled-v1.json").read_text())
    del plain[left_out]
    assert from_bytes(json.dumps(plain).encode()).ward == "boern"
