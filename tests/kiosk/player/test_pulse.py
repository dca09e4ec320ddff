"""What is really heard: the player through a session's sound door, on a real PipeWire whose volume somebody else holds."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flexcare.session.offer import Sound
from flexcare.supervisor.playback.doors import SoundDoors
from kiosk.player.frames import Frames
from kiosk.player.libvlc import Libvlc
from tests.helpers.ear import Ear
from tests.helpers.sound_server import SoundServer
from tests.kiosk.player.conftest import Stage, channel
from tests.kiosk.player.films import Cinema, plain
from tests.kiosk.player.test_libvlc import TONE

HEARD_MS = 60_000
"""A sound server on a busy machine may take several of the player's own tries until it lets a stream through."""

pytestmark = [pytest.mark.timeout(240)]


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
    stage.player.sound.heed(loudest_percent=100, silent=False)
    heard(0.8, 1.0)
    stage.player.sound.step(-3)
    heard(0.8, 0.7)
    server.pactl("set-sink-volume", "bed", "40%")
    heard(0.4, 0.7)
    stage.player.sound.heed(loudest_percent=100, silent=True)
    heard(0.4, 0.0)
    stage.player.sound.heed(loudest_percent=100, silent=False)
    stage.player.sound.toggleMute()
    heard(0.4, 0.0)
    stage.player.sound.toggleMute()
    heard(0.4, 0.7)
