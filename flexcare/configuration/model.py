"""The configuration's own words: every table and key that hospital IT may write, its type, its limits and what it is for."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints, field_validator, model_validator

from flexcare.agreement.model import Agreement, Identifier, Line, Section, at_key
from flexcare.configuration.colour import ACCENT_CONTRAST, contrast_to_white
from flexcare.configuration.hosts import is_pattern
from flexcare.configuration.model_bedside import Night, Staff
from flexcare.configuration.model_services import CertificateFile, Service, Web
from flexcare.lineup.address import refusal
from flexcare.lineup.limits import ADDRESS_MAX_CHARS, BACKUPS_MAX, NUMBER_MAX

SCHEMA: Literal[1] = 1
ScreenLanguage = Literal["ar", "da", "de", "en"]
"""The languages that the screen's own words are translated into."""
CleaningLine = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60)]


class Site(Section):
    """Which hospital this is, for machines."""

    id: Identifier = Field(
        description="The site's own name: small letters, digits, hyphens. Tablets take configuration of their site only."
    )
    time_zone: str = Field(description="Where the hospital's clocks are, for example Europe/Copenhagen (IANA).")

    @field_validator("time_zone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, OSError, ValueError):
            raise ValueError("there is no such time zone") from None
        return value


class HospitalName(Section):
    """Which hospital this is, for patients."""

    name: str = Field(min_length=1, max_length=80, description="The name on the Welcome screen.")
    logo: str = Field(default="", max_length=255, description='A picture in `logos/` (PNG, JPEG, WebP or SVG), or "" for the name alone.')
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] | None = Field(
        default=None,
        description="One colour of the hospital, #RRGGBB, dark enough to be read on white; tablets darken it a little where they must.",
    )

    @field_validator("accent")
    @classmethod
    def _is_readable(cls, value: str | None) -> str | None:
        if value and contrast_to_white(value) < ACCENT_CONTRAST:
            what = f"cannot be read: its contrast to white is {contrast_to_white(value):.1f}, and {ACCENT_CONTRAST:g} is the least"
            raise at_key("", what, "take a darker colour of the hospital's")
        return value


class Look(Section):
    """What the screen looks like before a patient chooses otherwise."""

    palette: Literal["day", "night", "contrast"] = Field(default="day", description="The palette of a new session.")
    screen_off_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=15, description="Minutes untouched until the screen goes dark."
    )


class Languages(Section):
    """What a patient can read."""

    offered: list[ScreenLanguage] = Field(
        default_factory=lambda: list[ScreenLanguage](["en"]),
        min_length=1,
        max_length=32,
        description="Languages by their two letters (ISO 639-1), of those that the screen speaks; the first greets.",
    )

    @field_validator("offered")
    @classmethod
    def _each_once(cls, value: list[ScreenLanguage]) -> list[ScreenLanguage]:
        if len(set(value)) < len(value):
            raise at_key("", "a language comes twice", "keep one of the two")
        return value


class LineupSection(Section):
    """Where the channels come from."""

    sources: list[Line] = Field(
        min_length=1,
        max_length=16,
        description="Playlists: names of files in `lineups/`, or addresses by http or https. Later ones follow.",
    )


class Channels(Section):
    """What the hospital makes of the playlists. A channel is named by its name, its guide id (tvg-id), or its number in quotes."""

    hide: list[Line] = Field(default_factory=list, description="Channels that are left out.")
    order: list[Line] = Field(default_factory=list, description="Channels that come first, in this order; the others follow by number.")
    renumber: dict[str, Annotated[int, Field(ge=1, le=NUMBER_MAX)]] = Field(
        default_factory=dict, description="New numbers: channel = number. A number that another channel has is a fault."
    )
    backups: dict[str, Annotated[list[str], Field(max_length=BACKUPS_MAX)]] = Field(
        default_factory=dict, description="More addresses to try, in order, when a channel shows no picture: channel = [addresses]."
    )

    @field_validator("backups")
    @classmethod
    def _may_play(cls, value: dict[str, list[str]]) -> dict[str, list[str]]:
        for channel, addresses in value.items():
            for address in addresses:
                why_not = refusal(address)
                if why_not:
                    raise at_key(channel, why_not.text, why_not.cure)
        return value


