"""Whether a colour can be read: contrast as WCAG 2.2 defines it. The screen's own palettes use the same arithmetic on their side."""

from __future__ import annotations

ACCENT_CONTRAST = 3.0
"""The least contrast of an accent to white. A screen darkens an accent until text on it reads; below this, another colour comes out."""


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 for black to 1 for white (WCAG 2.2, "relative luminance")."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_to_white(colour: str) -> float:
    """The contrast ratio of a colour and white, 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)
