"""What a session and its visit say to each other. Both are inside the session's own tree, so content may stand here, and goes no further.

One message a packet of a SOCK_SEQPACKET socketpair, as JSON.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from flexcare.session.notice import TEXT_MAX_CHARS
from flexcare.session.offer import PaletteName

WORD_MAX_BYTES = 4096


class Word(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What every one of them has: its type."""


# To a visit.


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How everything looks here, as the patient chose it. `veil` is how much the brightness takes away, 0 to 1."""

    text_size: Literal["standard", "large", "largest"] = "standard"
    palette: PaletteName = "day"
    veil: Annotated[float, Meta(ge=0, le=1)] = 0.0
    reduce_motion: bool = False


class Open(Word, frozen=True, tag="open"):
    """Visit the web service of this name, from now on in this look."""

    service: Annotated[str, Meta(max_length=64)]
    look: Look


class Mute(Word, frozen=True, tag="mute"):
    """Be silent, or not any more: something else is on the screen."""

    silent: bool


class Remind(Word, frozen=True, tag="remind"):
    """Say in the frame that a programme begins, or, not shown, no more."""

    shown: bool
    title: Annotated[str, Meta(max_length=300)] = ""
    channel: Annotated[str, Meta(max_length=100)] = ""


class Say(Word, frozen=True, tag="say"):
    """Say in the frame what the hospital has to say; nothing any more where the text is empty."""

    text: Annotated[str, Meta(max_length=TEXT_MAX_CHARS)]


class Sound(Word, frozen=True, tag="sound"):
    """So loud the patient wants it, 0 to 100 of what the bed allows, or not at all; `speaker_off` until headphones are plugged in."""

    percent: Annotated[int, Meta(ge=0, le=100)]
    muted: bool = False
    speaker_off: bool = False


class Knock(Word, frozen=True, tag="knock"):
    """Say that you are there."""


class Large(Word, frozen=True, tag="large"):
    """The page takes too much memory; its process is ended now."""


# From a visit.


class Standing(Word, frozen=True, tag="standing"):
    """The visit is painted and empty, and can be opened at once."""


class Opened(Word, frozen=True, tag="opened"):
    """The service's name is painted; the page is on its way."""


class Here(Word, frozen=True, tag="here"):
    """The visit is there: the answer to a knock."""


class Used(Word, frozen=True, tag="used"):
    """Somebody touched it or pressed a key. At most one a second."""


class Reminded(Word, frozen=True, tag="reminded"):
    """The notice was closed, or the patient wants to watch what it is about."""

    watch: bool


class Unsaid(Word, frozen=True, tag="unsaid"):
    """What the hospital has to say was put away."""


class Turned(Word, frozen=True, tag="turned"):
    """The patient wants it so many steps louder."""

    steps: Annotated[int, Meta(ge=-1, le=1)]


class Hushed(Word, frozen=True, tag="hushed"):
    """The patient wants silence, or sound again."""


class Left(Word, frozen=True, tag="left"):
    """The patient wants to be elsewhere: at Home, or where they came from."""

    where: Literal["home", "back"]


ToVisit: TypeAlias = Open | Mute | Remind | Say | Sound | Knock | Large
FromVisit: TypeAlias = Standing | Opened | Here | Used | Reminded | Unsaid | Turned | Hushed | Left

_Kind = TypeVar("_Kind")
_encoder = msgspec.json.Encoder()
_to_visit: msgspec.json.Decoder[ToVisit] = msgspec.json.Decoder(ToVisit)
_from_visit: msgspec.json.Decoder[FromVisit] = msgspec.json.Decoder(FromVisit)


def encode(word: ToVisit | FromVisit) -> bytes:
    """A message as one packet."""
    return _encoder.encode(word)


def to_visit(packet: bytes) -> ToVisit | None:
    """What the session said; None where that is no message."""
    return _decoded(_to_visit, packet)


def from_visit(packet: bytes) -> FromVisit | None:
    """What the visit said; None where that is no message: it was taken over, and is ended."""
    return _decoded(_from_visit, packet)


def _decoded(decoder: msgspec.json.Decoder[_Kind], packet: bytes) -> _Kind | None:
    if len(packet) > WORD_MAX_BYTES:
        return None
    try:
        return decoder.decode(packet)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
