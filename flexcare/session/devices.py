"""What of the machine's devices a session may use: the GPU's render nodes, and sound cards for playing only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PLAYBACK_NODES = ("pcmC*D*p", "controlC*", "timer")
"""ALSA's names; a node that records ends with `c` and is never given."""


@dataclass(frozen=True)
class Devices:
    """Device nodes, read-only folders of /sys and links in /sys (link -> target) that go with them, as found on this machine."""

    nodes: tuple[Path, ...] = ()
    system_folders: tuple[Path, ...] = ()
    system_links: tuple[tuple[Path, str], ...] = ()

    def groups(self) -> tuple[int, ...]:
        """The host's groups that may open these nodes, without root's."""
        return tuple(sorted({node.stat().st_gid for node in self.nodes} - {0}))


def find_devices(root: Path = Path("/")) -> Devices:
    """The devices of the machine whose file system begins at `root`; nothing where there are none."""
    renderers = sorted((root / "dev/dri").glob("renderD*"))
    sound = sorted(node for pattern in PLAYBACK_NODES for node in (root / "dev/snd").glob(pattern))
    links = tuple(_system_link(root, node) for node in renderers)
    folders = {Path(root, "sys/dev/char", os.path.dirname(target), "..", "..").resolve() for _, target in links}  # noqa: PTH120
    return Devices((*renderers, *sound), tuple(sorted(folders)), links)


def _system_link(root: Path, node: Path) -> tuple[Path, str]:
    # Mesa finds a GPU's maker through this link; it leads to SOMETHING/drm/renderD128, two below the GPU's own folder.
    number = node.stat().st_rdev
    link = root / "sys/dev/char" / f"{os.major(number)}:{os.minor(number)}"
    return link, str(link.readlink())
