"""How much memory a visit takes, and the end of the page that takes too much, so that the frame can say so and all else goes on.

Counted by the session, whose numbers of processes are those in /proc: private pages of every process of the visit.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

MIB = 1024 * 1024
LOOK_EVERY_MS = 250
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def limit_each_process(limit_mib: int) -> None:
    """Let no process of the visit have more private memory than this, however fast it grows. The engine's processes inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = limit_mib * MIB
    allowed = [value for value in (most, soft, hard) if value != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(allowed), min(allowed)))


def private_bytes(pid: int) -> int:
    """What a process has in memory and shares with nobody; 0 of one that is gone. Source: proc_pid_statm(5)."""
    try:
        _, resident, shared, *_ = map(int, Path(f"/proc/{pid}/statm").read_text().split())
    except (OSError, ValueError):
        return 0
    return (resident - shared) * PAGE_BYTES


def available_mib() -> int:
    """How much memory programs can still have; a machine that does not say has none to spare. Source: proc_meminfo(5)."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:")), 0)


def descendants(pid: int) -> Iterator[int]:
    """Every process that a process started, and those that these started."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                # The name in parentheses may hold anything.
                status = Path(entry.path, "stat").read_text(errors="replace").rpartition(")")[2].split()
                children.setdefault(int(status[1]), []).append(int(entry.name))
    waiting = [pid]
    while waiting:
        found = children.get(waiting.pop(), [])
        waiting += found
        yield from found


class Appetite(QObject):
    """Watches the processes below `pid` and ends the one that takes most once all take more than `limit_mib` together.

    `tooLarge` is told just before that.
    """

    tooLarge = Signal()

    def __init__(self, pid: int, limit_mib: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pid = pid
        self._limit_bytes = limit_mib * MIB
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        sizes = {pid: private_bytes(pid) for pid in descendants(self._pid)}
        if sum(sizes.values()) > self._limit_bytes:
            self.tooLarge.emit()
            with contextlib.suppress(ProcessLookupError):
                os.kill(max(sizes, key=lambda pid: sizes[pid]), signal.SIGKILL)
