"""The compositor's pulse, with a real sway: told as long as it answers, and not one beat longer."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flexcare.supervisor import pulse
from flexcare.supervisor.compositor import Compositor, Screen
from flexcare.supervisor.notify import Notifier

PATIENCE_S = 30.0


class Manager:
    """A service manager that listens."""

    def __init__(self, place: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(os.fspath(place))
        self._socket.settimeout(PATIENCE_S)
        self.environment = {"NOTIFY_SOCKET": str(place), "WATCHDOG_USEC": "200000", "WATCHDOG_PID": "1", "HOME": "/root"}

    def hear(self) -> str:
        return self._socket.recv(100).decode()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    made = Manager(tmp_path / "notify")
    yield made
    made.close()


def test_it_beats_while_sway_lives_and_ends_with_it(manager: Manager) -> None:
    with Compositor(Screen()) as sway:
        # The watchdog is meant for sway, whose number it has; this program speaks for it.
        notifier = Notifier(pulse.environment(manager.environment))
        assert notifier.watchdog_interval_s == 0.1
        beating = threading.Thread(target=pulse.beat, args=(Path(sway.ipc_socket), notifier))
        beating.start()
        assert [manager.hear() for _ in range(4)] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"]
    beating.join(PATIENCE_S)
    assert not beating.is_alive()


def test_of_a_sway_that_hangs_nothing_is_said(manager: Manager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "ANSWER_TIMEOUT_S", 0.5)
    failed: list[OSError] = []

    def beat(place: Path) -> None:
        try:
            pulse.beat(place, Notifier(pulse.environment(manager.environment)))
        except OSError as error:
            failed.append(error)

    with Compositor(Screen()) as sway:
        beating = threading.Thread(target=beat, args=(Path(sway.ipc_socket),))
        beating.start()
        assert manager.hear() == "READY=1"
        assert manager.hear() == "WATCHDOG=1"
        death = sway.death()
        signal.pidfd_send_signal(death, signal.SIGSTOP)
        try:
            beating.join(PATIENCE_S)
            assert not beating.is_alive()
            assert failed
        finally:
            signal.pidfd_send_signal(death, signal.SIGCONT)
            os.close(death)
