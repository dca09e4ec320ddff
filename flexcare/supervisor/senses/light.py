"""The brightness of the display, by the kernel's backlight class or, where its file is not ours to write, by logind.

Source: Documentation/ABI/stable/sysfs-class-backlight; org.freedesktop.login1(5).
"""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path
from typing import Literal

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.tools import ask

_BY_KIND = ("firmware", "platform", "raw")
"""The kernel's own advice on which of several to prefer."""
_NOT_OURS = (errno.EACCES, errno.EPERM, errno.EROFS)
"""The last where a service manager shows /sys as read-only."""
_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session", "SetBrightness", "ssu")


class Light:
    """The backlight of the machine whose /sys is at `system`.

    kind: how it was set the last time. none: there is no backlight; file: by its file; logind: through logind.
    """

    def __init__(self, system: Path = Path("/sys")) -> None:
        self._folder = system / "class/backlight"
        self.kind: Literal["none", "file", "logind"] = "none"

    async def set(self, percent: int) -> None:
        """Make the display as bright as `percent` of its most, never dark. Nothing happens where it is so already, or has no backlight.

        Raises SenseUnusable.
        """
        device = await asyncio.to_thread(_choose, self._folder)
        if device is None:
            self.kind = "none"
            return
        try:
            level = await asyncio.to_thread(_level_to_set, device, percent)
            if level is not None:
                await self._set(device, level)
        except (OSError, ValueError) as error:
            raise SenseUnusable("the backlight cannot be set") from error
        if self.kind == "none":
            self.kind = "file" if os.access(device / "brightness", os.W_OK) else "logind"

    async def _set(self, device: Path, level: int) -> None:
        try:
            await asyncio.to_thread((device / "brightness").write_text, str(level))
            self.kind = "file"
        except OSError as error:
            if error.errno not in _NOT_OURS:
                raise
            await ask("busctl", "--timeout=3", "call", *_LOGIND, "backlight", device.name, str(level))
            self.kind = "logind"


def _choose(folder: Path) -> Path | None:
    found = sorted((_rank(device), device) for device in folder.glob("*") if (device / "brightness").exists())
    return found[0][1] if found else None


def _rank(device: Path) -> int:
    try:
        return _BY_KIND.index((device / "type").read_text().strip())
    except (OSError, ValueError):
        return len(_BY_KIND)


def _level_to_set(device: Path, percent: int) -> int | None:
    """In the device's own steps; None where it is so already."""
    level = max(1, round(int((device / "max_brightness").read_text()) * percent / 100))
    return level if int((device / "brightness").read_text()) != level else None
