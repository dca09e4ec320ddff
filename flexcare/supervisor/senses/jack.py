"""Whether headphones are plugged in, from the kernel's own switch. Source: linux/input.h, linux/input-event-codes.h."""

from __future__ import annotations

import asyncio
import fcntl
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

EV_SW = 5
SW_HEADPHONE_INSERT = 2
EVENT = struct.Struct("llHHi")
"""struct input_event: a time, a type, a code, a value."""
EVENTS_AT_ONCE = 64
_SWITCH_BYTES = 8
_EVIOCGSW = (2 << 30) | (_SWITCH_BYTES << 16) | (ord("E") << 8) | 0x1B


def switches_now(descriptor: int) -> int:
    """The switches of an input device as bits. Raises OSError."""
    return int.from_bytes(fcntl.ioctl(descriptor, _EVIOCGSW, bytes(_SWITCH_BYTES)), "little")


class Jack:
    """The headphone jacks of the machine whose file system begins at `root`; used in a running event loop.

    is_plugged: None where there is no jack that tells. `changed` hears of each change.
    """

    def __init__(self, root: Path = Path("/"), switches: Callable[[int], int] = switches_now) -> None:
        self._root = root
        self._switches = switches
        self._plugged: dict[Path, bool] = {}
        self._open: dict[Path, int] = {}
        self.changed: Callable[[], None] = lambda: None

    @property
    def is_plugged(self) -> bool | None:
        return any(self._plugged.values()) if self._open else None

    def look(self) -> None:
        """Find jacks that have come since the last look."""
        for name in sorted(self._root.glob("sys/class/input/event*/device/capabilities/sw")):
            node = self._root / "dev/input" / name.parents[2].name
            if node not in self._open and _has_jack(name):
                with suppress(OSError):  # gone already, or not for us
                    self._begin(node)

    def close(self) -> None:
        """Listen no more."""
        for node in tuple(self._open):
            self._lose(node)

    def _begin(self, node: Path) -> None:
        descriptor = os.open(node, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            plugged = bool(self._switches(descriptor) >> SW_HEADPHONE_INSERT & 1)
        except OSError:
            os.close(descriptor)
            raise
        self._open[node], self._plugged[node] = descriptor, plugged
        asyncio.get_running_loop().add_reader(descriptor, self._hear, node)

    def _lose(self, node: Path) -> None:
        descriptor = self._open.pop(node)
        del self._plugged[node]
        asyncio.get_running_loop().remove_reader(descriptor)
        os.close(descriptor)

    def _hear(self, node: Path) -> None:
        before = self.is_plugged
        try:
            told = os.read(self._open[node], EVENT.size * EVENTS_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            told = b""
        if not told:
            self._lose(node)
        for _, _, kind, code, value in EVENT.iter_unpack(told[: len(told) // EVENT.size * EVENT.size]):
            if (kind, code) == (EV_SW, SW_HEADPHONE_INSERT):
                self._plugged[node] = bool(value)
        if self.is_plugged != before:
            self.changed()


def _has_jack(capabilities: Path) -> bool:
    try:
        return bool(int(capabilities.read_text().split()[-1], 16) >> SW_HEADPHONE_INSERT & 1)
    except (OSError, ValueError, IndexError):
        return False
