"""XMLTV's dates and times (the comment at the head of xmltv.dtd), and ISO 8601 where sources write that instead."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DAY_S = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = range(1970, 2100)
_XMLTV = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})([0-9]{2})?)?)?(?:\.[0-9]+)?\s*(.*)", re.DOTALL)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?)?\s*(.*)", re.DOTALL)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])([0-9]{1,2})(?::?([0-9]{2}))?")
_OFFSET_MAX_S = 15 * 3600
_MIDNIGHT = (24, 0, 0)  # some sources end a day so
# The names that broadcasters use, in hours; a name with two meanings across the world has that of Europe and North America.
_ZONES_H = {
    **dict.fromkeys(("", "Z", "UT", "UTC", "GMT", "WET"), 0.0),
    **dict.fromkeys(("BST", "IST", "WEST", "CET", "MET", "MEZ"), 1.0),
    **dict.fromkeys(("CEST", "MEST", "MESZ", "EET", "SAST"), 2.0),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 3.0),
    "NST": -3.5,
    "NDT": -2.5,
    **dict.fromkeys(("AST",), -4.0),
    **dict.fromkeys(("ADT", "BRT"), -3.0),
    **dict.fromkeys(("EST",), -5.0),
    **dict.fromkeys(("EDT",), -4.0),
    **dict.fromkeys(("CST",), -6.0),
    **dict.fromkeys(("CDT",), -5.0),
    **dict.fromkeys(("MST",), -7.0),
    **dict.fromkeys(("MDT",), -6.0),
    **dict.fromkeys(("PST",), -8.0),
    **dict.fromkeys(("PDT",), -7.0),
    "AKST": -9.0,
    "AKDT": -8.0,
    "HST": -10.0,
    "JST": 9.0,
    "AWST": 8.0,
    "ACST": 9.5,
    "ACDT": 10.5,
    "AEST": 10.0,
    "AEDT": 11.0,
    "NZST": 12.0,
    "NZDT": 13.0,
}


@lru_cache(maxsize=32_768)  # two weeks have 20,160 minutes, and all channels share them
def moment_s(text: str) -> int | None:
    """The moment in seconds since 1970 in UTC; None for what is none or names no day.

    What is missing at the end counts as zero, a missing zone as UTC. An unknown zone makes it none: a programme that is hours off is worse
    than a gap.
    """
    found = _XMLTV.fullmatch(text.strip()) or _ISO.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    offset_s = _offset_s(found[7])
    if offset_s is None or year not in _YEARS or ((hour > 23 or minute > 59 or second > 60) and (hour, minute, second) != _MIDNIGHT):
        return None
    try:
        days = date(year, month, day).toordinal() - _EPOCH
    except ValueError:
        return None
    return max(0, days * _DAY_S + hour * 3600 + minute * 60 + second - offset_s)


def _offset_s(zone: str) -> int | None:
    zone = zone.strip().upper()
    found = _OFFSET.fullmatch(zone)
    if not found:
        hours = _ZONES_H.get(zone)
        return None if hours is None else int(hours * 3600)
    offset_s = int(found[2]) * 3600 + int(found[3] or 0) * 60
    if offset_s > _OFFSET_MAX_S:
        return None
    return -offset_s if found[1] == "-" else offset_s
