"""wlr-screencopy-unstable-v1 (version 1), as far as the eye uses it. The order of requests and events is their number on the wire."""

from __future__ import annotations

from pywayland.protocol.wayland import WlBuffer, WlBufferProxy, WlOutput, WlOutputProxy
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.globals import Global
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

INT = Argument(ArgumentType.Int)
UINT = Argument(ArgumentType.Uint)
BUFFER = Argument(ArgumentType.Object, interface=WlBuffer)


class ScreencopyFrame(Interface):
    """One copy of the screen, on its way."""

    name = "zwlr_screencopy_frame_v1"
    version = 1


class ScreencopyFrameProxy(Proxy[ScreencopyFrame]):
    """Tells what buffer it wants, then copies the screen's next frame into it."""

    interface = ScreencopyFrame

    @ScreencopyFrame.request(BUFFER)
    def copy(self, buffer: WlBufferProxy) -> None:
        self._marshal(0, buffer)

    @ScreencopyFrame.request()
    def destroy(self) -> None:
        self._marshal(1)
        self._destroy()


class _Events:
    """What a frame tells; only the names and arguments of these are used."""

    @ScreencopyFrame.event(UINT, UINT, UINT, UINT)
    def buffer(self, kind: int, width: int, height: int, stride: int) -> None: ...

    @ScreencopyFrame.event(UINT)
    def flags(self, flags: int) -> None: ...

    @ScreencopyFrame.event(UINT, UINT, UINT)
    def ready(self, seconds_high: int, seconds_low: int, nanoseconds: int) -> None: ...

    @ScreencopyFrame.event()
    def failed(self) -> None: ...


class ScreencopyManager(Interface):
    """Makes copies of the screen."""

    name = "zwlr_screencopy_manager_v1"
    version = 1


class ScreencopyManagerProxy(Proxy[ScreencopyManager]):
    """Makes copies of the screen."""

    interface = ScreencopyManager

    @ScreencopyManager.request(
        Argument(ArgumentType.NewId, interface=ScreencopyFrame), INT, Argument(ArgumentType.Object, interface=WlOutput)
    )
    def capture_output(self, cursor: int, output: WlOutputProxy) -> ScreencopyFrameProxy:
        made = self._marshal_constructor(0, ScreencopyFrame, cursor, output)
        assert isinstance(made, ScreencopyFrameProxy)
        return made

    @ScreencopyManager.request(
        Argument(ArgumentType.NewId, interface=ScreencopyFrame), INT, Argument(ArgumentType.Object, interface=WlOutput), INT, INT, INT, INT
    )
    def capture_output_region(self, cursor: int, output: WlOutputProxy, x: int, y: int, width: int, height: int) -> ScreencopyFrameProxy:
        made = self._marshal_constructor(1, ScreencopyFrame, cursor, output, x, y, width, height)
        assert isinstance(made, ScreencopyFrameProxy)
        return made


class ScreencopyManagerGlobal(Global[ScreencopyManager]):
    """What a registry announces."""

    interface = ScreencopyManager


for _interface, _proxy in ((ScreencopyFrame, ScreencopyFrameProxy), (ScreencopyManager, ScreencopyManagerProxy)):
    _interface._gen_c()
    _interface.proxy_class = _proxy
