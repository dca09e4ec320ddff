"""In which line of a TOML file a key stands: `tomllib` does not tell, so it is looked up in the text. Only for files that were parsed."""

from __future__ import annotations

import re

Path = tuple[str, ...]

_BARE_OR_QUOTED = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_BARE_OR_QUOTED}(?:\s*\.\s*{_BARE_OR_QUOTED})*"
_TABLE = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_PART = re.compile(_BARE_OR_QUOTED)
_TOKEN = re.compile(r'"""|\'\'\'|"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*|[\[\]{}]')


class TomlLines:
    """The lines of every table and key of one file, found at the first question."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[Path, int] = {}

    def of(self, path: Path) -> int:
        """The line of a key, or of the closest table around it that has one; 0 where there is none."""
        if not self._lines:
            self._lines = _find(self._text)
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 0


class LinesWithin(TomlLines):
    """The lines of one table of a file, by the keys below it."""

    def __init__(self, lines: TomlLines, table: Path) -> None:
        self._all = lines
        self._table = table

    def of(self, path: Path) -> int:
        return self._all.of((*self._table, *path))


def _find(text: str) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    scanner = _Scanner()
    for number, line in enumerate(text.splitlines(), 1):
        if scanner.inside:
            scanner.take(line)
            continue
        header = _TABLE.match(line)
        if header:
            table = _parts(header[2])
            if header[1] == "[[":
                lines.setdefault(table, number)
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            lines.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            lines.setdefault((*table, *_parts(key[1])), number)
            scanner.take(line[key.end() :])
    return lines


def _parts(dotted: str) -> Path:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(dotted))


class _Scanner:
    """Whether the end of a line is inside a value that goes on: an array, an inline table or a text of several lines."""

    def __init__(self) -> None:
        self._depth = 0
        self._quotes = ""

    @property
    def inside(self) -> bool:
        return bool(self._depth or self._quotes)

    def take(self, line: str) -> None:
        if self._quotes:
            _, ended, line = line.partition(self._quotes)
            if not ended:
                return
            self._quotes = ""
        for found in _TOKEN.finditer(line):
            token = found[0]
            if token in ('"""', "'''"):
                self._quotes = token
                self.take(line[found.end() :])
                return
            self._depth += (token in ("[", "{")) - (token in ("]", "}"))
