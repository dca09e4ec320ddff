"""Live HTTP Live Streaming straight from a loop: no file, no encoder, every segment made when it is asked for (RFC 8216)."""

from __future__ import annotations

import math

from deploy.headend.transport import TICKS_PER_S, Loop

WINDOW = 6
KEYS_PER_SEGMENT = 2


def playlist(loop: Loop, now_ticks: int) -> str:
    """The media playlist at `now_ticks`: the last whole segments, oldest first."""
    whole = loop.key_number(loop.at(now_ticks) + 1) - 1  # the key picture that is being sent has not ended
    newest = whole // KEYS_PER_SEGMENT  # the first segment that is not whole
    oldest = max(0, newest - WINDOW)
    lengths = [_length_s(loop, number) for number in range(oldest, newest)]
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        f"#EXT-X-TARGETDURATION:{math.ceil(max(lengths, default=1))}",
        f"#EXT-X-MEDIA-SEQUENCE:{oldest}",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]
    for number, length in enumerate(lengths, oldest):
        lines += [f"#EXTINF:{length:.3f},", f"{number}.ts"]
    return "\n".join(lines) + "\n"


def segment(loop: Loop, number: int) -> range:
    """The slices of segment `number`."""
    return range(loop.key(number * KEYS_PER_SEGMENT), loop.key((number + 1) * KEYS_PER_SEGMENT))


def newest_segment(loop: Loop, now_ticks: int) -> int:
    """The number of the last whole segment at `now_ticks`; -1 before there is one."""
    return (loop.key_number(loop.at(now_ticks) + 1) - 1) // KEYS_PER_SEGMENT - 1


def _length_s(loop: Loop, number: int) -> float:
    parts = segment(loop, number)
    return (loop.ticks(parts.stop) - loop.ticks(parts.start)) / TICKS_PER_S
