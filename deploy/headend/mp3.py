"""A radio station as bare MP3 frames, with the same manners as a looped transport stream."""

from __future__ import annotations

FRAME_BYTES = 384
FRAME_TICKS = 2160


class Mp3Loop:
    """A recording of MP3 frames (128 kbit/s, 48 kHz, no bit reservoir) as an endless row of frames; any of them is a start."""

    clock_pid = -1

    def __init__(self, data: bytes) -> None:
        self._frames = [data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES)]
        if not self._frames or any(len(frame) != FRAME_BYTES or frame[0] != 0xFF for frame in self._frames):
            raise ValueError("not a row of MP3 frames of 384 bytes")

    def ticks(self, number: int) -> int:
        return number * FRAME_TICKS

    def at(self, ticks: int) -> int:
        return ticks // FRAME_TICKS

    def key_before(self, number: int) -> int:
        return number

    def render(self, number: int) -> bytearray:
        return bytearray(self._frames[number % len(self._frames)])
