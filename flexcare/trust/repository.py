"""A site's repository on the desk: its keys, and the folder that any static web server serves.

Tablets that poll in the middle of a change see the old state or the new one.
"""

from __future__ import annotations

import contextlib
import fcntl
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

import msgspec

from flexcare.clock import Clock
from flexcare.configuration.compiled import CompiledWard, Instruction, from_bytes, to_bytes
from flexcare.errors import ConfigurationRefused, RepositoryUnusable
from flexcare.instructions.orders import Orders, Strange, accept_orders, orders_target, orders_ward
from flexcare.instructions.orders import to_bytes as orders_bytes
from flexcare.trust import metadata
from flexcare.trust.difference import difference
from flexcare.trust.durable import sync_folder, write_durably
from flexcare.trust.fingerprint import Fingerprint, Pin
from flexcare.trust.keys import KeyRing
from flexcare.trust.metadata import Metadatas
from flexcare.trust.pins import check_pepper, keep_pin, read_pins
from flexcare.trust.public_folder import METADATA, PUBLIC, TARGETS, newest_root, prune, versioned_files, write_metadata
from flexcare.trust.secrets import Secret, Secrets, random_secret
from flexcare.trust.site import DEMO_SECRETS, SITE_FILE, Site, as_site, read_site
from flexcare.trust.verdict import accept, asset_of, asset_target, check_asset, ward_of, ward_target

PEPPER = "pepper"
DEVICE_SECRETS = (PEPPER, "broker-user", "broker-password")
"""What must never be published and every tablet needs: what PINs are mixed with, and how to log in to the broker."""

_KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, or would do. serial: of the publication, or of the one before where nothing changed."""

    serial: int
    difference: tuple[str, ...]
    written: bool


class Repository:
    """`folder/public` is served, `folder/keys` never is. Every method raises `RepositoryUnusable` or `SecretsUnusable`."""

    def __init__(self, folder: Path, clock: Clock, *, key_folders: Sequence[Path] = (), secrets: Secrets | None = None) -> None:
        self.folder = folder
        self.public = folder / PUBLIC
        self._clock = clock
        self.site = read_site(folder)
        self._key_folders = (folder / _KEYS, *key_folders)
        self._given_secrets = secrets

    @classmethod
    def create(
        cls, folder: Path, site: str | Site, clock: Clock, *, demo: bool = False, wards: Sequence[str] = (), secrets: Secrets | None = None
    ) -> Self:
        """Make keys and a repository that publishes nothing yet; root needs two of three keys, for a demo its only one."""
        made = as_site(site, demo) if isinstance(site, str) else site
        secrets = secrets or made.secrets(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise RepositoryUnusable("there is something in this folder", place=str(folder), cure="name an empty folder or a new one")
            (folder / _KEYS).mkdir(mode=0o700)
            with _empty_again_on_failure(folder):
                _fill(folder, made, wards, secrets, clock.now().astimezone(UTC))
        except OSError as error:
            raise _unwritable(folder, error) from error
        return cls(folder, clock, secrets=secrets)

    def publish(self, targets: Mapping[str, bytes], instruction: Instruction, *, force: bool = False, dry_run: bool = False) -> Published:
        """Let exactly these targets be what tablets see: `wards/WARD.json` (serial and instruction are filled in here), `assets/SHA256`.

        Where nothing differs from what is published nothing is written, unless forced. A target that a tablet would refuse is not signed.
        """
        if self.site.hospitals:
            raise RepositoryUnusable(
                "a region publishes nothing of its own", cure="publish in the hospital's repository, then flexcare region take"
            )
        with self._changing() as current:
            serial, pins = current.serial + 1, read_pins(self.folder / _KEYS)
            wards, assets = self._checked(targets, serial, instruction, pins)
            before = self._published_wards(current)
            told = difference(before, wards)
            if dry_run or not (told or force or self._broken(current)):
                newest = max((ward.serial for ward in before.values()), default=current.serial)
                return Published(serial if told else newest, told, written=False)
            if pins:
                check_pepper(pins, self.pepper())
            named = {**assets, **{ward_target(ward): to_bytes(compiled) for ward, compiled in wards.items()}}
            # What tablets were told to do stands, whatever else changes; also a removed ward's, so that no number is given twice.
            named |= self._orders_files(current)
            contents = {f"{self.site.prefix}{path}": data for path, data in named.items()}
            current.publish(contents, self._keys, self._now(), self.site.lifetimes)
            self._write_targets(current, contents)
            write_metadata(self.public / METADATA, current)
            prune(self.public)
            return Published(serial, told, written=True)

    def orders(self) -> dict[str, Orders]:
        """What tablets are told to do now, by ward."""
        return self._published_orders(self._read())

    def change_orders(self, ward: str, change: Callable[[Orders], Orders]) -> Orders:
        """Publish other orders for a ward, beside all that is published; signs with the keys that these orders take, and no other."""
        with self._changing() as current:
            path = orders_target(ward)
            before = self._published_orders(current).get(ward) or Orders(self.site.site, ward)
            if any(isinstance(order, Strange) for order in before.orders):
                raise RepositoryUnusable("a newer FlexCare gave instructions here", place=path, cure="update FlexCare on this desk")
            orders = change(before)
            data = orders_bytes(orders)
            try:
                accept_orders(data, site=self.site.site, ward=ward)
            except ConfigurationRefused as error:
                raise RepositoryUnusable(f"tablets would refuse it: {error.what}", place=error.place, cure="give fewer") from error
            path = f"{self.site.prefix}{path}"
            place = self.public / TARGETS / current.put(path, data, self._keys, self._now(), self.site.lifetimes)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_durably(place, data, mode=0o644)
            write_metadata(self.public / METADATA, current)
            prune(self.public)
            return orders

    def renew(self) -> datetime:
        """Sign snapshot and timestamp anew, with their keys alone; the moment until which tablets will believe them."""
        with self._changing() as current:
            current.renew(self._keys, self._now(), self.site.lifetimes)
            write_metadata(self.public / METADATA, current)
            prune(self.public)
            return current.expiry("timestamp")

    def rotate(self, role: str) -> None:
        """Put a new key in the place of a role's: root, targets, snapshot, timestamp or ward-WARD."""
        with self._changing() as current:
            mine = metadata.TOP if self.site.hospitals else (*metadata.TOP, *(name for name in current.targets if name != "targets"))
            if role not in mine:
                known = ", ".join(mine)
                raise RepositoryUnusable("there is no such role here", place=ascii(role), cure=f"name one of {known}")
            current.rotate(role, self._keys, self._now(), self.site.lifetimes)
            write_metadata(self.public / METADATA, current)
            self._keys.forget(role, current.key_ids(role))

    def expiries(self) -> dict[str, datetime]:
        """When each role's metadata ceases to be believed, root and targets first."""
        current = self._read()
        return {role: current.expiry(role) for role in ("root", *current.targets, *metadata.ONLINE)}

    def versions(self) -> dict[str, int]:
        """The version of each role's metadata."""
        return self._read().versions()

    def published(self) -> dict[str, CompiledWard]:
        """What tablets see now, by ward."""
        return self._published_wards(self._read())

    def pin(self) -> Pin:
        """The newest root, for a tablet to believe from its first contact on."""
        try:
            path = newest_root(self.public / METADATA)
            root = path.read_bytes()
        except OSError as error:
            raise _unreadable(self.public, error) from error
        return Pin(Fingerprint.of(root), int(path.name.partition(".")[0]), root)

    def device_secrets(self) -> dict[str, Secret]:
        """What a tablet is given with its enrolment, by name, of what this key store has."""
        found = {name: self._secrets.get(f"{self.site.site}.{name}") for name in DEVICE_SECRETS}
        return {name: secret for name, secret in found.items() if secret}

    def pepper(self) -> Secret:
        """What PINs of this site are mixed with."""
        return self._secrets.need(f"{self.site.site}.{PEPPER}")

    def keep_pin(self, role: str, kept: str) -> None:
        """Keep the hash of a PIN beside the keys, to be published with the next publication."""
        try:
            keep_pin(self.folder / _KEYS, role, kept)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    @cached_property
    def _secrets(self) -> Secrets:
        """Opened when it is needed: to serve or to compare, no key store has to be there."""
        return self._given_secrets or self.site.secrets(self.folder)

    @cached_property
    def _keys(self) -> KeyRing:
        return KeyRing(self.site.site, self._key_folders, self._secrets)

    def secret(self, name: str) -> Secret | None:
        """A secret of this site from this key store, such as the desk's own login to the broker."""
        return self._secrets.get(f"{self.site.site}.{name}")

    def _now(self) -> datetime:
        return self._clock.now().astimezone(UTC)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Metadatas]:
        """One writer at a time; whatever the disk says is one error."""
        try:
            with (self.folder / SITE_FILE).open("rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield self._read()
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def _read(self) -> Metadatas:
        folder = self.public / METADATA
        try:
            stamp = (folder / "timestamp.json").read_bytes()
            return metadata.read(newest_root(folder).read_bytes(), stamp, versioned_files(folder, Path.read_bytes))
        except OSError as error:
            raise _unreadable(folder, error) from error

    def _checked(
        self, targets: Mapping[str, bytes], serial: int, instruction: Instruction, pins: Mapping[str, str]
    ) -> tuple[dict[str, CompiledWard], dict[str, bytes]]:
        wards: dict[str, CompiledWard] = {}
        assets: dict[str, bytes] = {}
        try:
            for path, data in targets.items():
                ward, digest = ward_of(path), asset_of(path)
                if ward:
                    compiled = accept(data, site=self.site.site, ward=ward)
                    wards[ward] = replace(compiled, serial=serial, instruction=instruction, pins=dict(pins))
                elif digest:
                    check_asset(digest, data)
                    assets[path] = data
                else:
                    raise RepositoryUnusable("this is no target that tablets know", place=ascii(path)[:200], cure="leave it out")
        except ConfigurationRefused as error:
            raise RepositoryUnusable(f"tablets would refuse it: {error.what}", place=error.place, cure=error.cure) from error
        for ward, compiled in wards.items():
            missing = [name for name, digest in _named_assets(compiled) if asset_target(digest) not in assets]
            if missing:
                raise RepositoryUnusable(f"{missing[0]} is missing", place=ward_target(ward), cure="compile again")
        return wards, assets

    def _published_wards(self, current: Metadatas) -> dict[str, CompiledWard]:
        wards = {}
        for path, (_, file) in current.published_files().items():
            ward = ward_of(path.removeprefix(self.site.prefix))
            if ward:
                # What cannot be read counts as not there: it differs then, and is published again.
                with contextlib.suppress(OSError, msgspec.DecodeError):
                    wards[ward] = from_bytes((self.public / TARGETS / file).read_bytes())
        return wards

    def _published_orders(self, current: Metadatas) -> dict[str, Orders]:
        """Raises RepositoryUnusable where one cannot be read: a number that was given must not be given again."""
        files = {ward: data for path, data in self._orders_files(current).items() if (ward := orders_ward(path))}
        try:
            return {ward: accept_orders(data, site=self.site.site, ward=ward) for ward, data in files.items()}
        except ConfigurationRefused as error:
            cure = "bring the folder back from a copy"
            raise RepositoryUnusable(f"the instructions are damaged: {error.what}", place=error.place, cure=cure) from error

    def _orders_files(self, current: Metadatas) -> dict[str, bytes]:
        """The targets that are lists of orders, as they are."""
        found = {path.removeprefix(self.site.prefix): file for path, (_, file) in current.published_files().items()}
        files = {path: self.public / TARGETS / file for path, file in found.items() if orders_ward(path)}
        try:
            return {path: file.read_bytes() for path, file in files.items()}
        except OSError as error:
            raise _unreadable(self.public, error) from error

    def _broken(self, current: Metadatas) -> bool:
        """Whether a published file is missing, as after a power cut; its content is what tablets check."""
        return any(not (self.public / TARGETS / file).is_file() for _, file in current.published_files().values())

    def _write_targets(self, current: Metadatas, contents: Mapping[str, bytes]) -> None:
        for path, (_, file) in current.published_files().items():
            place = self.public / TARGETS / file
            if asset_of(path.removeprefix(self.site.prefix)) and place.is_file() and place.stat().st_size == len(contents[path]):
                continue  # by hash: it is the same picture
            place.parent.mkdir(parents=True, exist_ok=True)
            write_durably(place, contents[path], mode=0o644, name_too=False)
        for folder in {place.parent for place in (self.public / TARGETS).rglob("*") if place.is_file()}:
            sync_folder(folder)


@contextlib.contextmanager
def _empty_again_on_failure(folder: Path) -> Iterator[None]:
    """So that `create` can be tried again, as when the key store was locked or its question answered with Ctrl+C."""
    try:
        yield
    except BaseException:
        for name in (_KEYS, PUBLIC, DEMO_SECRETS):
            shutil.rmtree(folder / name, ignore_errors=True)
        raise


def _fill(folder: Path, site: Site, wards: Sequence[str], secrets: Secrets, now: datetime) -> None:
    if not site.hospitals:
        secrets.put(f"{site.site}.{PEPPER}", random_secret())
    keys = KeyRing(site.site, (folder / _KEYS,), secrets)
    root_keys, root_threshold = (1, 1) if site.demo else (3, 2)
    delegates = {site.ward_role(ward): [f"{site.prefix}{target(ward)}" for target in (ward_target, orders_target)] for ward in wards}
    first = metadata.create(delegates, keys, now, site.lifetimes, root_keys=root_keys, root_threshold=root_threshold)
    for name in (METADATA, TARGETS):
        (folder / PUBLIC / name).mkdir(parents=True)
    write_metadata(folder / PUBLIC / METADATA, first)
    write_durably(folder / SITE_FILE, msgspec.json.encode(site), mode=0o644)


def _unwritable(folder: Path, error: OSError) -> RepositoryUnusable:
    what = f"the repository cannot be written: {error.strerror}"
    return RepositoryUnusable(what, place=str(folder), cure="check the folder's rights and the free space")


def _unreadable(folder: Path, error: OSError) -> RepositoryUnusable:
    return RepositoryUnusable(f"the repository cannot be read: {error.strerror}", place=str(folder), cure="bring it back from a copy")


def _named_assets(compiled: CompiledWard) -> list[tuple[str, str]]:
    """What a ward's tablets fetch besides its configuration, in words, by SHA-256."""
    pictures = [(f"the picture {name}", digest) for name, digest in compiled.assets.items()]
    return [*pictures, *(("a guide", source.asset) for source in compiled.guide.sources if source.asset)]
