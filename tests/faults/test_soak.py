"""Three hundred resets leave nothing behind: no process, mount, descriptor or shared memory, and no growing supervisor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.session.kinds import Kind
from flexcare.session.settings import SessionSettings
from tests.bench.reset_holdings import Holdings, holdings, insiders
from tests.bench.reset_rounds import PROOFS, await_standby, clear
from tests.helpers.bed import NewBed, receipts_of
from tests.helpers.bedside import offer

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

RESETS = 300
SETTLED = 50
STANDBY_EVERY = 5
"""A standby is awaited before every so-manieth reset only: it is raised a second after a reset, and that second adds up."""
DRIFT_MAX = 0.02


def at_rest(bed: Bed, patient: Patient) -> Holdings:
    """What is held when nothing is under way: a session on the screen and a painted standby behind it."""
    await_standby(patient)
    return holdings(bed.process.pid, bed.folder)


def soak(bed: Bed, patient: Patient) -> Iterator[Holdings]:
    """Reset after reset, each as soon as the one before has shown its Welcome; what is held after SETTLED and after RESETS."""
    for number in range(1, RESETS + 1):
        if number % STANDBY_EVERY == 0:
            await_standby(patient)
        clear(bed, patient)
        if number in (SETTLED, RESETS):
            yield at_rest(bed, patient)


def test_three_hundred_resets_leave_nothing(new_bed: NewBed) -> None:
    bed, patient = new_bed(replace(offer(), session=SessionSettings(standby=True)))
    patient.expect("Not set up or Welcome", lambda: patient.report is not None)
    settled, last = soak(bed, patient)
    print(settled, last, sep="\n")
    assert not last.more_than(settled)
    assert last.zombies == 0
    assert last.drift(settled) < DRIFT_MAX, (settled, last)
    bed.end()
    assert not list(insiders(bed.folder))
    resets = [receipt for receipt in receipts_of(bed) if receipt.kind is Kind.ASKED]
    assert len(resets) == RESETS
    assert {receipt.verified for receipt in resets} == {tuple(sorted(PROOFS))}
    assert sum(receipt.standby for receipt in resets) >= RESETS // STANDBY_EVERY
