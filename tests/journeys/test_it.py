"""Hospital IT at a bed: what its page says is so, and nothing of the patient's use leaves with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deploy.demo_site import DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.lineup.source import read_source
from flexcare.session.kinds import Act, By, Outcome
from flexcare.session.receipt_chain import read_chain
from tests.helpers.bed import on, plays
from tests.helpers.staff import give_pins, open_page
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


def reads(patient: Patient, words: str) -> str:
    """All that can be read, once these words can."""
    seen = patient.see_staff(f"'{words}'", lambda staff: any(words in text for text in staff.texts))
    return "\n".join(seen.texts)


def deeds(bed: Bed) -> list[tuple[Act, By, Outcome]]:
    chain = read_chain((bed.state / "receipts.jsonl").read_bytes())
    assert chain.faults == ()
    return [(deed.act, deed.by, deed.outcome) for deed in chain.deeds if deed.act is not Act.OPEN]


@pytest.mark.long
def test_it_measures_pulls_and_takes_a_bundle_along_in_which_nothing_of_use_is(at_bed: tuple[Bed, Patient], small_headend: Headend) -> None:
    bed, patient = at_bed
    listed = read_source(small_headend.playlist_address).decode().splitlines()
    names = [line.rpartition(",")[2].strip() for line in listed if line.startswith("#EXTINF")]
    assert len(names) > 5
    patient.tap("Start")
    patient.tap("Television")
    for number in (1, 2, 3):
        patient.see(f"channel {number}", plays(number), steady=False)
        patient.key("Up")
    patient.tap_at(0.5, 0.3)
    open_page(patient, "it")
    device = reads(patient, "Configuration no.")
    assert "b7" in device

    patient.tap_as_staff("Network test")
    measured = reads(patient, "Stream")
    head_end = small_headend.address.removeprefix("http://").split(":")[0]
    assert f"{head_end}:" in measured
    assert "good" in measured
    patient.tap_as_staff("New configuration")
    reads(patient, "Looked: this is the newest configuration.")
    patient.tap_as_staff("Bundle to a phone")
    bundle = reads(patient, "agreement ")
    assert "stream ok" in bundle
    assert "boot 1" in bundle
    assert [name for name in names if name in bundle] == []
    assert not any(word in bundle for word in ("http", "udp:", head_end, ".ts", ".m3u"))

    assert deeds(bed) == [(act, By.IT, Outcome.DONE) for act in (Act.TEST_NETWORK, Act.PULL, Act.EXPORT)]
    log = bed.log.read_text()
    assert [name for name in names if name in log] == []


@pytest.mark.long
def test_it_tests_the_screen_and_hears_that_nothing_can_restart_here(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    open_page(patient, "it")
    patient.tap_as_staff("Screen test", "End the test")
    patient.tap_as_staff("Restart", "Restart now")
    reads(patient, "The tablet does not restart.")
    patient.tap_as_staff("Keep it as it is", "Bundle to a stick")
    reads(patient, "There is no USB stick.")
    assert deeds(bed) == [
        (Act.TEST_SCREEN, By.IT, Outcome.FAILED),
        (Act.RESTART, By.IT, Outcome.DONE),
        (Act.EXPORT, By.IT, Outcome.FAILED),
    ]
