"""Which station is made how."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deploy.headend.recipes import nature, studio_scenes
from deploy.headend.recipes.brush import Fonts
from deploy.headend.recipes.shape import FULL, FULL_HD, SMALL, Recipe, Shape
from deploy.headend.recipes.sounds import SOUNDS, tune
from deploy.headend.stations import Station

_SCENES: dict[str, Callable[[Fonts], str]] = {
    "et": nature.aurora,
    "nyt24": studio_scenes.news,
    "natur": nature.hills,
    "havn": nature.harbour,
    "sport": studio_scenes.football,
    "born": studio_scenes.children,
    "musik": studio_scenes.equaliser,
    "bio": studio_scenes.film,
    "albayt": studio_scenes.pattern,
    "wetter": nature.weather,
    "prove": studio_scenes.test_card,
}


def recipes(stations: Sequence[Station], fonts: Fonts, *, small: bool = False) -> list[Recipe]:
    """The recipes of `stations`, in their order; `small` ones are made in a blink, for tests."""
    return [_small(station) if small else _full(station, fonts) for station in stations]


def _full(station: Station, fonts: Fonts) -> Recipe:
    if station.name in CALIBRATION:
        return calibration(station.name)
    picture = "" if station.radio else _SCENES[station.name](fonts)
    return Recipe(station.name, picture, SOUNDS[station.name], FULL, station.mp3, fonts.files)


def _small(station: Station) -> Recipe:
    shape = SMALL
    test = f"testsrc2=size={shape.width}x{shape.height}:rate={shape.rate},hue=h={station.number * 33}"
    sound = f"sine=frequency={200 + 40 * (station.number % 50)}:sample_rate=48000,volume=0.4"
    return Recipe(f"small-{station.name}", "" if station.radio else test, sound, shape, station.mp3)


CALIBRATION: dict[str, Shape] = {"count720p50": FULL, "count1080p25": FULL_HD}
"""Streams for benches, whose pictures are all different and tell their number."""


def calibration(name: str) -> Recipe:
    """The recipe of one stream for benches."""
    shape = CALIBRATION[name]
    return Recipe(name, studio_scenes.counter(shape.width, shape.height, shape.rate), tune((0, 7), 0.48, 330), shape)
