from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import sys
import time
import tracemalloc
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.chatter import LINE_MAX_BYTES, Chatter, Code, drain, summary

LINES = [
    (b"Traceback (most recent call last):", Code.PYTHON_ERROR),
    (b"  + Exception Group Traceback (most recent call last):", Code.PYTHON_ERROR),
    (b"Exception ignored in: <function x at 0x1>", Code.PYTHON_ERROR),
    (b"qt.multimedia.ffmpeg: Using Qt multimedia with FFmpeg", Code.QT_WARNING),
    (b"QObject::connect: No such signal", Code.QT_WARNING),
    (b"QFont: a font of DR1", Code.QT_WARNING),
    (b"qml: http://secret.example/", Code.QT_WARNING),
    (b"file:///usr/kiosk/tv/Tv.qml:12:3: TypeError: Cannot read property", Code.QML_ERROR),
    (b"qrc:/qt-project.org/x/Main.qml:7: ReferenceError", Code.QML_ERROR),
    (b"QQmlApplicationEngine failed to load component", Code.QML_ERROR),
    (b"[00007f2a3c001230] main libvlc error: cannot open http://tv.example/DR1", Code.LIBVLC),
    (b"[h264 @ 0x7f2a3c0b2c80] error while decoding MB 12 5", Code.FFMPEG),
    (b"[mov,mp4,m4a,3gp,3g2,mj2 @ 0x7f2a] moov atom not found", Code.FFMPEG),
    (b"MESA-LOADER: failed to open swrast", Code.MESA),
    (b"libEGL warning: failed to get driver name for fd -1", Code.MESA),
    (b"The Wayland connection broke. Did the Wayland compositor die?", Code.WAYLAND),
    (b"xdg_wm_base@14: error 4: invalid", Code.WAYLAND),
    (b"qt.qpa.wayland: Wayland does not support QWindow::requestActivate()", Code.WAYLAND),
    (b"bwrap: Creating new namespace failed: Operation not permitted", Code.SANDBOX),
    (b"Fatal Python error: Segmentation fault", Code.FATAL_SIGNAL),
    (b"free(): invalid pointer", Code.FATAL_SIGNAL),
    (b"terminate called after throwing an instance", Code.FATAL_SIGNAL),
    (b"", Code.OTHER),
    (b"DR1 is on", Code.OTHER),
    (b"the word bwrap: in the middle", Code.OTHER),
    (b"\xff\xfe\x00qt.", Code.OTHER),
]


@pytest.mark.parametrize(("line", "code"), LINES)
def test_what_kind_of_line_it_is(line: bytes, code: Code) -> None:
    chatter = Chatter()
    chatter.feed(line + b"\n")
    assert chatter.take() == {code: 1}
    assert chatter.take() == {}


@given(st.lists(st.sampled_from(LINES), max_size=40), st.lists(st.integers(0, 3000), max_size=12))
def test_chunks_may_be_cut_anywhere(lines: list[tuple[bytes, Code]], cuts: list[int]) -> None:
    data = b"".join(line + b"\n" for line, _ in lines)
    chatter = Chatter()
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    for begin, end in pairwise(places):
        chatter.feed(data[begin:end])
    chatter.end()
    assert chatter.take() == Counter(code for _, code in lines)


@given(st.lists(st.binary(max_size=2000)))
def test_any_bytes_are_counted_and_every_line_once(chunks: list[bytes]) -> None:
    chatter = Chatter()
    for chunk in chunks:
        chatter.feed(chunk)
    chatter.end()
    data = b"".join(chunks)
    assert sum(chatter.take().values()) == data.count(b"\n") + (not data.endswith(b"\n") and bool(data))


def test_a_line_without_end_counts_once_and_takes_no_memory() -> None:
    chatter = Chatter()
    chatter.feed(b"bwrap: ")
    chunk = b"x" * 4096
    tracemalloc.start()
    try:
        for _ in range(LINE_MAX_BYTES // len(chunk) * 50):
            chatter.feed(chunk)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000
    assert chatter.take() == {Code.SANDBOX: 1}
    chatter.feed(b"\nQFont: x\n")
    chatter.end()
    assert chatter.take() == {Code.QT_WARNING: 1}


def test_nothing_of_the_text_is_kept() -> None:
    chatter = Chatter()
    chatter.feed(b"http://secret.example/DR1\nqt.x: secret\nsecret")
    chatter.end()
    assert "secret" not in repr(vars(chatter))
    assert summary(chatter.take()) == "session output: other 2, qt_warning 1"


def test_a_chunk_full_of_lines_is_little_work() -> None:
    chatter = Chatter()
    began_s = time.process_time()
    for _ in range(200):
        chatter.feed(b"\n" * 65536)
    assert time.process_time() - began_s < 2
    assert chatter.take() == {Code.OTHER: 200 * 65536}


async def drained(*program: str) -> tuple[dict[Code, int], float]:
    """What a program printed, and the longest work of this thread between two turns of its loop, in seconds."""
    reader, writer = os.pipe2(os.O_CLOEXEC)
    chatter, longest_s = Chatter(), 0.0
    process = await asyncio.create_subprocess_exec(*program, stdout=writer, stderr=writer)
    os.close(writer)
    task = asyncio.create_task(drain(reader, chatter))
    while not task.done():
        began_s = time.thread_time()
        await asyncio.wait([task], timeout=0.002)
        longest_s = max(longest_s, time.thread_time() - began_s)
    await task
    os.close(reader)
    assert await process.wait() == 0
    return chatter.take(), longest_s


def test_a_pipe_is_drained_until_the_last_process_lets_go_of_it() -> None:
    # The grandchild is released only by the end of its parent and prints after it.
    child = (
        "import os, sys\nr, w = os.pipe()\nif os.fork():\n print('qt.x: 1')\nelse:\n os.close(w)\n os.read(r, 1)\n print('bwrap: late')\n"
    )
    counts, _ = asyncio.run(drained(sys.executable, "-c", child))
    assert counts == {Code.QT_WARNING: 1, Code.SANDBOX: 1}


def test_a_flood_does_not_hold_up_the_loop() -> None:
    # The collector's work over all that other tests made is not this loop's.
    gc.collect()
    gc.disable()
    try:
        counts, longest_s = asyncio.run(drained("sh", "-c", "yes 'qt.x: DR1' | head -c 9000000"))
    finally:
        gc.enable()
    assert sum(counts.values()) == 900_000
    assert longest_s < 0.1


def test_a_drain_that_is_given_up_leaves_the_loop_clean() -> None:
    async def give_up() -> None:
        reader, writer = os.pipe2(os.O_CLOEXEC)
        task = asyncio.create_task(drain(reader, Chatter()))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not asyncio.get_running_loop().remove_reader(reader)
        assert fcntl.fcntl(reader, fcntl.F_GETFL) & os.O_NONBLOCK
        os.close(reader)
        os.close(writer)

    asyncio.run(give_up())
