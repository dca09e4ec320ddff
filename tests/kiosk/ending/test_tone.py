from __future__ import annotations

import struct
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioSink

from kiosk.ending.tone import LENGTH_S, RATE_HZ, Tone, amplitude, samples


def test_the_tone_is_short_and_begins_and_ends_in_silence() -> None:
    wave = struct.unpack(f"<{int(LENGTH_S * RATE_HZ)}h", samples())
    assert abs(wave[0]) < 50
    assert abs(wave[-1]) < 50
    assert 10_000 < max(wave) < 32_767
    steps = [abs(later - earlier) for earlier, later in pairwise(wave)]
    assert max(steps) < 3_000


@pytest.mark.parametrize("cap_percent", [0, 10, 40, 80, 100])
def test_it_stays_under_the_hospitals_cap(cap_percent: int) -> None:
    loudest = (cap_percent / 100) ** 3
    assert 0 <= amplitude(cap_percent) <= loudest / 2
    assert (amplitude(cap_percent) > 0) == (cap_percent > 0)


def test_without_a_sound_server_it_is_silent_and_says_nothing(qapp: QGuiApplication) -> None:
    del qapp
    tone = Tone(80, {})
    tone.sound()
    tone.hush()
    assert tone.findChildren(QAudioSink) == []
