"""Plays one address for the video bench in a process of its own; prints one JSON object.

`python -m tests.bench.video_worker kiosk|libvlc ADDRESS SECONDS`
"""

from __future__ import annotations

import ctypes
import faulthandler
import json
import os
import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Sound
from kiosk.player.frames import Layout, Shape
from kiosk.player.libvlc import Libvlc
from kiosk.player.player import Player

WARMING_S = 1.0
"""From the first picture to the start of the count, in both: the first second of a stream is not steady."""
SETTLING_S = 5.0
"""Before this, memory still grows to its size; growth is counted from here to the end."""
PATIENCE_S = 20.0

SCREEN = b"""
import QtQuick
import QtMultimedia
import kiosk.player
Window {
    id: screen
    required property Player player
    visible: true
    width: 1280
    height: 800
    color: "black"
    VideoOutput { id: output; anchors.fill: parent }
    Component.onCompleted: screen.player.videoSink = output.videoSink
    Rectangle {
        width: parent.width; height: 200; color: "#c0101418"
        Text { anchors.centerIn: parent; color: "white"; font.pixelSize: 40; text: "Kanal 1   20:55 - 21:25" }
        Rectangle {
            y: 150; width: 300; height: 20; radius: 10; color: "#40a0a0"
            NumberAnimation on x { from: 0; to: 980; duration: 1500; loops: Animation.Infinite }
        }
        NumberAnimation on y { from: 800; to: 600; duration: 200; easing.type: Easing.OutCubic; loops: Animation.Infinite }
    }
}
"""


def resident_mb() -> float:
    """What this process has in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


class Meter(QObject):
    """Counts for so many seconds, from a second after the first frame on."""

    def __init__(self, player: Player, seconds: float) -> None:
        super().__init__()
        self._player = player
        self._clock = QElapsedTimer()
        self._processor_ns = 0
        self._spent_ns = 0
        self._settled_mb = 0.0
        self._seconds = seconds
        self._before = 0
        player.hasPictureChanged.connect(self._await_start)
        QTimer.singleShot(round(PATIENCE_S * 1000), self, self._give_up)

    def _await_start(self) -> None:
        if not self._clock.isValid():
            self._clock.start()
            QTimer.singleShot(round(WARMING_S * 1000), self, self._start)

    def _start(self) -> None:
        self._before = self._player.frames.frames_delivered
        self._player.frames.on_timing = self._add
        self._after(SETTLING_S, self._settle)
        self._after(self._seconds, self._end)

    def _after(self, seconds: float, act: Callable[[], None]) -> None:
        """Precisely: the usual timer may be a second late in twenty."""
        timer = QTimer(self, interval=round(seconds * 1000), singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
        timer.start()

    def _add(self, processor_ns: int, spent_ns: int) -> None:
        self._processor_ns += processor_ns
        self._spent_ns += spent_ns

    def _settle(self) -> None:
        self._settled_mb = resident_mb()

    def _give_up(self) -> None:
        if not self._clock.isValid():
            sys.exit("no picture came")

    def _end(self) -> None:
        grown_mb = resident_mb() - self._settled_mb
        frames = self._player.frames.frames_delivered - self._before
        told = {"frames": frames, "growth_mb": grown_mb, "resident_mb": resident_mb()}
        told["python_ms_per_frame"] = self._processor_ns / 1e6 / max(frames, 1)
        told["waiting_ms_per_frame"] = (self._spent_ns - self._processor_ns) / 1e6 / max(frames, 1)
        print(json.dumps(told))
        QGuiApplication.quit()


def play_in_kiosk(address: str, seconds: float) -> None:
    """Play in a real window with an overlay that moves all the time."""
    app = QGuiApplication(["bench"])
    player = Player(Sound())
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"player": player})
    engine.loadData(SCREEN)
    meter = Meter(player, seconds)
    player.play(Channel(1, "Bench", Stream(address)))
    app.exec()
    del meter
    player.close()
    del engine
    app.shutdown()


class PlainBuffer:
    """A painter that gives libvlc the same plain buffer again and again and counts what is shown."""

    def __init__(self) -> None:
        self.frames = 0
        self.began = threading.Event()
        self._buffer = ctypes.create_string_buffer(1)
        self._planes = (0, 0, 0)

    def prepare(self, generation: int, shape: Shape) -> Layout:
        del generation
        pitch, half, lines = shape.width, shape.width // 2, shape.height
        offsets = (0, pitch * lines, pitch * lines + half * (lines // 2))
        self._buffer = ctypes.create_string_buffer(pitch * lines * 2)
        base = ctypes.addressof(self._buffer)
        self._planes = (base, base + offsets[1], base + offsets[2])
        return Layout(shape.width, shape.height, (pitch, half, half), (lines, lines // 2, lines // 2), offsets)

    def lock(self, generation: int, planes: Any) -> int:
        del generation
        planes[0], planes[1], planes[2] = self._planes
        return 1

    def display(self, generation: int, token: int) -> None:
        del generation, token
        self.frames += 1
        self.began.set()


def play_in_libvlc(address: str, seconds: float) -> None:
    """Play into a plain buffer, without Qt."""
    buffer = PlainBuffer()
    machine = Libvlc(buffer, "adummy")
    deck = machine.deck(1)
    deck.play(Stream(address), radio=False, loudness=0)
    if not buffer.began.wait(PATIENCE_S):
        sys.exit("no picture came")
    threading.Event().wait(WARMING_S)
    before, processor_s = buffer.frames, time.process_time()
    threading.Event().wait(seconds)
    print(json.dumps({"frames": buffer.frames - before, "cpu_share": (time.process_time() - processor_s) / seconds}))
    deck.end()
    machine.release()


if __name__ == "__main__":
    faulthandler.enable()
    {"kiosk": play_in_kiosk, "libvlc": play_in_libvlc}[sys.argv[1]](sys.argv[2], float(sys.argv[3]))
    sys.stdout.flush()
    os._exit(0)
