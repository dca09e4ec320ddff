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
        self._has_output = audio_output(environment) == "pulse"
        self._form = QAudioFormat()
        self._form.setSampleRate(RATE_HZ)
        self._form.setChannelCount(1)
        self._form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._wave = QByteArray()
        self._sink: QAudioSink | None = None

    def heed(self, *, loudest_percent: int, silent: bool) -> None:
        """So loud a session may be at most, of full volume; `silent` where nobody may hear the speaker now."""
        self._amplitude = 0.0 if silent else amplitude(loudest_percent)

    @Slot()
    def sound(self) -> None:
        """Let the tone be heard once, from its beginning."""
        self.hush()
        if not self._has_output or self._amplitude == 0:
            return
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not device.isFormatSupported(self._form):
            return
        if self._wave.isEmpty():
            self._wave = QByteArray(samples())
        # Anew each time: the default output may be another one by now, and nothing of the last tone has to be rewound.
        self._sink = QAudioSink(device, self._form, self)
        self._sink.setVolume(self._amplitude)
        tape = QBuffer(self._sink)
        tape.setData(self._wave)
        tape.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(tape)

    @Slot()
    def hush(self) -> None:
        """Be silent at once."""
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()
