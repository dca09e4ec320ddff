"""The guide of a ward: sources that IT names, then those that its playlists name, each held against the agreement."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from flexcare.configuration.compiled import GUIDE_FEEDS_MAX, Guide, GuideFeed
from flexcare.configuration.faults import Fault, Faults
from flexcare.configuration.hosts import host_of, matches
from flexcare.configuration.model import Hosts
from flexcare.configuration.playlists import Playlist
from flexcare.configuration.secrets import find_secrets
from flexcare.configuration.source import GUIDES
from flexcare.configuration.streams import CURE, Resting, activity_of
from flexcare.configuration.validate import Tables
from flexcare.download import is_web_address
from flexcare.lineup.channel import Channel
from flexcare.session.ward_writer import LOGO_MAX_BYTES
from flexcare.unpack import GZIP_MAGIC, NotGzip, UnpackedTooLarge, gunzip

ASSET_MAX_BYTES = LOGO_MAX_BYTES
"""The most that an asset of a publication may have, packed; all else is served by an address."""
FILE_MAX_BYTES = 64 * 1024 * 1024
_BEGINNING_BYTES = 64 * 1024
_SERVE_IT = "serve it on the hospital's own network and write its address"


class Guides:
    """Compiles the guides of wards. `assets` gets the contents of those that lie in the source, by SHA-256."""

    def __init__(self, folder: Path, assets: dict[str, bytes], faults: Faults) -> None:
        self._folder = folder / GUIDES
        self._assets = assets
        self._faults = faults
        self._kept: dict[str, str] = {}

    def of(self, tables: Tables, playlists: Sequence[Playlist], channels: Sequence[Channel], rest: Resting) -> Guide:
        """The guide where these tables hold; the hosts of its sources that the agreement covers are added to those that rest."""
        section = tables.get("guide")
        if section is None:
            return Guide()
        feeds: dict[str, GuideFeed] = {}
        for index, source in enumerate(section.sources):
            path = ("guide", "sources", str(index))
            alone = isinstance(tables.raw["guide"]["sources"][index], str)
            feed = self._feed(source.address, source.shift_minutes, path if alone else (*path, "address"), tables, rest, channels)
            if feed is not None:
                feeds.setdefault(source.address, feed)
        if section.from_playlists:
            for address in self._of_playlists(playlists, tables, rest, channels):
                feeds.setdefault(address, GuideFeed(address))
        if len(feeds) > GUIDE_FEEDS_MAX:
            what = f"with those of the playlists there are {len(feeds)} sources; the first {GUIDE_FEEDS_MAX} are used"
            self._faults.note(tables.fault(("guide", "sources"), what, "set guide.from_playlists to false, or name fewer"))
        return Guide(tuple(feeds.values())[:GUIDE_FEEDS_MAX], section.refresh_minutes, section.jitter_s, section.days)

    def _feed(
        self, address: str, shift_minutes: int, path: tuple[str, ...], tables: Tables, rest: Resting, channels: Sequence[Channel]
    ) -> GuideFeed | None:
        """A source that IT named; one that cannot be used is a fault."""
        if not is_web_address(address):
            digest, what, cure = self._local(address)
            if what:
                self._faults.add(tables.fault(path, what, cure))
                return None
            return GuideFeed(asset=digest, shift_minutes=shift_minutes)
        host = host_of(address)
        if not host:
            self._faults.add(tables.fault(path, "is no address of a web server", "write http://host/path"))
            return None
        if not _may_be_asked(host, tables, rest, channels):
            what = f"the guide is fetched from {host}, which is neither the hospital's own nor covered by an activity"
            self._faults.add(tables.fault(path, what, CURE))
            return None
        return GuideFeed(address, shift_minutes=shift_minutes)

    def _of_playlists(self, playlists: Sequence[Playlist], tables: Tables, rest: Resting, channels: Sequence[Channel]) -> Iterator[str]:
        """What playlists name. Nobody at the hospital wrote it: a host that was not declared is not asked, and that is told."""
        for playlist in playlists:
            for address in playlist.guides:
                host = host_of(address)
                if host and _may_be_asked(host, tables, rest, channels):
                    yield address
                else:
                    what = f"its guide at {host or 'a multicast group'} is left out: the host is neither the hospital's own nor covered"
                    self._faults.note(Fault(playlist.file, playlist.line_of(address), "", what, CURE))

    def _local(self, name: str) -> tuple[str, str, str]:
        """The SHA-256 of a file in `guides/`, or what is wrong with it and the cure."""
        if "/" in name or "\\" in name or name.startswith("."):
            return "", "a guide is neither an address nor a plain file name", f"put it into {GUIDES}/ and write its name"
        path = self._folder / name
        if not path.is_file():
            return "", f"there is no file {GUIDES}/{name}", f"put it into {GUIDES}/, or mend its name"
        if name not in self._kept:
            if path.stat().st_size > FILE_MAX_BYTES:
                return "", f"{GUIDES}/{name} is larger than {FILE_MAX_BYTES // 1024**2} MiB", _SERVE_IT
            digest, what, cure = self._keep(name, path.read_bytes())
            if what:
                return "", what, cure
            self._kept[name] = digest
        return self._kept[name], "", ""

    def _keep(self, name: str, data: bytes) -> tuple[str, str, str]:
        try:
            plain = gunzip(data, FILE_MAX_BYTES) if data.startswith(GZIP_MAGIC) else data
        except UnpackedTooLarge:
            return "", f"{GUIDES}/{name} unpacks to more than {FILE_MAX_BYTES // 1024**2} MiB", _SERVE_IT
        except NotGzip as error:
            return "", f"{GUIDES}/{name}: {error}", "pack it again, or put the plain file there"
        if b"<\0t\0v\0" not in plain[:_BEGINNING_BYTES] and b"<tv" not in plain[:_BEGINNING_BYTES]:
            return "", f"{GUIDES}/{name} is no XMLTV", "put a guide there whose root is <tv>"
        find_secrets(plain.decode(errors="replace"), f"{GUIDES}/{name}", self._faults)
        packed = gzip.compress(plain, mtime=0)  # the same file is the same asset, whoever packs it and when
        if len(packed) > ASSET_MAX_BYTES:
            return "", f"{GUIDES}/{name} is larger than {ASSET_MAX_BYTES // 1024**2} MiB, also packed", _SERVE_IT
        digest = hashlib.sha256(packed).hexdigest()
        self._assets[digest] = packed
        return digest, "", ""


def _may_be_asked(host: str, tables: Tables, rest: Resting, channels: Sequence[Channel]) -> bool:
    """Whether a host may learn of tablets' addresses. What the agreement covers is noted, for every kind of channel that has a guide."""
    hosts: Hosts = tables.get("hosts")
    if host not in rest.hosts and matches(host, hosts.own):
        return True
    activity = rest.hosts.get(host) or activity_of(host, hosts)
    if activity:
        rest.hosts[host] = activity
        for of_kind in (rest.radio if channel.radio else rest.tv for channel in channels):
            of_kind[activity] = None
    return bool(activity)
