"""Makes Debian packages of this checkout: deploy/package [trixie] [bookworm] [--architecture A] [--output DIR] [--version V]; --rooms
makes no package, but has ready what the package tests need: the wheels, and clean systems to install in (root, mmdebstrap).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from deploy.packaging.contents import Edition
from deploy.packaging.making import CACHE, edition, make, wheels
from deploy.packaging.releases import HERE, MACHINES, RELEASES, Release
from deploy.packaging.rooms import make_room
from flexcare.errors import FlexCareError


def main(arguments: list[str]) -> int:
    """Make them and say where they are, how large and with what hash; 0 when all were made."""
    parser = argparse.ArgumentParser(prog="deploy/package", description=__doc__)
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help=f"of {', '.join(RELEASES)}; without one, all")
    parser.add_argument("--architecture", choices=sorted(MACHINES), help="without one, all that there can be a package for")
    parser.add_argument("--output", type=Path, default=CACHE, metavar="DIR")
    parser.add_argument("--version", default="", help="if it is not that of the program")
    parser.add_argument("--rooms", action="store_true", help="make what the package tests need instead")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.releases) - set(RELEASES):
        parser.error(f"there are no packages for {', '.join(sorted(unknown))}")
    try:
        for name in asked.releases or RELEASES:
            release = RELEASES[name]
            wanted = [one for one in release.architectures if asked.architecture in (None, one)]
            if not wanted:
                parser.error(f"there is no package of {name} for {asked.architecture}")
            for architecture in wanted:
                if asked.rooms:
                    _make_ready(release, architecture)
                else:
                    _make(edition(release, asked.version, architecture), asked.output)
    except (FlexCareError, OSError, subprocess.SubprocessError) as error:
        print(f"deploy/package: {error}", file=sys.stderr)
        said = getattr(error, "stderr", None)
        if said:
            print(said.decode(errors="replace") if isinstance(said, bytes) else said, file=sys.stderr)
        return 1
    return 0


def _make_ready(release: Release, architecture: str) -> None:
    wheels(release, architecture)
    # Only this machine's own kind can be tried here.
    if architecture == HERE:
        print(make_room(release), flush=True)


def _make(what: Edition, output: Path) -> None:
    made = make(what, output)
    for path in (made.program, made.tablet):
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB  sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
