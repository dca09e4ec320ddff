"""Pictures on their way from libvlc to the screen: libvlc paints straight into Qt's own frames.

libvlc's video thread asks for memory (`lock`), copies a picture into it and shows it at its time (`display`). The memory is
that of a fresh `QVideoFrame`; a finished frame is posted to the thread of the screen, which alone touches the sink. So a sink can
go away at any moment, and no frame of an older generation can pass once the screen's thread has moved on to the next.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from time import perf_counter_ns, thread_time_ns
from typing import Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

QUEUE_MAX_FRAMES = 8
"""More finished frames than this are not kept for a screen that does not take them: 25 MB at 1080p."""

_COLOUR_SPACES = {
    1: QVideoFrameFormat.ColorSpace.ColorSpace_BT601,
    2: QVideoFrameFormat.ColorSpace.ColorSpace_BT709,
    3: QVideoFrameFormat.ColorSpace.ColorSpace_BT2020,
}
"""libvlc 3's `video_color_space_t` (vlc_es.h)."""
HD_FROM_LINES = 720


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture as libvlc announces it: its visible pixels and, where libvlc tells, its colours.

    `colour_space` is libvlc's number, 0 where it says nothing.
    """

    width: int
    height: int
    colour_space: int = 0
    full_range: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What libvlc must keep to when it paints: even sizes in pixels, bytes per line and lines of each plane (I420)."""

    width: int
    height: int
    pitches: tuple[int, int, int]
    lines: tuple[int, int, int]
    offsets: tuple[int, int, int]


def frame_format(shape: Shape) -> QVideoFrameFormat:
    """Qt's description of such pictures; BT.709 for HD and BT.601 for SD where libvlc says nothing (ITU-R BT.709-6, BT.601-7).

    I420 has half the lines in its colour planes and Qt rounds that down, so odd sizes are rounded up and cut by the viewport.
    """
    size = QSize(shape.width + shape.width % 2, shape.height + shape.height % 2)
    described = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_YUV420P)
    described.setViewport(QRect(0, 0, shape.width, shape.height))
    usual = 2 if shape.height >= HD_FROM_LINES else 1
    described.setColorSpace(_COLOUR_SPACES.get(shape.colour_space, _COLOUR_SPACES[usual]))
    full, limited = QVideoFrameFormat.ColorRange.ColorRange_Full, QVideoFrameFormat.ColorRange.ColorRange_Video
    described.setColorRange(full if shape.full_range else limited)
    return described


def frame_layout(described: QVideoFrameFormat) -> Layout:
    """Where the planes of such a frame really lie, asked of a frame.

    Raises MemoryError if no frame can be had.
    """
    frame = QVideoFrame(described)
    if not frame.map(QVideoFrame.MapMode.WriteOnly):
        raise MemoryError("no memory for a picture")
    starts = [_address(frame, plane) for plane in range(3)]
    pitches = [frame.bytesPerLine(plane) for plane in range(3)]
    frame.unmap()
    width, height = described.frameWidth(), described.frameHeight()
    return Layout(
        width,
        height,
        (pitches[0], pitches[1], pitches[2]),
        (height, height // 2, height // 2),
        (0, starts[1] - starts[0], starts[2] - starts[0]),
    )


def _address(frame: QVideoFrame, plane: int) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(frame.bits(plane)))


