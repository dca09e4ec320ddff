"""What happens when a stream fails, on a head-end that fails on demand, and how it comes back by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deploy.headend.client import Headend
from kiosk.player.player import Player
from tests.kiosk.player.conftest import Stage, channel

State = Player.State
LOSS_MS = 60_000
RETURN_MS = 90_000
"""A busy machine may make a stream stall before any fault: what is held to is what follows the fault."""
FAULTS = ["silence", "freeze", "close", "wrong"]


@pytest.fixture(autouse=True)
def _healed(headend: Headend) -> Iterator[None]:
    yield
    for name in ("et", "nyt24", "rolig", "jazz"):
        headend.heal(name)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.long
def test_a_failing_channel_is_lost_and_comes_back_by_itself(stage: Stage, headend: Headend, qtbot: QtBot, fault: str) -> None:
    stage.player.play(channel(1, headend.stream("et")))
    qtbot.waitUntil(stage.playing)
    since, tries = len(stage.history), stage.get("attempt")
    headend.fault("et", fault)
    qtbot.waitUntil(lambda: stage.state() is State.Recovering, timeout=LOSS_MS)
    assert stage.history[since:][-3:] == [State.Stalled, State.Lost, State.Recovering]
    seen = (stage.get("hasPicture"), stage.colour(), stage.get("attempt"), stage.get("usingBackup"))
    assert seen == (False, "none", tries + 1, False)
    headend.heal("et")
    qtbot.waitUntil(stage.playing, timeout=RETURN_MS)
    assert stage.get("hasPicture") is True


def test_a_short_stall_is_over_without_a_new_connection(stage: Stage, headend: Headend, qtbot: QtBot) -> None:
    stage.player.play(channel(1, headend.stream("et")))
    qtbot.waitUntil(stage.playing)
    requests = headend.status()["et"]["http"]["requests"]
    since = len(stage.history)
    headend.fault("et", "silence")
    qtbot.waitUntil(lambda: stage.state() is State.Stalled, timeout=LOSS_MS)
    headend.heal("et")
    qtbot.waitUntil(stage.playing, timeout=LOSS_MS)
    assert set(stage.history[since:]) == {State.Stalled, State.Playing}
    assert headend.status()["et"]["http"]["requests"] == requests


@pytest.mark.parametrize("fault", ["silence", "wrong"])
@pytest.mark.long
def test_the_backup_takes_over(stage: Stage, headend: Headend, qtbot: QtBot, fault: str) -> None:
    stage.player.play(channel(1, headend.stream("et"), headend.stream("nyt24")))
    qtbot.waitUntil(stage.playing)
    since, tries = len(stage.history), stage.get("attempt")
    headend.fault("et", fault)
    qtbot.waitUntil(lambda: stage.playing() and stage.get("usingBackup"), timeout=LOSS_MS)
    told = stage.history[since:]
    assert State.Lost not in told
    assert told[-3:] == [State.Stalled, State.Recovering, State.Playing]
    assert (stage.get("number"), stage.get("attempt"), stage.get("hasPicture")) == (1, tries + 1, True)


@pytest.mark.parametrize("kind", ["dead", "nowhere", "file"])
def test_a_dead_address_is_lost_and_its_backup_plays(stage: Stage, headend: Headend, qtbot: QtBot, kind: str) -> None:
    address = {"dead": headend.dead_address, "nowhere": "http://127.0.0.1:1/x.ts", "file": "file:///etc/hostname"}[kind]
    stage.player.play(channel(1, address, headend.stream("et")))
    qtbot.waitUntil(stage.playing, timeout=LOSS_MS)
    assert stage.history[:2] == [State.Opening, State.Recovering]
    assert stage.get("usingBackup") is True


def test_a_dead_channel_does_not_hold_up_the_next(stage: Stage, headend: Headend, qtbot: QtBot) -> None:
    stage.player.play(channel(1, headend.dead_address))
    qtbot.waitUntil(lambda: stage.state() is State.Recovering, timeout=LOSS_MS)
    stage.player.play(channel(2, headend.stream("et")))
    assert (stage.state(), stage.get("attempt")) == (State.Opening, 0)
    qtbot.waitUntil(stage.playing)


@pytest.mark.parametrize("protocol", ["hls", "udp", "rtp"])
@pytest.mark.long
def test_the_other_protocols_play_and_lose_too(stage: Stage, headend: Headend, qtbot: QtBot, protocol: str) -> None:
    stage.player.play(channel(1, headend.stream("et", protocol)))
    qtbot.waitUntil(stage.playing, timeout=LOSS_MS)
    headend.fault("et", "silence", protocol=protocol)
    qtbot.waitUntil(lambda: stage.state() is State.Recovering, timeout=RETURN_MS)
    headend.heal("et")
    qtbot.waitUntil(stage.playing, timeout=RETURN_MS)


def test_damaged_packets_do_not_stop_the_pictures(stage: Stage, headend: Headend, qtbot: QtBot) -> None:
    stage.player.play(channel(1, headend.stream("et")))
    qtbot.waitUntil(stage.playing)
    headend.fault("et", "corrupt", share=0.02)
    seen = stage.player.frames.frames_delivered
    qtbot.waitUntil(lambda: stage.player.frames.frames_delivered > seen + 50, timeout=LOSS_MS)


@pytest.mark.parametrize("station", ["rolig", "jazz"])
@pytest.mark.long
def test_radio_lives_by_its_sound(stage: Stage, headend: Headend, qtbot: QtBot, station: str) -> None:
    stage.player.play(channel(101, headend.stream(station), radio=True))
    assert stage.get("radio") is True
    qtbot.waitUntil(stage.playing, timeout=LOSS_MS)
    assert stage.get("hasPicture") is False
    headend.fault(station, "silence")
    qtbot.waitUntil(lambda: stage.state() is State.Recovering, timeout=RETURN_MS)
    headend.heal(station)
    qtbot.waitUntil(stage.playing, timeout=RETURN_MS)
    stage.player.stop()
    assert stage.get("radio") is False
