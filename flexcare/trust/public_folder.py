"""The folder that is served: signed metadata in `metadata`, what it signs in `targets`. Old versions stay for a while, then are deleted."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from flexcare.errors import RepositoryUnusable
from flexcare.trust import metadata
from flexcare.trust.durable import write_durably
from flexcare.trust.metadata import Metadatas

PUBLIC = "public"
METADATA = "metadata"
TARGETS = "targets"
METADATA_MAX_BYTES = 8 * 1024 * 1024
"""Of one role; tablets read no more either."""

_KEPT_VERSIONS = 20
_KEPT_S = 3600
_VERSIONED = re.compile(r"([0-9]+)\.([a-z0-9_-]+)\.json")


def versioned_files(folder: Path, read: Callable[[Path], bytes]) -> Mapping[str, bytes]:
    """The metadata files of a folder that carry a version, each read when asked for; raises OSError."""
    return _Files({path.name: path for path in folder.iterdir() if _VERSIONED.fullmatch(path.name)}, read)


class _Files(Mapping[str, bytes]):
    """The content of files by name, read when asked for; a name that is no file is missing."""

    def __init__(self, paths: Mapping[str, Path], read: Callable[[Path], bytes]) -> None:
        self._paths = paths
        self._read = read

    def __getitem__(self, name: str) -> bytes:
        return self._read(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def newest_root(folder: Path) -> Path:
    """The file of the newest root; raises OSError, and `RepositoryUnusable` where there is none."""
    roots = [(int(found[1]), path) for path in folder.iterdir() if (found := _VERSIONED.fullmatch(path.name)) and found[2] == "root"]
    if not roots:
        raise RepositoryUnusable("there is no root", place=str(folder), cure="bring the folder back from a copy")
    return max(roots)[1]


def write_metadata(folder: Path, metadatas: Metadatas) -> None:
    """Write what was signed, the timestamp last: whoever reads in between sees the old state."""
    for name, data in metadata.files(metadatas).items():
        write_durably(folder / name, data, mode=0o644)


def prune(public: Path) -> None:
    """Delete what only tablets in the middle of a very old poll could still ask for."""
    folder = public / METADATA
    roles: dict[str, list[tuple[int, Path]]] = {}
    for path in folder.iterdir():
        found = _VERSIONED.fullmatch(path.name)
        if found and found[2] != "root":  # every root is kept: a tablet from the drawer follows the whole chain
            roles.setdefault(found[2], []).append((int(found[1]), path))
    kept: set[str] = set()
    for role, versions in roles.items():
        paths = [path for _, path in sorted(versions)]
        old = {path for path in paths[:-_KEPT_VERSIONS] if time.time() - path.stat().st_mtime > _KEPT_S}
        for path in old:
            path.unlink()
        if role not in metadata.ONLINE:
            kept.update(*(metadata.target_files(path.read_bytes()) for path in paths if path not in old))
    for path in (public / TARGETS).rglob("*"):
        if path.is_file() and str(path.relative_to(public / TARGETS)) not in kept:
            path.unlink()
