"""What a tablet tells the desk: which configuration and software it runs and whether all is well. Nothing about use, and no free text."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.errors import Alarm as NotTaken
from flexcare.instructions.deciding import Outcome

STATUS_MAX_BYTES = 600
ALARMS_MAX = 16

Problem = NotTaken | Literal["unusable"]
State = Literal["ok", "gone"] | Problem
"""unreachable, refused, expired, unwritable: `flexcare.errors`. unusable: it was taken and cannot be shown. gone: nobody is there."""


Alarm = Problem | Literal["clock", "not-erased", "staff-locked", "guide-stale", "instructions", "sound", "headphones"]
"""clock: it is behind the hospital's. not-erased: this kernel does not erase freed memory. staff-locked: many wrong tries at the PIN pad.
guide-stale: the programme guide is old. instructions: they could not be taken or written down.
sound: the machine's volume cannot be set any more. headphones: only these may be heard
now, and nobody can tell whether they are plugged in."""


class Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A retained status, and as the last will the state "gone". serial: of the configuration in force, 0 for none.

    alarms: everything that is wrong. instruction, outcome: the last of the hospital's instructions for this tablet, and how it ended.
    """

    serial: Annotated[int, Meta(ge=0, le=2**53)]
    software: Annotated[str, Meta(pattern=r"\A[0-9][0-9A-Za-z.+-]{0,39}\Z")]
    state: State
    alarms: Annotated[tuple[Alarm, ...], Meta(max_length=ALARMS_MAX)] = ()
    instruction: Annotated[int, Meta(ge=0, le=2**31)] = 0
    outcome: Outcome = "none"


def to_bytes(status: Status) -> bytes:
    """The payload."""
    return msgspec.json.encode(status)


def from_bytes(data: bytes) -> Status | None:
    """Read a payload; None for whatever is none of ours."""
    if len(data) > STATUS_MAX_BYTES:
        return None
    try:
        return msgspec.json.decode(data, type=Status)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
