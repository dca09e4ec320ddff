"""What two pictures of the screen tell: whether the television's picture moves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

SAMPLES_ACROSS = 96
SAMPLES_DOWN = 32


def television_part(picture: QImage) -> QRect:
    """The part of the screen over which neither the overlay nor the banner nor the clock lies."""
    width, height = picture.width(), picture.height()
    return QRect(width // 5, height // 5, width * 3 // 5, height // 4)


def differing_share(one: Path, other: Path) -> float:
    """The share of sampled places of the television's picture that differ between two grabs, 0 to 1."""
    first, second = QImage(str(one)), QImage(str(other))
    part = television_part(first)
    places = [
        (part.x() + part.width() * across // SAMPLES_ACROSS, part.y() + part.height() * down // SAMPLES_DOWN)
        for across in range(SAMPLES_ACROSS)
        for down in range(SAMPLES_DOWN)
    ]
    return sum(first.pixel(x, y) != second.pixel(x, y) for x, y in places) / len(places)
