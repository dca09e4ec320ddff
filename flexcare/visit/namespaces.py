"""Makes the namespaces of a visit out of an ordinary process: user, network with nothing but loopback, processes, System V memory.

No mount is needed, so it works where a session's system-call filter refuses them all. Sources: user_namespaces(7), netdevice(7).
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import select
import signal
import socket
import struct
from pathlib import Path

from flexcare.session.sandbox import USER_ID

_CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWPID, _CLONE_NEWNET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
_PR_SET_PDEATHSIG = 1
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1

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
    _raise_loopback()


def end_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, which `parent` is a pidfd of. After `enter`, which would undo it."""
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, *map(ctypes.c_ulong, (signal.SIGKILL, 0, 0, 0))))
    if select.select([parent], [], [], 0)[0]:
        os._exit(128 + signal.SIGKILL)


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


def _checked(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
