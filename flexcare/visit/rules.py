"""Which places a web visit may reach. One decision for the engine, which sees whole addresses, and the proxy, which sees hosts.

Whatever is odd is refused: a password in an address, a backslash, a control character, a host in another than its one spelling.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from flexcare.visit.hosts import canonical_host, literal

DEFAULT_PORTS = {"http": 80, "https": 443}
SAME_AS = {"ws": "http", "wss": "https"}
ADDRESS_MAX_CHARS = 32 * 1024
ESCAPED_MAX = 4
"""So many times an address may be escaped; a server or two may undo that."""

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?[^#]*)?(?:#.*)?", re.DOTALL)
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
# Browsers drop tabs and line ends, and take a backslash for a slash: no address of ours has any.
_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


class RuleFaulty(ValueError):
    """A rule that could not be decided by; a mistake of whoever made it."""


class Place(NamedTuple):
    """Where an address leads: canonical host, port, and a path that begins with a slash."""

    scheme: str
    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class AllowRule:
    """Everything at one host and port whose path begins with `path_prefix`, in whole segments.

    scheme: http or https, which cover ws and wss. host: a name, an address, or `*.name` for every host below a name.
    port: None for the scheme's own. Raises RuleFaulty.
    """

    scheme: str
    host: str
    path_prefix: str = "/"
    port: int | None = None

    def __post_init__(self) -> None:
        name = canonical_host(self.host.removeprefix("*."))
        if self.scheme not in DEFAULT_PORTS or name is None or not self.path_prefix.startswith("/"):
            raise RuleFaulty("a rule needs http or https, a host and a path that begins with a slash")
        if self.below and (literal(name) or "." not in name):
            raise RuleFaulty("*. goes before a name of two parts at least")
        if self.port is not None and not 0 < self.port < 65536:
            raise RuleFaulty("a port is between 1 and 65535")
        object.__setattr__(self, "host", f"*.{name}" if self.below else name)

    @property
    def below(self) -> bool:
        """Whether it covers the hosts below its name, which itself is not one of them."""
        return self.host.startswith("*.")

    @property
    def open_port(self) -> int:
        """The one port that it opens."""
        return self.port or DEFAULT_PORTS[self.scheme]

    def covers(self, scheme: str, host: str, port: int) -> bool:
        """Whether a canonical host is reached by it, whatever the path."""
        if SAME_AS.get(scheme, scheme) != self.scheme or port != self.open_port:
            return False
        if self.below:
            return host.endswith(self.host[1:]) and literal(host) is None
        return host == self.host

    def covers_path(self, path: str) -> bool:
        """Whether a path lies under it. Dots and escaped slashes are undone first, so that nothing climbs out."""
        prefix = self.path_prefix.rstrip("/")
        if not prefix:
            return True
        plain = _plain(path)
        return plain is not None and (plain == prefix or plain.startswith(f"{prefix}/"))


def place(address: str) -> Place | None:
    """Where an address leads, or None where it is not plainly the address of a page."""
    found = None if len(address) > ADDRESS_MAX_CHARS or _ODD.search(address) else _ADDRESS.fullmatch(address)
    authority = _AUTHORITY.fullmatch(found[2]) if found else None
    if not found or not authority or "@" in found[2]:
        return None
    scheme = found[1].lower()
    host = canonical_host(authority[1])
    default = DEFAULT_PORTS.get(SAME_AS.get(scheme, scheme))
    if host is None or default is None:
        return None
    port = int(authority[2]) if authority[2] else default
    return Place(scheme, host, port, found[3] or "/") if 0 < port < 65536 else None


def allows_page(rules: Iterable[AllowRule], address: str) -> bool:
    """Whether a page or frame may be at this address: scheme, host, port and path are listed."""
    where = place(address)
    return where is not None and any(rule.covers(*where[:3]) and rule.covers_path(where.path) for rule in rules)


def allows_part(rules: Iterable[AllowRule], address: str) -> bool:
    """Whether a page may use what is at this address (a picture, data, a socket): the path does not count."""
    where = place(address)
    return where is not None and any(rule.covers(*where[:3]) for rule in rules)


def _plain(path: str) -> str | None:
    """A path as a server may read it in the end: unescaped until nothing changes, single slashes, no dots.

    None where it is escaped more often than anybody does, which a page could make this busy with.
    """
    for _ in range(ESCAPED_MAX + 1):
        before, path = path, unquote(path)
        if before == path:
            break
    else:
        return None
    path = path.replace("\\", "/")
    plain = posixpath.normpath(f"/{path.lstrip('/')}")
    return f"{plain}/" if path.endswith("/") and plain != "/" else plain
