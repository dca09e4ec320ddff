"""What a nurse sets at a bed: seen in the next session, kept over clearing and a restart, told to whom it concerns, written down."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from deploy.demo_site import DEVICE, DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Snapshot
from flexcare.fleet.health import read_health
from flexcare.lineup.source import read_source
from flexcare.session.kinds import Act, By, Outcome
from flexcare.session.receipt_chain import read_chain
from tests.helpers.bed import on
from tests.helpers.staff import give_pins, open_page
from tests.journeys.test_configuration import Enrol, edit, enrol

__all__ = ["enrol"]

pytestmark = [pytest.mark.timeout(240)]
PATIENCE_S = 30.0


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


def choose(patient: Patient, tile: str, *names: str) -> None:
    """Touch a tile of the nurse's page, and what it offers then, each when it is there."""
    patient.tap_as_staff(tile)
    for name in names:
        patient.see_staff(f"'{name}'", lambda staff, name=name: staff.sheet != "" and staff.target(name) is not None)  # type: ignore[misc]
        patient.tap_as_staff(name)


def back(patient: Patient, *, close: bool = False) -> None:
    """Leave; a sheet that stays open is closed before."""
    if close:
        patient.tap_as_staff("Close")
    patient.see_staff("the page", lambda staff: staff.sheet == "" and not staff.busy)
    patient.tap_as_staff("Back to the patient")
    patient.expect("the staff's program gone", lambda: patient.staff is None)


def deeds(bed: Bed, *wanted: Act) -> None:
    """Wait until just these deeds of a nurse stand in the list, which is sound."""

    def noted() -> list[Act]:
        chain = read_chain((bed.state / "receipts.jsonl").read_bytes())
        assert not chain.faults
        assert all(deed.by is By.NURSE and deed.outcome is Outcome.DONE for deed in chain.deeds)
        return [deed.act for deed in chain.deeds]

    wait_for(bed, f"the deeds {wanted}", lambda: noted() == list(wanted))


def wait_for(bed: Bed, what: str, condition: Callable[[], bool]) -> None:
    """Wait until a condition on files of the supervisor's holds; nothing moves on the screen meanwhile."""
    until_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until_s, f"{what}: {bed.words()}"
        time.sleep(0.05)


def stands_for(bed: Bed) -> str:
    health = read_health(bed.run / "health.json")
    assert health is not None
    return health.stands_for


@pytest.mark.long
def test_text_colours_layout_and_language_are_there_every_morning(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    open_page(patient)
    choose(patient, "Text and colours", "Largest", "Strong contrast", "Easy mode: only television")
    patient.see_staff("it set", lambda staff: not staff.busy)
    patient.tap_as_staff("Close")
    choose(patient, "Language of Welcome", "Dansk")
    patient.see_staff("it set", lambda staff: not staff.busy)
    back(patient, close=True)

    def as_set(screen: Snapshot) -> bool:
        return on("Welcome")(screen) and (screen.text_size, screen.palette, screen.language) == ("largest", "contrast", "da")

    patient.see("the Welcome that was set", as_set)
    patient.tap("Start")
    patient.see("easy mode", on("Easy"), steady=False)
    assert patient.report is not None
    born = patient.report.born
    bed.clear()
    patient.see_new("the same after clearing", born, as_set)
    deeds(bed, Act.OPEN, Act.READING, Act.READING, Act.READING, Act.LANGUAGE)
    bed.end()
    patient.let_go()
    bed.start()
    patient.see("the same after a restart", as_set)


@pytest.mark.long
def test_out_of_order_is_said_until_staff_end_it(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    open_page(patient)
    choose(patient, "Out of order", "Out of order")
    back(patient)
    patient.see("no way to start", lambda screen: on("Welcome")(screen) and screen.target("Start") is None)
    patient.tap_at(0.5, 0.5)
    patient.key("Return")
    patient.see("Welcome still", on("Welcome"))
    open_page(patient)
    choose(patient, "Out of order", "It is in order")
    back(patient)
    patient.tap("Start")
    patient.see("Home", on("Home"))
    deeds(bed, Act.OPEN, Act.OUT_OF_ORDER, Act.OPEN, Act.IN_ORDER)


@pytest.mark.long
def test_which_bed_counts_until_the_hospital_says_something_new_of_the_tablet(site: DemoSite, at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    assert stands_for(bed) == ""
    open_page(patient)
    name, other = other_bed(patient)
    choose(patient, "Which bed this is", name, "Yes, it is")
    back(patient)
    wait_for(bed, "the fleet to be told", lambda: stands_for(bed) == other)
    # Cleared and published anew, it still stands there.
    bed.clear()
    edit(site.source / "hospital.toml", 'offered = ["en"', 'offered = ["da", "en"')
    edit(site.source / "hospital.toml", '"da", "en", "da"', '"da", "en"')
    site.publish()
    bed.nudge()
    patient.see("what was published", lambda screen: on("Welcome")(screen) and screen.language == "da")
    assert stands_for(bed) == other
    # Its own entry is another one now.
    edit(site.source / "devices.toml", f"[{DEVICE}]\n", f"[{DEVICE}]\ndiagonal_inches = 13.3\n")
    site.publish()
    bed.nudge()
    wait_for(bed, "its own bed again", lambda: stands_for(bed) == "")


def other_bed(patient: Patient) -> tuple[str, str]:
    """A bed of the list that is not this tablet's own: its name, and its device."""
    patient.tap_as_staff("Which bed this is")
    staff = patient.see_staff("the list", lambda staff: staff.sheet == "bed")
    name = next(target.name for target in staff.targets if "demo-13" in target.name or target.name.endswith("13"))
    patient.tap_as_staff("Close")
    patient.see_staff("the page", lambda staff: staff.sheet == "")
    return name, "demo-13"


@pytest.mark.long
def test_volume_night_and_help(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    open_page(patient)
    choose(patient, "Loudest volume", "Quieter")
    patient.see_staff("it set", lambda staff: not staff.busy)
    patient.tap_as_staff("Close")
    choose(patient, "Night", "Until 7 o'clock")
    patient.see_staff("it set", lambda staff: not staff.busy and staff.sheet == "")
    choose(patient, "TV problem")
    patient.see_staff("a verdict", lambda staff: staff.verdict != "")
    back(patient, close=True)
    patient.see("night colours", lambda screen: on("Welcome")(screen) and screen.palette == "night")
    deeds(bed, Act.OPEN, Act.VOLUME, Act.NIGHT, Act.HELP)
