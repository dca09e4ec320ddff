"""An evening of television for tests: a small lineup with its guide, in the demo's spirit."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from flexcare.guide.store import GUIDE_FILE
from flexcare.lineup.channel import Channel, Stream
from tests.helpers.bedside import Bedside
from tests.helpers.guide import Show, make_guide

NOWHERE = Stream("http://127.0.0.1:9/nothing.ts")
NOW = datetime(2026, 11, 24, 21, 4).astimezone()
NAMES = ("Kanal Ét", "Nyt 24", "Natur", "Det Lange Navn For En Kanal", "قناة البيت", "Heimatfernsehen Nord", "Kanal uden guide")
STATIONS = ("Radio Et", "Klassisk")
WITHOUT_GUIDE = len(NAMES)
"""The number of the channel of which the guide knows nothing."""

DETAILS = {
    "subtitle": {"da": "Dybet under isen", "en": "The deep under the ice"},
    "description": {
        "da": "En forsker dykker under havisen ved Grønland og finder liv, som ingen har set før. Fjerde del af fem.",
        "en": "A scientist dives under the sea ice off Greenland and finds life that nobody has seen before. The fourth part of five.",
    },
    "categories": {"da": ["Dokumentar", "Natur"], "en": ["Documentary", "Nature"]},
    "episode": "S2 E4",
    "year": 2025,
    "age": 7,
    "credits": [["director", "Maja Lind"], ["presenter", "Jonas Brink"]],
    "repeat": True,
    "live": True,
    "languages": ["da", "en"],
}
TITLES = {"da": "Havet: dybet under isen", "en": "The sea: the deep under the ice"}


def moment(hour: int, minute: int = 0, *, day: int = 0, now: datetime = NOW) -> int:
    """Seconds since 1970 of a time of day, so many days from today."""
    return int((now.replace(hour=hour, minute=minute, second=0, microsecond=0) + timedelta(days=day)).timestamp())


def lineup() -> list[Channel]:
    """Seven television channels, the last of them without a guide, and two radio stations."""
    television = [Channel(number, name, NOWHERE) for number, name in enumerate(NAMES, start=1)]
    return [*television, *(Channel(100 + number, name, NOWHERE, radio=True) for number, name in enumerate(STATIONS, start=1))]


def evening(now: datetime = NOW, days: range = range(-1, 3)) -> list[Show]:
    """What is on: channel 1 carefully, with one programme of three minutes; the others by the half hour and the hour."""
    shows = []
    for day in days:

        def at(hour: int, minute: int = 0, day: int = day) -> int:
            return moment(hour, minute, day=day, now=now)

        shows += [
            Show(1, at(18), at(20, 55), "Aftenfilmen"),
            Show(1, at(20, 55), at(21, 25), "TV Avisen"),
            Show(1, at(21, 25), at(21, 28), "Vejret"),
            Show(1, at(21, 28), at(23), "Sporten"),
            Show(2, at(20), at(22, 30), TITLES["da"], TITLES, DETAILS),
            Show(2, at(23), at(23, 30), "Nyhederne"),
            Show(101, at(20), at(22), "Aftenkoncert"),
            Show(101, at(22), at(23), "Nattens jazz"),
        ]
        for channel in range(3, WITHOUT_GUIDE):
            shows += [Show(channel, at(hour), at(hour + 1), f"Udsendelse {channel} kl. {hour}") for hour in range(17, 23, channel % 2 + 1)]
    return shows


def give_guide(bedside: Bedside, ward: Path, *shows: Show, made_at_s: int = moment(18)) -> None:
    """Put a guide with these programmes into a session's ward folder, and say so."""
    make_guide(ward / GUIDE_FILE, *shows, made_at_s=made_at_s)
    bedside.kiosk.life.renewed.emit("guide")
    bedside.settle()
