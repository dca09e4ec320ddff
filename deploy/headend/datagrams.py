"""Channels as datagrams: UDP and RTP (RFC 3550, RFC 2250), to a port of this machine or to a multicast group."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections import deque
from dataclasses import dataclass, field

from deploy.headend.faults import WRONG_PAGE, Kind
from deploy.headend.streams import Air, Stream
from deploy.headend.transport import PACKET_BYTES, TICKS_PER_S

TICK_S = 0.005
_DATAGRAM = 7 * PACKET_BYTES
_PER_TICK = 16  # a key picture leaves spread over a few ticks, or it would overrun a receiver's buffer
_RTP_MPEG_TS = 33


@dataclass(slots=True)
class _Target:
    stream: Stream
    protocol: str
    place: tuple[str, int]
    position: int
    left: bytes = b""
    waiting: deque[bytes] = field(default_factory=deque)
    sequence: int = 0


class Datagrams:
    """Sends streams to where they were asked for, all of them from one task."""

    def __init__(self, air: Air, interface: str | None = None) -> None:
        self._air = air
        self._targets: dict[tuple[str, str], _Target] = {}
        self._wanted = asyncio.Event()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        if interface is not None:
            self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
            choice = struct.pack("=4s4si", bytes(4), bytes(4), socket.if_nametoindex(interface))  # struct ip_mreqn
            self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, choice)

    def close(self) -> None:
        self._socket.close()

    def send(self, stream: Stream, protocol: str, place: tuple[str, int]) -> None:
        """Send `stream` over `protocol` to `place` from now on; once is enough."""
        if (stream.name, protocol) not in self._targets:
            now = stream.loop.at(self._air.time.ticks())
            self._targets[stream.name, protocol] = _Target(stream, protocol, place, now)
            stream.counts[protocol].requests += 1
            self._wanted.set()

    async def run(self) -> None:
        """Send for ever."""
        while True:
            await self._wanted.wait()
            for target in self._targets.values():
                self._fill(target)
                self._empty(target)
            await asyncio.sleep(TICK_S)

    def _fill(self, target: _Target) -> None:
        stream = target.stream
        now = self._air.time.ticks()
        end = stream.loop.at(now) + 1
        start, target.position = target.position, max(end, target.position)
        if start >= end:
            return
        fault = self._air.fault(stream.name, target.protocol)
        kind = fault.kind if fault else None
        if kind in (Kind.SILENCE, Kind.CLOSE):
            target.waiting.clear()
            return
        if kind is Kind.WRONG:
            target.waiting.append(WRONG_PAGE)
            return
        start = max(start, stream.loop.at(now - TICKS_PER_S))  # after a long pause of this machine: the present, not the past
        data = target.left + self._air.packets(stream, range(start, end), target.protocol)
        whole = len(data) - len(data) % _DATAGRAM
        target.left = data[whole:]
        target.waiting.extend(data[at : at + _DATAGRAM] for at in range(0, whole, _DATAGRAM))

    def _empty(self, target: _Target) -> None:
        for _ in range(min(_PER_TICK, len(target.waiting))):
            data = target.waiting.popleft()
            if target.protocol == "rtp":
                ticks = self._air.time.ticks() & 0xFFFFFFFF
                data = struct.pack(">BBHII", 0x80, _RTP_MPEG_TS, target.sequence, ticks, 0x0F1EC0DE) + data
                target.sequence = (target.sequence + 1) & 0xFFFF
            # Nobody listens there, or the queue is full: lost, as on a wire.
            with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
                self._socket.sendto(data, target.place)
