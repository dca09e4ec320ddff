"""A hand at the screen: a pointer and a keyboard that the compositor takes for real ones."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlRegistryProxy, WlSeat, WlSeatProxy

from deploy.tour.protocols import (
    VirtualKeyboardManager,
    VirtualKeyboardManagerProxy,
    VirtualPointerManager,
    VirtualPointerManagerProxy,
)
from flexcare.supervisor.compositor import Screen

LEFT_BUTTON, RIGHT_BUTTON = 0x110, 0x111  # BTN_LEFT and BTN_RIGHT of linux/input-event-codes.h
HOLD_S = 0.9
STAFF_HOLD_S = 3.4
XKB_TEXT = 1
FIRST_KEYCODE = 8  # xkb counts from 8 where the kernel counts from 0
SWIPE_STEPS = 12
SWIPE_STEP_S = 0.016
"""A finger takes a fifth of a second, and a view that scrolls follows it from picture to picture."""

KEYS = (
    *("Up", "Down", "Left", "Right", "Return", "Escape", "Home", "Prior", "Next", "plus", "minus", "m", "F12"),
    *("XF86AudioRaiseVolume", "XF86AudioLowerVolume", "XF86AudioMute", "XF86Back", "XF86HomePage"),
    *"0123456789",
)

KEYMAP = """xkb_keymap {{
xkb_keycodes "hand" {{ minimum = 8; maximum = 255; {codes} }};
xkb_types "hand" {{ include "complete" }};
xkb_compatibility "hand" {{ include "complete" }};
xkb_symbols "hand" {{ {symbols} }};
}};
"""


def keymap(names: Iterable[str]) -> bytes:
    """An xkb keymap in which the n-th name is on the kernel's key n."""
    numbered = list(enumerate(names, start=1))
    codes = " ".join(f"<K{number}> = {number + FIRST_KEYCODE};" for number, _ in numbered)
    symbols = " ".join(f"key <K{number}> {{ [ {name} ] }};" for number, name in numbered)
    return KEYMAP.format(codes=codes, symbols=symbols).encode() + b"\0"


class Hand:
    """Touches and types on a compositor's screen; positions are the output's pixels."""

    def __init__(self, screen: Screen, socket: Path) -> None:
        """Take hold of the screen of the compositor that listens on `socket`."""
        self._screen = screen
        self.touches = 0
        """How often something was pressed with it."""
        self._display = Display(str(socket))
        self._display.connect()
        self._globals: dict[str, int] = {}
        registry = self._display.get_registry()
        registry.dispatcher["global"] = self._announced
        self._display.roundtrip()
        seat = registry.bind(self._globals[WlSeat.name], WlSeat, 1)
        pointers = registry.bind(self._globals[VirtualPointerManager.name], VirtualPointerManager, 1)
        keyboards = registry.bind(self._globals[VirtualKeyboardManager.name], VirtualKeyboardManager, 1)
        assert isinstance(seat, WlSeatProxy)
        assert isinstance(pointers, VirtualPointerManagerProxy)
        assert isinstance(keyboards, VirtualKeyboardManagerProxy)
        # The keyboard first: a program that has noticed the pointer has noticed both.
        self._keyboard = keyboards.create_virtual_keyboard(seat)
        self._give_keymap()
        self._display.roundtrip()
        self._pointer = pointers.create_virtual_pointer(seat)
        self._withdraw()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Take the hand away."""
        self._display.disconnect()

    def stir(self) -> None:
        """Move a little, without touching."""
        self._move(self._screen.width - 2, self._screen.height - 2)
        self._withdraw()

    def tap(self, x: float, y: float) -> int:
        """Touch one place and let go; the moment of letting go, in nanoseconds of CLOCK_MONOTONIC."""
        self._move(x, y)
        self._press(True)
        released_ns = time.monotonic_ns()
        self._press(False)
        self._withdraw()
        return released_ns

    def tap_right(self, x: float, y: float) -> None:
        """Press a mouse's right button and let go."""
        self._move(x, y)
        self._press(True, RIGHT_BUTTON)
        self._press(False, RIGHT_BUTTON)
        self._withdraw()

    def press_long(self, x: float, y: float) -> None:
        """Touch one place for as long as staff press the clock, and let go."""
        self.hold(x, y, STAFF_HOLD_S)

    def hold(self, x: float, y: float, seconds: float = HOLD_S) -> None:
        """Touch one place for as long as it takes to be more than a touch, and let go."""
        self._move(x, y)
        self._press(True)
        time.sleep(seconds)
        self._press(False)
        self._withdraw()

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw from one place to another, in steps as a finger makes them, and let go."""
        self._move(*start)
        self._press(True)
        for step in range(1, SWIPE_STEPS + 1):
            share = step / SWIPE_STEPS
            self._move(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            time.sleep(SWIPE_STEP_S)
        self._press(False)
        self._withdraw()

    def key(self, name: str) -> None:
        """Press a key, by its xkb name, and let go."""
        code = KEYS.index(name) + 1
        for state in (1, 0):
            self._keyboard.key(self._now(), code, state)
        self._display.roundtrip()

    def _announced(self, _registry: WlRegistryProxy, number: int, name: str, _version: int) -> None:
        self._globals[name] = number

    def _give_keymap(self) -> None:
        text = keymap(KEYS)
        file = os.memfd_create("keymap")
        os.write(file, text)
        self._keyboard.keymap(XKB_TEXT, file, len(text))
        self._display.flush()
        os.close(file)

    def _move(self, x: float, y: float) -> None:
        self._pointer.motion_absolute(self._now(), round(x), round(y), self._screen.width, self._screen.height)
        self._pointer.frame()
        self._display.roundtrip()

    def _withdraw(self) -> None:
        """Leave the screen by its corner, as a finger leaves it: no cursor in the pictures."""
        self._move(self._screen.width - 1, self._screen.height - 1)

    def _press(self, down: bool, button: int = LEFT_BUTTON) -> None:
        self.touches += down
        self._pointer.button(self._now(), button, int(down))
        self._pointer.frame()
        self._display.roundtrip()

    def _now(self) -> int:
        return time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
