"""A session stands still, all of it, and goes on where it was; nobody else is touched."""

from __future__ import annotations

import contextlib
import select
import socket
from pathlib import Path

import pytest

from flexcare.session.control_groups import ControlGroup
from flexcare.session.freezing import freeze, thaw
from tests.helpers.control_group import own_group
from tests.helpers.own_network import needs_root
from tests.helpers.sandboxed import PATIENCE_S, Inside

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
    try:
        if os.fork() == 0:
            time.sleep(0.05)
            os._exit(0)
    except BlockingIOError:
        pass  # it has as many as it may
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


# It has itself woken by whatever comes over its line: fcntl(2), F_SETSIG.
WAKING = """
import fcntl, os, signal, sys
line = int(sys.argv[1])
signal.signal(signal.SIGCONT, lambda *_: os.write(1, b"woken "))
fcntl.fcntl(line, fcntl.F_SETOWN, os.getpid())
fcntl.fcntl(line, 10, signal.SIGCONT)
fcntl.fcntl(line, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
os.write(1, b"ready ")
while True:
    signal.pause()
"""


def pids(namespace: int) -> list[str]:
    found = []
    for path in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if path.name.isdigit() and (path / "ns/pid").stat().st_ino == namespace:
                found.append(path.name)
    return found


@needs_root
def test_one_that_has_itself_woken_is_held_by_its_group_and_goes_on_with_it(inside: Inside) -> None:
    with contextlib.ExitStack() as stack:
        group = ControlGroup(stack.enter_context(own_group()), ())
        lines = [tuple(map(stack.enter_context, socket.socketpair())) for _ in range(2)]
        for _, theirs in lines:
            theirs.set_inheritable(True)
        held, free = (inside.start_python(WAKING, str(theirs.fileno()), pass_fds=[theirs.fileno()]) for _, theirs in lines)
        held.until("ready")
        free.until("ready")
        held.launched.groups = (*held.launched.groups, group)
        for pid in pids(held.launched.pid_namespace):
            group.add(int(pid))
        assert held.launched.freeze()
        assert free.launched.freeze()
        for ours, _ in lines:
            ours.send(b"wake up")
        # Signals alone do not hold it.
        free.until("woken")
        assert select.select([held.said], [], [], 0) == ([], [], [])
        assert "frozen 1" in (group.folder / "cgroup.events").read_text()
        held.launched.thaw()
        held.until("woken")
        # The kernel's hold does not hold off death.
        assert held.launched.freeze()
        held.launched.kill()
        assert held.launched.wait(PATIENCE_S)


def test_a_group_without_a_freezer_and_one_that_is_gone_are_no_fault(tmp_path: Path) -> None:
    for still in (True, False):
        assert ControlGroup(tmp_path / "gone", ()).hold(still=still)
        assert ControlGroup(tmp_path, ()).hold(still=still)
    (tmp_path / "cgroup.freeze").mkdir()
    assert not ControlGroup(tmp_path, ()).hold(still=True)
