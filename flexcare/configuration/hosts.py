"""Who learns of a tablet's address and channel: the host of a stream, or nobody, where it comes by multicast."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The host that a stream's address asks, in small letters; "" where nobody is asked: a multicast group, or a port that listens."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        # Not an address that urlsplit takes: nothing that could be declared matches it, and so it is refused.
        return address.partition("://")[2].lower() or address
    return "" if not host or _is_multicast(host) else host


def matches(host: str, patterns: Iterable[str]) -> bool:
    """Whether a host is one of these: a name, `*.name` for every host below it, an address, or a network such as 10.20.0.0/16."""
    return any(_matches(host, pattern) for pattern in patterns)


def is_pattern(text: str) -> bool:
    """Whether a text can match a host at all."""
    if "/" in text:
        return _network(text) is not None
    name = text.removeprefix("*.")
    return (
        bool(name)
        and name == name.lower()
        and all(part and (part.isascii() or part.isalnum()) for part in name.split("."))
        and not (set(name) & set(" *@?#[]"))
    )


def _matches(host: str, pattern: str) -> bool:
    network = _network(pattern) if "/" in pattern else None
    if network is not None:
        try:
            return ipaddress.ip_address(host) in network
        except ValueError:
            return False
    if pattern.startswith("*."):
        return host.endswith(pattern[1:]) and len(host) > len(pattern) - 1
    return host == pattern


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        return None


def _is_multicast(host: str) -> bool:
    try:
        # Only addresses of version 6 have zones.
        return ipaddress.ip_address(host.partition("%")[0] if ":" in host else host).is_multicast
    except ValueError:
        return False
