"""A session and its supervisor, on a real socket: standby, shown, touched, asked, ended, resumed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from pytestqt.qtbot import QtBot

from flexcare.session.memory import new_memory
from flexcare.session.messages import (
    AskStillThere,
    Conditions,
    EndRequested,
    Playing,
    Ready,
    Renewed,
    Show,
    Shown,
    StopAsking,
    StreamTrouble,
    Stuck,
    Touched,
)
from kiosk.life import TROUBLE_EVERY_MS
from kiosk.player.player import Player
from kiosk.recollection import Memory, Recollection
from tests.helpers.bedside import PATIENCE_MS, Bedside, channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.supervisors_end import Supervisor

ROOT = Path(__file__).resolve().parents[2]
MIDDLE = QPoint(640, 400)
TELEVISION = channel(1, "http://127.0.0.1:9/nothing.ts")
NewBedside = Callable[..., Bedside]


@pytest.fixture
def supervisor(qtbot: QtBot) -> Iterator[Supervisor]:
    supervisor = Supervisor(qtbot)
    yield supervisor
    supervisor.socket.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def standby(supervisor: Supervisor, new_bedside: NewBedside, clock: FakeClock) -> Bedside:
    """A session that has said Ready and waits; it ends before its supervisor does, or the test would end with it."""
    bedside = new_bedside(offer(TELEVISION), clock=clock, link=supervisor.sessions_end.detach())
    supervisor.expect(Ready())
    return bedside


@pytest.fixture
def shown(standby: Bedside, supervisor: Supervisor) -> Bedside:
    """A session that is on the screen."""
    supervisor.show()
    supervisor.expect(Shown())
    return standby


def state_of(session: Bedside) -> str:
    return session.kiosk.player.current_state.name


def test_a_standby_is_ready_and_its_heart_beats(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: (supervisor.listen(), supervisor.heartbeats >= 2)[1], timeout=PATIENCE_MS)
    assert supervisor.heard == []
    assert not standby.kiosk.life.is_live


def test_a_standby_tells_of_no_touch_and_no_clearing(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    standby.press(Qt.Key.Key_Shift)
    beats = supervisor.heartbeats
    qtbot.waitUntil(lambda: (supervisor.listen(), supervisor.heartbeats > beats)[1], timeout=PATIENCE_MS)
    assert supervisor.heard == []
    assert standby.kiosk.cleared.property("day") == 0


def test_it_says_shown_after_each_show(shown: Bedside, supervisor: Supervisor) -> None:
    assert shown.kiosk.life.is_live
    supervisor.show()
    supervisor.expect(Shown())


def test_touches_and_keys_are_told_at_most_once_a_second(shown: Bedside, supervisor: Supervisor, clock: FakeClock) -> None:
    for _ in range(3):
        shown.press(Qt.Key.Key_Shift)
    supervisor.expect(Touched())
    clock.advance(0.9)
    shown.press(Qt.Key.Key_Shift)
    clock.advance(0.2)
    shown.touch_at(MIDDLE)
    supervisor.expect(Touched())
    clock.advance(1)
    shown.click("Comfort")
    supervisor.expect(Touched())


def test_playing_is_told_when_it_changes(shown: Bedside, supervisor: Supervisor) -> None:
    shown.kiosk.shell.start()
    shown.kiosk.shell.open("tv")
    supervisor.expect(Playing(True))
    shown.kiosk.television.zap(1)
    shown.kiosk.shell.goHome()
    supervisor.expect(Playing(False))


def test_trouble_is_counted_in_one_message(shown: Bedside, supervisor: Supervisor, clock: FakeClock, qtbot: QtBot) -> None:
    player = shown.kiosk.player
    player._clock = clock
    (ripe,) = (timer for timer in shown.kiosk.life.findChildren(QTimer) if timer.interval() == TROUBLE_EVERY_MS)
    ripe.setInterval(600_000)
    states: list[Player.State] = []
    player.stateChanged.connect(lambda: states.append(player.current_state))
    shown.kiosk.shell.start()
    shown.kiosk.shell.open("tv")

    def lost(times: int) -> bool:
        clock.advance(0.05)
        return states.count(Player.State.Lost) == times

    qtbot.waitUntil(lambda: lost(1), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: lost(2), timeout=PATIENCE_MS)
    assert supervisor.listen() == [Playing(True)]
    ripe.setInterval(0)
    supervisor.expect(Playing(True), StreamTrouble(2))


def test_a_stuck_player_is_told(shown: Bedside, supervisor: Supervisor) -> None:
    player = shown.kiosk.player
    player._stuck = True
    player.stuckChanged.emit()
    supervisor.expect(Stuck())
    player._stuck = False


def test_the_end_is_requested_once_and_then_nothing_is_obeyed(shown: Bedside, supervisor: Supervisor, clock: FakeClock) -> None:
    shown.touch("Start")
    shown.see(lambda screen: screen.page == "Home")
    shown.kiosk.shell.open("tv")
    shown.kiosk.shell.askToFinish()
    supervisor.expect(Touched(), Playing(True))
    clock.advance(5)
    place = shown.place("Clear now")
    shown.touch_at(place)
    supervisor.expect(Touched(), Playing(False), EndRequested())
    clock.advance(5)
    shown.touch_at(place)
    shown.press(Qt.Key.Key_Return)
    shown.kiosk.ending.clear()
    shown.settle()
    assert supervisor.listen() == []
    assert state_of(shown) == "Idle"
    assert shown.kiosk.player.sound.is_muted
    assert shown.see(lambda screen: screen.sheet == "Over").targets == ()


def test_the_question_comes_and_goes_with_the_supervisor(shown: Bedside, supervisor: Supervisor) -> None:
    supervisor.say(AskStillThere(120))
    shown.see(lambda screen: screen.sheet == "StillThere")
    supervisor.say(StopAsking())
    shown.see(lambda screen: screen.sheet == "Nothing")
    assert supervisor.listen() == []


def test_a_touch_answers_the_question_even_right_after_another_touch(shown: Bedside, supervisor: Supervisor) -> None:
    shown.press(Qt.Key.Key_Shift)
    supervisor.expect(Touched())
    supervisor.say(AskStillThere(120))
    shown.see(lambda screen: screen.sheet == "StillThere")
    shown.touch_at(MIDDLE)
    supervisor.expect(Touched())
    assert shown.see(lambda screen: screen.sheet == "Nothing").page == "Welcome"


def test_staff_can_be_asked_for(shown: Bedside, supervisor: Supervisor) -> None:
    shown.kiosk.life.request_staff()
    assert [type(message).__name__ for message in supervisor.listen()] == ["StaffRequested"]


def test_staff_can_be_expected(shown: Bedside, supervisor: Supervisor) -> None:
    shown.kiosk.life.expect_staff()
    assert [type(message).__name__ for message in supervisor.listen()] == ["StaffExpected"]


def test_a_crash_is_resumed_from_the_memory_that_came_with_show(standby: Bedside, supervisor: Supervisor) -> None:
    memory = new_memory()
    Memory(memory).keep(Recollection(page="Television", channel=1, playing=True, volume=30, language="de"))
    supervisor.say(Show(resumed=True), memory)
    supervisor.expect(Playing(True), Shown())
    screen = standby.see(lambda screen: screen.page == "Television")
    assert (screen.number, screen.volume, screen.language) == (1, 30, "de")
    standby.press(Qt.Key.Key_VolumeUp)
    recalled = Memory(memory).recall()
    assert recalled is not None
    assert recalled.volume == 40
    os.close(memory)


def test_show_without_a_resumption_begins_anew_and_tells_the_clearing(standby: Bedside, supervisor: Supervisor, clock: FakeClock) -> None:
    memory = new_memory()
    Memory(memory).keep(Recollection(page="Home", volume=90))
    supervisor.say(Show(cleared_at=int(clock.now().timestamp())), memory)
    supervisor.expect(Shown())
    screen = standby.see(lambda screen: screen.page == "Welcome")
    assert screen.volume == 50
    assert standby.kiosk.cleared.property("day") == 1
    assert Memory(memory).recall() == Recollection()
    os.close(memory)


def test_clear_and_clean_is_told_with_the_end(shown: Bedside, supervisor: Supervisor) -> None:
    shown.touch("Start")
    shown.kiosk.shell.askToFinish()
    shown.touch("Clear and clean")
    shown.see(lambda screen: screen.sheet == "Over")
    assert EndRequested(clean=True) in supervisor.listen()


def test_a_tablet_locked_for_cleaning_tells_of_no_touch_until_it_is_welcome(
    standby: Bedside, supervisor: Supervisor, clock: FakeClock
) -> None:
    supervisor.show(cleaning_s=90)
    supervisor.expect(Shown())
    standby.see(lambda screen: screen.sheet == "Cleaning" and screen.targets == ())
    standby.touch_at(MIDDLE)
    standby.press(Qt.Key.Key_Return)
    standby.settle()
    assert supervisor.listen() == []
    clock.advance(89)
    standby.see(lambda screen: standby.kiosk.cleaning.seconds_left == 1 and screen.page == "Welcome")
    clock.advance(1)
    standby.see(lambda screen: screen.sheet == "Nothing")
    standby.touch("Start")
    supervisor.expect(Touched())


def test_what_was_renewed_is_heard_in_standby_and_on_the_screen(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    heard: list[str] = []
    standby.kiosk.life.renewed.connect(heard.append)
    supervisor.say(Renewed("guide"))
    qtbot.waitUntil(lambda: heard == ["guide"])
    supervisor.show()
    supervisor.expect(Shown())
    supervisor.say(Renewed("notice"))
    qtbot.waitUntil(lambda: heard == ["guide", "notice"])


def test_a_standby_is_not_asked(standby: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    supervisor.say(AskStillThere(60))
    beats = supervisor.heartbeats
    qtbot.waitUntil(lambda: (supervisor.listen(), supervisor.heartbeats > beats)[1], timeout=PATIENCE_MS)
    assert not standby.kiosk.still_there.is_asking


def test_night_comes_to_a_standby_and_to_a_session_that_is_shown(standby: Bedside, supervisor: Supervisor) -> None:
    supervisor.say(Conditions(night=True, loudest_percent=100, light_percent=50))
    standby.see(lambda screen: screen.palette == "night")
    assert standby.kiosk.comfort.property("veil") > 0
    supervisor.show()
    supervisor.expect(Shown())
    supervisor.say(Conditions())
    standby.see(lambda screen: screen.palette == "day")
    assert standby.kiosk.comfort.property("veil") == 0


def test_a_speaker_that_nobody_may_hear_is_told(shown: Bedside, supervisor: Supervisor, qtbot: QtBot) -> None:
    supervisor.say(Conditions(night=True, silent=True))
    qtbot.waitUntil(lambda: shown.kiosk.player.sound.is_speaker_off, timeout=PATIENCE_MS)
    supervisor.say(Conditions(night=True))
    qtbot.waitUntil(lambda: not shown.kiosk.player.sound.is_speaker_off, timeout=PATIENCE_MS)
