"""How much of the machine a session may take. Set from outside while bubblewrap waits, before anything of the session runs.

Always: no core dump, and the kernel's first choice when memory runs out. Memory and tasks of the whole session are limited by
control groups where they can be had (`control_groups.py`); where not, each process's data and, for a host user other than
root, the number of tasks, by resource limits. What could not be had is told in words.
"""

from __future__ import annotations

import errno
import os
import resource
import subprocess
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import SandboxUnusable
from flexcare.session.control_groups import ControlGroup, make_groups
from flexcare.session.settings import SessionSettings

MIB = 1024 * 1024
FIRST_TO_GO = 1000
CORE_BYTES = 1
"""1, not 0: the kernel hands a dump to a crash collector in spite of 0, and drops it for 1 (core(5), fs/coredump.c)."""

KINDS = {"core": resource.RLIMIT_CORE, "data": resource.RLIMIT_DATA, "nproc": resource.RLIMIT_NPROC}


@dataclass(frozen=True)
class Limits:
    """What holds a session: its control groups, and in words what nothing holds."""

    groups: tuple[ControlGroup, ...]
    missing: tuple[str, ...]

    def remove(self) -> None:
        """Take the groups of an ended session away."""
        for group in self.groups:
            group.remove()


def limit(pid: int, settings: SessionSettings, user: int) -> Limits:
    """Limit the process `pid`, which runs as the host's `user` and still waits, and all that it will start. Raises SandboxUnusable."""
    groups, missing = make_groups(settings.memory_mib * MIB, settings.tasks_max)
    try:
        for group in groups:
            group.add(pid)
        _restrict(pid, settings, user, {name for group in groups for name in group.controllers})
    except OSError as error:
        Limits(groups, ()).remove()
        raise SandboxUnusable(f"the session's limits cannot be set: {error.strerror}") from error
    if "pids" not in {name for group in groups for name in group.controllers} and user == 0:
        missing = (*missing, "nothing limits the number of tasks, because the session runs as root on the host")
    return Limits(groups, missing)


def _restrict(pid: int, settings: SessionSettings, user: int, controllers: set[str]) -> None:
    Path(f"/proc/{pid}/oom_score_adj").write_text(str(FIRST_TO_GO))
    most = {"core": CORE_BYTES}
    if "memory" not in controllers:
        most["data"] = settings.memory_mib * MIB
    if "pids" not in controllers and user != 0:
        # Counted within the session's own user namespace, so other programs of the same user take nothing away.
        most["nproc"] = settings.tasks_max
    allowed = {name: _allowed(KINDS[name], value) for name, value in most.items()}
    if user == os.getuid():
        for name, value in allowed.items():
            resource.prlimit(pid, KINDS[name], (value, value))
    else:
        _restrict_as(user, pid, allowed)


def _restrict_as(user: int, pid: int, allowed: dict[str, int]) -> None:
    # Somebody else's process can be limited with CAP_SYS_RESOURCE only, which a service may not have; its own user always can.
    command = ["prlimit", "--pid", str(pid), *(f"--{name}={value}:{value}" for name, value in allowed.items())]
    done = subprocess.run(
        command, user=user, group=user, extra_groups=[], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if done.returncode:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def _allowed(kind: int, most: int) -> int:
    """No more than what is allowed already; the session inherited our own limits."""
    _, hard = resource.getrlimit(kind)
    return most if hard == resource.RLIM_INFINITY else min(most, hard)


def own_user(user: int | None) -> int:
    """The host's user that a session with this wish runs as."""
    return os.getuid() if user is None else user
