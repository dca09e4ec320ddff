"""The session's own program, with planters in it: what `garden.py` has the supervisor start in each session.

It runs what `python -m kiosk` runs, carries the tour's witness, and takes orders over a second socket, one JSON object a line.
"""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import sys
import threading
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QLoggingCategory, QObject, QSocketNotifier, QTimer, qWarning

from deploy.tour.witness import Witness
from kiosk.__main__ import options, parser
from kiosk.app import Kiosk, run
from tests.privacy.inventory import Inventory, take
from tests.privacy.planters import Ground, Planting, planters

LOOK_EVERY_MS = 20
LOUD = {"WAYLAND_DEBUG": "client", "LIBGL_DEBUG": "verbose", "MESA_DEBUG": "1", "EGL_LOG_LEVEL": "debug", "VLC_VERBOSE": "3"}
"""What makes the libraries of a session say all that they can."""


class Order(msgspec.Struct, frozen=True):
    """What the starter wants of the session that is on the screen; the others do nothing.

    stores: those to plant in, by name. crash: end by a segmentation fault, in a thread whose name is a mark. look: say what there is.
    """

    seed: str = ""
    station: str = ""
    everywhere: bool = False
    stores: tuple[str, ...] = ()
    crash: bool = False
    look: bool = False


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of it. wanted: something that the starter has to do now; keys: where the digits are on the screen."""

    wanted: str = ""
    keys: dict[str, tuple[float, float]] = {}
    outcomes: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    remains: dict[str, list[int]] = {}
    inventory: Inventory | None = None


class Gardener(QObject):
    """Takes orders and plants, in the session's event loop."""

    def __init__(self, kiosk: Kiosk, channel: socket.socket, link: int) -> None:
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

    def _say(self, answer: Answer) -> None:
        self._channel.sendall(msgspec.json.encode(answer) + b"\n")

    def _read(self) -> None:
        received = self._channel.recv(65536)
        if not received:
            self._notifier.setEnabled(False)
        *lines, self._buffer = (self._buffer + received).split(b"\n")
        for line in lines:
            if self._kiosk.life.is_live:
                self._obey(msgspec.json.decode(line, type=Order))

    def _obey(self, order: Order) -> None:
        if order.look:
            self._say(Answer(inventory=take()))
        elif order.crash:
            _crash()
        else:
            self._begin(order)

    def _begin(self, order: Order) -> None:
        self._ground = Ground(
            order.seed,
            self._kiosk,
            memory=_memory_file(),
            link=self._link,
            station=order.station,
            everywhere=order.everywhere,
            tell=lambda wanted, keys=None: self._say(Answer(wanted=wanted, keys=keys or {})),
        )
        self._planting = Planting(self._ground, {name: plant for name, plant in planters().items() if name in order.stores})
        self._timer.start()

    def _go_on(self) -> None:
        assert self._planting is not None
        assert self._ground is not None
        if self._planting.go_on():
            self._timer.stop()
            self._say(Answer(outcomes=self._planting.outcomes, places=self._ground.places, remains=self._ground.remains))


def _memory_file() -> int:
    """The session's memory among our descriptors, or -1."""
    for entry in Path("/proc/self/fd").iterdir():
        try:
            if entry.readlink().name.startswith("memfd:flexcare-session"):
                return int(entry.name)
        except OSError:
            continue
    return -1


def _crash() -> None:
    """Read where there is nothing, in a thread whose name is a mark where one is planted: the kernel's log names the thread."""
    names = [(entry / "comm").read_text().strip() for entry in Path("/proc/self/task").iterdir()]
    name = next(filter(str.isdigit, names), "planted")

    def fault() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text(name)
        ctypes.string_at(0)

    threading.Thread(target=fault).start()


def _name_what_plays(kiosk: Kiosk) -> None:
    """Say the name and the address of every channel that is chosen, in as many ways as a mistake could have."""

    def say() -> None:
        channel = kiosk.television.channel
        if channel is not None:
            print("playing", channel.name, channel.stream.address, flush=True)
            qWarning(f"playing {channel.name} {channel.stream.address}")
            logging.getLogger("kiosk").error("%s cannot be played: %s", channel.name, channel.stream.address)

    kiosk.television.channelChanged.connect(say)


def _connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(str(path))
    return connection


def main() -> int:
    """Show the session and plant what is ordered until it ends."""
    words = parser()
    words.add_argument("--witness", type=Path, required=True)
    words.add_argument("--orders", type=Path, required=True)
    words.add_argument("--loud", action="store_true")
    arguments = words.parse_args()
    if arguments.loud:
        os.environ.update(LOUD)
        QLoggingCategory.setFilterRules("*=true")
    keep: list[QObject] = []

    def join(kiosk: Kiosk) -> None:
        keep.append(Witness(kiosk, _connected(arguments.witness), arguments.slot or 0))
        if arguments.loud:
            _name_what_plays(kiosk)
        keep.append(Gardener(kiosk, _connected(arguments.orders), arguments.link if arguments.link is not None else -1))

    told = replace(options(arguments), visit=("-m", "deploy.tour.visit_witness", "--witness", str(arguments.witness)))
    return run(arguments.ward, told, join)


if __name__ == "__main__":
    sys.exit(main())
