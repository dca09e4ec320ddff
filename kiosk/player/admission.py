"""What of a stream may reach libvlc: its address if the scheme is allowed, and the few options of the allow-list.

The lineup has already refused everything else; this is the second lock on the same door, at the last moment before libvlc,
whose own addresses reach files, devices, captured screens and demultiplexers that write.
"""

from __future__ import annotations

import re

from flexcare.errors import FlexCareError
from flexcare.lineup.channel import Stream

SCHEMES = frozenset({"udp", "rtp", "http", "https", "srt"})
ADDRESS_MAX_CHARACTERS = 4096
CACHING_DEFAULT_MS = 400
CACHING_MAX_MS = 10_000

_SCHEME = re.compile(r"([A-Za-z]+)://(?=.)")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class StreamRefused(FlexCareError):
    """A stream that must not be opened; the channel counts as lost and its backups are tried."""


def admitted_address(stream: Stream) -> str:
    """The stream's address, fit for libvlc.

    Raises StreamRefused (without the address, which is nobody's business) for any other scheme, also for libvlc's own
    forms like `http/dump://`, and for an address with control characters or blanks.
    """
    match = _SCHEME.match(stream.address)
    if match is None or match[1].lower() not in SCHEMES:
        raise StreamRefused("the stream's scheme is not one of " + ", ".join(sorted(SCHEMES)), cure="use one of them")
    if len(stream.address) > ADDRESS_MAX_CHARACTERS or _UNPRINTABLE.search(stream.address):
        raise StreamRefused("the stream's address is too long or holds unprintable characters", cure="percent-encode it")
    return stream.address


def admitted_options(stream: Stream) -> tuple[str, ...]:
    """What libvlc is told for one medium: user agent, referrer and caching, and nothing else.

    Raises StreamRefused for a value that could smuggle in a second header.
    """
    caching_ms = CACHING_DEFAULT_MS if stream.caching_ms is None else max(0, min(stream.caching_ms, CACHING_MAX_MS))
    options = [f":network-caching={caching_ms}"]
    for name, value in ((":http-user-agent", stream.user_agent), (":http-referrer", stream.referrer)):
        if _CONTROL.search(value):
            raise StreamRefused("an option of the stream holds control characters", cure="remove them")
        if value:
            options.append(f"{name}={value}")
    return tuple(options)
