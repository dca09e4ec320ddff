"""Starts a clean Debian as a machine starts: systemd first, in namespaces of its own that end with it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.deploy.packaging.box import Box
from tests.helpers.control_group import own_group

STARTS_WITHIN_S = 120
ASK_AGAIN_S = 0.2

LEFT_OUT = (
    "systemd-sysctl.service",
    "systemd-udevd.service",
    "systemd-timesyncd.service",
    "systemd-modules-load.service",
    "systemd-binfmt.service",
)
"""What would change the machine that the test runs on: its kernel's settings, its devices, its clock."""

BOOT = """
set -e
root=$1 packages=$2
mount --make-rprivate /
cd "$root"
mount --bind "$packages" mnt
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs dev
for name in null zero full random urandom tty; do touch dev/$name; mount --bind /dev/$name dev/$name; done
mkdir dev/shm dev/pts
mount -t tmpfs tmpfs dev/shm
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs tmpfs tmp
ip link set lo up
pivot_root . .
umount -l .
cd /
withheld=-sys_time,-sys_module,-sys_rawio
exec env -i container=box setpriv --bounding-set=$withheld /sbin/init systemd.unit=graphical.target systemd.show_status=0
"""
"""Devices of its own, so that nothing there reaches this machine's; `container` keeps systemd from what only a whole machine may do."""


@dataclass(frozen=True)
class Started:
    """A running system, by the process number of its init."""

    init: int

    def shell(self, text: str) -> str:
        """What a command says in it, whatever its exit code."""
        command = ["nsenter", "--target", str(self.init), "--all", "sh", "-uc", text]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=STARTS_WITHIN_S)
        return done.stdout

    def await_start(self) -> str:
        """Wait until everything that is started at the start has been, and say how it is: `running`, or `degraded`."""
        deadline = time.monotonic() + STARTS_WITHIN_S
        while time.monotonic() < deadline:
            said = self.shell("systemctl is-system-running --wait 2>/dev/null").strip()
            if said in ("running", "degraded"):
                return said
            time.sleep(ASK_AGAIN_S)
        raise AssertionError(
            f"it does not start: {self.shell('systemctl --no-pager list-jobs; journalctl --no-pager -o cat | tail -n 40')}"
        )


@contextmanager
def started(box: Box) -> Iterator[Started]:
    """The box's system, running until the end of the block."""
    for name in LEFT_OUT:
        link = box.root / "etc/systemd/system" / name
        link.unlink(missing_ok=True)
        link.symlink_to("/dev/null")
    with own_group() as group:
        own = ["unshare", "--cgroup", "--mount", "--pid", "--fork", "--kill-child", "--ipc", "--uts", "--net", "bash", "-c", BOOT, "boot"]
        enter = ["sh", "-c", 'echo $$ >"$0"; exec "$@"', str(group / "cgroup.procs"), *own, str(box.root), str(box.packages)]
        process = subprocess.Popen(enter, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield Started(_child(process.pid))
        finally:
            process.kill()
            process.wait()


def _child(pid: int) -> int:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if found:
            return int(found[0])
        time.sleep(ASK_AGAIN_S)
    raise AssertionError("nothing was started")
