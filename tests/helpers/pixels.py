"""What a picture of the screen shows, without knowing its words."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from deploy.tour.bed import Bed


def share_of(picture: Path, colour: str, *, below: float = 0.0, tolerance: int = 12) -> float:
    """Which share of a picture, below a share of its height, has a colour."""
    image = QImage(str(picture))
    wanted = QColor(colour)
    hits = count = 0
    for y in range(int(image.height() * below), image.height(), 4):
        for x in range(0, image.width(), 4):
            seen = image.pixelColor(x, y)
            pairs = ((seen.red(), wanted.red()), (seen.green(), wanted.green()), (seen.blue(), wanted.blue()))
            hits += all(abs(a - b) <= tolerance for a, b in pairs)
            count += 1
    return hits / count


def await_picture(bed: Bed, picture: Path, condition: Callable[[Path], bool], *, patience_s: float = 60.0) -> None:
    """Take pictures of a bed's screen until one fulfils a condition; the last one stays in `picture`."""
    deadline = time.monotonic() + patience_s
    while True:
        bed.grab(picture)
        if condition(picture):
            return
        assert time.monotonic() < deadline, f"not seen in {patience_s:.0f} s: {picture}"


def share_that_differs(one: Path, other: Path) -> float:
    """The share of sampled places in which two pictures of a size differ, 0 to 1."""
    first, second = QImage(str(one)), QImage(str(other))
    assert first.size() == second.size()
    places = [(x, y) for x in range(0, first.width(), 4) for y in range(0, first.height(), 4)]
    return sum(first.pixel(x, y) != second.pixel(x, y) for x, y in places) / len(places)
