"""An enrolment file on a USB stick: found among what else lies there, and taken only as it was shown."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import EnrolmentFailed
from flexcare.trust.enrolment import ENROLMENT_MAX_BYTES, Enrolment, Tablet, offered

FILES_MAX = 200
"""So many files of a stick's first folder are looked at, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Found:
    """An enrolment file as it was read, so that what is taken is what was shown."""

    data: bytes
    enrolment: Enrolment

    @property
    def words(self) -> str:
        """The fingerprint, as the desk showed it."""
        return self.enrolment.pin.fingerprint.words


def find(stick: Path) -> Found | None:
    """The first enrolment file in the stick's first folder; None where there is none that can be read. Blocks for a while."""
    try:
        files = sorted(path for path in stick.iterdir() if not path.name.startswith("."))[:FILES_MAX]
    except OSError:
        return None
    return next((found for found in map(_read, files) if found is not None), None)


def take(found: Found, tablet: Tablet) -> None:
    """Make this tablet what the file says, from its next start on. Raises `EnrolmentFailed` and `SecretsUnusable`."""
    tablet.take(found.data, expected_words=found.words)


def _read(path: Path) -> Found | None:
    with suppress(OSError, EnrolmentFailed):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= ENROLMENT_MAX_BYTES:
            data = path.read_bytes()
            return Found(data, offered(data))
    return None