class Frames(QObject):
    """The sink's door. `lock` and `display` run in libvlc's threads, everything else in the screen's.

    `on_first_frame` is called in the screen's thread when the first frame after `turn` or `release` has reached the sink or,
    without a sink, would have.
    """

    frames_delivered: int
    on_timing: Callable[[int, int], None] | None
    """Set by a benchmark: gets the nanoseconds of processor and of time spent here, three times a frame."""

    _posted = Signal()
    lived = Signal(int)
    """There were new pictures, for radio sound, of this generation since the last time."""
    shaped = Signal(int, float)
    """Pictures of this generation are this much wider than high."""

    def __init__(self, on_first_frame: Callable[[], None]) -> None:
        super().__init__()
        self.frames_delivered = 0
        self.frames_dropped = 0
        self.on_timing = None
        self._on_first_frame = on_first_frame
        self._first = True
        self._held = False
        self._sink: QVideoSink | None = None
        self._generation = 0
        self._formats: dict[int, tuple[QVideoFrameFormat, tuple[int, int, int]]] = {}
        self._painting: dict[int, tuple[int, QVideoFrame]] = {}
        self._finished: deque[tuple[int, QVideoFrame]] = deque()
        self._tokens = count(1)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # The screen's thread.

    @property
    def sink(self) -> QVideoSink | None:
        return self._sink

    def set_sink(self, sink: QVideoSink | None) -> None:
        """Show on this sink from now on; the one before is left empty."""
        self.blank()
        if self._sink is not None:
            self._sink.destroyed.disconnect(self._forget_sink)
        self._sink = sink
        if sink is not None:
            sink.destroyed.connect(self._forget_sink)
        self.blank()

    def turn(self, generation: int) -> None:
        """Only frames of this generation pass from now on."""
        self._generation = generation
        self.release()

    def hold(self) -> None:
        """Empty the sink and let nothing pass until `release`: libvlc repeats the last picture of a stream that fell silent."""
        self._held = True
        self.blank()

    def release(self) -> None:
        self._held = False
        self._first = True

    @property
    def held(self) -> bool:
        return self._held

    def blank(self) -> None:
        """Empty the sink at once."""
        if self._sink is not None:
            self._sink.setVideoFrame(QVideoFrame())

    @Slot()
    def _forget_sink(self) -> None:
        self._sink = None

    @Slot()
    def _deliver(self) -> None:
        started = self._start_timing()
        try:
            generation, frame = self._finished.popleft()
        except IndexError:  # dropped meanwhile because the screen was busy
            return
        if generation != self._generation or self._held:
            self.frames_dropped += 1
            return
        if self._sink is not None:
            self._sink.setVideoFrame(frame)
        self.frames_delivered += 1
        if self._first:
            self._first = False
            self._on_first_frame()
        self._end_timing(started)

    def _start_timing(self) -> tuple[int, int] | None:
        return (thread_time_ns(), perf_counter_ns()) if self.on_timing is not None else None

    def _end_timing(self, started: tuple[int, int] | None) -> None:
        if started is not None and self.on_timing is not None:
            self.on_timing(thread_time_ns() - started[0], perf_counter_ns() - started[1])

    # libvlc's threads. Nothing here may raise, wait, or call libvlc.

    def prepare(self, generation: int, shape: Shape) -> Layout:
        """Pictures of this shape come next for this generation."""
        described = frame_format(shape)
        layout = frame_layout(described)
        self._formats[generation] = (described, layout.offsets)
        return layout

    def lock(self, generation: int, planes: Any) -> int:
        """Give libvlc the planes of a fresh frame; the answer is the name under which `display` gets it back."""
        started = self._start_timing()
        described, offsets = self._formats[generation]
        frame = QVideoFrame(described)
        frame.map(QVideoFrame.MapMode.WriteOnly)
        base = _address(frame, 0)
        planes[0] = base
        planes[1] = base + offsets[1]
        planes[2] = base + offsets[2]
        token = next(self._tokens)
        self._painting[token] = (generation, frame)
        self._end_timing(started)
        return token

    def display(self, generation: int, token: int) -> None:
        """Post a finished frame to the screen's thread."""
        started = self._start_timing()
        _, frame = self._painting.pop(token)
        frame.unmap()
        if generation != self._generation:
            self.frames_dropped += 1
            return
        if len(self._finished) >= QUEUE_MAX_FRAMES:
            self._drop_oldest()
        self._finished.append((generation, frame))
        self._posted.emit()
        self._end_timing(started)

    def _drop_oldest(self) -> None:
        try:
            self._finished.popleft()
        except IndexError:  # the screen took it this moment
            return
        self.frames_dropped += 1

    # The thread that owns libvlc.

    def on_life(self, generation: int) -> None:
        self.lived.emit(generation)

    def on_aspect(self, generation: int, aspect: float) -> None:
        self.shaped.emit(generation, aspect)

    def on_gone(self, generation: int) -> None:
        """Drop what was made for a generation whose player is gone."""
        self._formats.pop(generation, None)
        for token in [token for token, (owner, _) in list(self._painting.items()) if owner == generation]:
            self._painting.pop(token, None)
