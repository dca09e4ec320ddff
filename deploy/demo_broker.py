"""A mosquitto of the demo's own, on loopback alone."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from flexcare.errors import FlexCareError

END_S = 10.0
_PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin"


class BrokerFailed(FlexCareError):
    """The broker did not start; its own words are in it."""


class Mosquitto:
    """A broker that can be ended and started again at the same port; `listener` and `more` are lines of mosquitto.conf(5).

    It begins when it is made. Raises BrokerFailed.
    """

    def __init__(self, folder: Path, *, listener: tuple[str, ...] = (), more: tuple[str, ...] = ("allow_anonymous true",)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        # Held, so that nobody else gets the port while the broker is down. It listens at it by SO_REUSEADDR.
        self._held = socket.socket()
        weakref.finalize(self, self._held.close)
        self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._held.bind(("127.0.0.1", 0))
        self.port = int(self._held.getsockname()[1])
        self._file = folder / "mosquitto.conf"
        lines = ("persistence false", "log_dest stderr", "connection_messages false", *more)
        self._file.write_text("\n".join((*lines, f"listener {self.port} 127.0.0.1", *listener, "")), encoding="utf-8")
        self._file.chmod(0o644)
        self.start()

    @property
    def address(self) -> str:
        return f"mqtt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and return when it answers."""
        command = [executable(), "-c", str(self._file)]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        said: list[str] = []
        for line in self._process.stderr:
            said.append(line.strip())
            if line.rstrip().endswith(" running"):
                self._drain = threading.Thread(target=_drain, args=(self._process.stderr,), daemon=True)
                self._drain.start()
                return
        self._process.stderr.close()
        self._process.wait()
        raise BrokerFailed("the demo's broker did not start: " + " | ".join(said[-5:]))

    def end(self, *, kill: bool = False) -> None:
        """End it; `kill` as a power cut would."""
        (self._process.kill if kill else self._process.terminate)()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._drain.join()


def executable() -> str:
    """Where mosquitto is; "" where it is not installed."""
    return shutil.which("mosquitto", path=_PLACES) or ""


@contextmanager
def demo_broker(folder: Path) -> Iterator[str]:
    """The address of a broker while the context lasts; "" where mosquitto is not installed, and tablets look by themselves."""
    if not executable():
        yield ""
        return
    broker = Mosquitto(folder)
    try:
        yield broker.address
    finally:
        broker.end()


def _drain(pipe: IO[str]) -> None:
    """Read to its end, so that nobody waits for the pipe."""
    with pipe:
        for _ in pipe:
            pass
