"""A session that takes all it can get: it is held, where this machine can hold it, and its neighbours live on."""

from __future__ import annotations

import sys

import pytest

from flexcare.session.check import check
from tests.helpers.sandboxed import PATIENCE_S, SMALL, Inside

FORKS_TRIED = 600
FORK_BOMB = f"""
import os, signal
children = 0
try:
    while children < {FORKS_TRIED}:
        if os.fork() == 0:
            signal.pause()
        children += 1
except OSError:
    pass
print(children)
signal.pause()
"""

HOG_MIB = 900
MEMORY_HOG = f"""
kept = []
for _ in range({HOG_MIB} // 16):
    kept.append(bytearray(b"x" * (16 * 1024 * 1024)))
print("held everything")
"""

MEMORY_FILES = """
import mmap, os
for place in ("/tmp", "/home/session", "/run/session", "/dev/shm"):
    with open(place + "/big", "wb") as file:
        try:
            for _ in range(100):
                file.write(b"x" * 1024 * 1024)
        except OSError:
            pass
sizes = [os.stat(place + "/big").st_size >> 20 for place in ("/tmp", "/home/session", "/run/session", "/dev/shm")]
print(max(sizes))
"""


@pytest.mark.long
def test_a_fork_bomb_is_bounded_and_ends_with_the_session(inside: Inside) -> None:
    unlimited = [reason for reason in check(inside.sandbox) if reason.startswith("nothing limits")]
    if unlimited:
        pytest.skip(unlimited[0])
    running = inside.start(sys.executable, "-u", "-c", FORK_BOMB)
    assert int(running.until("\n")) < SMALL.tasks_max
    assert "alive" in inside.run("echo", "alive"), "another session has its own limit"
    running.launched.kill()
    assert running.launched.wait(PATIENCE_S)


@pytest.mark.long
def test_a_memory_hog_does_not_get_everything(inside: Inside) -> None:
    assert SMALL.memory_mib < HOG_MIB
    running = inside.start(sys.executable, "-u", "-c", MEMORY_HOG)
    said = running.end()
    assert "held everything" not in said
    # Ended by the kernel where a control group counts all of it; else refused by its own resource limit.
    by_group = not any("limits memory" in reason for reason in running.launched.unheld)
    assert (running.codes, "MemoryError" in said) == (([137], False) if by_group else ([1], True))


@pytest.mark.long
def test_memory_files_are_bounded(inside: Inside) -> None:
    assert int(inside.python(MEMORY_FILES)) <= SMALL.writable_mib
