"""The program of a web visit with a witness in it, as `deploy.tour.witness` is for a session. It looks at the frame, never at a page."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from deploy.tour.snapshot import Target, window_targets
from kiosk.web.__main__ import options, parser
from kiosk.web.program import Program, run

LOOK_EVERY_MS = 60


class VisitReport(msgspec.Struct, frozen=True, tag="visit"):
    """What the witness tells: the names of the frame's states, and everything in it that can be touched.

    code: why a page did not come last, in the engine's numbers. steady: whether it was the same one look ago. in_reach: whether a
    pointer has reached it, so that a touch would. let_go: how often a finger was taken away from it.
    """

    service: str
    trouble: str
    code: int
    question: str
    words: str
    has_page: bool
    targets: tuple[Target, ...]
    steady: bool
    in_reach: bool
    let_go: int

    def target(self, name: str) -> Target | None:
        """The touchable thing with this name."""
        return next((target for target in self.targets if target.name == name), None)


class VisitWitness(QObject):
    """Looks at a visit soon after each of its frames and tells what changed."""

    def __init__(self, program: Program, channel: socket.socket) -> None:
        super().__init__()
        self._program = program
        self._channel = channel
        self._last: VisitReport | None = None
        self._in_reach = False
        self._let_go = 0
        program.window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        program.window.frameSwapped.connect(self._soon, Qt.ConnectionType.QueuedConnection)
        visit = program.visit
        for changed in (visit.troubleChanged, visit.questions.questionChanged, visit.serviceChanged, visit.hasPageChanged):
            changed.connect(self._soon)
        self._soon()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice a pointer, and when it lets go; no event ends here."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._let_go += 1
            self._soon()
        if not self._in_reach and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Enter, QEvent.Type.HoverMove):
            self._in_reach = True
            self._soon()
        return False

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        visit = self._program.visit
        seen = VisitReport(
            service=str(visit.property("name")),
            trouble=visit.current_trouble.name,
            code=visit.last_code,
            question=visit.questions.current_question.name,
            words=str(visit.questions.property("words")),
            has_page=visit.has_page,
            targets=tuple(window_targets(self._program.window)),
            steady=False,
            in_reach=self._in_reach,
            let_go=self._let_go,
        )
        same = self._last is not None and msgspec.structs.replace(self._last, steady=False) == seen
        report = msgspec.structs.replace(seen, steady=same)
        if report != self._last:
            self._last = report
            self._channel.sendall(msgspec.json.encode(report) + b"\n")
            self._soon()


def main() -> int:
    """Be a visit and witness it until it ends."""
    words = parser()
    words.add_argument("--witness", type=Path, required=True)
    arguments = words.parse_args()
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(str(arguments.witness))
    witnesses: list[VisitWitness] = []
    return run(options(arguments), lambda program: witnesses.append(VisitWitness(program, channel)))


if __name__ == "__main__":
    sys.exit(main())
