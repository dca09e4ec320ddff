"""What the screens know of playing: a channel is wished, and this says how it goes."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Property, QEnum, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock, SystemClock
from flexcare.lineup.channel import Channel
from flexcare.session.offer import Sound
from kiosk.player.engine import Engine, Machine, Wish
from kiosk.player.frames import Frames
from kiosk.player.libvlc import Libvlc
from kiosk.player.recovery import Phase, Recovery
from kiosk.player.sound import audio_output
from kiosk.player.volume import Volume

QML_IMPORT_NAME = "kiosk.player"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 100
USUAL_ASPECT = 16 / 9


def load_libvlc(frames: Frames) -> Machine:
    """Load this machine's libvlc; in the owner's thread, after the first screen is painted. Raises LibvlcMissing."""
    return Libvlc(frames, audio_output(os.environ))


@QmlElement
class Player(QObject):
    """Plays one channel at a time onto a video sink; the latest wish wins.

    No call waits for libvlc, except `close`. `load` makes the libvlc that is used, in its own thread.
    """

    @QEnum
    class State(IntEnum):
        """How the wished channel goes; see `kiosk.player.recovery`."""

        Idle = 0
        Opening = 1
        Playing = 2
        Stalled = 3
        Lost = 4
        Recovering = 5

    stateChanged = Signal()
    numberChanged = Signal()
    hasPictureChanged = Signal()
    radioChanged = Signal()
    attemptChanged = Signal()
    usingBackupChanged = Signal()
    aspectChanged = Signal()
    stuckChanged = Signal()
    videoSinkChanged = Signal()

    def __init__(
        self,
        sound: Sound,
        parent: QObject | None = None,
        *,
        clock: Clock | None = None,
        load: Callable[[Frames], Machine] = load_libvlc,
    ) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self.sound = Volume(sound, self)
        self.sound.loudnessChanged.connect(self._apply_loudness)
        self._channel: Channel | None = None
        self._generation = 0
        self._recovery = Recovery()
        self._told = (Phase.IDLE, 0, False)
        self._has_picture = False
        self._aspect = USUAL_ASPECT
        self._stuck = False
        self._delivered = 0
        self.frames = Frames(self._on_first_frame)
        self.frames.lived.connect(self._on_life, Qt.ConnectionType.QueuedConnection)
        self.frames.shaped.connect(self._on_aspect, Qt.ConnectionType.QueuedConnection)
        frames = self.frames
        self._engine = Engine(lambda: load(frames), frames, self._clock)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._apply_loudness()

    # What the application calls.

    @Slot()
    def prepare(self) -> None:
        """Load libvlc in the background; worth calling once the first screen is painted."""
        self._engine.prepare()

    def play(self, channel: Channel) -> None:
        """Show this channel instead of whatever is shown; the old picture is gone when this returns."""
        before, self._channel = self._channel, channel
        self._recovery.wish(self._clock.monotonic_s(), 1 + len(channel.backups))
        self._lose_picture()
        self._open(0)
        self._ticker.start()
        if before is None or before.number != channel.number:
            self.numberChanged.emit()
        if (before is not None and before.radio) != channel.radio:
            self.radioChanged.emit()
        self._tell()

    @Slot()
    def stop(self) -> None:
        """Play nothing."""
        before, self._channel = self._channel, None
        self._recovery.stop()
        self._generation += 1
        self.frames.turn(self._generation)
        self._lose_picture()
        self._engine.play(None)
        if before is not None:
            self.numberChanged.emit()
            if before.radio:
                self.radioChanged.emit()
        self._tell()

    def close(self) -> bool:
        """Stop and end every thread, at the end of the application. Waits at most the engine's deadline.

        False if libvlc did not come back: then leave the process by `os._exit`.
        """
        self.stop()
        self._ticker.stop()
        self.frames.set_sink(None)
        return self._engine.close()

    # What Python sees of it; QML has the properties below.

    @property
    def current_state(self) -> State:
        return self.State[self._recovery.phase.value.capitalize()]

    @property
    def has_a_picture(self) -> bool:
        return self._has_picture

    # What the screens see.

    @Property(int, notify=stateChanged)
    def state(self) -> int:
        return self.current_state

    @Property(int, notify=numberChanged)
    def number(self) -> int:
        return self._channel.number if self._channel is not None else 0

    @Property(bool, notify=radioChanged)
    def radio(self) -> bool:
        return self._channel is not None and self._channel.radio

    @Property(bool, notify=hasPictureChanged)
    def hasPicture(self) -> bool:
        return self._has_picture

    @Property(float, notify=aspectChanged)
    def aspect(self) -> float:
        """Width over height at which the picture is meant to be seen; frames may have pixels that are not square."""
        return self._aspect

    @Property(Volume, constant=True)
    def volume(self) -> Volume:
        return self.sound

    @Property(int, notify=attemptChanged)
    def attempt(self) -> int:
        return self._recovery.attempt

    @Property(bool, notify=usingBackupChanged)
    def usingBackup(self) -> bool:
        return self._recovery.source > 0

    @Property(bool, notify=stuckChanged)
    def stuck(self) -> bool:
        """Whether libvlc did not come back too often: this process can play nothing more and should be replaced."""
        return self._stuck

    def _get_video_sink(self) -> QObject | None:
        return self.frames.sink

    def _set_video_sink(self, sink: QObject | None) -> None:
        if sink is not None and not isinstance(sink, QVideoSink):
            raise TypeError("a video sink is needed")
        if sink is not self.frames.sink:
            self.frames.set_sink(sink)
            self.videoSinkChanged.emit()

    # Typed as QObject: Qt knows no QVideoSink* before a VideoOutput was loaded, and then refuses the property.
    videoSink = Property(QObject, _get_video_sink, _set_video_sink, notify=videoSinkChanged)

    # How it goes.

    def _open(self, source: int) -> None:
        channel = self._channel
        if channel is None:
            return
        stream = (channel.stream, *channel.backups)[source]
        self._generation += 1
        self.frames.turn(self._generation)
        self._engine.play(Wish(self._generation, stream, channel.radio))

    def _on_first_frame(self) -> None:
        self._recovery.alive(self._clock.monotonic_s())
        if not self._has_picture:
            self._has_picture = True
            self.hasPictureChanged.emit()
        self._tell()

    @Slot(int)
    def _on_life(self, generation: int) -> None:
        """Libvlc has something new; for television it counts when a frame has reached the sink too."""
        if generation != self._generation or self._channel is None:
            return
        delivered, self._delivered = self._delivered, self.frames.frames_delivered
        if self.frames.held:
            self.frames.release()
        elif self._channel.radio or self._delivered > delivered:
            self._recovery.alive(self._clock.monotonic_s())
            self._tell()

    @Slot(int, float)
    def _on_aspect(self, generation: int, aspect: float) -> None:
        if generation == self._generation and aspect != self._aspect:
            self._aspect = aspect
            self.aspectChanged.emit()

    @Slot()
    def _tick(self) -> None:
        source = self._recovery.tick(self._clock.monotonic_s())
        if self._recovery.phase is Phase.LOST or source is not None:
            self._lose_picture()
        if source is not None:
            self._open(source)
        self._engine.tend()
        if self._engine.stuck != self._stuck:
            self._stuck = self._engine.stuck
            self.stuckChanged.emit()
        if self._channel is None and self._engine.idle:
            self._ticker.stop()
        self._tell()

    def _lose_picture(self) -> None:
        """Take the last picture away; a frozen one would pass for television."""
        if not self.frames.held:
            self.frames.hold()
        if self._has_picture:
            self._has_picture = False
            self.hasPictureChanged.emit()

    @Slot()
    def _apply_loudness(self) -> None:
        self._engine.set_loudness(self.sound.loudness)

    def _tell(self) -> None:
        """Signal what really changed."""
        now = (self._recovery.phase, self._recovery.attempt, self._recovery.source > 0)
        before, self._told = self._told, now
        for was, is_now, changed in zip(before, now, (self.stateChanged, self.attemptChanged, self.usingBackupChanged), strict=True):
            if was != is_now:
                changed.emit()
