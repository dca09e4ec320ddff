"""Staff at a bed: a long press on the clock, a PIN, what it opens, and the patient's session underneath."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deploy.demo_site import NURSE_PIN, DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.lineup.source import read_source
from flexcare.session.kinds import Act, By, Kind
from flexcare.session.receipt_chain import read_chain
from tests.helpers.bed import on, plays, receipts_of
from tests.helpers.staff import NOBODYS_PIN, enter, give_pins, go_home, open_page
from tests.journeys.test_configuration import Enrol, enrol

__all__ = ["enrol"]

pytestmark = [pytest.mark.timeout(240)]


@pytest.fixture
def site(small_headend: Headend, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """A hospital that speaks English first, with PINs for both roles."""
    with demo_site(tmp_path_factory.mktemp("site"), read_source(small_headend.playlist_address), first_language="en") as made:
        give_pins(made)
        yield made


@pytest.fixture
def at_bed(site: DemoSite, enrol: Enrol) -> tuple[Bed, Patient]:
    bed, patient = enrol(site)
    patient.see("Welcome", on("Welcome"))
    return bed, patient


def watch(patient: Patient) -> int:
    """Start, and watch the first channel; which session that is."""
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.tap_at(0.5, 0.3)
    assert patient.report is not None
    return patient.report.born


def deeds(bed: Bed) -> list[tuple[Act, By]]:
    """What staff did, as the chained list tells it."""
    return [(deed.act, deed.by) for deed in read_chain((bed.state / "receipts.jsonl").read_bytes()).deeds]


def gone(patient: Patient) -> None:
    patient.expect("the staff's program gone", lambda: patient.staff is None)


def clear(patient: Patient, name: str, asked: str) -> None:
    """Touch an action that clears, and confirm it."""
    patient.tap_as_staff(name)
    patient.see_staff("the question", lambda staff: staff.asking == asked)
    patient.tap_as_staff(name)


def test_a_nurse_comes_clears_and_goes(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    patient.tap_as_staff("Clear now")
    patient.see_staff("the question", lambda staff: staff.asking == "clear")
    patient.tap_as_staff("Keep it as it is")
    patient.see_staff("no question", lambda staff: staff.asking == "")
    clear(patient, "Clear now", "clear")
    patient.see_new("a new Welcome", born, on("Welcome"))
    gone(patient)
    # Between the two stand a nurse's two deeds.
    assert [receipt.kind for receipt in receipts_of(bed, until=4)] == [Kind.BOOT, Kind.STAFF]
    assert receipts_of(bed)[-1].proved
    assert deeds(bed) == [(Act.OPEN, By.NURSE), (Act.CLEAR, By.NURSE)]


@pytest.mark.long
def test_a_nurse_locks_the_tablet_for_cleaning(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    clear(patient, "Clear and clean", "clean")
    patient.see_new("the lock", born, on("Welcome", "Cleaning"))
    assert receipts_of(bed, until=4)[-1].kind is Kind.STAFF
    assert deeds(bed) == [(Act.OPEN, By.NURSE), (Act.CLEAN, By.NURSE)]


def test_clear_and_clean_is_two_touches_for_whoever_stands_there(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    go_home(patient)
    before = patient.hand.touches
    patient.tap("Finish")
    patient.tap("Clear and clean")
    assert patient.hand.touches == before + 2
    patient.see_new("the lock", born, on("Welcome", "Cleaning"))
    assert receipts_of(bed, until=2)[-1].kind is Kind.FINISH
    assert deeds(bed) == []


def test_clearing_takes_no_pin(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    patient.call_staff()
    clear(patient, "Clear now", "clear")
    patient.see_new("a new Welcome", born, on("Welcome"))
    assert receipts_of(bed, until=3)[-1].kind is Kind.STAFF
    assert deeds(bed) == [(Act.CLEAR, By.ANYBODY)]


@pytest.mark.long
def test_back_to_the_patient_the_picture_moves_on_and_touches_count(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    # Longer than a frozen session is given, and than a patient who touches nothing is.
    bed.pass_hours(4)
    gone(patient)
    patient.see("the channel still there, alone", lambda screen: plays(1)(screen) and not screen.overlay, steady=False)
    patient.tap_at(0.5, 0.3)
    patient.call_staff()
    patient.tap_as_staff("Back to the patient")
    gone(patient)
    go_home(patient)
    assert patient.report is not None
    assert patient.report.born == born


@pytest.mark.long
def test_wrong_pins_say_only_when_the_next_try_is_possible(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    patient.call_staff()
    for _ in range(2):
        enter(patient, NOBODYS_PIN)
        assert patient.see_staff("that it was wrong", lambda staff: staff.wrong).wait == 0
    enter(patient, NOBODYS_PIN)
    assert 0 < patient.see_staff("the waiting", lambda staff: staff.wait > 0).wait <= 30
    assert patient.staff is not None
    assert patient.staff.target("1") is None
    patient.tap_as_staff("Back to the patient")
    gone(patient)
    bed.pass_time(31)
    open_page(patient)
    assert NURSE_PIN not in bed.log.read_text()
    assert NOBODYS_PIN not in bed.log.read_text()


def test_the_hospitals_own_key_calls_staff_too(site: DemoSite, enrol: Enrol) -> None:
    with (site.source / "hospital.toml").open("a", encoding="utf-8") as file:
        file.write('\n[staff]\nkey = "F12"\n')
    site.publish()
    _, patient = enrol(site)
    patient.see("Welcome", on("Welcome"))
    patient.key("F12")
    patient.see_staff("the pad", lambda staff: staff.role == "")
    patient.tap_as_staff("Back to the patient")
    gone(patient)
    patient.see("Welcome, not begun", on("Welcome"))
