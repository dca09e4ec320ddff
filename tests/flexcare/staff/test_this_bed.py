"""What staff set at a bed is laid over what the hospital publishes, and where the tablet stands counts only while its entry is the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.configuration.compiled import CompiledWard
from flexcare.configuration.own import Own
from flexcare.session.night import Night
from flexcare.session.offer import Device, Sound, Start
from flexcare.staff.this_bed import ThisBed, entry_mark, moved, offer_at, read_bed, write_bed
from tests.helpers.hospital import compiled

OWN, OTHER = "tablet-1", "tablet-2"


def ward() -> CompiledWard:
    made = compiled()
    devices = {OWN: Device("B7-1", 10.1), OTHER: Device("B7-2", 13.3)}
    return replace(made, devices=devices, own={OTHER: Own(sound=Sound(30, 20))}, offer=replace(made.offer, night=Night("22:00", "07:00")))


def test_nothing_set_is_as_the_hospital_has_it() -> None:
    given = ward()
    assert offer_at(given.offer, given, OWN, ThisBed()) == replace(given.offer, device=Device("B7-1", 10.1))


def test_what_was_set_lies_over_it() -> None:
    given = ward()
    shown = offer_at(given.offer, given, OWN, ThisBed(language="da", text_size="largest", palette="contrast", easy=True, out_of_order=True))
    assert shown.start == Start("da", "largest", easy=True, out_of_order=True)
    assert shown.palette == "contrast"
    assert shown.night is not None
    assert shown.night.palette == "contrast"


@pytest.mark.parametrize("palette", ["day", "night"])
def test_the_nights_colours_stay_the_hospitals_for_who_only_likes_others_by_day(palette: str) -> None:
    given = ward()
    shown = offer_at(given.offer, given, OWN, ThisBed(palette=palette))  # type: ignore[arg-type]
    assert shown.palette == palette
    assert shown.night == given.offer.night


def test_a_language_that_is_not_offered_any_more_is_the_hospitals_again() -> None:
    given = ward()
    assert offer_at(given.offer, given, OWN, ThisBed(language="pl")).start.language is None


def test_at_another_bed_it_is_that_bed_on_its_own_screen() -> None:
    given = ward()
    bed = moved(given, OWN, OTHER, out_of_order=False)
    shown = offer_at(given.offer, given, OWN, bed)
    assert bed.stands_for(given, OWN) == OTHER
    assert shown.device == Device("B7-2", 10.1)
    assert shown.sound == Sound(30, 20)


def test_moving_forgets_what_was_set_for_the_bed_before_and_back_is_its_own() -> None:
    given = ward()
    assert moved(given, OWN, OTHER, out_of_order=True) == ThisBed(place=OTHER, entry=entry_mark(given, OWN), out_of_order=True)
    assert moved(given, OWN, OWN, out_of_order=False) == ThisBed()


@pytest.mark.parametrize(
    "newer",
    [
        lambda given: replace(given, devices={**given.devices, OWN: Device("B7-9", 10.1)}),
        lambda given: replace(given, own={**given.own, OWN: Own(palette="night")}),
        lambda given: replace(given, devices={OWN: given.devices[OWN]}),
        lambda given: replace(given, devices={OTHER: given.devices[OTHER]}),
    ],
    ids=["renamed", "own settings", "the other bed is gone", "not in the list any more"],
)
def test_where_it_stands_counts_until_the_hospital_says_something_new_of_it(newer) -> None:  # type: ignore[no-untyped-def]
    given = ward()
    bed = moved(given, OWN, OTHER, out_of_order=False)
    assert bed.stands_for(newer(given), OWN) == OWN


def test_what_the_hospital_says_of_other_tablets_changes_nothing() -> None:
    given = ward()
    bed = moved(given, OWN, OTHER, out_of_order=False)
    newer = replace(given, serial=9, devices={**given.devices, "tablet-3": Device("B7-3"), OTHER: Device("B7-2 new")})
    assert bed.stands_for(newer, OWN) == OTHER
    assert offer_at(newer.offer, newer, OWN, bed).device.name == "B7-2 new"


def test_it_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "bed.json"
    assert read_bed(file) == ThisBed()
    bed = ThisBed(OTHER, "e" * 64, "da", "large", "night", easy=True, loudest_percent=30, night_until="2026-11-25T06:00+01:00")
    write_bed(file, bed)
    assert read_bed(file) == bed


@pytest.mark.parametrize("data", [b"", b"\x00" * 50, b'{"place":"../x"}', b'{"loudest_percent":400}', b'{"text_size":"huge"}', b"[" * 5000])
def test_a_damaged_file_is_as_the_hospital_has_it(tmp_path: Path, data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "bed.json"
    file.write_bytes(data)
    assert read_bed(file) == ThisBed()
    assert "as the hospital has it" in caplog.text
