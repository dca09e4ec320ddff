"""The long press by which staff come: on the clock, still, for three seconds, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deploy.tour.snapshot import clock
from kiosk.shell import clock_press
from kiosk.shell.clock_press import HELD_MS, ClockPress
from tests.helpers.bedside import Bedside, channel, new_bedside, offer

__all__ = ["new_bedside"]

NewBedside = Callable[..., Bedside]
SOON_MS = 400


@pytest.fixture
def bedside(new_bedside: NewBedside, monkeypatch: pytest.MonkeyPatch) -> Bedside:
    monkeypatch.setattr(clock_press, "HELD_MS", SOON_MS)
    bedside = new_bedside(offer(channel(1, "udp://@127.0.0.1:9")))
    bedside.settle()
    return bedside


def on_clock(bedside: Bedside) -> QPoint:
    found = clock(bedside.kiosk)
    assert found is not None
    return QPointF(*found.centre).toPoint()


def held(bedside: Bedside) -> list[bool]:
    """Grows with each long press."""
    presses: list[bool] = []
    found = bedside.kiosk.window.findChild(ClockPress) or bedside.kiosk.engine.findChild(ClockPress)
    assert found is not None
    found.held.connect(lambda: presses.append(True))
    return presses


def press(bedside: Bedside, place: QPoint) -> None:
    QTest.mousePress(bedside.kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def release(bedside: Bedside, place: QPoint) -> None:
    QTest.mouseRelease(bedside.kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def longer(qtbot: QtBot) -> None:
    """Let more time pass than a long press takes."""
    passed: list[bool] = []
    QTimer.singleShot(SOON_MS + 200, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))


def test_three_seconds() -> None:
    assert HELD_MS == 3000


def test_held_on_the_clock_it_is_said_once_and_starts_nothing(bedside: Bedside, qtbot: QtBot) -> None:
    presses, place = held(bedside), on_clock(bedside)
    press(bedside, place)
    qtbot.waitUntil(lambda: bool(presses))
    longer(qtbot)
    release(bedside, place)
    assert presses == [True]
    assert bedside.see(lambda _: True).page == "Welcome"
    # What comes after it counts as ever.
    bedside.touch("Start")
    bedside.see(lambda screen: screen.page == "Home")


@pytest.mark.parametrize(("stayed_ms", "is_long"), [(HELD_MS, True), (HELD_MS - 1, False)])
def test_a_screen_that_was_busy_hears_of_both_ends_at_once_and_knows_how_long_it_was(
    bedside: Bedside, monkeypatch: pytest.MonkeyPatch, stayed_ms: int, is_long: bool
) -> None:
    monkeypatch.setattr(clock_press, "HELD_MS", HELD_MS)
    presses, place, window = held(bedside), QPointF(on_clock(bedside)), bedside.kiosk.window
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, buttons, at_ms in ((QEvent.Type.MouseButtonPress, left, 70_000), (QEvent.Type.MouseButtonRelease, none, 70_000 + stayed_ms)):
        event = QMouseEvent(kind, place, place, place, left, buttons, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(window, event)
    assert presses == [True] * is_long
    assert bedside.see(lambda _: True).page == ("Welcome" if is_long else "Home")


def test_a_finger_does_the_same(bedside: Bedside, qtbot: QtBot) -> None:
    presses, place, window = held(bedside), on_clock(bedside), bedside.kiosk.window
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    qtbot.waitUntil(lambda: bool(presses))
    QTest.touchEvent(window, finger).release(0, place, window).commit()
    assert presses == [True]


def test_a_short_touch_does_what_it_did(bedside: Bedside, qtbot: QtBot) -> None:
    presses = held(bedside)
    bedside.touch_at(on_clock(bedside))
    longer(qtbot)
    assert not presses
    bedside.see(lambda screen: screen.page == "Home")


def test_beside_the_clock_nothing_is_said(bedside: Bedside, qtbot: QtBot) -> None:
    presses = held(bedside)
    for place in (QPoint(640, 10), QPoint(640, 400), on_clock(bedside) + QPoint(0, 120)):
        press(bedside, place)
        longer(qtbot)
        release(bedside, place)
        bedside.kiosk.shell.goHome()
    assert not presses


def test_a_finger_that_leaves_the_clock_says_nothing(bedside: Bedside, qtbot: QtBot) -> None:
    presses, place = held(bedside), on_clock(bedside)
    press(bedside, place)
    QTest.mouseMove(bedside.kiosk.window, place + QPoint(0, 150))
    QTest.mouseMove(bedside.kiosk.window, place)
    longer(qtbot)
    release(bedside, place)
    assert not presses


def test_two_fingers_say_nothing(bedside: Bedside, qtbot: QtBot) -> None:
    presses, place, window = held(bedside), on_clock(bedside), bedside.kiosk.window
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    QTest.touchEvent(window, finger).stationary(0).press(1, QPoint(300, 300), window).commit()
    longer(qtbot)
    QTest.touchEvent(window, finger).release(0, place, window).release(1, QPoint(300, 300), window).commit()
    assert not presses


def test_before_it_is_long_enough_it_is_said_that_it_lasts_and_a_touch_says_nothing(
    bedside: Bedside, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_press, "HELD_MS", 60_000)
    monkeypatch.setattr(clock_press, "HOLDING_MS", SOON_MS)
    presses, lasting, place = held(bedside), [], on_clock(bedside)
    clock_presses = bedside.kiosk.engine.findChild(ClockPress)
    assert clock_presses is not None
    clock_presses.holding.connect(lambda: lasting.append(True))
    press(bedside, place)
    release(bedside, place)
    longer(qtbot)
    assert not lasting
    bedside.kiosk.shell.goHome()
    bedside.settle()
    place = on_clock(bedside)
    press(bedside, place)
    qtbot.waitUntil(lambda: bool(lasting))
    longer(qtbot)
    release(bedside, place)
    assert (lasting, presses) == ([True], [])


def test_it_lasts_for_much_less_than_it_takes() -> None:
    assert clock_press.HOLDING_MS <= HELD_MS / 3
