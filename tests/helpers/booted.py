"""A tablet that is booted: systemd itself, in namespaces of its own over this machine's files, starts the packaged units.

Nothing of it reaches this machine: what it writes lies in memory, it has a network of its own without any way out, and processes of its
own. What is otherwise than on a tablet stands in drop-ins: a headless display, a seat that gives out nothing, a ward folder in the place
of an enrolment.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import deploy
from flexcare.session.sandbox import checkout
from flexcare.session.ward_writer import write_ward
from tests.helpers.bedside import channel, offer
from tests.helpers.control_group import own_group

BOOT_S = 400.0
SYSTEMD = Path("/lib/systemd/systemd")
DEPLOY = Path(deploy.__path__[0])
PYTHON = "/usr/lib/flexcare/venv/bin/python -P -m"
CODE = ("flexcare", "flexcare-launcher", "flexcare-display", "flexcare-guide@", "flexcare-filter@", "flexcare-firewall")
DROP_INS = {
    **dict.fromkeys(CODE, ""),
    "flexcare-display": "Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1\n",
    # Compiled where the packages are tried; sessions start without.
    "flexcare-caches": "ExecStart=\nExecStart=/bin/true\n",
    "flexcare-seat": "ExecStart=\nExecStart=/bin/sleep infinity\nTTYPath=\nTTYReset=no\nTTYVHangup=no\nTTYVTDisallocate=no\n",
    "flexcare": f"ExecStart=\nExecStart={PYTHON} flexcare run --state /var/lib/flexcare --run /run/flexcare --apart /run "
    "--session-account flexcare-session --ward /srv/ward\n",
    "flexcare-launcher": f"ExecStart=\nExecStart={PYTHON} flexcare.launcher --folder /run/flexcare-session --ward /srv/ward "
    "--display /run/flexcare-display/wayland-1\n",
}
EVENING = {
    "flexcare": f"ReadWritePaths=/srv/bed\nExecStart=\nExecStart={PYTHON} deploy.tour.supervised --folder /srv/bed --ward /srv/ward "
    "--screen 1280x800@10.1 --apart /run\n",
    "flexcare-launcher": f"ExecStart=\nExecStart={PYTHON} deploy.tour.launching --listener 3 --bed /srv/bed --ward /srv/ward "
    "--display /run/flexcare-display/wayland-1 --folder /run/flexcare-session\n",
}
"""Sessions with a witness, for whom somebody waits in a folder of the bed."""
TARGET = """[Unit]
Requires=basic.target
After=basic.target
Wants=flexcare.service flexcare-guide.socket flexcare-filter.socket look.service
AllowIsolate=yes
"""
LOOK = f"""[Unit]
After=flexcare.service
[Service]
Type=oneshot
Environment=PYTHONPATH=/usr/lib/flexcare/checkout
ExecStart={PYTHON} tests.helpers.booted_inside /srv/share/found.json
StandardOutput=file:/srv/share/said
StandardError=file:/srv/share/said
TimeoutStartSec=infinity
"""
SCRIPT = """set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$PLACE/boot"
cd "$PLACE/boot"
mkdir up work root
mount -t overlay overlay -o "lowerdir=/,upperdir=$PLACE/boot/up,workdir=$PLACE/boot/work" root
cd root
mkdir -p usr/lib/flexcare/venv usr/lib/flexcare/checkout usr/lib/flexcare/compositor srv/share srv/ward sys/fs/cgroup oldroot
mount --bind "$VENV" usr/lib/flexcare/venv
mount --bind "$CHECKOUT" usr/lib/flexcare/checkout
mount --bind "$PLACE/share" srv/share
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs dev
for name in null zero full random urandom tty; do cp -a "/dev/$name" dev/; done
mkdir dev/pts dev/shm
mount -t devpts devpts dev/pts -o newinstance,ptmxmode=666
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs tmpfs dev/shm
touch dev/console
mount --bind "$PLACE/share/console" dev/console
cp -r "$PLACE/units/." usr/lib/systemd/system/
cp "$TABLET" usr/lib/flexcare/tablet.nft
cp "$SWAY" usr/lib/flexcare/compositor/sway.conf
cp -r "$PLACE/ward/." srv/ward/
for user in flexcare flexcare-session flexcare-display; do
    chroot . useradd --system --no-create-home --shell /usr/sbin/nologin "$user"
