"""A visit's processes as the session sees them: started, heard of when they end, and killed whole."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from kiosk.web.memory import descendants
from kiosk.web.wire import Wire
from kiosk.web.words import ToVisit, encode


class Tree(QObject):
    """One running visit program. `hear` gets each packet, and b"" once at its end."""

    def __init__(self, command: Callable[[int], Sequence[str]], hear: Callable[[bytes], None], parent: QObject | None = None) -> None:
        """Start it: `command` is given the number under which the program finds its end of the wire. Raises OSError."""
        super().__init__(parent)
        self._hear = hear
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                words = command(theirs.fileno())
                self._process = subprocess.Popen(words, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, start_new_session=True)
            except OSError:
                ours.close()
                raise
        self._wire = Wire(ours, self._on_packet, self)
        self._pidfd = os.pidfd_open(self._process.pid)
        self._end = QSocketNotifier(self._pidfd, QSocketNotifier.Type.Read, self)
        self._end.activated.connect(self._on_end)
        self._is_over = False

    @property
    def pid(self) -> int:
        """The first process of the visit."""
        return self._process.pid

    def say(self, word: ToVisit) -> bool:
        """Tell the visit; False where it does not listen."""
        return not self._is_over and self._wire.say(encode(word))

    def kill(self) -> None:
        """End every process of the visit at once; nothing more is heard of it."""
        if self._is_over:
            return
        self._is_over = True
        self._end.setEnabled(False)
        self._wire.close()
        below = list(descendants(self._process.pid))
        for pid in (self._process.pid, *below):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._pidfd)

    @Slot()
    def _on_end(self) -> None:
        self._on_packet(b"")

    def _on_packet(self, packet: bytes) -> None:
        if not self._is_over:
            if not packet:
                self.kill()
            self._hear(packet)
