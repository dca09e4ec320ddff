from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.web.visit_sound import VisitSound
from kiosk.web.words import Sound

# The panel closes itself after a while.
pytestmark = pytest.mark.usefixtures("qapp")


def test_nothing_is_offered_before_a_page_was_heard_and_a_volume_told() -> None:
    sound = VisitSound()
    sound.heard()
    assert not sound.property("offered")
    assert not sound.obey(Qt.Key.Key_VolumeUp), "there is nothing to move"
    sound.tell(Sound(50))
    assert sound.property("offered")
    sound.begin()
    assert not sound.property("offered"), "the next service was not heard yet"


def test_keys_ask_and_show() -> None:
    sound, turned, hushed = VisitSound(), list[int](), list[bool]()
    sound.turned.connect(turned.append)
    sound.hushed.connect(lambda: hushed.append(True))
    sound.tell(Sound(50))
    assert not sound.obey(Qt.Key.Key_Return)
    assert not sound.property("shown")
    for key in (Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown, Qt.Key.Key_VolumeMute):
        assert sound.obey(key)
    assert (turned, hushed, sound.property("shown")) == ([1, -1], [True], True)


def test_why_nothing_is_heard_by_night_is_said_when_a_page_begins_to_sound() -> None:
    sound = VisitSound()
    sound.tell(Sound(50, speaker_off=True))
    assert not sound.property("shown")
    sound.heard()
    assert sound.property("shown")
    sound.hide()
    sound.heard()
    assert not sound.property("shown"), "said once"


def test_the_panel_opens_and_closes_and_a_muted_volume_is_none() -> None:
    sound = VisitSound()
    sound.tell(Sound(50, muted=True, speaker_off=True))
    assert (sound.property("percent"), sound.property("speakerOff")) == (0, True)
    sound.tell(Sound(50))
    assert (sound.property("percent"), sound.property("speakerOff")) == (50, False)
    for shown in (True, False):
        sound.toggle()
        assert sound.property("shown") is shown
    sound.step(-1)
    assert sound.property("shown")
    sound.begin()
    assert not sound.property("shown")
