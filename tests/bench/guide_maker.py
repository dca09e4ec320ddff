"""Make a big XMLTV guide to measure with: as many channels and days as wanted, the same content every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flexcare.lineup.channel import Channel, Stream

CHANNELS = 1_000
DAYS = 14
FIRST = datetime(2026, 3, 26, tzinfo=UTC)  # so that the change to summer time on 29 March is inside
_LENGTHS_MIN = (5, 10, 15, 20, 25, 30, 30, 30, 45, 45, 55, 60, 60, 75, 90, 120)
_SERIES_EACH = 60  # of every channel's own, half of them its neighbour's as well
_SYLLABLES = ("ba", "den", "flo", "gry", "hav", "kro", "lys", "mar", "nor", "os", "pil", "rø", "sol", "tår", "ulv", "vin", "æb", "é")
_CATEGORIES = ("News", "Film", "Series", "Children", "Sport", "Documentary", "Music", "Nature", "Debate", "Comedy")


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: how many programmes and bytes."""

    programmes: int
    size_bytes: int


def lineup(channels: int) -> list[Channel]:
    """A lineup of the first channels of the guide, a third of them named otherwise than by their guide id."""
    found = []
    for index in range(channels):
        by_name = index % 3 == 2
        name = _name(index)
        found.append(Channel(index + 1, name, Stream(f"udp://239.0.0.1:{index + 1024}"), guide_id="" if by_name else guide_id(index)))
    return found


def write_guide(file: Path, channels: int = CHANNELS, days: int = DAYS, first: datetime = FIRST) -> Made:
    """Write the guide, plain, in UTF-8, by channel and then by start as most providers do."""
    programmes = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tv SYSTEM "xmltv.dtd">\n<tv generator-info-name="bench">\n')
        for index in range(channels):
            out.write(f'  <channel id="{guide_id(index)}">\n    <display-name lang="da">{_name(index)}</display-name>\n')
            out.write(f'    <display-name>{index + 1}</display-name>\n    <icon src="http://logos.example/{index}.png"/>\n  </channel>\n')
        for index in range(channels):
            for text in _programmes(index, first, days):
                out.write(text)
                programmes += 1
        out.write("</tv>\n")
    return Made(programmes, file.stat().st_size)


def guide_id(index: int) -> str:
    return f"channel{index}.example"


def _name(index: int) -> str:
    return f"Kanal {index} {_SYLLABLES[index % len(_SYLLABLES)].title()}"


def _title(chance: random.Random) -> str:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3))) for _ in range(chance.randint(1, 4))]
    return " ".join(words).capitalize()


def _programmes(index: int, first: datetime, days: int) -> Iterator[str]:
    chance = random.Random(index)
    start = first
    end = first + timedelta(days=days)
    while start < end:
        stop = start + timedelta(minutes=chance.choice(_LENGTHS_MIN))
        yield _programme(chance, index, start, stop)
        start = stop


def _programme(chance: random.Random, index: int, start: datetime, stop: datetime) -> str:
    series = chance.random() < 0.8
    number = index * _SERIES_EACH // 2 + chance.randrange(_SERIES_EACH)
    title = _title(random.Random(number) if series else chance)
    parts = [
        f'  <programme start="{start:%Y%m%d%H%M%S} +0000" stop="{stop:%Y%m%d%H%M%S} +0000" channel="{guide_id(index)}">\n',
        f'    <title lang="da">{title}</title>\n',
    ]
    if series:
        parts.append(f'    <sub-title lang="da">{_title(chance)}</sub-title>\n')
    parts.append(f'    <desc lang="da">{" ".join(_title(chance) for _ in range(chance.randint(2, 9)))}.</desc>\n')
    if chance.random() < 0.05:
        parts.append(f"    <credits>\n      <director>{_title(chance)}</director>\n      <actor>{_title(chance)}</actor>\n    </credits>\n")
    parts.append(f'    <category lang="en">{_CATEGORIES[number % len(_CATEGORIES)]}</category>\n')
    if chance.random() < 0.2:
        parts.append(f'    <icon src="http://pictures.example/{number}.jpg"/>\n')
    if series:
        parts.append(f'    <episode-num system="xmltv_ns">{number % 9}.{number % 20}.</episode-num>\n')
    if chance.random() < 0.1:
        parts.append('    <rating system="VCHIP">\n      <value>12+</value>\n    </rating>\n')
    if chance.random() < 0.2:
        parts.append("    <previously-shown/>\n")
    parts.append("  </programme>\n")
    return "".join(parts)
