"""What single devices show otherwise than their ward: in a compiled ward only the values that differ, never a second offer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from msgspec import Meta

from flexcare.session.night import Night
from flexcare.session.offer import Language, Offer, PaletteName, Sound
from flexcare.session.settings import SessionSettings


@dataclass(frozen=True, slots=True)
class Own:
    """A device's own values; None for what is as in its ward. night: False for none, where the ward has one."""

    palette: PaletteName | None = None
    screen_off_minutes: Annotated[int, Meta(ge=1, le=1440)] | None = None
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)] | None = None
    sound: Sound | None = None
    session: SessionSettings | None = None
    night: Night | bool | None = None


_FIELDS = tuple(Own.__dataclass_fields__)


def own_of(offer: Offer, ward: Offer) -> Own | None:
    """What of a device's offer is otherwise than in its ward's; None where nothing is."""
    unlike = {name: getattr(offer, name) for name in _FIELDS if getattr(offer, name) != getattr(ward, name)}
    if "night" in unlike and unlike["night"] is None:
        unlike["night"] = False
    return Own(**unlike) if unlike else None


def with_own(offer: Offer, own: Own | None) -> Offer:
    """The ward's offer with a device's own values."""
    said = {name: value for name in _FIELDS if (value := getattr(own, name)) is not None} if own else {}
    if "night" in said and not isinstance(said["night"], Night):
        said["night"] = None
    return replace(offer, **said) if said else offer
