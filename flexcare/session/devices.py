"""What of the machine's devices a session may use: the GPU's render nodes, sound cards for playing, and what records only where it may."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from flexcare.session.capture import NOTHING, Capture

PLAYBACK_NODES = ("pcmC*D*p", "controlC*", "timer")
RECORDING_NODES = ("pcmC*D*c",)
"""ALSA's names: what records ends with `c`."""
CAMERAS = "video*"
"""Video4Linux's names (Linux, Documentation/userspace-api/media/v4l/open.rst)."""


@dataclass(frozen=True)
class Devices:
    """Device nodes, read-only folders of /sys and links in /sys (link -> target) that go with them, as found on this machine."""

    nodes: tuple[Path, ...] = ()
    system_folders: tuple[Path, ...] = ()
    system_links: tuple[tuple[Path, str], ...] = ()

    def groups(self) -> tuple[int, ...]:
        """The host's groups that may open these nodes, without root's."""
        return tuple(sorted({node.stat().st_gid for node in self.nodes} - {0}))


def find_devices(root: Path = Path("/"), *, sound: bool = True, capture: Capture = NOTHING) -> Devices:
    """The devices of the machine whose file system begins at `root`; nothing where there are none.

    sound: whether cards are among them, microphones too where `capture` has these. Cameras are where it has them.
    """
    renderers = sorted((root / "dev/dri").glob("renderD*"))
    patterns = (*PLAYBACK_NODES, *(RECORDING_NODES if capture.microphone else ()))
    cards = sorted(node for pattern in patterns for node in (root / "dev/snd").glob(pattern)) if sound else []
    cameras = sorted((root / "dev").glob(CAMERAS)) if capture.camera else []
    folders = sorted({_system_folder(root, node) for node in renderers})
    links = tuple((link, str(link.readlink())) for folder in folders for link in _system_links(root, folder))
    return Devices((*renderers, *cards, *cameras), tuple(folders), links)


def _system_folder(root: Path, node: Path) -> Path:
    """The folder of the GPU that this node belongs to, where Mesa reads who made it."""
    number = node.stat().st_rdev
    # It leads to GPU/drm/renderD128.
    return (root / "sys/dev/char" / f"{os.major(number)}:{os.minor(number)}").resolve().parents[1]


def _system_links(root: Path, folder: Path) -> list[Path]:
    # Of the display's node too: a compositor may name the GPU by it, and nobody can open it.
    return [root / "sys/dev/char" / file.read_text().strip() for file in sorted((folder / "drm").glob("*/dev"))]
