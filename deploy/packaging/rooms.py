"""Clean Debian systems for the package tests: bare, but for what the packages depend on, so that the tests need no network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from deploy.packaging.control import TABLET_DEPENDS, program_control
from deploy.packaging.making import CACHE, edition
from deploy.packaging.releases import Release
from flexcare.errors import FlexCareError

TIMEOUT_S = 1200
BESIDE = ("ca-certificates", "tzdata")
"""What a tablet has in any case."""


class RoomUnusable(FlexCareError):
    """A clean system cannot be made; nothing is tested in it."""


def room(release: Release) -> Path:
    """The folder of the clean system. Raises RoomUnusable where it has not been made, or for other dependencies."""
    folder = _folder(release)
    if not folder.is_dir():
        raise RoomUnusable(f"there is no clean {release.name} here", cure="run deploy/package --rooms as root")
    return folder


def make_room(release: Release) -> Path:
    """Have the clean system, made when its dependencies have changed. Raises RoomUnusable."""
    folder = _folder(release)
    if folder.is_dir():
        return folder
    if os.getuid() != 0 or shutil.which("mmdebstrap") is None:
        raise RoomUnusable("clean systems are made by root with mmdebstrap", cure="apt-get install mmdebstrap, and run this as root")
    for old in folder.parent.glob(f"room-{release.name}-*"):
        shutil.rmtree(old)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"making-{release.name}-", dir=folder.parent) as making:
        made = Path(making, "root")
        # The temporary folder is root's alone, and the room would be: apt's own user has to get in.
        Path(making).chmod(0o755)
        command = [
            "mmdebstrap",
            "--quiet",
            "--variant=minbase",
            '--aptopt=Acquire::Check-Valid-Until "false"',
            f"--include={','.join(_names(release))}",
            release.name,
            str(made),
        ]
        # Not in this program's own folder for temporary files, which may be closed to apt's user.
        environment = {name: value for name, value in os.environ.items() if name != "TMPDIR"}
        done = subprocess.run([*command, *_mirror()], env=environment, capture_output=True, text=True, check=False, timeout=TIMEOUT_S)
        if done.returncode:
            raise RoomUnusable(f"mmdebstrap: {done.stderr.strip().splitlines()[-1:]}", cure="is the network there?")
        made.rename(folder)
    return folder


def _names(release: Release) -> list[str]:
    return [_chosen(item, release) for item in _dependencies(release)]


def _chosen(alternatives: str, release: Release) -> str:
    """Of `new | old` what the release has: Debian 13 renamed libraries for 64-bit times, 12 has the old names."""
    names = [name.split()[0] for name in alternatives.split(" | ")]
    return names[0] if release.number >= 13 else names[-1]


def _dependencies(release: Release) -> list[str]:
    line = next(line for line in program_control(edition(release), 0).splitlines() if line.startswith("Depends: "))
    own = [item for item in line.removeprefix("Depends: ").split(", ") if not item.startswith("python3 (")]
    return sorted({*own, "python3", *(item.partition(" | ")[0] for item in TABLET_DEPENDS), *BESIDE})


def _folder(release: Release) -> Path:
    key = hashlib.sha256("\n".join(_dependencies(release)).encode()).hexdigest()[:12]
    return CACHE / f"room-{release.name}-{key}"


def _mirror() -> list[str]:
    """The Debian mirror of this machine, where it is one."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(COMPONENT)", "Created-By: Packages"]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line.split()[0] for line in found if line.endswith(" main") and line.split()[0].rstrip("/").endswith("/debian")][:1]
