"""The Debian releases that packages are made for, and the machines."""

from __future__ import annotations

import platform
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """What differs between them.

    name: its code name. number: as in versions. python: what `/usr/bin/python3` is there. glibc: the minor number of its libc, for wheels.
    architectures: as Debian names them, of the machines that there can be a package for.
    """

    name: str
    number: int
    python: str
    glibc: int
    architectures: tuple[str, ...]

    @property
    def packages_folder(self) -> str:
        """Where the environment keeps Python packages, below its own folder."""
        return f"lib/python{self.python}/site-packages"

    def version(self, upstream: str) -> str:
        """A Debian version that sorts between releases: an upgrade to the next Debian takes the next Debian's package."""
        return f"{upstream}~deb{self.number}"

    def tags(self, architecture: str) -> list[str]:
        """The platforms whose wheels run here on such a machine, the newest first. Source: PEP 600, PEP 599."""
        machine = MACHINES[architecture]
        return [*(f"manylinux_2_{minor}_{machine}" for minor in range(self.glibc, 4, -1)), *(f"{old}_{machine}" for old in _OLDER[machine])]


MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
"""What wheels call Debian's architectures."""
_OLDER = {"x86_64": ("manylinux2014", "manylinux1"), "aarch64": ("manylinux2014",)}
HERE = {machine: name for name, machine in MACHINES.items()}.get(platform.machine(), "amd64")
"""This machine's own, whose packages can be tried on it."""
RELEASES = {
    release.name: release
    for release in (
        Release("trixie", 13, "3.13", 41, ("amd64", "arm64")),
        # The arm64 wheels of Qt want glibc 2.39.
        Release("bookworm", 12, "3.11", 36, ("amd64",)),
    )
}
