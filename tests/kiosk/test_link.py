"""The socket by itself: full, hidden, gone, and talking nonsense."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from flexcare.session.messages import (
    MESSAGE_MAX_BYTES,
    EndRequested,
    FromSession,
    Heartbeat,
    Playing,
    Ready,
    Shown,
    StreamTrouble,
    encode,
    from_session,
)
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen, grab
from kiosk.link import LEFT_BY_SUPERVISOR, Link
from tests.helpers.bedside import PATIENCE_MS, channel, offer
from tests.helpers.supervisors_end import Supervisor
from theme.palettes import DAY

ROOT = Path(__file__).resolve().parents[2]
TELEVISION = channel(1, "http://127.0.0.1:9/nothing.ts")


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


@dataclass(frozen=True)
class Hidden:
    """A standby in a process of its own, painted on a workspace that is not the one on the screen."""

    supervisor: Supervisor
    process: subprocess.Popen[bytes]
    screen: Compositor

    def sway(self, command: str) -> None:
        subprocess.run(["swaymsg", "--quiet", "--socket", self.screen.ipc_socket, command], check=True)

    def hear(self) -> FromSession:
        return from_session(self.supervisor.socket.recv(MESSAGE_MAX_BYTES))


@pytest.fixture
def hidden(tmp_path: Path) -> Iterator[Hidden]:
    write_ward(tmp_path / "ward", offer(TELEVISION), {})
    supervisor = Supervisor()
    supervisor.socket.settimeout(60)
    number = supervisor.sessions_end.fileno()
    command = [sys.executable, "-P", "-m", "kiosk", "--ward", str(tmp_path / "ward"), "--link", str(number)]
    with Compositor(Screen()) as screen:
        environment = {**os.environ, **screen.client_environment(), "PYTHONPATH": str(ROOT)}
        for rule in ('for_window [app_id=".*"] move container to workspace session', "workspace cover"):
            subprocess.run(["swaymsg", "--quiet", "--socket", screen.ipc_socket, rule], check=True)
        process = subprocess.Popen(command, pass_fds=[number], cwd=tmp_path, env=environment)
        supervisor.sessions_end.close()
        yield Hidden(supervisor, process, screen)
        process.kill()
        process.wait(timeout=60)
    supervisor.socket.close()


def test_a_hidden_standby_is_ready_and_says_shown_only_when_it_is_seen(hidden: Hidden, tmp_path: Path) -> None:
    assert [hidden.hear(), hidden.hear()] == [Ready(), Heartbeat()]
    hidden.supervisor.show()
    assert [hidden.hear(), hidden.hear()] == [Heartbeat(), Heartbeat()]
    hidden.sway("workspace session")
    # Its heart goes on until it is seen.
    while (word := hidden.hear()) == Heartbeat():
        pass
    assert word == Shown()
    grab(hidden.screen.socket, tmp_path / "seen.png")
    picture = QImage(str(tmp_path / "seen.png"))
    assert QColor(picture.pixel(5, 5)).name().upper() == DAY.background.upper()


@pytest.mark.parametrize("nonsense", [b"{}", b"\xff" * 300, encode(Ready())])
def test_nonsense_ends_the_process(hidden: Hidden, nonsense: bytes) -> None:
    assert hidden.hear() == Ready()
    hidden.supervisor.socket.send(nonsense)
    assert hidden.process.wait(timeout=60) == LEFT_BY_SUPERVISOR


def test_the_end_of_the_supervisor_ends_the_process(hidden: Hidden) -> None:
    assert hidden.hear() == Ready()
    hidden.supervisor.socket.close()
    assert hidden.process.wait(timeout=60) == LEFT_BY_SUPERVISOR
