"""A clean Debian for one test: the room's files below, what the test does above, gone with the test. Wants root."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_S = 300

ENTER = """
set -e
root=$1 packages=$2 kernel=$3; shift 3
mount --make-rprivate /
cd "$root"
mount --bind "$packages" mnt
mount -t proc proc proc
if [ "$kernel" = kept ]; then mount --bind proc/sys proc/sys; mount -o remount,bind,ro proc/sys; fi
mount --rbind /dev dev
mount -t sysfs -o ro sysfs sys
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
ip link set lo up
pivot_root . .
umount -l .
cd /
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive "$@"
"""
"""The first process in it. By pivot_root, since a chroot forbids user namespaces, and sessions are made of them. What a tablet tells its
kernel is not told to this machine's (`kept`); but where sessions are to run, nothing may lie over /proc."""


@dataclass(frozen=True)
class Box:
    """A system that commands run in; `packages` is seen as /mnt."""

    root: Path
    packages: Path

    def command(self, *words: str, kernel: str = "kept") -> list[str]:
        """What runs `words` in the box, in namespaces of its own that end with it, without a network."""
        own = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--ipc", "--uts", "--net", "bash", "-c", ENTER, "box"]
        return [*own, str(self.root), str(self.packages), kernel, *words]

    def run(self, *words: str, check: bool = True, kernel: str = "kept") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            self.command(*words, kernel=kernel), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=TIMEOUT_S
        )
        assert not check or done.returncode == 0, f"{words}: {done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done

    def shell(self, text: str) -> str:
        return self.run("sh", "-euc", text).stdout

    def write(self, place: str, text: str) -> None:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def files(self) -> dict[str, str]:
        """Every file, folder and link of the system, with what tells whether it is as before: its content's size, or where it leads."""
        found = {}
        for folder, names, files in os.walk(self.root):
            for name in (*names, *files):
                path = Path(folder, name)
                told = path.lstat()
                what = str(path.readlink()) if path.is_symlink() else "folder" if path.is_dir() else str(told.st_size)
                found[f"/{path.relative_to(self.root)}"] = f"{what} {told.st_uid} {told.st_mode:o}"
        return found


@contextmanager
def box(room: Path, packages: Path, folder: Path) -> Iterator[Box]:
    """A box above the room; what is written in it lies in `folder`, and the room stays as it is."""
    places = [folder / name for name in ("upper", "work", "root")]
    for place in places:
        place.mkdir(parents=True)
    upper, work, root = places
    options = f"lowerdir={room},upperdir={upper},workdir={work}"
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, str(root)], check=True, capture_output=True)
    try:
        yield Box(root, packages)
    finally:
        subprocess.run(["umount", "--lazy", str(root)], check=True, capture_output=True)
        subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)
