"""A real hospital's desk with its secrets in a desktop's own key store: a GNOME keyring, on a message bus of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.timeout(300)]

DESKTOP = """
import subprocess, sys

def desktop(commands):
    keyring = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    store = subprocess.Popen(keyring, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        store.stdin.write(b"what its owner logs in with")
        store.stdin.close()
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "30", "org.freedesktop.secrets"], check=True)
        for command in commands:
            code = subprocess.run([sys.executable, "-m", "flexcare", *command.split()]).returncode
            if code:
                return code
        return 0
    finally:
        store.terminate()
        store.wait()

sys.exit(desktop(sys.argv[1:]))
"""
"""Logs in, as a desktop does, and then does what the desk does, each command a program of its own."""


def at_the_desk(home: Path, *commands: str) -> subprocess.CompletedProcess[str]:
    """Run commands one after the other in one login."""
    folders = {name: str(home / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    unwanted = ("PYTHON_KEYRING_BACKEND", "CREDENTIALS_DIRECTORY", "DBUS_SESSION_BUS_ADDRESS")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted} | folders | {"HOME": str(home)}
    command = ["dbus-run-session", "--", sys.executable, "-c", DESKTOP, *commands]
    # As every login's, it is new each time; and short, for the sockets in it.
    with tempfile.TemporaryDirectory(prefix="fc-login-", dir="/tmp") as login:
        environment["XDG_RUNTIME_DIR"] = login
        return subprocess.run(command, capture_output=True, text=True, timeout=80, check=False, env=environment)


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said of errors; the message bus says how many files a container lets it have."""
    return [line for line in done.stderr.splitlines() if not line.startswith("dbus-daemon[")]


def test_a_real_hospitals_keys_open_with_what_the_desktop_keeps(tmp_path: Path) -> None:
    desk, home = tmp_path / "desk", tmp_path / "home"
    done = at_the_desk(home, f"init {desk} --site north")
    assert (done.returncode, told(done)) == (0, [])
    assert len(list((desk / "keys").glob("root-*"))) >= 3
    before = {path.name: path.stat().st_mtime_ns for path in (desk / "public").rglob("*.json")}
    kept = list((home / "xdg_data_home").rglob("*.keyring"))
    assert kept, "the desktop kept nothing"

    # Another day: the same owner logs in again, and the online keys open.
    done = at_the_desk(home, f"renew {desk}", f"rotate {desk} timestamp")
    assert (done.returncode, told(done)) == (0, [])
    assert {path.name: path.stat().st_mtime_ns for path in (desk / "public").rglob("*.json")} != before

    # Somebody else's desktop has none of it, and says which secret is missing.
    done = at_the_desk(tmp_path / "stranger", f"renew {desk}")
    assert done.returncode == 2
    assert "there is no such secret in this key store" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_secret_lies_beside_a_real_hospitals_keys(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    assert at_the_desk(tmp_path / "home", f"init {desk} --site north").returncode == 0
    keys = [path for path in (desk / "keys").iterdir() if path.suffix == ".pem"]
    assert keys
    assert all(b"ENCRYPTED" in path.read_bytes() for path in keys)
    assert not list(desk.rglob("flexcare.*"))
