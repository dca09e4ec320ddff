"""What staff set at this bed: kept across resets and restarts, and laid over what the hospital publishes for the tablet."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from flexcare.configuration.compiled import CompiledWard, OptionalIdentifier
from flexcare.configuration.own import with_own
from flexcare.session.offer import Language, Offer, PaletteName, Start, TextSize
from flexcare.trust.durable import write_durably

log = logging.getLogger(__name__)

_FILE_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True)
class ThisBed:
    """None and "" are for what the hospital has it.

    place: whose entry of the ward's signed list this tablet stands for, where that is not its own. entry: the mark of its own signed entry
    when that was said; another one, and it counts no more. loudest_percent: of full volume. night_until: a local ISO time with its zone.
    """

    place: OptionalIdentifier = ""
    entry: Annotated[str, Meta(max_length=64)] = ""
    language: Language | None = None
    text_size: TextSize | None = None
    palette: PaletteName | None = None
    easy: bool = False
    loudest_percent: Annotated[int, Meta(ge=0, le=100)] | None = None
    night_until: Annotated[str, Meta(max_length=40)] = ""
    out_of_order: bool = False

    def stands_for(self, compiled: CompiledWard, device: str) -> str:
        """Whose entry counts for the tablet that is enrolled as `device`."""
        counts = self.place in compiled.devices and self.entry == entry_mark(compiled, device)
        return self.place if counts else device


def moved(compiled: CompiledWard, device: str, place: str, out_of_order: bool) -> ThisBed:
    """The tablet stands at another bed now: nothing of what was set at the one before holds, but that the tablet is out of order."""
    at = "" if place == device else place
    return ThisBed(place=at, entry=entry_mark(compiled, device) if at else "", out_of_order=out_of_order)


def entry_mark(compiled: CompiledWard, device: str) -> str:
    """Tells one signed entry of a device from the next."""
    entry = (compiled.devices.get(device), compiled.own.get(device))
    return hashlib.sha256(msgspec.json.encode(entry, order="deterministic")).hexdigest()


def offer_at(offer: Offer, compiled: CompiledWard, device: str, bed: ThisBed) -> Offer:
    """The ward's offer with what the device's entry, or the one that it stands for, says otherwise, and over that what staff set."""
    place = bed.stands_for(compiled, device)
    offer = with_own(offer, compiled.own.get(place))
    own, other = compiled.devices.get(device), compiled.devices.get(place)
    if other is not None:
        # The screen is the tablet's, wherever it stands.
        offer = replace(offer, device=replace(other, diagonal_inches=own.diagonal_inches) if own is not None else other)
    return replace(_set(offer, bed), staff_key=compiled.staff.key)


def _set(offer: Offer, bed: ThisBed) -> Offer:
    language = bed.language if bed.language in offer.languages else None
    start = Start(language=language, text_size=bed.text_size or "standard", easy=bed.easy, out_of_order=bed.out_of_order)
    night = offer.night
    if night is not None and bed.palette == "contrast":
        # Who needs it by day needs it by night.
        night = replace(night, palette=bed.palette)
    return replace(offer, start=start, palette=bed.palette or offer.palette, night=night)


def read_bed(file: Path) -> ThisBed:
    """What was set; nothing where that cannot be read."""
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(_FILE_MAX_BYTES), type=ThisBed)
    except FileNotFoundError:
        return ThisBed()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        log.error("what staff set at this bed cannot be read; it is as the hospital has it")
        return ThisBed()


def write_bed(file: Path, bed: ThisBed) -> None:
    """Remember what was set. Raises OSError."""
    write_durably(file, msgspec.json.encode(bed))
