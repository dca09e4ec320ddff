"""What is still there of a session that has ended, by the kernel's own account of every process.

The kernel gives a namespace's inode number away again as soon as the namespace is gone. A pid namespace is therefore named by its number
while whoever asks holds a descriptor on it (`Confined` does). A mount namespace is not held, because its files would stay with it:
it is named by an identity that never comes again, where the kernel has one (Linux 6.11), else by its number.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_NS_GET_PARENT = 0xB702  # linux/nsfs.h
_NS_GET_MNTNS_ID = 0x8008B705


@dataclass(frozen=True)
class Leftovers:
    """Process numbers by what they still have of a session. True where there is anything.

    processes: in its pid namespace or one below. mounts: in its mount namespace.
    descriptors: (process, descriptor) pairs that are open on one of its files.
    unread: processes that would not be looked into, so that nothing is known of them.
    """

    processes: tuple[int, ...] = ()
    mounts: tuple[int, ...] = ()
    descriptors: tuple[tuple[int, int], ...] = ()
    unread: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.processes or self.mounts or self.descriptors)


def leftovers(pid_namespace: int | None, mount_namespace: int | None, inodes: Collection[tuple[int, int]]) -> Leftovers:
    """Search every process. The mount namespace is named as by `mount_namespace_of`.

    `inodes` are (st_dev, st_ino) pairs of files that nobody should hold any more.
    """
    processes, mounts, descriptors, unread = [], [], [], []
    families: dict[int, bool] = {}
    known_mounts: dict[int, int] = {}
    for pid in _pids():
        try:
            if pid_namespace is not None and in_pid_namespace(pid, pid_namespace, families):
                processes.append(pid)
            if mount_namespace is not None and mount_namespace_of(pid, known_mounts) == mount_namespace:
                mounts.append(pid)
            if inodes:
                descriptors += [(pid, descriptor) for descriptor in _open_on(pid, inodes)]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile, or is a zombie, which has nothing any more
        except PermissionError:
            unread.append(pid)
    return Leftovers(tuple(processes), tuple(mounts), tuple(descriptors), tuple(unread))


def strangers() -> tuple[int, ...]:
    """Every process of our own user in another pid namespace than ours: sessions, where it starts nothing else."""
    found = []
    for pid in _pids():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, PermissionError):
            # Whatever will not be looked into is somebody else's, or has given up what it had.
            is_ours = os.stat(f"/proc/{pid}").st_uid == os.getuid()  # noqa: PTH116
            if is_ours and os.stat(f"/proc/{pid}/ns/pid").st_ino != _own_pid_namespace():  # noqa: PTH116
                found.append(pid)
    return tuple(found)


def in_pid_namespace(pid: int, pid_namespace: int, families: dict[int, bool] | None = None) -> bool:
    """Whether a process is in this pid namespace or one below it; `families` remembers answers between calls.

    Raises FileNotFoundError or ProcessLookupError where the process is gone, PermissionError where it is not ours to look at.
    """
    known = {} if families is None else families
    path = f"/proc/{pid}/ns/pid"
    number = os.stat(path).st_ino  # noqa: PTH116
    if number not in known:
        known[number] = number == pid_namespace or (number != _own_pid_namespace() and _descends(path, pid_namespace))
    return known[number]


def mount_namespace_of(pid: int, known: dict[int, int] | None = None) -> int:
    """What names the mount namespace of a process; `known` remembers answers of one search. Raises like `in_pid_namespace`."""
    answers = {} if known is None else known
    path = f"/proc/{pid}/ns/mnt"
    number = os.stat(path).st_ino  # noqa: PTH116
    if number not in answers:
        with contextlib.ExitStack() as stack:
            answers[number] = _identity(_opened(stack, os.open(path, os.O_RDONLY | os.O_CLOEXEC)))
    return answers[number]


def _identity(namespace: int) -> int:
    try:
        return int.from_bytes(fcntl.ioctl(namespace, _NS_GET_MNTNS_ID, bytes(8)), sys.byteorder)
    except OSError as error:
        if error.errno not in (errno.ENOTTY, errno.EINVAL):
            raise
        return os.fstat(namespace).st_ino


def _descends(path: str, pid_namespace: int) -> bool:
    with contextlib.ExitStack() as stack:
        descriptor = _opened(stack, os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        while True:
            try:
                descriptor = _opened(stack, fcntl.ioctl(descriptor, _NS_GET_PARENT))
            except PermissionError:
                return False  # above it is only what this process cannot see: our own namespace was passed
            number = os.fstat(descriptor).st_ino
            if number in (pid_namespace, _own_pid_namespace()):
                return number == pid_namespace


def _opened(stack: contextlib.ExitStack, descriptor: int) -> int:
    stack.callback(os.close, descriptor)
    return descriptor


def _own_pid_namespace() -> int:
    return os.stat("/proc/self/ns/pid").st_ino  # noqa: PTH116


def _open_on(pid: int, inodes: Collection[tuple[int, int]]) -> Iterator[int]:
    folder = f"/proc/{pid}/fd"
    for name in os.listdir(folder):  # noqa: PTH208
        with contextlib.suppress(FileNotFoundError):
            found = os.stat(f"{folder}/{name}")  # noqa: PTH116
            if (found.st_dev, found.st_ino) in inodes:
                yield int(name)


def _pids() -> Iterator[int]:
    return (int(name) for name in os.listdir("/proc") if name.isdigit())  # noqa: PTH208
