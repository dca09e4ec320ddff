from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from deploy.headend.client import Headend
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Sound
from kiosk.player.player import Player
from tests.kiosk.player.films import COLOURS, Cinema

CLOSE_WITHIN_S = 60.0


@pytest.fixture(scope="session")
def cinema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cinema]:
    cinema = Cinema(tmp_path_factory.mktemp("films"))
    yield cinema
    cinema.end()


@pytest.fixture(scope="session")
def headend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headend]:
    """Endless channels with faults on demand; its small recordings are made once for all workers of a run."""
    with Headend.start(tmp_path_factory.getbasetemp().parent / "headend", channels=4, small=True) as running:
        yield running


@dataclass
class Stage:
    """A player with a sink of its own and no window."""

    player: Player
    sink: QVideoSink
    history: list[Player.State] = field(default_factory=list)

    def state(self) -> Player.State:
        return Player.State(self.get("state"))

    def get(self, name: str) -> Any:
        return self.player.property(name)

    def playing(self) -> bool:
        return self.state() is Player.State.Playing

    def colour(self, x: float = 0.5, y: float = 0.5) -> str:
        """The name of the colour there (0 to 1 from the top left corner), "none" without a picture."""
        return colour_of(self.sink.videoFrame(), x, y)


def colour_of(frame: QVideoFrame, x: float = 0.5, y: float = 0.5) -> str:
    if not frame.isValid():
        return "none"
    image = frame.toImage()
    seen = QColor(image.pixel(int(x * (image.width() - 1)), int(y * (image.height() - 1))))
    rgb = (seen.red(), seen.green(), seen.blue())
    for name, wanted in COLOURS.items():
        if max(abs(a - b) for a, b in zip(rgb, wanted, strict=True)) <= 6:
            return name
    return str(rgb)


@pytest.fixture
def new_stage(qapp: QGuiApplication) -> Iterator[Callable[..., Stage]]:
    """Makes stages; each is closed in time at the end of the test."""
    del qapp
    stages: list[Stage] = []

    def make(sound: Sound | None = None, **more: Any) -> Stage:
        player = Player(sound or Sound(), **more)
        stage = Stage(player, QVideoSink())
        player.setProperty("videoSink", stage.sink)
        player.stateChanged.connect(lambda: stage.history.append(stage.state()))
        stages.append(stage)
        return stage

    yield make
    for stage in stages:
        stage.player.close()
    # A busy machine's libvlc may take longer than a kiosk that ends waits for it.
    assert all(stage.player._engine.close(CLOSE_WITHIN_S) for stage in stages), "libvlc did not come back"


@pytest.fixture
def stage(new_stage: Callable[..., Stage]) -> Stage:
    return new_stage()


def channel(number: int, *addresses: str, radio: bool = False) -> Channel:
    first, *others = (Stream(address) for address in addresses)
    return Channel(number, f"Channel {number}", first, tuple(others), radio=radio)
