"""Finish: asks once; what is not "Clear now" keeps everything; then nothing is seen, heard or obeyed."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from tests.helpers.bedside import Bedside, channel, offer

RADIO = channel(2, "http://127.0.0.1:9/nothing.mp3", "Radio 2", radio=True)
BESIDE = QPoint(20, 400)
NewBedside = Callable[..., Bedside]


@pytest.fixture
def asked(new_bedside: NewBedside) -> Bedside:
    """A session whose patient has touched Finish."""
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts"), RADIO))
    bedside.touch("Start")
    bedside.touch("Finish")
    bedside.see(lambda screen: screen.sheet == "Finish" and screen.target("Clear now") is not None)
    return bedside


def test_there_is_one_big_answer_each_way(asked: Bedside) -> None:
    screen = asked.see(lambda screen: screen.sheet == "Finish")
    clear, keep = screen.target("Clear now"), screen.target("Keep watching")
    assert clear is not None
    assert keep is not None
    assert {target.name for target in screen.targets} == {"Clear now", "Keep watching", "Clear and clean"}
    assert abs(clear.width - keep.width) <= 1
    assert clear.height == keep.height >= int(asked.kiosk.theme.property("startHeight"))


@pytest.mark.parametrize("answer", ["keep", "beside", "back", "enter"])
def test_anything_else_keeps_the_session(asked: Bedside, answer: str) -> None:
    ended: list[bool] = []
    asked.kiosk.ending.over.connect(lambda: ended.append(True))
    match answer:
        case "keep":
            asked.touch("Keep watching")
        case "beside":
            asked.touch_at(BESIDE)
        case "back":
            asked.press(Qt.Key.Key_Escape)
        case "enter":
            asked.press(Qt.Key.Key_Return)  # shows where one is
            asked.press(Qt.Key.Key_Return)
    assert asked.see(lambda screen: screen.sheet == "Nothing").page == "Home"
    assert ended == []


@pytest.fixture
def link() -> Iterator[int]:
    """The session's end of a socket whose other end says nothing; without one, the end of the session closes the program."""
    supervisors_end, sessions_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    yield sessions_end.detach()
    supervisors_end.close()


def test_clearing_leaves_an_empty_silent_screen(link: int, new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts"), RADIO), link=link)
    bedside.touch("Start")
    bedside.kiosk.shell.open("radio")
    bedside.kiosk.radio.choose(0)
    bedside.kiosk.shell.askToFinish()
    bedside.touch("Clear now")
    over = bedside.see(lambda screen: screen.sheet == "Over")
    assert over.targets == ()
    assert over.player == "Idle"
    picture = bedside.picture()
    places = [(x, y) for x in range(5, picture.width(), 60) for y in range(5, picture.height(), 60)]
    background = QColor(bedside.kiosk.theme.property("background")).name()
    assert {QColor(picture.pixel(x, y)).name() for x, y in places} == {background}
    for key in (Qt.Key.Key_Home, Qt.Key.Key_VolumeUp, Qt.Key.Key_Return):
        bedside.press(key)
    bedside.touch_at(QPoint(640, 400))
    assert bedside.see(lambda screen: screen.sheet == "Over").page == "Radio"
    assert bedside.kiosk.player.sound.is_muted
