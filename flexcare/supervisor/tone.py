"""Plays a tone on the machine's own sound, so that whoever stands at the bed hears whether there is any."""

from __future__ import annotations

import asyncio
import math
import struct
import tempfile
import wave
from pathlib import Path

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.tools import ask

RATE_HZ = 44_100
PITCHES_HZ = (523.25, 659.25, 783.99)
"""A chord broken upwards (C5, E5, G5): nobody takes it for an alarm."""
NOTE_S = 0.35
STRENGTH = 0.3
"""Of full scale; the tablet's volume, with the hospital's bound on it, comes on top."""
DEADLINE_S = 8.0


async def sound_tone(socket: Path | None) -> bool:
    """Whether something took the tone: the sound server at `socket`, or else the card. Nobody but an ear knows more."""
    data = await asyncio.to_thread(samples)
    with tempfile.TemporaryDirectory(prefix="flexcare-tone-") as folder:
        file = Path(folder) / "tone.wav"
        await asyncio.to_thread(_write, file, data)
        if socket is not None and await _played("paplay", str(file), server=socket):
            return True
        return await _played("aplay", "-q", str(file))


async def _played(*words: str, server: Path | None = None) -> bool:
    try:
        await ask(*words, more={"PULSE_SERVER": f"unix:{server}"} if server is not None else None, timeout_s=DEADLINE_S)
    except SenseUnusable:
        return False
    return True


def samples() -> bytes:
    """The tone as 16-bit mono PCM; each note swells and dies away."""
    count = int(NOTE_S * RATE_HZ)
    notes = [
        round(32767 * STRENGTH * math.sin(math.pi * index / count) * math.sin(2 * math.pi * pitch * index / RATE_HZ))
        for pitch in PITCHES_HZ
        for index in range(count)
    ]
    return struct.pack(f"<{len(notes)}h", *notes)


def _write(file: Path, data: bytes) -> None:
    with wave.open(str(file), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE_HZ)
        written.writeframes(data)
