"""Two Wayland protocols for made-up input devices, as far as they are used here.

wlr-virtual-pointer-unstable-v1 (version 1) and virtual-keyboard-unstable-v1 (version 1), as wlroots speaks them. The
order of the requests is their number on the wire, so those that nobody here calls stand here too.
"""

from __future__ import annotations

from pywayland.protocol.wayland import WlSeat, WlSeatProxy
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.globals import Global
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

UINT = Argument(ArgumentType.Uint)
FIXED = Argument(ArgumentType.Fixed)


class VirtualPointer(Interface):
    """A pointer that a program moves."""

    name = "zwlr_virtual_pointer_v1"
    version = 1


class VirtualPointerProxy(Proxy[VirtualPointer]):
    """Moves and presses a pointer. Times are milliseconds; positions are out of the given extent."""

    interface = VirtualPointer

    @VirtualPointer.request(UINT, FIXED, FIXED)
    def motion(self, time: int, dx: float, dy: float) -> None:
        self._marshal(0, time, dx, dy)

    @VirtualPointer.request(UINT, UINT, UINT, UINT, UINT)
    def motion_absolute(self, time: int, x: int, y: int, width: int, height: int) -> None:
        self._marshal(1, time, x, y, width, height)

    @VirtualPointer.request(UINT, UINT, UINT)
    def button(self, time: int, button: int, state: int) -> None:
        self._marshal(2, time, button, state)

    @VirtualPointer.request(UINT, UINT, FIXED)
    def axis(self, time: int, axis: int, value: float) -> None:
        self._marshal(3, time, axis, value)

    @VirtualPointer.request()
    def frame(self) -> None:
        self._marshal(4)


class VirtualPointerManager(Interface):
    """Makes virtual pointers."""

    name = "zwlr_virtual_pointer_manager_v1"
    version = 1


class VirtualPointerManagerProxy(Proxy[VirtualPointerManager]):
    """Makes virtual pointers."""

    interface = VirtualPointerManager

    @VirtualPointerManager.request(
        Argument(ArgumentType.Object, interface=WlSeat, nullable=True), Argument(ArgumentType.NewId, interface=VirtualPointer)
    )
    def create_virtual_pointer(self, seat: WlSeatProxy) -> VirtualPointerProxy:
        made = self._marshal_constructor(0, VirtualPointer, seat)
        assert isinstance(made, VirtualPointerProxy)
        return made


class VirtualKeyboard(Interface):
    """A keyboard that a program types on."""

    name = "zwp_virtual_keyboard_v1"
    version = 1


class VirtualKeyboardProxy(Proxy[VirtualKeyboard]):
    """Types on a keyboard whose keymap the program brings along (format 1 is xkb text)."""

    interface = VirtualKeyboard

    @VirtualKeyboard.request(UINT, Argument(ArgumentType.FileDescriptor), UINT)
    def keymap(self, kind: int, fd: int, size: int) -> None:
        self._marshal(0, kind, fd, size)

    @VirtualKeyboard.request(UINT, UINT, UINT)
    def key(self, time: int, key: int, state: int) -> None:
        self._marshal(1, time, key, state)

    @VirtualKeyboard.request(UINT, UINT, UINT, UINT)
    def modifiers(self, depressed: int, latched: int, locked: int, group: int) -> None:
        self._marshal(2, depressed, latched, locked, group)


class VirtualKeyboardManager(Interface):
    """Makes virtual keyboards."""

    name = "zwp_virtual_keyboard_manager_v1"
    version = 1


class VirtualKeyboardManagerProxy(Proxy[VirtualKeyboardManager]):
    """Makes virtual keyboards."""

    interface = VirtualKeyboardManager

    @VirtualKeyboardManager.request(
        Argument(ArgumentType.Object, interface=WlSeat), Argument(ArgumentType.NewId, interface=VirtualKeyboard)
    )
    def create_virtual_keyboard(self, seat: WlSeatProxy) -> VirtualKeyboardProxy:
        made = self._marshal_constructor(0, VirtualKeyboard, seat)
        assert isinstance(made, VirtualKeyboardProxy)
        return made


class VirtualPointerManagerGlobal(Global[VirtualPointerManager]):
    """What a registry announces."""

    interface = VirtualPointerManager


class VirtualKeyboardManagerGlobal(Global[VirtualKeyboardManager]):
    """What a registry announces."""

    interface = VirtualKeyboardManager


for _interface, _proxy in (
    (VirtualPointer, VirtualPointerProxy),
    (VirtualPointerManager, VirtualPointerManagerProxy),
    (VirtualKeyboard, VirtualKeyboardProxy),
    (VirtualKeyboardManager, VirtualKeyboardManagerProxy),
):
    _interface._gen_c()
    _interface.proxy_class = _proxy
