"""The fields of `#EXTM3U` and `#EXTINF` lines, quoted in any of the ways that real lists quote them.

Nine of ten entries are written in one plain way. `PLAIN_ENTRY` reads such an entry whole, in one step; `entry_fields` reads any.
"""

from __future__ import annotations

import re

from flexcare.lineup.address import PLAIN_STREAM

_KEY = r"([A-Za-z0-9_-]++)="
_DOUBLE = r'"([^"\\]*+(?:\\.[^"\\]*+)*)"'
_SINGLE = r"'([^'\\]*+(?:\\.[^'\\]*+)*)'"
# The possessive quantifiers and the look-behind keep the time linear in the length of a line, whatever is in it. They stand behind
# single characters only: behind a group, Python 3.11.2 (Debian 12) goes on from where a failed repetition broke off.
_NOT_INSIDE_A_KEY = r"(?<![A-Za-z0-9_-])"
_STRAY_QUOTES = r'"[^"]*"'
_ENTRY = re.compile(rf"""{_NOT_INSIDE_A_KEY}{_KEY}(?:{_DOUBLE}|{_SINGLE}|([^\s,"']*+))|{_STRAY_QUOTES}|,(.*)""")
_HEADER = re.compile(rf"""{_NOT_INSIDE_A_KEY}{_KEY}(?:{_DOUBLE}|{_SINGLE}|([^\s"']*+))""")
_ESCAPED = re.compile(r"""\\(["'\\,])""")

# Double quotes, nothing escaped, keys in small letters, and only numbers and addresses that nothing is wrong with: an entry that
# matches needs no second look but for its names. All others take the longer way.
_PLAIN_VALUE = r'"([^"\\\n]*+)"'
_PLAIN_ASCII = r'"([ !#-\[\]-~]*+)"'
_PLAIN_ADDRESS = r'"([!#-\[\]-~]*+)"'
_PLAIN_FIELD = (
    rf"tvg-(?:id={_PLAIN_ASCII}|name={_PLAIN_VALUE}|logo={_PLAIN_ADDRESS}|chno=\"([1-9][0-9]{{0,4}})\")"
    rf'|group-title={_PLAIN_VALUE}|((?:radio|tvg-shift|catchup(?:-[a-z]++)?)="[^"\\\n]*+")'
    r'|(?!radio=|tvg-shift=|catchup|ch-number=|tvg-id=|tvg-name=|tvg-logo=|tvg-chno=|group-title=)[a-z0-9-]++="[^"\\\n]*+"'
)
_OTHER_LINES = r"((?:#(?!EXTINF|EXTM3U)[^\n]*+\n)*)"
PLAIN_ENTRY = re.compile(rf"\n#EXTINF:[^\s,\"']*+(?: ++(?:{_PLAIN_FIELD}))* *+,([^\s\"][^\n\"]*+)\n{_OTHER_LINES}({PLAIN_STREAM})(?![^\n])")
"""An entry in the plain way, from the line feed before it to the end of its address. Its groups: tvg-id, tvg-name, tvg-logo,
tvg-chno, group-title, one field that needs more thought (`EXTRA`), the name, the lines in between, the address; the first six
are None where they are missing."""

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
