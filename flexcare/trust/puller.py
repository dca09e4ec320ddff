"""Pulls the configuration of a tablet's ward: fetched within limits, verified, checked again, taken in one step or not at all.

Blocking: to be run in a thread of its own, one refresh at a time. Whatever is served, the last good configuration stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from flexcare.clock import Clock
from flexcare.configuration.compiled import COMPILED_MAX_BYTES, CompiledWard
from flexcare.download import Fetch, downloads
from flexcare.errors import ConfigurationNotTaken, ConfigurationRefused, ConfigurationUnreachable, ConfigurationUnwritable, DownloadFailed
from flexcare.instructions.orders import ORDERS_MAX_BYTES, Orders, accept_orders, orders_target
from flexcare.trust.client import Client, Newest, nothing_new
from flexcare.trust.durable import write_durably
from flexcare.trust.fingerprint import ROOT_MAX_BYTES, Fingerprint, Pin
from flexcare.trust.taken import Shelf, Taken
from flexcare.trust.verdict import ASSET_MAX_BYTES, ASSETS_MAX_BYTES, accept, asset_target, ward_target

# Times are looked at again at least so often, although nothing new is published: what runs out is told.
_FULL_LOOK_S = 3600.0


@dataclass(frozen=True, slots=True)
class PullLimits:
    """How long one refresh may take in all; what was fetched until then is not fetched again."""

    timeout_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Ordered:
    """The hospital's instructions as they are published, None for none; or why they were not taken, which is no harm to the rest."""

    orders: Orders | None = None
    fault: ConfigurationNotTaken | None = None


@dataclass(frozen=True, slots=True)
class Whence:
    """Where what a tablet takes lies in the repository, and whose certificate its server has.

    prefix: what the names of this site's targets begin with. authorities: as PEM; "" for the system's.
    """

    prefix: str = ""
    authorities: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """Something new was taken."""

    taken: Taken
    ordered: Ordered = field(default_factory=lambda: Ordered())


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What was taken before is the newest."""

    taken: Taken
    ordered: Ordered = field(default_factory=lambda: Ordered())


class Puller:
    """Pulls for one tablet. `folder` is the puller's own and may be empty; `address` is where the repository's public folder is served."""

    def __init__(
        self,
        site: str,
        ward: str,
        address: str,
        folder: Path,
        clock: Clock,
        pin: Pin,
        limits: PullLimits | None = None,
        whence: Whence | None = None,
    ) -> None:
        self._site = site
        self._ward = ward
        self._address = address
        self._folder = folder
        self._clock = clock
        self._pin = pin
        self._limits = limits or PullLimits()
        self._whence = whence or Whence()
        self._shelf = Shelf(folder, site, ward)
        self._newest: Newest | None = None
        self._taken: Taken | None = None
        self._ordered = Ordered()
        self._looked_s = 0.0

    def last_good(self) -> Taken | None:
        """What was taken last, from the disk; needs no network."""
        return self._shelf.newest()

    def refresh(self) -> Pulled | Unchanged:
        """Look for something new and take it.

        Raises `ConfigurationUnreachable`, `ConfigurationRefused` (`ConfigurationExpired` among them) or `ConfigurationUnwritable`.
        """
        with downloads(self._limits.timeout_s, authorities=self._authorities()) as fetch:
            fresh = self._clock.monotonic_s() - self._looked_s < _FULL_LOOK_S
            if self._taken and self._newest and fresh and nothing_new(self._newest, self._address, fetch):
                return Unchanged(self._taken, self._ordered)
            self._newest = None
            client = Client(self._folder / "metadata", self._address, self._root(fetch), fetch)
            newest = client.refresh()
            result = self._take(client)
            self._ordered = self._look_for_orders(client)
        if self._ordered.fault is not None:
            newest = None  # the next look is a whole one
        result = replace(result, ordered=self._ordered)
        self._newest, self._taken, self._looked_s = newest, result.taken, self._clock.monotonic_s()
        return result

    def _take(self, client: Client) -> Pulled | Unchanged:
        taken = self._shelf.newest()
        file = client.find(self._target(ward_target(self._ward)))
        if taken and file.hashes.get("sha256") == taken.digest:
            self._fetch_pictures(client, taken.compiled)
            return Unchanged(taken)
        data = client.fetch(file, COMPILED_MAX_BYTES)
        compiled = accept(data, site=self._site, ward=self._ward, serial_floor=taken.serial if taken else 0)
        self._fetch_pictures(client, compiled)
        return Pulled(self._shelf.take(data, compiled))

    def _look_for_orders(self, client: Client) -> Ordered:
        try:
            file = client.look_up(self._target(orders_target(self._ward)))
            if file is None:
                return Ordered()
            return Ordered(accept_orders(client.fetch(file, ORDERS_MAX_BYTES), site=self._site, ward=self._ward))
        except ConfigurationNotTaken as error:
            return Ordered(fault=error)

    def _fetch_pictures(self, client: Client, compiled: CompiledWard) -> None:
        files = {digest: client.find(self._target(asset_target(digest))) for digest in compiled.digests}
        if any(file.hashes.get("sha256") != digest for digest, file in files.items()):
            raise ConfigurationRefused("a picture is not the one that its name says", place="assets", cure="publish again")
        if sum(file.length for file in files.values()) > ASSETS_MAX_BYTES:
            raise ConfigurationRefused(
                f"the pictures are larger than {ASSETS_MAX_BYTES // 1024**2} MiB together", place="assets", cure="make them smaller"
            )
        self._shelf.forget_pictures(files)
        for digest in self._shelf.missing(files):
            self._shelf.keep_picture(digest, client.fetch(files[digest], ASSET_MAX_BYTES))

    def _authorities(self) -> Path | None:
        """The certificates that the server's must come from, in a file of their own, since the library reads no other."""
        if not self._whence.authorities:
            return None
        path, data = self._folder / "authorities.pem", self._whence.authorities.encode()
        try:
            if not path.is_file() or path.read_bytes() != data:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_durably(path, data)
        except OSError as error:
            raise ConfigurationUnwritable(
                f"the tablet's disk does not take it: {error.strerror}", cure="check the state folder's rights and space"
            ) from error
        return path

    def _target(self, path: str) -> str:
        return f"{self._whence.prefix}{path}"

    def _root(self, fetch: Fetch) -> bytes:
        """The pinned root: from the disk, from the pin itself, or fetched and compared with the pin."""
        path = self._folder / "root.json"
        for root in (self._kept_root(path), self._pin.root):
            if root and Fingerprint.of(root) == self._pin.fingerprint:
                return root
        name = f"{self._pin.version}.root.json"
        try:
            root = fetch(f"{self._address.rstrip('/')}/metadata/{name}", ROOT_MAX_BYTES)
        except DownloadFailed as error:
            raise ConfigurationUnreachable(error.what, place=error.place, cure=error.cure) from error
        if Fingerprint.of(root) != self._pin.fingerprint:
            raise ConfigurationRefused("this is not the root that the tablet was enrolled with", place=name, cure="enrol the tablet again")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(root)  # compared with the pin each time it is read
        except OSError as error:
            raise ConfigurationUnwritable(
                f"the tablet's disk does not take it: {error.strerror}", cure="check the state folder's rights and space"
            ) from error
        return root

    @staticmethod
    def _kept_root(path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(ROOT_MAX_BYTES)
        except OSError:
            return b""  # it is given or fetched again
