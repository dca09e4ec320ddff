"""The broker's address: mqtts://host:port, or mqtt://host:port on this machine alone."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Self

_PORTS = {"mqtts": 8883, "mqtt": 1883}
_PORT_MAX = 65535


@dataclass(frozen=True, slots=True)
class Broker:
    """Where a broker is; without `tls` only on this machine."""

    host: str
    port: int
    tls: bool

    @classmethod
    def of(cls, address: str) -> Self:
        """Read an address. Raises ValueError, in words for hospital IT, where nobody should connect to it."""
        scheme, _, rest = address.partition("://")
        host, _, port = rest.partition(":")
        if scheme not in _PORTS or not host:
            raise ValueError("is no address of a broker")
        if port and not (port.isascii() and port.isdigit() and 0 < int(port) <= _PORT_MAX):
            raise ValueError(f"has no port from 1 to {_PORT_MAX}")
        if scheme == "mqtt" and not _is_loopback(host):
            raise ValueError("would send passwords in the clear")
        return cls(host, int(port) if port else _PORTS[scheme], scheme == "mqtts")


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
