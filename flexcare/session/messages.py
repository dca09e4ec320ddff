"""All that a session and its supervisor can say to each other: a closed, versioned set of typed messages.

None of them has room for a text, an address, a channel, a page or a search; `tests/flexcare/session/test_messages.py` walks the
types and says so. They travel over a socketpair of type SOCK_SEQPACKET, one message a packet, as JSON.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from flexcare.errors import FlexCareError

VERSION: Literal[1] = 1
MESSAGE_MAX_BYTES = 256

COUNT_MAX = 1_000_000
Count = Annotated[int, Meta(ge=0, le=COUNT_MAX)]
Seconds = Annotated[int, Meta(ge=0, le=3600)]
Moment = Annotated[int, Meta(ge=0, le=32_503_680_000)]
"""Seconds since 1970, until the year 3000."""


class Message(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What every message has: its type."""


# From a session.


class Ready(Message, tag="ready", frozen=True):
    """The session has painted and can be shown. The first thing that it says."""

    version: Literal[1] = VERSION


class Shown(Message, tag="shown", frozen=True):
    """The first frame after `Show` is on the screen."""


class Heartbeat(Message, tag="heartbeat", frozen=True):
    """The session's event loop turns. Sent every second, in standby too."""


class Touched(Message, tag="touched", frozen=True):
    """Somebody touched the tablet or pressed a key. At most one a second; the first touch makes the session one in use."""


class Playing(Message, tag="playing", frozen=True):
    """Whether something plays now, or is meant to. Sent on change."""

    playing: bool


class Visiting(Message, tag="visiting", frozen=True):
    """Whether a web visit is to be seen in the session's place. Not to what."""

    open: bool


class EndRequested(Message, tag="end-requested", frozen=True):
    """The patient asked for the end of the session, and confirmed it. clean: the tablet is to be locked for cleaning afterwards."""

    clean: bool = False


class StaffExpected(Message, tag="staff-expected", frozen=True):
    """The clock is being pressed for longer than a touch takes: staff may be asked for in a moment."""


class StaffRequested(Message, tag="staff-requested", frozen=True):
    """The clock was pressed for as long as staff do. started: whether somebody has begun a session; that press is no such beginning."""

    started: bool = True


class StreamTrouble(Message, tag="stream-trouble", frozen=True):
    """How often streams failed since the last such message. Not which."""

    count: Count


class Stuck(Message, tag="stuck", frozen=True):
    """The player cannot play anything more in this process; it wants to be replaced."""


FromSession: TypeAlias = (
    Ready | Shown | Heartbeat | Touched | Playing | Visiting | EndRequested | StaffExpected | StaffRequested | StreamTrouble | Stuck
)


# To a session.


class Show(Message, tag="show", frozen=True):
    """You are on the screen from now on. The session's memory (`flexcare.session.memory`) comes with it as a file descriptor.

    resumed: the session before crashed and the memory holds what the same patient should find again.
    cleared_at: when the tablet was last cleared, or None where that could not be proved or never happened.
    cleaning_s: how long the tablet is still locked for cleaning; 0 for not at all.
    """

    version: Literal[1] = VERSION
    resumed: bool = False
    cleared_at: Moment | None = None
    cleaning_s: Seconds = 0


class AskStillThere(Message, tag="ask-still-there", frozen=True):
    """Ask whether somebody is still there, counting down from `seconds`; a touch is answered by `Touched`."""

    seconds: Seconds


class StopAsking(Message, tag="stop-asking", frozen=True):
    """Somebody is there, or the question has no more meaning."""


class Renewed(Message, tag="renewed", frozen=True):
    """Something beside the offer in the ward folder was replaced: look at it again. What is new does not travel in the message."""

    what: Literal["guide", "notice"]


class Conditions(Message, tag="conditions", frozen=True):
    """How it is at the bed now: before `Show`, and whenever it changes.

    night: whether it is night. What the session itself has to hold, because nothing outside does: loudest_percent, the loudest that it
    plays, of its player's full volume; light_percent, how bright it shows itself. silent: the speaker is off until there are headphones.
    """

    night: bool = False
    loudest_percent: Annotated[int, Meta(ge=0, le=100)] = 100
    light_percent: Annotated[int, Meta(ge=5, le=100)] = 100
    silent: bool = False


ToSession: TypeAlias = Show | AskStillThere | StopAsking | Renewed | Conditions


class Nonsense(FlexCareError):
    """What came over the socket is no message of this version; the session that sent it is replaced."""


_Kind = TypeVar("_Kind")
_encoder = msgspec.json.Encoder()
_from_session: msgspec.json.Decoder[FromSession] = msgspec.json.Decoder(FromSession)
_to_session: msgspec.json.Decoder[ToSession] = msgspec.json.Decoder(ToSession)


def encode(message: FromSession | ToSession) -> bytes:
    """A message as one packet of at most MESSAGE_MAX_BYTES."""
    return _encoder.encode(message)


def from_session(packet: bytes) -> FromSession:
    """What a session said. Raises Nonsense, which never repeats what was said."""
    return _decode(_from_session, packet)


def to_session(packet: bytes) -> ToSession:
    """What the supervisor said. Raises Nonsense."""
    return _decode(_to_session, packet)


def _decode(decoder: msgspec.json.Decoder[_Kind], packet: bytes) -> _Kind:
    if len(packet) > MESSAGE_MAX_BYTES:
        raise Nonsense("a message is too long")
    try:
        return decoder.decode(packet)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Nonsense("a message cannot be understood") from None
