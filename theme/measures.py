"""The measures of every screen, in millimetres at standard text size."""

from __future__ import annotations

import math

MM_PER_INCH = 25.4

CAPTION_MM = 3.6
BODY_MM = 4.6
TITLE_MM = 7.0
DISPLAY_MM = 12.0

TARGET_MM = 12.0
TILE_MM = 28.0
GAP_MM = 3.0
MARGIN_MM = 7.0
RADIUS_SMALL_MM = 2.0
RADIUS_LARGE_MM = 5.0
HAIRLINE_MM = 0.3
RING_MM = 0.9

TEXT_SCALES = {"standard": 1.0, "large": 1.4, "largest": 2.0}

MOTION_MS = 180


def pixels_per_mm(width: int, height: int, diagonal_inches: float) -> float:
    """The density of a screen of `width` x `height` pixels with square pixels."""
    return math.hypot(width, height) / (diagonal_inches * MM_PER_INCH)
