"""What is wrong with the television at this bed: from measured facts to one sentence for the nurse. Pure.

Nothing here knows what is being watched. The head-ends that are asked are those of the whole lineup, whoever lies in the bed and whatever
is on, and of the session only the count of streams that failed is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from flexcare.clock import Clock

BREAKS_OFTEN = 3
"""A stream fails now and then; so many within TROUBLE_WINDOW_S is what somebody sees who lies in front of it."""
TROUBLE_WINDOW_S = 600

SoundState = Literal["unknown", "ok", "muted", "silent", "none"]
"""silent: the volume is at 0. none: there is nothing that could sound. unknown: it was not looked for."""


class State(StrEnum):
    """How one part of the way to the television is."""

    OK = "ok"
    ABSENT = "absent"
    """There is none: no cable, no address, no gateway."""
    UNKNOWN_NAME = "unknown-name"
    """The name servers know no such host, or do not answer."""
    REFUSED = "refused"
    """The host is there and lets nobody in."""
    SILENT = "silent"
    """No answer in time."""
    NO_PICTURE = "no-picture"
    """It answered, and sent no stream."""
    UNASKED = "unasked"
    """It was not looked at."""


class Part(StrEnum):
    """What was looked at, from the wall to the picture."""

    LINK = "link"
    ADDRESS = "address"
    GATEWAY = "gateway"
    NAMES = "names"
    STREAM = "stream"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Figure:
    """What one look gave, for IT. ms: until it was answered or given up. bytes: of a stream. place: a host and port of the network.

    `place` is for the screen in front of whoever looks, and goes nowhere else.
    """

    part: Part
    state: State
    ms: int = 0
    bytes: int = 0
    place: str = ""


class Verdict(StrEnum):
    """The sentence for the nurse; its words are on the screen's side."""

    NO_CABLE = "no-cable"
    NO_ADDRESS = "no-address"
    NO_GATEWAY = "no-gateway"
    NO_NAMES = "no-names"
    NO_HEAD_END = "no-head-end"
    NO_STREAM = "no-stream"
    SOME_STREAMS = "some-streams"
    NO_SOUND = "no-sound"
    MUTED = "muted"
    SILENT = "silent"
    BREAKS = "breaks"
    FINE = "fine"


def verdict(figures: tuple[Figure, ...], sound: SoundState = "unknown", troubles: int = 0) -> Verdict:
    """The one thing to do or to tell. troubles: how often streams failed at this tablet in the last TROUBLE_WINDOW_S.

    Where every head-end sends, the network is well whatever its parts say: a gateway that answers nobody is no fault.
    """
    streams = [figure.state for figure in figures if figure.part is Part.STREAM]
    sending = sum(state in (State.OK, State.UNASKED) for state in streams)
    if sending < len(streams) or not streams:
        of_network = _of_network(figures, streams, some=sending > 0)
        if of_network is not None:
            return of_network
    if sound in _OF_SOUND:
        return _OF_SOUND[sound]
    return Verdict.BREAKS if troubles >= BREAKS_OFTEN else Verdict.FINE


def _of_network(figures: tuple[Figure, ...], streams: list[State], *, some: bool) -> Verdict | None:
    """The part nearest to the bed that fails; None for none."""
    if some:
        return Verdict.SOME_STREAMS
    states: dict[Part, State] = {figure.part: figure.state for figure in figures if figure.part is not Part.STREAM}
    for part, word in _OF_PARTS:
        if states.get(part, State.UNASKED) not in (State.OK, State.UNASKED):
            return word
    if not streams:
        return None
    return Verdict.NO_STREAM if State.NO_PICTURE in streams else Verdict.NO_HEAD_END


_OF_PARTS = (
    (Part.LINK, Verdict.NO_CABLE),
    (Part.ADDRESS, Verdict.NO_ADDRESS),
    (Part.GATEWAY, Verdict.NO_GATEWAY),
    (Part.NAMES, Verdict.NO_NAMES),
)
_OF_SOUND: dict[SoundState, Verdict] = {"none": Verdict.NO_SOUND, "muted": Verdict.MUTED, "silent": Verdict.SILENT}


class Troubles:
    """How often streams failed lately. It keeps counts and moments, and forgets them with the session."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counted: list[tuple[float, int]] = []

    def add(self, count: int) -> None:
        """The session said that streams failed so often. What it says within a second is one: a hostile one says it all the time."""
        now_s, within = self._clock.monotonic_s(), self._within()
        if within and now_s - within[-1][0] < 1:
            within[-1] = (within[-1][0], within[-1][1] + count)
        else:
            within.append((now_s, count))
        self._counted = within

    def lately(self) -> int:
        """How often within the last TROUBLE_WINDOW_S."""
        return sum(count for _, count in self._within())

    def forget(self) -> None:
        """A new session begins with none."""
        self._counted = []

    def _within(self) -> list[tuple[float, int]]:
        since_s = self._clock.monotonic_s() - TROUBLE_WINDOW_S
        return [(moment_s, count) for moment_s, count in self._counted if moment_s > since_s]
