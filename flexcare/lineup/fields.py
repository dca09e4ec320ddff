"""The fields of `#EXTM3U` and `#EXTINF` lines, quoted in any of the ways that real lists quote them."""

from __future__ import annotations

import re

_KEY = r"([A-Za-z0-9_-]++)="
_DOUBLE = r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
_SINGLE = r"'([^'\\]*+(?:\\.[^'\\]*+)*+)'"
# The possessive quantifiers and the look-behind keep the time linear in the length of a line, whatever is in it.
_NOT_INSIDE_A_KEY = r"(?<![A-Za-z0-9_-])"
_STRAY_QUOTES = r'"[^"]*"'
_ENTRY = re.compile(rf"""{_NOT_INSIDE_A_KEY}{_KEY}(?:{_DOUBLE}|{_SINGLE}|([^\s,"']*+))|{_STRAY_QUOTES}|,(.*)""")
_HEADER = re.compile(rf"""{_NOT_INSIDE_A_KEY}{_KEY}(?:{_DOUBLE}|{_SINGLE}|([^\s"']*+))""")
_ESCAPED = re.compile(r"""\\(["'\\,])""")

Fields = dict[str, str]


def entry_fields(line: str) -> tuple[Fields, str | None]:
    """Split an `#EXTINF` line into its fields, keys in lower case, and its name: all after the first comma outside quotes.

    The name is None where there is no such comma. Where a key comes twice, the last one counts.
    """
    found = _ENTRY.findall(line, 7)
    fields = {key.lower(): double or single or bare for key, double, single, bare, _ in found}
    if "\\" in line:
        fields = {key: _ESCAPED.sub(r"\1", value) for key, value in fields.items()}
    if found and not found[-1][0] and "," in line:
        return fields, _name(line, found[-1][4])
    return fields, None


def header_fields(line: str) -> Fields:
    """The fields of an `#EXTM3U` line, keys in lower case; an unquoted value may hold commas, for it is often a list of addresses."""
    return {key.lower(): double or single or bare for key, double, single, bare in _HEADER.findall(line, 7)}


def _name(line: str, rest: str) -> str | None:
    # An empty rest is an empty name after a comma at the very end, or stray quotes that were the last thing found.
    return rest if rest or line.endswith(",") else None


def quote_left_open(line: str, name: str) -> bool:
    """Whether a double quote before the name has no partner: some field then holds less or more than was meant."""
    return line.count('"') % 2 == 1 and name.count('"') % 2 == 0 and "\\" not in line
