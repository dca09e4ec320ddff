"""The staff's program inside the test's own process, with the test as its supervisor."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deploy.tour.snapshot import Target, window_targets
from flexcare.clock import Clock
from flexcare.session.offer import Offer
from flexcare.session.ward_writer import write_ward
from flexcare.staff.messages import MESSAGE_MAX_BYTES, FromStaff, ToStaff, encode, from_staff
from kiosk.staff.program import Options, Program, build
from tests.helpers.bedside import DIAGONAL_INCHES, PATIENCE_MS


class AtPad:
    """A running staff program: `say` is the supervisor's word, `heard` what it was told, `touch` a finger."""

    def __init__(self, program: Program, ours: socket.socket, qtbot: QtBot) -> None:
        self.program = program
        self._ours = ours
        self._qtbot = qtbot
        self._finger = QTest.createTouchDevice()
        self._heard: list[FromStaff] = []

    def say(self, word: ToStaff) -> None:
        """Say something as its supervisor."""
        self._ours.send(encode(word))

    def heard(self) -> list[FromStaff]:
        """All that it said since the last call."""
        while True:
            try:
                self._heard.append(from_staff(self._ours.recv(MESSAGE_MAX_BYTES)))
            except BlockingIOError:
                break
        heard, self._heard = self._heard, []
        return heard

    def until(self, kind: type[FromStaff]) -> FromStaff:
        """The next word of a kind; what came before it is forgotten."""
        found: list[FromStaff] = []

        def came() -> bool:
            heard = self.heard()
            found.extend(word for word in heard if isinstance(word, kind))
            return bool(found)

        self._qtbot.waitUntil(came, timeout=PATIENCE_MS)
        return found[0]

    def targets(self) -> list[Target]:
        """Everything that can be touched now."""
        return list(window_targets(self.program.window))

    def see(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def find(self, name: str) -> Target:
        """The touchable thing with this name, once it is there."""
        self.see(lambda: any(target.name == name for target in self.targets()))
        return next(target for target in self.targets() if target.name == name)

    def touch(self, *names: str) -> None:
        """Touch what has these names, one after the other."""
        window = self.program.window
        for name in names:
            place = QPointF(*self.find(name).centre).toPoint()
            QTest.touchEvent(window, self._finger).press(0, place, window).commit()
            QTest.touchEvent(window, self._finger).release(0, place, window).commit()

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        self.see(self.program.window.isActive)
        QTest.keyClick(self.program.window, key)


NewPad = Callable[..., AtPad]


@pytest.fixture
def new_pad(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[NewPad]:
    """Makes staff programs on offers; each is closed at the end of the test."""
    made: list[tuple[Program, socket.socket]] = []

    def make(offer: Offer, clock: Clock | None = None) -> AtPad:
        ward = tmp_path / f"ward-{len(made)}"
        write_ward(ward, offer, {})
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        program = build(qapp, Options(ward, theirs.detach(), DIAGONAL_INCHES), clock)
        made.append((program, ours))
        qtbot.waitUntil(program.window.isExposed, timeout=PATIENCE_MS)
        return AtPad(program, ours, qtbot)

    yield make
    for program, ours in made:
        with qtbot.waitSignal(program.engine.destroyed, timeout=PATIENCE_MS):
            program.close()
        ours.close()
