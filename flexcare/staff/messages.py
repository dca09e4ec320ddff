"""What the supervisor and the staff program say to each other: typed, closed, one message a packet, as JSON.

A PIN travels here and nowhere else: from the pad's process to the supervisor, over a socketpair that only these two hold. Each role's own
messages lie in a module of their own.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from flexcare.staff.it_messages import FromIt, ToIt
from flexcare.staff.nurse_messages import FromNurse, ToNurse
from flexcare.staff.pin import DIGITS_MAX
from flexcare.staff.words import NotStaff, Word

MESSAGE_MAX_BYTES = 64 * 1024
Seconds = Annotated[int, Meta(ge=0, le=40 * 24 * 3600)]


# From the staff program.


class Ready(Word, tag="ready", frozen=True):
    """The pad is painted."""


class Entered(Word, tag="entered", frozen=True):
    """A PIN was entered. It cannot be printed."""

    pin: Annotated[str, Meta(pattern=r"\A[0-9]+\Z", max_length=DIGITS_MAX)]

    def __repr__(self) -> str:
        return "Entered()"

    __str__ = __repr__


class Touched(Word, tag="touched", frozen=True):
    """Somebody touched the program, so it stays. At most one a second."""


class Left(Word, tag="left", frozen=True):
    """Back to the patient."""


FromStaff: TypeAlias = Ready | Entered | Touched | Left | FromNurse | FromIt


# To the staff program.


class Pad(Word, tag="pad", frozen=True):
    """How the pad stands. wrong: the PIN just entered was nobody's. wait_s: until the next try. shut: no PIN can be tried at all."""

    wrong: bool = False
    wait_s: Seconds = 0
    shut: bool = False


ToStaff: TypeAlias = Pad | ToNurse | ToIt


_Kind = TypeVar("_Kind")
_from: msgspec.json.Decoder[FromStaff] = msgspec.json.Decoder(FromStaff)
_to: msgspec.json.Decoder[ToStaff] = msgspec.json.Decoder(ToStaff)


def encode(word: FromStaff | ToStaff) -> bytes:
    """A message as one packet."""
    return msgspec.json.encode(word)


def from_staff(packet: bytes) -> FromStaff:
    """What the staff program said. Raises `NotStaff`, which never repeats what was said."""
    return _decode(_from, packet)


def to_staff(packet: bytes) -> ToStaff:
    """What the supervisor said. Raises `NotStaff`."""
    return _decode(_to, packet)


def _decode(decoder: msgspec.json.Decoder[_Kind], packet: bytes) -> _Kind:
    if len(packet) > MESSAGE_MAX_BYTES:
        raise NotStaff("a message is too long")
    try:
        return decoder.decode(packet)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotStaff("a message cannot be understood") from None
