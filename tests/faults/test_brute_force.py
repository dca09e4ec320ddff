"""Forty-five days at the PIN pad with a patient who has nothing else to do: who powers the tablet off in the middle of a write, kills its
programs, moves its clock, and comes back after each nurse. Every comparison with a PIN that is really made counts as a guess.
"""

from __future__ import annotations

import asyncio
import bisect
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from flexcare.errors import StaffClosed
from flexcare.staff import lockout, pad
from flexcare.staff.lockout import BUDGET, WAIT_MAX_S, WINDOW_S, Lockout
from flexcare.staff.pad import Pad
from flexcare.staff.pin import Role
from flexcare.trust.secrets import Secret
from tests.helpers.clock import FakeClock

LIVED_S = 45 * 24 * 3600
NURSES_PIN = "274913"


class PowerCut(BaseException):
    """The tablet is off."""


@dataclass(frozen=True)
class Patient:
    """What one does, each with its chance at each look at the pad. cut: of power, while the count is written."""

    cut: float = 0.0
    off_after_try: float = 0.0
    clock: float = 0.0
    early: float = 0.0
    nurses_every_s: float = 0.0


@dataclass
class Tablet:
    """The pad of one tablet, over power cuts and new starts; `lived_s` is time as the ward's clock on the wall has it."""

    folder: Path
    chance: random.Random
    patient: Patient
    lived_s: float = 0.0
    guesses: list[float] = field(default_factory=list)
    longest_wait_s: int = 0

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """As after a reboot: the monotonic clock begins anew, and what is known is what is on the disk."""
        self.clock = FakeClock()
        self.lockout = Lockout(self.folder / "tries.json", self.clock)
        self.pad = Pad(lambda: {Role.NURSE: "kept"}, lambda: Secret("p" * 64), self.lockout)

    def pass_time(self, seconds: float) -> None:
        self.lived_s += seconds
        self.clock.advance(seconds)

    def write(self, file: Path, data: bytes) -> None:
        """In the steps of the real one, which only waits for the disk besides, with a power cut at any of them."""
        cut_at = self.chance.randrange(3) if self.chance.random() < self.patient.cut else None
        if cut_at == 0:
            raise PowerCut
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(data[: self.chance.randrange(len(data))] if cut_at == 1 else data)
        if cut_at != 1:
            beside.replace(file)
        if cut_at is not None:
            raise PowerCut

    def whose(self, pin: str, *_: object) -> Role | None:
        """In the place of the slow hash: this is where a guess is made."""
        if pin == NURSES_PIN:
            return Role.NURSE
        self.guesses.append(self.lived_s)
        return None

    async def attempt(self, pin: str) -> None:
        try:
            await self.pad.attempt(pin)
        except StaffClosed as closed:
            self.longest_wait_s = max(self.longest_wait_s, closed.wait_s)


async def live(tablet: Tablet) -> None:
    nurse_at_s = tablet.patient.nurses_every_s or LIVED_S
    while tablet.lived_s < LIVED_S:
        try:
            await look(tablet)
            if tablet.lived_s >= nurse_at_s:
                nurse_at_s += tablet.patient.nurses_every_s
                tablet.pass_time(tablet.lockout.wait_s())
                await tablet.attempt(NURSES_PIN)
        except PowerCut:
            tablet.start()


async def look(tablet: Tablet) -> None:
    """The patient does what comes to mind, and waits for the next try."""
    chance, patient = tablet.chance, tablet.patient
    if chance.random() < patient.clock:
        tablet.clock.set_wall(tablet.clock.now() + timedelta(days=chance.uniform(-900, 900)))
    wait_s = tablet.lockout.wait_s()
    if wait_s == 0 or chance.random() < patient.early:
        await tablet.attempt("000000")
        if chance.random() < patient.off_after_try:
            raise PowerCut
    tablet.pass_time(max(1.0, min(wait_s, WAIT_MAX_S) * chance.choice([0.5, 1, 1])))
    tablet.lockout.note_time()


def most_in_thirty_days(guesses: list[float]) -> int:
    return max(bisect.bisect_left(guesses, first + WINDOW_S) - index for index, first in enumerate(guesses))


@pytest.fixture
def lived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Patient, int], Tablet]:
    def live_there(patient: Patient, seed: int) -> Tablet:
        tablet = Tablet(tmp_path, random.Random(seed), patient)
        monkeypatch.setattr(lockout, "write_durably", tablet.write)
        monkeypatch.setattr(pad, "_whose", tablet.whose)
        asyncio.run(live(tablet))
        return tablet

    return live_there


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    ("patient", "at_least"),
    [
        pytest.param(Patient(), 700, id="patient one"),
        pytest.param(Patient(early=1.0), 700, id="who does not wait"),
        pytest.param(Patient(clock=0.5), 700, id="who moves the clock"),
        pytest.param(Patient(off_after_try=1.0), 300, id="who powers off after every try"),
        pytest.param(Patient(cut=0.3), 300, id="who powers off while it is written"),
        pytest.param(Patient(nurses_every_s=1800), 700, id="who comes after each nurse"),
        pytest.param(Patient(cut=0.1, off_after_try=0.1, clock=0.1, early=0.3, nurses_every_s=3600), 500, id="who does all of it"),
    ],
)
@pytest.mark.long
def test_no_patient_has_more_guesses_than_the_budget(
    lived: Callable[[Patient, int], Tablet], patient: Patient, at_least: int, seed: int
) -> None:
    tablet = lived(patient, seed)
    assert at_least <= most_in_thirty_days(tablet.guesses) <= BUDGET


def test_one_who_tries_all_day_and_night_never_keeps_a_nurse_out_for_more_than_an_hour(lived: Callable[[Patient, int], Tablet]) -> None:
    assert 0 < lived(Patient(early=1.0), 0).longest_wait_s <= WAIT_MAX_S
