"""Which tiles stand on Home."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from flexcare.session.offer import Tile

WEB, ALL_SERVICES = "web:", "services"
WEB_TILES_MAX = 3
"""So many tiles of Home are web services; with more, the last one is a tile for all."""


def chosen_tiles(tiles: Sequence[Tile], *, empty: Collection[str], services: Collection[str]) -> list[str]:
    """Home's tiles by name: kinds, and `web:NAME` for a web service; where these are many, one tile leads to all of them.

    empty: the kinds that have nothing to play. services: those that are there.
    """
    shown = [tile for tile in tiles if (tile.service in services if tile.kind == "web" else tile.kind not in empty)]
    web = [tile.service for tile in shown if tile.kind == "web"]
    on_home = web if len(web) <= WEB_TILES_MAX else web[: WEB_TILES_MAX - 1]
    names = [f"{WEB}{tile.service}" if tile.kind == "web" else tile.kind for tile in shown if not tile.service or tile.service in on_home]
    return names if on_home == web else [*names, ALL_SERVICES]
