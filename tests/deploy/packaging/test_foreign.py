"""The package for machines of another kind than this one, which cannot be tried here: what is in it is held against our own kind's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deploy.packaging.contents import PLACE, lay_program
from deploy.packaging.control import program_control
from deploy.packaging.making import edition, wheels
from deploy.packaging.releases import HERE, MACHINES, RELEASES
from tests.deploy.packaging.elf import read_elf

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

FOREIGN = [
    pytest.param(name, architecture, marks=pytest.mark.xdist_group(f"package-{name}"))
    for name, release in RELEASES.items()
    for architecture in release.architectures
    if architecture != HERE
]
BROUGHT = {
    "libbz2.so.1.0": "libbz2-1.0",
    "liblcms2.so.2": "liblcms2-2",
    "libminizip.so.1": "libminizip1t64",
    "libopus.so.0": "libopus0",
    "libsnappy.so.1": "libsnappy1v5",
    "libwebp.so.7": "libwebp7",
    "libwebpdemux.so.2": "libwebpdemux2",
    "libwebpmux.so.3": "libwebpmux3",
}
"""What another kind's wheels are linked with and ours are not, and Debian 13's packages that have it."""
LOADERS = re.compile(r"ld-linux-.*\.so\.\d")
"""Each kind's own, of libc."""


def laid(root: Path, name: str, architecture: str) -> Path:
    """The program as it lies on a machine of that kind."""
    lay_program(root, edition(RELEASES[name], architecture=architecture), wheels(RELEASES[name], architecture))
    return root / PLACE


def plain_names(place: Path) -> set[str]:
    """Every file, without what only says for which machine it is."""
    every = "|".join(MACHINES.values())
    return {re.sub(every, "MACHINE", str(path.relative_to(place))) for path in place.rglob("*") if not path.is_dir()}


def from_outside(place: Path, architecture: str) -> set[str]:
    """The libraries that Debian has to bring. Every program and library is for this kind of machine."""
    found, asked = set(), set()
    for path in place.rglob("*"):
        if path.is_file() and not path.is_symlink() and (elf := read_elf(path)) is not None:
            assert elf.machine == architecture, path
            found.add(path.name)
            asked |= set(elf.needed)
    return {name for name in asked - found if not LOADERS.fullmatch(name)}


@pytest.mark.parametrize(("name", "architecture"), FOREIGN)
def test_it_has_what_ours_has_and_asks_debian_for_what_else_it_is_linked_with(tmp_path: Path, name: str, architecture: str) -> None:
    ours, theirs = laid(tmp_path / "ours", name, HERE), laid(tmp_path / "theirs", name, architecture)
    assert plain_names(theirs) == plain_names(ours)
    control = program_control(edition(RELEASES[name], architecture=architecture), 1)
    assert f"\nArchitecture: {architecture}\n" in control
    depends = next(line for line in control.splitlines() if line.startswith("Depends: ")).removeprefix("Depends: ").split(", ")
    more = from_outside(theirs, architecture) - from_outside(ours, HERE)
    assert {BROUGHT[library] for library in more} <= set(depends)
