"""What can go wrong with a stream, switched on and off while it runs, and what it does to packets."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from deploy.headend.transport import PACKET_BYTES, Packet

PROTOCOLS = ("http", "hls", "udp", "rtp")
WRONG_PAGE = b"<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>\n"


class Kind(StrEnum):
    """The faults. Over UDP and RTP, where there is no connection, `close` is the same as `silence`."""

    SILENCE = "silence"
    """The connection stays and no byte comes."""
    FREEZE = "freeze"
    """Tables, clock and sound go on, pictures do not."""
    CORRUPT = "corrupt"
    """A share of the packets is damaged."""
    CLOSE = "close"
    """The connection is closed, and every new one too."""
    WRONG = "wrong"
    """A web page comes in place of the channel."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `share` is the part of the packets that `corrupt` damages, 0 to 1."""

    kind: Kind
    share: float = 0.05


class FaultBoard:
    """Which stream has which fault over which protocol, now."""

    def __init__(self) -> None:
        self._faults: dict[tuple[str, str], Fault] = {}

    def set(self, name: str, fault: Fault, protocols: tuple[str, ...] = PROTOCOLS) -> None:
        self._faults.update(dict.fromkeys(((name, protocol) for protocol in protocols), fault))

    def heal(self, name: str, protocols: tuple[str, ...] = PROTOCOLS) -> None:
        for protocol in protocols:
            self._faults.pop((name, protocol), None)

    def get(self, name: str, protocol: str) -> Fault | None:
        return self._faults.get((name, protocol))


def distort(data: bytearray, fault: Fault | None, clock_pid: int, chance: random.Random) -> bytearray:
    """The packets in `data` as `fault` leaves them: `freeze` and `corrupt` act here, the rest is the sender's business."""
    if fault is not None and fault.kind is Kind.FREEZE:
        return _frozen(data, clock_pid)
    if fault is not None and fault.kind is Kind.CORRUPT:
        _damage(data, fault.share, chance)
    return data


def _frozen(data: bytearray, clock_pid: int) -> bytearray:
    """Without the pictures: of the packets that carry them only the clock stays, in an adaptation field that fills the packet."""
    left = bytearray()
    for at in range(0, len(data), PACKET_BYTES):
        packet = Packet.read(data, at)
        if packet.pid != clock_pid:
            left += data[at : at + PACKET_BYTES]
        elif packet.pcr_at >= 0:
            clock = data[at + packet.pcr_at : at + packet.pcr_at + 6]
            header = bytes((data[at], data[at + 1] & 0xBF, data[at + 2], 0x20 | data[at + 3] & 0x0F, PACKET_BYTES - 5, 0x10))
            left += (header + clock).ljust(PACKET_BYTES, b"\xff")
    return left


def _damage(data: bytearray, share: float, chance: random.Random) -> None:
    for at in range(0, len(data), PACKET_BYTES):
        if chance.random() < share:
            end = min(at + PACKET_BYTES, len(data))
            data[at + 4 : end] = chance.randbytes(end - at - 4)
