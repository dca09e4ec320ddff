"""Whether this program may send multicast: only inside a network namespace that somebody made for it."""

from __future__ import annotations

import os
import socket
from pathlib import Path


def own_network() -> bool:
    """Whether the network namespace of this process is not the machine's own.

    It is the machine's when process 1 lives in it. Where that one may not be looked at, an ancestor in another namespace
    shows that ours was made on the way down; failing that, only a network without any interface but `lo` is taken as ours.
    """
    ours = str(Path("/proc/self/ns/net").readlink())
    first = _network(1)
    if first is not None:
        return first != ours
    others = {network for network in (_network(pid) for pid in _ancestors()) if network is not None} - {ours}
    return bool(others) or {name for _, name in socket.if_nameindex()} == {"lo"}


def _network(pid: int) -> str | None:
    try:
        return str(Path(f"/proc/{pid}/ns/net").readlink())
    except OSError:
        return None


def _ancestors() -> list[int]:
    found: list[int] = []
    pid = os.getppid()
    while pid > 1:
        found.append(pid)
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            break
        pid = int(status.partition("\nPPid:")[2].split(maxsplit=1)[0])
    return found
