"""Plants in what the kernel keeps for programs."""

from __future__ import annotations

import ctypes
import os
import socket
from pathlib import Path

from tests.privacy.plant_files import folder
from tests.privacy.planters import Ground, Planter, Refused

# From the kernel's uapi headers: ipc.h, keyctl.h, and the numbers of x86-64 and the generic table.
IPC_CREAT, OWN = 0o1000, 0o600
SYS_ADD_KEY = {"x86_64": 248, "aarch64": 217}[os.uname().machine]
USER_KEYRING = -4

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]


def _abstract_socket(ground: Ground) -> None:
    listening = socket.socket(socket.AF_UNIX)
    ground.keep.append(listening)
    listening.bind(b"\0" + ground.mark("abstract-socket").encode())
    listening.listen()


def _path_socket(ground: Ground) -> None:
    listening = socket.socket(socket.AF_UNIX)
    ground.keep.append(listening)
    # From inside the folder: the path of a socket has only 107 bytes.
    here = os.open(".", os.O_PATH)
    os.chdir(folder("tmpdir"))
    try:
        listening.bind(f"./{ground.mark('path-socket')}")
    finally:
        os.fchdir(here)
        os.close(here)
    listening.listen()


def _shared_memory(ground: Ground) -> None:
    identifier = _checked(libc.shmget(0, 4096, IPC_CREAT | OWN))
    ground.remember("shm", identifier)
    word = ground.mark("sysv-memory").encode()
    ctypes.memmove(libc.shmat(identifier, None, 0), word, len(word))


def _queue(ground: Ground) -> None:
    identifier = _checked(libc.msgget(0, IPC_CREAT | OWN))
    ground.remember("msg", identifier)
    word = ground.mark("sysv-queue").encode()
    message = ctypes.create_string_buffer((1).to_bytes(8, "little") + word)
    _checked(libc.msgsnd(identifier, message, len(word), 0))


def _posix_queue(ground: Ground) -> None:
    realtime = ctypes.CDLL("librt.so.1", use_errno=True)
    queue = _checked(realtime.mq_open(b"/" + ground.mark("posix-queue").encode(), os.O_CREAT | os.O_RDWR, OWN, None))
    _checked(realtime.mq_send(queue, ground.mark("posix-queue").encode(), 15, 0))


def _key(ground: Ground) -> None:
    word = ground.mark("key").encode()
    ground.remember("keys", _checked(libc.syscall(SYS_ADD_KEY, b"user", word, word, len(word), USER_KEYRING)))


def _kernel_log(ground: Ground) -> None:
    with Path("/dev/kmsg").open("wb", buffering=0) as log:
        log.write(f"planted {ground.mark('kernel-log')}\n".encode())


def _system_log(ground: Ground) -> None:
    if not ground.everywhere:
        raise Refused("without a sandbox that would be the machine's own log")
    for path in ("/dev/log", "/run/systemd/journal/dev-log", "/run/systemd/journal/stdout"):
        if Path(path).exists():
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
                log.connect(path)
                log.send(f"<13>planted: {ground.mark('system-log')}".encode())
            return
    raise Refused("there is none")


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


PLANTERS: dict[str, Planter] = {
    "abstract-socket": _abstract_socket,
    "path-socket": _path_socket,
    "sysv-memory": _shared_memory,
    "sysv-queue": _queue,
    "posix-queue": _posix_queue,
    "key": _key,
    "kernel-log": _kernel_log,
    "system-log": _system_log,
}
