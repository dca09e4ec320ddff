"""Whether a ward's configuration may be used: asked by the desk before it signs, and by the tablet after it has checked who signed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from flexcare.configuration.compiled import COMPILED_MAX_BYTES, COMPILED_VERSION, CompiledWard, from_bytes
from flexcare.errors import ConfigurationRefused, PinRefused, WardFolderUnusable
from flexcare.session.ward_reader import is_logo_name, parse_offer
from flexcare.session.ward_writer import LOGO_MAX_BYTES, LOGOS_MAX_BYTES
from flexcare.staff.kept import read_kept

ASSET_MAX_BYTES = LOGO_MAX_BYTES
ASSETS_MAX_BYTES = LOGOS_MAX_BYTES
ASSETS_MAX = 10_000

_PUBLISH_AGAIN = "publish again"
_ASSET_TARGET = re.compile(r"assets/([0-9a-f]{64})")
_WARD_TARGET = re.compile(r"wards/([a-z0-9][a-z0-9-]{0,62})\.json")


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: Annotated[int, Meta(ge=1)] = 1


def asset_target(digest: str) -> str:
    """Where a picture is published."""
    return f"assets/{digest}"


def asset_of(path: str) -> str | None:
    """The SHA-256 in the name of an asset's target; None for any other target."""
    found = _ASSET_TARGET.fullmatch(path)
    return found[1] if found else None


def hospital_prefix(hospital: str) -> str:
    """What the targets of a hospital of a region begin with."""
    return f"hospitals/{hospital}/"


def ward_target(ward: str) -> str:
    """Where the configuration of a ward is published."""
    return f"wards/{ward}.json"


def ward_of(path: str) -> str | None:
    """The ward in the name of a configuration's target; None for any other target."""
    found = _WARD_TARGET.fullmatch(path)
    return found[1] if found else None


def accept(data: bytes, *, site: str, ward: str, serial_floor: int = 0) -> CompiledWard:
    """Read a configuration for this site and ward whose serial is not below the floor; raises `ConfigurationRefused` with the reason."""
    place = ward_target(ward)
    if len(data) > COMPILED_MAX_BYTES:
        raise _refused(f"it is larger than {COMPILED_MAX_BYTES // 1024**2} MiB", place)
    compiled = _read(data, place)
    if compiled.site != site:
        raise _refused(f"it is for another site, {compiled.site}", place, cure="enrol the tablet for the site where it is")
    if compiled.ward != ward:
        raise _refused(f"it is for another ward, {compiled.ward}", place)
    if compiled.serial < serial_floor:
        raise _refused(f"its serial {compiled.serial} is below {serial_floor}, which was taken before", place)
    _check_dates(compiled, place)
    _check_assets(compiled, place)
    _check_pins(compiled, place)
    try:
        parse_offer(msgspec.json.encode(compiled.offer))
    except WardFolderUnusable as error:
        raise _refused(error.what, f"{place}: {error.place}", cure=error.cure) from error
    return compiled


def check_asset(digest: str, data: bytes) -> None:
    """Raises `ConfigurationRefused` where a picture is too large or is not what its name says."""
    if len(data) > ASSET_MAX_BYTES:
        raise _refused(f"the picture is larger than {ASSET_MAX_BYTES // 1024} KiB", asset_target(digest), cure="make it smaller")
    if hashlib.sha256(data).hexdigest() != digest:
        raise _refused("the picture is not the one that its name says", asset_target(digest))


def _read(data: bytes, place: str) -> CompiledWard:
    try:
        version = msgspec.json.decode(data, type=_Versioned).version
        if version > COMPILED_VERSION:
            raise _refused(f"it is of version {version}, made for a newer FlexCare", place, cure="update FlexCare on this tablet")
        return from_bytes(data)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        raise _refused(what[:1].lower() + what[1:], f"{place}: {path.rstrip('`').lstrip('.')}".removesuffix(": ")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _refused("this is not complete JSON", place) from error


def _check_dates(compiled: CompiledWard, place: str) -> None:
    try:
        begin, end = date.fromisoformat(compiled.agreement_from), date.fromisoformat(compiled.agreement_to)
    except ValueError as error:
        raise _refused("a date of the agreement is no date", place) from error
    if end < begin:
        raise _refused("the agreement ends before it begins", place)


def _check_assets(compiled: CompiledWard, place: str) -> None:
    if len(compiled.assets) > ASSETS_MAX:
        raise _refused(f"it names more than {ASSETS_MAX} pictures", place)
    if not all(map(is_logo_name, compiled.assets)):
        raise _refused("a picture is no plain file name", f"{place}: assets")


def _check_pins(compiled: CompiledWard, place: str) -> None:
    for role, kept in compiled.pins.items():
        try:
            read_kept(kept)
        except PinRefused as error:
            raise _refused(error.what, f"{place}: pins.{role}", cure="set the PIN anew, and publish") from None


def _refused(what: str, place: str, cure: str = _PUBLISH_AGAIN) -> ConfigurationRefused:
    return ConfigurationRefused(what, place=place, cure=cure)
