"""What the supervisor reacts to, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flexcare.session.kinds import Kind
from flexcare.session.live import LiveSession, News
from flexcare.session.messages import FromSession
from flexcare.supervisor.changing import Change


class Happening:
    """What the supervisor reacts to."""


@dataclass(frozen=True)
class Said(Happening):
    """A session said something, or something was heard of it."""

    session: LiveSession
    what: FromSession | News


@dataclass(frozen=True)
class Asked(Happening):
    """Somebody beside the patient wants a reset."""

    kind: Kind


@dataclass(frozen=True)
class Instructed(Happening):
    """The hospital's signed instruction wants a reset; `now` does not ask whoever uses the tablet. `answered` hears that somebody did."""

    now: bool
    answered: Callable[[], None]


@dataclass(frozen=True)
class Again(Happening):
    """A change that failed is due again, unless another has taken its place."""

    change: Change


class ScreenDied(Happening):
    """The compositor went away."""


class StaffLeft(Happening):
    """Staff went, or their program ended."""


@dataclass(frozen=True)
class StaffChose(Happening):
    """Staff clear the session; with `clean` the tablet is locked for cleaning then."""

    clean: bool


class Tick(Happening):
    """A moment passed."""
