"""A session that stands still while staff are at the bed: all of its processes are stopped, and go on where they were.

Stopped by signal, because a supervisor without a control group of its own has no freezer. Where there is one (version 2), it holds them
after that too (`ControlGroup.hold`): a process can arrange beforehand to be woken (timer_create, F_SETSIG with SIGCONT), and a PIN is asked
for meanwhile. What plays falls silent as soon as the sound server has used up what it was given, some tenths of a second.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flexcare.session.leftovers import in_pid_namespace

FREEZE_WITHIN_S = 2.0
"""A signal stops a process when that is next given a processor, which a busy machine lets it wait for. A session that forks faster than
it is stopped is looked through for so long, and does not stand still."""
LOOK_EVERY_S = 0.004


def freeze(pid_namespace: int) -> bool:
    """Stop every process of a session. True once a look found none that runs; blocks for some milliseconds, FREEZE_WITHIN_S at most."""
    deadline_s = time.monotonic() + FREEZE_WITHIN_S
    while _signal_those(pid_namespace, signal.SIGSTOP, stopped=False):
        if time.monotonic() > deadline_s:
            return False
        time.sleep(LOOK_EVERY_S)
    return True


def thaw(pid_namespace: int) -> None:
    """Let every process of a session go on."""
    _signal_those(pid_namespace, signal.SIGCONT, stopped=True)


def _signal_those(pid_namespace: int, number: signal.Signals, *, stopped: bool) -> int:
    """Signal the processes of a session that are stopped, or those that are not; how many there were."""
    families: dict[int, bool] = {}
    count = 0
    for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:  # noqa: PTH208
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, PermissionError), _held(pid) as pidfd:
            # Asked while it is held, so that its number is nobody else's.
            if in_pid_namespace(pid, pid_namespace, families) and _is_stopped(pid) == stopped:
                signal.pidfd_send_signal(pidfd, number)
                count += 1
    return count


@contextmanager
def _held(pid: int) -> Iterator[int]:
    pidfd = os.pidfd_open(pid)
    try:
        yield pidfd
    finally:
        os.close(pidfd)


def _is_stopped(pid: int) -> bool:
    """Whether a process is stopped, or has ended and only waits to be reaped."""
    state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state in "TtZX"
