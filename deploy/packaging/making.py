"""From the checkout to package files, readable from top to bottom."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import flexcare
from deploy.packaging import archive, control
from deploy.packaging.contents import CHECKOUT, Edition, lay_program, lay_tablet
from deploy.packaging.releases import HERE, Release
from deploy.packaging.requirements import fetch, needed

CACHE = CHECKOUT / ".cache" / "package"


@dataclass(frozen=True, slots=True)
class Made:
    """The two package files of one release."""

    program: Path
    tablet: Path


def edition(release: Release, version: str = "", architecture: str = HERE) -> Edition:
    """What is made now: this version, with the time of the last commit, or of SOURCE_DATE_EPOCH where that is set."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return Edition(release, version or flexcare.__version__, int(told) if told else _last_commit_s(), architecture)


def wheels(release: Release, architecture: str = HERE) -> list[Path]:
    """The wheels that a tablet of this release and kind needs, by hash. Raises WheelsMissing."""
    pinned = (CHECKOUT / "deploy" / "requirements.txt").read_text(encoding="utf-8")
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    return fetch(needed(pinned, project).values(), release, architecture, CACHE / f"wheels-{release.name}-{architecture}")


def make(what: Edition, output: Path, compression: Sequence[str] = archive.COMPRESSION) -> Made:
    """Make both packages of a release in `output`. Raises FlexCareError, OSError or subprocess.SubprocessError."""
    output.mkdir(parents=True, exist_ok=True)
    made = Made(*(output / f"{name}_{what.debian_version}_{what.architecture}.deb" for name in ("flexcare", "flexcare-tablet")))
    with tempfile.TemporaryDirectory(prefix="flexcare-package-", dir=output) as folder:
        _make_program(what, Path(folder, "program"), made.program, compression)
        make_tablet(what, Path(folder, "tablet"), made.tablet)
    return made


def _make_program(what: Edition, root: Path, output: Path, compression: Sequence[str]) -> None:
    lay_program(root, what, wheels(what.release, what.architecture))
    information = {"control": control.program_control(what, archive.size_kib(root)), **control.scripts("flexcare")}
    archive.build(root, information, output, what.epoch_s, compression)


def make_tablet(what: Edition, root: Path, output: Path) -> None:
    """Make the small package alone, in a folder that is not there yet."""
    units = lay_tablet(root, what)
    about = control.tablet_control(what, archive.size_kib(root))
    information = {"control": about, "conffiles": control.conffiles(root), **control.scripts("flexcare-tablet", units)}
    archive.build(root, information, output, what.epoch_s)


def _last_commit_s() -> int:
    command = ["git", "-C", str(CHECKOUT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
