"""Web services: what hospital IT may write about where they are, and what becomes of it for tablets."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from flexcare.session.offer import Tile
from flexcare.session.web_service import PORTS, AllowEntry, Hours, Scheme, TurnHost, WebService
from flexcare.visit.admission import Relay
from flexcare.visit.rules import AllowRule, RuleFaulty

if TYPE_CHECKING:
    from flexcare.configuration.model_services import Service

_HOURS = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")
_TURN = re.compile(r"(turns?):([^\s:/@?#\[\]]+)(?::([0-9]{1,5}))?")
_TURN_PORTS = {"turn": 3478, "turns": 5349}
WRITE_LIKE = "write it like https://host/ or https://host/path/"


def allow_entry(text: str) -> AllowEntry | str:
    """The place that an entry such as `https://*.host:8443/path/` allows, or why it is none."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "is no web address"
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in PORTS or not host:
        return "is no web address"
    if "@" in parts.netloc or parts.query or parts.fragment:
        return "says more than a scheme, a host, a port and a path"
    try:
        rule = AllowRule(parts.scheme, host, port=port)
    except RuleFaulty:
        return "names no host, and no *.host"
    if not re.fullmatch(r"/[!-~]*|", parts.path) or "%" in parts.path or "//" in parts.path or "/." in parts.path:
        return "has a path that could be read in two ways"
    return AllowEntry(cast("Scheme", parts.scheme), rule.host, port or PORTS[parts.scheme], parts.path or "/")


def own_place(address: str) -> AllowEntry | str:
    """The whole host of a service's own address, which is always allowed, or why there is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "is no web address"
    return allow_entry(f"{parts.scheme}://{parts.netloc}/")


def hours(text: str) -> Hours | None:
    """`06:30-20:00` as hours, or None."""
    found = _HOURS.fullmatch(text)
    if found is None:
        return None
    opens_h, opens_m, closes_h, closes_m = map(int, found.groups())
    return Hours(time(opens_h, opens_m), time(closes_h, closes_m))


def turn_host(text: str) -> TurnHost | None:
    """`turns:host:port` as a relay, or None."""
    found = _TURN.fullmatch(text)
    if found is None:
        return None
    scheme, host, port = found.groups()
    try:
        relay = Relay(host, int(port or _TURN_PORTS[scheme]))
    except RuleFaulty:
        return None
    return TurnHost(relay.host, relay.port)


def is_private_network(text: str) -> bool:
    """Whether a text is a network, or an address, that belongs to nobody on the internet."""
    try:
        return ipaddress.ip_network(text).is_private
    except ValueError:
        return False


def web_services(services: Mapping[str, Service], languages: Sequence[str]) -> tuple[WebService, ...]:
    """The web services that are on, in order, with their words in the languages offered. Only for services without faults."""
    return tuple(_web_service(name, service, languages) for name, service in services.items() if service.on and service.kind == "web")


def tiles(services: Mapping[str, Service]) -> tuple[Tile, ...]:
    """Home's tiles, in order."""
    return tuple(Tile(service.kind, name if service.kind == "web" else "") for name, service in services.items() if service.on)


def _web_service(name: str, service: Service, languages: Sequence[str]) -> WebService:
    assert service.address is not None
    places = [own_place(service.address), *map(allow_entry, service.allow)]
    return WebService(
        id=name,
        title=_in(service.title, languages),
        address=service.address,
        allow=tuple(dict.fromkeys(place for place in places if isinstance(place, AllowEntry))),
        line=_in(service.line, languages),
        icon=service.icon,
        hours=tuple(filter(None, map(hours, service.hours))),
        private=tuple(service.private),
        camera=service.camera,
        microphone=service.microphone,
        turn=tuple(filter(None, map(turn_host, service.turn))),
    )


def _in(text: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    return {language: text[language] for language in languages if language in text}
