"""A session of a few lines: it says what sessions say, shows no window, and otherwise does what a test tells it.

`python -m tests.helpers.small_session --script SOCKET --link FD ...` connects to the test, tells its slot, and obeys it line by line.
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import socket
import sys

from flexcare.session.messages import MESSAGE_MAX_BYTES, Heartbeat, Ready, Show, Shown, encode, to_session

HEARTBEAT_S = 0.5


class SmallSession:
    """The line to the supervisor, and the line to the test."""

    def __init__(self, link: socket.socket, script: socket.socket) -> None:
        self._link = link
        self._script = script
        self._orders = b""
        self._beats = False
        self._deaf = False

    def live(self) -> int:
        """Obey, answer `Show` and beat until told to end, or until one of the two others is gone; the exit code."""
        while True:
            lines = [line for line in (self._link, self._script) if line.fileno() >= 0]
            readable, _, _ = select.select(lines, [], [], HEARTBEAT_S)
            if self._beats and not readable:
                self._link.send(encode(Heartbeat()))
            if self._link in readable and not self._hear():
                return 70
            if self._script in readable and not self._obey_all():
                return 0

    def _hear(self) -> bool:
        packet, descriptors, _, _ = socket.recv_fds(self._link, MESSAGE_MAX_BYTES + 1, 1)
        for descriptor in descriptors:
            os.close(descriptor)
        if not packet:
            return False
        self._script.sendall(b"heard " + packet + b"\n")
        if isinstance(to_session(packet), Show) and not self._deaf:
            self._link.send(encode(Shown()))
        return True

    def _obey_all(self) -> bool:
        received = self._script.recv(4096)
        *orders, self._orders = (self._orders + received).split(b"\n")
        for order in orders:
            self._obey(*order.decode().split(" ", 1))
            self._script.sendall(b"done\n")
        return bool(received)

    def _obey(self, verb: str, what: str = "") -> None:
        match verb:
            case "ready":
                self._beats = True
                self._link.send(encode(Ready()))
            case "say":
                self._link.send(what.encode())
            case "say-and-die":
                self._link.send(what.encode())
                os.kill(os.getpid(), signal.SIGKILL)
            case "deaf":
                self._deaf = True
            case "mute":
                self._beats = False
            case "hang-up":
                self._beats = False
                self._link.close()
            case "die":
                os._exit(int(what))


def main() -> int:
    """Read the command line and live."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--script", required=True)
    parser.add_argument("--link", type=int, required=True)
    parser.add_argument("--slot", required=True)
    known, _ = parser.parse_known_args()
    with socket.socket(fileno=known.link) as link, socket.socket(socket.AF_UNIX) as script:
        script.connect(known.script)
        script.sendall(f"slot {known.slot}\n".encode())
        return SmallSession(link, script).live()


if __name__ == "__main__":
    sys.exit(main())
