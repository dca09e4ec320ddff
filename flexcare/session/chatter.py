"""What a session prints, reduced to counts of a closed list of codes. Not a letter of it goes any further.

Qt, libvlc, FFmpeg and Mesa print addresses, names and titles whenever they please. So the text is looked at once, at the beginning of each
line, and dropped; a log can say `session output: qt_warning 3, other 1` and has no way to say more.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

CHUNK_BYTES = 64 * 1024
LINE_MAX_BYTES = 64 * 1024
"""A line that is longer counts when it reaches this length; the rest of it is skipped."""
BYTES_PER_S = 16 * 1024 * 1024
"""How fast a session's output is taken from it. Whoever prints more waits, and the supervisor does not."""
_HEAD_BYTES = 160
_LINES_PER_FEED = 64
"""So many lines of one chunk are looked at; the others of a flood are counted as `other` without a look."""


class Code(StrEnum):
    """What kind of line a session printed."""

    PYTHON_ERROR = "python_error"
    QT_WARNING = "qt_warning"
    QML_ERROR = "qml_error"
    LIBVLC = "libvlc"
    FFMPEG = "ffmpeg"
    MESA = "mesa"
    WAYLAND = "wayland"
    SANDBOX = "sandbox"
    """bubblewrap itself could not start or went wrong."""
    FATAL_SIGNAL = "fatal_signal"
    """A crash in native code, as faulthandler, the C library or the C++ runtime tell it."""
    OTHER = "other"


_BEGINNINGS = {
    Code.SANDBOX: rb"bwrap: ",
    Code.FATAL_SIGNAL: rb"Fatal Python error: |Segmentation fault|Aborted|Bus error|Illegal instruction"
    rb"|\*\*\* stack smashing|terminate called|free\(\): |malloc\(\): |realloc\(\): |double free|corrupted |munmap_chunk\(\)",
    Code.PYTHON_ERROR: rb" *\+? ?(?:Exception Group )?Traceback \(most recent call last\)|Exception ignored |Error calling Python ",
    Code.QML_ERROR: rb"(?:file|qrc):\S+\.(?:qml|m?js):\d+|QQml(?:Application)?(?:Engine|Component)\b",
    Code.WAYLAND: rb"qt\.qpa\.wayland|The Wayland connection |Failed to create wl_display|[a-z]+_[a-z0-9_]+@\d+: error |libwayland: ",
    Code.QT_WARNING: rb"qt\.[a-z]|qml: |js: |Q[A-Z]\w*(?:::|:|\()",
    Code.LIBVLC: rb"\[[0-9a-f]{8,16}\] ",
    Code.FFMPEG: rb"\[[\w ,./:-]{1,60} @ (?:0x)?[0-9a-f]+\]",
    Code.MESA: rb"MESA|libEGL |libGL |EGL: |DRI |LLVM ERROR|ATTENTION: default value of option |failed to load driver|pci id for fd ",
}
_BEGINNING = re.compile(b"|".join(b"(?P<%s>%s)" % (code.encode(), pattern) for code, pattern in _BEGINNINGS.items()))


def summary(counts: Mapping[Code, int]) -> str:
    """The one line that a log may hold of a session's output."""
    return "session output: " + ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))


class Chatter:
    """Counts what a session prints. Keeps the beginning of the line that has no end yet, and nothing else, in bounded memory and time."""

    def __init__(self) -> None:
        self._counts: Counter[Code] = Counter()
        self._head = b""
        self._line_bytes = 0
        self._counted = False

    def feed(self, data: bytes) -> None:
        """Take some bytes of output, cut anywhere. Work is bounded by CHUNK_BYTES of plain searching and a few regular expressions."""
        begin = 0
        for _ in range(_LINES_PER_FEED):
            end = data.find(b"\n", begin)
            if end < 0:
                self._take_in(data, begin, len(data))
                return
            self._take_in(data, begin, end)
            self._end_line()
            begin = end + 1
        end = data.rfind(b"\n", begin) + 1
        self._add(Code.OTHER, data.count(b"\n", begin))
        self._take_in(data, max(begin, end), len(data))

    def end(self) -> None:
        """The output has ended, perhaps in the middle of a line."""
        if self._line_bytes:
            self._end_line()

    def take(self) -> dict[Code, int]:
        """The counts since the last time, without zeros."""
        counts, self._counts = dict(self._counts), Counter()
        return counts

    def _take_in(self, data: bytes, begin: int, end: int) -> None:
        if len(self._head) < _HEAD_BYTES:
            self._head += data[begin : min(end, begin + _HEAD_BYTES - len(self._head))]
        self._line_bytes += end - begin
        if self._line_bytes >= LINE_MAX_BYTES and not self._counted:
            self._count_line()
            self._counted = True

    def _end_line(self) -> None:
        if not self._counted:
            self._count_line()
        self._head, self._line_bytes, self._counted = b"", 0, False

    def _count_line(self) -> None:
        found = _BEGINNING.match(self._head)
        self._add(Code(found.lastgroup) if found is not None and found.lastgroup is not None else Code.OTHER, 1)

    def _add(self, code: Code, count: int) -> None:
        if count:
            self._counts[code] += count


async def drain(fd: int, chatter: Chatter) -> None:
    """Feed `chatter` from a pipe until nobody holds its writing end any more: every process that could print into it is then gone.

    The caller closes its own copy of the writing end first, and `fd` afterwards. Takes at most BYTES_PER_S, so that a flood slows the
    session that makes it and not the loop that this runs in.
    """
    os.set_blocking(fd, False)
    while True:
        try:
            data = os.read(fd, CHUNK_BYTES)
        except BlockingIOError:
            await _readable(fd)
            continue
        if not data:
            chatter.end()
            return
        chatter.feed(data)
        await asyncio.sleep(len(data) / BYTES_PER_S)


async def _readable(fd: int) -> None:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    loop.add_reader(fd, _wake, ready)
    try:
        await ready
    finally:
        loop.remove_reader(fd)


def _wake(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
