"""Control groups for one session, in whichever of the kernel's two arrangements this machine has.

Version 2 needs a group that was delegated to us (systemd's `Delegate=yes` marks it). Version 1 needs the right to make groups
below our own, which root has. Sources: Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst, cgroup-v1/pids.rst.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

WANTED = {"memory": "memory", "pids": "the number of tasks"}
"""The controllers that a session needs, and what each of them limits."""

PREFIX = "flexcare-session-"
OWN_GROUP = "supervisor"
REMOVE_TRIES = 50
REMOVE_PAUSE_S = 0.01


@dataclass(frozen=True)
class ControlGroup:
    """A group made for one session, and what it controls."""

    folder: Path
    controllers: tuple[str, ...]

    def add(self, pid: int) -> None:
        """Move a process in; what it starts from then on is born there. Raises OSError."""
        (self.folder / "cgroup.procs").write_text(str(pid))

    def hold(self, *, still: bool) -> bool:
        """Have the kernel hold every process in it, or let go of them; False where it will not. Version 1's is not used: it holds off
        death too.
        """
        switch = self.folder / "cgroup.freeze"
        if not switch.exists():
            return True
        try:
            switch.write_text(str(int(still)))
        except OSError:
            return False
        return True

    def remove(self) -> None:
        """Take the group away. The kernel needs a moment after its last process; a group that stays in use stays."""
        for _ in range(REMOVE_TRIES):
            try:
                self.folder.rmdir()
            except OSError as error:
                if error.errno != errno.EBUSY:
                    return
                select.select([], [], [], REMOVE_PAUSE_S)
            else:
                return


@dataclass(frozen=True)
class Hierarchy:
    """One of the mounted hierarchies: our own group in it, and the controllers that can be had there."""

    own: Path
    controllers: tuple[str, ...]


def make_groups(memory_bytes: int, tasks_max: int) -> tuple[tuple[ControlGroup, ...], tuple[str, ...]]:
    """Groups that limit memory and tasks, and in words what could not be had."""
    name = f"{_own_prefix(os.getpid())}{uuid.uuid4().hex[:12]}"
    most = {"memory": memory_bytes, "pids": tasks_max}
    hierarchies = own_hierarchies(Path("/proc/self/mountinfo").read_text(), Path("/proc/self/cgroup").read_text())
    groups: list[ControlGroup] = []
    missing: list[str] = []
    for hierarchy in hierarchies:
        controllers = tuple(each for each in WANTED if each in hierarchy.controllers)
        if controllers:
            why_not = _try(groups, partial(_make, hierarchy.own, name, controllers, most))
            missing += [f"no control group limits {WANTED[each]}: {why_not}" for each in controllers if why_not]
    offered = {each for hierarchy in hierarchies for each in hierarchy.controllers}
    missing += [f"no control group limits {what}: this machine offers none" for each, what in WANTED.items() if each not in offered]
    return tuple(groups), tuple(missing)


def _try(groups: list[ControlGroup], make: Callable[[], ControlGroup]) -> str:
    """Add what `make` makes to the groups, or say why it could not be made."""
    try:
        groups.append(make())
    except OSError as error:
        return error.strerror or "the kernel refuses"
    return ""


def own_hierarchies(mountinfo: str, own_groups: str) -> list[Hierarchy]:
    """Every hierarchy that is mounted here, with our own group in it."""
    paths = dict(line.split(":", 2)[1:] for line in own_groups.splitlines())
    hierarchies = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        root, point = before.split()[3:5]
        kind, _, options = after.split()[:3]
        for names, path in paths.items():
            is_ours = kind == "cgroup2" if not names else kind == "cgroup" and set(names.split(",")) <= set(options.split(","))
            if is_ours and (root == "/" or path.startswith(root)):
                own = Path(point, path.removeprefix(root).lstrip("/"))
                hierarchies.append(Hierarchy(own, tuple(names.split(",")) if names else _unified_controllers(own)))
    return hierarchies


def _unified_controllers(own: Path) -> tuple[str, ...]:
    # Where we stepped aside from the delegated group, what it has is of interest.
    return _words((own.parent if own.name == OWN_GROUP else own) / "cgroup.controllers")


def _make(own: Path, name: str, controllers: tuple[str, ...], most: dict[str, int]) -> ControlGroup:
    is_unified = (own / "cgroup.controllers").exists()
    parent = _parent(own, controllers) if is_unified else own
    _remove_orphans(parent)
    group = ControlGroup(parent / name, controllers)
    group.folder.mkdir()
    try:
        for controller in controllers:
            for file, value in _limits(is_unified, controller, most[controller]).items():
                # Not there where the kernel has no swap, or does not count it.
                if "sw" not in file or (group.folder / file).exists():
                    (group.folder / file).write_text(str(value))
    except OSError:
        group.remove()
        raise
    return group


def _own_prefix(pid: int | str) -> str:
    """How the groups of the program with this number begin. Numbers mean something within one pid namespace only."""
    return f"{PREFIX}{os.stat('/proc/self/ns/pid').st_ino}-{pid}-"  # noqa: PTH116


def _remove_orphans(parent: Path) -> None:
    """Take away what a program that was killed left of its sessions' groups. The sessions ended with it."""
    for folder in parent.glob(f"{_own_prefix('*')}*"):
        pid = folder.name.removeprefix(PREFIX).split("-")[1]
        if not Path("/proc", pid).exists():
            with contextlib.suppress(OSError):
                folder.rmdir()


def _limits(is_unified: bool, controller: str, most: int) -> dict[str, int]:
    if controller == "pids":
        return {"pids.max": most}
    if is_unified:
        return {"memory.max": most, "memory.oom.group": 1, "memory.swap.max": 0}
    # Version 1 limits memory together with swap, so with the same value for both, and it is asked not to swap.
    return {"memory.limit_in_bytes": most, "memory.memsw.limit_in_bytes": most, "memory.swappiness": 0}


def _parent(own: Path, controllers: tuple[str, ...]) -> Path:
    """Where a session's group of version 2 can be made. Raises OSError."""
    parent = _delegated(own)
    if parent == own:
        _step_aside(own)
    (parent / "cgroup.subtree_control").write_text(" ".join(f"+{each}" for each in controllers))
    return parent


def _delegated(own: Path) -> Path:
    """The group that systemd gave into our hands: our own or, once we stepped aside, the one above. Raises OSError."""
    for folder in (own, own.parent):
        for mark in ("user.delegate", "trusted.delegate"):
            try:
                if os.getxattr(folder, mark) == b"1":
                    return folder
            except OSError as error:
                if error.errno not in (errno.ENODATA, errno.EPERM, errno.ENOTSUP, errno.EACCES):
                    raise
    raise OSError(errno.EPERM, "systemd has delegated no group to this service (Delegate=yes)")


def _step_aside(own: Path) -> None:
    """Move everything in our own group one level down: a group that has processes cannot hand controllers on."""
    below = own / OWN_GROUP
    below.mkdir(exist_ok=True)
    for pid in _words(own / "cgroup.procs"):
        (below / "cgroup.procs").write_text(pid)


def _words(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text().split())
    except (FileNotFoundError, PermissionError):
        return ()
