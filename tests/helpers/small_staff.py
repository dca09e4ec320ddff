"""A staff program of a few lines: it shows no window and says what a test tells it, line by line (`tests.helpers.small_bed.Led`)."""

from __future__ import annotations

import argparse
import os
import select
import socket
import sys

from flexcare.staff.messages import MESSAGE_MAX_BYTES, Ready, encode

SLOT = 9
"""By which a test knows it among the sessions."""


class SmallStaff:
    """The line to the supervisor, and the line to the test."""

    def __init__(self, link: socket.socket, script: socket.socket) -> None:
        self._link = link
        self._script = script
        self._orders = b""

    def live(self) -> int:
        """Obey until one of the two others is gone."""
        while True:
            readable, _, _ = select.select([self._link, self._script], [], [])
            if self._link in readable:
                packet = self._link.recv(MESSAGE_MAX_BYTES + 1)
                if not packet:
                    return 70
                self._script.sendall(b"heard " + packet + b"\n")
            if self._script in readable:
                received = self._script.recv(65536)
                if not received:
                    return 0
                *orders, self._orders = (self._orders + received).split(b"\n")
                for order in orders:
                    self._obey(*order.decode().split(" ", 1))
                    self._script.sendall(b"done\n")

    def _obey(self, verb: str, what: str = "") -> None:
        match verb:
            case "ready":
                self._link.send(encode(Ready()))
            case "say":
                self._link.send(what.encode())
            case "flood":
                for _ in range(int(what)):
                    self._link.send(encode(Ready()))
            case "die":
                os._exit(int(what))


def main() -> int:
    """Read the command line and live."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--script", required=True)
    parser.add_argument("--link", type=int, required=True)
    known, _ = parser.parse_known_args()
    with socket.socket(fileno=known.link) as link, socket.socket(socket.AF_UNIX) as script:
        script.connect(known.script)
        script.sendall(f"slot {SLOT}\n".encode())
        return SmallStaff(link, script).live()


if __name__ == "__main__":
    sys.exit(main())
