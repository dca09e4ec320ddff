"""The soft tone of the question whether somebody is still there, made at run time."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Slot
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

from kiosk.player.sound import audio_output, loudness_percent

RATE_HZ = 44_100
PITCH_HZ = 587.0
"""High enough for small loudspeakers, low enough for old ears (a D5)."""
LENGTH_S = 0.5
ATTACK_S = 0.02
DECAY_S = 0.15
PEAK = 0.9
MODERATE_PERCENT = 65
"""How loud, of the hospital's cap, whatever the patient has chosen: somebody who sleeps shall hear it, and nobody be frightened."""


def amplitude(cap_percent: int) -> float:
    """How strong the tone is (0 to 1), on the scale on which libvlc makes the patient's own sound: its volume, cubed."""
    return float((loudness_percent(cap_percent, MODERATE_PERCENT, muted=False) / 100) ** 3)


def samples() -> bytes:
    """The tone as 16-bit mono PCM: it swells quickly, dies away, and begins and ends in silence."""
    count = int(LENGTH_S * RATE_HZ)
    wave = []
    for index in range(count):
        at_s = index / RATE_HZ
        shape = min(1.0, at_s / ATTACK_S) * math.exp(-at_s / DECAY_S) * min(1.0, (LENGTH_S - at_s) / ATTACK_S)
        wave.append(round(32767 * PEAK * shape * math.sin(2 * math.pi * PITCH_HZ * at_s)))
    return struct.pack(f"<{count}h", *wave)


class Tone(QObject):
    """Sounds through the session's sound server. Where there is none, it is silent and says nothing."""

    def __init__(self, cap_percent: int, environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._amplitude = amplitude(cap_percent)
        # Qt's audio speaks to sound servers only; asked before it is touched, because without one it complains.
        self._can_be_heard = audio_output(environment) == "pulse" and self._amplitude > 0
        self._sink: QAudioSink | None = None
        self._tape = QBuffer(self)

    @Slot()
    def sound(self) -> None:
        """Let the tone be heard once, from its beginning."""
        if not self._can_be_heard:
            return
        if self._sink is None and not self._set_up():
            return
        assert self._sink is not None
        self._sink.stop()
        self._tape.seek(0)
        self._sink.start(self._tape)

    @Slot()
    def hush(self) -> None:
        """Be silent at once."""
        if self._sink is not None:
            self._sink.stop()

    def _set_up(self) -> bool:
        device = QMediaDevices.defaultAudioOutput()
        form = QAudioFormat()
        form.setSampleRate(RATE_HZ)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(form):
            return False
        self._tape.setData(QByteArray(samples()))
        self._tape.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, form, self)
        self._sink.setVolume(self._amplitude)
        return True
