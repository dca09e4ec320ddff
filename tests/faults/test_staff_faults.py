"""Whatever happens while staff are at a bed: the patient's session goes on or is cleared, and no try at a PIN is given away."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import psutil
import pytest

from deploy.demo_site import DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.lineup.source import read_source
from tests.helpers.bed import on, plays
from tests.helpers.processes import command_of, name_of
from tests.helpers.staff import NOBODYS_PIN, enter, give_pins, go_home, open_page
from tests.journeys.test_configuration import Enrol, enrol
from tests.journeys.test_instructions import wait_for

__all__ = ["enrol"]

pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]
DAY_S = 24 * 3600.0


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
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.tap_at(0.5, 0.3)
    assert patient.report is not None
    return patient.report.born


def staff_process(bed: Bed) -> psutil.Process:
    """The staff's program itself."""
    found = [
        process
        for process in psutil.Process(bed.process.pid).children(recursive=True)
        if "deploy.tour.staff_witness" in command_of(process) and name_of(process).startswith("python")
    ]
    assert len(found) == 1
    return found[0]


def gone(patient: Patient) -> None:
    patient.expect("the staff's program gone", lambda: patient.staff is None)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV], ids=["killed", "crashed"])
def test_a_staff_program_that_dies_gives_the_patient_back(at_bed: tuple[Bed, Patient], number: signal.Signals) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    staff_process(bed).send_signal(number)
    gone(patient)
    go_home(patient)
    assert patient.report is not None
    assert patient.report.born == born


def test_one_that_hangs_is_ended_when_nobody_touches_it(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    staff_process(bed).send_signal(signal.SIGSTOP)
    bed.pass_time(61)
    gone(patient)
    go_home(patient)
    assert patient.report is not None
    assert patient.report.born == born


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "ended"])
def test_a_supervisor_that_ends_with_the_page_open_leaves_nobody_behind(at_bed: tuple[Bed, Patient], number: signal.Signals) -> None:
    bed, patient = at_bed
    watch(patient)
    open_page(patient)
    family = psutil.Process(bed.process.pid).children(recursive=True)
    bed.end(number)
    _, left = psutil.wait_procs(family, timeout=20)
    assert not left, left
    patient.let_go()
    bed.start()
    patient.see("Welcome", on("Welcome"))
    assert patient.staff is None


def test_a_patients_session_that_dies_while_it_stands_still_comes_again(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient)
    open_page(patient)
    kiosks = [process for process in psutil.Process(bed.process.pid).children(recursive=True) if process.status() == psutil.STATUS_STOPPED]
    assert kiosks
    for process in kiosks:
        process.kill()
    patient.expect("another process", lambda: patient.report is not None and patient.report.born != born, patience_s=40)
    patient.see("the channel again", plays(1), steady=False)
    gone(patient)


def test_tries_are_counted_through_kills_and_wrong_clocks(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    patient.call_staff()
    for _ in range(3):
        enter(patient, NOBODYS_PIN)
    patient.see_staff("the waiting", lambda staff: staff.wait > 0)
    # The wall clock counts for nothing, either way.
    bed.set_clock(DAY_S)
    bed.set_clock(-3 * DAY_S)
    for number in (signal.SIGKILL, signal.SIGKILL):
        bed.end(number)
        patient.let_go()
        bed.start()
        patient.see("Welcome", on("Welcome"))
        patient.call_staff()
        assert patient.see_staff("the waiting still", lambda staff: staff.wait > 0).wait <= 30


def tries(bed: Bed) -> bytes:
    """What is written down of tries."""
    file = bed.state / "staff-tries.json"
    return file.read_bytes() if file.exists() else b""


def test_a_try_that_a_power_cut_comes_into_is_counted(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    for _ in range(3):
        patient.call_staff()
        before = tries(bed)
        patient.tap_as_staff(*NOBODYS_PIN, "Enter")
        # In the 100 ms or more that a PIN takes: it is counted before anybody knows whether it is right.
        wait_for(bed, "it counted", lambda before=before: tries(bed) != before)  # type: ignore[misc]  # mypy cannot type a lambda's default
        bed.end(signal.SIGKILL)
        patient.let_go()
        bed.start()
        patient.see("Welcome", on("Welcome"))
    patient.call_staff()
    patient.see_staff("the waiting", lambda staff: staff.wait > 0)
