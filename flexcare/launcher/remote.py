"""The supervisor's side: sessions that a launcher starts, ends and looks after, as if they had been started here.

A thread reads what the launcher says; whoever asked waits for the answer that carries the number of the question. When the launcher goes,
its sessions are gone with it, and the next start connects to the next launcher.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import select
import socket
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.errors import SandboxUnusable
from flexcare.launcher.words import (
    FILES_MAX,
    PACKET_MAX_BYTES,
    Answer,
    Babble,
    Belongs,
    Ended,
    Found,
    FromLauncher,
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
    ToLauncher,
    Whose,
    encode,
    from_launcher,
)
from flexcare.session.leftovers import Leftovers, leftovers
from flexcare.session.settings import SessionSettings

log = logging.getLogger(__name__)

HELLO_TIMEOUT_S = 30.0
"""A launcher that has just been started tries first whether it can close anything in."""
START_TIMEOUT_S = 30.0
ANSWER_TIMEOUT_S = 3.0
KILLED = 137

Heard = tuple[Answer | None, int]
"""An answer, None where none will come any more; and the descriptor that came with it, or -1."""


@dataclass(eq=False)
class RemoteTree:
    """A session that a launcher started."""

    line: _Line
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


@dataclass(eq=False)
class _Line:
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


class Launcher:
    """The launcher that listens at `place`. Its methods may be called in any thread, and block."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._line: _Line | None = None
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
        answer, _ = to.ask(Start(to.next_number(), slot, *limits, diagonal_inches, own_door), START_TIMEOUT_S, line, output)
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

    def _lined(self) -> _Line:
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
        line = _Line(speaker)
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
