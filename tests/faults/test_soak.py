"""Three hundred resets leave nothing behind: no process, mount, descriptor or shared memory, and no growing supervisor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deploy.tour.bed import Bed
from flexcare.session.kinds import Kind
from flexcare.session.settings import SessionSettings
from tests.bench.reset_holdings import Holdings, holdings, insiders
from tests.bench.reset_rounds import PROOFS, Bedside
from tests.helpers.bed import NewBed, on, receipts_of
from tests.helpers.bedside import channel, offer

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

RESETS = 300
LOOKS = (50, RESETS)
"""After how many resets a look is taken at what is held."""
STANDBY_EVERY = 10
"""A standby is awaited before every so-manieth reset only: it is raised a second after a reset, and that second adds up."""
DRIFT_MAX = 0.02


def soak(bed: Bed, bedside: Bedside) -> Iterator[Holdings]:
    """Reset after reset, each as soon as the one before is over; what is held at rest after LOOKS of them."""
    for number in range(1, RESETS + 1):
        if number % STANDBY_EVERY == 0:
            bedside.await_standby()
        bedside.clear()
        if number in LOOKS:
            bedside.await_standby()
            yield holdings(bed.process.pid, bed.folder)


def test_three_hundred_resets_leave_nothing(new_bed: NewBed) -> None:
    bed, patient = new_bed(replace(offer(channel(1, "udp://@127.0.0.1:9")), session=SessionSettings(standby=True, daily_reset=None)))
    patient.see("Welcome", on("Welcome"))
    settled, last = soak(bed, Bedside(bed, patient, standby=True))
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
