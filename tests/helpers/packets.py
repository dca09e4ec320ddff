"""A second, independent reading of transport streams, so that the head-end does not judge itself."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPResponse

LIMIT_S = 20.0
_open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


@dataclass
class Seen:
    """What a stretch of packets holds: clock values in 27 MHz, packets per PID, and where a counter jumped."""

    clocks: list[int] = field(default_factory=list)
    pids: dict[int, int] = field(default_factory=dict)
    jumps: int = 0
    broken: int = 0

    @property
    def steps_ms(self) -> list[float]:
        return [(after - before) / 27_000 for before, after in zip(self.clocks, self.clocks[1:], strict=False)]

    @property
    def span_s(self) -> float:
        return (self.clocks[-1] - self.clocks[0]) / 27e6 if self.clocks else 0.0


def look(data: bytes) -> Seen:
    """Read whole packets (ISO/IEC 13818-1, 2.4.3)."""
    seen = Seen()
    counters: dict[int, int] = {}
    for packet in (data[at : at + 188] for at in range(0, len(data) - 187, 188)):
        word = int.from_bytes(packet[:4])
        if word >> 24 != 0x47:
            seen.broken += 1
            continue
        pid, control, counter = word >> 8 & 0x1FFF, word >> 4 & 3, word & 15
        seen.pids[pid] = seen.pids.get(pid, 0) + 1
        if control & 1:
            seen.jumps += pid in counters and counter != (counters[pid] + 1) % 16
            counters[pid] = counter
        if control & 2 and packet[4] and packet[5] & 0x10:
            clock = int.from_bytes(packet[6:12])
            seen.clocks.append((clock >> 15) * 300 + (clock & 0x1FF))
    return seen


def connect(address: str) -> HTTPResponse:
    """Open an HTTP address, past any proxy."""
    reply = _open(address, timeout=LIMIT_S)
    assert isinstance(reply, HTTPResponse)
    return reply


def fetch(address: str) -> bytes:
    """All that an address has to say."""
    with connect(address) as reply:
        return reply.read()


def take_http(address: str, span_s: float) -> bytes:
    """What a channel sends until its clock has moved on by `span_s`; whole packets."""
    with connect(address) as reply:
        data = b""
        end = time.monotonic() + LIMIT_S
        while look(data).span_s < span_s and time.monotonic() < end:
            data += reply.read(188 * 200)
    return data


def take_datagrams(address: str, count: int) -> list[bytes]:
    """The next `count` datagrams at an address such as `udp://@127.0.0.1:1234`."""
    host, _, port = address.partition("@")[2].rpartition(":")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind((host, int(port)))
        listener.settimeout(LIMIT_S)
        return [listener.recv(2048) for _ in range(count)]


def probe(data: bytes) -> dict[str, int]:
    """How many pictures and sound frames ffprobe finds in `data`, by kind (`video`, `audio`)."""
    program = shutil.which("ffprobe")
    assert program is not None
    command = [program, "-v", "quiet", "-count_packets", "-show_entries", "stream=codec_type,nb_read_packets", "-of", "json", "-"]
    said = subprocess.run(command, input=data, capture_output=True, check=True, timeout=LIMIT_S).stdout
    return {stream["codec_type"]: int(stream.get("nb_read_packets", 0)) for stream in json.loads(said)["streams"]}


def times(data: bytes, kind: str) -> list[float]:
    """The decoding times in seconds that ffprobe reads from `data`; `kind` is `v` or `a`."""
    program = shutil.which("ffprobe")
    assert program is not None
    command = [program, "-v", "quiet", "-select_streams", kind, "-show_entries", "packet=dts_time", "-of", "json", "-"]
    said = subprocess.run(command, input=data, capture_output=True, check=True, timeout=LIMIT_S).stdout
    return [float(packet["dts_time"]) for packet in json.loads(said)["packets"]]
