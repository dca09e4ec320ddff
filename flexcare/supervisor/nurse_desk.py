"""What nurses may know and do at the bed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time

from flexcare.configuration.compiled import CompiledWard
from flexcare.session.kinds import Act
from flexcare.session.offer import Offer
from flexcare.staff.diagnosis import Verdict
from flexcare.staff.nurse_messages import (
    BeginWith,
    Found,
    Help,
    Loudest,
    Night,
    NurseOpened,
    NurseSays,
    Place,
    PutAt,
    PutOutOfOrder,
    Welcome,
)
from flexcare.staff.words import Word
from flexcare.supervisor.bed_keeping import BedKeeping
from flexcare.supervisor.configuring import Configuring
from flexcare.supervisor.desks import Say

Note = Callable[[Act, bool], Awaitable[None]]
"""Writes a deed of a nurse's down: what, and whether it was done."""


class NurseDesk:
    """The nurse's part of an enrolled tablet; at another one nothing can be set (no `keeping`).

    help: finds out what is wrong with the television.
    """

    takes = NurseSays

    def __init__(
        self, configuring: Configuring | None, keeping: BedKeeping | None, note: Note, help_: Callable[[], Awaitable[Verdict]]
    ) -> None:
        self._configuring = configuring
        self._keeping = keeping
        self._note = note
        self._help = help_

    def opened(self) -> NurseOpened:
        return self._standing(done=True)

    async def hear(self, word: Word, say: Say) -> None:
        if isinstance(word, Help):
            verdict = await self._help()
            await self._note(Act.HELP, True)
            say(Found(verdict))
            return
        keeping = self._keeping
        if keeping is None or self._configuring is None or self._configuring.compiled is None:
            say(self._standing(done=False))
            return
        act, done = await _set(keeping, word)
        await self._note(act, done)
        say(self._standing(done=done))

    def _standing(self, *, done: bool) -> NurseOpened:
        compiled = self._configuring.compiled if self._configuring is not None else None
        if self._keeping is None or compiled is None:
            return NurseOpened(done=done)
        bed, offer = self._keeping.bed, compiled.offer
        own = compiled.own.get(self._keeping.place)
        usual = own.sound if own is not None and own.sound is not None else offer.sound
        return NurseOpened(
            settable=True,
            done=done,
            place=self._keeping.place,
            places=tuple(
                sorted((Place(device, entry.name or device) for device, entry in compiled.devices.items()), key=lambda one: one.name)
            ),
            languages=_languages(offer, own.languages if own is not None else None),
            language=bed.language or "",
            text_size=bed.text_size or "standard",
            palette=bed.palette,
            easy=bed.easy,
            loudest_percent=usual.cap_percent if bed.loudest_percent is None else bed.loudest_percent,
            usual_percent=usual.cap_percent,
            night_until=self._keeping.night_until,
            out_of_order=bed.out_of_order,
        )


def _places(compiled: CompiledWard) -> tuple[Place, ...]:
    places = (Place(device, entry.name or device) for device, entry in compiled.devices.items())
    return tuple(sorted(places, key=lambda place: (place.name, place.device)))


def _languages(offer: Offer, own: tuple[str, ...] | None) -> tuple[str, ...]:
    return own if own is not None else offer.languages


async def _set(keeping: BedKeeping, word: Word) -> tuple[Act, bool]:
    """Do what was asked; what that is called, and whether it was done."""
    match word:
        case PutOutOfOrder(so):
            return (Act.OUT_OF_ORDER if so else Act.IN_ORDER), await keeping.set(out_of_order=so)
        case PutAt(place):
            return Act.BED, await keeping.move(place)
        case BeginWith():
            return Act.READING, await keeping.set(**_beginning(word))
        case Welcome(language):
            return Act.LANGUAGE, await keeping.set(language=language)
        case Loudest(percent):
            return Act.VOLUME, await keeping.set(loudest_percent=percent)
        case Night(until):
            return Act.NIGHT, await keeping.night(time.fromisoformat(until) if until is not None else None)
    raise AssertionError(f"no deed of a nurse's: {type(word).__name__}")


def _beginning(word: BeginWith) -> dict[str, object]:
    """What of a bed's beginning is to be changed."""
    said: dict[str, object] = {"text_size": word.text_size, "palette": word.palette, "easy": word.easy}
    changed = {name: value for name, value in said.items() if value is not None}
    return {name: None if value == "usual" else value for name, value in changed.items()}
