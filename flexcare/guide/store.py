"""The guide as a session reads it: one SQLite file in the ward folder, never written while anybody reads it.

A new guide takes the old one's place by a rename, so that an open one stays whole until it is closed. Cheap enough for the screen's
thread: `now_next` and `window` are one query each, a search looks at no more than some thousand programmes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from flexcare.errors import GuideUnusable
from flexcare.guide.programme import Credit, NowNext, Programme, Slot
from flexcare.guide.schema import APPLICATION, GROUP, VERSION
from flexcare.guide.words import words_of

GUIDE_FILE = "guide.sqlite"
"""The name of the guide inside the ward folder."""

_CACHE_KIB = 8 * 1024
_WORDS_MAX = 8
_WALK_ROWS = 1_500

# The first two programmes of every channel that are not over: there are no overlaps in a channel, so by end is also by start.
_NOW_NEXT = """
SELECT s.programme, s.channel, s.start, s.stop, h.title, h.titles
FROM channel AS c CROSS JOIN slot AS s CROSS JOIN heading AS h
WHERE s.channel = c.number AND h.id = s.heading
AND s.stop IN (SELECT stop FROM slot WHERE channel = c.number AND stop > ? ORDER BY stop LIMIT 2)
ORDER BY s.channel, s.stop
"""
_WINDOW = """
SELECT s.programme, s.channel, s.start, s.stop, h.title, h.titles
FROM json_each(?) AS c CROSS JOIN slot AS s CROSS JOIN heading AS h
WHERE s.channel = c.value AND s.stop > ? AND s.stop <= ? AND s.start < ? AND h.id = s.heading
ORDER BY s.channel, s.stop
"""
_SEARCH = """
SELECT s.programme, s.channel, s.start, s.stop, h.title, h.titles
FROM slot AS s CROSS JOIN heading AS h
WHERE s.heading IN (SELECT rowid FROM words WHERE words MATCH ?) AND s.stop > ? AND h.id = s.heading
ORDER BY s.start, s.channel LIMIT ?
"""
_RUNNING = """
SELECT s.programme, s.channel, s.start, s.stop, h.title, h.titles
FROM channel AS c CROSS JOIN slot AS s CROSS JOIN heading AS h
WHERE s.channel = c.number AND h.id = s.heading AND s.start < ?
AND s.stop = (SELECT stop FROM slot WHERE channel = c.number AND stop > ? ORDER BY stop LIMIT 1)
ORDER BY s.start, s.channel
"""
_COMING = """
SELECT s.programme, s.channel, s.start, s.stop, h.title, h.titles
FROM (SELECT start, heading, channel, stop FROM slot INDEXED BY slot_by_start WHERE start >= ? ORDER BY start LIMIT ?) AS f
CROSS JOIN slot AS s CROSS JOIN heading AS h
WHERE s.channel = f.channel AND s.stop = f.stop AND h.id = s.heading
ORDER BY s.start, s.channel
"""
Row = tuple[int, int, int, int, str, str | None]


class Guide:
    """A guide that was opened for reading; raises `GuideUnusable` where it is missing, damaged, newer than this version or no guide.

    made_at_s: when the newest of its sources was fetched. first_s, last_s: from when to when it knows anything, 0 and 0 for an empty
    one. channels: the numbers of the channels with any programme. Languages are two letters; a text that is not known in the one that
    was asked for comes in the source's own.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._database = _opened(file)
        try:
            facts = dict(self._database.execute("SELECT key, value FROM fact"))
            self.made_at_s: int = facts["made_at_s"]
            self.first_s: int = facts["first_s"]
            self.last_s: int = facts["last_s"]
            self._longest_s: int = facts["longest_s"]
            self.channels = frozenset(number for (number,) in self._database.execute("SELECT number FROM channel"))
        except (sqlite3.Error, KeyError) as error:
            self._database.close()
            raise _damaged(file) from error

    def close(self) -> None:
        """Let go of the file; nothing can be read afterwards."""
        self._database.close()

    def now_next(self, at_s: int, language: str) -> dict[int, NowNext]:
        """What every channel shows at a moment and what follows, by its number; one of which neither is known is left out."""
        found: dict[int, NowNext] = {}
        for slot in self._slots(self._rows(_NOW_NEXT, (at_s,)), language):
            known = found.get(slot.channel)
            if known is None:
                found[slot.channel] = NowNext(slot, None) if slot.start_s <= at_s else NowNext(None, slot)
            elif known.next is None:
                found[slot.channel] = NowNext(known.now, slot)
        return found

    def window(self, channels: Sequence[int], start_s: int, stop_s: int, language: str) -> list[Slot]:
        """All programmes of these channels that overlap a span of time, by channel and then by start."""
        values = (json.dumps(list(channels)), start_s, stop_s + self._longest_s, stop_s)
        return self._slots(self._rows(_WINDOW, values), language)

    def programme(self, slot: Slot, language: str) -> Programme | None:
        """All that is known of a programme; None if this guide does not know it."""
        rows = self._rows("SELECT details FROM programme WHERE id = ?", (slot.programme // GROUP,))
        titles = self._rows(
            "SELECT h.title, h.titles FROM slot AS s CROSS JOIN heading AS h "
            "WHERE s.channel = ? AND s.stop = ? AND s.programme = ? AND h.id = s.heading",
            (slot.channel, slot.stop_s, slot.programme),
        )
        if not rows or not titles:
            return None
        try:
            return _programme(slot, titles[0], json.loads(rows[0][0])[slot.programme % GROUP], language)
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise _damaged(self._file) from error

    def search(self, words: str, language: str, from_s: int, limit: int = 50) -> list[Slot]:
        """Programmes that are not over at `from_s`, by start, in whose title of any language each of the words begins a word.

        Neither case nor accents matter.
        """
        asked = words_of(words).split()[:_WORDS_MAX]
        if not asked:
            return []
        near = self._near(asked, language, from_s)
        if len(near) >= limit:
            return near[:limit]
        match = " ".join(f'"{word}"*' for word in asked)
        return self._slots(self._rows(_SEARCH, (match, from_s, limit)), language)

    def _near(self, asked: list[str], language: str, from_s: int) -> list[Slot]:
        """What fits among the programmes that are on and those that come soonest.

        Half of all titles have a word that begins with the one letter that was typed first; the index would tell them all.
        """
        coming = self._rows(_COMING, (from_s, _WALK_ROWS))
        # Of those that begin at the last of these moments, the limit may have cut some off.
        last_s = coming[-1][2] if len(coming) == _WALK_ROWS else None
        rows = [*self._rows(_RUNNING, (from_s, from_s)), *(row for row in coming if row[2] != last_s)]
        try:
            return self._slots([row for row in rows if _begins(asked, row[4], row[5])], language)
        except (ValueError, TypeError, AttributeError) as error:
            raise _damaged(self._file) from error

    def _slots(self, rows: list[Row], language: str) -> list[Slot]:
        try:
            return [
                Slot(programme, channel, start_s, stop_s, title if titles is None else json.loads(titles).get(language, title))
                for programme, channel, start_s, stop_s, title, titles in rows
            ]
        except (ValueError, TypeError, AttributeError) as error:
            raise _damaged(self._file) from error

    def _rows(self, query: str, values: tuple[object, ...]) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _damaged(self._file) from error


def _opened(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise GuideUnusable("there is no guide", cure="wait until one was fetched")
    try:
        # Immutable: without locks and without a look at the folder, which a session may not write.
        database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise _damaged(file) from error
    try:
        database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        ((application,),) = database.execute("PRAGMA application_id")
        ((version,),) = database.execute("PRAGMA user_version")
    except (sqlite3.Error, ValueError) as error:
        database.close()
        raise _damaged(file) from error
    if application != APPLICATION or version != VERSION:
        database.close()
        what = "the guide is from another version of FlexCare" if application == APPLICATION else "this is no guide"
        raise GuideUnusable(what, place=file.name, cure="have the guide made again")
    return database


def _damaged(file: Path) -> GuideUnusable:
    return GuideUnusable("the guide is damaged", place=file.name, cure="have the guide made again")


def _begins(asked: list[str], title: str, titles: str | None) -> bool:
    """Whether each of the words begins a word of a title, as the index has them."""
    words = f" {_words_of_title(title, titles)}"
    return all(f" {word}" in words for word in asked)


@lru_cache(maxsize=4_096)
def _words_of_title(title: str, titles: str | None) -> str:
    return words_of(" ".join((title, *json.loads(titles).values())) if titles else title)


def _programme(slot: Slot, titles: tuple[str, str | None], details: dict[str, Any], language: str) -> Programme:
    own, others = titles
    known = json.loads(others) if others else {}
    title = known.get(language, own)
    return Programme(
        slot=slot if slot.title == title else Slot(slot.programme, slot.channel, slot.start_s, slot.stop_s, title),
        subtitle=_in(language, details.get("subtitle")),
        description=_in(language, details.get("description")),
        categories=_all_in(language, details.get("categories", {})),
        icon=details.get("icon", ""),
        episode=details.get("episode", ""),
        year=details.get("year"),
        age=details.get("age"),
        stars=details.get("stars"),
        credits=tuple(Credit(role, name) for role, name in details.get("credits", ())),
        is_repeat=details.get("repeat", False),
        is_premiere=details.get("premiere", False),
        is_live=details.get("live", False),
        languages=tuple(sorted(known)) or tuple(details.get("languages", ())),
    )


def _in(language: str, texts: str | dict[str, str] | None) -> str:
    """A text as it is stored: as such where there is only one, by language where there are several, the source's own first."""
    if not isinstance(texts, dict):
        return texts or ""
    return texts.get(language) or next(iter(texts.values()), "")


def _all_in(language: str, lists: list[str] | dict[str, list[str]]) -> tuple[str, ...]:
    if isinstance(lists, list):
        return tuple(lists)
    return tuple(lists.get(language) or next(iter(lists.values()), ()))
