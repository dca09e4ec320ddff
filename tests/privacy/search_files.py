"""Marks in files: what changed since a moment, on every writable file system that any process has mounted."""

from __future__ import annotations

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
        for path in _walk(mount.path):
            yield from _directory(needles, since_s, path, mount)


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


def _walk(top: str) -> Iterator[str]:
    """Every folder of one mount, without those mounted inside it."""
    try:
        device = os.lstat(top).st_dev
    except OSError:
        return
    if not Path(top).is_dir():
        # A single file that is mounted: its folder holds nothing else of this mount.
        yield top
        return
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        yield folder
        try:
            with os.scandir(folder) as entries:
                waiting += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and _on(entry.path, device)]
        except OSError:
            continue


def _on(path: str, device: int) -> bool:
    try:
        return os.lstat(path).st_dev == device
    except OSError:
        return False


def _directory(needles: Needles, since_s: float, folder: str, mount: Mount) -> Iterator[Hit]:
    try:
        entries = list(os.scandir(folder)) if Path(folder).is_dir() else []
    except OSError:
        return
    told = _told(folder, mount)
    names = "/".join(entry.name for entry in entries)
    yield from (Hit(number, "file", f"a name in {told}") for number in needles.numbers(os.fsencode(names)))
    paths = [entry.path for entry in entries] if entries else [folder]
    for path in paths:
        try:
            status = os.lstat(path)
            if status.st_ctime >= since_s:
                yield from _changed(needles, path, status, _told(path, mount))
        except OSError:
            # It went away while we looked, or is not ours to read.
            continue


def _told(path: str, mount: Mount) -> str:
    inside = mount.point + path.removeprefix(mount.path)
    return f"{inside} (as {mount.owner} sees it)" if mount.owner else inside


def _changed(needles: Needles, path: str, status: os.stat_result, told: str) -> Iterator[Hit]:
    numbers: set[int] = set()
    if stat.S_ISLNK(status.st_mode):
        numbers = needles.numbers(os.fsencode(Path(path).readlink()))
    elif stat.S_ISREG(status.st_mode):
        numbers = in_file(needles, path) | _in_attributes(needles, path)
    elif stat.S_ISDIR(status.st_mode):
        numbers = _in_attributes(needles, path)
    yield from (Hit(number, "file", told) for number in numbers)


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
