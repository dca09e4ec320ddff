"""Television as the patient handles it: which channel, the overlay, typed digits. Shown by the QML beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.lineup.channel import Channel
from kiosk.guide.airing import Airing
from kiosk.guide.favourites import Favourites
from kiosk.player.player import Player
from kiosk.tv.channels import Channels, logo_url
from kiosk.tv.dial import Dial

QML_IMPORT_NAME = "kiosk.tv"
QML_IMPORT_MAJOR_VERSION = 1

OVERLAY_MS = 6000
BANNER_MS = 3500
DIGITS_MS = 2000


@QmlElement
class Television(QObject):
    """The television page's state. The overlay leaves by itself 6 s after the last touch, the banner 3.5 s after a zap."""

    channelChanged = Signal()
    overlayChanged = Signal()
    bannerChanged = Signal()
    typedChanged = Signal()

    def __init__(self, channels: tuple[Channel, ...], logos: Path, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dial = Dial(channels)
        self._logos = logos
        self._player = player
        self._channels = Channels(channels, logos, self)
        self._airing = Airing(self)
        self._overlay = False
        self._banner = False
        self._typed = ""
        self._unknown = False
        self._overlay_timer = self._timer(OVERLAY_MS, self.hideOverlay)
        self._banner_timer = self._timer(BANNER_MS, self._end_banner)
        self._digits_timer = self._timer(DIGITS_MS, self._digits_over)

    def _timer(self, interval_ms: int, then: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(then)
        return timer

    @property
    def is_empty(self) -> bool:
        """Whether the lineup has no television channel."""
        return not self._dial.channels

    @Slot()
    def enter(self) -> None:
        """Show television: the channel of before, or the first one."""
        if self._dial.position < 0:
            self._dial.step(1)
        self._play()

    @Slot()
    def leave(self) -> None:
        """Stop the picture and put everything that lay over it away."""
        self._player.stop()
        self._end_banner()
        self.hideOverlay()
        self._end_digits()

    def recall(self, number: int) -> None:
        """Continue with this channel when television is shown next; a number that no channel has changes nothing."""
        if self._dial.choose(self._dial.find(number)) is not None:
            self.channelChanged.emit()

    @Slot(int)
    def zap(self, by: int) -> None:
        """Go `by` channels further, round at the ends. Where that leads back to the channel that plays, only its name is shown."""
        self._end_digits()
        before = self._dial.position
        if self._dial.step(by) is None:
            return
        if self._dial.position == before and not self._is_off:
            self._show_name()
        else:
            self._play()

    def put_first(self, favourites: Favourites) -> None:
        """List the channels with a star before the others; zapping goes by number as before."""
        self._channels.arrange([channel.number for channel in favourites.first(self._dial.channels)])
        self.channelChanged.emit()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Go to a channel by its place in the list; where we already are, only the overlay's time begins anew."""
        self._choose(self._dial.find(self._channels.number_at(row)))

    def _choose(self, position: int) -> None:
        if self._is_there(position):
            self.touchOverlay()
        elif self._dial.choose(position) is not None:
            self._play()

    def show(self, number: int) -> None:
        """Go to the channel with this number; where we already are, the picture stays. A number that no channel has changes nothing."""
        self._choose(self._dial.find(number))

    @Slot(int)
    def digit(self, digit: int) -> None:
        """Take one typed digit. The number counts after a pause, or at once when no longer number could be meant."""
        if self._unknown:
            self._end_digits()
        self._typed += str(digit)
        self.typedChanged.emit()
        if self._dial.is_settled(self._typed):
            self.commitDigits()
        else:
            self._digits_timer.start()

    @Slot()
    def commitDigits(self) -> None:
        """Go to the typed channel; a number that no channel has is shown for a moment and changes nothing."""
        if not self._typed or self._unknown:
            return
        position = self._dial.find(int(self._typed))
        if position < 0:
            self._unknown = True
            self.typedChanged.emit()
            self._digits_timer.start()
            return
        self._end_digits()
        if not self._is_there(position):
            self._dial.choose(position)
            self._play()

    @Slot()
    def showOverlay(self) -> None:
        """Show what can be done with the picture, for a while."""
        self._end_banner()
        if not self._overlay:
            self._overlay = True
            self.overlayChanged.emit()
        self._overlay_timer.start()

    @Slot()
    def toggleOverlay(self) -> None:
        """A touch on the picture: what can be done with it comes, or goes."""
        if self._overlay:
            self.hideOverlay()
        else:
            self.showOverlay()

    @Slot()
    def touchOverlay(self) -> None:
        """Begin the overlay's time anew: somebody is using it."""
        if self._overlay:
            self._overlay_timer.start()

    @Slot()
    def hideOverlay(self) -> None:
        """Give the picture the whole screen again."""
        self._overlay_timer.stop()
        if self._overlay:
            self._overlay = False
            self.overlayChanged.emit()

    def _play(self) -> None:
        channel = self._dial.channel
        if channel is None:
            return
        # The name first, so that it is on screen before the picture.
        self.channelChanged.emit()
        self._show_name()
        self._player.play(channel)

    @property
    def _is_off(self) -> bool:
        """Whether nothing plays and nothing is tried, as after Off in easy mode."""
        return self._player.current_state is Player.State.Idle

    def _is_there(self, position: int) -> bool:
        """Whether the channel at a position is what plays or is tried."""
        return position == self._dial.position and not self._is_off

    def _show_name(self) -> None:
        """Say which channel it is: in the overlay where that is shown, else on the banner."""
        if self._overlay:
            self._overlay_timer.start()
        else:
            self._show_banner()

    def _show_banner(self) -> None:
        self._banner_timer.start()
        if not self._banner:
            self._banner = True
            self.bannerChanged.emit()

    def _end_banner(self) -> None:
        self._banner_timer.stop()
        if self._banner:
            self._banner = False
            self.bannerChanged.emit()

    def _digits_over(self) -> None:
        if self._unknown:
            self._end_digits()
        else:
            self.commitDigits()

    def _end_digits(self) -> None:
        self._digits_timer.stop()
        if self._typed:
            self._typed = ""
            self._unknown = False
            self.typedChanged.emit()

    @property
    def channel(self) -> Channel | None:
        """The channel that is shown, or was shown last."""
        return self._dial.channel

    @property
    def coming(self) -> Channel | None:
        """What a touch on Television would show: the channel of before, or the first one; None where there is no channel."""
        return self._dial.channel or next(iter(self._dial.channels), None)

    @property
    def channel_list(self) -> Channels:
        return self._channels

    @property
    def what_is_on(self) -> Airing:
        """What is on now, on the channel that is shown, or would be."""
        return self._airing

    @property
    def overlay_is_shown(self) -> bool:
        return self._overlay

    @property
    def typed_digits(self) -> str:
        return self._typed

    @Property(Channels, constant=True)
    def channels(self) -> Channels:
        return self._channels

    @Property(Airing, constant=True)
    def airing(self) -> Airing:
        return self._airing

    @Property(bool, constant=True)
    def several(self) -> bool:
        """Whether there is another channel to go to."""
        return len(self._dial.channels) > 1

    @Property(int, notify=channelChanged)
    def position(self) -> int:
        """Where the channel stands in the list."""
        return self._channels.row_of(self._dial.channel.number) if self._dial.channel else -1

    @Property(int, notify=channelChanged)
    def number(self) -> int:
        return self._dial.channel.number if self._dial.channel else 0

    @Property(str, notify=channelChanged)
    def name(self) -> str:
        """The name of the channel that is shown, or would be."""
        return self.coming.name if self.coming else ""

    @Property(str, notify=channelChanged)
    def logo(self) -> str:
        return logo_url(self._dial.channel, self._logos) if self._dial.channel else ""

    @Property(bool, notify=overlayChanged)
    def overlayShown(self) -> bool:
        return self._overlay

    @Property(bool, notify=bannerChanged)
    def bannerShown(self) -> bool:
        return self._banner

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._typed

    @Property(str, notify=typedChanged)
    def typedName(self) -> str:
        position = self._dial.find(int(self._typed)) if self._typed else -1
        return self._dial.channels[position].name if position >= 0 else ""

    @Property(bool, notify=typedChanged)
    def typedUnknown(self) -> bool:
        return self._unknown
