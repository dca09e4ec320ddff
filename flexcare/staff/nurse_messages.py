"""What the nurse's page and the supervisor say to each other. Part of `flexcare.staff.messages`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from flexcare.configuration.compiled import Identifier
from flexcare.session.night import HourMinute
from flexcare.session.offer import Language, PaletteName, TextSize
from flexcare.staff.diagnosis import Verdict
from flexcare.staff.words import Word

Percent = Annotated[int, Meta(ge=0, le=100)]


class NurseSays(Word, frozen=True):
    """What only nurses may say. Every message from the nurse's page but `Clear` is one of these."""


class Clear(Word, tag="clear", frozen=True):
    """Clear the patient's session. Open to everybody at the bed, as Finish is. clean: lock the tablet for cleaning then."""

    clean: bool = False


class PutOutOfOrder(NurseSays, tag="out-of-order", frozen=True):
    """Have Welcome say that the tablet is out of order, or no more."""

    so: bool


class PutAt(NurseSays, tag="put-at", frozen=True):
    """The tablet stands at the bed of this entry of the ward's signed list now."""

    place: Identifier


class BeginWith(NurseSays, tag="begin-with", frozen=True):
    """How every session at this bed begins from now on; None leaves it as it is. The "usual" palette is the hospital's."""

    text_size: TextSize | None = None
    palette: PaletteName | Literal["usual"] | None = None
    easy: bool | None = None


class Welcome(NurseSays, tag="welcome-in", frozen=True):
    """Welcome speaks this language first; None is the hospital's order."""

    language: Language | None


class Loudest(NurseSays, tag="loudest", frozen=True):
    """The loudest at this bed, of full volume; None is the hospital's own."""

    percent: Percent | None


class Night(NurseSays, tag="night", frozen=True):
    """Night from now until the clock shows this hour; None goes by the hospital's hours again."""

    until: HourMinute | None


class Help(NurseSays, tag="help", frozen=True):
    """Find out what is wrong with the television; answered by `Found`."""


FromNurse: TypeAlias = Clear | PutOutOfOrder | PutAt | BeginWith | Welcome | Loudest | Night | Help


class Place(msgspec.Struct, frozen=True):
    """One entry of the ward's signed list: by what it is known, and the bed's name."""

    device: str
    name: str


class NurseOpened(Word, tag="nurse-opened", frozen=True):
    """A nurse's PIN was right, or something was set: the nurse's page shows this.

    settable: whether anything can be set at this tablet. done: False where what was asked for last could not be done. place: the bed where
    it stands. languages: those that Welcome offers, the hospital's first one first. loudest_percent, usual_percent: what holds and what the
    hospital has. night_until: "" where no night was set by hand.
    """

    settable: bool = False
    done: bool = True
    place: str = ""
    places: tuple[Place, ...] = ()
    languages: tuple[str, ...] = ()
    language: str = ""
    text_size: TextSize = "standard"
    palette: PaletteName | None = None
    easy: bool = False
    loudest_percent: Percent = 100
    usual_percent: Percent = 100
    night_until: str = ""
    out_of_order: bool = False


class Found(Word, tag="found", frozen=True):
    """What is wrong with the television, and what to do about it."""

    verdict: Verdict


ToNurse: TypeAlias = NurseOpened | Found
