"""One receipt of a reset, one deed of staff, and the lines that a list of both is made of.

A line is JSON in its canonical form: keys sorted, no spaces, ASCII. `hash` is the SHA-256 of the same line without the key `hash`;
`previous` is the hash of the receipt before. Anybody can check that with a few lines of any language. The chain shows damage and careless
editing; it has no secret in it, so it does not stop somebody who may write the file and takes the trouble to count all of it anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from flexcare.session.kinds import Act, By, Kind, Outcome

GENESIS = "0" * 64
"""What the first receipt of a tablet names as its previous."""
LINE_MAX_BYTES = 1024

Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
LocalTime = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}\Z")]
Milliseconds = Annotated[int, Meta(ge=0, le=86_400_000)]
Number = Annotated[int, Meta(ge=1, le=1_000_000_000)]


class Check(StrEnum):
    """What was looked for after a session's death and not found any more: a closed list."""

    PROCESSES = "processes"
    MOUNTS = "mounts"
    SOCKETS = "sockets"
    MEMORY = "memory"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a session was cleared. It has no room for a person or for anything that somebody used.

    at: local time with its zone, to the second.
    cover_ms: from the trigger to the covered screen; empty_ms: from there to the proof that nothing is left; shown_ms: from the trigger to
    the next Welcome's first frame. All 0 where there was nothing to clear, as at a boot.
    standby: the next session was shown from standby.
    verified: what was proved to be gone; what is missing here was not proved.
    memory_erased: the kernel erases freed memory (`init_on_free=1`).
    healed: the list lost a line before this one, to a power cut for instance.
    """

    number: Number
    at: LocalTime
    kind: Kind
    cover_ms: Milliseconds
    empty_ms: Milliseconds
    shown_ms: Milliseconds
    standby: bool
    verified: tuple[Check, ...]
    memory_erased: bool
    healed: bool
    previous: Hash
    hash: Hash = ""

    @property
    def time(self) -> datetime:
        """`at` as a time with its zone."""
        return datetime.fromisoformat(self.at)

    @property
    def proved(self) -> bool:
        """Whether all that can be left over was proved to be gone."""
        return set(self.verified) == set(Check)


@dataclass(frozen=True, slots=True)
class Deed:
    """That staff did something: what, in which role, when, and how it went. As a receipt it has no room for a person or a content.

    Receipts and deeds are numbered together, and each names the hash of the one before, of whichever kind that is.
    """

    number: Number
    at: LocalTime
    act: Act
    by: By
    outcome: Outcome
    healed: bool
    previous: Hash
    hash: Hash = ""

    @property
    def time(self) -> datetime:
        """`at` as a time with its zone."""
        return datetime.fromisoformat(self.at)


Entry: TypeAlias = Receipt | Deed
"""What is numbered and chained."""
AnEntry = TypeVar("AnEntry", bound=Receipt | Deed)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The first line of a list that was shortened: entries up to number `trimmed` are gone, the last of them with the hash `anchor`."""

    trimmed: Number
    anchor: Hash
    hash: Hash = ""


def sealed(entry: AnEntry) -> AnEntry:
    """The entry with its hash."""
    return replace(entry, hash=_hash(entry))


def sealed_mark(trimmed: int, anchor: str) -> Trimmed:
    """The mark of a shortened list, with its hash."""
    mark = Trimmed(trimmed, anchor)
    return replace(mark, hash=_hash(mark))


def to_line(entry: Entry | Trimmed) -> bytes:
    """One line with its line feed, at most LINE_MAX_BYTES."""
    return _encoder.encode(entry) + b"\n"


def from_line(line: bytes) -> Entry | Trimmed | None:
    """What stands in a line (without its line feed); None where it is damaged in any way, a wrong hash among them."""
    if len(line) > LINE_MAX_BYTES:
        return None
    try:
        entry = _decode(line)
        if not isinstance(entry, Trimmed):
            _ = entry.time
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return None
    # Only the canonical form counts: no second key of the same name, no key that this version does not know.
    return entry if _encoder.encode(entry) == line and entry.hash == _hash(entry) else None


def _decode(line: bytes) -> Entry | Trimmed:
    """By the first of its sorted keys, which tells the three apart."""
    if line.startswith(b'{"anchor"'):
        return _mark.decode(line)
    return _deed.decode(line) if line.startswith(b'{"act"') else _receipt.decode(line)


def _hash(entry: Entry | Trimmed) -> str:
    fields = msgspec.to_builtins(entry)
    del fields["hash"]
    return hashlib.sha256(_encoder.encode(fields)).hexdigest()


_encoder = msgspec.json.Encoder(order="sorted")
_receipt = msgspec.json.Decoder(Receipt)
_deed = msgspec.json.Decoder(Deed)
_mark = msgspec.json.Decoder(Trimmed)
