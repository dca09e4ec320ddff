"""A patient at a real bed watches television, finishes, and is gone: how long until the next Welcome is on the screen."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Snapshot, Target
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source
from flexcare.session.offer import Device, Hospital, Offer
from flexcare.session.receipt import Receipt
from flexcare.session.receipt_chain import read_chain
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Screen
from tests.bench.reset_eye import Area, Eye, alike

NEXT_WELCOME_S = 30.0
PROOFS = {"processes", "mounts", "sockets", "memory", "output"}


class ResetFailed(RuntimeError):
    """A reset was not what is measured here: not proved, or not with or without a standby as wished."""


@dataclass(frozen=True)
class Round:
    """One reset, in milliseconds from letting go of "Clear now", or from the signal that stands for it.

    seen: until the screen shows the next Welcome. painted: until the next session painted it, by its own word.
    """

    seen_ms: float
    painted_ms: float


@dataclass(frozen=True)
class Rounds:
    """Resets by a tap on "Clear now" after television, and by a signal while its picture moves; and each one's receipt."""

    tapped: tuple[Round, ...]
    playing: tuple[Round, ...]
    receipts: tuple[Receipt, ...]


def on(page: str, sheet: str = "Nothing") -> Callable[[Snapshot], bool]:
    """A page with this sheet over it."""
    return lambda screen: screen.page == page and screen.sheet == sheet


@contextmanager
def bed_with_television(headend: Headend, *, standby: bool) -> Iterator[tuple[Bed, Patient]]:
    """A bed that offers the head-end's lineup, with Welcome on its screen."""
    with tempfile.TemporaryDirectory(prefix="flexcare-reset-") as folder:
        lineup, _ = read_m3u(read_source(headend.playlist_address))
        device = Device("Bench bed", Screen().diagonal_inches)
        offer = Offer(
            Hospital("Bench hospital"), tuple(lineup.channels), device=device, session=SessionSettings(standby=standby, daily_reset=None)
        )
        write_ward(Path(folder, "ward"), offer, {})
        with Bed(Setting(Path(folder, "ward"))) as bed, Patient(bed) as patient:
            patient.see("Welcome", on("Welcome"))
            yield bed, patient


def measure(headend: Headend, resets: int, *, standby: bool) -> Rounds:
    """Reset so often by a tap and half as often by a signal, after two that warm up. Raises NotSeen, NotPainted, ResetFailed."""
    with bed_with_television(headend, standby=standby) as (bed, patient):
        bedside = Bedside(bed, patient, standby=standby)
        bedside.clear()
        with Eye(bed.display, _middle(patient.find("Start"))) as eye:
            bedside.finish(eye)
            tapped = tuple(bedside.finish(eye) for _ in range(resets))
            playing = tuple(bedside.interrupt(eye) for _ in range(max(1, resets // 2)))
        bed.end()
        chain = read_chain((bed.state / "receipts.jsonl").read_bytes())
    receipts = chain.receipts[-len(tapped) - len(playing) :]
    for receipt in receipts:
        _judge(receipt, standby=standby)
    return Rounds(tapped, playing, receipts)


class Bedside:
    """One patient after another at one bed."""

    def __init__(self, bed: Bed, patient: Patient, *, standby: bool) -> None:
        """The bed has just been started: it has one receipt, of its boot."""
        self._bed = bed
        self._patient = patient
        self._standby = standby
        self._receipts = 1

    def clear(self) -> None:
        """Reset from outside as soon as can be, and wait for the next session and the receipt."""
        born = self._born
        self._bed.clear()
        self._arrive(born)

    def await_standby(self) -> None:
        """Wait until the next session is painted behind the one on the screen."""
        self._patient.expect("a painted standby", lambda: any(report.steady for report in self._patient.hidden))

    def finish(self, eye: Eye) -> Round:
        """Watch television from Welcome on, then Home, Finish and "Clear now"."""
        patient, welcome = self._patient, eye.look()
        self._watch()
        patient.key("XF86HomePage")
        patient.see("Home", on("Home"))
        patient.tap("Finish")
        patient.see("the question", on("Home", "Finish"))
        button, hand = patient.find("Clear now"), patient.hand
        return self._time(eye, welcome, lambda: hand.tap(*button.centre))

    def interrupt(self, eye: Eye) -> Round:
        """Watch television from Welcome on, and be cleared from outside while its picture moves."""
        welcome = eye.look()
        self._watch()

        def signal() -> int:
            sent_ns = time.monotonic_ns()
            self._bed.clear()
            return sent_ns

        return self._time(eye, welcome, signal)

    @property
    def _born(self) -> int:
        assert self._patient.report is not None
        return self._patient.report.born

    def _watch(self) -> None:
        self._patient.tap("Start")
        self._patient.tap("Television")
        self._patient.see("a picture", lambda screen: screen.player == "Playing" and screen.has_picture, steady=False)

    def _time(self, eye: Eye, welcome: bytes, order: Callable[[], int]) -> Round:
        """Order a reset by what returns when it did, and wait for the next Welcome, which looks like `welcome`."""
        if self._standby:
            self.await_standby()
        born = self._born
        if alike(eye.look(), welcome):
            raise ResetFailed("what should be the next Welcome is on the screen before it")
        ordered_ns = order()
        seen_ns = eye.wait(lambda picture: alike(picture, welcome), NEXT_WELCOME_S)
        painted_ns = self._arrive(born)
        return Round((seen_ns - ordered_ns) / 1e6, (painted_ns - ordered_ns) / 1e6)

    def _arrive(self, before: int) -> int:
        """Wait for another session than the one before and for the receipt; when the session painted its first frame on the screen."""
        self._receipts += 1
        self._bed.await_receipt(self._receipts)
        return self._patient.see_new("the next Welcome", before, on("Welcome")).painted_ns


def _middle(button: Target) -> Area:
    """A few letters of a button's name."""
    x, y = button.centre
    return Area(round(x - button.width / 16), round(y - button.height / 8), round(button.width / 8), round(button.height / 4))


def _judge(receipt: Receipt, *, standby: bool) -> None:
    """Raises ResetFailed where a reset was not what is measured."""
    if set(receipt.verified) != PROOFS:
        raise ResetFailed(f"only this was proved of a reset: {', '.join(receipt.verified)}")
    if receipt.standby != standby:
        raise ResetFailed(f"a reset was {'not ' if standby else ''}shown by a standby")
