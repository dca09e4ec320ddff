"""What a supervisor holds of the machine, to be compared after many resets: processes, descriptors, mounts, its own memory and more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import psutil

from flexcare.session.control_groups import PREFIX

SHARED_MEMORY = Path("/dev/shm")
CONTROL_GROUPS = Path("/sys/fs/cgroup")
ABANDONED_S = 5.0


@dataclass(frozen=True)
class Holdings:
    """Counts at one moment, and the supervisor's memory in KiB.

    processes: below the supervisor. insiders: anywhere, that see the bed's folder, as sessions do. mounts: of the supervisor's own
    namespace. shared_memory: segments that nobody has mapped any more. files: in the bed's folder. control_groups: of its sessions.
    memory_kib: what it allocated (anonymous pages). Pss and USS would count libraries too, more or less of them with every other
    program that comes and goes.
    """

    processes: int
    zombies: int
    insiders: int
    threads: int
    descriptors: int
    mounts: int
    shared_memory: int
    files: int
    control_groups: int
    memory_kib: int

    @property
    def counts(self) -> dict[str, int]:
        """Everything that must not grow by one."""
        return {field.name: getattr(self, field.name) for field in fields(self) if not field.name.endswith("_kib")}

    def more_than(self, before: Holdings) -> dict[str, int]:
        """What is held now and was not held before, by kind; empty where nothing leaked."""
        return {name: count - before.counts[name] for name, count in self.counts.items() if count > before.counts[name]}

    def drift(self, before: Holdings) -> float:
        """By which share of itself the supervisor's memory grew, 0.02 for 2 %."""
        return self.memory_kib / before.memory_kib - 1.0


def holdings(pid: int, folder: Path) -> Holdings:
    """What the supervisor with this process id, whose ward, state and sockets lie in `folder`, holds now."""
    supervisor = psutil.Process(pid)
    below = supervisor.children(recursive=True)
    return Holdings(
        processes=len(below),
        zombies=sum(process.status() == psutil.STATUS_ZOMBIE for process in below),
        insiders=sum(1 for _ in insiders(folder)),
        threads=supervisor.num_threads(),
        descriptors=supervisor.num_fds(),
        mounts=len(Path(f"/proc/{pid}/mountinfo").read_bytes().splitlines()),
        shared_memory=sum(1 for _ in _forgotten_shared_memory()),
        files=sum(1 for _ in folder.rglob("*")),
        control_groups=sum(1 for _ in CONTROL_GROUPS.glob(f"**/{PREFIX}*-{pid}-*")),
        memory_kib=_memory_kib(pid)["Anonymous:"],
    )


def insiders(folder: Path) -> Iterator[int]:
    """Every process of this machine to which something in `folder` is mounted: a session's, whoever its parent is by now."""
    mark = f"/{folder.name}/".encode()
    for path in Path("/proc").glob("[0-9]*/mountinfo"):
        try:
            mounts = path.read_bytes()
        except OSError:  # it ended meanwhile
            continue
        if mark in mounts:
            yield int(path.parent.name)


def _forgotten_shared_memory() -> Iterator[Path]:
    """Segments that no process of this machine has mapped, and old enough to be forgotten ones; other programs have theirs."""
    mapped: set[int] = set()
    for path in Path("/proc").glob("[0-9]*/maps"):
        try:
            mapped |= {int(line.split()[4]) for line in path.read_bytes().splitlines()}
        except OSError:  # it ended meanwhile
            continue
    for path in SHARED_MEMORY.rglob("*"):
        try:
            found = path.stat()
        except OSError:  # it went away meanwhile
            continue
        if path.is_file() and found.st_ino not in mapped and time.time() - found.st_ctime > ABANDONED_S:
            yield path


def _memory_kib(pid: int) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(size) for name, size, _ in (line.split() for line in lines)}
