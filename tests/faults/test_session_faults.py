"""Whatever a session does to itself, the supervisor and its patient go on."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

import tests
from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.session.kinds import Kind
from flexcare.session.settings import SessionSettings
from tests.helpers.bed import NewBed, kiosk_process, on, plays, receipts_of, session_processes
from tests.helpers.bedside import channel, offer

pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]

TESTS = str(Path(tests.__file__).resolve().parent)
SETTINGS = SessionSettings(memory_mib=1024, tasks_max=200, writable_mib=64, daily_reset=None)


def naughty(new_bed: NewBed, headend: Headend, fault: str, settings: SessionSettings = SETTINGS) -> tuple[Bed, Patient]:
    """A bed whose sessions have this fault, with channel 2 on the screen."""
    channels = [channel(number, headend.stream(name), name) for number, name in enumerate(("et", "nyt24"), start=1)]
    words = ("--module", "tests.faults.naughty", "--code", TESTS, "--word=--fault", f"--word={fault}")
    bed, patient = new_bed(replace(offer(*channels), session=settings), *words)
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.key("2")
    patient.see("channel 2", plays(2), steady=False)
    return bed, patient


def set_off(bed: Bed, patient: Patient) -> int:
    """Set the fault off in the session on the screen; which session that is."""
    assert patient.report is not None
    kiosk_process(bed, patient.report.slot).send_signal(signal.SIGUSR2)
    return patient.report.born


def see_it_go_on(patient: Patient, born: int) -> None:
    """Another process for the same patient, on the same channel."""
    patient.expect("another session", lambda: patient.report is not None and patient.report.born != born, patience_s=60)
    patient.see("channel 2 again", plays(2), steady=False, patience_s=40)


@pytest.mark.parametrize("fault", ["nonsense", "long_nonsense", "segfault"])
def test_a_session_that_fails_is_replaced_for_the_same_patient(new_bed: NewBed, small_headend: Headend, fault: str) -> None:
    bed, patient = naughty(new_bed, small_headend, fault)
    see_it_go_on(patient, set_off(bed, patient))
    assert "nobody must ever know" not in bed.log.read_text()
    assert [receipt.kind for receipt in receipts_of(bed)] == [Kind.BOOT]


@pytest.mark.skipif(os.getuid() != 0, reason="limits on tasks and memory need root or a delegated control group")
@pytest.mark.parametrize("fault", ["fork_bomb", "memory_hog"])
def test_a_session_that_takes_all_it_can_get_harms_only_itself(new_bed: NewBed, small_headend: Headend, fault: str) -> None:
    bed, patient = naughty(new_bed, small_headend, fault)
    born = set_off(bed, patient)
    if fault == "memory_hog":
        see_it_go_on(patient, born)
    assert len(session_processes(bed)) <= SETTINGS.tasks_max
    bed.clear()
    patient.expect("Welcome in a new session", lambda: patient.report is not None and patient.report.snapshot.page == "Welcome")
    assert receipts_of(bed, until=2)[-1].kind == Kind.ASKED


def test_a_session_may_fill_what_it_can_write_and_is_cleared_all_the_same(new_bed: NewBed, small_headend: Headend) -> None:
    bed, patient = naughty(new_bed, small_headend, "fill_disks")
    set_off(bed, patient)
    bed.clear()
    patient.expect("Welcome in a new session", lambda: patient.report is not None and patient.report.snapshot.page == "Welcome")
    assert set(receipts_of(bed, until=2)[-1].verified) == {"processes", "mounts", "sockets", "memory", "output"}


def test_output_without_an_end_neither_stops_the_supervisor_nor_reaches_its_log(new_bed: NewBed, small_headend: Headend) -> None:
    bed, patient = naughty(new_bed, small_headend, "chatter")
    set_off(bed, patient)
    bed.clear()
    patient.expect("Welcome in a new session", lambda: patient.report is not None and patient.report.snapshot.page == "Welcome")
    text = bed.log.read_text()
    assert "a name that" not in text
    assert "session output: " in text
