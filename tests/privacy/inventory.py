"""What a session has that something could be put into, as its own process sees it."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.privacy.plant_files import writable_mounts


class Inventory(msgspec.Struct, frozen=True):
    """One session's possessions.

    mounts: writable mount points. variables: environment variables that name a folder that can be written. files: named files open for
    writing. peers: what its sockets are connected to, "" where that has no name. descriptors: what the others are.
    """

    mounts: list[str]
    variables: dict[str, str]
    files: list[str]
    peers: list[str]
    descriptors: list[str]


def take() -> Inventory:
    """Look at this process."""
    files, peers, others = [], [], []
    for number, target, mode in _descriptors():
        if stat.S_ISSOCK(mode):
            peers += _peer(number)
        elif stat.S_ISREG(mode) and target.startswith("/") and not target.startswith("/memfd:"):
            files += [target] if _writable(number) else []
        else:
            others.append(target)
    variables = {name: value for name, value in os.environ.items() if value.startswith("/") and _is_writable_folder(value)}
    return Inventory(writable_mounts(), variables, sorted(files), sorted(peers), sorted(others))


def _descriptors() -> Iterator[tuple[int, str, int]]:
    for entry in Path("/proc/self/fd").iterdir():
        try:
            yield int(entry.name), str(entry.readlink()), entry.stat().st_mode
        except OSError:
            continue  # the one that lists them


def _writable(number: int) -> bool:
    for line in Path(f"/proc/self/fdinfo/{number}").read_text().splitlines():
        if line.startswith("flags:"):
            return int(line.split()[1], 8) & os.O_ACCMODE != os.O_RDONLY
    return True


def _peer(number: int) -> Iterator[str]:
    with socket.socket(fileno=os.dup(number)) as handle:
        try:
            peer = handle.getpeername()
        except OSError:
            return  # nobody is there: it listens, or has ended
        yield _told(peer)


def _told(peer: object) -> str:
    if isinstance(peer, tuple):
        return f"{peer[0]} over the network"
    return peer.decode(errors="replace") if isinstance(peer, bytes) else str(peer)


def _is_writable_folder(path: str) -> bool:
    return Path(path).is_dir() and os.access(path, os.W_OK)
