"""The head-end's playlist, as a hospital's head-end writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deploy.headend.stations import Station

GUIDE_PATH = "/guide.xml.gz"


def text(stations: Iterable[Station], base: str, address: Callable[[str, str], str]) -> str:
    """M3U of `stations`; `base` is the head-end's own address, `address(name, protocol)` that of a stream."""
    lines = [f'#EXTM3U x-tvg-url="{base}{GUIDE_PATH}"']
    for station in stations:
        logo = f' tvg-logo="{base}/logos/{station.name}.png"' if station.logo else ""
        radio = ' radio="true"' if station.radio else ""
        entry = (
            f'#EXTINF:-1 tvg-id="{station.guide_id}" tvg-name="{station.title}" tvg-chno="{station.number}"{logo}'
            f' group-title="{station.group}"{radio},{station.title}'
        )
        lines += [entry, address(station.name, station.protocol)]
        if station.reserve:
            lines += [entry, address(station.reserve_name, "http")]
    return "\n".join(lines) + "\n"
