"""A patient at a real bed watches television, finishes, and is gone: how long until the next Welcome is on the screen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Snapshot
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source
from flexcare.session.kinds import Kind
from flexcare.session.offer import Device, Hospital, Offer
from flexcare.session.receipt_chain import read_chain
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Screen
from tests.bench.reset_eye import Area, Eye

NEXT_WELCOME_S = 30.0
PROOFS = {"processes", "mounts", "sockets", "memory", "output"}


class ResetFailed(RuntimeError):
    """A reset was not what is measured here: not proved, or not with or without a standby as wished."""


@dataclass(frozen=True)
class Round:
    """One reset, in milliseconds from letting go of "Clear now".

    seen: until the screen shows the next Welcome. painted: until the next session painted it, by its own word.
    """

    seen_ms: float
    painted_ms: float


@dataclass(frozen=True)
class Rounds:
    """Resets of one kind. empty_ms: from the supervisor's order to the proof that nothing is left, from each one's receipt."""

    rounds: tuple[Round, ...]
    empty_ms: tuple[float, ...]
    cover_ms: tuple[float, ...]
    shown_ms: tuple[float, ...]


def on(page: str, sheet: str = "Nothing") -> Callable[[Snapshot], bool]:
    """A page with this sheet over it."""
    return lambda screen: screen.page == page and screen.sheet == sheet


@contextmanager
def bed_with_television(headend: Headend, *, standby: bool) -> Iterator[tuple[Bed, Patient]]:
    """A bed that offers the head-end's lineup, with Welcome on its screen."""
    with tempfile.TemporaryDirectory(prefix="flexcare-reset-") as folder:
        lineup, _ = read_m3u(read_source(headend.playlist_address))
        device = Device("Bench bed", Screen().diagonal_inches)
        offer = Offer(Hospital("Bench hospital"), tuple(lineup.channels), device=device, session=SessionSettings(standby=standby))
        write_ward(Path(folder, "ward"), offer, {})
        with Bed(Setting(Path(folder, "ward"))) as bed, Patient(bed) as patient:
            patient.see("Welcome", on("Welcome"))
            yield bed, patient


def measure(headend: Headend, resets: int, *, standby: bool) -> Rounds:
    """Reset so often while television plays, after one round that only warms up. Raises NotSeen, NotPainted, ResetFailed."""
    with bed_with_television(headend, standby=standby) as (bed, patient):
        clear(bed, patient)
        start = patient.find("Start")
        # Inside the button, away from its round corners.
        middle = Area(round(start.x + start.width / 4), round(start.y + start.height / 4), round(start.width / 2), round(start.height / 2))
        with Eye(bed.display, middle) as eye:
            rounds = tuple(_round(patient, eye, eye.look(), standby=standby) for _ in range(resets))
        bed.end()
        return Rounds(rounds, *_receipts(bed, resets, standby=standby))


def clear(bed: Bed, patient: Patient) -> int:
    """Reset once from outside and wait for the next Welcome; the number that its session was born with."""
    before = patient.report
    bed.clear()
    return patient.see_new("the next Welcome", before.born if before is not None else 0, on("Welcome")).born


def await_standby(patient: Patient) -> None:
    """Wait until the next session is painted behind the one on the screen."""
    patient.expect("a painted standby", lambda: any(report.steady for report in patient.hidden))


def _round(patient: Patient, eye: Eye, welcome: bytes, *, standby: bool) -> Round:
    """Watch television from the Welcome that is on the screen, finish, and see the next one, which looks like `welcome`."""
    report = patient.report
    assert report is not None
    _watch_and_ask(patient)
    if standby:
        await_standby(patient)
    button = patient.find("Clear now")
    if eye.look() == welcome:
        raise ResetFailed("what should be the next Welcome is on the screen before it")
    released_ns = patient.hand.tap(*button.centre)
    seen_ns = eye.wait(lambda picture: picture == welcome, NEXT_WELCOME_S)
    told = patient.see_new("the next Welcome", report.born, on("Welcome"))
    return Round((seen_ns - released_ns) / 1e6, (told.painted_ns - released_ns) / 1e6)


def _watch_and_ask(patient: Patient) -> None:
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a channel's picture", lambda screen: screen.player == "Playing" and screen.has_picture, steady=False)
    patient.key("XF86HomePage")
    patient.see("Home, with television playing on", lambda screen: screen.page == "Home" and screen.player == "Playing")
    patient.tap("Finish")
    patient.see("the question", on("Home", "Finish"))


def _receipts(bed: Bed, resets: int, *, standby: bool) -> tuple[tuple[float, ...], ...]:
    """The three durations of the last resets, after a look whether each of them was what is measured."""
    chain = read_chain((bed.state / "receipts.jsonl").read_bytes())
    found = [receipt for receipt in chain.receipts if receipt.kind is Kind.FINISH]
    if len(found) != resets:
        raise ResetFailed(f"{resets} resets left {len(found)} receipts")
    for receipt in found:
        if set(receipt.verified) != PROOFS:
            raise ResetFailed(f"only this was proved of a reset: {', '.join(receipt.verified)}")
        if receipt.standby != standby:
            raise ResetFailed(f"a reset was {'not ' if standby else ''}shown by a standby")
    return tuple(tuple(getattr(receipt, name) for receipt in found) for name in ("empty_ms", "cover_ms", "shown_ms"))
