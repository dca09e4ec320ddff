"""The USB stick for what IT takes along: which one there is, and a file on it, whole or not at all.

The system mounts sticks; nothing here does. What is written to has to be a partition on a disk that can be pulled out, and none of the
disk that the system itself runs from.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import StickUnusable
from flexcare.trust.durable import write_durably

_PARTITION_NUMBERS, _PLACE, _MARK = 2, 4, "-"
"""Columns of proc_pid_mountinfo(5)."""


@dataclass(frozen=True, slots=True)
class Sticks:
    """What is plugged in. root: "/" but in tests, and only for what the kernel says; folders are taken as they are."""

    root: Path = Path("/")

    def folder(self) -> Path:
        """Where the stick is mounted, the last one if there are several. Raises `StickUnusable`."""
        found = [place for numbers, place in self._mounts() if self._is_stick(numbers)]
        if not found:
            raise StickUnusable("there is no USB stick", why="none", cure="plug one in, and wait a moment")
        return found[-1]

    def write(self, folder: Path, name: str, data: bytes) -> None:
        """Write a file to the stick mounted at `folder`; it is on the stick when this returns. Raises `StickUnusable`."""
        try:
            number = folder.stat().st_dev
        except OSError as error:
            raise StickUnusable("the stick is gone", why="none", cure="plug it in again") from error
        if not self._is_stick(f"{os.major(number)}:{os.minor(number)}"):
            raise StickUnusable("this is no stick that can be pulled out", why="none", cure="plug one in")
        try:
            write_durably(folder / name, data, mode=0o644)
        except OSError as error:
            with suppress(OSError):
                (folder / f".{name}.new").unlink(missing_ok=True)
            raise _unusable(error) from error

    def _mounts(self) -> list[tuple[str, Path]]:
        try:
            lines = (self.root / "proc/self/mountinfo").read_text(errors="surrogateescape").splitlines()
        except OSError:
            return []
        columns = [line.split(" ") for line in lines]
        return [(words[_PARTITION_NUMBERS], Path(_unescaped(words[_PLACE]))) for words in columns if len(words) > _PLACE]

    def _is_stick(self, numbers: str) -> bool:
        disk = self._disk(numbers)
        if disk is None or disk in {self._disk(other) for other, place in self._mounts() if place == Path("/")}:
            return False
        with suppress(OSError):
            if (disk / "removable").read_text().strip() == "1":
                return True
        # A larger stick calls itself fixed; it hangs on the bus all the same.
        return any(part.startswith("usb") for part in disk.parts)

    def _disk(self, numbers: str) -> Path | None:
        """The disk of a partition, or of itself where it has none; None for what lies on no disk."""
        with suppress(OSError):
            device = (self.root / "sys/dev/block" / numbers).resolve(strict=True)
            return device.parent if (device / "partition").exists() else device
        return None


def _unusable(error: OSError) -> StickUnusable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StickUnusable("the stick is full", why="full", cure="take another one, or make room on it")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return StickUnusable("the stick can only be read", why="read-only", cure="move its switch, or take another one")
    return StickUnusable(f"the stick cannot be written: {error.strerror}", why="failed", cure="take another one")


def _unescaped(text: str) -> str:
    """A place as the kernel writes it: blanks and the like in octal."""
    for code in (" ", "\t", "\n"):
        text = text.replace(f"\\{ord(code):03o}", code)
    return text.replace("\\134", "\\")
