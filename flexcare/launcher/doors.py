"""The places where sessions look for the compositor: sockets of the sessions' own user, which nobody else can open."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

WAITING_MAX = 16


class Doors:
    """Makes them in `folder`. Who takes what comes in through one is whoever gets its listening socket."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[int, Path] = {}
        self.clear()

    def make(self, slot: int) -> socket.socket:
        """A place for the next session in this slot, in place of one that was not used. Raises OSError."""
        self.close(self._made.pop(slot, None))
        # A session can ask for this name, so it does not count the sessions before.
        path = self._folder / f"{slot}-{secrets.token_hex(4)}"
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listener.bind(os.fspath(path))
            path.chmod(0o600)
            listener.setblocking(False)
            listener.listen(WAITING_MAX)
        except OSError:
            listener.close()
            raise
        self._made[slot] = path
        return listener

    def take(self, slot: int) -> Path | None:
        """The place that was made for this slot, for one session."""
        return self._made.pop(slot, None)

    def close(self, path: Path | None) -> None:
        """Let nobody find it any more."""
        if path is not None:
            path.unlink(missing_ok=True)

    def until(self, path: Path | None, on_end: Callable[[int], None]) -> Callable[[int], None]:
        """What to call at a session's end in place of `on_end`, so that its place goes too."""

        def ended(code: int) -> None:
            self.close(path)
            on_end(code)

        return ended

    def clear(self) -> None:
        """Begin anew with an empty folder."""
        self._made.clear()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(mode=0o700, parents=True)
