from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from flexcare.supervisor.notify import Notifier


@pytest.fixture(params=["path", "abstract"])
def listener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """A service manager's socket and what it puts into the environment."""
    name = str(tmp_path / "notify") if request.param == "path" else f"@flexcare-test-{uuid4()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind("\0" + name[1:] if name.startswith("@") else name)
        server.settimeout(10)
        yield server, name


def test_every_word_arrives(listener: tuple[socket.socket, str]) -> None:
    server, name = listener
    notifier = Notifier({"NOTIFY_SOCKET": name})
    notifier.ready()
    notifier.watchdog()
    notifier.status("one session\nREADY=0")
    notifier.stopping()
    assert [server.recv(200) for _ in range(4)] == [b"READY=1", b"WATCHDOG=1", b"STATUS=one session READY=0", b"STOPPING=1"]


@pytest.mark.parametrize("name", ["", "relative", "/no/such/socket", "vsock:2:1", "/" + "x" * 200, "/a\0b", "@"])
def test_nobody_who_listens_is_no_fault(name: str) -> None:
    Notifier({"NOTIFY_SOCKET": name}).ready()
    Notifier({}).ready()


def test_a_manager_that_does_not_read_holds_up_nobody(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(str(tmp_path / "notify"))
        notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify")})
        for _ in range(2000):
            notifier.watchdog()
        assert server.recv(200) == b"WATCHDOG=1"


@pytest.mark.parametrize(
    ("environment", "interval_s"),
    [
        ({"WATCHDOG_USEC": "30000000"}, 15.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 15.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "-5"}, None),
        ({}, None),
    ],
)
def test_half_of_what_the_watchdog_allows(environment: dict[str, str], interval_s: float | None) -> None:
    assert Notifier(environment).watchdog_interval_s == interval_s
