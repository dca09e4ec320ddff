"""How loud this patient wants it: television, radio and the pages of web services alike, under the loudest that the bed allows."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.session.offer import Sound
from kiosk.player.sound import loudness_percent

QML_IMPORT_NAME = "kiosk.player"
QML_IMPORT_MAJOR_VERSION = 1

VOLUME_STEP = 10


@QmlElement
class Volume(QObject):
    """The patient's volume, 0 to 100 of what the bed allows. `loudnessChanged`: what plays has to follow."""

    percentChanged = Signal()
    mutedChanged = Signal()
    speakerOffChanged = Signal()
    loudnessChanged = Signal()

    def __init__(self, sound: Sound, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cap_percent = sound.cap_percent
        self._percent = sound.start_percent
        self._muted = False
        self._speaker_off = False
        self._loudness = self._wanted()

    def heed(self, *, loudest_percent: int, silent: bool) -> None:
        """So loud it may be at most, of full volume; `silent` where nobody may hear the speaker now."""
        self._cap_percent = loudest_percent
        changed, self._speaker_off = silent != self._speaker_off, silent
        self._apply()
        if changed:
            self.speakerOffChanged.emit()

    @Slot(int)
    def step(self, steps: int) -> None:
        """Louder or softer by so many steps; being heard again comes with it."""
        self._set_muted(False)
        self._set_percent(self._percent + steps * VOLUME_STEP)

    @Slot()
    def toggleMute(self) -> None:
        """Silence, or sound again."""
        self._set_muted(not self._muted)

    # What Python sees of it; QML has the properties below.

    @property
    def loudness(self) -> int:
        """How loud what plays shall be, 0 to 100 of full volume, on libvlc's and the sound server's own scale."""
        return self._loudness

    @property
    def current_percent(self) -> int:
        return self._percent

    @property
    def is_muted(self) -> bool:
        return self._muted

    @property
    def is_speaker_off(self) -> bool:
        return self._speaker_off

    # What the screens see.

    @Property(bool, notify=speakerOffChanged)
    def speakerOff(self) -> bool:
        """Whether nothing is heard until headphones are plugged in."""
        return self._speaker_off

    def _get_percent(self) -> int:
        return self._percent

    def _set_percent(self, percent: int) -> None:
        percent = max(0, min(percent, 100))
        if percent != self._percent:
            self._percent = percent
            self._apply()
            self.percentChanged.emit()

    percent = Property(int, _get_percent, _set_percent, notify=percentChanged)

    def _get_muted(self) -> bool:
        return self._muted

    def _set_muted(self, muted: bool) -> None:
        if muted != self._muted:
            self._muted = muted
            self._apply()
            self.mutedChanged.emit()

    muted = Property(bool, _get_muted, _set_muted, notify=mutedChanged)

    def _wanted(self) -> int:
        return loudness_percent(self._cap_percent, self._percent, muted=self._muted or self._speaker_off)

    def _apply(self) -> None:
        before, self._loudness = self._loudness, self._wanted()
        if before != self._loudness:
            self.loudnessChanged.emit()
