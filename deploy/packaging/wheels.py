"""Unpacks wheels as pip would, without running anything of them and without a trace of this machine. Source: PEP 427."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from deploy.packaging.pruning import kept
from deploy.packaging.requirements import WheelsMissing


def unpack(wheel: Path, folder: Path) -> None:
    """Put the files of a wheel that a tablet needs into a folder of Python packages. Raises WheelsMissing for one that is no wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for item in archive.infolist():
            path = _place(PurePosixPath(item.filename))
            if path is None or item.is_dir() or not kept(path):
                continue
            if path.is_absolute() or ".." in path.parts:
                raise WheelsMissing(f"{wheel.name} reaches outside its folder")
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(item))
            target.chmod(0o755 if item.external_attr >> 16 & 0o111 else 0o644)


def _place(path: PurePosixPath) -> PurePosixPath | None:
    """Where a file of a wheel belongs; none for what is no package, such as programs for a shell."""
    if not path.parts[0].endswith(".data"):
        return path
    return PurePosixPath(*path.parts[2:]) if path.parts[1] in ("purelib", "platlib") and len(path.parts) > 2 else None
