"""Which streams a test asks for: one of each head-end of the lineup, the same whatever is on. Pure."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from flexcare.lineup.channel import Channel
from flexcare.visit.hosts import canonical_host, literal

HEADS_MAX = 6
"""More head-ends than this are judged by the first."""
PORTS = {"http": 80, "https": 443, "udp": 1234, "rtp": 5004, "srt": 9710}
"""Where an address names none: the protocol's own, or VLC's."""


@dataclass(frozen=True, slots=True)
class Head:
    """One head-end, and how to ask it for a stream. path: with its query, for HTTP."""

    scheme: str
    host: str
    port: int
    path: str = "/"
    user_agent: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it sends to whoever listens."""
        return literal(self.host) is not None and ipaddress.ip_address(self.host).is_multicast

    @property
    def place(self) -> str:
        """For the screen of whoever looks."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def heads(channels: Iterable[Channel]) -> tuple[Head, ...]:
    """One stream of each head-end, at most HEADS_MAX, in the lineup's order. All groups of one protocol are one head-end."""
    found: dict[tuple[str, str, int], Head] = {}
    for head in _all_of(channels):
        key = (head.scheme, "", 0) if head.is_group else (head.scheme, head.host, head.port)
        found.setdefault(key, head)
    return tuple(found.values())[:HEADS_MAX]


def _all_of(channels: Iterable[Channel]) -> Iterator[Head]:
    for channel in channels:
        for stream in (channel.stream, *channel.backups):
            try:
                parts = urlsplit(stream.address)
                scheme = parts.scheme.lower()
                host, port = canonical_host(parts.hostname or ""), parts.port or PORTS.get(scheme)
            except ValueError:
                continue
            if not (host and port and scheme in PORTS):
                continue
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            if path.isascii() and path.isprintable() and stream.user_agent.isprintable():
                yield Head(scheme, host, port, path, stream.user_agent if stream.user_agent.isascii() else "")
