"""Makes the namespaces of a visit out of an ordinary process: user, network, processes, System V memory.

Nothing in the network leads anywhere. No mount is needed, so it works where a session's system-call filter refuses them all.
Source: user_namespaces(7).
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
from pathlib import Path

from flexcare.session.identity import USER_ID
from flexcare.visit.interface import add_interface, raise_all

_CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWPID, _CLONE_NEWNET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
_PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True)


def enter() -> None:
    """Move the calling process into namespaces of its own; what it starts from now on is first in the one of processes.

    The process must have one thread. It is no longer root even where it was, and has every right within the new namespaces until it
    runs a program, and none outside. Raises OSError where the kernel or a filter forbids it.
    """
    user, group = os.getuid(), os.getgid()
    _checked(_libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWPID | _CLONE_NEWIPC))
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{USER_ID} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{USER_ID} {group} 1")
    add_interface()
    raise_all()


def end_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, which `parent` is a pidfd of. After `enter`, which would undo it."""
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, *map(ctypes.c_ulong, (signal.SIGKILL, 0, 0, 0))))
    if select.select([parent], [], [], 0)[0]:
        os._exit(128 + signal.SIGKILL)


def _checked(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
