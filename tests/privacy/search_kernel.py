"""Marks that the kernel keeps for programs: System V memory and queues, POSIX queues, keys, and its log.

Each namespace of IPC is entered by a helper that was forked for it; where that is not allowed it is left out.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.privacy.markers import Needles
from tests.privacy.search import Hit
from tests.privacy.search_processes import others, process_name

# From the kernel's uapi headers: sched.h, nsfs.h, ipc.h, shm.h, msg.h, keyctl.h, and the numbers of x86-64 and the generic table.
CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWIPC = 0x00020000, 0x10000000, 0x08000000
IPC_NOWAIT, MSG_NOERROR, MSG_COPY, SHM_RDONLY = 0o4000, 0o10000, 0o40000, 0o10000
KEYCTL_READ = 11
NS_GET_USERNS = 0xB701
SYS_KEYCTL = {"x86_64": 250, "aarch64": 219}[os.uname().machine]
QUEUE_BYTES = 65536

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
libc.shmdt.argtypes = [ctypes.c_void_p]


def hits(needles: Needles) -> Iterator[Hit]:
    """Look into every namespace of IPC, the keys and the log."""
    yield from _namespaces(needles)
    yield from (Hit(number, "key", "the kernel's keys") for number in needles.numbers(_keys()))
    yield from (Hit(number, "kernel log", "the kernel's log") for number in needles.numbers(_log()))


def _namespaces(needles: Needles) -> Iterator[Hit]:
    seen = {Path("/proc/self/ns/ipc").readlink()}
    yield from _ipc(needles, "")
    for pid in others():
        try:
            identity = Path(f"/proc/{pid}/ns/ipc").readlink()
        except OSError:
            continue
        if identity not in seen:
            seen.add(identity)
            yield from _in_fork(lambda pid=pid: _entered(needles, pid))  # type: ignore[misc]


def _entered(needles: Needles, pid: int) -> list[Hit]:
    who = process_name(pid)
    with Path(f"/proc/{pid}/ns/ipc").open("rb") as namespace:
        if os.getuid():
            # Whoever owns a namespace may enter it; bubblewrap makes its programs a user namespace below the one that owns the rest.
            owner = fcntl.ioctl(namespace.fileno(), NS_GET_USERNS)
            _enter(owner, CLONE_NEWUSER)
            os.close(owner)
        _enter(namespace.fileno(), CLONE_NEWIPC)
    return list(_ipc(needles, f", as {who} has it"))


def _enter(namespace: int, kind: int) -> None:
    if libc.setns(namespace, kind):
        raise OSError(ctypes.get_errno(), "setns")


def _in_fork(work: Callable[[], list[Hit]]) -> Iterator[Hit]:
    """Do this in a forked process, whose namespaces are its own affair."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            found = [(hit.number, hit.kind, hit.place) for hit in work()]
        except OSError:
            found = []
        with os.fdopen(writing, "w") as answer:
            json.dump(found, answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        found = json.load(answer)
    os.waitpid(child, 0)
    yield from (Hit(*hit) for hit in found)


def _ipc(needles: Needles, where: str) -> Iterator[Hit]:
    for kind, numbers in (
        ("shared memory", _shared_memory(needles)),
        ("queue", _queues(needles)),
        ("queue", _in_fork(lambda: [Hit(number, "queue", "") for number in _posix_queues(needles)])),
    ):
        for found in numbers:
            yield Hit(found.number if isinstance(found, Hit) else found, kind, f"{kind}{where}")


def _table(name: str) -> Iterator[int]:
    """The identifiers in one table of System V IPC."""
    for line in Path(f"/proc/sysvipc/{name}").read_text().splitlines()[1:]:
        yield int(line.split()[1])


def _shared_memory(needles: Needles) -> Iterator[int]:
    sizes = {int(line.split()[1]): int(line.split()[3]) for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]}
    for identifier, size in sizes.items():
        address = libc.shmat(identifier, None, SHM_RDONLY)
        if address != ctypes.c_void_p(-1).value:
            yield from needles.numbers(ctypes.string_at(address, size))
            libc.shmdt(address)


def _queues(needles: Needles) -> Iterator[int]:
    message = ctypes.create_string_buffer(QUEUE_BYTES)
    for identifier in _table("msg"):
        at = 0
        # MSG_COPY leaves the message where it is; the type is then its place in the queue.
        while libc.msgrcv(identifier, message, QUEUE_BYTES - 8, ctypes.c_long(at), MSG_COPY | IPC_NOWAIT | MSG_NOERROR) >= 0:
            yield from needles.numbers(message.raw[8:])
            at += 1


def _posix_queues(needles: Needles) -> set[int]:
    """By name only: their content cannot be read without taking it out."""
    with tempfile.TemporaryDirectory() as folder:
        if libc.unshare(CLONE_NEWNS) or libc.mount(b"none", b"/", None, 1 << 14 | 1 << 18, None):  # MS_REC | MS_PRIVATE
            return set()
        if libc.mount(b"mqueue", folder.encode(), b"mqueue", 0, None):
            return set()
        names = [file.name for file in Path(folder).iterdir()]
        libc.umount(folder.encode())
    return needles.numbers("\n".join(names).encode())


def _keys() -> bytes:
    """What /proc/keys tells of them, and the content of those that can be read."""
    try:
        table = Path("/proc/keys").read_text(errors="replace")
    except OSError:
        return b""
    content = []
    for line in table.splitlines():
        held = ctypes.create_string_buffer(4096)
        length = libc.syscall(SYS_KEYCTL, KEYCTL_READ, int(line.split()[0], 16), held, len(held))
        content.append(held.raw[: max(0, length)])
    return table.encode() + b"\n".join(content)


def _log() -> bytes:
    """The kernel's log, one record a read (Documentation/ABI/testing/dev-kmsg)."""
    records = []
    try:
        log = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return b""
    try:
        while True:
            try:
                records.append(os.read(log, 8192))
            except BrokenPipeError:
                continue  # a record was overwritten before we read it
            except BlockingIOError:
                return b"".join(records)
    finally:
        os.close(log)
