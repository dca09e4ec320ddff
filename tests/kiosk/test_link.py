"""A session on a real socket: standby, shown, touched, ended."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from pytestqt.qtbot import QtBot

from flexcare.session.memory import new_memory
from flexcare.session.messages import (
    MESSAGE_MAX_BYTES,
    AskStillThere,
    EndRequested,
    FromSession,
    Heartbeat,
    Playing,
    Ready,
    Show,
    Shown,
    StopAsking,
    StreamTrouble,
    Stuck,
    ToSession,
    Touched,
    encode,
    from_session,
)
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen
from kiosk.life import TROUBLE_EVERY_MS
from kiosk.link import LEFT_BY_SUPERVISOR, Link
from kiosk.player.player import Player
from tests.helpers.bedside import PATIENCE_MS, Bedside, channel, offer
from tests.helpers.clock import FakeClock

ROOT = Path(__file__).resolve().parents[2]
MIDDLE = QPoint(640, 400)
TELEVISION = channel(1, "http://127.0.0.1:9/nothing.ts")
NewBedside = Callable[..., Bedside]


class Supervisor:
    """The other end of a session's socket; heartbeats are counted, everything else is kept in order."""

    def __init__(self, qtbot: QtBot | None = None) -> None:
        self.socket, self.sessions_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.socket.setblocking(False)
        self.heard: list[FromSession] = []
        self.heartbeats = 0
        self._qtbot = qtbot

    def say(self, message: ToSession, memory: int | None = None) -> None:
        socket.send_fds(self.socket, [encode(message)], [memory] if memory is not None else [])

    def listen(self) -> list[FromSession]:
        """All that was said so far."""
        while True:
            try:
                message = from_session(self.socket.recv(MESSAGE_MAX_BYTES + 1))
            except BlockingIOError:
                return self.heard
            if isinstance(message, Heartbeat):
                self.heartbeats += 1
            else:
                self.heard.append(message)

    def expect(self, *messages: FromSession) -> None:
        """Wait until exactly these were said since the last time, in this order."""
        assert self._qtbot is not None
        self._qtbot.waitUntil(lambda: self.listen() == list(messages), timeout=PATIENCE_MS)
        self.heard.clear()

    def show(self, *, resumed: bool = False, cleared_at: int | None = None) -> None:
        memory = new_memory()
        self.say(Show(resumed=resumed, cleared_at=cleared_at), memory)
        os.close(memory)


@pytest.fixture
def supervisor(qtbot: QtBot) -> Iterator[Supervisor]:
    supervisor = Supervisor(qtbot)
    yield supervisor
    supervisor.socket.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def standby(supervisor: Supervisor, new_bedside: NewBedside, clock: FakeClock) -> Bedside:
    """A session that has said Ready and waits; it ends before its supervisor does, or the test would end with it."""
    bedside = new_bedside(offer(TELEVISION), clock=clock, link=supervisor.sessions_end.detach())
    supervisor.expect(Ready())
    return bedside


@pytest.fixture
def shown(standby: Bedside, supervisor: Supervisor) -> Bedside:
    """A session that is on the screen."""
    supervisor.show()
    supervisor.expect(Shown())
    return standby


def state_of(session: Bedside) -> str:
    return session.kiosk.player.current_state.name


def test_a_standby_is_ready_and_its_heart_beats(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: (supervisor.listen(), supervisor.heartbeats >= 2)[1], timeout=PATIENCE_MS)
    assert supervisor.heard == []
    assert not standby.kiosk.life.is_live


