"""Channel marks, drawn without any library: flat shapes with smooth rims, as PNG (PNG specification, second edition)."""

from __future__ import annotations

import math
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

SIZE = 160
_EDITION = 1  # raise it when a mark changes, or the kept ones stay

Shape = Callable[[float, float], float]
"""How far a point is outside of the shape (negative: inside), in units of half the mark's width; y points down."""


def _disc(x0: float, y0: float, radius: float) -> Shape:
    return lambda x, y: math.hypot(x - x0, y - y0) - radius


def _ring(x0: float, y0: float, radius: float, thickness: float) -> Shape:
    return lambda x, y: abs(math.hypot(x - x0, y - y0) - radius) - thickness / 2


def _box(x0: float, y0: float, half_width: float, half_height: float, corner: float = 0.06) -> Shape:
    def away(x: float, y: float) -> float:
        dx, dy = abs(x - x0) - half_width + corner, abs(y - y0) - half_height + corner
        return math.hypot(max(dx, 0.0), max(dy, 0.0)) + min(max(dx, dy), 0.0) - corner

    return away


def _both(first: Shape, second: Shape) -> Shape:
    return lambda x, y: max(first(x, y), second(x, y))


def _without(first: Shape, second: Shape) -> Shape:
    return lambda x, y: max(first(x, y), -second(x, y))


def _wave(y0: float) -> Shape:
    return lambda x, y: max(abs(y - y0 - 0.10 * math.sin(x * 6.3)) - 0.085, abs(x) - 0.86)


def _rays(x: float, y: float) -> float:
    turned = math.remainder(math.atan2(y, x), math.pi / 4)
    far = math.hypot(x, y)
    return max(abs(far * math.sin(turned)) - 0.055, abs(far - 0.74) - 0.14)


def _star(x: float, y: float) -> float:
    square = max(abs(x), abs(y)) - 0.56
    diamond = (abs(x) + abs(y)) * 0.7071 - 0.56
    return min(square, diamond)


PLATE = _box(0, 0, 0.94, 0.94, 0.3)
WHITE, INK, NIGHT = "FFFFFF", "14202B", "101C3A"
_MARKS: dict[str, list[tuple[Shape, str]]] = {
    "one": [(_disc(0, 0, 0.92), "0B6E69"), (_box(0.06, 0, 0.13, 0.52), WHITE), (_box(-0.12, -0.36, 0.2, 0.11), WHITE)],
    "clock": [(PLATE, "C8102E"), (_ring(0, 0, 0.6, 0.13), WHITE), (_box(0, -0.2, 0.065, 0.26), WHITE), (_box(0.16, 0, 0.22, 0.065), WHITE)],
    "leaf": [(_both(_disc(-0.45, 0.1, 0.95), _disc(0.45, -0.1, 0.95)), "2F7D4A"), (_box(0, 0.25, 0.035, 0.68), "D9F0DC")],
    "waves": [(_wave(-0.42), WHITE), (_wave(0), WHITE), (_wave(0.42), WHITE)],  # light: it needs a plate to stand on
    "plus": [(_box(0, 0, 0.8, 0.24), INK), (_box(0, 0, 0.24, 0.8), INK)],  # dark: so does this one on a dark screen
    "balls": [(_disc(-0.42, 0.3, 0.42), "E4572E"), (_disc(0.45, 0.34, 0.38), "2E86AB"), (_disc(0.02, -0.42, 0.4), "FFC914")],
    "bars": [(PLATE, "2A1A4A")]
    + [(_box(-0.54 + 0.36 * place, 0.62 - high, 0.12, high), "B79CFF") for place, high in enumerate((0.3, 0.58, 0.42, 0.2))],
    "frame": [(_box(0, 0, 0.94, 0.62, 0.12), INK)]
    + [(_box(x, y, 0.08, 0.07, 0.03), "F7F0DC") for y in (-0.47, 0.47) for x in (-0.7, -0.35, 0.0, 0.35, 0.7)]
    + [(_box(0, 0, 0.74, 0.28, 0.04), "D8A24A")],
    "star": [(_star, "0F5A66"), (_without(_star, lambda x, y: _star(x * 1.22, y * 1.22)), "D9B45B"), (_disc(0, 0, 0.2), "D9B45B")],
    "sun": [(_disc(0, 0, 0.46), "F5A623"), (_rays, "F5A623")],
    "note": [
        (_disc(0, 0, 0.92), "6B8F71"),
        (_disc(-0.2, 0.4, 0.22), WHITE),
        (_box(-0.03, -0.08, 0.06, 0.5), WHITE),
        (_box(0.14, -0.5, 0.22, 0.09), WHITE),
    ],
    "moon": [(_without(_disc(0, 0, 0.8), _disc(0.36, -0.22, 0.66)), "E9DFC3"), (_disc(0.5, -0.3, 0.08), "E9DFC3")],
}


def kept(cache: Path, kind: str) -> bytes:
    """The mark `kind` as a PNG, drawn once and kept in the cache folder."""
    place = cache / f"mark-{kind}-{SIZE}-{_EDITION}.png"
    if not place.exists():
        part = place.with_name(f"{place.name}.{os.getpid()}.part")
        part.write_bytes(png(kind))
        part.replace(place)
    return place.read_bytes()


def png(kind: str) -> bytes:
    """The mark `kind` as a PNG of 160 x 160 pixels with transparency."""
    pixels = bytearray()
    layers = [(shape, tuple(bytes.fromhex(colour))) for shape, colour in _MARKS[kind]]
    for row in range(SIZE):
        y = (2 * row + 1) / SIZE - 1
        for column in range(SIZE):
            pixels += _pixel(layers, (2 * column + 1) / SIZE - 1, y)
    return _encode(SIZE, SIZE, bytes(pixels))


def _pixel(layers: list[tuple[Shape, tuple[int, ...]]], x: float, y: float) -> bytes:
    """The layers over each other at one point; the rim is one pixel soft."""
    colour, opacity = (0.0, 0.0, 0.0), 0.0
    for shape, paint in layers:
        cover = min(max(0.5 - shape(x, y) * SIZE / 2, 0.0), 1.0)
        if cover:
            total = cover + opacity * (1 - cover)
            r, g, b = ((new * cover + old * opacity * (1 - cover)) / total for new, old in zip(paint, colour, strict=True))
            colour, opacity = (r, g, b), total
    return bytes((*(round(part) for part in colour), round(opacity * 255)))


def _encode(width: int, height: int, rgba: bytes) -> bytes:
    rows = b"".join(b"\0" + rgba[at : at + 4 * width] for at in range(0, len(rgba), 4 * width))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
