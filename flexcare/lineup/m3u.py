"""Read M3U playlists as they are in real life: any bytes in, a lineup and its problems out.

Nothing is fetched, logged or kept. What the tags mean follows their common use by VLC and Kodi's pvr.iptvsimple:

- `group-title` and `#EXTGRP` between an `#EXTINF` and its address belong to that entry; an `#EXTGRP` outside an entry opens a
  section, whose groups go to every following entry without groups of its own, until the next opener.
- `tvg-shift` of the header holds for all channels below it; a channel's own replaces it. Hours, also `-1` and `1.5`.
- Player options above an `#EXTINF` or below it hold for that entry's address; a suffix of the address outweighs them.
"""

from __future__ import annotations

from flexcare.errors import PlaylistUnusable
from flexcare.lineup.address import refusal
from flexcare.lineup.channel import Channel, Lineup, Problem, Stream
from flexcare.lineup.entry import Defaults, EntryMaker
from flexcare.lineup.fields import entry_fields, header_fields, quote_left_open
from flexcare.lineup.guide_address import guide_addresses
from flexcare.lineup.kind import refuse_hls, refuse_other_kinds
from flexcare.lineup.limits import ENTRIES_MAX, GUIDE_ADDRESSES_MAX, LINE_MAX_CHARS, OPTION_MAX_CHARS, PROPERTIES_MAX
from flexcare.lineup.options import Options, take_suffix, take_vlc_option
from flexcare.lineup.problems import Problems
from flexcare.lineup.roster import Roster
from flexcare.lineup.text import chunks_of_lines, plain
from flexcare.lineup.words import clean, group_names


def read_m3u(data: bytes) -> tuple[Lineup, tuple[Problem, ...]]:
    """Read a playlist, plain or gzipped, in UTF-8 or Latin-1, within the limits of `flexcare.lineup.limits`.

    Channels come in the order of their numbers; how they get them says `flexcare.lineup.roster`. Raises `PlaylistUnusable` where no
    channel can be played at all: for another kind of file, or with the problems of a list in which every entry is refused.
    """
    data = plain(data)
    refuse_other_kinds(data)
    reader = _Reader()
    for lines, is_utf8 in chunks_of_lines(data):
        if not reader.take(lines, is_utf8=is_utf8):
            break
    return reader.finish()


