"""The staff's own program with a witness in it, as `deploy.tour.witness` is for a session. It never tells what is typed."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtQuick import QQuickItem

from deploy.tour.snapshot import Target, window_targets
from kiosk.staff.__main__ import options, parser
from kiosk.staff.program import Program, run

LOOK_EVERY_MS = 60


class StaffReport(msgspec.Struct, frozen=True, tag="staff"):
    """What the witness tells: whose page is open ("" for the pad), which sheet over it or what IT looks at, how the pad stands, what can be
    touched.

    steady: whether it was the same one look ago. in_reach: whether a pointer has reached it, so that a touch would. texts: what can be
    read.
    """

    role: str
    asking: str
    sheet: str
    view: str
    busy: bool
    verdict: str
    wrong: bool
    shut: bool
    wait: int
    targets: tuple[Target, ...]
    steady: bool
    in_reach: bool
    texts: tuple[str, ...] = ()

    def target(self, name: str) -> Target | None:
        """The touchable thing with this name."""
        return next((target for target in self.targets if target.name == name), None)


class StaffWitness(QObject):
    """Looks at the program soon after each of its frames and tells what changed."""

    def __init__(self, program: Program, channel: socket.socket) -> None:
        super().__init__()
        self._program = program
        self._channel = channel
        self._last: StaffReport | None = None
        self._in_reach = False
        program.window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        program.window.frameSwapped.connect(self._soon, Qt.ConnectionType.QueuedConnection)
        for changed in (program.staff.padChanged, program.staff.roleChanged, program.staff.askingChanged, program.staff.waitChanged):
            changed.connect(self._soon)
        for changed in (program.nurse.changed, program.nurse.sheetChanged, program.nurse.busyChanged):
            changed.connect(self._soon)
        for changed in (program.it.viewChanged, program.it.busyChanged):
            changed.connect(self._soon)
        self._soon()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice a pointer; no event ends here."""
        if not self._in_reach and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Enter, QEvent.Type.HoverMove):
            self._in_reach = True
            self._soon()
        return False

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        staff, nurse, it = self._program.staff, self._program.nurse, self._program.it
        seen = StaffReport(
            role=staff.current_role,
            asking=str(staff.property("asking")),
            sheet=nurse.current_sheet,
            view=str(it.property("view")),
            busy=staff.is_busy or bool(nurse.property("busy")) or bool(it.property("busy")),
            verdict=str(nurse.property("verdict")),
            wrong=bool(staff.property("wrong")),
            shut=bool(staff.property("shut")),
            wait=int(staff.property("wait")),
            targets=tuple(window_targets(self._program.window)),
            steady=False,
            in_reach=self._in_reach,
            texts=tuple(_texts(self._program.window.contentItem())),
        )
        same = self._last is not None and msgspec.structs.replace(self._last, steady=False) == seen
        report = msgspec.structs.replace(seen, steady=same)
        if report != self._last:
            self._last = report
            self._channel.sendall(msgspec.json.encode(report) + b"\n")
            self._soon()


def _texts(item: QQuickItem) -> Iterator[str]:
    if not item.isVisible():
        return
    if item.inherits("QQuickText") and item.property("text"):
        yield str(item.property("text"))
    for child in item.childItems():
        yield from _texts(child)


def main() -> int:
    """Be the staff program and witness it until it ends."""
    words = parser()
    words.add_argument("--witness", type=Path, required=True)
    arguments = words.parse_args()
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(str(arguments.witness))
    witnesses: list[StaffWitness] = []
    return run(options(arguments), lambda program: witnesses.append(StaffWitness(program, channel)))


if __name__ == "__main__":
    sys.exit(main())
