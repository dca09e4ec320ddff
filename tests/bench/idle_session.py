"""A session for `deploy/bench idle`: nobody looks on, so that nothing is measured but the session; it turns the television on when told."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt

from kiosk.__main__ import options, parser
from kiosk.app import Kiosk, run

SHOWN, PLAYS, WATCH = b"shown\n", b"plays\n", b"watch\n"


class Remote:
    """Says over a socket when the session is shown and when a picture has come, and obeys one word."""

    def __init__(self, kiosk: Kiosk, channel: socket.socket) -> None:
        self._kiosk = kiosk
        self._channel = channel
        self._notifier = QSocketNotifier(channel.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)
        kiosk.player.hasPictureChanged.connect(self._tell_picture)
        kiosk.window.frameSwapped.connect(self._tell_shown, Qt.ConnectionType.QueuedConnection)

    def _tell_shown(self) -> None:
        if self._kiosk.life.is_live:
            self._kiosk.window.frameSwapped.disconnect(self._tell_shown)
            self._channel.sendall(SHOWN)

    def _tell_picture(self) -> None:
        if self._kiosk.player.has_a_picture:
            self._channel.sendall(PLAYS)

    def _hear(self) -> None:
        if self._channel.recv(64) == WATCH:
            self._kiosk.shell.start()
            self._kiosk.shell.watch(1)
        else:
            self._notifier.setEnabled(False)


def main() -> int:
    """Show the session until it ends."""
    words = parser()
    words.add_argument("--witness", type=Path, required=True)
    arguments = words.parse_args()
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(str(arguments.witness))
    remotes: list[Remote] = []
    return run(arguments.ward, options(arguments), lambda kiosk: remotes.append(Remote(kiosk, channel)))


if __name__ == "__main__":
    sys.exit(main())
