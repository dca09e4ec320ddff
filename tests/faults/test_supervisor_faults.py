"""Whatever happens to the supervisor, its compositor, its disk or its clock: no session is left over, and the next one comes."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.session.kinds import Kind
from flexcare.session.offer import Offer
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.changing import Step
from tests.helpers.bed import NewBed, kiosk_process, on, plays, receipts_of, session_processes
from tests.helpers.bedside import channel, offer
from tests.helpers.processes import name_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]

ALL = {"processes", "mounts", "sockets", "memory", "output"}
OWN_MOUNTS = ("unshare", "--mount") if os.getuid() == 0 else ("unshare", "--user", "--map-root-user", "--mount")


@pytest.fixture
def television(small_headend: Headend) -> Offer:
    channels = [channel(number, small_headend.stream(name), name) for number, name in enumerate(("et", "nyt24"), start=1)]
    return offer(*channels)


def watch(patient: Patient) -> int:
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.key("2")
    patient.see("channel 2", plays(2), steady=False)
    assert patient.report is not None
    return patient.report.born


def test_a_killed_supervisor_takes_everything_with_it_and_starts_cleanly_again(new_bed: NewBed, television: Offer) -> None:
    bed, patient = new_bed(television)
    watch(patient)
    patient.expect("a standby", lambda: len(patient.hidden) == 1)
    family = psutil.Process(bed.process.pid).children(recursive=True)
    assert any(name_of(process) == "sway" for process in family)
    assert session_processes(bed)
    assert bed.end(signal.SIGKILL) == -signal.SIGKILL
    gone, left = psutil.wait_procs(family, timeout=20)
    assert not left, left
    assert len(gone) == len(family)
    patient.let_go()
    bed.start()
    patient.see("Welcome", on("Welcome"))
    receipts = receipts_of(bed)
    assert [receipt.kind for receipt in receipts] == [Kind.BOOT, Kind.RESTART]
    assert set(receipts[-1].verified) == ALL


def test_a_second_supervisor_leaves_the_first_alone(new_bed: NewBed, television: Offer) -> None:
    bed, patient = new_bed(television)
    born = watch(patient)
    import subprocess
    import sys

    command = [sys.executable, "-P", "-m", "flexcare", "run", "--ward", str(bed.setting.ward), "--state", str(bed.state)]
    second = subprocess.run([*command, "--run", str(bed.run)], capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 2
    assert "another supervisor runs here" in second.stderr
    assert patient.see("channel 2 still", plays(2), steady=False)
    assert patient.report is not None
    assert patient.report.born == born


def test_the_compositor_dies_and_the_same_patient_goes_on(new_bed: NewBed, television: Offer) -> None:
    bed, patient = new_bed(television)
    born = watch(patient)
    patient.let_go()
    compositor = next(process for process in psutil.Process(bed.process.pid).children() if name_of(process) == "sway")
    compositor.kill()
    patient.expect("another session", lambda: patient.report is not None and patient.report.born != born, patience_s=40)
    patient.see("channel 2 again", plays(2), steady=False, patience_s=40)
    patient.tap_at(0.5, 0.3)
    patient.see("the overlay, so the new screen can be touched", lambda screen: screen.overlay, steady=False)


def test_a_compositor_that_freezes_is_replaced_and_the_same_patient_goes_on(new_bed: NewBed, television: Offer) -> None:
    bed, patient = new_bed(television)
    born = watch(patient)
    patient.let_go()
    next(process for process in psutil.Process(bed.process.pid).children() if name_of(process) == "sway").suspend()
    patient.expect("another session", lambda: patient.report is not None and patient.report.born != born, patience_s=60)
    patient.see("channel 2 again", plays(2), steady=False, patience_s=40)


@pytest.mark.parametrize("step", list(Step))
def test_a_power_cut_at_any_step_of_a_reset_leaves_nothing_and_loses_no_receipt(new_bed: NewBed, television: Offer, step: Step) -> None:
    bed, patient = new_bed(television, "--die-at", step.value)
    watch(patient)
    family = psutil.Process(bed.process.pid).children(recursive=True)
    bed.clear()
    assert bed.process.wait(30) == -signal.SIGKILL
    _, left = psutil.wait_procs(family, timeout=20)
    assert not left, left
    patient.let_go()
    bed.start()
    patient.see("Welcome", on("Welcome"))
    kinds = [receipt.kind for receipt in receipts_of(bed)]
    assert kinds[0] == Kind.BOOT
    assert kinds[-1] == Kind.RESTART
    assert kinds[1:-1] == ([Kind.ASKED] if step is Step.WRITTEN else [])
    assert set(receipts_of(bed)[-1].verified) == ALL


@pytest.mark.parametrize(
    ("name", "mount"),
    [
        ("read-only", 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"'),
        ("full", 'mount -t tmpfs -o size=4k tmpfs "$1" && head -c 4096 /dev/zero > "$1/full"'),
    ],
)
def test_a_state_folder_that_cannot_be_written_is_told_and_nobody_is_held_up(
    tmp_path: Path, television: Offer, name: str, mount: str
) -> None:
    ward = tmp_path / "ward"
    write_ward(ward, television, {})
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"fc-{os.getpid()}-{name}"
    state = folder / "state"
    state.mkdir(parents=True)
    before = (*OWN_MOUNTS, "--propagation", "private", "sh", "-c", f'{mount} && shift && exec "$@"', "mounts", str(state))
    try:
        with Bed(Setting(ward, before=before), folder) as bed, Patient(bed) as patient:
            born = watch(patient)
            bed.clear()
            patient.see_new("Welcome", born, on("Welcome"))
            assert "receipt" in bed.log.read_text()
    finally:
        import shutil

        shutil.rmtree(folder)


@pytest.mark.parametrize("hours", [1, -1])
def test_a_wall_clock_that_jumps_an_hour_changes_nothing_for_a_patient(new_bed: NewBed, television: Offer, hours: int) -> None:
    bed, patient = new_bed(replace(television, session=SessionSettings(daily_reset=None)))
    born = watch(patient)
    bed.set_clock(hours * 3600)
    bed.pass_time(60)
    patient.see("channel 2 still", plays(2), steady=False)
    assert patient.report is not None
    assert patient.report.born == born
    assert kiosk_process(bed, patient.report.slot).is_running()
    bed.clear()
    patient.see_new("Welcome", born, on("Welcome"))
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.ASKED]
