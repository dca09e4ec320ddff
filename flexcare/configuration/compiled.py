"""What is published for one ward and taken by its tablets: the compiled ward, version 1.

A compiled ward is one JSON file (a signed target); the pictures and pages that it names are targets of their own, by hash.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.configuration.own import Own
from flexcare.lineup.limits import ADDRESS_MAX_CHARS
from flexcare.session.offer import CERTIFICATES_MAX_CHARS, OFFER_MAX_BYTES, Device, Offer
from flexcare.staff.settings import StaffSettings

COMPILED_VERSION: Literal[1] = 1
COMPILED_MAX_BYTES = OFFER_MAX_BYTES
GUIDE_FEEDS_MAX = 16

Identifier = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,62}\Z")]
OptionalIdentifier = Annotated[str, Meta(pattern=r"\A([a-z0-9][a-z0-9-]{0,62})?\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Serial = Annotated[int, Meta(ge=1, le=2**53)]


@dataclass(frozen=True, slots=True)
class Instruction:
    """Who instructed the processor to use this configuration, why and when (article 28(3)(a)): local ISO time with its zone."""

    author: Annotated[str, Meta(min_length=1, max_length=120)]
    reason: Annotated[str, Meta(min_length=1, max_length=500)]
    at: str


@dataclass(frozen=True, slots=True)
class Fleet:
    """How tablets look for something newer: so often, spread by so much, and the broker that nudges them ("" for none).

    broker_ca: the certificates to believe of it, as PEM; "" for the system's.
    """

    poll_minutes: Annotated[int, Meta(ge=1, le=1440)] = 15
    jitter_s: Annotated[int, Meta(ge=0, le=3600)] = 60
    broker: str = ""
    broker_ca: Annotated[str, Meta(max_length=CERTIFICATES_MAX_CHARS)] = ""


@dataclass(frozen=True, slots=True)
class GuideFeed:
    """One XMLTV guide: at an address, or, where that is "", an asset of the publication by its SHA-256. shift_minutes moves it."""

    address: Annotated[str, Meta(max_length=ADDRESS_MAX_CHARS)] = ""
    asset: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    shift_minutes: Annotated[int, Meta(ge=-1440, le=1440)] = 0


@dataclass(frozen=True, slots=True)
class Guide:
    """Where tablets get the programme guide from, the first source first, how often they look, spread by how much, and for how long."""

    sources: Annotated[tuple[GuideFeed, ...], Meta(max_length=GUIDE_FEEDS_MAX)] = ()
    refresh_minutes: Annotated[int, Meta(ge=15, le=7 * 24 * 60)] = 240
    jitter_s: Annotated[int, Meta(ge=0, le=3600)] = 600
    days: Annotated[int, Meta(ge=1, le=31)] = 14


@dataclass(frozen=True, slots=True)
class CompiledWard:
    """Everything that the tablets of one ward need.

    site, ward: whose it is; a tablet takes only its own. serial: counts up with every publication of the site.
    offer: what sessions show, before dates are looked at; `agreement_from` and `agreement_to` (ISO dates, inclusive, in the hospital's
    `time_zone` of the IANA database) bound what rests on the agreement: the streams of `resting_hosts` and their notice.
    `flexcare.configuration.in_force` says what is left outside those days. devices: each device's own name and screen, by its
    identifier. own: what some devices show otherwise than `offer`, by the same. assets: the SHA-256 of every picture that the offer names,
    by the name that it has in the offer; the target of each is `assets/HASH`. fleet: how tablets look for something newer. staff: the
    hospital's settings for them. pins: what is kept of the staff's PINs (`flexcare.staff.kept`), by role; of no use without the site's
    pepper, which is never published. guide: where the programme guide comes from; sources at resting hosts rest with them.
    """

    site: Identifier
    ward: Identifier
    serial: Serial
    instruction: Instruction
    offer: Offer
    devices: dict[Identifier, Device]
    assets: dict[str, Sha256]
    agreement_from: str
    agreement_to: str
    time_zone: str = "UTC"
    resting_hosts: tuple[str, ...] = ()
    fleet: Fleet = field(default_factory=Fleet)
    staff: StaffSettings = field(default_factory=StaffSettings)
    own: dict[Identifier, Own] = field(default_factory=dict)
    pins: Annotated[dict[Identifier, str], Meta(max_length=8)] = field(default_factory=dict, repr=False)
    guide: Guide = field(default_factory=Guide)
    version: Literal[1] = COMPILED_VERSION

    @property
    def digests(self) -> frozenset[str]:
        """The SHA-256 of every asset that its tablets fetch: pictures, and guides that lie in the publication."""
        return frozenset((*self.assets.values(), *(source.asset for source in self.guide.sources if source.asset)))


def to_bytes(compiled: CompiledWard) -> bytes:
    """The target's content; the same ward always gives the same bytes."""
    return msgspec.json.encode(compiled, order="deterministic")


def from_bytes(data: bytes) -> CompiledWard:
    """Read a target. Raises msgspec.DecodeError (msgspec.ValidationError among it), with the place in its text."""
    return msgspec.json.decode(data, type=CompiledWard)
