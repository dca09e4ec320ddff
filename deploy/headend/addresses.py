"""Where each stream is to be had, over each protocol."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass, field

from deploy.headend.datagrams import Datagrams
from deploy.headend.streams import Air

UDP_PORT, RTP_PORT = 1234, 5004


class NoSuchStream(LookupError):
    """There is no stream of this name over this protocol."""


@dataclass(slots=True)
class Addresses:
    """Names every stream's address and starts what must be sent to it.

    `base` is the head-end's HTTP address; `udp_base` the first UDP port (0: any free one); `group` the first multicast group,
    None for unicast to `127.0.0.1`.
    """

    air: Air
    datagrams: Datagrams
    udp_base: int = 0
    group: str | None = None
    base: str = ""
    _given: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, name: str, protocol: str) -> str:
        """The address of `name` over `protocol`; UDP and RTP begin to flow with the first question. Raises NoSuchStream."""
        stream = self.air.streams.get(name)
        if stream is None or protocol not in stream.counts or (stream.station.mp3 and protocol != "http"):
            raise NoSuchStream(f"{name} over {protocol}")
        if protocol == "http":
            return f"{self.base}/mp3/{name}.mp3" if stream.station.mp3 else f"{self.base}/ts/{name}.ts"
        if protocol == "hls":
            return f"{self.base}/hls/{name}/index.m3u8"
        if (name, protocol) not in self._given:
            host, port = self._place(list(self.air.streams).index(name), protocol)
            self.datagrams.send(stream, protocol, (host, port))
            self._given[name, protocol] = f"{protocol}://@{host}:{port}"
        return self._given[name, protocol]

    def _place(self, index: int, protocol: str) -> tuple[str, int]:
        if self.group is not None:
            group = ipaddress.IPv4Address(self.group) + index
            return str(group), UDP_PORT if protocol == "udp" else RTP_PORT
        if self.udp_base:
            return "127.0.0.1", self.udp_base + 4 * index + (2 if protocol == "rtp" else 0)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            return "127.0.0.1", int(probe.getsockname()[1])
