"""One entry's fields become one channel."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from flexcare.lineup.channel import Catchup, Channel, Stream
from flexcare.lineup.fields import Fields
from flexcare.lineup.limits import ADDRESS_MAX_CHARS, NUMBER_MAX, SHIFT_MAX_HOURS
from flexcare.lineup.problems import Problems
from flexcare.lineup.words import clean, group_names

_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_EXTRA = frozenset(("tvg-shift", "radio", "catchup", "catchup-type", "catchup-source", "catchup-days"))
_YES = frozenset(("true", "1", "yes"))

Text = str | None
Core = tuple[Text, Text, Text, Text, Text, Text]
"""What nearly every entry has: tvg-id, tvg-name, tvg-logo, tvg-chno, group-title and the name, as read."""

Aside = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]
"""What other lines said of an entry: its own `#EXTGRP`, its section's, and its `#KODIPROP` pairs."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What few entries have of their own; that of the header holds for the others."""

    guide_shift_minutes: int = 0
    catchup: Catchup | None = None
    radio: bool = False


class EntryMaker:
    """Makes channels and tells what is wrong with their fields; equal groups share one tuple."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._groups: dict[str, tuple[str, ...]] = {}

    def extras(self, fields: Fields, default: Extras, line: int) -> Extras:
        """What the fields say beyond the core; `default` where they say nothing."""
        if _EXTRA.isdisjoint(fields):
            return default
        shift = self._shift_minutes(fields, default.guide_shift_minutes, line)
        return Extras(shift, _catchup(fields, default.catchup), fields.get("radio", "").strip().lower() in _YES)

    def plain_channel(self, groups: tuple[str, ...], extras: Extras, stream: Stream, aside: Aside) -> Channel:
        """Make a channel of a `PLAIN_ENTRY`: as `channel` does, without what cannot be wrong in one. Most of a list goes this way."""
        guide_id, guide_name, logo, asked, titles, _extra, name, _between, _address = groups
        name = clean(name)
        return Channel(
            int(asked) if asked else 0,
            name,
            stream,
            (),
            clean(guide_id) if guide_id else "",
            name if guide_name == name else clean(guide_name or ""),
            extras.guide_shift_minutes,
            self._groups_of(titles or "", aside[0], aside[1]),
            extras.radio,
            logo or "",
            extras.catchup,
            aside[2],
        )

    def channel(self, core: Core, extras: Extras, stream: Stream, aside: Aside, line: int) -> Channel:
        """Make a channel, with the number that it asks for or 0, and no name where there is none to be found."""
        guide_id, guide_name, logo, asked, titles, name = core
        guide_id = clean(guide_id) if guide_id else ""
        name = clean(name) if name else ""
        # One object for the two: lists mostly repeat the name.
        guide_name = name if guide_name == name else clean(guide_name or "")
        if not name:
            name = guide_name or guide_id
            self._problems.add(line, f"the entry has no name; it is shown as {name or 'its number'}", "write the name after the comma")
        return Channel(
            self._number(asked, line) if asked else 0,
            name,
            stream,
            (),
            guide_id,
            guide_name,
            extras.guide_shift_minutes,
            self._groups_of(titles or "", aside[0], aside[1]),
            extras.radio,
            self._logo(logo, line) if logo else "",
            extras.catchup,
            aside[2],
        )

    def _groups_of(self, titles: str, own: tuple[str, ...], section: tuple[str, ...]) -> tuple[str, ...]:
        titled = self._groups.get(titles)
        if titled is None:
            titled = self._groups.setdefault(titles, group_names(titles))
        if own:
            return tuple(dict.fromkeys(titled + own))
        return titled or section

    def _number(self, asked: str, line: int) -> int:
        asked = asked.strip()
        number = int(asked) if _NUMBER.fullmatch(asked) else 0
        if 1 <= number <= NUMBER_MAX:
            return number
        self._problems.add(
            line, f"tvg-chno is no whole number from 1 to {NUMBER_MAX}; the channel gets the lowest free number", "write such a number"
        )
        return 0

    def _logo(self, logo: str, line: int) -> str:
        logo = logo.strip()
        if len(logo) <= ADDRESS_MAX_CHARS and logo.isprintable():
            return logo
        self._problems.add(line, "tvg-logo is no address or file name; it is left out", "put the picture on a server and write its address")
        return ""

    def _shift_minutes(self, fields: Fields, default: int, line: int) -> int:
        text = fields.get("tvg-shift", "").strip()
        if not text:
            return default
        try:
            hours = float(text.replace(",", "."))
        except ValueError:
            hours = math.nan
        if abs(hours) <= SHIFT_MAX_HOURS:
            return round(hours * 60)
        self._problems.add(
            line, f"tvg-shift is no number of hours from -{SHIFT_MAX_HOURS:g} to {SHIFT_MAX_HOURS:g}", "write hours, like -1 or 1.5"
        )
        return default


def core_of(fields: Fields, name: str) -> Core:
    """Pick the core out of all fields; Kodi's `ch-number` stands in for a missing `tvg-chno`."""
    get = fields.get
    return get("tvg-id"), get("tvg-name"), get("tvg-logo"), get("tvg-chno") or get("ch-number"), get("group-title"), name


def _catchup(fields: Fields, default: Catchup | None) -> Catchup | None:
    mode = clean(fields.get("catchup") or fields.get("catchup-type") or "")
    source = fields.get("catchup-source", "").strip()
    days = fields.get("catchup-days", "").strip()
    if not (mode or source or days):
        return default
    base = default or Catchup("")
    return Catchup(
        mode or base.mode,
        source if source and source.isprintable() and len(source) <= ADDRESS_MAX_CHARS else base.source,
        int(days) if _NUMBER.fullmatch(days) else base.days,
    )
