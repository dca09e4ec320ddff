"""A patient's session from the first touch to the proof that nothing of it is left: supervisor, sandbox and screen as at a bed."""

from __future__ import annotations

import signal
from dataclasses import replace

import pytest

from deploy.headend.client import Headend
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.clock import SystemClock
from flexcare.session.kinds import Kind
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.helpers.bed import NewBed, kiosk_process, on, plays, receipts_of, session_processes
from tests.helpers.bedside import channel, offer
from tests.helpers.processes import command_of

pytestmark = [pytest.mark.timeout(180)]

NAMES = ("et", "nyt24", "natur")


@pytest.fixture(params=[True, False], ids=["standby", "cold"])
def standby(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def at_bed(new_bed: NewBed, small_headend: Headend, standby: bool) -> tuple[Bed, Patient]:
    """A bed with three channels and Welcome on the screen."""
    channels = [channel(number, small_headend.stream(name), name) for number, name in enumerate(NAMES, start=1)]
    bed, patient = new_bed(replace(offer(*channels), session=SessionSettings(standby=standby, daily_reset=None)))
    patient.see("Welcome", on("Welcome"))
    return bed, patient


def watch(patient: Patient, number: int) -> int:
    """Start, and watch a channel; which session that is."""
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.key(str(number))
    patient.see(f"channel {number}", plays(number), steady=False)
    assert patient.report is not None
    return patient.report.born


def finish(patient: Patient) -> None:
    patient.key("XF86HomePage")
    patient.see("Home", on("Home"))
    patient.tap("Finish")
    patient.see("the question", on("Home", "Finish"))


def test_finish_asks_once_and_then_nothing_of_the_session_is_left(at_bed: tuple[Bed, Patient], standby: bool) -> None:
    bed, patient = at_bed
    born = watch(patient, 2)
    if standby:
        patient.expect("a painted standby", lambda: len(patient.hidden) == 1)
    before = {process.pid for process in session_processes(bed) if process.pid}
    finish(patient)
    patient.tap("Keep watching")
    patient.see("Home, as before", on("Home"))
    finish(patient)
    patient.tap("Clear now")
    report = patient.see_new("a new Welcome", born, on("Welcome"))
    assert report.snapshot.cleared
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.FINISH]
    assert set(receipts_of(bed)[-1].verified) == {"processes", "mounts", "sockets", "memory", "output"}
    kiosk = kiosk_process(bed, report.slot)
    assert receipts_of(bed)[-1].standby is standby
    assert (kiosk.pid in before) is standby
    assert all(f"--slot\0{3 - report.slot}" not in "\0".join(command_of(process)) for process in kiosk.children())


@pytest.mark.long
def test_after_a_crash_the_same_patient_finds_channel_volume_and_language_again(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    patient.tap("Dansk")
    patient.tap("Fjernsyn")
    patient.see("a picture", plays(1), steady=False)
    patient.key("3")
    patient.key("XF86AudioRaiseVolume")
    volume = patient.see("channel 3", plays(3), steady=False).volume
    assert patient.report is not None
    born = patient.report.born
    for number in (signal.SIGSEGV, signal.SIGABRT):
        kiosk_process(bed, patient.report.slot).send_signal(number)
        patient.expect("another process", lambda born=born: patient.report is not None and patient.report.born != born)  # type: ignore[misc]
        screen = patient.see("channel 3 again", plays(3), steady=False)
        assert (screen.volume, screen.language) == (volume, "da")
        born = patient.report.born
    kiosk_process(bed, patient.report.slot).send_signal(signal.SIGSEGV)
    screen = patient.see_new("Welcome after the third crash", born, on("Welcome")).snapshot
    assert screen.language == "en"
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.CRASH]


@pytest.mark.long
def test_a_frozen_session_is_replaced_for_the_same_patient(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient, 2)
    assert patient.report is not None
    kiosk_process(bed, patient.report.slot).send_signal(signal.SIGSTOP)
    patient.expect("another process", lambda: patient.report is not None and patient.report.born != born, patience_s=40)
    patient.see("channel 2 again", plays(2), steady=False)


@pytest.mark.long
def test_nobody_touches_and_the_tablet_asks_then_clears(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    born = watch(patient, 2)
    hours_s = 4 * 3600
    bed.pass_time(hours_s, step_s=hours_s)
    patient.see("Still there?", on("Television", "StillThere"), steady=False)
    patient.tap_at(0.5, 0.2)
    patient.see("television again", on("Television"), steady=False)
    bed.pass_time(hours_s, step_s=hours_s)
    patient.see("Still there?", on("Television", "StillThere"), steady=False)
    bed.pass_time(130)
    patient.see_new("Welcome", born, on("Welcome"))
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.UNANSWERED]


def test_an_untouched_welcome_is_never_cleared_for_idleness(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    assert patient.report is not None
    born = patient.report.born
    bed.pass_time(5 * 3600, step_s=3600)
    bed.clear()
    patient.see_new("Welcome after a reset that was asked for", born, on("Welcome"))
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.ASKED]


@pytest.mark.long
def test_an_idle_tablet_is_cleared_at_the_daily_hour(new_bed: NewBed, small_headend: Headend) -> None:
    settings = SessionSettings(standby=False, daily_reset="04:00")
    bed, patient = new_bed(replace(offer(channel(1, small_headend.stream("et"))), session=settings))
    patient.see("Welcome", on("Welcome"))
    assert patient.report is not None
    born = patient.report.born
    now = SystemClock().now()
    hour = now.replace(hour=4, minute=0, second=30, microsecond=0)
    bed.set_clock((hour - now).total_seconds() + (86_400 if hour < now else 0))
    bed.pass_time(90)
    patient.see_new("another Welcome", born, on("Welcome"))
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.DAILY]


def test_a_new_ward_folder_is_shown_where_nobody_is_disturbed(new_bed: NewBed, small_headend: Headend) -> None:
    first = offer(channel(1, small_headend.stream("et")))
    bed, patient = new_bed(replace(first, session=SessionSettings(standby=True, daily_reset=None)))
    patient.see("Welcome", on("Welcome"))
    assert patient.report is not None
    assert bed.setting.ward is not None
    born = patient.report.born
    write_ward(bed.setting.ward, replace(first, languages=("da", "en")), {})
    screen = patient.see_new("Welcome with the new languages", born, on("Welcome")).snapshot
    assert screen.language == "da"
    born = patient.report.born
    patient.tap("Start")
    patient.see("Home", on("Home"))
    write_ward(bed.setting.ward, replace(first, languages=("de", "en")), {})
    patient.expect("a standby in German", lambda: any(report.snapshot.language == "de" for report in patient.hidden))
    assert patient.see("Home still, in Danish", on("Home")).language == "da"
    bed.clear()
    assert patient.see_new("Welcome in German", born, on("Welcome")).snapshot.language == "de"