done
mkdir -m 711 srv/bed
chroot . chown flexcare:flexcare /srv/bed
getent group render > /dev/null || chroot . groupadd --system render
pivot_root . oldroot
umount -l /oldroot
ip link set lo up
exec env -i container=flexcare-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    "$SYSTEMD" --system --unit=flexcare-test.target --log-target=console --show-status=no
"""


TRIED = """mount -t tmpfs none /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay none -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
mount -t cgroup2 none /mnt/root
"""


def why_not() -> str:
    """Why no tablet can be booted here; empty where one can."""
    if os.getuid() != 0:
        return "to boot systemd in namespaces of its own takes root"
    if not SYSTEMD.exists():
        return "there is no systemd here"
    done = subprocess.run(["unshare", "--mount", "sh", "-ec", TRIED], capture_output=True, timeout=60)
    return "" if done.returncode == 0 else "this machine lets nobody lay one file system over another"


def boot(*, evening: bool = False, keep: Path | None = None) -> dict[str, Any]:
    """Boot a tablet, have everything done that `booted_inside` or `booted_evening` does, and return what it found.

    keep: a folder for the pictures that were taken.
    """
    with tempfile.TemporaryDirectory(prefix="fc-boot-") as name, own_group() as group:
        place = Path(name)
        place.chmod(0o755)
        for folder in ("boot", "share"):
            (place / folder).mkdir()
        (place / "share" / "console").touch()
        write_ward(place / "ward", offer(channel(1, "http://127.0.0.1:9/nothing.ts")), {})
        _write_units(place / "units", evening=evening)
        environment = {
            "PLACE": name,
            "VENV": sys.prefix,
            "CHECKOUT": str(checkout()),
            "SWAY": str(DEPLOY / "compositor" / "sway.conf"),
            "TABLET": str(DEPLOY / "system" / "usr" / "lib" / "flexcare" / "tablet.nft"),
            "SYSTEMD": str(SYSTEMD),
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        }
        apart = ("--cgroup", "--pid", "--mount", "--uts", "--ipc", "--net", "--fork", "--kill-child")
        command = ["sh", "-c", 'echo $$ > "$0" && exec "$@"', str(group / "cgroup.procs"), "unshare", *apart, "sh", "-c", SCRIPT]
        with (place / "said").open("wb") as said:
            done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said, timeout=BOOT_S)
        found = place / "share" / "found.json"
        words = [(place / each).read_text(errors="replace") for each in ("said", "share/console", "share/said") if (place / each).exists()]
        assert found.exists(), f"it ended with {done.returncode}: {' | '.join(words)[-3000:]}"
        if keep is not None:
            for picture in (place / "share").glob("*.png"):
                shutil.copy(picture, keep)
        told: dict[str, Any] = json.loads(found.read_text())
        return told


def _write_units(units: Path, *, evening: bool) -> None:
    subprocess.run(["cp", "-r", f"{DEPLOY / 'systemd'}/.", str(units)], check=True)
    subprocess.run(["cp", "-r", f"{DEPLOY / 'systemd' / 'debian-12'}/.", str(units)], check=True)
    for name, more in (DROP_INS | (EVENING if evening else {})).items():
        folder = units / f"{name}.service.d"
        folder.mkdir(exist_ok=True)
        (folder / "99-test.conf").write_text(f"[Service]\nEnvironment=PYTHONPATH=/usr/lib/flexcare/checkout\n{more}")
    # In the evening it is started when there is a ward to show.
    (units / "flexcare-test.target").write_text(TARGET.replace("flexcare.service ", "" if evening else "flexcare.service "))
    (units / "look.service").write_text(LOOK.replace("booted_inside", "booted_evening") if evening else LOOK)
