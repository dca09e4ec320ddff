"""A player on real streams; the faults of streams are in test_faults.py."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from flexcare.lineup.channel import Stream
from kiosk.player.player import Player
from tests.kiosk.player.conftest import Stage, channel, colour_of
from tests.kiosk.player.films import COLOURS, Cinema, Film, plain, stripes

SIZES = [(320, 180), (638, 360), (852, 480), (720, 576), (1280, 720), (1920, 1080)]


def test_it_starts_with_nothing(new_stage: Callable[..., Stage]) -> None:
    before = set(threading.enumerate())
    stage = new_stage()
    assert stage.state() is Player.State.Idle
    assert (stage.get("number"), stage.get("hasPicture"), stage.get("radio")) == (0, False, False)
    assert (stage.get("attempt"), stage.get("usingBackup")) == (0, False)
    assert not [thread for thread in set(threading.enumerate()) - before if thread.name == "libvlc owner"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_colours_are_right_at_every_width(stage: Stage, cinema: Cinema, qtbot: QtBot, width: int, height: int) -> None:
    stage.player.play(channel(1, cinema.show(stripes(width, height))))
    qtbot.waitUntil(stage.playing)
    shown = stage.sink.videoFrame().surfaceFormat().viewport()
    assert (shown.width(), shown.height()) == (width, height)
    for y in (0.02, 0.5, 0.98):
        assert [stage.colour(x, y) for x in (0.02, 0.3, 0.37, 0.62, 0.7, 0.98)] == ["red", "red", "lime", "lime", "blue", "blue"]


def test_full_range_is_told_from_limited(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    stage.player.play(channel(1, cinema.show(stripes(640, 360, full_range=True))))
    qtbot.waitUntil(stage.playing)
    frame = stage.sink.videoFrame()  # read as it is: Qt 6.12's own conversion of full-range BT.601 is off by up to 45
    assert frame.surfaceFormat().colorRange() is QVideoFrameFormat.ColorRange.ColorRange_Full
    assert frame.map(QVideoFrame.MapMode.ReadOnly)
    red = [bytes(frame.bits(plane)[:1])[0] for plane in range(3)]
    frame.unmap()
    assert max(abs(seen - wanted) for seen, wanted in zip(red, (76, 85, 255), strict=True)) <= 2


def test_pixels_that_are_not_square_are_told(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    stage.player.play(channel(1, cinema.show(Film("color=red:s=720x576:r=25,setsar=16/15", 4))))
    qtbot.waitUntil(lambda: abs(stage.get("aspect") - 4 / 3) < 0.01)


def test_the_wish_shows_at_once_and_the_old_picture_is_gone(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    stage.player.play(channel(1, cinema.show(plain("red"))))
    qtbot.waitUntil(stage.playing)
    stage.player.play(channel(2, cinema.show(plain("blue"))))
    assert (stage.get("number"), stage.state(), stage.get("hasPicture"), stage.colour()) == (2, Player.State.Opening, False, "none")
    qtbot.waitUntil(stage.playing)
    assert (stage.colour(), stage.get("hasPicture")) == ("blue", True)
    stage.player.stop()
    assert (stage.get("number"), stage.state(), stage.get("hasPicture"), stage.colour()) == (0, Player.State.Idle, False, "none")


def test_twenty_zaps_end_on_the_last_and_never_show_an_old_picture(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    names = list(COLOURS)
    channels = [channel(number, cinema.show(plain(names[number % len(names)]))) for number in range(1, 21)]
    stage.player.play(channels[-1])
    qtbot.waitUntil(stage.playing)
    stage.player.stop()
    threads = settled_threads(qtbot)
    wrong: list[tuple[int, str]] = []
    shown: set[int] = set()
    waited_s: list[float] = []

    def look(frame: QVideoFrame) -> None:
        number, colour = stage.get("number"), colour_of(frame)
        if colour != "none":
            shown.add(number)
            if colour != names[number % len(names)]:
                wrong.append((number, colour))

    stage.sink.videoFrameChanged.connect(look)
    for tuned in channels:
        started_s = time.perf_counter()
        stage.player.play(tuned)
        waited_s.append(time.perf_counter() - started_s)
        qtbot.wait(100)  # the pace of the thumb, twenty in two seconds; nothing is awaited
    qtbot.waitUntil(stage.playing)
    shown_by_end = stage.player.frames.frames_delivered
    qtbot.waitUntil(lambda: stage.player.frames.frames_delivered > shown_by_end + 25)
    assert wrong == []
    assert 20 in shown
    assert (stage.get("number"), stage.colour()) == (20, names[20 % len(names)])
    # One that waits for libvlc waits at each.
    assert statistics.median(waited_s) < 0.005, waited_s
    stage.player.stop()
    qtbot.waitUntil(lambda: len(list(Path("/proc/self/task").iterdir())) <= threads + 1)


def settled_threads(qtbot: QtBot) -> int:
    """How many threads this process has once that number stays the same for half a second."""
    counts: list[int] = []

    def settled() -> bool:
        counts.append(len(list(Path("/proc/self/task").iterdir())))
        return len(counts) >= 50 and len(set(counts[-50:])) == 1

    qtbot.waitUntil(settled)
    return counts[-1]


def test_a_sink_may_go_and_come_while_playing(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    stage.player.play(channel(1, cinema.show(plain("red"))))
    qtbot.waitUntil(stage.playing)
    sink = stage.sink
    stage.player.setProperty("videoSink", None)
    assert not sink.videoFrame().isValid()
    before = stage.player.frames.frames_delivered
    qtbot.waitUntil(lambda: stage.player.frames.frames_delivered > before + 5)
    stage.player.setProperty("videoSink", sink)
    qtbot.waitUntil(lambda: stage.colour() == "red")


def test_only_the_allow_list_of_options_reaches_the_server(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    address = cinema.show(plain("red"))
    cinema.seen.clear()
    tuned = replace(channel(1, address), stream=Stream(address, user_agent="Set-top/1", referrer="http://portal/", caching_ms=200))
    stage.player.play(tuned)
    qtbot.waitUntil(stage.playing)
    assert cinema.seen[0][1:] == ("Set-top/1", "http://portal/")
