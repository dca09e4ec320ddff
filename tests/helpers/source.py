"""The demo hospital's source as tests need it: a copy to write in, and small edits over it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.helpers.clock import FakeClock

GOOD = Path(__file__).parents[2] / "deploy" / "demo_hospital"
EXPECTED = "@ expected"
_LINE = re.compile(r"^([^:{]+):\{(.*?)\}:")


def day() -> FakeClock:
    """A day within the demo hospital's agreement."""
    return FakeClock(datetime(2026, 6, 1, 12, tzinfo=UTC))


def good_source(folder: Path) -> Path:
    """Copy the demo hospital's source into a folder; returns it."""
    return shutil.copytree(GOOD, folder / "source")


def large_source(folder: Path, wards: int, devices_each: int, channels: int) -> Path:
    """The same with so many more wards, each with something of its own, so many devices in each, and so many more channels."""
    source = good_source(folder)
    devices = []
    for ward in range(wards):
        rules = '[channels]\nhide = ["Havn"]\n' if ward % 4 == 0 else ""
        (source / "wards" / f"w{ward}.toml").write_text(f'[ward]\nname = "W{ward}"\n[sound]\ncap_percent = {20 + ward % 80}\n{rules}')
        devices += [f'[t-{ward}-{bed}]\nward = "w{ward}"\nbed = "W{ward}, bed {bed}"\n' for bed in range(devices_each)]
    with (source / "devices.toml").open("a") as file:
        file.write("\n".join(devices))
    with (source / "lineups" / "hospital.m3u").open("a") as file:
        for channel in range(channels):
            address = f"udp://@239.11.{channel // 250}.{channel % 250}:1234"
            file.write(f'#EXTINF:-1 tvg-id="c{channel}" tvg-chno="{200 + channel}" group-title="More",Channel {channel}\n{address}\n')
    return source


def edited_source(folder: Path, edits: str) -> Path:
    """The same with edits: `@ FILE`, then lines to be replaced (`- `) and to be put there (`+ `).

    Lines to be replaced follow each other in the file; without any, the others go to its end. A file that is not there is made.
    """
    source = good_source(folder)
    for file, old, new in _edits(edits):
        path = source / file
        text = path.read_text() if path.exists() else ""
        path.parent.mkdir(exist_ok=True)
        if not old:
            path.write_text(text + new)
            continue
        if f"\n{old}" not in f"\n{text}":
            raise ValueError(f"{file} has no such lines: {old}")
        path.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}", 1)[1:])
    return source


def with_lines(expected: str, source: Path) -> str:
    """An expected report line with `{the text of the line}` turned into that line's number."""
    found = _LINE.match(expected)
    if not found:
        return expected
    lines = [line.strip() for line in (source / found[1]).read_text().splitlines()]
    return f"{found[1]}:{lines.index(found[2].strip()) + 1}:{expected[found.end() :]}"


def _edits(text: str) -> Iterator[tuple[str, str, str]]:
    file, old, new = "", "", ""
    for line in text.splitlines():
        mark, rest = line[:1], line[2:]
        if (mark == "@" or (mark == "-" and new)) and (old or new):
            yield file, old, new
            old = new = ""
        if mark == "@":
            file = rest
        elif mark == "-":
            old += f"{rest}\n"
        elif mark == "+":
            new += f"{rest}\n"
        elif line:
            raise ValueError(f"this is no edit: {line}")
    if old or new:
        yield file, old, new
