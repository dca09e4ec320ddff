"""The measures of every screen, in millimetres at standard text size."""

from __future__ import annotations

import math

MM_PER_INCH = 25.4

CAPTION_MM = 3.6
BODY_MM = 4.6
TITLE_MM = 7.0
DISPLAY_MM = 12.0

# Lengths that hold no text: the same at every text size.
TARGET_MM = 12.0
STAFF_KEY_MM = 14.0
TILE_MM = 28.0
EASY_TARGET_MM = 40.0
START_HEIGHT_MM = 20.0
GAP_SMALL_MM = 1.5
GAP_MM = 3.0
GAP_LARGE_MM = 5.0
MARGIN_MM = 7.0
RADIUS_SMALL_MM = 2.0
RADIUS_LARGE_MM = 5.0
HAIRLINE_MM = 0.3
RING_MM = 0.8
SWIPE_MM = 10.0
SHIFT_MM = 4.0

# Lengths that grow with the text they hold or stand beside.
ICON_MM = 6.4
ICON_LARGE_MM = 13.0
PLATE_WIDTH_MM = 31.0
PLATE_HEIGHT_MM = 19.0
STATION_WIDTH_MM = 50.0
STATION_HEIGHT_MM = 28.0
SHEET_MM = 136.0
HOME_WIDTH_MM = 150.0
HOUR_MM = 62.0

TEXT_SCALES = {"standard": 1.0, "large": 1.4, "largest": 2.0}

MOTION_MS = 180
GREETING_MS = 4500
GREETING_FADE_MS = 900
PROGRESS_DELAY_MS = 900


def pixels_per_mm(width: int, height: int, diagonal_inches: float) -> float:
    """The density of a screen of `width` x `height` pixels with square pixels."""
    return math.hypot(width, height) / (diagonal_inches * MM_PER_INCH)


PRESSED_OPACITY = 0.16
DIMMED_OPACITY = 0.45
LINE_SPACING = 1.35
