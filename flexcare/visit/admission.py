"""What one visit is let through to, as it is handed from the session to the visit's proxy: one line of JSON, once."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from flexcare.visit.addresses import Reachable, networks
from flexcare.visit.hosts import Address, canonical_host, literal
from flexcare.visit.rules import AllowRule, RuleFaulty

ADMISSION_MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Relay:
    """A TURN server that WebRTC may speak to, over TCP or TLS: there is no way out for UDP. Raises RuleFaulty."""

    host: str
    port: int

    def __post_init__(self) -> None:
        host = canonical_host(self.host)
        if host is None or not 0 < self.port < 65536:
            raise RuleFaulty("a relay needs a host and a port")
        object.__setattr__(self, "host", host)


@dataclass(frozen=True, slots=True)
class Admission:
    """The places of one visit. `private` names networks, such as 10.20.0.0/16, that listed hosts may be in; an address that is itself
    listed needs no entry. Raises RuleFaulty.
    """

    rules: tuple[AllowRule, ...] = ()
    relays: tuple[Relay, ...] = ()
    private: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            networks(self.private)
        except ValueError:
            raise RuleFaulty("a private network is an address, a slash and a number of bits") from None

    def permits_tunnel(self, host: str, port: int) -> bool:
        """Whether a tunnel to a canonical host may be asked for: TLS, WebSockets, or a relay."""
        return self._covers(("http", "https"), host, port) or any((relay.host, relay.port) == (host, port) for relay in self.relays)

    def permits_plain(self, host: str, port: int) -> bool:
        """Whether a request without TLS to a canonical host may be asked for."""
        return self._covers(("http",), host, port)

    def reachable(self, host: str) -> Reachable:
        """Which addresses a permitted host may be at."""
        own: Address | None = literal(host)
        return Reachable(networks((*self.private, *([str(own)] if own else []))))

    def to_line(self) -> bytes:
        """One line, for `from_line`."""
        return json.dumps(asdict(self)).encode() + b"\n"

    def _covers(self, schemes: tuple[str, ...], host: str, port: int) -> bool:
        return any(rule.covers(scheme, host, port) for scheme in schemes for rule in self.rules)


def from_line(line: bytes) -> Admission:
    """Read a line of `to_line`. Raises RuleFaulty."""
    try:
        content = json.loads(line)
        rules = tuple(AllowRule(**rule) for rule in content["rules"])
        relays = tuple(Relay(**relay) for relay in content["relays"])
        return Admission(rules, relays, tuple(content["private"]))
    except (KeyError, TypeError, ValueError) as error:
        raise RuleFaulty("an admission cannot be read") from error
