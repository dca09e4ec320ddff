"""The session's own program, with planters in it: `python -m tests.privacy.planted --ward DIR --socket FD`.

It runs what `python -m kiosk` runs.
It takes orders over a socket of its starter's, and tells what became of them, one JSON object a line.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import socket
import sys
import threading
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app import Kiosk, Options, build, prepare_qt
from tests.privacy.planters import Ground, Planting, planters

LOOK_EVERY_MS = 20


class Order(msgspec.Struct, frozen=True):
    """What the starter wants.

    stores: those to plant in, by name. crash: end by a segmentation fault, in a thread whose name is a mark.
    """

    seed: str = ""
    station: str = ""
    everywhere: bool = False
    stores: tuple[str, ...] = ()
    crash: bool = False


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of it. ready: orders are taken. wanted: something that the starter has to do now."""

    ready: bool = False
    wanted: str = ""
    outcomes: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    remains: dict[str, list[int]] = {}


class Gardener(QObject):
    """Takes orders and plants, in the session's event loop."""

    def __init__(self, kiosk: Kiosk, channel: socket.socket, link: int = -1) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._channel = channel
        self._link = link
        self._ground: Ground | None = None
        self._planting: Planting | None = None
        self._buffer = b""
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._notifier = QSocketNotifier(channel.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def say(self, answer: Answer) -> None:
        """Tell the starter."""
        self._channel.sendall(msgspec.json.encode(answer) + b"\n")

    def _read(self) -> None:
        received = self._channel.recv(65536)
        if not received:
            QGuiApplication.exit(0)
            return
        *lines, self._buffer = (self._buffer + received).split(b"\n")
        for line in lines:
            self._obey(msgspec.json.decode(line, type=Order))

    def _obey(self, order: Order) -> None:
        if order.crash:
            _crash()
        self._ground = Ground(
            order.seed,
            self._kiosk,
            memory=_memory_file(),
            link=self._link,
            station=order.station,
            everywhere=order.everywhere,
            tell=lambda wanted: self.say(Answer(wanted=wanted)),
        )
        self._planting = Planting(self._ground, {name: plant for name, plant in planters().items() if name in order.stores})
        self._timer.start()

    def _go_on(self) -> None:
        assert self._planting is not None
        assert self._ground is not None
        if self._planting.go_on():
            self._timer.stop()
            self.say(Answer(outcomes=self._planting.outcomes, places=self._ground.places, remains=self._ground.remains))


def _memory_file() -> int:
    """The session's memory among our descriptors, or -1."""
    for entry in os.scandir("/proc/self/fd"):
        try:
            if Path(entry.path).readlink().name.startswith("memfd:flexcare-session"):
                return int(entry.name)
        except OSError:
            continue
    return -1


def _crash() -> None:
    """Read where there is nothing, in a thread whose name is a mark: the kernel names the thread in its log."""
    named = [entry.name for entry in os.scandir("/proc/self/task") if (Path(entry.path) / "comm").read_text().strip().isdigit()]
    name = Path(f"/proc/self/task/{named[0]}/comm").read_text() if named else "planted"

    def fault() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text(name)
        ctypes.string_at(0)

    threading.Thread(target=fault).start()


def main() -> int:
    """Show the session and plant until the starter goes away."""
    parser = argparse.ArgumentParser(prog="planted")
    parser.add_argument("--ward", type=Path, required=True)
    parser.add_argument("--diagonal", type=float, default=None)
    parser.add_argument("--socket", type=int, required=True)
    arguments = parser.parse_args()
    prepare_qt()
    application = QGuiApplication(["flexcare"])
    kiosk = build(application, arguments.ward, Options(arguments.diagonal))
    kiosk.window.frameSwapped.connect(kiosk.player.prepare)
    with socket.socket(fileno=arguments.socket) as channel:
        gardener = Gardener(kiosk, channel)
        gardener.say(Answer(ready=True))
        code = application.exec()
        del gardener
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
