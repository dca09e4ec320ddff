"""`flexcare guide check`: which channels have a programme guide, which have none, and what is wrong with the guides."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from flexcare.cli.check import print_faults
from flexcare.clock import SystemClock
from flexcare.configuration.compile import Compiled, check_source
from flexcare.configuration.faults import did_you_mean
from flexcare.download import download, is_web_address
from flexcare.download_failures import DownloadLimits
from flexcare.errors import DownloadFailed, GuideSourceUnusable, PlaylistUnusable, SourceUnusable
from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.report import GuideReport
from flexcare.lineup.channel import Channel
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source

_PROBLEMS, _UNUSABLE = 1, 2
_LIMITS = DownloadLimits(512 * 1024 * 1024, 300.0)

app = typer.Typer(help="Look at programme guides before the wards see them.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class _Feed:
    """A guide to look at: the address or file as it was written, its content where it lies in a publication, and its shift."""

    name: str
    content: bytes | None = None
    shift_minutes: int = 0


@dataclass(frozen=True, slots=True)
class _Lineup:
    """Channels and the guides for them, for so many days; of a ward, or of a playlist ("")."""

    ward: str
    channels: tuple[Channel, ...]
    feeds: tuple[_Feed, ...]
    days: int = 31


@app.callback()
def _guide() -> None:
    """Keep `check` a command of its own while it is the only one."""


@app.command()
def check(
    source: Annotated[str, typer.Argument(metavar="PLAYLIST-or-SOURCE", help="A playlist, or the folder that holds hospital.toml.")],
    guides: Annotated[list[str] | None, typer.Argument(metavar="[GUIDE]...", help="XMLTV guides instead of those that it names.")] = None,
    ward: Annotated[str, typer.Option(metavar="WARD", help="Only this ward of the source.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Tell which channels have a programme guide, and for those without one the nearest that the guides know.

    Guides are files or addresses, plain or packed with gzip or xz; of several the first that knows a channel counts. Ends with 0 if every
    channel has a guide and all is well, with 1 if there are misses or problems, and with 2 if no guide can be used.
    """
    try:
        reports = _reports(_lineups(source, ward), tuple(_Feed(name) for name in guides or ()))
    except (GuideSourceUnusable, PlaylistUnusable, DownloadFailed, SourceUnusable) as error:
        if not as_json:
            raise
        _print_json({"usable": False, "error": str(error)})
        raise typer.Exit(_UNUSABLE) from error
    if as_json:
        _print_json({"usable": True, "lineups": [{"ward": name, **asdict(report)} for name, report in reports]})
    else:
        for name, report in reports:
            _print_report(name, report)
    if any(report.misses or report.problems for _, report in reports):
        raise typer.Exit(_PROBLEMS)


def _lineups(source: str, ward: str) -> list[_Lineup]:
    if is_web_address(source) or not Path(source).is_dir():
        if ward:
            raise typer.BadParameter("a playlist has no wards", param_hint="--ward")
        lineup, _ = read_m3u(read_source(source))
        return [_Lineup("", lineup.channels, tuple(_Feed(address) for address in lineup.guide_addresses))]
    checked = check_source(Path(source), SystemClock())
    if checked.compiled is None:
        print_faults(checked.faults)
        raise SourceUnusable("the configuration has faults", place=source, cure="mend them first")
    wards = checked.compiled.wards
    if ward and ward not in wards:
        raise typer.BadParameter(f"there is no ward {ward} {did_you_mean(ward, wards)}".rstrip(), param_hint="--ward")
    return [_of_ward(checked.compiled, name) for name in wards if ward in ("", name)]


def _of_ward(compiled: Compiled, name: str) -> _Lineup:
    ward = compiled.wards[name]
    feeds = (_Feed(feed.address, compiled.assets.get(feed.asset), feed.shift_minutes) for feed in ward.guide.sources)
    return _Lineup(name, ward.offer.channels, tuple(feeds), ward.guide.days)


def _reports(lineups: Sequence[_Lineup], feeds: tuple[_Feed, ...]) -> list[tuple[str, GuideReport]]:
    """Make the guide of every lineup in a folder that is gone afterwards; wards that show the same share a report."""
    reports: dict[tuple[object, ...], GuideReport] = {}
    found = []
    with tempfile.TemporaryDirectory(prefix="flexcare-guide-") as folder:
        shelf = _Shelf(Path(folder))
        for lineup in lineups:
            wanted = feeds or lineup.feeds
            if not wanted:
                raise GuideSourceUnusable("no guide is named", place=lineup.ward, cure="name one in guide.sources, or after the playlist")
            key = (lineup.channels, wanted, lineup.days)
            if key not in reports:
                sources = [GuideSource(shelf.file(feed), feed.shift_minutes) for feed in wanted]
                now_s = int(SystemClock().now().timestamp())
                reports[key] = build_guide(sources, lineup.channels, Path(folder) / "guide.sqlite", now_s, lineup.days * 86_400)
            found.append((lineup.ward, reports[key]))
    return found


class _Shelf:
    """Guides as files, each fetched once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[tuple[str, bytes | None], Path] = {}

    def file(self, feed: _Feed) -> Path:
        key = (feed.name, feed.content)
        if key not in self._files:
            self._files[key] = self._get(feed, self._folder / f"{len(self._files)}.xmltv")
        return self._files[key]

    def _get(self, feed: _Feed, place: Path) -> Path:
        if feed.content is not None:
            place.write_bytes(feed.content)
            return place
        if not is_web_address(feed.name):
            return Path(feed.name)
        place.write_bytes(download(feed.name, _LIMITS))
        return place


def _print_report(ward: str, report: GuideReport) -> None:
    with _section(f"Ward {ward}" if ward else "Playlist"):
        total = report.channels + len(report.misses)
        print(f"Channels with a guide: {report.channels} of {total}. Programmes: {report.programmes}.")
        for miss in report.misses:
            print(f"{miss.number:>6}  {miss.name}")
            print(f"        nearest: {', '.join(miss.candidates)}" if miss.candidates else "        nothing like it is in the guides")
        if report.misses:
            print("        Write the id of the right one into the playlist as tvg-id.")
        for problem in report.problems:
            print(f"Guide {problem.source + 1}: {problem.count} x {problem.text}")
            print(f"    {problem.cure}")


@contextmanager
def _section(title: str) -> Iterator[None]:
    print(title)
    yield
    print()


def _print_json(answer: dict[str, Any]) -> None:
    # ASCII alone is valid JSON on any terminal and in any locale.
    json.dump(answer, sys.stdout, indent=2)
    print()
