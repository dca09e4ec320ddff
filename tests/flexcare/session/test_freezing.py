"""A session stands still, all of it, and goes on where it was; nobody else is touched."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from flexcare.session.freezing import freeze, thaw
from tests.helpers.sandboxed import Inside

# A parent that counts aloud, with a child of a child; each says a number and waits for a while.
COUNTING = """
import itertools, os, sys, time
for _ in range(2):
    if os.fork() == 0:
        continue
    break
for number in itertools.count():
    print(f"{os.getpid()}:{number}", flush=True)
    time.sleep(0.01)
"""
FORKING = """
import os, time
while True:
    if os.fork() == 0:
        time.sleep(0.05)
        os._exit(0)
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
"""


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flexcare.session.freezing.FREEZE_WITHIN_S", 30.0)


def states(namespace: int) -> list[str]:
    """How the processes of a session are, by the kernel's letter."""
    found = []
    for name in filter(str.isdigit, (path.name for path in Path("/proc").iterdir())):
        with contextlib.suppress(OSError):
            if Path(f"/proc/{name}/ns/pid").stat().st_ino == namespace:
                found.append(Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[0])
    return [state for state in found if state not in "ZX"]


def test_all_of_it_stands_still_and_goes_on_where_it_was(inside: Inside) -> None:
    running = inside.start_python(COUNTING)
    running.until(":5")
    namespace = running.launched.pid_namespace
    assert freeze(namespace)
    assert set(states(namespace)) == {"T"}
    assert len(states(namespace)) >= 3
    thaw(namespace)
    assert "T" not in states(namespace)
    running.until(":60")


def test_one_that_forks_without_end_is_stopped_too(inside: Inside) -> None:
    running = inside.start_python(FORKING)
    namespace = running.launched.pid_namespace
    assert freeze(namespace)
    assert set(states(namespace)) == {"T"}


def test_a_frozen_session_can_be_killed(inside: Inside) -> None:
    running = inside.start_python(COUNTING)
    running.until(":5")
    assert freeze(running.launched.pid_namespace)
    running.launched.kill()
    assert running.launched.wait(20)


@pytest.mark.parametrize("act", [freeze, thaw])
def test_a_session_that_is_gone_is_no_fault(inside: Inside, act: object) -> None:
    running = inside.start_python("pass")
    running.end()
    assert callable(act)
    act(running.launched.pid_namespace)


def test_another_session_goes_on(inside: Inside) -> None:
    one, other = inside.start_python(COUNTING), inside.start_python(COUNTING)
    one.until(":5")
    freeze(one.launched.pid_namespace)
    other.until(":40")
