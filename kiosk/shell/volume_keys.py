"""The keys for the sound, and the notice that shows for a moment what they did."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.player.player import Player
from kiosk.shell.keys import Action

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

NOTICE_MS = 2500
SPEAKER_OFF_MS = 10_000
"""How long it is said that nothing is heard without headphones: long enough to look for them."""
VOLUME_STEPS = {Action.VOLUME_UP: 1, Action.VOLUME_DOWN: -1}


@QmlElement
class VolumeKeys(QObject):
    """Obeys the keys for the sound. `noticed` while the notice is shown."""

    changed = Signal()

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._noticed = False
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self._hide)
        self._volume = player.sound
        self._volume.speakerOffChanged.connect(self._on_speaker)
        player.numberChanged.connect(self._on_speaker)

    @property
    def is_noticed(self) -> bool:
        return self._noticed

    def obey(self, action: Action) -> bool:
        """Change the sound and show it. False where the key means something else."""
        if action is Action.MUTE:
            self._volume.toggleMute()
        elif action in VOLUME_STEPS:
            self._volume.step(VOLUME_STEPS[action])
        else:
            return False
        self._notice(self._notice_ms())
        return True

    @Slot(int)
    def step(self, steps: int) -> None:
        """Make it louder or quieter by so many steps, and show it."""
        self._volume.step(steps)
        self._notice(self._notice_ms())

    def _notice_ms(self) -> int:
        return SPEAKER_OFF_MS if self._volume.is_speaker_off else NOTICE_MS

    def _notice(self, length_ms: int) -> None:
        self._timer.start(length_ms)
        if not self._noticed:
            self._noticed = True
            self.changed.emit()

    @Slot()
    def _on_speaker(self) -> None:
        """Whoever begins to watch by night shall know why nothing is heard."""
        if self._volume.is_speaker_off and self._player.current_state is not Player.State.Idle:
            self._notice(SPEAKER_OFF_MS)
        elif not self._volume.is_speaker_off and self._timer.remainingTime() > NOTICE_MS:
            self._notice(NOTICE_MS)

    def _hide(self) -> None:
        self._noticed = False
        self.changed.emit()

    @Property(bool, notify=changed)
    def noticed(self) -> bool:
        return self._noticed