class _Reader:
    """What is known after the lines so far, and what waits for the next address."""

    def __init__(self) -> None:
        self._problems = Problems()
        self._roster = Roster(self._problems)
        self._make = EntryMaker(self._problems)
        self._defaults = Defaults()
        self._guides: dict[str, None] = {}
        self._section: tuple[str, ...] = ()
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
        }
        self._close_entry()

    def _close_entry(self) -> None:
        self._info = ""
        self._info_line = 0
        self._too_long = False
        self._groups: tuple[str, ...] = ()
        self._options: Options | None = None
        self._properties: dict[str, str] | None = None

    def take(self, lines: list[str], *, is_utf8: bool) -> bool:
        """Read on; False once the list holds more entries than are taken."""
        if not is_utf8 and not self._told_latin_1:
            self._told_latin_1 = True
            self._problems.add(self._line + 1, "from here on not all is UTF-8; the rest is read as Latin-1", "save the list as UTF-8")
        number = self._line
        for line in lines:
            number += 1
            line = line.strip()
            if not line:
                continue
            if len(line) > LINE_MAX_CHARS:
                self._skip(line, number)
            elif line[0] != "#":
                self._address(line, number)
            elif line.startswith("#EXTINF:") and self._begun:
                self._open_entry(line, number)
            else:
                self._directive(line, number)
            if self._entries >= ENTRIES_MAX:
                self._problems.add(number, f"the list has more than {ENTRIES_MAX} entries; the rest is left out", "shorten the list")
                return False
        self._line = number
        return True

    def finish(self) -> tuple[Lineup, tuple[Problem, ...]]:
        if self._info:
            self._tell_no_address()
        channels = self._roster.finish()
        problems = self._problems.told()
        if not channels:
            raise _nothing_to_play(self._refused, problems)
        return Lineup(channels, tuple(self._guides)), problems

    def _skip(self, line: str, number: int) -> None:
        self._begin(line, number)
        self._problems.add(number, f"the line is longer than {LINE_MAX_CHARS} characters; its entry is left out", "shorten it")
        if line[0] != "#":
            self._close_entry()
        elif line.startswith("#EXTINF"):
            self._close_entry()
            self._too_long = True

    def _begin(self, line: str, number: int) -> None:
        if not self._begun:
            self._begun = True
            if not line.upper().startswith("#EXTM3U"):
                self._problems.add(number, "the list does not begin with #EXTM3U", "write #EXTM3U as its first line")

    def _directive(self, line: str, number: int) -> None:
        self._begin(line, number)
        name = line[:12].partition(":")[0].partition(" ")[0].partition("-")[0].upper()
        if name == "#EXT":
            self._other_kind(line, number)
        elif name in self._directives:
            self._directives[name](line, number)

    def _other_kind(self, line: str, number: int) -> None:
        # The tags of HTTP Live Streaming come before its first address (RFC 8216, 4.3); later ones are a slip in a list that plays.
        if not self._entries:
            refuse_hls(line, number)

    def _header(self, line: str, number: int) -> None:
        fields = header_fields(line)
        self._defaults = self._make.defaults(fields, number)
        for key in ("x-tvg-url", "url-tvg"):
            for address in guide_addresses(fields.get(key, ""), number, self._problems):
                if len(self._guides) < GUIDE_ADDRESSES_MAX:
                    self._guides[address] = None

    def _open_entry(self, line: str, number: int) -> None:
        if self._info:
            self._tell_no_address()
            self._close_entry()
        self._info = line
        self._info_line = number

    def _tell_no_address(self) -> None:
        self._problems.add(self._info_line, "the entry has no address", "write its address in the line below, or remove it")

    def _group(self, line: str, _number: int) -> None:
        groups = group_names(line[8:])
        if self._info:
            self._groups = groups
        else:
            self._section = groups

    def _vlc_option(self, line: str, number: int) -> None:
        if self._options is None:
            self._options = Options()
        take_vlc_option(self._options, line[10:], number, self._problems)

    def _property(self, line: str, number: int) -> None:
        key, _, value = line[10:].partition("=")
        if self._properties is None:
            self._properties = {}
        if len(value) > OPTION_MAX_CHARS or len(self._properties) >= PROPERTIES_MAX:
            self._problems.add(number, "a #KODIPROP is too long, or there are too many; it is left out", "remove it: nothing here uses it")
        elif key.strip():
            self._properties[clean(key)] = clean(value)

    def _address(self, line: str, number: int) -> None:
        if not self._begun:
            self._begin(line, number)
        self._entries += 1
        stream = None if self._too_long else self._stream(line, number)
        if stream is None:
            self._refused += 1
        else:
            self._roster.add(self._channel(stream, number), self._info_line or number)
        if self._options is not None or self._properties is not None or self._groups or self._too_long:
            self._close_entry()
        self._info = ""
        self._info_line = 0

    def _stream(self, line: str, number: int) -> Stream | None:
        address, bar, suffix = line.partition("|")
        why_not = refusal(address)
        if why_not:
            self._problems.add(number, why_not.text, why_not.cure)
            return None
        if bar:
            self._options = self._options or Options()
            take_suffix(self._options, suffix, number, self._problems)
        return self._options.stream(address) if self._options else Stream(address)

    def _channel(self, stream: Stream, number: int) -> Channel:
        line, number = self._info, self._info_line or number
        fields, name = entry_fields(line) if line else ({}, None)
        if line and name is None:
            self._problems.add(number, "the #EXTINF line has no comma, so no name", "write a comma and the name at its end")
        elif name and '"' in line and quote_left_open(line, name):
            self._problems.add(number, "a quotation mark is not closed, so a field is missing or wrong", 'write it as key="value"')
        properties = tuple(self._properties.items()) if self._properties else ()
        return self._make.channel(fields, name or "", stream, (self._groups, self._section, properties), self._defaults, number)


def _nothing_to_play(refused: int, problems: tuple[Problem, ...]) -> PlaylistUnusable:
    if refused:
        first = problems[0]
        return PlaylistUnusable(
            f"none of the {refused} entries can be played; line {first.line}: {first.text}", cure=first.cure, problems=problems
        )
    return PlaylistUnusable(
        "the list has no channels", cure="give each channel an #EXTINF line with its name and, below it, its address", problems=problems
    )
