"""The hospital's notice to whoever is at the bed: a file beside the offer in the ward folder, replaced while sessions read it.

The kiosk imports this, so it stays light.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.session.messages import Moment

NOTICE_FILE = "notice.json"
TEXT_MAX_CHARS = 160
LANGUAGES_MAX = 32

_FILE_MAX_BYTES = 64 * 1024

_PLAIN = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]*"

Text = Annotated[str, Meta(min_length=1, max_length=TEXT_MAX_CHARS, pattern=rf"\A(?=.*\S){_PLAIN}\Z")]
"""One paragraph: no line breaks, and nothing that would turn the direction of what stands beside it."""
NoticeText = Annotated[dict[Annotated[str, Meta(pattern=r"\A[a-z]{2}\Z")], Text], Meta(min_length=1, max_length=LANGUAGES_MAX)]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the hospital has to say, in the languages that it offers, until a moment (seconds since 1970). number: of its instruction."""

    number: Annotated[int, Meta(ge=1, le=2**31)]
    until_s: Moment
    text: NoticeText
    version: Literal[1] = 1


def read_notice(folder: Path) -> Notice | None:
    """The notice in a ward folder; None where there is none, or nothing sound. Raises nothing."""
    try:
        with open(folder / NOTICE_FILE, "rb", opener=_open_carefully) as file:
            return msgspec.json.decode(file.read(_FILE_MAX_BYTES), type=Notice)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def write_notice(folder: Path, notice: Notice | None) -> None:
    """Let this be the folder's notice, in one step; what is in a boot's memory need not survive a power cut. Raises OSError."""
    path = folder / NOTICE_FILE
    if notice is None:
        path.unlink(missing_ok=True)
        return
    new = folder / f".{NOTICE_FILE}.new"
    new.unlink(missing_ok=True)
    with open(new, "xb", opener=_open_carefully) as file:
        file.write(msgspec.json.encode(notice))
        os.fchmod(file.fileno(), 0o644)
    new.replace(path)


def _open_carefully(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
