"""What IT's page and the supervisor say to each other, once IT's PIN was right. Part of `flexcare.staff.messages`."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from flexcare.staff.diagnosis import Part, State, Verdict
from flexcare.staff.words import Word

Result: TypeAlias = Literal["done", "failed", "none", "full", "read-only"]
"""How something went. none, full, read-only: about a USB stick."""


class ItSays(Word, frozen=True):
    """What only IT may say. Every message from IT's page is one of these."""


class Pull(ItSays, tag="it-pull", frozen=True):
    """Look for a new configuration now; answered by `Pulled`."""


class TestNetwork(ItSays, tag="it-test-network", frozen=True):
    """Measure the way to the television; answered by `Measured`."""

    __test__ = False  # no test of ours, for all its name


class TestSound(ItSays, tag="it-test-sound", frozen=True):
    """Play a tone; answered by `Did`."""

    __test__ = False


class TestedScreen(ItSays, tag="it-tested-screen", frozen=True):
    """The screen was tested, on the page itself. done: all of it could be touched. Not answered."""

    done: bool


class Export(ItSays, tag="it-export", frozen=True):
    """Write the support bundle to the stick, answered by `Did`; or show it, answered by `Bundled`."""

    to: Literal["stick", "screen"]


class FindEnrolment(ItSays, tag="it-find-enrolment", frozen=True):
    """Look for an enrolment file on the stick; answered by `Enrolment`."""


class TakeEnrolment(ItSays, tag="it-take-enrolment", frozen=True):
    """Take the one that was found, and start the tablet anew; answered by `Did` where that fails."""


class Restart(ItSays, tag="it-restart", frozen=True):
    """Start the tablet anew; answered by `Did` where that fails."""


FromIt: TypeAlias = Pull | TestNetwork | TestSound | TestedScreen | Export | FindEnrolment | TakeEnrolment | Restart


class Clearing(msgspec.Struct, frozen=True):
    """A receipt in short."""

    at: str
    kind: str
    empty_ms: int
    shown_ms: int
    proved: bool


class Facts(msgspec.Struct, frozen=True):
    """What IT asks about on the telephone; "" and 0 for what is not known, -1 for an age. clearings: the last ones, newest first."""

    device: str = ""
    version: str = ""
    site: str = ""
    ward: str = ""
    serial: int = 0
    author: str = ""
    reason: str = ""
    published: str = ""
    age_days: int = -1
    state: str = ""
    alarm: str = ""
    agreement_from: str = ""
    agreement_to: str = ""
    memory_erased: bool = False
    clearings: tuple[Clearing, ...] = ()


class ItOpened(Word, tag="it-opened", frozen=True):
    """IT's PIN was right: show IT's page."""

    facts: Facts


class Pulled(Word, tag="it-pulled", frozen=True):
    """It was looked for a new configuration; how that stands now. reached: what the hospital serves was read, and not refused."""

    facts: Facts
    reached: bool = True


class Shown(msgspec.Struct, frozen=True):
    """One figure (`flexcare.staff.diagnosis.Figure`), with its place: whoever reads it is IT, in front of the screen."""

    part: Part
    state: State
    ms: int
    bytes: int
    place: str


class Measured(Word, tag="it-measured", frozen=True):
    """How the way to the television is."""

    verdict: Verdict
    figures: tuple[Shown, ...]


class Bundled(Word, tag="it-bundled", frozen=True):
    """The support bundle in short."""

    words: str


class Enrolment(Word, tag="it-enrolment", frozen=True):
    """What was found on the stick: whose it is, and the words that the desk showed with it."""

    result: Result
    device: str = ""
    ward: str = ""
    words: str = ""


class Did(Word, tag="it-did", frozen=True):
    """How something went that shows no more than that."""

    what: Literal["sound", "stick", "enrol", "restart"]
    result: Result


ToIt: TypeAlias = ItOpened | Pulled | Measured | Bundled | Enrolment | Did
