"""Tell systemd how the supervisor is (sd_notify(3)), by hand: one datagram a word, and silence where nobody listens."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping


class Notifier:
    """Talks to `NOTIFY_SOCKET` of an environment: a path, or an abstract name that begins with `@`.

    Does nothing where the variable is not set or names nothing usable, and never waits: a service manager that does not read must not
    hold up the supervisor, and a lost word is said again with the next watchdog.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        name = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + name[1:] if name.startswith("@") else name if name.startswith("/") else ""
        self.watchdog_interval_s = _watchdog_interval_s(environment)
        """How often to call `watchdog`: half of what systemd allows; None where it does not watch this process."""

    def ready(self) -> None:
        self._say("READY=1")

    def watchdog(self) -> None:
        self._say("WATCHDOG=1")

    def status(self, text: str) -> None:
        """One line for `systemctl status`. It is kept in a journal: fixed words and counts only, nothing of a session."""
        self._say(f"STATUS={' '.join(text.split())}")

    def stopping(self) -> None:
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as speaker:
            try:
                speaker.sendto(words.encode(), self._address)
            except (OSError, ValueError):
                # ValueError: a path with a zero byte. Nobody to talk to is no fault of the patient's television.
                return


def _watchdog_interval_s(environment: Mapping[str, str]) -> float | None:
    """Half of WATCHDOG_USEC in seconds, where it is meant for this process (sd_watchdog_enabled(3))."""
    limit_us, process = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    if not (limit_us.isascii() and limit_us.isdigit()) or int(limit_us) == 0:
        return None
    return None if process and process != str(os.getpid()) else int(limit_us) / 2_000_000
