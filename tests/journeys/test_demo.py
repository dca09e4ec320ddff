"""The demo as it is started by hand: a supervisor with its sandbox, and nothing left when it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from deploy.demo_program import arguments_of, demo_hospital
from deploy.demo_site import DEVICE
from deploy.headend.client import Headend
from tests.helpers.command_line import flexcare
from tests.helpers.processes import name_of

PLAYLIST = "#EXTM3U\n#EXTINF:-1,One\nhttp://127.0.0.1:9/one.ts\n"
READY_S = 60.0


@pytest.mark.timeout(150)
@pytest.mark.parametrize("more", [(), ("--unsafe-no-sandbox",)], ids=["sandbox", "none"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.long
def test_the_demo_runs_sessions_in_a_sandbox_and_leaves_nothing(tmp_path: Path, more: tuple[str, ...], number: signal.Signals) -> None:
    playlist = tmp_path / "one.m3u"
    playlist.write_text(PLAYLIST, encoding="utf-8")
    # Short, because the paths of sockets are.
    scratch = Path(tempfile.mkdtemp(prefix="fc-"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices:
        notices.bind(str(scratch / "notify"))
        notices.settimeout(READY_S)
        place = {"TMPDIR": str(scratch), "NOTIFY_SOCKET": str(scratch / "notify")}
        without_display = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "DISPLAY")}
        # Bash gives programs in the background no Ctrl-C.
        command = ["env", "--default-signal=INT", sys.executable, "-P", "-m", "deploy.demo_program", "--playlist", str(playlist), *more]
        demo = subprocess.Popen(command, env={**without_display, **place}, stderr=subprocess.PIPE, text=True)
        try:
            while b"READY=1" not in notices.recv(4096):
                pass
            family = psutil.Process(demo.pid).children(recursive=True)
            assert any(name_of(process) == "bwrap" for process in family) is not bool(more)
        finally:
            demo.send_signal(number)
            _, said = demo.communicate(timeout=READY_S)
    _, left = psutil.wait_procs(family, timeout=10)
    assert not left
    assert demo.returncode == 130
    assert ("***" in said) is bool(more)
    (scratch / "notify").unlink()
    scratch.rmdir()


def test_a_tour_is_never_without_a_sandbox(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments_of(["--tour", str(tmp_path), "--unsafe-no-sandbox"])
    assert ended.value.code == 2
    assert "never without a sandbox" in capsys.readouterr().err


@pytest.mark.timeout(150)
def test_the_demos_hospital_has_a_broker_and_ends_it(small_headend: Headend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with demo_hospital(tmp_path, small_headend):
        source, repository = tmp_path / "source", tmp_path / "repository"
        assert f"deploy/flexcare push {source} {repository} --device {DEVICE}" in capsys.readouterr().err
        broker = [child for child in psutil.Process().children() if name_of(child) == "mosquitto"]
        assert len(broker) == 1
        assert {connection.laddr.ip for connection in broker[0].net_connections()} == {"127.0.0.1"}
        # Nobody is enrolled, so nobody comes; the broker took the nudge.
        done = flexcare("push", source, repository, "--device", DEVICE, "--wait", 0)
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nudged: 1 tablet.")
    assert not broker[0].is_running()
