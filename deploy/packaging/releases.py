"""The Debian releases that packages are made for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """What differs between them.

    name: its code name. number: as in versions. python: what `/usr/bin/python3` is there. glibc: the minor number of its libc, for wheels.
    """

    name: str
    number: int
    python: str
    glibc: int

    @property
    def packages_folder(self) -> str:
        """Where the environment keeps Python packages, below its own folder."""
        return f"lib/python{self.python}/site-packages"

    def version(self, upstream: str) -> str:
        """A Debian version that sorts between releases: an upgrade to the next Debian takes the next Debian's package."""
        return f"{upstream}~deb{self.number}"

    def tags(self) -> list[str]:
        """The platforms whose wheels run here, the newest first. Source: PEP 600, PEP 599."""
        return [f"manylinux_2_{minor}_x86_64" for minor in range(self.glibc, 4, -1)] + ["manylinux2014_x86_64", "manylinux1_x86_64"]


RELEASES = {release.name: release for release in (Release("trixie", 13, "3.13", 41), Release("bookworm", 12, "3.11", 36))}
