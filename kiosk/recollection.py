"""What the same patient finds again after their session crashed, written into the memory that the supervisor hands on unread.

The memory (`flexcare.session.memory`) is two slots of equal size, written in turn: a header, then JSON. A crash in the middle of a
write spoils one slot at most, and the one before still stands. Whatever is not a sound slot reads as nothing.
"""

from __future__ import annotations

import os
import struct
import zlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.session.memory import MEMORY_BYTES
from flexcare.session.offer import PaletteName, Percent

SLOTS = 2
SLOT_BYTES = MEMORY_BYTES // SLOTS
MAGIC = b"FCR1"
HEADER = struct.Struct("<4sQHI")
"""Magic, sequence number, length of the JSON, CRC-32 of sequence number, length and JSON."""
SEQUENCE_MAX = 2**62
"""No session writes so often: a larger number was not written by one, and one more still fits."""

Number = Annotated[int, Meta(ge=1, le=2**31)]


Kept = tuple[Annotated[int, Meta(ge=1, le=2**53)], Annotated[int, Meta(ge=0, le=2**40)], Annotated[int, Meta(ge=0, le=2**40)]]
FAVOURITES_MAX = 30
REMINDERS_MAX = 20
"""What fits a slot together with the rest, even with the largest numbers."""


class Recollection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a patient was. `channel` and `station` are the numbers that were chosen last; `playing` is about the page that is shown.

    favourites: numbers of channels. reminders: channel, begin and end of programmes; their titles the guide tells again.
    """

    page: Literal["Welcome", "Home", "Television", "Radio", "Easy"] = "Welcome"
    channel: Number | None = None
    station: Number | None = None
    playing: bool = False
    volume: Percent = 50
    muted: bool = False
    language: Annotated[str, Meta(max_length=8)] = "en"
    text_size: Literal["standard", "large", "largest"] = "standard"
    palette: PaletteName = "day"
    favourites: Annotated[tuple[Annotated[int, Meta(ge=1, le=2**53)], ...], Meta(max_length=FAVOURITES_MAX)] = ()
    reminders: Annotated[tuple[Kept, ...], Meta(max_length=REMINDERS_MAX)] = ()
    palette_is_chosen: bool = False


_decoder = msgspec.json.Decoder(Recollection)
_encoder = msgspec.json.Encoder()


def pack(recollection: Recollection, sequence: int) -> bytes:
    """A slot's content."""
    text = _encoder.encode(recollection)
    return HEADER.pack(MAGIC, sequence, len(text), _checksum(sequence, text)) + text


def unpack(slot: bytes) -> tuple[int, Recollection] | None:
    """The sequence number and content of a slot; None where it is not sound."""
    if len(slot) < HEADER.size:
        return None
    magic, sequence, length, checksum = HEADER.unpack_from(slot)
    text = slot[HEADER.size : HEADER.size + length]
    if magic != MAGIC or sequence > SEQUENCE_MAX or len(text) != length or checksum != _checksum(sequence, text):
        return None
    try:
        return sequence, _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def latest(content: bytes) -> tuple[int, Recollection] | None:
    """The newer of a memory's sound slots, or None."""
    slots = (unpack(content[start : start + SLOT_BYTES]) for start in range(0, SLOTS * SLOT_BYTES, SLOT_BYTES))
    return max((slot for slot in slots if slot is not None), key=lambda slot: slot[0], default=None)


class Memory:
    """A memory file that is read once and then written on every change. Owns its file descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._sequence = 0
        self._last: Recollection | None = None

    def recall(self) -> Recollection | None:
        """What stands in it; None where that is nothing sound."""
        found = latest(os.pread(self._descriptor, MEMORY_BYTES, 0))
        if found is None:
            return None
        self._sequence, self._last = found
        return self._last

    def forget(self) -> None:
        """Let nothing stand in it."""
        os.pwrite(self._descriptor, bytes(MEMORY_BYTES), 0)
        self._sequence, self._last = 0, None

    def keep(self, recollection: Recollection) -> None:
        """Write what changed; the same again is not written."""
        if recollection == self._last:
            return
        self._sequence, self._last = self._sequence + 1, recollection
        os.pwrite(self._descriptor, pack(recollection, self._sequence), self._sequence % SLOTS * SLOT_BYTES)

    def close(self) -> None:
        """Keep nothing from now on."""
        os.close(self._descriptor)


def _checksum(sequence: int, text: bytes) -> int:
    return zlib.crc32(struct.pack("<QH", sequence, len(text)) + text)
