"""The countdown by itself, and what it is on the screen: seen over everything, answered by anything, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deploy.tour.snapshot import accessible_name
from kiosk.ending.still_there import StillThere
from tests.helpers.bedside import PATIENCE_MS, Bedside, channel, offer
from tests.helpers.clock import FakeClock

TELEVISION = channel(1, "http://127.0.0.1:9/nothing.ts", "Kanal 1")
RADIO = channel(2, "http://127.0.0.1:9/nothing.mp3", "Radio 2", radio=True)
MIDDLE = QPoint(640, 400)
NewBedside = Callable[..., Bedside]


def seconds_of(question: StillThere) -> int:
    return int(question.property("seconds"))


@pytest.mark.parametrize("begin_s", [60, 75, 120])
@pytest.mark.long
def test_the_tone_comes_at_first_then_every_ten_seconds_then_every_second(qapp: QGuiApplication, qtbot: QtBot, begin_s: int) -> None:
    del qapp
    clock = FakeClock()
    question = StillThere(clock)
    heard: list[int] = []
    question.tone.connect(lambda: heard.append(seconds_of(question)))
    question.ask(begin_s)
    for left in range(begin_s - 1, -1, -1):
        clock.advance(1)
        qtbot.waitUntil(lambda left=left: seconds_of(question) == left, timeout=PATIENCE_MS)  # type: ignore[misc]
    assert heard == [*range(begin_s, 10, -10), *range(10, 0, -1)]
    assert question.is_asking
    question.stop()


def test_asking_again_sets_the_seconds_and_sounds_no_second_beginning(qapp: QGuiApplication) -> None:
    del qapp
    question = StillThere(FakeClock())
    heard: list[int] = []
    question.tone.connect(lambda: heard.append(seconds_of(question)))
    question.ask(120)
    question.ask(97)
    question.ask(118)
    assert seconds_of(question) == 118
    assert heard == [120]
    assert question.stop()
    assert not question.stop()


def test_it_lies_over_a_sheet_and_goes_at_a_touch_that_does_nothing_else(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(TELEVISION, RADIO))
    bedside.touch("Start")
    bedside.touch("Comfort")
    place = bedside.place("Night")
    bedside.kiosk.still_there.ask(120)
    asked = bedside.see(lambda screen: screen.sheet == "StillThere")
    assert [target.name for target in asked.targets] == ["I am still here"]
    bedside.touch_at(place)
    answered = bedside.see(lambda screen: screen.sheet != "StillThere")
    assert (answered.page, answered.sheet, answered.palette) == ("Home", "Comfort", "day")
    bedside.touch_at(place)
    bedside.see(lambda screen: screen.palette == "night")


def test_it_lies_over_a_picture_and_goes_at_a_key_that_does_nothing_else(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(TELEVISION, channel(5, "http://127.0.0.1:9/nothing.ts")))
    bedside.touch("Start")
    bedside.touch("Television")
    bedside.see(lambda screen: screen.page == "Television")
    bedside.kiosk.still_there.ask(60)
    bedside.see(lambda screen: screen.sheet == "StillThere")
    bedside.press(Qt.Key.Key_PageUp)
    answered = bedside.see(lambda screen: screen.sheet == "Nothing")
    assert (answered.page, answered.number) == ("Television", 1)


def test_its_own_button_answers_too(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(TELEVISION))
    bedside.touch("Start")
    bedside.kiosk.still_there.ask(60)
    bedside.touch("I am still here")
    assert bedside.see(lambda screen: screen.sheet == "Nothing").page == "Home"


def test_it_wakes_a_dark_screen_and_the_dimmed_radio_stays_under_it(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(TELEVISION))
    bedside.settle()
    bedside.kiosk.shell.findChildren(QTimer)
    bedside.kiosk.shell._sleep.fall_asleep()
    bedside.see(lambda screen: screen.asleep)
    bedside.kiosk.still_there.ask(60)
    assert not bedside.see(lambda screen: screen.sheet == "StillThere").asleep


def test_a_screen_reader_hears_the_seconds(new_bedside: NewBedside, qtbot: QtBot) -> None:
    clock = FakeClock()
    bedside = new_bedside(offer(TELEVISION), clock=clock)

    def name() -> str:
        return " ".join(accessible_name(item) for item in bedside.items("StillThereSheet"))

    bedside.kiosk.still_there.ask(118)
    bedside.settle()
    assert name() == "Are you still there? This tablet will be cleared in 118 seconds."
    clock.advance(117)
    qtbot.waitUntil(lambda: name().endswith("in 1 second."), timeout=PATIENCE_MS)
    clock.advance(3)
    qtbot.waitUntil(lambda: name().endswith("This tablet is being cleared."), timeout=PATIENCE_MS)
    assert bedside.see(lambda screen: screen.sheet == "StillThere").page == "Welcome"
