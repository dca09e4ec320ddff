"""The key that calls staff as a long press on the clock does. The only module that knows libxkbcommon, in which hospitals name it."""

from __future__ import annotations

import ctypes
import logging

from PySide6.QtGui import QKeyEvent

log = logging.getLogger(__name__)


class StaffKey:
    """Knows one key by its name in xkbcommon; "" is no key."""

    def __init__(self, name: str) -> None:
        self._keysym = _keysym_of(name) if name else 0
        if name and not self._keysym:
            log.warning("the key for staff has no name that is known here")

    def is_pressed(self, event: QKeyEvent) -> bool:
        """Whether this event is that key, just pressed."""
        return self._keysym != 0 and event.nativeVirtualKey() == self._keysym and not event.isAutoRepeat()


def _keysym_of(name: str) -> int:
    """Its number; 0 (XKB_KEY_NoSymbol) where there is none, or no library that knows."""
    try:
        library = ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        return 0
    library.xkb_keysym_from_name.restype = ctypes.c_uint32
    library.xkb_keysym_from_name.argtypes = (ctypes.c_char_p, ctypes.c_int)
    return int(library.xkb_keysym_from_name(name.encode(), 0))
