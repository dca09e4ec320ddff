"""A visit's processes as the session sees them: started enclosed, heard of when they end, and ended whole."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

from flexcare.visit.admission import Admission
from flexcare.visit.enclosure import Enclosed, start
from kiosk.web.memory import Appetite
from kiosk.web.wire import Wire
from kiosk.web.words import Large, ToVisit, encode

PATIENCE_MS = 2000
"""An enclosure that does not end by itself within this time is killed; its visit has ended before."""


class Tree(QObject):
    """One running visit. `hear` gets each packet, and b"" once where it ends by itself."""

    def __init__(
        self, command: Callable[[int], Sequence[str]], limit_mib: int, hear: Callable[[bytes], None], parent: QObject | None = None
    ) -> None:
        """Start it: `command` is given the number under which the program finds its end of the wire. Raises OSError."""
        super().__init__(parent)
        self._hear = hear
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                self._enclosed: Enclosed = start(command(theirs.fileno()), [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        self._wire = Wire(ours, self._on_packet, self)
        self._pidfd = os.pidfd_open(self._enclosed.process.pid)
        self._end = QSocketNotifier(self._pidfd, QSocketNotifier.Type.Read, self)
        self._end.activated.connect(self._on_end)
        self._appetite = Appetite(self.pid, limit_mib, self)
        self._appetite.tooLarge.connect(lambda: self.say(Large()))
        self._is_over = False

    @property
    def pid(self) -> int:
        """The process that holds the visit in."""
        return self._enclosed.process.pid

    def admit(self, admission: Admission) -> None:
        """Let it out to these places; once."""
        self._enclosed.admit(admission)

    def say(self, word: ToVisit) -> bool:
        """Tell the visit; False where it does not listen."""
        return not self._is_over and self._wire.say(encode(word))

    def kill(self) -> None:
        """End every process of the visit; nothing more is heard of it. Returns at once."""
        if self._is_over:
            return
        self._is_over = True
        self._wire.close()
        self._appetite.close()
        process = self._enclosed.process
        assert process.stdin is not None
        process.stdin.close()
        QTimer.singleShot(PATIENCE_MS, self, self._lose_patience)

    def finish(self) -> None:
        """The same, and wait until it is so."""
        self.kill()
        self._enclosed.end()
        self._reap()

    @Slot()
    def _lose_patience(self) -> None:
        self._enclosed.process.kill()

    @Slot()
    def _on_end(self) -> None:
        was_over = self._is_over
        self.kill()
        self._reap()
        if not was_over:
            self._hear(b"")

    def _reap(self) -> None:
        self._end.setEnabled(False)
        self._enclosed.process.wait()
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1
            self.deleteLater()

    def _on_packet(self, packet: bytes) -> None:
        if self._is_over:
            return
        if not packet:
            self.kill()
        self._hear(packet)
