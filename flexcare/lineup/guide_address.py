"""The guide addresses that the header of a list names, often several in one value."""

from __future__ import annotations

import re

from flexcare.lineup.limits import ADDRESS_MAX_CHARS
from flexcare.lineup.problems import Problems

# Addresses may hold commas: only one that starts another address, or white space, ends one.
_BETWEEN = re.compile(r"[\s;,]+(?=[A-Za-z][A-Za-z0-9+.-]{0,15}://)|\s+")
_FETCHED = re.compile(r"https?://[^/?#:]", re.IGNORECASE)


def guide_addresses(value: str, line: int, problems: Problems) -> list[str]:
    """Split the value of `x-tvg-url` or `url-tvg` into its addresses; those that cannot be fetched by http or https become problems."""
    good = []
    for address in _BETWEEN.split(value.strip()):
        address = address.strip(" ,;")
        if not address:
            continue
        if _FETCHED.match(address) and address.isprintable() and len(address) <= ADDRESS_MAX_CHARS:
            good.append(address)
        else:
            problems.add(line, "a guide address is not http:// or https://", "write the guide's full address")
    return good
