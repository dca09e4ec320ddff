"""One supervisor's time with the launcher: what it asks is done, and when it goes, every session goes.

Sessions are started in threads of their own (`flexcare.session.launch`), so that one that takes long holds nothing up.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import select
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from flexcare.errors import FlexCareError, SandboxUnusable
from flexcare.launcher.doors import Doors
from flexcare.launcher.words import (
    FILES_MAX,
    PACKET_MAX_BYTES,
    TOLD_MAX,
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
    to_launcher,
)
from flexcare.session.launch import Confined, launch
from flexcare.session.sandbox import WARD
from flexcare.session.surroundings import STAFF_SLOT, Surroundings
from flexcare.supervisor.playback.doors import SoundDoors

ALIVE_MAX = 6
"""More at a time are not started: two sessions and the staff's program, and one each that is dying."""
KEPT_MAX = 16
"""So many that have ended can still be asked about."""
DEATH_TIMEOUT_S = 10.0
DESCRIPTORS = 2


class StillThere(FlexCareError):
    """A session does not end; the launcher ends, and the service manager with it everything that is left."""


@dataclass
class Service:
    """Serves one connection. `awake` is called at least every `wake_s` seconds; `display` is the compositor's own socket.

    sounds: makes each session's way to the sound server, where there is one.
    """

    line: socket.socket
    around: Surroundings
    doors: Doors
    display: Path
    unheld: tuple[str, ...] = ()
    awake: Callable[[], None] = lambda: None
    wake_s: float | None = None
    sounds: SoundDoors | None = None
    _trees: dict[int, Confined] = field(default_factory=dict)
    _alive: set[int] = field(default_factory=set)
    _starting: list[threading.Thread] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=partial(itertools.count, 1))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _gone: bool = False

    def serve(self, *, gone: bool) -> None:
        """Do what is asked until the supervisor goes; then end every session. Raises StillThere where one does not end.

        gone: whether nothing was left from before.
        """
        # Whoever does not read what it is told must not hold a session's end up.
        self.line.setblocking(False)
        try:
            self._say(Hello(gone, self.unheld))
            with contextlib.suppress(Babble, ConnectionError):
                while self._turn():
                    pass
        finally:
            self._end_all()

    def _turn(self) -> bool:
        """Wait for one packet and do what it says; False at the end of the line."""
        ready, _, _ = select.select([self.line], [], [], self.wake_s)
        self.awake()
        if not ready:
            return True
        packet, descriptors, flags, _ = socket.recv_fds(self.line, PACKET_MAX_BYTES + 1, DESCRIPTORS, socket.MSG_CMSG_CLOEXEC)
        try:
            if not packet:
                return False
            if flags & (socket.MSG_TRUNC | socket.MSG_CTRUNC):
                raise Babble("a packet is too long, or brings too much")
            self._do(to_launcher(packet), descriptors)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return True

    def _do(self, word: ToLauncher, descriptors: list[int]) -> None:
        match word:
            case Listen():
                self._listen(word)
            case Start():
                self._begin(word, descriptors)
            case Kill(tree):
                if (confined := self._tree(tree)) is not None:
                    confined.kill()
            case Whose(number, tree, pid):
                confined = self._tree(tree)
                self._say(Belongs(number, confined is not None and confined.contains(pid)))
            case Hold(number, tree, still):
                confined = self._tree(tree)
                self._say(Held(number, confined is not None and (confined.freeze() if still else confined.thaw())))
            case Look():
                self._look(word)

    def _tree(self, number: int) -> Confined | None:
        with self._lock:
            return self._trees.get(number)

    def _listen(self, word: Listen) -> None:
        try:
            listener = self.doors.make(word.slot)
        except OSError as error:
            self._say(Refused(word.number, f"a session gets no door: {error.strerror}"))
            return
        with listener:
            self._say(Listening(word.number), listener.fileno())

    def _look(self, word: Look) -> None:
        confined = self._tree(word.tree)
        if confined is None:
            self._say(Refused(word.number, "nothing is known of this session"))
            return
        left = confined.left(word.files[:FILES_MAX])
        self._say(Found(word.number, left.processes[:TOLD_MAX], left.mounts[:TOLD_MAX], left.descriptors[:TOLD_MAX]))

    def _begin(self, word: Start, descriptors: list[int]) -> None:
        self._starting = [thread for thread in self._starting if thread.is_alive()]
        if len(descriptors) != DESCRIPTORS or len(self._alive) >= ALIVE_MAX:
            self._say(Refused(word.number, "there are sessions enough, or this one lacks its line"))
            return
        line, output = (os.dup(descriptor) for descriptor in descriptors)
        tree = next(self._numbers)
        self._alive.add(tree)
        thread = threading.Thread(target=self._start, args=(word, tree, line, output), name="start", daemon=True)
        self._starting.append(thread)
        thread.start()

    def _start(self, word: Start, tree: int, line: int, output: int) -> None:
        """Start a session, in a thread of its own, and say how that went."""
        told = threading.Event()

        def ended(code: int) -> None:
            self._alive.discard(tree)
            told.wait()
            self._say(Ended(tree, code % 256))

        try:
            answer = self._started(word, tree, line, output, ended)
            if isinstance(answer, Refused):
                self._alive.discard(tree)
            self._say(answer)
        finally:
            told.set()
            os.close(line)
            os.close(output)

    def _started(self, word: Start, tree: int, line: int, output: int, ended: Callable[[int], None]) -> Started | Refused:
        door = self.doors.take(word.slot) if word.own_door else None
        display = self.display if door is None else door
        command = self.around.command(WARD, line, word.slot, word.diagonal_inches)
        # The staff's program plays nothing.
        sounds = None if word.slot == STAFF_SLOT else self.sounds
        sound = sounds.open(word.slot, microphones=word.microphone) if sounds is not None else None
        on_end = self.doors.until(door, ended)
        try:
            confined = launch(
                self.around.sandbox(display, word.settings, word.slot, sound=sound.path if sound else None, capture=word.capture),
                command,
                pass_fds=[line],
                output=output,
                on_end=sound.until(on_end) if sound else on_end,
            )
        except (SandboxUnusable, OSError) as error:
            self.doors.close(door)
            if sound is not None:
                sound.close()
            cure = error.cure if isinstance(error, SandboxUnusable) else ""
            return Refused(word.number, str(getattr(error, "what", "a session cannot be started"))[:400], cure[:400])
        with self._lock:
            self._trees[tree] = confined
            self._forget_old()
            gone = self._gone
        if gone:
            confined.kill()
        return Started(word.number, tree, confined.init_pid, confined.pid_namespace, confined.mount_namespace, confined.unheld[:16])

    def _forget_old(self) -> None:
        old = [number for number, confined in self._trees.items() if confined.ended.is_set()]
        for number in old[: max(0, len(self._trees) - KEPT_MAX)]:
            del self._trees[number]

    def _say(self, word: FromLauncher, descriptor: int | None = None) -> None:
        """Say something; a supervisor that does not read is shut out, which the main thread then sees."""
        try:
            socket.send_fds(self.line, [encode(word)], [] if descriptor is None else [descriptor])
        except BlockingIOError:
            with contextlib.suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)
        except OSError:
            # It is gone; the end of its line is read by the main thread.
            return

    def _end_all(self) -> None:
        with self._lock:
            self._gone = True
        for thread in self._starting:
            thread.join()
        with self._lock:
            trees = list(self._trees.values())
        for confined in trees:
            confined.kill()
        if not all(confined.wait(DEATH_TIMEOUT_S) for confined in trees):
            raise StillThere("a session does not end")
        self.line.close()
        self.doors.clear()
