"""From a source's folder to one compiled ward for each ward, or to all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from flexcare.agreement.coverage import today
from flexcare.agreement.model import IDENTIFIER, Agreement
from flexcare.clock import Clock, SystemClock
from flexcare.configuration import crosscheck, model
from flexcare.configuration.authorities import Authorities, check_authority
from flexcare.configuration.broker import check_broker
from flexcare.configuration.compiled import CompiledWard, Fleet, Guide, Instruction
from flexcare.configuration.faults import Fault, Faults, did_you_mean
from flexcare.configuration.guide import Guides
from flexcare.configuration.layers import Layer
from flexcare.configuration.model_services import Service
from flexcare.configuration.notice import privacy_notice
from flexcare.configuration.pictures import Fetch, Pictures, fetch_picture
from flexcare.configuration.playlists import Playlists, Read
from flexcare.configuration.rules import apply_rules, joined
from flexcare.configuration.secrets import find_secrets
from flexcare.configuration.settings import own_settings, settings, staff_settings
from flexcare.configuration.source import KNOWN, PAGES, Source, read_folder
from flexcare.configuration.streams import Resting, resting
from flexcare.configuration.validate import Tables, check_ward_tables, read_devices, validated
from flexcare.configuration.web import tiles, web_services
from flexcare.errors import SourceFaulty
from flexcare.lineup.channel import Channel
from flexcare.lineup.source import read_source
from flexcare.session.offer import OFFER_MAX_BYTES, Cleaning, Device, Hospital, Offer
from flexcare.session.ward_writer import LOGO_MAX_BYTES, LOGOS_MAX_BYTES

DRAFT = Instruction("nobody yet", "not published", "")
"""What stands in a ward until its publisher says who published it, why and when; the serial is 1 as long."""
PAGE_MAX_BYTES = 1024 * 1024
CHANNELS_MAX_BYTES = OFFER_MAX_BYTES - 2 * 1024**2
"""What the channels of a ward may take of a compiled ward; the rest is for the notice, the devices and the like."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What is published: wards by name, without serial and instruction, and the pictures that they name, by SHA-256."""

    site: str
    wards: dict[str, CompiledWard]
    assets: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Checked:
    """All faults and notes of a source, what it compiles to (None with faults), and what every ward's values are."""

    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]
    compiled: Compiled | None
    source: Source
    tables: dict[str, Tables]
    devices: dict[str, model.DeviceEntry]


@dataclass(frozen=True, slots=True)
class _Lineup:
    """The channels that come out of the same tables, for all wards that share these."""

    channels: tuple[Channel, ...]
    resting: Resting
    assets: dict[str, str]
    guide: Guide
    held: tuple[object, ...] = field(repr=False)
    """The tables themselves: as long as they are held, their identity means them."""


def compile_site(folder: Path, clock: Clock | None = None) -> Compiled:
    """Compile a source. Raises `SourceUnusable`, or `SourceFaulty` with all faults."""
    checked = check_source(folder, clock or SystemClock())
    if checked.compiled is None:
        raise SourceFaulty(checked.faults, place=str(folder))
    return checked.compiled


def check_source(folder: Path, clock: Clock, *, read: Read = read_source, fetch: Fetch = fetch_picture) -> Checked:
    """Find all faults of a source and compile it. Playlists and logos by web address are fetched, within limits.

    Raises `SourceUnusable` where there is no source. The date rules look at the day that it is at the hospital now.
    """
    faults = Faults()
    source = read_folder(folder, faults)
    _check_folder(source, faults)
    devices = read_devices(source.devices, faults)
    tables: dict[str, Tables] = {}
    compiled = None
    if source.above:
        tables = _tables(source, faults)
        site = next(iter(tables.values())).get("site") if tables else None
        crosscheck.check_devices(devices, source.wards, Tables((source.devices,), source.devices.data, {}), faults)
        on = today(clock.now(), site.time_zone) if site else clock.now().date()
        pictures = Pictures(folder, fetch, faults)
        guides = Guides(folder, pictures.assets, faults)
        playlists = Playlists(folder, read, faults)
        compiled = _Compiler(source, tables, devices, on, faults, playlists, pictures, Authorities(folder), guides).run()
    found = faults.faults
    return Checked(found, faults.notes, None if found else compiled, source, tables, devices)


