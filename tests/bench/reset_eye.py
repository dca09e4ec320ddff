"""An eye on the screen: tells the moment from which a part of it looks as it should.

With every frame of the compositor it asks for a copy of that part. So what it sees was really painted, whoever painted it, and nothing that
is measured has to say anything. (Copies only after changes would cost less, but miss a change that comes between two of them.)
"""

from __future__ import annotations

import mmap
import os
import select
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlBufferProxy, WlOutput, WlOutputProxy, WlRegistryProxy, WlShm, WlShmProxy

from tests.bench.reset_screencopy import ScreencopyFrameProxy, ScreencopyManager, ScreencopyManagerProxy

SHADES = 8
"""Of 256."""


@dataclass(frozen=True)
class Area:
    """A part of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int


def alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures of one area are the same but for the last shades of a rim, which depend on what was drawn before."""
    return len(one) == len(other) and all(abs(a - b) <= SHADES for a, b in zip(one, other, strict=True))


class NotPainted(RuntimeError):
    """The screen did not look as it should in time."""


class Eye:
    """Looks at one area of a compositor's screen; `socket` is the compositor's, for Wayland clients."""

    def __init__(self, socket: Path, area: Area) -> None:
        self._area = area
        self._display = Display(str(socket))
        self._display.connect()
        self._globals: dict[str, int] = {}
        registry = self._display.get_registry()
        registry.dispatcher["global"] = self._announced
        self._display.roundtrip()
        self._output = self._bind_output(registry)
        shm = registry.bind(self._globals[WlShm.name], WlShm, 1)
        copies = registry.bind(self._globals[ScreencopyManager.name], ScreencopyManager, 1)
        assert isinstance(shm, WlShmProxy)
        assert isinstance(copies, ScreencopyManagerProxy)
        self._shm, self._copies = shm, copies
        self._buffer: WlBufferProxy | None = None
        self._memory: mmap.mmap | None = None
        self._arrived = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Look no more."""
        self._display.disconnect()
        if self._memory is not None:
            self._memory.close()

    def look(self, timeout_s: float = 5.0) -> bytes:
        """The area as it is now. Raises NotPainted where the compositor does not answer in time."""
        return self._copy(time.monotonic() + timeout_s)

    def wait(self, condition: Callable[[bytes], bool], timeout_s: float) -> int:
        """Nanoseconds on the monotonic clock at which the area was first seen to fulfil the condition. Raises NotPainted."""
        deadline = time.monotonic() + timeout_s
        while not condition(self._copy(deadline)):
            if time.monotonic() > deadline:
                raise NotPainted("the screen did not come to look as it should in time")
        return time.monotonic_ns()

    def _announced(self, _registry: WlRegistryProxy, number: int, name: str, _version: int) -> None:
        self._globals[name] = number

    def _bind_output(self, registry: WlRegistryProxy) -> WlOutputProxy:
        output = registry.bind(self._globals[WlOutput.name], WlOutput, 1)
        assert isinstance(output, WlOutputProxy)
        return output

    def _copy(self, deadline: float) -> bytes:
        """The area in the compositor's next frame."""
        area, self._arrived = self._area, False
        frame = self._copies.capture_output_region(0, self._output, area.x, area.y, area.width, area.height)
        frame.dispatcher["buffer"] = self._make_buffer
        frame.dispatcher["ready"] = self._ready
        self._display.roundtrip()
        assert self._buffer is not None
        frame.copy(self._buffer)
        try:
            while not self._arrived:
                self._dispatch(deadline)
        finally:
            frame.destroy()
        assert self._memory is not None
        return bytes(self._memory)

    def _dispatch(self, deadline: float) -> None:
        self._display.flush()
        ready, _, _ = select.select([self._display.get_fd()], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise NotPainted("the compositor shows nothing")
        self._display.dispatch(block=True)

    def _ready(self, _frame: ScreencopyFrameProxy, _high: int, _low: int, _nanoseconds: int) -> None:
        self._arrived = True

    def _make_buffer(self, _frame: ScreencopyFrameProxy, kind: int, width: int, height: int, stride: int) -> None:
        if self._buffer is not None:
            return
        size = stride * height
        file = os.memfd_create("eye")
        try:
            os.ftruncate(file, size)
            self._memory = mmap.mmap(file, size)
            pool = self._shm.create_pool(file, size)
            self._buffer = pool.create_buffer(0, width, height, stride, kind)
            self._display.flush()
        finally:
            os.close(file)
