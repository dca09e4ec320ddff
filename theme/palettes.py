"""The four palettes as roles, and the arithmetic that keeps them readable.

Contrast and relative luminance are those of WCAG 2.2 (definitions of "contrast ratio" and "relative luminance").
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, replace
from itertools import chain

TEXT_CONTRAST = 7.0
SOFT_TEXT_CONTRAST = 4.5
CONTROL_CONTRAST = 3.0
NIGHT_MAX_LUMINANCE = 0.40


@dataclass(frozen=True)
class Palette:
    """One colour for each role, as `#RRGGBB` (`scrim` as `#AARRGGBB`).

    `feature` is the ground of Home's first tile: the accent by day, embers by night, edged in `featureLine`.
    `plate` lies under channel logos and suits light and dark ones; `veil` is what dims or blackens the whole screen.
    """

    background: str
    surface: str
    surfaceRaised: str
    ink: str
    inkSoft: str
    accent: str
    onAccent: str
    feature: str
    onFeature: str
    featureLine: str
    line: str
    good: str
    warning: str
    danger: str
    scrim: str
    plate: str
    veil: str


DAY = Palette(
    background="#F4EEE3",
    surface="#FBF7EF",
    surfaceRaised="#FFFFFF",
    ink="#241E17",
    inkSoft="#5C5347",
    accent="#0B4F54",
    onAccent="#FFFFFF",
    feature="#0B4F54",
    onFeature="#FFFFFF",
    featureLine="#0B4F54",
    line="#8A7F6F",
    good="#195A31",
    warning="#6E4600",
    danger="#8C241A",
    scrim="#8C1A140D",
    plate="#98928A",
    veil="#000000",
)
NIGHT = Palette(
    background="#120D08",
    surface="#1A130C",
    surfaceRaised="#20170F",
    ink="#C9A36C",
    inkSoft="#A5834F",
    accent="#D09A4A",
    onAccent="#120D08",
    feature="#26180B",
    onFeature="#C9A36C",
    featureLine="#D09A4A",
    line="#82663E",
    good="#A9A851",
    warning="#D3A03E",
    danger="#E0926A",
    scrim="#B3080603",
    plate="#6E675C",
    veil="#000000",
)
CONTRAST = Palette(
    background="#000000",
    surface="#000000",
    surfaceRaised="#000000",
    ink="#FFFFFF",
    inkSoft="#FFFFFF",
    accent="#FFE100",
    onAccent="#000000",
    feature="#000000",
    onFeature="#FFE100",
    featureLine="#FFE100",
    line="#FFFFFF",
    good="#FFFFFF",
    warning="#FFE100",
    danger="#FFE100",
    scrim="#CC000000",
    plate="#767676",
    veil="#000000",
)
PALETTES = {"day": DAY, "night": NIGHT, "contrast": CONTRAST}

GROUNDS = ("background", "surface", "surfaceRaised")
TEXT_PAIRS = tuple(
    chain(
        ((ink, ground) for ink in ("ink", "accent", "danger", "warning", "good") for ground in GROUNDS),
        [("onAccent", "accent"), ("onFeature", "feature")],
    )
)
SOFT_TEXT_PAIRS = tuple(("inkSoft", ground) for ground in GROUNDS)
CONTROL_PAIRS = tuple((line, ground) for line in ("line", "featureLine") for ground in GROUNDS)
LOGO_MARKS = ("#FFFFFF", "#000000")


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 for black to 1 for white."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, whichever is the lighter."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def with_accent(palette: Palette, accent: str) -> Palette:
    """Lay a hospital's colour over a palette, moved in lightness until it can be read on every ground.

    The text on it becomes white or the palette's ink or background, whichever reads best. Night keeps its own accent
    where the hospital's has more blue than red, because blue light in the evening is what Night is there to spare people.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(accent))
    wanted = luminance(accent)
    if _is_dark(palette) and _bluish(accent):
        return palette
    candidates = [_hex(colorsys.hls_to_rgb(hue, step / 100, saturation)) for step in range(101)]
    fitting = [colour for colour in candidates if _accent_fits(palette, colour)]
    if not fitting:
        return palette
    chosen = min(fitting, key=lambda colour: abs(luminance(colour) - wanted))
    on = max(("#FFFFFF", palette.ink, palette.background), key=lambda colour: contrast(colour, chosen))
    if _is_dark(palette):
        return replace(palette, accent=chosen, onAccent=on, featureLine=chosen)
    return replace(palette, accent=chosen, onAccent=on, feature=chosen, onFeature=on, featureLine=chosen)


def _accent_fits(palette: Palette, colour: str) -> bool:
    if _is_dark(palette) and luminance(colour) > NIGHT_MAX_LUMINANCE:
        return False
    return all(contrast(colour, getattr(palette, ground)) >= TEXT_CONTRAST for ground in GROUNDS)


def _is_dark(palette: Palette) -> bool:
    return luminance(palette.background) < luminance(palette.ink)


def _bluish(colour: str) -> bool:
    red, _, blue = _channels(colour)
    return blue > red


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)
