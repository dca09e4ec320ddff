"""What is on the air: each station's recording, the one time that all of them share, and who receives what."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from deploy.headend.faults import PROTOCOLS, Fault, FaultBoard, distort
from deploy.headend.mp3 import Mp3Loop
from deploy.headend.stations import Station
from deploy.headend.transport import PACKET_BYTES, TICKS_PER_S, Loop

START_TICKS = 60 * TICKS_PER_S
"""The air is a minute old when the program starts, so that HLS has its whole window and a joiner a key picture."""


class AirTime:
    """The position of every channel: ticks of 90 kHz on the machine's monotonic clock."""

    def __init__(self) -> None:
        self._origin = time.monotonic()

    def ticks(self) -> int:
        return START_TICKS + int((time.monotonic() - self._origin) * TICKS_PER_S)


@dataclass(slots=True)
class Count:
    """What one protocol of one stream has done: open connections, requests so far, packets sent so far."""

    clients: int = 0
    requests: int = 0
    packets: int = 0


@dataclass(slots=True)
class Stream:
    """One station on the air, with its own faults and counts. A reserve has the same pictures and faults of its own."""

    name: str
    station: Station
    loop: Loop | Mp3Loop
    counts: dict[str, Count] = field(default_factory=lambda: {protocol: Count() for protocol in PROTOCOLS})


class Air:
    """All streams by name, the time and the faults. Raises KeyError for a name that is not on the air."""

    def __init__(self, streams: Iterable[Stream]) -> None:
        self.streams = {stream.name: stream for stream in streams}
        self.time = AirTime()
        self.faults = FaultBoard()
        self._chance = random.Random(2)  # the same damage in every run

    def fault(self, name: str, protocol: str) -> Fault | None:
        return self.faults.get(name, protocol)

    def packets(self, stream: Stream, slices: Iterable[int], protocol: str) -> bytes:
        """The packets of `slices` as they leave over `protocol`, faults included, and counted."""
        fault = self.fault(stream.name, protocol)
        data = b"".join(distort(stream.loop.render(part), fault, stream.loop.clock_pid, self._chance) for part in slices)
        stream.counts[protocol].packets += len(data) // PACKET_BYTES
        return data

    def status(self) -> dict[str, dict[str, dict[str, object]]]:
        """For each stream and protocol: clients, requests, packets and the name of its fault, if any."""
        told: dict[str, dict[str, dict[str, object]]] = {}
        for name, stream in self.streams.items():
            told[name] = {}
            for protocol, count in stream.counts.items():
                fault = self.fault(name, protocol)
                told[name][protocol] = {
                    "clients": count.clients,
                    "requests": count.requests,
                    "packets": count.packets,
                    "fault": fault.kind.value if fault else None,
                }
        return told
