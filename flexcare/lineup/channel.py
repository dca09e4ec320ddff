"""What a playlist becomes: channels in a lineup, and the problems found on the way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stream:
    """One address that a channel can be played from, with the few options the allow-list lets through."""

    address: str
    user_agent: str = ""
    referrer: str = ""
    caching_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Catchup:
    """What a playlist says about watching earlier programmes: kept as read, used by nobody yet."""

    mode: str
    source: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One television or radio channel as the patient knows it.

    `number` is what is typed on a remote control and is unique in its lineup. `guide_id` may be shared by several
    channels. `backups` are tried in order when `stream` shows no picture. `guide_shift_minutes` moves the guide.
    `properties` are `#KODIPROP` pairs, kept aside and never handed to a player.
    """

    number: int
    name: str
    stream: Stream
    backups: tuple[Stream, ...] = ()
    guide_id: str = ""
    guide_name: str = ""
    guide_shift_minutes: int = 0
    groups: tuple[str, ...] = ()
    radio: bool = False
    logo: str = ""
    catchup: Catchup | None = None
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lineup:
    """The channels of one playlist in the order in which a patient zaps, and where their guide is."""

    channels: tuple[Channel, ...]
    guide_addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a playlist that is not as it should be: its line (1 is the first), what, and the cure."""

    line: int
    text: str
    cure: str
