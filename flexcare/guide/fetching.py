"""The sources of the guide on the tablet's disk: fetched when they have changed, and kept until something good takes their place.

What comes over the network is only a candidate. Whoever imports it says whether it was a guide (`take`) or not (`refuse`); the last good
one stays until then, also over a loss of power.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from flexcare.clock import Clock
from flexcare.download import Version, downloads
from flexcare.errors import DownloadFailed
from flexcare.trust.durable import sync_folder, write_durably

NOT_MODIFIED = 304
_STATE_MAX_BYTES = 256 * 1024


KEPT_FREE_BYTES = 256 * 1024 * 1024
"""So much of the disk no source gets."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much one source may have as it comes over the network, and how long it may take in all."""

    max_bytes: int = 256 * 1024 * 1024
    timeout_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of one source. fetched_at_s: when it last came, or was last confirmed, in seconds since 1970; 0 for never.

    version: of the last good content. refused: of a content that was no guide, so that it is not fetched again and again.
    """

    fetched_at_s: int = 0
    version: Version = field(default_factory=Version)
    refused: Version = field(default_factory=Version)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a look at one source brought: a candidate to be imported, and what went wrong ("" for nothing), without any address."""

    candidate: Path | None = None
    trouble: str = ""


class Shelf:
    """The folder of the sources; one user at a time. All of it blocks. Only `take` and `refuse` raise, an OSError of the disk."""

    def __init__(self, folder: Path, clock: Clock, limits: FetchLimits | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._limits = limits or FetchLimits()
        self._state = folder / "sources.json"
        self._known = self._read()
        self._candidates: dict[str, Version] = {}

    def file(self, address: str) -> Path | None:
        """The last good content of an address; None where there is none yet."""
        path = self._path(address)
        return path if path.is_file() else None

    def fetched_at_s(self, address: str) -> int:
        """When the last good content came, or was last confirmed to be the newest; 0 where there is none."""
        path = self._path(address)
        try:
            written_s = int(path.stat().st_mtime)
        except OSError:
            return 0
        return self._known.get(path.name, Kept()).fetched_at_s or written_s

    def fetch(self, address: str) -> Fetched:
        """Ask for something newer than what is kept. Redirects are not followed: who may be asked was decided for this host alone."""
        path = self._path(address)
        kept = self._known.get(path.name, Kept()) if path.is_file() else Kept()
        refused = self._known.get(path.name, Kept()).refused
        beside = path.with_suffix(".new")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            with beside.open("xb") as file, downloads(self._limits.timeout_s) as get:
                version = get.into(file, address, self._most(), refused if refused != Version() else kept.version)
                file.flush()
                os.fsync(file.fileno())
        except DownloadFailed as error:
            beside.unlink(missing_ok=True)
            if error.status == NOT_MODIFIED:
                return self._confirmed(path.name, kept, refused)
            return Fetched(trouble=error.what)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            return Fetched(trouble=f"this tablet's disk does not take it: {error.strerror}")
        self._candidates[address] = version
        return Fetched(beside)

    def _most(self) -> int:
        """How much may come: receipts, configuration and instructions need the same disk. At least a byte, so that it is told."""
        disk = os.statvfs(self._folder)
        return max(1, min(self._limits.max_bytes, disk.f_bavail * disk.f_frsize - KEPT_FREE_BYTES))

    def take(self, address: str) -> None:
        """The candidate was a guide: it is the last good content from now on."""
        path = self._path(address)
        path.with_suffix(".new").replace(path)
        sync_folder(self._folder)
        self._note(path.name, Kept(self._now_s(), self._candidates.pop(address)))

    def refuse(self, address: str, *, remember: bool = True) -> None:
        """The candidate was no guide: what was there before stays. `remember` it, so that it does not come over the network again."""
        path = self._path(address)
        path.with_suffix(".new").unlink(missing_ok=True)
        kept, version = self._known.get(path.name, Kept()), self._candidates.pop(address)
        self._note(path.name, Kept(kept.fetched_at_s, kept.version, version if remember else Version()))

    def forget_others(self, addresses: Iterable[str]) -> None:
        """Delete what belongs to none of these addresses, and candidates that nobody imported."""
        wanted = {self._path(address).name for address in addresses}
        self._known = {name: kept for name, kept in self._known.items() if name in wanted}
        for path in self._folder.glob("*.xmltv"):
            if path.name not in wanted:
                path.unlink(missing_ok=True)
        for path in self._folder.glob("*.new"):
            path.unlink(missing_ok=True)

    def _confirmed(self, name: str, kept: Kept, refused: Version) -> Fetched:
        if refused != Version():
            return Fetched(trouble="it is still what was no guide before")
        try:
            self._note(name, Kept(self._now_s(), kept.version))
        except OSError as error:
            return Fetched(trouble=f"this tablet's disk does not take it: {error.strerror}")
        return Fetched()

    def _path(self, address: str) -> Path:
        return self._folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.xmltv"

    def _now_s(self) -> int:
        return int(self._clock.now().timestamp())

    def _note(self, name: str, kept: Kept) -> None:
        self._known[name] = kept
        write_durably(self._state, msgspec.json.encode(self._known))

    def _read(self) -> dict[str, Kept]:
        """What is known; nothing where it is lost or damaged: the sources are fetched once more then."""
        try:
            with self._state.open("rb") as file:
                return msgspec.json.decode(file.read(_STATE_MAX_BYTES), type=dict[str, Kept])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}
