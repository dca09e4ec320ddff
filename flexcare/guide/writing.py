"""Write the guide's database, beside the old one and then in its place: a reader sees the old one whole or the new one whole."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from flexcare.guide.limits import DATABASE_MAX_BYTES
from flexcare.guide.schema import APPLICATION, GROUP, INDEXES, TABLES, VERSION
from flexcare.guide.words import words_of

_CACHE_KIB = 8 * 1024
_PAGE_BYTES = 4096
_BATCH_ROWS = 2_000
_HEADINGS_KNOWN_MAX = 32_768

Showing = tuple[int, int, int, int]
"""Start and stop in seconds, programme, heading."""
Mark = tuple[int, int]


class Writing:
    """A guide that is being written; `finish` puts it in its place, `abandon` leaves what was there before.

    Titles are kept once as long as they stand among the last few thousand, so that memory stays bounded.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._beside = file.with_name(f".{file.name}.new")
        self._beside.unlink(missing_ok=True)
        self._database = sqlite3.connect(self._beside, isolation_level=None)
        run = self._database.execute
        run(f"PRAGMA page_size = {_PAGE_BYTES}")
        run(f"PRAGMA max_page_count = {DATABASE_MAX_BYTES // _PAGE_BYTES}")
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run("PRAGMA locking_mode = EXCLUSIVE")
        run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        run(f"PRAGMA application_id = {APPLICATION}")
        run(f"PRAGMA user_version = {VERSION}")
        self._database.executescript(TABLES)
        run("BEGIN")
        self._headings: dict[str | tuple[str, str], int] = {}
        self._next_heading = 1
        self._next_programme = GROUP
        self._new_headings: list[tuple[int, str, str | None]] = []
        self._new_programmes: list[tuple[int, bytes]] = []
        self._group: list[dict[str, Any]] = []
        self._encode = msgspec.json.Encoder().encode
        self._first_s, self._last_s, self._longest_s = 0, 0, 0

    def heading(self, title: str, titles: dict[str, str] | None = None) -> int:
        """The number of a title; `titles` where it is known in several languages."""
        others = self._encode(titles).decode() if titles else None
        key = (title, others) if others else title
        known = self._headings.get(key)
        if known is not None:
            return known
        if len(self._headings) >= _HEADINGS_KNOWN_MAX:
            self._headings.clear()
        number = self._headings[key] = self._next_heading
        self._next_heading += 1
        self._new_headings.append((number, title, others))
        if len(self._new_headings) >= _BATCH_ROWS:
            self._write_new()
        return number

    def programme(self, details: dict[str, Any]) -> int:
        """The number of a programme with these details."""
        number = self._next_programme
        self._next_programme += 1
        self._group.append(details)
        if len(self._group) == GROUP:
            self._end_group()
        return number

    def mark(self) -> Mark:
        """Where the writing stands, for `forget`."""
        self._end_group()
        return self._next_programme, self._next_heading

    def forget(self, mark: Mark) -> None:
        """Take back the programmes and titles since a mark."""
        self._end_group()
        self._write_new()
        self._headings.clear()
        self._next_programme, self._next_heading = mark
        self._database.execute("DELETE FROM programme WHERE id >= ?", (self._next_programme // GROUP,))
        self._database.execute("DELETE FROM heading WHERE id >= ?", (self._next_heading,))

    def _end_group(self) -> None:
        if self._group:
            self._new_programmes.append(((self._next_programme - 1) // GROUP, self._encode(self._group)))
            self._group.clear()
            self._next_programme += -self._next_programme % GROUP
        if len(self._new_programmes) >= _BATCH_ROWS // GROUP:
            self._write_new()

    def channel(self, number: int, showings: Iterable[Showing]) -> int:
        """Put the showings of a channel: by start, none overlapping another, none without length. Once a channel, at best by number.

        Returns how many there are.
        """
        rows = [(number, stop, start, programme, heading) for start, stop, programme, heading in showings]
        if not rows:
            return 0
        self._first_s = min(self._first_s, rows[0][2]) if self._last_s else rows[0][2]
        self._last_s = max(self._last_s, rows[-1][1])
        self._longest_s = max(self._longest_s, max([row[1] - row[2] for row in rows]))
        self._database.execute("INSERT INTO channel VALUES (?)", (number,))
        self._database.executemany("INSERT INTO slot VALUES (?, ?, ?, ?, ?)", rows)
        return len(rows)

    def finish(self, made_at_s: int) -> None:
        """Write what is left, the indexes and the facts, and put the guide in its place."""
        self._end_group()
        self._write_new()
        run = self._database.execute
        for index in INDEXES.split(";"):
            run(index)
        self._database.create_function("words_of", 2, _words, deterministic=True)
        run("INSERT INTO words (rowid, titles) SELECT id, words_of(title, titles) FROM heading")
        facts = {"made_at_s": made_at_s, "first_s": self._first_s, "last_s": self._last_s, "longest_s": self._longest_s}
        self._database.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
        run("COMMIT")
        self._database.close()
        with self._beside.open("rb") as written:
            os.fsync(written.fileno())
        self._beside.replace(self._file)

    def abandon(self) -> None:
        """Throw away what was written."""
        self._database.close()
        self._beside.unlink(missing_ok=True)

    def _write_new(self) -> None:
        self._database.executemany("INSERT INTO heading VALUES (?, ?, ?)", self._new_headings)
        self._database.executemany("INSERT INTO programme VALUES (?, ?)", self._new_programmes)
        self._new_headings.clear()
        self._new_programmes.clear()


def _words(title: str, titles: str | None) -> str:
    return words_of(" ".join((title, *json.loads(titles).values())) if titles else title)
