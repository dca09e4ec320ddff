"""Read M3U playlists as they are in real life: any bytes in, a lineup and its problems out.

Nothing is fetched, logged or kept. What the tags mean follows their common use by VLC and Kodi's pvr.iptvsimple:

- `group-title` and an `#EXTGRP` between `#EXTINF` and address belong to that entry; an `#EXTGRP` outside an entry opens a section,
  whose groups go to every following entry without groups of its own, until the next opener.
- `tvg-shift` of the header holds for all channels below it; a channel's own replaces it. Hours, also `-1` and `1.5`.
- Player options above an `#EXTINF` or below it hold for that entry's address; a suffix of the address outweighs them.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flexcare.errors import PlaylistUnusable
from flexcare.lineup.address import refusal
from flexcare.lineup.channel import Lineup, Problem, Stream
from flexcare.lineup.entry import Core, EntryMaker, Extras, core_of
from flexcare.lineup.fields import PLAIN_ENTRY, entry_fields, header_fields, quote_left_open
from flexcare.lineup.guide_address import guide_addresses
from flexcare.lineup.kind import refuse_hls, refuse_other_kinds
from flexcare.lineup.limits import ENTRIES_MAX, GUIDE_ADDRESSES_MAX, LINE_MAX_CHARS, OPTION_MAX_CHARS, PROPERTIES_MAX
from flexcare.lineup.options import Options, take_suffix, take_vlc_option
from flexcare.lineup.problems import Problems
from flexcare.lineup.roster import Roster
from flexcare.lineup.text import chunks_of_lines, plain
from flexcare.lineup.words import clean, group_names

_SEEN_MAX = 1_000


def read_m3u(data: bytes) -> tuple[Lineup, tuple[Problem, ...]]:
    """Read a playlist, plain or gzipped, in UTF-8 or Latin-1, within the limits of `flexcare.lineup.limits`.

    Channels come in the order of their numbers; how they get them says `flexcare.lineup.roster`. Raises `PlaylistUnusable` where no
    channel can be played at all: for another kind of file, or with the problems of a list in which every entry is refused.
    """
    data = plain(data)
    refuse_other_kinds(data)
    reader = _Reader()
    with _collector_paused():
        for text, is_utf8 in chunks_of_lines(data):
            reader.take(text, is_utf8=is_utf8)
            if reader.full:
                break
        return reader.finish()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking over all channels again and again: a sixth of the time of a big list, and for nothing.

    Reading makes no reference cycles, and is short; two readers at the same time leave the collector as the first one found it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(slots=True)
class _Waiting:
    """What lines before an address said about its entry; `info_line` is 0 where there was no `#EXTINF` yet."""

    info: str = ""
    info_line: int = 0
    skipped: bool = False
    groups: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)
    properties: dict[str, str] = field(default_factory=dict)


class _Reader:
    """What is known after the lines so far, and what waits for the next address."""

    def __init__(self) -> None:
        self.full = False
        self._problems = Problems()
        self._roster = Roster(self._problems)
        self._make = EntryMaker(self._problems)
        self._defaults = Extras()
        self._guides: dict[str, None] = {}
        self._section: tuple[str, ...] = ()
        self._waiting: _Waiting | None = None
        self._seen_between: dict[str, _Waiting] = {}
        self._line = 0
        self._entries = 0
        self._refused = 0
        self._begun = False
        self._told_latin_1 = False
        self._directives = {
            "#EXTM3U": self._header,
            "#EXTINF": self._open_entry,
            "#EXTGRP": self._group,
            "#EXTVLCOPT": self._vlc_option,
            "#KODIPROP": self._property,
            "#EXT": self._other_kind,
        }

    def take(self, text: str, *, is_utf8: bool) -> None:
        """Read on: whole lines, LF between them."""
        if not is_utf8 and not self._told_latin_1:
            self._told_latin_1 = True
            self._problems.add(self._line + 1, "from here on not all is UTF-8; the rest is read as Latin-1", "save the list as UTF-8")
        text = "\n" + text  # every line now begins with a line feed, as PLAIN_ENTRY wants it
        position = 0
        for entry in PLAIN_ENTRY.finditer(text):
            start, end = entry.span()
            if position != start:
                self._take_lines(text[position:start])
            if self._waiting is None and self._begun and end - start <= LINE_MAX_CHARS:
                self._take_plain_entry(entry)
            else:
                self._take_lines(text[start:end])
            position = end
        self._take_lines(text[position:])

    def finish(self) -> tuple[Lineup, tuple[Problem, ...]]:
        self._tell_no_address()
        channels = self._roster.finish()
        problems = self._problems.told()
        if not channels:
            raise _nothing_to_play(self._refused, problems)
        return Lineup(channels, tuple(self._guides)), problems

    def _take_plain_entry(self, entry: re.Match[str]) -> None:
        if self._entries == ENTRIES_MAX:
            self._stop()
            return
        self._entries += 1
        info_line = self._line = self._line + 1
        groups = entry.groups()
        between, address = groups[7], groups[8]
        extras = self._defaults
        if groups[5]:  # a field that needs more thought
            fields, _ = entry_fields(entry[0][1:].partition("\n")[0])
            extras = self._make.extras(fields, extras, info_line)
        if between:
            waiting = self._between(between, info_line)
            stream = waiting.options.stream(address)
            aside = (waiting.groups, self._section, tuple(waiting.properties.items()))
        else:
            stream, aside = Stream(address), ((), self._section, ())
        self._line += 1
        self._roster.add(self._make.plain_channel(groups, extras, stream, aside), info_line)

    def _between(self, lines: str, info_line: int) -> _Waiting:
        """What the lines between an `#EXTINF` and its address say; the same few come again and again in a list."""
        known = self._seen_between.get(lines)
        if known:
            self._line += lines.count("\n")
            return known
        told = len(self._problems)
        waiting = self._waiting = _Waiting(info_line=info_line)
        self._take_lines("\n" + lines[:-1])
        self._waiting = None
        if len(self._problems) == told and len(self._seen_between) < _SEEN_MAX and len(lines) < LINE_MAX_CHARS // 64:
            self._seen_between[lines] = waiting
        return waiting

    def _take_lines(self, text: str) -> None:
        """Read lines of any kind, each after its line feed."""
        for line in text.split("\n")[1:]:
            self._line += 1
            line = line.strip()
            if not line:
                continue
            if not self._begun:
                self._begin(line)
            if len(line) > LINE_MAX_CHARS:
                self._skip(line)
            elif line[0] == "#":
                self._directive(line)
            else:
                self._address(line)

    def _begin(self, line: str) -> None:
        self._begun = True
        if not line.upper().startswith("#EXTM3U"):
            self._problems.add(self._line, "the list does not begin with #EXTM3U", "write #EXTM3U as its first line")

    def _skip(self, line: str) -> None:
        self._problems.add(self._line, f"the line is longer than {LINE_MAX_CHARS} characters; its entry is left out", "shorten it")
        if line[0] != "#":
            self._waiting = None
        elif line.upper().startswith("#EXTINF"):
            self._tell_no_address()
            self._waiting = _Waiting(skipped=True)

    def _directive(self, line: str) -> None:
        name = line[:12].partition(":")[0].partition(" ")[0].partition("-")[0].upper()
        take = self._directives.get(name)
        if take:
            take(line)

    def _other_kind(self, line: str) -> None:
        # The tags of HTTP Live Streaming come before its first address (RFC 8216, 4.3); later ones are a slip in a list that plays.
        if not self._entries:
            refuse_hls(line, self._line)

    def _header(self, line: str) -> None:
        fields = header_fields(line)
        self._defaults = self._make.extras(fields, Extras(), self._line)
        for key in ("x-tvg-url", "url-tvg"):
            for address in guide_addresses(fields.get(key, ""), self._line, self._problems):
                if len(self._guides) < GUIDE_ADDRESSES_MAX:
                    self._guides[address] = None

    def _open_entry(self, line: str) -> None:
        self._tell_no_address()
        waiting = self._wait()
        if waiting.info_line or waiting.skipped:
            waiting = self._waiting = _Waiting()
        waiting.info, waiting.info_line = line, self._line

    def _wait(self) -> _Waiting:
        if self._waiting is None:
            self._waiting = _Waiting()
        return self._waiting

    def _tell_no_address(self) -> None:
        if self._waiting and self._waiting.info_line:
            self._problems.add(self._waiting.info_line, "the entry has no address", "write its address in the line below, or remove it")

    def _group(self, line: str) -> None:
        groups = group_names(line[8:])
        if self._waiting and self._waiting.info_line:
            self._waiting.groups = groups
        else:
            self._section = groups

    def _vlc_option(self, line: str) -> None:
        take_vlc_option(self._wait().options, line[10:], self._line, self._problems)

    def _property(self, line: str) -> None:
        key, _, value = line[10:].partition("=")
        properties = self._wait().properties
        if len(value) > OPTION_MAX_CHARS or len(properties) >= PROPERTIES_MAX:
            self._problems.add(
                self._line, "a #KODIPROP is too long, or there are too many; it is left out", "remove it: nothing here uses it"
            )
        elif key.strip():
            properties[clean(key)] = clean(value)

    def _address(self, line: str) -> None:
        waiting = self._waiting
        if waiting is None:
            self._add(core_of({}, ""), self._defaults, line, self._line)
        elif waiting.skipped:
            self._waiting = None
        elif not waiting.info_line:
            self._add(core_of({}, ""), self._defaults, line, self._line)
        else:
            fields, name = entry_fields(waiting.info)
            self._tell_doubts(waiting, name)
            extras = self._make.extras(fields, self._defaults, waiting.info_line)
            self._add(core_of(fields, name or ""), extras, line, waiting.info_line)

    def _tell_doubts(self, waiting: _Waiting, name: str | None) -> None:
        if name is None:
            self._problems.add(waiting.info_line, "the #EXTINF line has no comma, so no name", "write a comma and the name at its end")
        elif quote_left_open(waiting.info, name):
            self._problems.add(
                waiting.info_line, "a quotation mark is not closed, so a field is missing or wrong", 'write it as key="value"'
            )

    def _add(self, core: Core, extras: Extras, address: str, info_line: int) -> None:
        """Take the entry whose address has come; player options and groups that wait for it go with it."""
        if self._entries == ENTRIES_MAX:
            self._stop()
            return
        self._entries += 1
        waiting = self._waiting or _Waiting()
        self._waiting = None
        stream = self._stream(address, waiting.options)
        if stream:
            aside = (waiting.groups, self._section, tuple(waiting.properties.items()))
            self._roster.add(self._make.channel(core, extras, stream, aside, info_line), info_line)
        else:
            self._refused += 1

    def _stream(self, line: str, options: Options) -> Stream | None:
        address, _, suffix = line.strip().partition("|")
        why_not = refusal(address)
        if why_not:
            self._problems.add(self._line, why_not.text, why_not.cure)
            return None
        if suffix:
            take_suffix(options, suffix, self._line, self._problems)
        return options.stream(address)

    def _stop(self) -> None:
        if not self.full:
            self.full = True
            self._problems.add(self._line, f"the list has more than {ENTRIES_MAX} entries; the rest is left out", "shorten the list")
        self._waiting = None


def _nothing_to_play(refused: int, problems: tuple[Problem, ...]) -> PlaylistUnusable:
    if not refused:
        cure = "give each channel an #EXTINF line with its name and, below it, its address"
        return PlaylistUnusable("the list has no channels", cure=cure, problems=problems)
    return PlaylistUnusable(
        f"none of the {refused} entries can be played",
        place=f"line {problems[0].line}",
        cure="see the problems of its lines",
        problems=problems,
    )