class GuideSource(Section):
    """One XMLTV guide. Its address alone, in quotes, stands for a table that says no more."""

    address: str = Field(
        min_length=1, max_length=ADDRESS_MAX_CHARS, description="An address by http or https, or the name of a file in `guides/`."
    )
    shift_minutes: Annotated[int, Field(ge=-1440, le=1440)] = Field(
        default=0, description="Moves all its programmes, for a source that is wrong about its time zone."
    )


class Guide(Section):
    """Where the programme guide comes from, and how often tablets look for a newer one."""

    sources: list[GuideSource] = Field(
        default_factory=list,
        max_length=16,
        description="XMLTV guides, each a table or its address alone; where several know a channel, the first of them counts.",
    )
    from_playlists: bool = Field(
        default=True, description="Whether the guides that playlists name (x-tvg-url) follow, as far as their hosts are declared."
    )
    refresh_minutes: Annotated[int, Field(ge=15, le=7 * 24 * 60)] = Field(
        default=240, description="How often a tablet asks each source whether it has changed."
    )
    jitter_s: Annotated[int, Field(ge=0, le=3600)] = Field(default=600, description="How far tablets spread themselves around that.")
    days: Annotated[int, Field(ge=1, le=31)] = Field(default=14, description="How many days ahead are kept, where sources know so many.")

    @field_validator("sources", mode="before", json_schema_input_type=list[str | GuideSource])
    @classmethod
    def _addresses_alone(cls, value: object) -> object:
        return [{"address": one} if isinstance(one, str) else one for one in value] if isinstance(value, list) else value


class Hosts(Section):
    """Who may learn of a tablet's address and of what it plays. Multicast asks nobody and needs no entry."""

    own: list[str] = Field(
        default_factory=list, description="The hospital's own stream servers: names, *.names, addresses or networks like 10.20.0.0/16."
    )
    activities: dict[str, Identifier] = Field(
        default_factory=dict, description="Everybody else's: host = the processing activity of the agreement that covers it."
    )

    @model_validator(mode="after")
    def _are_patterns(self) -> Self:
        bad = ["own" for text in self.own if not is_pattern(text)] + ["activities" for text in self.activities if not is_pattern(text)]
        if bad:
            cure = "write a host's name in small letters, *.name, an address or a network, without http:// and path"
            raise at_key(bad[0], "something in it is no host", cure)
        return self


class Session(Section):
    """How a session lives and ends."""

    standby: bool = Field(default=True, description="Keep a second session painted and hidden, so that the next Welcome is there at once.")
    idle_minutes: Minutes = Field(default=240, description="A session that nobody touched for so long, with nothing playing, is cleared.")
    still_there_minutes: Minutes = Field(default=240, description="The same while something plays.")
    countdown_s: Annotated[int, Field(ge=60, le=600)] = Field(default=120, description='How long "Still there?" is shown before that.')
    daily_reset: Annotated[str, StringConstraints(pattern=r"^(never|([01][0-9]|2[0-3]):[0-5][0-9])$")] = Field(
        default="04:00", description='Local time, "HH:MM", from which an idle tablet is cleared once a day; "never" never does.'
    )
    quiet_minutes: Minutes = Field(default=30, description="What idle means for that: nothing touched for so long, and nothing playing.")
    memory_mib: Annotated[int, Field(ge=512, le=65536)] = Field(default=2048, description="The most memory of a session, in MiB.")
    tasks_max: Annotated[int, Field(ge=128, le=32768)] = Field(default=1024, description="The most tasks of a session.")
    writable_mib: Annotated[int, Field(ge=64, le=8192)] = Field(default=256, description="Size of each of its memory file systems, in MiB.")
    cleaning_s: Annotated[int, Field(ge=10, le=1800)] = Field(
        default=120, description='How long "Clear and clean" locks a tablet, at least as long as the disinfectant has to act.'
    )
    heartbeat_timeout_s: Annotated[int, Field(ge=3, le=120)] = Field(
        default=8, description="A session silent for so long is frozen and is replaced."
    )


class CleaningSection(Section):
    """How a tablet is cleaned between two patients, by "Clear and clean"."""

    steps: dict[ScreenLanguage, Annotated[list[CleaningLine], Field(max_length=5)]] = Field(
        default_factory=dict,
        description="The hospital's steps, five of 80 letters at most, in each language: da = [...]; without, tablets tell usual ones.",
    )


