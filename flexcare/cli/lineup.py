"""`flexcare lineup check`: what a playlist holds, and what is wrong with it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flexcare.errors import DownloadFailed, PlaylistUnusable
from flexcare.lineup.channel import Channel, Lineup, Problem
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source

_PROBLEMS, _UNUSABLE = 1, 2
_GAP = "  "
_END_OF_HOST = re.compile(r"[/?#]")

app = typer.Typer(help="Look at playlists before the wards see them.", no_args_is_help=True)


@app.callback()
def _lineup() -> None:
    """Keep `check` a command of its own while it is the only one."""


@app.command()
def check(
    source: Annotated[str, typer.Argument(metavar="FILE-or-ADDRESS", help="A playlist: a file, or an address by http or https.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
) -> None:
    """Show the channels of a playlist and its problems.

    Ends with 0 if all is well, with 1 if there are problems, and with 2 if the list cannot be used at all.
    """
    try:
        lineup, problems = read_m3u(read_source(source))
    except (PlaylistUnusable, DownloadFailed) as error:
        if not as_json:
            _show_problems(getattr(error, "problems", ()))
            raise
        _print_json(Lineup(()), _problems_of(error))
        raise typer.Exit(_UNUSABLE) from error
    if as_json:
        _print_json(lineup, problems)
    else:
        _show_channels(lineup)
        _show_problems(problems)
        print(_summary(lineup, problems))
    if problems:
        raise typer.Exit(_PROBLEMS)


def _problems_of(error: PlaylistUnusable | DownloadFailed) -> tuple[Problem, ...]:
    """The problems that make a list unusable; line 0 stands for the list as a whole."""
    known = error.problems if isinstance(error, PlaylistUnusable) else ()
    place = f"{error.place}: " if error.place else ""
    return (Problem(0, f"{place}{error.what}", error.cure), *known)


def _print_json(lineup: Lineup, problems: Sequence[Problem]) -> None:
    channels = [
        {
            "number": channel.number,
            "name": channel.name,
            "guide_id": channel.guide_id,
            "groups": channel.groups,
            "radio": channel.radio,
            "stream": channel.stream.address,
            "backups": [stream.address for stream in channel.backups],
        }
        for channel in lineup.channels
    ]
    # ASCII alone is valid JSON on any terminal and in any locale.
    json.dump({"channels": channels, "problems": [asdict(problem) for problem in problems]}, sys.stdout, indent=2)
    print()


def _console() -> Console:
    return Console(highlight=False, emoji=False, markup=False)


def _show_channels(lineup: Lineup) -> None:
    """Print one line a channel, as wide as the terminal; by hand, for rich's tables take seconds for thousands of rows."""
    console = _console()
    number_width = max(3, *(len(str(channel.number)) for channel in lineup.channels))
    rest = (max(60, console.width) - number_width) // 4 - len(_GAP)
    widths = (number_width, rest, rest, rest, rest)
    console.print(Text("Channels", style="bold"))
    console.print(Text(_row(("No.", "Name", "Groups", "Guide", "Stream"), widths), style="bold"))
    for channel in lineup.channels:
        print(_row((str(channel.number), channel.name, "; ".join(channel.groups), channel.guide_id, _where(channel)), widths))
    print()


def _row(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    number = cells[0].rjust(widths[0])
    return _GAP.join((number, *(_fitted(cell, width) for cell, width in zip(cells[1:], widths[1:], strict=True)))).rstrip()


def _fitted(text: str, width: int) -> str:
    """Fill or cut a text to so many columns of a terminal, of which an East Asian character takes two and a combining mark none."""
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


def _where(channel: Channel) -> str:
    """The kind of the stream and its host: enough to recognise it, and no password on the screen."""
    scheme, _, rest = channel.stream.address.partition("://")
    host = _END_OF_HOST.split(rest, maxsplit=1)[0].rpartition("@")[2]
    kind = "radio " if channel.radio else ""
    backups = f" +{len(channel.backups)}" if channel.backups else ""
    return f"{kind}{scheme} {host}{backups}"


def _show_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    console = _console()
    table = Table(box=None, expand=True, pad_edge=False, title="Problems", title_justify="left", title_style="bold")
    table.add_column("Line", justify="right", width=6)
    table.add_column("What", ratio=3, overflow="fold")
    table.add_column("Cure", ratio=2, overflow="fold")
    for problem in problems:
        table.add_row(str(problem.line), Text(problem.text), Text(problem.cure))
    console.print(table)
    print()


def _summary(lineup: Lineup, problems: Sequence[Problem]) -> str:
    radio = sum(channel.radio for channel in lineup.channels)
    return f"Television channels: {len(lineup.channels) - radio}. Radio channels: {radio}. Problems: {len(problems)}."
