"""How the guide's database is laid out, for the one who writes and the one who reads.

slot: what is on, one row a showing, no two of a channel overlapping. heading: titles, each once or a few times; `titles` is a JSON object
by language where there are several. programme: the details of showings as JSON without what is not known, an array of up to `GROUP` in a
row (programme 70 is the seventh of row 2); showings on several channels of one guide share one. words: the words of the titles, found by
`rowid` = `heading.id`. fact: some numbers of the whole.
"""

from __future__ import annotations

APPLICATION = 0x466C4767  # "FlGg"
VERSION = 1
GROUP = 32
"""Programmes in one row: far fewer rows to write, and still a moment to read."""

TABLES = """
CREATE TABLE fact (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE channel (number INTEGER PRIMARY KEY);
CREATE TABLE heading (id INTEGER PRIMARY KEY, title TEXT NOT NULL, titles TEXT);
CREATE TABLE programme (id INTEGER PRIMARY KEY, details BLOB NOT NULL);
CREATE TABLE slot (
    channel INTEGER NOT NULL, stop INTEGER NOT NULL, start INTEGER NOT NULL, programme INTEGER NOT NULL, heading INTEGER NOT NULL,
    PRIMARY KEY (channel, stop)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (titles, content = '', columnsize = 0, detail = none, tokenize = "unicode61 remove_diacritics 0");
"""
INDEXES = """
CREATE INDEX slot_by_heading ON slot (heading, start);
CREATE INDEX slot_by_start ON slot (start, heading);
"""
