"""A recorded transport stream that never ends: packets sent again, with their time and counters moved on.

ISO/IEC 13818-1: 2.4.3.2 (packets), 2.4.3.4 (adaptation field, PCR), 2.4.3.6 (PES, PTS, DTS).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

PACKET_BYTES = 188
SYNC = 0x47
TICKS_PER_S = 90_000
NULL_PID = 0x1FFF
_TIME_MASK = (1 << 33) - 1


class TransportUnusable(ValueError):
    """These bytes are not a transport stream that can be looped; nothing is sent of them."""


@dataclass(frozen=True, slots=True)
class Packet:
    """What the header of one packet says; offsets count from the packet's first byte, -1 means that it is not there."""

    pid: int
    starts_unit: bool
    has_payload: bool
    random_access: bool
    counter: int
    pcr_at: int
    payload_at: int

    @classmethod
    def read(cls, data: bytes | bytearray, at: int = 0) -> Packet:
        """Read the header at `at`. Raises TransportUnusable where no packet starts."""
        if data[at] != SYNC or at + PACKET_BYTES > len(data):
            raise TransportUnusable(f"no packet at byte {at}")
        flags = data[at + 3]
        adapted = bool(flags & 0x20)
        length = data[at + 4] if adapted else 0
        adaptation = data[at + 5] if adapted and length else 0
        return cls(
            pid=(data[at + 1] & 0x1F) << 8 | data[at + 2],
            starts_unit=bool(data[at + 1] & 0x40),
            has_payload=bool(flags & 0x10),
            random_access=bool(adaptation & 0x40),
            counter=flags & 0x0F,
            pcr_at=6 if adaptation & 0x10 else -1,
            payload_at=5 + length if adapted else 4,
        )


def read_pcr(data: bytes | bytearray, at: int) -> int:
    """The 33-bit base of the program clock reference at `at`, in ticks of 90 kHz."""
    return int.from_bytes(data[at : at + 5]) >> 7


def write_pcr(data: bytearray, at: int, ticks: int) -> None:
    """Put `ticks` where `read_pcr` reads, leaving the extension alone."""
    low = data[at + 4] & 0x7F
    data[at : at + 5] = (((ticks & _TIME_MASK) << 7) | low).to_bytes(5)


def read_stamp(data: bytes | bytearray, at: int) -> int:
    """The PTS or DTS at `at`, in ticks of 90 kHz."""
    a, b, c, d, e = data[at : at + 5]
    return (a & 0x0E) << 29 | b << 22 | (c & 0xFE) << 14 | d << 7 | e >> 1


def write_stamp(data: bytearray, at: int, ticks: int) -> None:
    """Put `ticks` where `read_stamp` reads, leaving prefix and marker bits alone."""
    ticks &= _TIME_MASK
    data[at] = (data[at] & 0xF1) | (ticks >> 29) & 0x0E
    data[at + 1] = (ticks >> 22) & 0xFF
    data[at + 2] = (ticks >> 14) & 0xFE | 1
    data[at + 3] = (ticks >> 7) & 0xFF
    data[at + 4] = (ticks << 1) & 0xFE | 1


def stamp_places(data: bytes | bytearray, pes_at: int) -> list[int]:
    """Where a PES header at `pes_at` keeps its PTS and DTS."""
    if data[pes_at : pes_at + 3] != b"\x00\x00\x01" or data[pes_at + 3] in (0xBC, 0xBE, 0xBF):
        return []
    flags = data[pes_at + 7]
    return [pes_at + 9 + 5 * number for number, bit in enumerate((0x80, 0x40)) if flags & bit]


@dataclass(slots=True)
class _Slice:
    """The packets from one clock reference to the next, and where they must change when the loop comes round."""

    ticks: int
    key: bool
    data: bytearray = field(default_factory=bytearray)
    payloads: list[tuple[int, int]] = field(default_factory=list)
    clocks: list[tuple[int, int]] = field(default_factory=list)
    stamps: list[tuple[int, int]] = field(default_factory=list)


