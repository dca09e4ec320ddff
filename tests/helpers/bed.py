"""A bed with a real supervisor, a real sandbox and a witness in it, on a head-end's real streams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Snapshot
from flexcare.session.offer import Offer
from flexcare.session.receipt import Receipt
from flexcare.session.receipt_chain import read_chain
from flexcare.session.ward_writer import write_ward
from tests.helpers.processes import command_of


def on(page: str, sheet: str = "Nothing") -> Callable[[Snapshot], bool]:
    """A page with a sheet, or none, over it."""
    return lambda screen: screen.page == page and screen.sheet == sheet


def plays(number: int) -> Callable[[Snapshot], bool]:
    """A channel with its picture."""
    return lambda screen: screen.player == "Playing" and screen.has_picture and screen.number == number


def session_processes(bed: Bed) -> list[psutil.Process]:
    """Every process of the bed's sessions: those below the supervisor in another pid namespace."""
    own = Path("/proc/self/ns/pid").stat().st_ino
    return [process for process in psutil.Process(bed.process.pid).children(recursive=True) if _pid_namespace(process) not in (0, own)]


def kiosk_process(bed: Bed, slot: int) -> psutil.Process:
    """The kiosk itself of the session in a slot."""
    told = {process: command_of(process) for process in session_processes(bed)}
    found = [
        process
        for process, words in told.items()
        if words and Path(words[0]).name.startswith("python") and ("--slot", str(slot)) in pairwise(words)
    ]
    assert len(found) == 1, list(told.values())
    return found[0]


def _pid_namespace(process: psutil.Process) -> int:
    try:
        return Path(f"/proc/{process.pid}/ns/pid").stat().st_ino
    except OSError:
        return 0


def receipts_of(bed: Bed, until: int | None = None) -> list[Receipt]:
    """The receipts on the disk, after the chain was verified; after the one with number `until` has been written, where that is given."""
    if until is not None:
        bed.await_receipt(until)
    chain = read_chain((bed.state / "receipts.jsonl").read_bytes())
    assert not chain.faults, chain.faults
    return list(chain.receipts)


NewBed = Callable[..., tuple[Bed, Patient]]


@pytest.fixture
def new_bed(tmp_path: Path) -> Iterator[NewBed]:
    """Sets up beds: `new_bed(offer, *more words for the supervisor)` gives the bed and the patient in it.

    `before` are words before its command.
    """
    with ExitStack() as stack:

        def make(offer: Offer, *more: str, before: tuple[str, ...] = ()) -> tuple[Bed, Patient]:
            ward = tmp_path / "ward"
            write_ward(ward, offer, {})
            bed = stack.enter_context(Bed(Setting(ward, more=more, before=before)))
            return bed, stack.enter_context(Patient(bed))

        yield make
