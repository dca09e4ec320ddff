from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import uuid

import pytest

from flexcare.session.landlock import confine_thread, missing_landlock
from tests.helpers.descriptors import open_descriptors

TRY = """
import os, socket, sys
try:
    os.kill(int(sys.argv[1]), 0)
    print("signalled")
except PermissionError:
    print("not signalled")
try:
    socket.socket(socket.AF_UNIX).connect(chr(0) + sys.argv[2])
    print("connected")
except PermissionError:
    print("not connected")
own = socket.socket(socket.AF_UNIX)
own.bind(chr(0) + sys.argv[2] + "-own")
own.listen()
socket.socket(socket.AF_UNIX).connect(chr(0) + sys.argv[2] + "-own")
print("connected within")
print("no new rights" if "NoNewPrivs:\\t1" in open("/proc/self/status").read() else "new rights")
"""

pytestmark = pytest.mark.skipif(bool(missing_landlock()), reason=missing_landlock())


def attempt(name: str) -> str:
    return subprocess.run([sys.executable, "-c", TRY, str(os.getpid()), name], capture_output=True, text=True, check=True).stdout


def test_what_a_confined_thread_starts_reaches_nothing_outside_and_the_others_are_free() -> None:
    name = f"flexcare-{uuid.uuid4()}"
    said: list[str] = []

    def confined() -> None:
        confine_thread()
        said.append(attempt(name))

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"\0{name}")
        listener.listen()
        thread = threading.Thread(target=confined)
        thread.start()
        thread.join()
        assert said == ["not signalled\nnot connected\nconnected within\nno new rights\n"]
        assert attempt(name) == "signalled\nconnected\nconnected within\nnew rights\n"


def test_no_descriptor_stays_open() -> None:
    before = open_descriptors()
    thread = threading.Thread(target=confine_thread)
    thread.start()
    thread.join()
    assert open_descriptors() <= before
