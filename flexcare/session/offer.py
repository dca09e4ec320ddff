"""What a session is offered by its ward: the typed, versioned content of a ward folder's `offer.json`.

Plain frozen dataclasses, so that the screen can read them without anything heavy; `msgspec` validates them on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from msgspec import Meta

from flexcare.lineup.channel import Channel
from flexcare.session.night import Night
from flexcare.session.privacy import PrivacyNotice
from flexcare.session.settings import SessionSettings
from flexcare.session.web_service import WebService

VERSION: Literal[1] = 1
OFFER_FILE = "offer.json"
LOGO_FOLDER = "logos"
OFFER_MAX_BYTES = 16 * 1024 * 1024
CERTIFICATES_MAX_CHARS = 64 * 1024

Language = Annotated[str, Meta(pattern=r"^[a-z]{2}$")]
Colour = Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
Percent = Annotated[int, Meta(ge=0, le=100)]
PaletteName = Literal["day", "night", "contrast"]
CLEANING_STEPS_MAX = 5
CleaningStep = Annotated[str, Meta(min_length=1, max_length=80)]
TextSize = Literal["standard", "large", "largest"]
TileKind = Literal["tv", "radio", "web"]


@dataclass(frozen=True, slots=True)
class Hospital:
    """Whose tablet this is: its name on Welcome, the name of a logo file inside `logos/` or "", one accent colour."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    logo: str = ""
    accent: Colour | None = None


@dataclass(frozen=True, slots=True)
class Sound:
    """How loud: `cap_percent` of the player's full volume is the loudest a patient can choose; `start_percent` is of that cap."""

    cap_percent: Percent = 80
    start_percent: Percent = 50


@dataclass(frozen=True, slots=True)
class Device:
    """The tablet itself: the name to say on the phone to IT, and its screen's diagonal where the display does not tell."""

    name: str = ""
    diagonal_inches: Annotated[float, Meta(gt=3, lt=60)] | None = None


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The hospital's own steps for cleaning a tablet, by language; where there are none for a language, the screen tells usual ones."""

    steps: dict[Language, Annotated[tuple[CleaningStep, ...], Meta(max_length=CLEANING_STEPS_MAX)]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """How a session begins at this bed, as staff set it there: Welcome's language (None for the first that is offered), the text size,
    easy mode, and whether the tablet is out of order, which Welcome says then and nothing else.
    """

    language: Language | None = None
    text_size: TextSize = "standard"
    easy: bool = False
    out_of_order: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of Home. `service` names the web service that a `web` tile opens."""

    kind: TileKind
    service: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that a session shows, and nothing about who uses it. staff_key: calls staff, by its name in xkbcommon; "" for none.

    web_ca: certificates (PEM) of authorities that web pages may prove themselves by, besides those that browsers know; "" for none.
    """

    hospital: Hospital
    channels: tuple[Channel, ...]
    version: Literal[1] = VERSION
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)] = ("en", "da", "de", "ar")
    palette: PaletteName = "day"
    sound: Sound = field(default_factory=Sound)
    device: Device = field(default_factory=Device)
    tiles: tuple[Tile, ...] = (Tile("tv"), Tile("radio"))
    screen_off_minutes: Annotated[int, Meta(ge=1, le=1440)] = 15
    session: SessionSettings = field(default_factory=SessionSettings)
    privacy: PrivacyNotice | None = None
    cleaning: Cleaning = field(default_factory=Cleaning)
    services: Annotated[tuple[WebService, ...], Meta(max_length=64)] = ()
    night: Night | None = None
    start: Start = field(default_factory=Start)
    staff_key: Annotated[str, Meta(max_length=40)] = ""
    web_ca: Annotated[str, Meta(max_length=CERTIFICATES_MAX_CHARS)] = ""
