"""Tells systemd that the compositor is ready and lives: `python -P -m flexcare.supervisor.pulse`, started by sway itself.

sway says neither. This asks it again and again for nothing, over its own socket (sway-ipc(7)), and says what came of it; where sway does
not answer, nothing is said, and systemd starts it again. Ends with sway.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from flexcare.supervisor.notify import Notifier
from flexcare.supervisor.sway import HEADER, MAGIC

GET_VERSION = 7
ANSWER_TIMEOUT_S = 5.0
USUAL_INTERVAL_S = 5.0


def ask(speaker: socket.socket) -> None:
    """Ask sway for its version, and wait for the answer. Raises OSError where none comes."""
    speaker.sendall(HEADER.pack(MAGIC, 0, GET_VERSION))
    _, length, _ = HEADER.unpack(_exactly(speaker, HEADER.size))
    _exactly(speaker, length)


def _exactly(speaker: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = speaker.recv(count - len(data))
        if not piece:
            raise ConnectionError("sway went away")
        data += piece
    return data


def beat(place: Path, notify: Notifier) -> None:
    """Ask and tell until sway goes or does not answer. Raises OSError."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as speaker:
        speaker.settimeout(ANSWER_TIMEOUT_S)
        speaker.connect(os.fspath(place))
        ask(speaker)
        notify.ready()
        while True:
            notify.watchdog()
            # sway says nothing by itself: what can be read is its end.
            gone, _, _ = select.select([speaker], [], [], notify.watchdog_interval_s or USUAL_INTERVAL_S)
            if gone:
                return
            ask(speaker)


def environment(outer: Mapping[str, str]) -> dict[str, str]:
    """The compositor's environment, as far as it says how to reach systemd, whose watchdog is meant for sway and told by this program."""
    return {name: value for name, value in outer.items() if name in {"NOTIFY_SOCKET", "WATCHDOG_USEC"}}


def main() -> int:
    """Beat; returns the exit code."""
    try:
        beat(Path(os.environ["SWAYSOCK"]), Notifier(environment(os.environ)))
    except OSError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
