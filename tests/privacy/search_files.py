"""Marks in files: what changed since a moment, on every writable file system that any process has mounted."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.privacy.markers import LONGEST_BYTES, Needles
from tests.privacy.search import Hit
from tests.privacy.search_processes import others, process_name

CHUNK_BYTES = 4 * 1024 * 1024
NO_FILES = {
    *("proc", "sysfs", "cgroup", "cgroup2", "devpts", "debugfs", "tracefs", "securityfs"),
    *("bpf", "pstore", "binfmt_misc", "autofs", "configfs", "fusectl", "mqueue", "nsfs"),
}
"""File systems of the kernel's own making: nothing that is written there is a file that stays."""


@dataclass(frozen=True)
class Mount:
    """A place where files can be written: the mount point as its namespace sees it, and as we reach it."""

    point: str
    path: str
    key: tuple[str, str]
    owner: str


def hits(needles: Needles, since_s: float) -> Iterator[Hit]:
    """Search all of them, each file system once."""
    for mount in writable_mounts():
        for path, status in _changed(mount.path, since_s):
            try:
                numbers = _numbers(needles, path, status)
            except OSError:
                continue  # it went away while we looked, or is not ours to read
            yield from (Hit(number, "file", _told(path, mount)) for number in numbers)


def writable_mounts() -> list[Mount]:
    """Every writable mount of every mount namespace that can be looked into."""
    found: dict[tuple[str, str], Mount] = {}
    for pid in ("self", *map(str, others())):
        owner = "" if pid == "self" else process_name(int(pid))
        prefix = "" if pid == "self" else f"/proc/{pid}/root"
        for point, key in _mountinfo(pid):
            found.setdefault(key, Mount(point, f"{prefix}{point}", key, owner))
    return list(found.values())


def _mountinfo(pid: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Mount points and (device, root) of what is writable (proc(5), /proc/PID/mountinfo)."""
    try:
        lines = Path(f"/proc/{pid}/mountinfo").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        mounted, _, source = line.partition(" - ")
        _, _, device, root, point, options, *_ = mounted.split(" ")
        kind, _, super_options = source.split(" ", 2)
        if kind not in NO_FILES and "rw" in options.split(",") and "rw" in super_options.split(","):
            yield point.encode().decode("unicode_escape"), (device, root)


def _changed(top: str, since_s: float) -> Iterator[tuple[str, os.stat_result]]:
    """Everything of one mount that was made, renamed or written since then, without what is mounted inside it."""
    try:
        status = os.lstat(top)
    except OSError:
        return
    if status.st_ctime >= since_s:
        yield top, status
    device, waiting = status.st_dev, [top] if stat.S_ISDIR(status.st_mode) else []
    while waiting:
        for path, status in _entries(waiting.pop()):
            if status.st_ctime >= since_s:
                yield path, status
            if stat.S_ISDIR(status.st_mode) and status.st_dev == device:
                waiting.append(path)


def _entries(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    yield entry.path, entry.stat(follow_symlinks=False)
    except OSError:
        return


def _told(path: str, mount: Mount) -> str:
    inside = mount.point + path.removeprefix(mount.path)
    return f"{inside} (as {mount.owner} sees it)" if mount.owner else inside


def _numbers(needles: Needles, path: str, status: os.stat_result) -> set[int]:
    """The marks in a file's name and in whatever sort of content it has. Raises OSError."""
    numbers = needles.numbers(os.fsencode(path))
    if stat.S_ISLNK(status.st_mode):
        return numbers | needles.numbers(os.fsencode(Path(path).readlink()))
    if stat.S_ISREG(status.st_mode):
        return numbers | in_file(needles, path) | _in_attributes(needles, path)
    return numbers | (_in_attributes(needles, path) if stat.S_ISDIR(status.st_mode) else set())


def _in_attributes(needles: Needles, path: str) -> set[int]:
    try:
        names = os.listxattr(path, follow_symlinks=False)
        values = b"/".join(os.getxattr(path, name, follow_symlinks=False) for name in names)
    except OSError:
        return set()
    return needles.numbers(os.fsencode("/".join(names)) + b"/" + values) if names else set()


def in_file(needles: Needles, path: str) -> set[int]:
    """The numbers of the marks in a regular file. Raises OSError."""
    found: set[int] = set()
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        at = 0
        while chunk := os.pread(handle, CHUNK_BYTES + LONGEST_BYTES, at):
            found |= needles.numbers(chunk)
            at += CHUNK_BYTES
    finally:
        os.close(handle)
    return found
