"""A window that no toolkit would open: `python -m tests.helpers.strange_window APP_ID TITLE COUNT`.

APP_ID and TITLE are hexadecimal bytes that go to the compositor as they are. COUNT windows are opened and closed again in one breath
(0: one is opened and stays until the compositor closes it, which ends the program). Its Wayland socket is named by WAYLAND_SOCKET_PATH.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlCompositor, WlShm
from pywayland.protocol.xdg_shell import XdgWmBase

SIDE = 16
SHM_XRGB8888 = 1


class Raw(str):
    """A text that is these bytes on the wire."""

    raw: bytes

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        del encoding, errors
        return self.raw


def raw(text: str) -> Raw:
    made = Raw("raw")
    made.raw = bytes.fromhex(text)
    return made


class Opener:
    """Opens windows on one connection."""

    def __init__(self, socket: str) -> None:
        self.display = Display(socket)
        self.display.connect()
        self._found: dict[str, int] = {}
        registry: Any = self.display.get_registry()
        registry.dispatcher["global"] = lambda _registry, number, name, _version: self._found.update({name: number})
        self.display.roundtrip()
        self.compositor: Any = registry.bind(self._found[WlCompositor.name], WlCompositor, 4)
        self.shm: Any = registry.bind(self._found[WlShm.name], WlShm, 1)
        self.base: Any = registry.bind(self._found[XdgWmBase.name], XdgWmBase, 1)
        self.closed = False
        self._kept: list[Any] = [registry]

    def _close(self, _toplevel: object) -> None:
        self.closed = True

    def open(self, app_id: str, title: str, count: int) -> list[tuple[Any, ...]]:
        """Map windows, all at once."""
        windows = [self._prepare(app_id, title) for _ in range(count)]
        self.display.roundtrip()
        memory = os.memfd_create("window")
        os.ftruncate(memory, SIDE * SIDE * 4)
        pool = self.shm.create_pool(memory, SIDE * SIDE * 4)
        os.close(memory)
        buffer = pool.create_buffer(0, SIDE, SIDE, SIDE * 4, SHM_XRGB8888)
        self._kept += [pool, buffer]
        for _, _, surface in windows:
            surface.attach(buffer, 0, 0)
            surface.commit()
        return windows

    def _prepare(self, app_id: str, title: str) -> tuple[Any, ...]:
        surface = self.compositor.create_surface()
        role = self.base.get_xdg_surface(surface)
        role.dispatcher["configure"] = lambda _role, serial: _role.ack_configure(serial)
        toplevel = role.get_toplevel()
        toplevel.dispatcher["close"] = self._close
        toplevel.set_app_id(raw(app_id))
        toplevel.set_title(raw(title))
        surface.commit()
        return toplevel, role, surface


def main() -> None:
    app_id, title, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    opener = Opener(os.environ["WAYLAND_SOCKET_PATH"])
    windows = opener.open(app_id, title, count or 1)
    if count:
        opener.display.roundtrip()
        for window in windows:
            for part in window:
                part.destroy()
        opener.display.roundtrip()
    else:
        while not opener.closed:
            opener.display.dispatch(block=True)
    # Without taking the bindings apart, which would end in a crash of their own.
    os._exit(0)


if __name__ == "__main__":
    main()
