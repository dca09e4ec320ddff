"""What a program or library says of itself: for which machine it is, and what it is linked with. Source: elf(5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

MACHINES = {62: "amd64", 183: "arm64"}
_HEADER = struct.Struct("<4sBB10xHHIQQQIHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRINGS = 1, 5


@dataclass(frozen=True)
class Elf:
    """machine: as Debian names it, or its number. needed: the libraries that it is linked with."""

    machine: str
    needed: tuple[str, ...]


def read_elf(path: Path) -> Elf | None:
    """None for what is no 64-bit ELF file."""
    data = path.read_bytes()
    if len(data) < _HEADER.size or data[:5] != b"\x7fELF\x02":
        return None
    _, _, _, _, machine, _, _, at, _, _, _, size, count = _HEADER.unpack_from(data)
    segments = [_SEGMENT.unpack_from(data, at + size * number) for number in range(count)]
    entries = [
        _ENTRY.unpack_from(data, place)
        for kind, _, start, _, _, length, _, _ in segments
        if kind == _DYNAMIC
        for place in range(start, start + length, _ENTRY.size)
    ]
    strings = next((_offset(segments, value) for tag, value in entries if tag == _STRINGS), 0)
    needed = [_text(data, strings + value) for tag, value in entries if tag == _NEEDED]
    return Elf(MACHINES.get(machine, str(machine)), tuple(needed))


def _offset(segments: list[tuple[int, ...]], address: int) -> int:
    """Where in the file that lies which is loaded to an address."""
    for kind, _, start, place, _, length, _, _ in segments:
        if kind == _LOAD and place <= address < place + length:
            return address - place + start
    raise ValueError("an address outside every segment")


def _text(data: bytes, at: int) -> str:
    return data[at : data.index(b"\0", at)].decode()
