"""Which station is made how."""

from __future__ import annotations

from collections.abc import Sequence

from deploy.headend.recipes.shape import FULL, SMALL, Recipe
from deploy.headend.stations import Station

_PICTURE = "testsrc2=size={width}x{height}:rate={rate},hue=h={turn}"


def recipes(stations: Sequence[Station], *, small: bool = False) -> list[Recipe]:
    """The recipes of `stations`, in their order; `small` ones are made in a blink, for tests."""
    shape = SMALL if small else FULL
    made = []
    for station in stations:
        picture = (
            "" if station.radio else _PICTURE.format(width=shape.width, height=shape.height, rate=shape.rate, turn=station.number * 33)
        )
        sound = f"sine=frequency={200 + 40 * (station.number % 50)}:sample_rate=48000,volume=0.4"
        made.append(Recipe(station.name, picture, sound, shape, mp3=station.mp3))
    return made
