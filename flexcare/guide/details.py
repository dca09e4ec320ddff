"""What one XMLTV programme says, made ready for the database (xmltv.dtd describes the elements).

This is the hot path of an import: half a million programmes pass here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Protocol

from flexcare.guide.languages import two_letters
from flexcare.guide.limits import (
    ADDRESS_MAX_CHARS,
    CATEGORIES_MAX,
    CREDITS_MAX,
    DESCRIPTION_MAX_CHARS,
    LANGUAGES_MAX,
    TITLE_MAX_CHARS,
    WORD_MAX_CHARS,
)

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile(r"[\ufeff\u202a-\u202e\u2066-\u2069]+")
_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,2}(?![0-9])")
_STARS = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*/\s*([0-9]+(?:[.,][0-9]+)?)\s*")
_YEAR = re.compile(r"\s*(1[89]|20|21)[0-9]{2}")
_PART = re.compile(r"\s*([0-9]{1,6})?\s*(?:/\s*([0-9]{1,6})\s*)?")
_AGE_MAX = 21
# Ratings without a number (MPA, TV Parental Guidelines, BBFC, FSK).
_AGES = {"G": 0, "TV-Y": 0, "TV-G": 0, "U": 0, "ALL": 0, "R": 17, "TV-MA": 17, "X": 18}
_ROLES = frozenset(("director", "actor", "writer", "adapter", "producer", "composer", "editor", "presenter", "commentator", "guest"))


class Element(Protocol):
    """As much of an element as is looked at here."""

    @property
    def tag(self) -> Any: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str, /) -> str | None: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


Details = dict[str, Any]
"""What is known of a programme, by its names in the database."""


def read_programme(programme: Element) -> tuple[str, dict[str, str] | None, Details] | None:
    """The title, the titles by language where there are several, and the rest; None for a programme without any title."""
    details: Details = {}
    languages: dict[str, str] = {}
    for child in programme:
        kind = _TEXTS.get(child.tag)
        if kind is None:
            reader = _READERS.get(child.tag)
            if reader is not None:
                reader(child, details)
            continue
        name, max_chars = kind
        text = text_of(child, max_chars)
        if text:
            language = two_letters(child.get("lang") or "")
            if name in details:
                _add_language(details, languages, name, language, text)
            else:
                details[name] = text
                languages[name] = language
    return _titled(details, languages)


def _titled(details: Details, languages: dict[str, str]) -> tuple[str, dict[str, str] | None, Details] | None:
    """Take the title out of the details; a sub-title does where there is none."""
    name = "title" if "title" in details else "subtitle"
    title = details.pop(name, None)
    if title is None:
        return None
    if isinstance(title, dict):
        return next(iter(title.values())), {language: text for language, text in title.items() if language}, details
    if languages[name]:
        details["languages"] = (languages[name],)
    return title, None, details


def _add_language(details: Details, languages: dict[str, str], name: str, language: str, text: str) -> None:
    """A text in one more language; of several in the same the first counts. One alone is kept as such, several by language."""
    known = details[name]
    if isinstance(known, dict):
        if len(known) < LANGUAGES_MAX:
            known.setdefault(language, text)
    elif language != languages[name]:
        details[name] = {languages[name]: known, language: text}


def text_of(element: Element, max_chars: int) -> str:
    """The text of an element on one line, without what must not reach a screen; HTML's entities, which XMLTV does not declare, are read."""
    text = element.text
    if len(element):
        text = "".join(_with_children(element))
    if not text:
        return ""
    if not text.isprintable():
        text = " ".join(_BREAKS.sub(" ", _UNSEEN.sub("", text)).split())
    elif "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    return text if len(text) <= max_chars else text[: max_chars - 1].rstrip() + "…"


