"""One spelling for every host, or none: what could be read in two ways is nobody's name.

Sources: WHATWG URL, 3.5 (hosts) and 3.6 (IPv4 in all its notations); UTS #46, non-transitional.
"""

from __future__ import annotations

import ipaddress
import re

HOST_MAX_CHARS = 253
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
# A name whose last part is a number is read as an IPv4 address by browsers: 127.1, 0x7f.0.0.1, 2130706433.
_NUMBER_LAST = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def canonical_host(text: str) -> str | None:
    """A host in the one spelling that is compared: small letters, punycode, no last dot, an address as the standard writes it.

    IPv6 may come in brackets and goes without. None for anything else: an address in an odd notation, an escape, a zone, a space.
    """
    if not text or len(text) > HOST_MAX_CHARS + 2:
        return None
    if text.startswith("[") or ":" in text:
        return _ipv6(text)
    name = text.lower() if text.isascii() else _punycode(text)
    if name is None:
        return None
    name = name.removesuffix(".")
    if _NUMBER_LAST.fullmatch(name):
        return _ipv4(name)
    return name if len(name) <= HOST_MAX_CHARS and _NAME.fullmatch(name) else None


def literal(host: str) -> Address | None:
    """The address that a canonical host is, or None where it is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _ipv6(text: str) -> str | None:
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    try:
        address = ipaddress.IPv6Address(bare)
    except ValueError:
        return None
    return None if address.scope_id else address.compressed


def _ipv4(text: str) -> str | None:
    try:
        address = ipaddress.IPv4Address(text)
    except ValueError:
        return None
    return str(address)


def _punycode(text: str) -> str | None:
    import idna  # its tables are 1 MB, and hardly any host needs them

    try:
        return idna.encode(text, uts46=True, transitional=False).decode().lower()
    except (idna.IDNAError, UnicodeError):
        return None
