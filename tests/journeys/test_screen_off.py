"""A Welcome that nobody touches goes dark, and the touch or key that wakes it does nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor

from tests.helpers.bedside import Bedside, channel, offer

MINUTES = 15
START = QPoint(640, 400)


@pytest.fixture
def asleep(new_bedside: Callable[..., Bedside]) -> Bedside:
    """A session on Welcome whose quarter of an hour is over at once."""
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")))
    bedside.settle()
    (quarter,) = (timer for timer in bedside.kiosk.shell.findChildren(QTimer) if timer.interval() == MINUTES * 60_000)
    assert quarter.isActive()
    quarter.setInterval(0)
    bedside.see(lambda screen: screen.asleep)
    quarter.setInterval(MINUTES * 60_000)
    return bedside


def test_the_whole_screen_is_black(asleep: Bedside) -> None:
    picture = asleep.picture()
    places = [(x, y) for x in range(5, picture.width(), 90) for y in range(5, picture.height(), 90)]
    assert {QColor(picture.pixel(x, y)).name() for x, y in places} == {"#000000"}


def test_the_touch_that_wakes_it_does_nothing_else(asleep: Bedside) -> None:
    asleep.touch_at(START)
    assert asleep.see(lambda screen: not screen.asleep).page == "Welcome"
    asleep.touch_at(START)
    asleep.see(lambda screen: screen.page == "Home")


def test_the_key_that_wakes_it_does_nothing_else(asleep: Bedside) -> None:
    asleep.press(Qt.Key.Key_Return)
    assert asleep.see(lambda screen: not screen.asleep).page == "Welcome"
    asleep.press(Qt.Key.Key_Return)
    asleep.see(lambda screen: screen.page == "Home")