def _with_children(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        # An entity's tag is a function and its text `&name;`.
        yield html.unescape(child.text or "") if callable(child.tag) else child.text or ""
        yield child.tail or ""


def _category(element: Element, details: Details) -> None:
    text = text_of(element, WORD_MAX_CHARS)
    if not text:
        return
    language = two_letters(element.get("lang") or "")
    known = details.get("categories")
    if known is None:
        details["categories"] = {language: [text]}
    elif language not in known:
        if len(known) < LANGUAGES_MAX:
            known[language] = [text]
    elif len(known[language]) < CATEGORIES_MAX and text not in known[language]:
        known[language].append(text)


def _icon(element: Element, details: Details) -> None:
    address = (element.get("src") or "").strip()
    if address.startswith(("http://", "https://")) and address.isprintable() and len(address) <= ADDRESS_MAX_CHARS:
        details.setdefault("icon", address)


def _episode(element: Element, details: Details) -> None:
    """The number for people wins over one that is made of the number for machines."""
    system = element.get("system") or "onscreen"  # the DTD's default
    if system == "onscreen":
        text = text_of(element, WORD_MAX_CHARS)
        if text:
            details["episode"] = text
    elif system == "xmltv_ns" and "episode" not in details:
        text = episode_of(element.text or "")
        if text:
            details["episode"] = text


@lru_cache(maxsize=4_096)
def episode_of(xmltv_ns: str) -> str:
    """`1.4.0/2`, which counts from zero, for people: `S2 E5 (1/2)`; "" for what is none."""
    parts = [_PART.fullmatch(part) for part in xmltv_ns.split(".", 3)[:3]]
    if len(parts) < 2 or not all(parts):
        return ""
    numbers = [int(part[1]) + 1 if part and part[1] else None for part in parts]
    words = [f"{letter}{number}" for letter, number in zip("SE", numbers, strict=False) if number is not None]
    part = parts[2] if len(parts) > 2 else None
    if part and part[1] and part[2] and int(part[2]) > 1:
        words.append(f"({int(part[1]) + 1}/{int(part[2])})")
    return " ".join(words)


def _date(element: Element, details: Details) -> None:
    year = _YEAR.match(element.text or "")
    if year:
        details.setdefault("year", int(year[0]))


def _rating(element: Element, details: Details) -> None:
    """Of several ratings the strictest."""
    for child in element:
        if child.tag == "value":
            age = age_of(child.text or "")
            if age is not None:
                details["age"] = max(age, details.get("age", 0))


@lru_cache(maxsize=512)
def age_of(rating: str) -> int | None:
    """The age in years that a rating names (`12+`, `FSK 16`, `TV-14`) or stands for (`TV-MA`); None for what names none."""
    rating = rating.strip().upper()
    if rating in _AGES:
        return _AGES[rating]
    number = _NUMBER.search(rating)
    return int(number[0]) if number and int(number[0]) <= _AGE_MAX else None


def _stars(element: Element, details: Details) -> None:
    for child in element:
        if child.tag == "value" and "stars" not in details:
            stars = stars_of(child.text or "")
            if stars is not None:
                details["stars"] = stars


@lru_cache(maxsize=512)
def stars_of(value: str) -> float | None:
    """`3/5` as a share of the best possible, 0 to 1; None for what is none."""
    found = _STARS.fullmatch(value[:WORD_MAX_CHARS])
    if not found:
        return None
    stars, most = (float(number.replace(",", ".")) for number in found.groups())
    return round(stars / most, 3) if 0 <= stars <= most and most > 0 else None


def _credits(element: Element, details: Details) -> None:
    people = details.setdefault("credits", [])
    for child in element:
        if child.tag in _ROLES and len(people) < CREDITS_MAX:
            # The name alone: pictures and addresses of people stand inside (xmltv.dtd, "image" and "url").
            name = text_of(child, TITLE_MAX_CHARS) if not len(child) else " ".join((child.text or "").split())[:TITLE_MAX_CHARS]
            if name:
                people.append((child.tag, name))
    if not people:
        del details["credits"]


def _flag(name: str) -> Callable[[Element, Details], None]:
    def read(_element: Element, details: Details) -> None:
        details[name] = True

    return read


_TEXTS = {
    "title": ("title", TITLE_MAX_CHARS),
    "sub-title": ("subtitle", TITLE_MAX_CHARS),
    "desc": ("description", DESCRIPTION_MAX_CHARS),
}
_READERS: dict[str, Callable[[Element, Details], None]] = {
    "category": _category,
    "icon": _icon,
    "episode-num": _episode,
    "date": _date,
    "rating": _rating,
    "star-rating": _stars,
    "credits": _credits,
    "previously-shown": _flag("repeat"),
    "premiere": _flag("premiere"),
    "live": _flag("live"),
}
