"""What sessions of a ward may reach on the network, drawn from its offer and from nothing else: streams, web services, their relays."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from flexcare.lineup.channel import Channel
from flexcare.session.offer import Offer
from flexcare.session.web_service import WebService
from flexcare.visit.addresses import Network, Reachable, networks
from flexcare.visit.hosts import Address, canonical_host, literal

STREAM_PORTS = {"http": 80, "https": 443}
STREAMED_BY_UDP = "srt"


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One host and port. `protocol` is tcp or udp; `private` are the networks that a service's host may be in.

    anywhere: a host of the hospital's own lineup, which is where it is; only nobody's own addresses are refused.
    """

    protocol: str
    host: str
    port: int
    private: tuple[str, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """Targets by name; `wide` are ports of services that allow every host below a name, whose addresses nobody can list.

    private: networks of those services.
    """

    targets: frozenset[Target] = frozenset()
    wide: frozenset[int] = frozenset()
    private: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The hosts that have to be looked up."""
        return frozenset(target.host for target in self.targets if literal(target.host) is None)


@dataclass(frozen=True, slots=True)
class Opening:
    """What is opened in the end: addresses with ports, by protocol; ports that are open to the whole internet, and private networks."""

    tcp: frozenset[tuple[Address, int]] = frozenset()
    udp: frozenset[tuple[Address, int]] = frozenset()
    wide: frozenset[int] = frozenset()
    private: frozenset[Network] = frozenset()


def reach(offer: Offer) -> Reach:
    """Everything that sessions with this offer may reach. Multicast needs nothing: a session receives it, and never sends it."""
    targets = {target for channel in offer.channels for target in _of_channel(channel)}
    wide, private = set(), set()
    for service in offer.services:
        targets |= set(_of_service(service))
        ports = {entry.port for entry in service.allow if entry.host.startswith("*.")}
        wide |= ports
        private |= set(service.private) if ports else set()
    return Reach(frozenset(targets), frozenset(wide), frozenset(private))


def opening(reach: Reach, addresses: Mapping[str, Iterable[Address]]) -> Opening:
    """What a reach opens, with the addresses that its names are known by. Addresses that a target may not be at are left out."""
    opened: dict[str, set[tuple[Address, int]]] = {"tcp": set(), "udp": set()}
    for target in reach.targets:
        own = literal(target.host)
        for address in [own] if own else addresses.get(target.host, ()):
            if _may_be_at(target, address):
                opened[target.protocol].add((address, target.port))
    return Opening(frozenset(opened["tcp"]), frozenset(opened["udp"]), reach.wide, frozenset(networks(reach.private)))


def _may_be_at(target: Target, address: Address) -> bool:
    if target.anywhere:
        # A loopback address in a lineup is a head-end on the machine itself, as in a demonstration; by a name it is a trick.
        own = literal(target.host) == address
        return not (address.is_multicast or address.is_unspecified or address.is_link_local) and (own or not address.is_loopback)
    own_networks = (str(address),) if literal(target.host) == address else ()
    return Reachable(networks((*target.private, *own_networks))).permits(address)


def _of_channel(channel: Channel) -> Iterator[Target]:
    for stream in (channel.stream, *channel.backups):
        try:
            parts = urlsplit(stream.address)
            port = parts.port or STREAM_PORTS.get(parts.scheme.lower())
            host = canonical_host(parts.hostname or "")
        except ValueError:
            continue
        scheme = parts.scheme.lower()
        if host and port and scheme in (*STREAM_PORTS, STREAMED_BY_UDP) and not _is_group(host):
            yield Target("udp" if scheme == STREAMED_BY_UDP else "tcp", host, port, anywhere=True)


def _of_service(service: WebService) -> Iterator[Target]:
    places = [(entry.host, entry.port) for entry in service.allow if not entry.host.startswith("*.")]
    places += [(relay.host, relay.port) for relay in service.turn]
    for written, port in places:
        host = canonical_host(written)
        if host:
            yield Target("tcp", host, port, service.private)


def _is_group(host: str) -> bool:
    return literal(host) is not None and ipaddress.ip_address(host).is_multicast
