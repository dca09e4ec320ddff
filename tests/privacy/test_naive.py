"""The naive twins: the same planters without a sandbox, and without a supervisor. The audit has to find what they leave, or it is blind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen
from tests.privacy import remains
from tests.privacy.garden import OFFER, Station, garden, kinds
from tests.privacy.markers import new_seed
from tests.privacy.planted import Answer, Order
from tests.privacy.search import Request, search
from tests.privacy.stores import BY_NAME

pytestmark = [pytest.mark.long, pytest.mark.timeout(500)]

SAID = ("stdout", "stderr", "qt-warning", "python-log")
"""What goes into a log where nobody counts it instead."""
ELSEWHERE = {"mounts", "system-log", "wire"}
"""Planted only in a sandbox: without one they would be the machine's own."""
ONLY_ROOT = set() if os.getuid() == 0 else {"kernel-log", "posix-queue"}
PATIENCE_S = 40.0


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everything that the environment names."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    return tmp_path


def test_a_build_without_a_sandbox_is_caught(scratch: Path) -> None:
    with garden(scratch, "--unsafe-no-sandbox") as grown:
        station = Station(grown.seed)
        try:
            grown.begin()
            grown.plant(tuple(set(BY_NAME) - ELSEWHERE), station.address, everywhere=False)
            station.end()
            grown.finish()
            left = kinds(grown.search())
        finally:
            station.end()
            remains.remove(grown.seed, grown.planted.remains)
    expected = {
        store.name: store.stays_in for store in BY_NAME.values() if store.stays_in and store.name not in {*SAID, *ELSEWHERE, *ONLY_ROOT}
    }
    blind = {name: kinds_left for name, kinds_left in expected.items() if not left.get(name, set()) >= kinds_left}
    assert blind == {}, f"left and not found: {sorted(blind)}; outcomes: {grown.planted.outcomes}"
    assert set(SAID) & set(left) == set(), "the supervisor counts what is said even there"


def test_the_output_of_a_session_without_a_supervisor_is_caught(scratch: Path) -> None:
    seed, since_s = new_seed(), time.time() - 1
    write_ward(scratch / "ward", OFFER, {})
    with (
        Compositor(Screen()) as compositor,
        _listening(scratch / "witness"),
        _listening(scratch / "orders") as orders,
        (scratch / "log").open("wb") as log,
    ):
        program = [sys.executable, "-P", "-m", "tests.privacy.planted", "--ward", str(scratch / "ward")]
        sockets = ["--witness", str(scratch / "witness"), "--orders", str(scratch / "orders")]
        environment = {**os.environ, **compositor.client_environment(), "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        with subprocess.Popen([*program, *sockets], stdout=log, stderr=log, env=environment) as session:
            try:
                assert set(_plant(orders, seed).outcomes) == set(SAID)
            finally:
                session.kill()
        left = kinds(search(Request(seed, since_s)))
    assert {name: left.get(name) for name in SAID} == {name: {"file"} for name in SAID}


def _listening(path: Path) -> socket.socket:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(path))
    listening.listen()
    listening.settimeout(PATIENCE_S)
    return listening


def _plant(orders: socket.socket, seed: str) -> Answer:
    line, _ = orders.accept()
    with line, line.makefile("rb") as answers:
        line.sendall(msgspec.json.encode(Order(seed, stores=SAID)) + b"\n")
        return msgspec.json.decode(answers.readline(), type=Answer)
