"""Plants in everything that looks like a file."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from tests.privacy.planters import Ground, Planter, Refused

NAMED = {
    "home": ("HOME", ""),
    "tmpdir": ("TMPDIR", ""),
    "xdg-config": ("XDG_CONFIG_HOME", ".config"),
    "xdg-cache": ("XDG_CACHE_HOME", ".cache"),
    "xdg-data": ("XDG_DATA_HOME", ".local/share"),
    "xdg-state": ("XDG_STATE_HOME", ".local/state"),
    "xdg-runtime": ("XDG_RUNTIME_DIR", ""),
}
"""The variable that names each folder, and where in HOME it is if nothing names it."""

KERNEL_FILES = {"proc", "sysfs", "cgroup", "cgroup2", "devpts", "mqueue", "securityfs", "debugfs", "tracefs", "bpf"}


def folder(store: str) -> Path:
    """The folder of a store."""
    variable, default = NAMED[store]
    named = os.environ.get(variable, "")
    if not named and not default:
        raise Refused(f"{variable} names nothing")
    return Path(named) if named else Path.home() / default


def _write(ground: Ground, store: str, place: Path) -> None:
    """A file with the mark as its name and its content."""
    place.mkdir(parents=True, exist_ok=True)
    (place / ground.mark(store)).write_text(f"content {ground.mark(store)}\n")
    ground.places.setdefault(store, []).append(str(place))


def _in_named(store: str, ground: Ground) -> None:
    _write(ground, store, folder(store))


def _in_shared_memory(ground: Ground) -> None:
    _write(ground, "shm", Path("/dev/shm"))


def writable_mounts() -> list[str]:
    """Mount points that this process sees as writable, without the kernel's own."""
    found = []
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        mounted, _, source = line.partition(" - ")
        fields = mounted.split(" ")
        kind, _, options = source.split(" ", 2)
        if kind not in KERNEL_FILES and "rw" in fields[5].split(",") and "rw" in options.split(","):
            found.append(fields[4].encode().decode("unicode_escape"))
    return found


def _in_every_mount(ground: Ground) -> None:
    if not ground.everywhere:
        raise Refused("without a sandbox that would be the whole machine")
    for point in writable_mounts():
        if not Path(point).is_dir():
            continue
        try:
            _write(ground, "mounts", Path(point))
        except OSError as error:
            ground.places.setdefault("not writable", []).append(f"{point}: {os.strerror(error.errno or 0)}")


def _attribute(ground: Ground) -> None:
    file = folder("home") / "planted-attribute"
    file.touch()
    os.setxattr(file, "user.planted", ground.mark("attribute").encode())


def _link(ground: Ground) -> None:
    (folder("home") / "planted-link").symlink_to(f"/nowhere/{ground.mark('link')}")


def _unlinked(ground: Ground) -> None:
    file = folder("tmpdir") / "planted-unlinked"
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    os.write(handle, ground.mark("unlinked").encode())
    file.unlink()
    ground.keep.append(handle)


PLANTERS: dict[str, Planter] = {
    **{store: partial(_in_named, store) for store in NAMED},
    "shm": _in_shared_memory,
    "mounts": _in_every_mount,
    "attribute": _attribute,
    "link": _link,
    "unlinked": _unlinked,
}
