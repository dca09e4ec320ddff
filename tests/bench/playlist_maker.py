"""A big playlist like a provider's, the same in every run: what real lists were seen to hold, in their shares."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WORDS = ["Nordlys", "Sundet", "Kanal", "Havnen", "Fokus", "Kultur", "Sport", "Film", "Natur", "Historie", "Barn", "Nyt", "Musik", "Drama", "Rejse", "Viden", "Debat", "Arkiv", "Ekstra", "Puls", "Aften", "Morgen", "Fjord", "Skov", "Ås", "Ørsted", "Überblick", "Wissen", "Regional", "Heimat", "قناة", "الأخبار", "Канал", "Спорт", "Télé", "Città", "Niños"]
_GROUPS = (
    "News",
    "Sport",
    "Film;Drama",
    "Children",
    "Music",
    "Nature;Documentary",
    "Regional",
    "Entertainment;Film",
    "Religion",
    "Shopping",
)
_COUNTRIES = ("dk", "de", "se", "no", "ar", "fr", "uk", "it")


@dataclass(slots=True)
class Expected:
    """What a reader must find in the list that was made."""

    entries: int = 0
    channels: int = 0
    backups: int = 0
    commas_in_quotes: int = 0
    without_guide_id: int = 0
    radio: int = 0
    with_options: int = 0
    in_section: int = 0


def write_playlist(path: Path, entries: int) -> Expected:
    """Write a list of so many entries (a backup more at most) to `path` and return what is in it."""
    chance = random.Random(2)
    expected = Expected()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('#EXTM3U x-tvg-url="http://guide.example/a.xml.gz,http://guide.example/b.xml" tvg-shift="1"\n')
        while expected.entries < entries:
            file.writelines(line + "\n" for line in _entry(expected.channels + 1, chance, expected))
    return expected


def _entry(number: int, chance: random.Random, expected: Expected) -> Iterator[str]:
    expected.entries += 1
    name = f"{' '.join(chance.choices(_WORDS, k=chance.randint(1, 3)))} {number}{chance.choice(('', ' HD', ' FHD', ' 4K', ' (720p)'))}"
    country = chance.choice(_COUNTRIES)
    fields = _fields(number, name, country, chance, expected)
    section = chance.random() < 0.02
    if section:
        yield f"#EXTGRP:Section {chance.choice(_GROUPS)}"
    if chance.random() < 0.10:
        expected.in_section += 1
    else:
        fields.append(f'group-title="{chance.choice(_GROUPS)}"')
    if chance.random() < 0.03:
        expected.radio += 1
        fields.append('radio="true"')
    backup = chance.random() < 0.03
    info = f"#EXTINF:-1 {' '.join(fields)},{name}"
    yield info
    suffix = ""
    if chance.random() < 0.08:
        expected.with_options += 1
        yield "#EXTVLCOPT:http-user-agent=Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36"
        yield "#EXTVLCOPT:network-caching=1000"
    elif chance.random() < 0.03:
        expected.with_options += 1
        suffix = "|User-Agent=Player%2F2.1&Referer=https%3A%2F%2Fportal.example%2F"
    if chance.random() < 0.02:
        yield "#KODIPROP:inputstream=inputstream.ffmpegdirect"
    yield _address(number, country, chance) + suffix
    expected.channels += 1
    if backup:
        expected.entries += 1
        expected.backups += 1
        yield info
        yield f"http://backup{number % 7}.example:8080/live/{country}/{number}.ts"


def _fields(number: int, name: str, country: str, chance: random.Random, expected: Expected) -> list[str]:
    fields = []
    if chance.random() < 0.15:
        expected.without_guide_id += 1
    else:
        fields.append(f'tvg-id="channel{number}.{country}"')
    shown = name
    if chance.random() < 0.05:
        expected.commas_in_quotes += 1
        shown = f"{name}, {country.upper()}"
    fields += [f'tvg-name="{shown}"', f'tvg-logo="https://logos.example/{country}/{number}/logo-{number % 97}.png"']
    if chance.random() < 0.30:
        fields.append(f'tvg-chno="{number}"')
    if chance.random() < 0.05:
        fields.append(f'catchup="default" catchup-days="7" catchup-source="http://tv.example/{number}?utc=${{start}}"')
    if chance.random() < 0.02:
        fields.append("tvg-shift=-1.5")
    return fields


def _address(number: int, country: str, chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.25:
        return f"udp://@239.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}:5000"
    if kind < 0.30:
        return f"rtp://239.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}:5004"
    if kind < 0.65:
        return f"https://stream{number % 23}.example/{country}/{number}/index.m3u8?token={chance.getrandbits(64):016x}"
    return f"http://tv.example:8080/live/user/word/{number}.ts"