def test_a_standby_tells_of_no_touch_and_no_clearing(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    standby.press(Qt.Key.Key_Shift)
    beats = supervisor.heartbeats
    qtbot.waitUntil(lambda: (supervisor.listen(), supervisor.heartbeats > beats)[1], timeout=PATIENCE_MS)
    assert supervisor.heard == []
    assert standby.kiosk.cleared.property("day") == 0


def test_it_says_shown_after_each_show(shown: Bedside, supervisor: Supervisor) -> None:
    assert shown.kiosk.life.is_live
    supervisor.show()
    supervisor.expect(Shown())


def test_touches_and_keys_are_told_at_most_once_a_second(shown: Bedside, supervisor: Supervisor, clock: FakeClock) -> None:
    for _ in range(3):
        shown.press(Qt.Key.Key_Shift)
    supervisor.expect(Touched())
    clock.advance(0.9)
    shown.press(Qt.Key.Key_Shift)
    clock.advance(0.2)
    shown.touch_at(MIDDLE)
    supervisor.expect(Touched())
    clock.advance(1)
    shown.click("Comfort")
    supervisor.expect(Touched())


def test_playing_is_told_when_it_changes(shown: Bedside, supervisor: Supervisor) -> None:
    shown.kiosk.shell.start()
    shown.kiosk.shell.open("tv")
    supervisor.expect(Playing(True))
    shown.kiosk.television.zap(1)
    shown.kiosk.shell.goHome()
    supervisor.expect(Playing(False))


def test_trouble_is_counted_in_one_message(shown: Bedside, supervisor: Supervisor, clock: FakeClock, qtbot: QtBot) -> None:
    player = shown.kiosk.player
    player._clock = clock
    (ripe,) = (timer for timer in shown.kiosk.life.findChildren(QTimer) if timer.interval() == TROUBLE_EVERY_MS)
    states: list[Player.State] = []
    player.stateChanged.connect(lambda: states.append(player.current_state))
    shown.kiosk.shell.start()
    shown.kiosk.shell.open("tv")

    def lost(times: int) -> bool:
        clock.advance(0.05)
        return states.count(Player.State.Lost) == times

    qtbot.waitUntil(lambda: lost(1), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: lost(2), timeout=PATIENCE_MS)
    assert supervisor.listen() == [Playing(True)]
    ripe.setInterval(0)
    supervisor.expect(Playing(True), StreamTrouble(2))


def test_a_stuck_player_is_told(shown: Bedside, supervisor: Supervisor) -> None:
    player = shown.kiosk.player
    player._stuck = True
    player.stuckChanged.emit()
    supervisor.expect(Stuck())
    player._stuck = False


def test_the_end_is_requested_once_and_then_nothing_is_obeyed(shown: Bedside, supervisor: Supervisor, clock: FakeClock) -> None:
    shown.touch("Start")
    shown.see(lambda screen: screen.page == "Home")
    shown.kiosk.shell.open("tv")
    shown.kiosk.shell.askToFinish()
    supervisor.expect(Touched(), Playing(True))
    clock.advance(5)
    place = shown.place("Clear now")
    shown.touch_at(place)
    supervisor.expect(Touched(), Playing(False), EndRequested())
    clock.advance(5)
    shown.touch_at(place)
    shown.press(Qt.Key.Key_Return)
    shown.kiosk.ending.clear()
    shown.settle()
    assert supervisor.listen() == []
    assert state_of(shown) == "Idle"
    assert shown.kiosk.player.property("muted")
    assert shown.see(lambda screen: screen.sheet == "Over").targets == ()


def test_the_question_comes_and_goes_with_the_supervisor(shown: Bedside, supervisor: Supervisor) -> None:
    supervisor.say(AskStillThere(120))
    shown.see(lambda screen: screen.sheet == "StillThere")
    supervisor.say(StopAsking())
    shown.see(lambda screen: screen.sheet == "Nothing")
    assert supervisor.listen() == []


def test_a_touch_answers_the_question_even_right_after_another_touch(shown: Bedside, supervisor: Supervisor) -> None:
    shown.press(Qt.Key.Key_Shift)
    supervisor.expect(Touched())
    supervisor.say(AskStillThere(120))
    shown.see(lambda screen: screen.sheet == "StillThere")
    shown.touch_at(MIDDLE)
    supervisor.expect(Touched())
    assert shown.see(lambda screen: screen.sheet == "Nothing").page == "Welcome"


def test_staff_can_be_asked_for(shown: Bedside, supervisor: Supervisor) -> None:
    shown.kiosk.life.request_staff()
    assert [type(message).__name__ for message in supervisor.listen()] == ["StaffRequested"]


def test_a_full_socket_holds_nothing_up_and_loses_no_message(qtbot: QtBot) -> None:
    supervisor = Supervisor(qtbot)
    supervisor.sessions_end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    link = Link(supervisor.sessions_end.detach(), lambda _message, _memory: None)
    rounds = 200
    for _ in range(rounds):
        link.say(StreamTrouble(1))
    link.say(Playing(True))
    link.say(Playing(False))
    link.say(EndRequested())
    assert select.select([], [link._socket], [], 0)[1] == []
    qtbot.waitUntil(lambda: EndRequested() in supervisor.listen(), timeout=PATIENCE_MS)
    told = [message.count for message in supervisor.heard if isinstance(message, StreamTrouble)]
    assert sum(told) == rounds
    assert len(told) < rounds
    assert supervisor.heard[-2:] == [Playing(False), EndRequested()]
    link.close()
    supervisor.socket.close()


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[Supervisor, subprocess.Popen[bytes]]]:
    """A standby in a process and on a screen of its own that has said Ready."""
    write_ward(tmp_path / "ward", offer(TELEVISION), {})
    supervisor = Supervisor()
    supervisor.socket.settimeout(20)
    number = supervisor.sessions_end.fileno()
    command = [sys.executable, "-P", "-m", "kiosk", "--ward", str(tmp_path / "ward"), "--link", str(number)]
    with Compositor(Screen()) as screen:
        environment = {**os.environ, **screen.client_environment(), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, pass_fds=[number], cwd=tmp_path, env=environment)
        supervisor.sessions_end.close()
        assert from_session(supervisor.socket.recv(MESSAGE_MAX_BYTES)) == Ready()
        yield supervisor, process
        process.kill()
        process.wait(timeout=20)
    supervisor.socket.close()


@pytest.mark.parametrize("nonsense", [b"{}", b"\xff" * 300, encode(Ready())])
def test_nonsense_ends_the_process(process: tuple[Supervisor, subprocess.Popen[bytes]], nonsense: bytes) -> None:
    supervisor, session = process
    supervisor.socket.send(nonsense)
    assert session.wait(timeout=20) == LEFT_BY_SUPERVISOR


def test_the_end_of_the_supervisor_ends_the_process(process: tuple[Supervisor, subprocess.Popen[bytes]]) -> None:
    supervisor, session = process
    supervisor.socket.close()
    assert session.wait(timeout=20) == LEFT_BY_SUPERVISOR
