"""What is really heard: the player through a session's sound door, on a real PipeWire whose volume somebody else holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flexcare.session.offer import Sound
from flexcare.supervisor.playback.doors import SoundDoors
from kiosk.player.frames import Frames
from kiosk.player.libvlc import Libvlc
from tests.helpers.sound_server import SoundServer
from tests.kiosk.player.conftest import Stage, channel
from tests.kiosk.player.films import Cinema, plain
from tests.kiosk.player.test_libvlc import TONE

HEARD_MS = 60_000
"""A sound server on a busy machine may take several of the player's own tries until it lets a stream through."""

pytestmark = [pytest.mark.timeout(240)]


class Ear:
    """Hears what comes out of the bed's output, behind every volume."""

    def __init__(self, server: SoundServer) -> None:
        command = ["parec", "--raw", "--device=bed.monitor", "--format=float32le", "--latency-msec=20"]
        self._process = subprocess.Popen(command, env=server.environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.peaks: list[float] = []
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # A tenth of a second, so that a whole wave is in it.
        while block := self._process.stdout.read(44_100 * 2 * 4 // 10):
            heard = array("f")
            heard.frombytes(block[: len(block) // 4 * 4])
            self.peaks.append(max(map(abs, heard), default=0.0))

    def hears(self, peak: float) -> bool:
        """Whether the last half second was as loud as this."""
        return len(self.peaks) > 5 and all(one == pytest.approx(peak, rel=0.1, abs=1e-4) for one in self.peaks[-5:])

    def end(self) -> None:
        self._process.kill()
        self._thread.join()
        self._process.communicate()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    folder = Path(tempfile.mkdtemp(prefix="fc-p-"))
    with SoundServer(folder / "server") as running:
        door = SoundDoors(folder / "doors", running.socket).open(1)
        assert door is not None
        monkeypatch.setenv("PULSE_SERVER", f"unix:{door.path}")
        yield running
        door.close()
    shutil.rmtree(folder)


@pytest.fixture
def ear(server: SoundServer) -> Iterator[Ear]:
    ear = Ear(server)
    yield ear
    ear.end()


@pytest.fixture
def stage(server: SoundServer, new_stage: Callable[..., Stage]) -> Stage:
    assert os.environ["PULSE_SERVER"] != f"unix:{server.socket}"
    return new_stage(Sound(cap_percent=50, start_percent=100), load=load_pulse)


def load_pulse(frames: Frames) -> Libvlc:
    return Libvlc(frames, "pulse")


def test_the_machine_holds_the_ceiling_and_the_patient_moves_what_is_heard(
    server: SoundServer, ear: Ear, stage: Stage, cinema: Cinema, qtbot: QtBot
) -> None:
    def heard(ceiling: float, volume: float) -> None:
        qtbot.waitUntil(lambda: ear.hears(TONE * ceiling**3 * volume**3), timeout=HEARD_MS)

    stage.player.play(channel(1, cinema.show(plain("red"))))
    heard(1.0, 0.5)  # nobody holds a ceiling yet, so the player does
    server.pactl("set-sink-volume", "bed", "80%")
    stage.player.heed(loudest_percent=100, silent=False)
    heard(0.8, 1.0)
    stage.player.stepVolume(-30)
    heard(0.8, 0.7)
    server.pactl("set-sink-volume", "bed", "40%")
    heard(0.4, 0.7)
    stage.player.heed(loudest_percent=100, silent=True)
    heard(0.4, 0.0)
    stage.player.heed(loudest_percent=100, silent=False)
    stage.player.toggleMute()
    heard(0.4, 0.0)
    stage.player.toggleMute()
    heard(0.4, 0.7)
