"""How loud the pages of a session's visits are: told by the session to its own sound socket, which holds them to it.

The socket knows a visit by a property of the sound client, which every process of it inherits. Whoever is inside a session can say either;
neither makes anything louder than the machine's ceiling.
Source: pulsecore/pstream.c (the frame), pulsecore/tagstruct.h (an `L` before each number), pulse/proplist-util.c (PULSE_PROP).
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Mapping
from pathlib import Path

SOUND_SOCKET = "/run/session/sound"
"""A session's own, inside its sandbox."""
PROPERTY, VISIT = "flexcare.part", "visit"
OF_A_VISIT = {"PULSE_PROP": f"{PROPERTY}={VISIT}"}
"""The environment of whatever belongs to a visit."""
COMMAND = 0x46435056
"""None of the sound server's own; those are small."""
FULL_PERCENT = 100
TRIES = 2
"""A line that broke is made once more."""
_FRAME = struct.Struct("!IIIIIcIcI")
_LENGTH, _CONTROL = 10, 0xFFFFFFFF


class PageVolume:
    """A session's word to its sound socket; None where it has no such socket. It is told from the first visit on."""

    def __init__(self, door: Path | None) -> None:
        self._door = door
        self._line: socket.socket | None = None

    @property
    def is_held(self) -> bool:
        """Whether there is something that holds pages to it."""
        return self._door is not None

    def tell(self, percent: int) -> None:
        """Have pages as loud as this, 0 to 100 of full volume. A socket that does not take it is told with the next change."""
        if self._door is None:
            return
        frame = _FRAME.pack(_LENGTH, _CONTROL, 0, 0, 0, b"L", COMMAND, b"L", percent)
        for _ in range(TRIES):
            try:
                self._line = self._line or _connected(self._door)
                self._line.sendall(frame)
            except OSError:
                self.close()
            else:
                return

    def close(self) -> None:
        """Say nothing more; what was told holds."""
        if self._line is not None:
            self._line.close()
            self._line = None


def sound_door(environment: Mapping[str, str]) -> Path | None:
    """A session's own sound socket; None where it has none, or one that is somebody else's too."""
    return Path(SOUND_SOCKET) if environment.get("PULSE_SERVER") == f"unix:{SOUND_SOCKET}" else None


def _connected(door: Path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # What is full or busy does not make a screen wait.
        line.setblocking(False)
        line.connect(os.fspath(door))
    except OSError:
        line.close()
        raise
    return line
