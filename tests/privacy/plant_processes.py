"""Plants in processes: their memory, their descriptors, their names, and processes of their own."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.privacy.planters import Condition, Ground, Planter, Refused

RAM_BYTES = 32 * 1024 * 1024
SLEEP = "/usr/bin/sleep"


def _memory_file(ground: Ground) -> None:
    if ground.memory < 0:
        raise Refused("there is none")
    os.pwrite(ground.memory, ground.mark("memory-file").encode(), 0)


def _memfd(ground: Ground) -> None:
    handle = os.memfd_create("planted")
    os.write(handle, ground.mark("memfd").encode())
    ground.keep.append(handle)


def _ram(ground: Ground) -> None:
    word = (ground.mark("ram") + " ").encode()
    ground.keep.append(bytearray(word * (RAM_BYTES // len(word))))


def _thread(ground: Ground) -> Iterator[Condition]:
    named = threading.Event()

    def live() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text(ground.mark("thread"))
        named.set()
        threading.Event().wait()

    threading.Thread(target=live, daemon=True).start()
    yield named.is_set


def _environment(ground: Ground) -> None:
    _child(ground, [SLEEP, "infinity"], {"PLANTED": ground.mark("environment")})


def _command_line(ground: Ground) -> None:
    # `sleep` adds up the numbers that it is given.
    _child(ground, [SLEEP, "infinity", ground.mark("command-line")], {})


def _daemon(ground: Ground) -> Iterator[Condition]:
    word = ground.mark("daemon")
    _child(ground, ["/usr/bin/setsid", "--fork", SLEEP, "infinity", word], {})
    yield lambda: bool(_find(word))
    ground.remember("processes", _find(word))


def _child(ground: Ground, command: list[str], environment: dict[str, str]) -> None:
    child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ground.remember("processes", child.pid)
    ground.keep.append(child)


def _find(word: str) -> int:
    """The process `sleep` with this word in its command line; 0 where there is none."""
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and Path(entry.path, "cmdline").read_bytes().startswith(f"{SLEEP}\0infinity\0{word}".encode()):
                return int(entry.name)
        except OSError:
            continue
    return 0


PLANTERS: dict[str, Planter] = {
    "memory-file": _memory_file,
    "memfd": _memfd,
    "ram": _ram,
    "thread": _thread,
    "environment": _environment,
    "command-line": _command_line,
    "daemon": _daemon,
}
