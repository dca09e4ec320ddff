"""Region, hospital, ward, device: each layer overrides the one above key by key, and every value knows where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flexcare.configuration.toml_lines import LinesWithin, Path, TomlLines

Table = dict[str, Any]
HOSPITAL = "hospital.toml"
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(slots=True)
class Layer:
    """One file of a source: its name for people (from the source's folder), its text and what TOML makes of it."""

    file: str
    text: str
    data: Table
    lines: TomlLines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = TomlLines(self.text)

    def has(self, path: Path) -> bool:
        """Whether the file says something at a path."""
        found: Any = self.data
        for part in path:
            if isinstance(found, Mapping) and part in found:
                found = found[part]
            elif isinstance(found, list) and part.isdigit() and int(part) < len(found):
                found = found[int(part)]
            else:
                return False
        return True


def part(layer: Layer, name: str, data: Table) -> Layer:
    """One table of a file, or what `data` has of it, as a layer of its own."""
    made = Layer(layer.file, "", data)
    made.lines = LinesWithin(layer.lines, (name,))
    return made


def merged(over: Mapping[str, Any], under: Mapping[str, Any]) -> Table:
    """Lay one table over another: tables key by key, everything else as a whole. Neither is changed."""
    result = dict(under)
    for key, value in over.items():
        below = result.get(key)
        result[key] = merged(value, below) if isinstance(value, Mapping) and isinstance(below, Mapping) else value
    return result


def origin(layers: Sequence[Layer], path: Path) -> Layer:
    """The layer that a value comes from; `layers` go from the widest to the narrowest.

    What nobody wrote belongs to the narrowest that has the closest table around it, else to the hospital.
    """
    while path:
        for layer in reversed(layers):
            if layer.has(path):
                return layer
        path = path[:-1]
    return next((layer for layer in layers if layer.file == HOSPITAL), layers[0])


def leaves(table: Mapping[str, Any], at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a table with its path; a list is one value."""
    for key, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from leaves(value, (*at, key))
        else:
            yield (*at, key), value


def dotted(path: Path) -> str:
    """A path as IT writes it: parts that are more than letters, digits, hyphens and underscores in quotes."""
    return ".".join(part if _BARE.fullmatch(part) else f'"{part}"' for part in path)
