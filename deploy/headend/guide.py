"""The programme guide of the demo's channels as XMLTV: from yesterday to a week ahead, the same for everybody who asks on one day."""

from __future__ import annotations

import functools
import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from deploy.headend.guide_plans import OWN_LANGUAGES, PLANS
from deploy.headend.guide_shows import KINDS
from deploy.headend.stations import RADIO, TELEVISION, Station

ZONE = ZoneInfo("Europe/Copenhagen")
PATHS = ("/guide.xml", "/guide.xml.gz")
KIND = "application/xml; charset=utf-8"
DAYS_BEFORE, DAYS_AFTER = 1, 8
_LINE = re.compile(r"(?:(mf|we) )?(\d\d):(\d\d) (\S+)")
_MARKS = {"!": "live", "~": "repeat", "+": "new"}


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a programme: sub-titles and descriptions in the languages of its channel."""

    subtitles: tuple[str, ...]
    descriptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """A programme: its titles in the languages of its channel, of what kind it is, and what else is known."""

    titles: tuple[str, ...]
    kind: str
    editions: tuple[Edition, ...]
    season: int = 0
    age: int = 0
    year: int = 0
    stars: int = 0


@dataclass(frozen=True, slots=True)
class Start:
    """A line of a day: when, which shows by turns, and with which mark."""

    at: time
    days: str
    choices: tuple[tuple[str, str], ...]


@functools.lru_cache(maxsize=4)
def guide(today: date) -> tuple[bytes, str]:
    """The guide of a day, packed with gzip, and the name of this version (for an ETag)."""
    packed = gzip.compress(xmltv(today).encode(), mtime=0)
    return packed, hashlib.sha256(packed).hexdigest()[:20]


def xmltv(today: date) -> str:
    """The guide of a day."""
    stations = [station for station in (*TELEVISION, *RADIO) if station.name in PLANS]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE tv SYSTEM "xmltv.dtd">', '<tv generator-info-name="FlexCare demo">']
    lines += (
        f"<channel id={quoteattr(station.guide_id)}><display-name>{escape(station.title)}</display-name></channel>" for station in stations
    )
    for station in stations:
        lines += _programmes(station, today)
    return "\n".join((*lines, "</tv>", ""))


def _programmes(station: Station, today: date) -> Iterator[str]:
    shows, plan = _shows(PLANS[station.name][0]), _plan(PLANS[station.name][1])
    own = OWN_LANGUAGES.get(station.name)
    languages = (own, "da", "en") if own else ("da", "en")
    days = [today + timedelta(days=count) for count in range(-DAYS_BEFORE, DAYS_AFTER + 1)]
    begun = [(_moment(day, start), day, start) for day in days for start in _of_day(plan, day)]
    for place, (begin, day, start) in enumerate(begun[:-1]):
        key, mark = start.choices[day.toordinal() % len(start.choices)]
        turn = day.toordinal() - (mark == "repeat")
        end = begun[place + 1][0]
        yield _programme(station, shows[key], turn, languages, begin, end, mark)


def _programme(station: Station, show: Show, turn: int, languages: tuple[str, ...], begin: datetime, end: datetime, mark: str) -> str:
    edition = show.editions[turn % len(show.editions)]
    parts = [*_texts("title", show.titles, languages), *_texts("sub-title", edition.subtitles, languages)]
    parts += _texts("desc", edition.descriptions, languages)
    if show.year:
        parts.append(f"<date>{show.year}</date>")
    parts += _texts("category", KINDS[show.kind], ("da", "en"))
    if show.season:
        number = turn % len(show.editions)
        parts.append(f'<episode-num system="xmltv_ns">{show.season - 1}.{number}.</episode-num>')
    if mark == "repeat":
        parts.append("<previously-shown/>")
    elif mark == "new":
        parts.append("<premiere/>")
    elif mark == "live":
        parts.append("<live/>")
    if show.age:
        parts.append(f'<rating system="Medierådet"><value>{show.age}</value></rating>')
    if show.stars:
        parts.append(f"<star-rating><value>{show.stars}/5</value></star-rating>")
    times = f'start="{_written(begin)}" stop="{_written(end)}"'
    return f"<programme {times} channel={quoteattr(station.guide_id)}>{''.join(parts)}</programme>"


def _texts(tag: str, texts: Iterable[str], languages: Iterable[str]) -> list[str]:
    return [f'<{tag} lang="{language}">{escape(text)}</{tag}>' for language, text in zip(languages, texts, strict=False) if text]


def _moment(day: date, start: Start) -> datetime:
    """As UTC, so that a length is a length also where the clock changes."""
    return datetime.combine(day, start.at, ZONE).astimezone(ZoneInfo("UTC"))


def _written(at: datetime) -> str:
    return at.astimezone(ZONE).strftime("%Y%m%d%H%M%S %z")


def _of_day(plan: tuple[Start, ...], day: date) -> list[Start]:
    kind = "we" if day.weekday() >= 5 else "mf"
    return sorted((start for start in plan if start.days in ("", kind)), key=lambda start: start.at)


@functools.cache
def _plan(text: str) -> tuple[Start, ...]:
    found = [_LINE.fullmatch(line.strip()) for line in text.strip().splitlines()]
    return tuple(
        Start(time(int(line[2]), int(line[3])), line[1] or "", tuple(_choice(choice) for choice in line[4].split(",")))
        for line in found
        if line
    )


def _choice(text: str) -> tuple[str, str]:
    return (text[:-1], _MARKS[text[-1]]) if text[-1] in _MARKS else (text, "")


@functools.cache
def _shows(text: str) -> dict[str, Show]:
    shows: dict[str, Show] = {}
    for block in re.split(r"\n(?=\w+ = )", text.strip().replace("\n  ", " ")):
        head, *lines = block.splitlines()
        key, _, rest = head.partition(" = ")
        titles, kind, *known = (part.strip() for part in rest.split(" ; "))
        shows[key] = Show(tuple(titles.split(" / ")), kind, tuple(_edition(line) for line in lines), **_known(known))
    return shows


def _edition(line: str) -> Edition:
    """`- SUB-TITLES : DESCRIPTIONS`, or `- : DESCRIPTIONS`."""
    subtitles, _, descriptions = line.removeprefix("-").partition(": ")
    return Edition(tuple(subtitles.strip().split(" / ")) if subtitles.strip() else (), tuple(descriptions.split(" / ")))


def _known(parts: Iterable[str]) -> dict[str, int]:
    known = {}
    for part in parts:
        if part.startswith("s"):
            known["season"] = int(part[1:])
        elif part.startswith("*"):
            known["stars"] = int(part[1:])
        elif part.endswith("+"):
            known["age"] = int(part[:-1])
        else:
            known["year"] = int(part)
    return known