class Loop:
    """A recording as an endless row of slices, numbered from 0, each about one picture long.

    `duration_ticks` is the exact length of the recording's content, in ticks of 90 kHz; after it the recording starts
    again with every PCR, PTS, DTS and continuity counter carried on. Raises TransportUnusable.
    """

    def __init__(self, data: bytes, duration_ticks: int) -> None:
        if not data or len(data) % PACKET_BYTES:
            raise TransportUnusable("not a whole number of packets")
        self.duration_ticks = duration_ticks
        self.clock_pid = -1
        self._slices: list[_Slice] = []
        self._counts: dict[int, int] = {}
        self._read(data)
        if not self._slices or self._slices[-1].ticks >= duration_ticks:
            raise TransportUnusable("its clock does not fit its length")
        self.keys = [number for number, part in enumerate(self._slices) if part.key]
        self._times = [part.ticks for part in self._slices]

    def _read(self, data: bytes) -> None:
        tables = bytearray()  # PAT, PMT and SDT travel with the clock reference that follows them
        origin = -1
        for at in range(0, len(data), PACKET_BYTES):
            packet = Packet.read(data, at)
            if packet.pcr_at >= 0:
                clock = read_pcr(data, at + packet.pcr_at)
                if origin < 0:
                    origin, self.clock_pid = clock, packet.pid
                self._slices.append(_Slice(clock - origin, packet.random_access))
                for table_at in range(0, len(tables), PACKET_BYTES):
                    self._add(tables[table_at : table_at + PACKET_BYTES])
                tables.clear()
            elif packet.pid < 0x20 or (packet.starts_unit and not _is_pes(data, at + packet.payload_at)):
                tables += data[at : at + PACKET_BYTES]
                continue
            if self._slices:
                self._add(data[at : at + PACKET_BYTES])

    def _add(self, data: bytes | bytearray) -> None:
        part = self._slices[-1]
        start = len(part.data)
        packet = Packet.read(data)
        if packet.has_payload:
            self._counts[packet.pid] = self._counts.get(packet.pid, 0) + 1
            counter = self._counts[packet.pid] & 0x0F  # counted anew, since tables may have been left out
            part.payloads.append((start + 3, packet.pid))
            data = bytearray(data)
            data[3] = data[3] & 0xF0 | counter
        part.data += data
        if packet.pcr_at >= 0:
            part.clocks.append((start + packet.pcr_at, read_pcr(data, packet.pcr_at)))
        if packet.starts_unit:
            part.stamps += [(start + place, read_stamp(data, place)) for place in stamp_places(data, packet.payload_at)]

    def ticks(self, number: int) -> int:
        """When slice `number` is due, in ticks from slice 0."""
        turn, index = divmod(number, len(self._slices))
        return turn * self.duration_ticks + self._slices[index].ticks

    def at(self, ticks: int) -> int:
        """The last slice that is due at `ticks`."""
        turn, rest = divmod(ticks, self.duration_ticks)
        return turn * len(self._slices) + bisect_right(self._times, rest) - 1

    def key_before(self, number: int) -> int:
        """The last slice not after `number` at which a player can start."""
        turn, index = divmod(number, len(self._slices))
        return turn * len(self._slices) + self.keys[bisect_right(self.keys, index) - 1]

    def key(self, number: int) -> int:
        """The slice of the key picture `number`, counted from 0 over all turns."""
        turn, index = divmod(number, len(self.keys))
        return turn * len(self._slices) + self.keys[index]

    def key_number(self, number: int) -> int:
        """How many key pictures begin before slice `number`."""
        turn, index = divmod(number, len(self._slices))
        return turn * len(self.keys) + bisect_right(self.keys, index - 1)

    def render(self, number: int) -> bytearray:
        """The packets of slice `number` as they stand in the endless stream."""
        turn, index = divmod(number, len(self._slices))
        part = self._slices[index]
        data = bytearray(part.data)
        if turn:
            shift = turn * self.duration_ticks
            for place, pid in part.payloads:
                flags = data[place]
                data[place] = flags & 0xF0 | (flags + turn * self._counts[pid]) & 0x0F
            for place, ticks in part.clocks:
                write_pcr(data, place, ticks + shift)
            for place, ticks in part.stamps:
                write_stamp(data, place, ticks + shift)
        return data


def _is_pes(data: bytes, at: int) -> bool:
    return data[at : at + 3] == b"\x00\x00\x01"