def _tables(source: Source, faults: Faults) -> dict[str, Tables]:
    shared = validated(source.above, faults)
    for layer in source.above:
        for key in model.NOT_ABOVE_A_WARD:
            if key in layer.data:
                faults.add(Fault(layer.file, layer.lines.of((key,)), key, "is a ward's own", "set it in wards/NAME.toml"))
    tables = {}
    for name, layer in source.wards.items():
        if not re.fullmatch(IDENTIFIER, name):
            cure = "use small letters, digits and hyphens"
            faults.add(Fault(layer.file, 0, "", "a ward cannot be called so", cure))
        check_ward_tables(layer, faults)
        tables[name] = validated((*source.above, layer), faults, shared)
    return tables


def _check_folder(source: Source, faults: Faults) -> None:
    """Look for secrets in all that is published, and for files that nobody reads because their name is wrong."""
    layers: Iterable[Layer] = (*source.above, *source.wards.values(), source.devices)
    for layer in layers:
        find_secrets(layer.text, layer.file, faults)
    for path in sorted((source.folder / PAGES).rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                text = file.read(PAGE_MAX_BYTES).decode(errors="replace")
            find_secrets(text, path.relative_to(source.folder).as_posix(), faults)
    for path in sorted(source.folder.glob("*.toml")):
        if path.name not in KNOWN:
            faults.add(Fault(path.name, 0, "", "no part of FlexCare reads this file", did_you_mean(path.name, KNOWN) or "remove it"))


@dataclass(slots=True)
class _Compiler:
    source: Source
    tables: dict[str, Tables]
    devices: dict[str, model.DeviceEntry]
    on: date
    faults: Faults
    playlists: Playlists
    pictures: Pictures
    authorities: Authorities
    guides: Guides
    lineups: dict[tuple[int, ...], _Lineup] = field(default_factory=dict)
    checked: dict[tuple[object, ...], object] = field(default_factory=dict)

    def run(self) -> Compiled | None:
        by_ward: dict[str, dict[str, model.DeviceEntry]] = {name: {} for name in self.tables}
        for name, device in self.devices.items():
            if device.ward in by_ward:
                by_ward[device.ward][name] = device
        wards = {name: ward for name, tables in self.tables.items() if (ward := self._ward(name, tables, by_ward[name]))}
        site = next(iter(wards.values())).site if wards else ""
        return Compiled(site, wards, self.pictures.assets) if site else None

    def _ward(self, name: str, tables: Tables, devices: Mapping[str, model.DeviceEntry]) -> CompiledWard | None:
        self._cross_check(tables)
        lineup = self._lineup(name, tables)
        if lineup is None or any(key not in tables.read for key in model.SECTIONS):
            return None
        agreement: Agreement = tables.get("agreement")
        hospital = self._hospital(tables)
        offer = self._offer(tables, hospital, lineup)
        reference, fleet = agreement.reference, tables.get("fleet")
        logo = {hospital.logo: self.pictures.hash_of(hospital.logo)} if hospital.logo else {}
        inches = tables.get("device").diagonal_inches
        return CompiledWard(
            site=tables.get("site").id,
            ward=name,
            serial=1,
            instruction=DRAFT,
            offer=offer,
            devices={key: Device(device.bed, device.diagonal_inches or inches) for key, device in devices.items()},
            assets={**lineup.assets, **logo},
            agreement_from=reference.valid_from.isoformat(),
            agreement_to=reference.valid_to.isoformat(),
            time_zone=tables.get("site").time_zone,
            resting_hosts=tuple(sorted(lineup.resting.hosts)),
            guide=lineup.guide,
            fleet=Fleet(fleet.poll_minutes, fleet.jitter_s, fleet.broker, self.authorities.read(fleet.broker_ca)),
            staff=staff_settings(tables.get("staff")),
            own=own_settings(tables, offer, self.source.devices, devices, self.faults),
        )

    def _cross_check(self, tables: Tables) -> None:
        """Check what lies across tables, once for all wards that share them."""
        languages = tables.get("languages")
        shared = tuple(tables.get(key) for key in ("services", "agreement", "hosts", "hospital", "fleet", "web"))
        key = (*map(id, shared), tuple(languages.offered) if languages else ())
        if key in self.checked:
            return
        self.checked[key] = shared
        crosscheck.check_services(tables, self.on, self.faults)
        crosscheck.check_agreement(tables, self.faults)
        crosscheck.check_staff(tables, self.faults)
        if languages:
            crosscheck.check_translations(tables, languages.offered, self.faults)
        fleet = tables.get("fleet")
        if fleet:
            check_broker(fleet, tables, self.faults)
            check_authority(("fleet", "broker_ca"), fleet.broker_ca, self.authorities, tables, self.faults)
        web = tables.get("web")
        if web:
            check_authority(("web", "ca"), web.ca, self.authorities, tables, self.faults)
        hospital = tables.get("hospital")
        why_not = self.pictures.why_not(hospital.logo) if hospital and hospital.logo else ""
        if why_not:
            self.faults.add(tables.fault(("hospital", "logo"), why_not, "put a PNG, JPEG, WebP or SVG into logos/"))

    def _lineup(self, ward: str, tables: Tables) -> _Lineup | None:
        held = tuple(tables.get(key) for key in ("lineup", "channels", "hosts", "services", "agreement", "guide"))
        lineup, channels, hosts, services, *_ = held
        if lineup is None or channels is None or hosts is None:
            return None
        key = tuple(map(id, held))
        if key not in self.lineups:
            self.lineups[key] = self._made(ward, tables, services or {}, held)
        return self.lineups[key]

    def _made(self, ward: str, tables: Tables, services: Mapping[str, Service], held: tuple[object, ...]) -> _Lineup:
        playlists = self.playlists.of(tables)
        channels = apply_rules(joined([playlist.channels for playlist in playlists]), tables, self.faults) if playlists else []
        kinds = {service.kind: name for name, service in services.items() if service.on}
        channels = [channel for channel in channels if _kind(channel) in kinds]
        for kind, name in kinds.items():
            if playlists and kind != "web" and all(_kind(channel) != kind for channel in channels):
                what = f"is on, and the lineup of ward {ward} has no such channel"
                self.faults.add(tables.fault(("services", name), what, "switch it off, or see to lineup.sources and channels.hide"))
        rest = resting(channels, playlists, tables, self.faults)
        guide = self.guides.of(tables, playlists, channels, rest)
        crosscheck.check_resting_term(tables, rest.hosts, self.on, self.faults)
        channels = self.pictures.with_logos(channels)
        logos = {channel.logo: self.pictures.hash_of(channel.logo) for channel in channels if channel.logo}
        self._check_sizes(channels, {*logos.values(), *(source.asset for source in guide.sources if source.asset)}, tables)
        return _Lineup(tuple(channels), rest, logos, guide, held)

    def _check_sizes(self, channels: list[Channel], hashes: set[str], tables: Tables) -> None:
        """Tell a lineup that no tablet would take."""
        path, cure = ("lineup", "sources"), "publish a list with only the channels that the hospital shows"
        if len(msgspec.json.encode(channels)) > CHANNELS_MAX_BYTES:
            self.faults.add(tables.fault(path, f"the lineup is larger than {CHANNELS_MAX_BYTES // 1024**2} MiB", cure))
        if sum(len(self.pictures.assets[digest]) for digest in hashes) > LOGOS_MAX_BYTES - LOGO_MAX_BYTES:
            self.faults.add(tables.fault(path, f"its logos and guides are larger than {LOGOS_MAX_BYTES // 1024**2} MiB together", cure))

    def _hospital(self, tables: Tables) -> Hospital:
        hospital = tables.get("hospital")
        return Hospital(hospital.name, self.pictures.take(hospital.logo) if hospital.logo else "", hospital.accent)

    def _offer(self, tables: Tables, hospital: Hospital, lineup: _Lineup) -> Offer:
        services: Mapping[str, Service] = tables.get("services")
        languages = tuple(tables.get("languages").offered)
        return Offer(
            hospital=hospital,
            channels=lineup.channels,
            tiles=tiles(services),
            services=web_services(services, languages),
            web_ca=self.authorities.read(tables.get("web").ca),
            cleaning=Cleaning({language: tuple(steps) for language, steps in tables.get("cleaning").steps.items() if steps}),
            privacy=privacy_notice(tables.get("agreement"), services, lineup.resting, languages),
            **settings(tables),
        )


def _kind(channel: Channel) -> str:
    return "radio" if channel.radio else "tv"
