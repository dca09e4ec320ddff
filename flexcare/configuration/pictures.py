"""The pictures that an offer names: read or fetched once, named by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from flexcare.configuration.faults import Fault, Faults
from flexcare.configuration.source import LOGOS
from flexcare.download import download, is_web_address
from flexcare.download_failures import DownloadLimits
from flexcare.errors import DownloadFailed
from flexcare.lineup.channel import Channel
from flexcare.session.ward_writer import LOGO_MAX_BYTES

LIMITS = DownloadLimits(max_bytes=LOGO_MAX_BYTES, timeout_s=5.0)
FETCHED_MAX = 400
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"RIFF": ".webp"}
_AT_ONCE = 8
Fetch = Callable[[str], bytes]


def fetch_picture(address: str) -> bytes:
    """Fetch a logo within limits; raises `DownloadFailed`."""
    return download(address, LIMITS)


class Pictures:
    """Knows every picture by what the source calls it. `assets` holds the contents by SHA-256."""

    def __init__(self, folder: Path, fetch: Fetch, faults: Faults) -> None:
        self.assets: dict[str, bytes] = {}
        self._folder = folder / LOGOS
        self._fetch = fetch
        self._faults = faults
        self._names: dict[str, str] = {}
        self._hashes: dict[str, str] = {}

    def take(self, logo: str) -> str:
        """The name in the offer of a picture in `logos/`; "" and a reason where it cannot be used are `why_not`'s."""
        if logo not in self._names:
            self._names[logo] = self._keep(self._local(logo)) if self._why_not(logo) == "" else ""
        return self._names[logo]

    def why_not(self, logo: str) -> str:
        """Why a picture of `logos/` cannot be used; "" where it can."""
        return self._why_not(logo)

    def with_logos(self, channels: Iterable[Channel]) -> list[Channel]:
        """Channels with their logos by the names of the offer; a logo that cannot be had is left out, with a note."""
        channels = list(channels)
        self._fetch_all({channel.logo for channel in channels if is_web_address(channel.logo)} - self._names.keys())
        return [replace(channel, logo=self._channel_logo(channel)) if channel.logo else channel for channel in channels]

    def hash_of(self, name: str) -> str:
        """The SHA-256 of a picture by its name in the offer."""
        return self._hashes[name]

    def _channel_logo(self, channel: Channel) -> str:
        logo = channel.logo
        if logo not in self._names:
            why_not = self._why_not(logo)
            if why_not:
                self._names[logo] = ""
                self._faults.note(Fault(LOGOS, 0, "", f"{channel.name!r}: {why_not}", "without it number and name are shown"))
        return self.take(logo) if logo not in self._names else self._names[logo]

    def _fetch_all(self, addresses: set[str]) -> None:
        wanted = sorted(addresses)
        for logo in wanted[FETCHED_MAX:]:
            self._names[logo] = ""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for logo, picture in zip(wanted, pool.map(self._fetched, wanted[:FETCHED_MAX]), strict=False):
                self._names[logo] = self._keep(picture) if _ending(picture) else ""
        lost = sum(not self._names[logo] for logo in wanted)
        if lost:
            what = f"{lost} of {len(wanted)} logos by web address cannot be had, or are no PNG, JPEG or WebP of at most 1 MiB"
            self._faults.note(Fault(LOGOS, 0, "", what, "without a logo number and name are shown"))

    def _fetched(self, address: str) -> bytes:
        try:
            return self._fetch(address)
        except DownloadFailed:
            return b""

    def _why_not(self, logo: str) -> str:
        if "/" in logo or "\\" in logo or logo.startswith("."):
            return "a logo is no plain file name"
        path = self._folder / logo
        if not path.is_file():
            return f"there is no file {LOGOS}/{logo}"
        if path.stat().st_size > LOGO_MAX_BYTES:
            return f"{LOGOS}/{logo} is larger than {LOGO_MAX_BYTES // 1024} KiB"
        return "" if _ending(self._local(logo)) else f"{LOGOS}/{logo} is no PNG, JPEG, WebP or SVG"

    def _local(self, logo: str) -> bytes:
        return (self._folder / logo).read_bytes()

    def _keep(self, picture: bytes) -> str:
        digest = hashlib.sha256(picture).hexdigest()
        name = digest[:16] + _ending(picture)
        self.assets[digest] = picture
        self._hashes[name] = digest
        return name


def _ending(picture: bytes) -> str:
    raster = next((ending for beginning, ending in _BEGINNINGS.items() if picture.startswith(beginning)), "")
    return raster or (".svg" if b"<svg" in picture[:1024] else "")
