"""A nurse at a real bed presses the clock, types a PIN and goes back to the patient: how long until each is on the screen."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.demo_site import NURSE_PIN, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Target
from flexcare.lineup.source import read_source
from flexcare.supervisor.compositor import Screen
from kiosk.shell.clock_press import HELD_MS
from tests.bench.reset_eye import Area, Eye, alike
from tests.helpers.staff import give_pins, open_page

SEEN_TIMEOUT_S = 30.0
HOLD_S = HELD_MS / 1000 + 0.8
LOOK_PX = 48


@dataclass(frozen=True)
class Round:
    """One visit of a nurse, in milliseconds.

    pad: from the end of the three seconds on the clock to the painted pad. felt: from letting go of Enter to the painted page.
    unfreeze: from letting go of "Back to the patient" to the second picture of the television that is another one.
    """

    pad_ms: float
    felt_ms: float
    unfreeze_ms: float


@contextmanager
def bed_with_staff(headend: Headend) -> Iterator[tuple[Bed, Patient]]:
    """An enrolled bed whose hospital has PINs, with Welcome on its screen."""
    with tempfile.TemporaryDirectory(prefix="fc-staff-") as folder:
        site_folder, bed_folder = Path(folder, "site"), Path(folder, "bed")
        site_folder.mkdir()
        bed_folder.mkdir()
        with demo_site(site_folder, read_source(headend.playlist_address), first_language="en") as site:
            give_pins(site)
            site.enrol(bed_folder / "state")
            with Bed(Setting(None), bed_folder) as bed, Patient(bed) as patient:
                patient.see("Welcome", lambda screen: screen.page == "Welcome")
                yield bed, patient


def measure(headend: Headend, visits: int) -> tuple[Round, ...]:
    """Come so often, after one visit that warms up and shows how the pad and the page look. Raises NotSeen, NotPainted."""
    with bed_with_staff(headend) as (bed, patient):
        patient.tap("Start")
        patient.tap("Television")
        patient.see("a picture", lambda screen: screen.player == "Playing" and screen.has_picture, steady=False)
        return Nurse(bed, patient).come(visits)


class Nurse:
    """Comes to one bed again and again."""

    def __init__(self, bed: Bed, patient: Patient) -> None:
        self._bed = bed
        self._patient = patient

    def come(self, visits: int) -> tuple[Round, ...]:
        """Learn how the pad and the page look, then measure."""
        patient = self._patient
        self._call()
        patient.see_staff("the pad", lambda staff: staff.target("5") is not None)
        # A digit's key, and what stands in its place on the nurse's page, tell the two apart.
        key = self._target("5")
        self._leave()
        open_page_after_watching(patient, self._show_clock)
        tile = self._target("Clear now")
        with Eye(self._bed.display, _area(tile)) as eye:
            page = eye.look()
        self._leave()
        self._call()
        patient.see_staff("the pad", lambda staff: staff.target("5") is not None)
        with Eye(self._bed.display, _area(key)) as eye:
            pad = eye.look()
        self._leave()
        return tuple(self._visit(_area(key), pad, _area(tile), page) for _ in range(visits))

    def _visit(self, key: Area, pad: bytes, tile: Area, page: bytes) -> Round:
        display, patient = self._bed.display, self._patient
        centre = self._show_clock()
        with Eye(display, key) as eye:
            held_ns = time.monotonic_ns() + HELD_MS * 1_000_000
            pressing = threading.Thread(target=patient.hand.hold, args=(*centre, HOLD_S))
            pressing.start()
            pad_ns = eye.wait(lambda picture: alike(picture, pad), SEEN_TIMEOUT_S)
            pressing.join()
        patient.see_staff("the pad", lambda staff: staff.role == "")
        patient.tap_as_staff(*NURSE_PIN)
        enter = self._target("Enter")
        with Eye(display, tile) as eye:
            entered_ns = patient.hand.tap(*enter.centre)
            page_ns = eye.wait(lambda picture: alike(picture, page), SEEN_TIMEOUT_S)
        patient.see_staff("the page", lambda staff: staff.role == "nurse")
        back = self._target("Back to the patient")
        with Eye(display, _middle()) as eye:
            menu = eye.look()
            left_ns = patient.hand.tap(*back.centre)
            moves_ns = eye.wait(moving(menu), SEEN_TIMEOUT_S)
        patient.expect("the staff's program gone", lambda: patient.staff is None)
        return Round((pad_ns - held_ns) / 1e6, (page_ns - entered_ns) / 1e6, (moves_ns - left_ns) / 1e6)

    def _show_clock(self) -> tuple[float, float]:
        """Where the clock is, which a touch on the picture brings."""
        patient = self._patient
        # An overlay that is about to go would take the clock away from under the finger.
        patient.see("the picture alone", lambda screen: screen.clock is None, steady=False)
        patient.tap_at(0.5, 0.3)
        clock = patient.see("the clock", lambda screen: screen.clock is not None, steady=False).clock
        assert clock is not None
        return clock.centre

    def _call(self) -> None:
        self._show_clock()
        self._patient.call_staff()

    def _leave(self) -> None:
        patient = self._patient
        patient.tap_as_staff("Back to the patient")
        patient.expect("the staff's program gone", lambda: patient.staff is None)

    def _target(self, name: str) -> Target:
        found = self._patient.see_staff(name, lambda staff: staff.target(name) is not None).target(name)
        assert found is not None
        return found


def open_page_after_watching(patient: Patient, show_clock: Callable[[], object]) -> None:
    """The nurse's page, by a PIN."""
    show_clock()
    open_page(patient)


def moving(menu: bytes) -> Callable[[bytes], bool]:
    """Whether two pictures were seen that are neither the menu nor each other: the frozen one may be the first."""
    seen: list[bytes] = []

    def holds(picture: bytes) -> bool:
        if not alike(picture, menu) and not any(alike(picture, other) for other in seen):
            seen.append(picture)
        return len(seen) > 1

    return holds


def _area(target: Target) -> Area:
    """The middle of something that can be touched."""
    x, y = target.centre
    width, height = min(LOOK_PX, round(target.width / 2)), min(LOOK_PX, round(target.height / 2))
    return Area(round(x - width / 2), round(y - height / 2), width, height)


def _middle() -> Area:
    """A part of the picture that no overlay covers."""
    screen = Screen()
    return Area(screen.width // 2 - LOOK_PX // 2, round(screen.height * 0.4) - LOOK_PX // 2, LOOK_PX, LOOK_PX)
