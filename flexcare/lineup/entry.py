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
_RARE = frozenset(("tvg-shift", "radio", "catchup", "catchup-type", "catchup-source", "catchup-days", "ch-number"))
_YES = frozenset(("true", "1", "yes"))

Aside = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the header says for all channels that say nothing themselves."""

    guide_shift_minutes: int = 0
    catchup: Catchup | None = None


class EntryMaker:
    """Makes channels and tells what is wrong with their fields; equal groups share one tuple."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._groups: dict[str, tuple[str, ...]] = {}

    def defaults(self, fields: Fields, line: int) -> Defaults:
        return Defaults(self._shift_minutes(fields, 0, line), _catchup(fields, None))

    def channel(self, fields: Fields, name: str, stream: Stream, aside: Aside, defaults: Defaults, line: int) -> Channel:
        """Make a channel, with the number that it asks for or 0.

        `aside` is what other lines said: the entry's own `#EXTGRP`, its section's, and its `#KODIPROP` pairs.
        """
        get = fields.get
        guide_id = clean(get("tvg-id", ""))
        guide_name = clean(get("tvg-name", ""))
        name = clean(name)
        if not name:
            name = guide_name or guide_id
            self._problems.add(line, f"the entry has no name; it is shown as {name or 'its number'}", "write the name after the comma")
        shift, radio, catchup = defaults.guide_shift_minutes, False, defaults.catchup
        if not _RARE.isdisjoint(fields):
            shift = self._shift_minutes(fields, shift, line)
            radio = get("radio", "").strip().lower() in _YES
            catchup = _catchup(fields, catchup)
        asked = get("tvg-chno") or get("ch-number")
        logo = get("tvg-logo", "")
        return Channel(
            self._number(asked, line) if asked else 0,
            name,
            stream,
            (),
            guide_id,
            name if guide_name == name else guide_name,  # one object for the two: lists mostly repeat the name
            shift,
            self._groups_of(get("group-title", ""), aside[0], aside[1]),
            radio,
            self._logo(logo, line) if logo else "",
            catchup,
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
