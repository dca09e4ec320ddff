"""The supervisor's side: sessions that a launcher starts, ends and looks after, as if they had been started here.

When the launcher goes, its sessions are gone with it, and the next start connects to the next launcher.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import SandboxUnusable
from flexcare.launcher.line import Line
from flexcare.launcher.words import (
    FILES_MAX,
    Answer,
    Belongs,
    Found,
    Held,
    Hello,
    Hold,
    Kill,
    Listen,
    Listening,
    Look,
    Refused,
    Start,
    Started,
    Whose,
)
from flexcare.session.capture import Capture
from flexcare.session.leftovers import Leftovers, leftovers
from flexcare.session.settings import SessionSettings

log = logging.getLogger(__name__)

START_TIMEOUT_S = 30.0
ANSWER_TIMEOUT_S = 3.0


@dataclass(eq=False)
class RemoteTree:
    """A session that a launcher started."""

    line: Line
    tree: int
    init_pid: int
    pid_namespace: int
    mount_namespace: int
    unheld: tuple[str, ...]
    again: Callable[[], Hello]
    """Greets the next launcher, where this one has gone."""

    def kill(self) -> None:
        """End every process of the session at once; harmless when it has ended."""
        self.line.say(Kill(self.tree))

    def wait(self, timeout_s: float) -> bool:
        """Wait until the session has ended."""
        return self.line.ended(self.tree).wait(timeout_s)

    def contains(self, pid: int) -> bool:
        """Whether a process of the host, by its number there, belongs to this session."""
        number = self.line.next_number()
        try:
            answer, _ = self.line.ask(Whose(number, self.tree, pid), ANSWER_TIMEOUT_S)
        except SandboxUnusable:
            return False
        return isinstance(answer, Belongs) and answer.so

    def freeze(self) -> bool:
        """Stop every process of the session; False where one may still run."""
        return self._hold(still=True)

    def thaw(self) -> bool:
        """Let every process of the session go on."""
        return self._hold(still=False)

    def _hold(self, *, still: bool) -> bool:
        try:
            answer, _ = self.line.ask(Hold(self.line.next_number(), self.tree, still), ANSWER_TIMEOUT_S)
        except SandboxUnusable:
            return False
        return isinstance(answer, Held) and answer.so

    def left(self, forgotten: Collection[tuple[int, int]]) -> Leftovers:
        """What is there of this session, by the launcher's account, and who holds a forgotten file, by its account and our own."""
        own = leftovers(None, None, forgotten)
        try:
            found = self._found(tuple(forgotten)[:FILES_MAX])
        except SandboxUnusable:
            # Nobody says that it is gone.
            return Leftovers(processes=(self.init_pid,), descriptors=own.descriptors)
        return Leftovers(found.processes, found.mounts, (*found.descriptors, *own.descriptors))

    def _found(self, files: tuple[tuple[int, int], ...]) -> Found:
        if self.line.is_open:
            number = self.line.next_number()
            answer, _ = self.line.ask(Look(number, self.tree, files), ANSWER_TIMEOUT_S)
            if isinstance(answer, Found):
                return answer
        if self.again().gone:
            # A launcher begins only where nothing of its user is left, so nobody of them holds a file either.
            return Found(1)
        raise SandboxUnusable("something of a launcher before is left")


class Launcher:
    """The launcher that listens at `place`. Its methods may be called in any thread, and block."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._line: Line | None = None
        self._hello = Hello(gone=False)
        self._lock = threading.Lock()

    def greet(self) -> Hello:
        """Be connected; what it said first. Raises SandboxUnusable where there is none."""
        with self._lock:
            if self._line is None or not self._line.is_open:
                self._connect()
            return self._hello

    def listen(self, slot: int) -> socket.socket:
        """A listening socket at the place where the next session in this slot will look for the compositor. Raises SandboxUnusable."""
        line = self._lined()
        answer, descriptor = line.ask(Listen(line.next_number(), slot), ANSWER_TIMEOUT_S)
        if not isinstance(answer, Listening) or descriptor < 0:
            raise _unusable(answer)
        return socket.socket(fileno=descriptor)

    def start(
        self,
        slot: int,
        settings: SessionSettings,
        capture: Capture,
        diagonal_inches: float,
        *,
        own_door: bool,
        line: int,
        output: int,
        on_end: Callable[[int], None],
    ) -> RemoteTree:
        """Have a session started: `flexcare.session.launch.launch`, elsewhere. Raises SandboxUnusable."""
        to = self._lined()
        limits = (settings.memory_mib, settings.tasks_max, settings.writable_mib)
        word = Start(to.next_number(), slot, *limits, diagonal_inches, own_door, capture.camera, capture.microphone)
        answer, _ = to.ask(word, START_TIMEOUT_S, line, output)
        if not isinstance(answer, Started):
            raise _unusable(answer)
        tree = RemoteTree(to, answer.tree, answer.init_pid, answer.pid_namespace, answer.mount_namespace, answer.unheld, self.greet)
        to.follow(answer.tree, on_end)
        return tree

    def close(self) -> None:
        """Leave it; every session of ours ends."""
        with self._lock:
            if self._line is not None:
                self._line.close()

    def _lined(self) -> Line:
        self.greet()
        assert self._line is not None
        return self._line

    def _connect(self) -> None:
        speaker = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            speaker.connect(os.fspath(self._place))
        except OSError as error:
            speaker.close()
            raise SandboxUnusable(f"there is no launcher: {error.strerror}", cure="start flexcare-launcher.socket") from error
        line = Line(speaker)
        try:
            self._hello = line.greeted()
        except SandboxUnusable:
            speaker.close()
            raise
        self._line = line


def _unusable(answer: Answer) -> SandboxUnusable:
    if isinstance(answer, Refused):
        return SandboxUnusable(answer.what, cure=answer.cure)
    return SandboxUnusable("the launcher answers something else")
