"""A launcher in a test's own process, and what sessions it starts: a few lines of Python in the real sandbox."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.launcher.doors import Doors
from flexcare.launcher.remote import Launcher, RemoteTree
from flexcare.launcher.service import Service
from flexcare.session.capture import NOTHING, Capture
from flexcare.session.settings import SessionSettings
from flexcare.session.surroundings import Program, Surroundings
from flexcare.supervisor.playback.doors import SoundDoors

PATIENCE_S = 30.0
SMALL = SessionSettings(memory_mib=512, tasks_max=128, writable_mib=64)


@dataclass
class Session:
    """A session that was started through it. `codes` gets its exit code."""

    tree: RemoteTree
    line: socket.socket
    said: int
    codes: list[int] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def hear(self) -> bytes:
        """The next words on its line; nothing at its end."""
        ready, _, _ = select.select([self.line], [], [], PATIENCE_S)
        assert ready, "nothing is said"
        return self.line.recv(4096)


class Launching:
    """A launcher that serves until the context's end. What runs in its sessions is `source`, which finds its line as `line`."""

    def __init__(self, source: str) -> None:
        self._stack = contextlib.ExitStack()
        # Short, because the paths of Unix sockets end at 107 bytes.
        self.folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-launch-")))
        start = "import socket, sys, os, time\nline = socket.socket(fileno=int(sys.argv[sys.argv.index('--link') + 1]))\n"
        program = Program((sys.executable, "-P", "-c", start + source))
        for name in ("ward", "nothing"):
            (self.folder / name).mkdir()
        self.around = Surroundings(self.folder / "ward", self.folder / "nothing", program)
        self.doors = Doors(self.folder / "doors")
        self.sounds: SoundDoors | None = None
        self.served = 0
        self._listener = self._stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET))
        self._listener.bind(os.fspath(self.folder / "socket"))
        self._listener.listen()
        self._serving = threading.Thread(target=self._serve, name="test-launcher")
        self.launcher = Launcher(self.folder / "socket")

    def __enter__(self) -> Launching:
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.launcher.close()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._serving.join(PATIENCE_S)
        assert not self._serving.is_alive()
        self._stack.close()

    def start(self, slot: int = 1, *, own_door: bool = False, capture: Capture = NOTHING) -> Session:
        """Have a session started."""
        mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._stack.callback(mine.close)
        said, say = os.pipe()
        self._stack.callback(os.close, said)
        codes: list[int] = []
        ended = threading.Event()

        def on_end(code: int) -> None:
            codes.append(code)
            ended.set()

        try:
            tree = self.launcher.start(slot, SMALL, capture, 10.1, own_door=own_door, line=theirs.fileno(), output=say, on_end=on_end)
        finally:
            theirs.close()
            os.close(say)
        return Session(tree, mine, said, codes, ended)

    def connected(self) -> socket.socket:
        """A line of the test's own to it."""
        speaker = self._stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET))
        speaker.settimeout(PATIENCE_S)
        speaker.connect(os.fspath(self.folder / "socket"))
        return speaker

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            Service(line, self.around, self.doors, Path("/dev/null"), sounds=self.sounds).serve(gone=True)
            self.served += 1


@contextlib.contextmanager
def launching(source: str) -> Iterator[Launching]:
    """A launcher whose sessions run these lines."""
    with Launching(source) as made:
        yield made
