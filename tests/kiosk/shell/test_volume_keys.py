"""Why nothing is heard at quiet time is said when somebody begins to watch, and gone when headphones are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from flexcare.session.messages import Conditions
from kiosk.shell.volume_keys import NOTICE_MS, VolumeKeys
from tests.helpers.bedside import PATIENCE_MS, Bedside, channel, offer

QUIET = Conditions(night=True, silent=True)


def noticed(bedside: Bedside) -> bool:
    return any(keys.property("noticed") for keys in bedside.kiosk.shell.findChildren(VolumeKeys))


def test_quiet_time_is_said_to_whoever_begins_to_watch_and_until_headphones_are_there(
    new_bedside: Callable[..., Bedside], qtbot: QtBot
) -> None:
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")))
    bedside.kiosk.life.conditionsTold.emit(QUIET)
    assert not noticed(bedside), "nobody listens yet"
    bedside.kiosk.shell.start("en")
    bedside.kiosk.shell.open("tv")
    assert noticed(bedside)
    qtbot.waitUntil(lambda: _is_seen(bedside), timeout=PATIENCE_MS)
    bedside.kiosk.life.conditionsTold.emit(Conditions(night=True))
    qtbot.waitUntil(lambda: not noticed(bedside), timeout=NOTICE_MS + PATIENCE_MS)


def test_a_key_for_the_sound_says_so_too(new_bedside: Callable[..., Bedside], qtbot: QtBot) -> None:
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")))
    bedside.kiosk.shell.start("en")
    bedside.kiosk.life.conditionsTold.emit(QUIET)
    bedside.press(Qt.Key.Key_VolumeUp)
    assert noticed(bedside)
    qtbot.waitUntil(lambda: _is_seen(bedside), timeout=PATIENCE_MS)


def _is_seen(bedside: Bedside) -> bool:
    return any(item.isVisible() for item in bedside.items("SpeakerOff"))
