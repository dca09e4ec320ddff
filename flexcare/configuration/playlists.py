"""The playlists of a source, each read once however many wards use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flexcare.configuration.faults import Fault, Faults
from flexcare.configuration.secrets import find_secrets
from flexcare.configuration.source import LINEUPS
from flexcare.configuration.validate import Tables
from flexcare.download import is_web_address
from flexcare.errors import DownloadFailed, FlexCareError, PlaylistUnusable
from flexcare.lineup.channel import Channel
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.text import chunks_of_lines, plain

NOTES_MAX = 20
_SOURCES = ("lineup", "sources")
Read = Callable[[str], bytes]
"""Gets the bytes of a file or an address, within limits (`flexcare.lineup.source.read_source`)."""


@dataclass(frozen=True, slots=True)
class Playlist:
    """One playlist: how reports call it, its text, its channels in the order of their numbers, and the guides that it names."""

    file: str
    text: str
    channels: tuple[Channel, ...]
    guides: tuple[str, ...] = ()

    def line_of(self, address: str) -> int:
        """The first line in which a stream's address stands; 0 where it does not."""
        found = self.text.find(address)
        return self.text.count("\n", 0, found) + 1 if found >= 0 else 0


class Playlists:
    """Reads playlists, and tells what is wrong with them."""

    def __init__(self, folder: Path, read: Read, faults: Faults) -> None:
        self._folder = folder / LINEUPS
        self._read = read
        self._faults = faults
        self._known: dict[str, Playlist | FlexCareError] = {}

    def of(self, tables: Tables) -> list[Playlist]:
        """The playlists that hold where these tables do; one that cannot be used becomes a fault at the key that names it."""
        found = []
        for name in tables.get("lineup").sources:
            known = self._known.get(name)
            if known is None:
                known = self._known[name] = self._load(name)
            if isinstance(known, Playlist):
                found.append(known)
            else:
                self._tell(known, name, tables)
        return found

    def _load(self, name: str) -> Playlist | FlexCareError:
        by_web = is_web_address(name)
        if not by_web and ("/" in name or "\\" in name or name.startswith(".")):
            return PlaylistUnusable("a playlist is no plain file name", cure=f"put it into {LINEUPS}/ and write its name")
        if not by_web and not (self._folder / name).is_file():
            return PlaylistUnusable(f"there is no file {LINEUPS}/{name}", cure=f"put it into {LINEUPS}/, or mend its name")
        file = f"playlist of {_host(name)}" if by_web else f"{LINEUPS}/{name}"
        try:
            data = plain(self._read(name if by_web else str(self._folder / name)))
            text = "\n".join(text for text, _ in chunks_of_lines(data))
            find_secrets(text, file, self._faults)
            lineup, problems = read_m3u(data)
        except (PlaylistUnusable, DownloadFailed) as error:
            for problem in error.problems[:NOTES_MAX] if isinstance(error, PlaylistUnusable) else ():
                self._faults.note(Fault(file, problem.line, "", problem.text, problem.cure))
            return type(error)(error.what, cure=error.cure)
        for problem in problems[:NOTES_MAX]:
            self._faults.note(Fault(file, problem.line, "", problem.text, problem.cure))
        if len(problems) > NOTES_MAX:
            self._faults.note(Fault(file, 0, "", f"{len(problems) - NOTES_MAX} more problems", "flexcare lineup check tells them all"))
        return Playlist(file, text, lineup.channels, lineup.guide_addresses)

    def _tell(self, error: FlexCareError, name: str, tables: Tables) -> None:
        shown = _host(name) if is_web_address(name) else name
        self._faults.add(tables.fault(_SOURCES, f"{shown}: {error.what}", error.cure))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "an address"
    except ValueError:
        return "an address"