class SoundSection(Section):
    """How loud."""

    cap_percent: Annotated[int, Field(ge=0, le=100)] = Field(default=80, description="The loudest that can be chosen, of full volume.")
    start_percent: Annotated[int, Field(ge=0, le=100)] = Field(default=50, description="Where a new session begins, in percent of the cap.")


class FleetSection(Section):
    """How tablets learn of something new."""

    poll_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(default=15, description="How often a tablet looks for something new.")
    jitter_s: Annotated[int, Field(ge=0, le=3600)] = Field(default=60, description="How far tablets spread themselves around that.")
    broker: str = Field(
        default="",
        max_length=300,
        pattern=r"^((mqtt|mqtts)://[^\s/@:]+(:[0-9]{1,5})?)?$",
        description='The MQTT broker that nudges them, mqtts://host:port, or "" for polling alone. Passwords are enrolled, not published.',
    )
    broker_ca: CertificateFile = Field(
        default="",
        description="A file of this folder with the certificates (PEM) that the broker's must come from, or \"\" for the system's.",
    )


class DeviceSection(Section):
    """What holds for every tablet whose own entry in `devices.toml` does not say otherwise."""

    diagonal_inches: Annotated[float, Field(gt=3, lt=60)] | None = Field(
        default=None, description="The screen's diagonal in inches, where the display does not tell."
    )


class WardName(Section):
    """The ward, for people at the desk."""

    name: str = Field(default="", max_length=200, description="What the ward is called.")


class DeviceEntry(DeviceSection):
    """One table of `devices.toml`: where a tablet is."""

    ward: Identifier = Field(description="The ward it is in: a file of `wards/`, without .toml.")
    bed: str = Field(default="", max_length=80, description="Its own name, to say on the telephone; no two tablets share one.")
    look: Look = Field(default_factory=Look, description="What its screen looks like.")
    languages: Languages = Field(default_factory=Languages, description="Its languages, of those that its ward offers.")
    session: Session = Field(default_factory=Session, description="How its sessions live and end.")
    sound: SoundSection = Field(default_factory=SoundSection, description="How loud.")
    night: Night = Field(default_factory=Night, description="Its night hours.")


class Configuration(Section):
    """Everything that holds for one ward after region, hospital and ward are laid over each other."""

    schema_version: Literal[1] = Field(default=SCHEMA, alias="schema", description="The version of these words; 1.")
    site: Site = Field(description="Which hospital this is, for machines.")
    hospital: HospitalName = Field(description="Which hospital this is, for patients.")
    ward: WardName = Field(default_factory=WardName, description="The ward, for people at the desk.")
    look: Look = Field(default_factory=Look, description="What the screen looks like.")
    languages: Languages = Field(default_factory=Languages, description="What a patient can read.")
    lineup: LineupSection = Field(description="Where the channels come from.")
    channels: Channels = Field(default_factory=Channels, description="What the hospital makes of the playlists.")
    guide: Guide = Field(default_factory=Guide, description="Where the programme guide comes from.")
    hosts: Hosts = Field(default_factory=Hosts, description="Who may learn of a tablet's address and channel.")
    services: dict[Identifier, Service] = Field(
        min_length=1, description="What a patient can do, in the order of Home's tiles; each under a name of its own."
    )
    web: Web = Field(default_factory=Web, description="What holds for all web services.")
    session: Session = Field(default_factory=Session, description="How a session lives and ends.")
    cleaning: CleaningSection = Field(default_factory=CleaningSection, description="How a tablet is cleaned between two patients.")
    sound: SoundSection = Field(default_factory=SoundSection, description="How loud.")
    night: Night = Field(default_factory=Night, description="Night hours.")
    staff: Staff = Field(default_factory=Staff, description="The staff's part of a tablet.")
    fleet: FleetSection = Field(default_factory=FleetSection, description="How tablets learn of something new.")
    device: DeviceSection = Field(default_factory=DeviceSection, description="What holds for every tablet.")
    agreement: Agreement = Field(description="The data processing agreement.")


WARD_MAY_SET = ("schema", "ward", "look", "languages", "lineup", "channels", "services", "session", "cleaning", "sound", "night", "device")
"""The tables that a ward's own file may hold; the others are the hospital's alone."""
DEVICE_MAY_SET = ("look", "languages", "session", "sound", "night")
"""The tables that a device's entry may hold, beside its own keys."""
NOT_ABOVE_A_WARD = ("ward",)
SECTIONS = tuple(field.alias or name for name, field in Configuration.model_fields.items())
