"""What a tablet remembers of the hospital's instructions, on its disk: which numbers are settled, how the last one ended, the notice.

One file, replaced in one step: a power cut leaves the old record or the new one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.instructions.deciding import Outcome
from flexcare.session.notice import Notice
from flexcare.trust.durable import write_durably

log = logging.getLogger(__name__)

PLACES_MAX = 64
_FILE_MAX_BYTES = 256 * 1024

_Number = Annotated[int, Meta(ge=0, le=2**31)]


@dataclass(frozen=True, slots=True)
class Record:
    """settled: up to which number all is settled, by SITE/WARD, so that a tablet that moves and comes back does nothing twice.

    number, outcome: of the last order that was for this device. place: the ward that the notice is of. lost: the file was damaged, so
    that nobody knows what is settled in a ward that is not in it.
    """

    settled: Annotated[dict[str, _Number], Meta(max_length=PLACES_MAX)] = field(default_factory=dict)
    number: _Number = 0
    outcome: Outcome = "none"
    place: str = ""
    notice: Notice | None = None
    lost: bool = False
    version: Literal[1] = 1


def read_record(path: Path) -> Record:
    """What is remembered; where the file is damaged, that the count is lost. Raises nothing."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_FILE_MAX_BYTES), type=Record)
    except FileNotFoundError:
        return Record()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        log.error("what was obeyed of the hospital's instructions cannot be read; those that stand now are not obeyed")
        return Record(lost=True)


def write_record(path: Path, record: Record) -> None:
    """Remember this; it is on the disk when this returns. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(path, msgspec.json.encode(record))
