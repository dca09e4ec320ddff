"""What the guide knows of a programme, as a session reads it.

Moments are whole seconds since 1970 in UTC; a programme lasts from `start_s` until just before `stop_s`. `channel` is the number of the
channel in the ward's lineup; a shift of its guide is in the moments already.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A programme as it stands in a list or in the grid: where, when and what, in the language that was asked for or the source's own."""

    programme: int
    channel: int
    start_s: int
    stop_s: int
    title: str


@dataclass(frozen=True, slots=True)
class NowNext:
    """What a channel shows at a moment, and what follows; None where the guide does not know."""

    now: Slot | None
    next: Slot | None


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who took part: the role is XMLTV's own word (`director`, `actor`, ...)."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Programme:
    """All that the guide knows of one programme; "" and None for what it does not know.

    episode: as the source writes it for people, or made of xmltv_ns ("S2 E5"). year: of production. age: the least age in years that a
    rating asks for. stars: 0 to 1 of the best possible. languages: those in which the title is known (two letters).
    """

    slot: Slot
    subtitle: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    icon: str = ""
    episode: str = ""
    year: int | None = None
    age: int | None = None
    stars: float | None = None
    credits: tuple[Credit, ...] = ()
    is_repeat: bool = False
    is_premiere: bool = False
    is_live: bool = False
    languages: tuple[str, ...] = ()
