"""Which network addresses a visit may be connected to, asked of the very address that is connected to: a name can say anything.

Sources: the IANA special-purpose registries (by `ipaddress`); RFC 4291, 2.4 (2000::/3); RFC 3056 (6to4), RFC 4380 (Teredo).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

from flexcare.visit.hosts import Address

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_IPV6_GLOBAL = ipaddress.IPv6Network("2000::/3")
_NEVER = tuple(ipaddress.ip_network(text) for text in ("0.0.0.0/8", "::/128", "255.255.255.255/32", "192.88.99.0/24"))


@dataclass(frozen=True, slots=True)
class Reachable:
    """Public addresses, and of all others those of `private`: the hospital's own networks and single addresses."""

    private: tuple[Network, ...] = ()

    def permits(self, address: Address) -> bool:
        """Whether a connection may go to this address."""
        address = _inner(address)
        if address.is_multicast or any(address in network for network in _NEVER if network.version == address.version):
            return False
        if any(address in network for network in self.private if network.version == address.version):
            return True
        return address.is_global and not _is_translated(address)


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Networks out of their text; an address is a network of one. Raises ValueError."""
    return tuple(ipaddress.ip_network(text) for text in texts)


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for by its form."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def _is_translated(address: Address) -> bool:
    """Whether a gateway somewhere would make another address of it, or it is of none of the ranges given to anybody."""
    if not isinstance(address, ipaddress.IPv6Address):
        return False
    return bool(address.sixtofour or address.teredo) or address not in _IPV6_GLOBAL
