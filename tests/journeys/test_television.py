"""What a patient does with television, on real streams: two taps to a picture, every way to another channel, and trouble."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from deploy.headend.client import Headend
from deploy.tour.snapshot import Snapshot
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.headend import faulty

NewBedside = Callable[..., Bedside]
PICTURE = (320, 160, 640, 200)
NAMES = ("et", "nyt24", "natur", "sport", "born")


def plays(number: int) -> Callable[[Snapshot], bool]:
    return lambda screen: screen.player == "Playing" and screen.has_picture and screen.number == number


def part(image: QImage) -> bytes:
    return bytes(image.copy(*PICTURE).convertToFormat(QImage.Format.Format_RGB32).constBits())


def assert_moves(bedside: Bedside, qtbot: QtBot) -> None:
    before = part(bedside.picture())
    qtbot.waitUntil(lambda: part(bedside.picture()) != before)


@pytest.fixture
def television(new_bedside: NewBedside, small_headend: Headend) -> Bedside:
    """Five channels, numbered 1 to 4 and 12, with television on."""
    numbers = (1, 2, 3, 4, 12)
    channels = [channel(number, small_headend.stream(name), name) for number, name in zip(numbers, NAMES, strict=True)]
    bedside = new_bedside(offer(*channels))
    bedside.touch("Start")
    bedside.touch("Television")
    bedside.see(plays(1))
    return bedside


def test_two_taps_to_a_moving_picture(new_bedside: NewBedside, small_headend: Headend, qtbot: QtBot) -> None:
    bedside = new_bedside(offer(channel(1, small_headend.stream("et"))))
    bedside.see(lambda screen: screen.page == "Welcome")
    bedside.touch_at(QPoint(200, 600))
    bedside.touch("Television")
    bedside.see(plays(1))
    assert_moves(bedside, qtbot)


def test_touching_a_language_starts_in_it(new_bedside: NewBedside, small_headend: Headend) -> None:
    bedside = new_bedside(offer(channel(1, small_headend.stream("et"))))
    bedside.touch("Dansk")
    assert bedside.see(lambda screen: screen.page == "Home").language == "da"
    bedside.touch("Fjernsyn")
    bedside.see(plays(1))


@pytest.mark.parametrize(
    ("zap", "number"),
    [
        (lambda bedside: bedside.swipe_over_picture(up=True), 2),
        (lambda bedside: bedside.swipe_over_picture(up=False), 12),
        (lambda bedside: bedside.press(Qt.Key.Key_PageUp), 2),
        (lambda bedside: bedside.press(Qt.Key.Key_PageDown), 12),
        (lambda bedside: bedside.press(Qt.Key.Key_Up), 2),
        (lambda bedside: bedside.press(Qt.Key.Key_3), 3),
        (lambda bedside: [bedside.press(Qt.Key.Key_1), bedside.press(Qt.Key.Key_2)], 12),
    ],
    ids=["swipe up", "swipe down", "page up", "page down", "arrow up", "digit", "two digits"],
)
def test_zapping(television: Bedside, qtbot: QtBot, zap: Callable[[Bedside], object], number: int) -> None:
    zap(television)
    television.see(plays(number))
    assert_moves(television, qtbot)


def test_zapping_by_the_overlay(television: Bedside) -> None:
    television.touch_at(QPoint(640, 200))
    television.see(lambda screen: screen.overlay)
    television.touch("Channel up")
    television.see(plays(2))
    television.click("4 sport")
    television.see(plays(4))


def test_the_name_is_on_screen_with_the_zap(television: Bedside) -> None:
    television.press(Qt.Key.Key_PageUp)
    banner = television.items("ZapBanner")
    assert len(banner) == 1
    assert television.kiosk.television.property("name") == "nyt24"
    assert not television.kiosk.player.has_a_picture


def test_arrow_keys_and_enter_reach_the_overlay(television: Bedside) -> None:
    television.press(Qt.Key.Key_Return)
    television.see(lambda screen: screen.overlay)
    for _ in range(12):
        focused = next((target.name for target in television.see(lambda screen: screen.overlay).targets if target.focused), "")
        if focused == "Home":
            break
        television.press(Qt.Key.Key_Up)
    television.press(Qt.Key.Key_Return)
    assert television.see(lambda screen: screen.page == "Home").player == "Idle"


def test_a_number_that_no_channel_has_changes_nothing(television: Bedside) -> None:
    television.press(Qt.Key.Key_9)
    assert television.see(lambda screen: screen.typed == "9").number == 1
    television.see(lambda screen: screen.typed == "")
    assert television.see(plays(1)).number == 1


def test_sideways_swipes_change_nothing(television: Bedside) -> None:
    television.swipe(QPoint(900, 200), QPoint(300, 220))
    screen = television.see(plays(1))
    assert not screen.overlay


def test_back_takes_one_layer_away(television: Bedside) -> None:
    television.touch_at(QPoint(640, 200))
    television.touch("Comfort")
    television.see(lambda screen: screen.sheet == "Comfort")
    television.press(Qt.Key.Key_Back)
    television.see(lambda screen: screen.sheet == "Nothing" and screen.page == "Television")
    television.kiosk.television.showOverlay()
    television.press(Qt.Key.Key_Escape)
    television.see(lambda screen: not screen.overlay and screen.page == "Television")
    television.press(Qt.Key.Key_Escape)
    television.see(lambda screen: screen.page == "Home")


def test_a_silent_channel_is_told_and_comes_back_by_itself(television: Bedside, small_headend: Headend, qtbot: QtBot) -> None:
    with faulty(small_headend, "et", "silence"):
        screen = television.see(lambda screen: screen.player in ("Lost", "Recovering"), timeout_ms=30_000)
        assert screen.target("Next channel") is not None
    television.see(plays(1), timeout_ms=60_000)
    assert_moves(television, qtbot)


def test_a_dead_channel_offers_the_next(new_bedside: NewBedside, small_headend: Headend) -> None:
    bedside = new_bedside(offer(channel(1, small_headend.dead_address), channel(2, small_headend.stream("et"))))
    bedside.touch("Start")
    bedside.touch("Television")
    bedside.see(lambda screen: screen.player in ("Lost", "Recovering"))
    bedside.touch("Next channel")
    bedside.see(plays(2))


def test_a_dead_channel_plays_its_backup(new_bedside: NewBedside, small_headend: Headend, qtbot: QtBot) -> None:
    bedside = new_bedside(offer(channel(1, small_headend.dead_address, backup=small_headend.stream("et"))))
    bedside.touch("Start")
    bedside.touch("Television")
    bedside.see(plays(1), timeout_ms=30_000)
    assert bedside.kiosk.player.property("usingBackup")
    assert_moves(bedside, qtbot)


def test_twenty_fast_zaps_end_on_the_last(television: Bedside, qtbot: QtBot) -> None:
    threads_before = len(list(Path("/proc/self/task").iterdir()))
    for _ in range(22):
        television.press(Qt.Key.Key_PageUp)
    television.see(plays(3))
    assert_moves(television, qtbot)
    qtbot.waitUntil(lambda: len(list(Path("/proc/self/task").iterdir())) <= threads_before + 4)


def test_radio_plays_with_a_still_screen(new_bedside: NewBedside, small_headend: Headend) -> None:
    bedside = new_bedside(offer(channel(101, small_headend.stream("rolig"), "Radio Rolig", radio=True)))
    bedside.touch("Start")
    bedside.touch("Radio")
    bedside.touch("Radio Rolig")
    bedside.see(lambda screen: screen.player == "Playing")
    assert not bedside.kiosk.player.has_a_picture
    bedside.touch("Stop")
    bedside.see(lambda screen: screen.player == "Idle")


def test_volume_keys_stay_within_bounds(television: Bedside) -> None:
    for _ in range(12):
        television.press(Qt.Key.Key_VolumeUp)
    assert television.kiosk.player.sound.current_percent == 100
    for _ in range(12):
        television.press(Qt.Key.Key_Minus)
    assert television.kiosk.player.sound.current_percent == 0
