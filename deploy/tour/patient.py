"""Somebody at the bed: starts a session, looks at its screen, and touches what has a name."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from deploy.tour.hand import Hand
from deploy.tour.snapshot import Snapshot, Target
from deploy.tour.witness import Report
from flexcare.supervisor.compositor import Compositor

PATIENCE_S = 20.0
END_S = 10.0


class NotSeen(AssertionError):
    """Something that should have come on the screen did not; says what was there instead."""


class Patient:
    """A session under a compositor, with a hand on it."""

    def __init__(self, compositor: Compositor, ward: Path) -> None:
        self.compositor = compositor
        self._hand = Hand(compositor)
        # What the session makes for itself, which goes away however the session ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="flexcare-session-")
        self._channel, theirs = socket.socketpair()
        self._decoder = msgspec.json.Decoder(Report)
        self._buffer = b""
        self._report: Report | None = None
        with theirs:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "deploy.tour.witness", "--ward", str(ward), "--socket", str(theirs.fileno())),
                    *("--diagonal", str(compositor.screen.diagonal_inches)),
                ],
                env={**os.environ, **compositor.client_environment(), "TMPDIR": self._scratch.name},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """End the session and wait for it."""
        self._process.terminate()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._channel.close()
        self._hand.close()
        self._scratch.cleanup()

    def see(self, what: str, condition: Callable[[Snapshot], bool], *, steady: bool = True, patience_s: float = PATIENCE_S) -> Snapshot:
        """Wait until the screen fulfils a condition (and stands still), and return it. Raises NotSeen, naming `what`."""
        deadline = time.monotonic() + patience_s
        while not self._is_seen(condition, steady=steady):
            if not self._read(deadline - time.monotonic()):
                raise NotSeen(f"{what}: not seen in {patience_s:.0f} s; {self._describe()}")
        assert self._report is not None
        return self._report.snapshot

    def _is_seen(self, condition: Callable[[Snapshot], bool], *, steady: bool) -> bool:
        report = self._report
        if report is None or not condition(report.snapshot):
            return False
        return not steady or (report.steady and not report.snapshot.fading)

    def tap(self, name: str) -> None:
        """Touch what has this name, once it stands still. Raises NotSeen."""
        self._hand.tap(*self.find(name).centre)

    def find(self, name: str) -> Target:
        """Where the thing with this name is. Raises NotSeen."""
        found = self.see(f"'{name}' to touch", lambda screen: screen.target(name) is not None).target(name)
        assert found is not None
        return found

    def tap_at(self, x_share: float, y_share: float) -> None:
        """Touch a place on the screen, given as shares of its width and height."""
        self._hand.tap(x_share * self.compositor.screen.width, y_share * self.compositor.screen.height)

    def swipe_up(self) -> None:
        """Draw a finger up over the middle of the picture."""
        self._swipe(0.45, 0.15)

    def swipe_down(self) -> None:
        """Draw a finger down over the middle of the picture."""
        self._swipe(0.15, 0.45)

    def key(self, name: str) -> None:
        """Press a key by its xkb name."""
        self._hand.key(name)

    def grab(self, picture: Path) -> None:
        """Take a picture of the screen."""
        self.compositor.grab(picture)

    def _swipe(self, start: float, end: float) -> None:
        width, height = self.compositor.screen.width, self.compositor.screen.height
        self._hand.swipe((width / 2, height * start), (width / 2, height * end))

    def _read(self, timeout_s: float) -> bool:
        """Take in what the witness tells next. False when time is over; raises NotSeen when the session has ended."""
        ready, _, _ = select.select([self._channel], [], [], max(0.0, timeout_s))
        if not ready:
            return False
        received = self._channel.recv(1 << 20)
        if not received:
            raise NotSeen(f"the session ended with code {self._process.wait(END_S)}; {self._describe()}")
        *lines, self._buffer = (self._buffer + received).split(b"\n")
        for line in lines:
            self._report = self._decoder.decode(line)
        return True

    def _describe(self) -> str:
        if self._report is None:
            return "nothing was on the screen"
        screen = self._report.snapshot
        names = ", ".join(target.name for target in screen.targets)
        return f"on the screen: page {screen.page}, sheet {screen.sheet}, channel {screen.number} {screen.player}; touchable: {names}"
