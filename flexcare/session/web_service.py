"""A web service as sessions have it: what it is called, where it is, and everything that a visit to it may reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from msgspec import Meta

from flexcare.session.privacy import Text

Identifier = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,62}\Z")]
Scheme = Literal["http", "https"]
Port = Annotated[int, Meta(ge=1, le=65535)]
Icon = Literal["app-window", "utensils", "newspaper", "book-open", "gamepad-2", "message-circle", "video", "calendar-days", "info", "globe"]
ICONS: tuple[str, ...] = Icon.__args__  # type: ignore[attr-defined]
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class AllowEntry:
    """One place that pages may come from: all of it that begins with `path`, a whole number of path segments.

    host: a name or an address in small letters, or `*.name` for every host below a name. Paths bind pages and frames; what a page
    consists of (pictures, scripts, data) may come from anywhere on the host.
    """

    scheme: Scheme
    host: Annotated[str, Meta(min_length=1, max_length=253)]
    port: Port = 443
    path: Annotated[str, Meta(pattern=r"\A/", max_length=1000)] = "/"


@dataclass(frozen=True, slots=True)
class TurnHost:
    """A relay for video calls, the only stranger that WebRTC may speak to."""

    host: Annotated[str, Meta(min_length=1, max_length=253)]
    port: Port = 5349


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of the day in which a service is there; `closes` before `opens` goes over midnight. Local time of the tablet."""

    opens: time
    closes: time

    def include(self, at: time) -> bool:
        """Whether it is open at a time of day. The same hour twice is the whole day."""
        if self.opens < self.closes:
            return self.opens <= at < self.closes
        return at >= self.opens or at < self.closes


@dataclass(frozen=True, slots=True)
class WebService:
    """A web service under a name of its own. `title` and `line` are in every language offered.

    private: networks with addresses that are nobody's on the internet (10.0.0.0/8 and the like) into which its hosts may lead; an
    address that stands in `allow` itself needs no entry. hours: none means always.
    """

    id: Identifier
    title: Text
    address: Annotated[str, Meta(min_length=1, max_length=2048)]
    allow: Annotated[tuple[AllowEntry, ...], Meta(min_length=1, max_length=64)]
    line: Text
    icon: Icon = "app-window"
    hours: Annotated[tuple[Hours, ...], Meta(max_length=8)] = ()
    private: Annotated[tuple[str, ...], Meta(max_length=64)] = ()
    camera: bool = False
    microphone: bool = False
    turn: Annotated[tuple[TurnHost, ...], Meta(max_length=8)] = ()

    def is_open(self, at: time) -> bool:
        """Whether it is there at a time of day."""
        return not self.hours or any(hours.include(at) for hours in self.hours)
