"""Plants through what is played: every stream goes through the session's own player, and only the stream carries the mark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtMultimedia import QVideoSink

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Sound
from kiosk.player.player import Player
from tests.privacy.planters import Condition, Ground, Planter, Refused


def _play(path: str, ground: Ground, *, radio: bool = False) -> Iterator[Condition]:
    """Play a stream in a player of its own, so that all of them are alive at once."""
    if not ground.station:
        raise Refused("there is no station")
    player = Player(Sound(start_percent=0), ground.screen().engine)
    sink = QVideoSink(player)
    player.setProperty("videoSink", sink)
    ground.keep += [player, sink]
    player.play(Channel(1, "a stream", Stream(f"{ground.station}/{path}"), radio=radio))
    yield lambda: player.current_state is Player.State.Playing


def _with(_ground: Ground) -> None:
    """Comes with the stream before."""


PLANTERS: dict[str, Planter] = {
    "service-name": partial(_play, "film.ts"),
    "cover": partial(_play, "radio.ogg", radio=True),
    "tags": _with,
    "icy": partial(_play, "icy", radio=True),
    "redirect": partial(_play, "go"),
    "cookie": _with,
}
