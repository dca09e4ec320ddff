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


def edited_source(folder: Path, edits: str) -> Path:
    """The same with edits: `@ FILE`, then lines to be replaced (`- `) and to be put there (`+ `).

    Lines to be replaced follow each other in the file; without any, the others go to its end. A file that is not there is made.
    """
    source = good_source(folder)
    for file, old, new in _edits(edits):
        path = source / file
        text = path.read_text() if path.exists() else ""
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
