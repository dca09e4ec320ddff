"""One connection of a supervisor to its launcher: a thread reads it, and whoever asked waits for the answer with the question's number."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import select
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from flexcare.errors import SandboxUnusable
from flexcare.launcher.words import (
    PACKET_MAX_BYTES,
    Answer,
    Babble,
    Ended,
    FromLauncher,
    Hello,
    Hold,
    Listen,
    Look,
    Start,
    ToLauncher,
    Whose,
    encode,
    from_launcher,
)

log = logging.getLogger(__name__)

HELLO_TIMEOUT_S = 30.0
"""A launcher that has just been started tries first whether it can close anything in."""
KILLED = 137

Heard = tuple[Answer | None, int]
"""An answer, None where none will come any more; and the descriptor that came with it, or -1."""


@dataclass(eq=False)
class Line:
    """One connection to a launcher."""

    socket: socket.socket
    _on_end: dict[int, Callable[[int], None]] = field(default_factory=dict)
    _ended: dict[int, threading.Event] = field(default_factory=dict)
    _early: dict[int, int] = field(default_factory=dict)
    _asked: dict[int, queue.SimpleQueue[Heard]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    is_open: bool = True

    def next_number(self) -> int:
        return next(self._numbers)

    def greeted(self) -> Hello:
        """Wait for the first word, and listen from then on. Raises SandboxUnusable."""
        try:
            word, _ = self._read(HELLO_TIMEOUT_S)
        except (OSError, Babble) as error:
            raise SandboxUnusable("the launcher does not greet") from error
        if not isinstance(word, Hello):
            raise SandboxUnusable("the launcher does not greet", cure="look at flexcare-launcher.service")
        threading.Thread(target=self._listen, name="launcher", daemon=True).start()
        return word

    def say(self, word: ToLauncher, *descriptors: int) -> None:
        """Say something. One that does not listen any more is noticed where it is heard."""
        with contextlib.suppress(OSError):
            socket.send_fds(self.socket, [encode(word)], descriptors)

    def ask(self, word: Listen | Start | Hold | Whose | Look, timeout_s: float, *descriptors: int) -> tuple[Answer, int]:
        """Ask and wait for the answer, and the descriptor that comes with it (or -1). Raises SandboxUnusable."""
        waiting: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        with self._lock:
            if not self.is_open:
                raise SandboxUnusable("the launcher has gone")
            self._asked[word.number] = waiting
        self.say(word, *descriptors)
        try:
            answer, descriptor = waiting.get(timeout=timeout_s)
        except queue.Empty:
            # A late answer must not come to whoever asks next, and a session that starts late would be nobody's.
            self.close()
            raise SandboxUnusable("the launcher does not answer") from None
        finally:
            with self._lock:
                self._asked.pop(word.number, None)
        if answer is None:
            raise SandboxUnusable("the launcher has gone")
        return answer, descriptor

    def follow(self, tree: int, on_end: Callable[[int], None]) -> None:
        """Call `on_end` at a session's end, at once where that has come already."""
        self.ended(tree)
        with self._lock:
            code = self._early.pop(tree, None if self.is_open else KILLED)
            if code is None:
                self._on_end[tree] = on_end
        if code is not None:
            self._end(tree, on_end, code)

    def ended(self, tree: int) -> threading.Event:
        """Set at a session's end."""
        with self._lock:
            return self._ended.setdefault(tree, threading.Event())

    def close(self) -> None:
        """Leave the line; the launcher ends every session that it started over it."""
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        try:
            while True:
                word, descriptor = self._read(None)
                if word is None:
                    break
                self._take(word, descriptor)
        except (OSError, Babble) as error:
            log.error("the launcher is not understood: %s", type(error).__name__)
        self._lost()

    def _read(self, timeout_s: float | None) -> tuple[FromLauncher | None, int]:
        ready, _, _ = select.select([self.socket], [], [], timeout_s)
        if not ready:
            return None, -1
        packet, descriptors, _, _ = socket.recv_fds(self.socket, PACKET_MAX_BYTES + 1, 1, socket.MSG_CMSG_CLOEXEC)
        try:
            word = from_launcher(packet) if packet else None
        except Babble:
            for descriptor in descriptors:
                os.close(descriptor)
            raise
        return word, descriptors[0] if descriptors else -1

    def _take(self, word: FromLauncher, descriptor: int) -> None:
        if isinstance(word, Hello):
            return
        if isinstance(word, Ended):
            with self._lock:
                on_end = self._on_end.pop(word.tree, None)
                if on_end is None:
                    self._early[word.tree] = word.code
            if on_end is not None:
                self._end(word.tree, on_end, word.code)
            return
        with self._lock:
            waiting = self._asked.get(word.number)
        if waiting is not None:
            waiting.put((word, descriptor))
        elif descriptor >= 0:
            os.close(descriptor)

    def _lost(self) -> None:
        """With the launcher, its sessions have ended."""
        with self._lock:
            self.is_open = False
            asked, orphans, self._on_end = list(self._asked.values()), self._on_end, {}
        self.socket.close()
        for waiting in asked:
            waiting.put((None, -1))
        for tree, on_end in orphans.items():
            self._end(tree, on_end, KILLED)

    def _end(self, tree: int, on_end: Callable[[int], None], code: int) -> None:
        try:
            on_end(code)
        finally:
            self.ended(tree).set()
