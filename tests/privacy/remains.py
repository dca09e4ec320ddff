"""Takes away what a session without a sandbox leaves behind, so that a test that wanted to see it leaves nothing.

A program of its own (`python -m tests.privacy.remains`), because some of it is named by marks, which no test may hold.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from tests.privacy.markers import mark
from tests.privacy.plant_kernel import USER_KEYRING, libc
from tests.privacy.search_kernel import SYS_KEYCTL
from tests.privacy.stores import NUMBERS

# From the kernel's uapi headers: ipc.h, keyctl.h.
IPC_RMID = 0
KEYCTL_UNLINK = 9
PATIENCE_S = 60


class Task(msgspec.Struct, frozen=True):
    """What to take away: by the seed what is named by a mark, by identifiers the rest."""

    seed: str
    remains: dict[str, list[int]] = {}


def remove(seed: str, remains: dict[str, list[int]]) -> None:
    """Remove everything that planters remembered, and what they named; harmless where it is gone."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    program = [sys.executable, "-P", "-m", "tests.privacy.remains"]
    subprocess.run(program, input=msgspec.json.encode(Task(seed, remains)), env=environment, timeout=PATIENCE_S, check=True)


def _remove(seed: str, remains: Mapping[str, Iterable[int]]) -> None:
    for pid in remains.get("processes", ()):
        with contextlib.suppress(ProcessLookupError):
            _end(pid)
    for identifier in remains.get("shm", ()):
        libc.shmctl(identifier, IPC_RMID, None)
    for identifier in remains.get("msg", ()):
        libc.msgctl(identifier, IPC_RMID, None)
    for key in remains.get("keys", ()):
        libc.syscall(SYS_KEYCTL, KEYCTL_UNLINK, key, USER_KEYRING)
    ctypes.CDLL("librt.so.1").mq_unlink(b"/" + mark(seed, NUMBERS["posix-queue"]).encode())
    Path("/dev/shm", mark(seed, NUMBERS["shm"])).unlink(missing_ok=True)


def _end(pid: int) -> None:
    """Kill a process and wait until its memory is gone, which a search right afterwards would still find."""
    process = os.pidfd_open(pid)
    try:
        signal.pidfd_send_signal(process, signal.SIGKILL)
        select.select([process], [], [], PATIENCE_S)
    finally:
        os.close(process)


if __name__ == "__main__":
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    _remove(task.seed, task.remains)
