"""Radio as the patient handles it: which station, and a screen that dims to the clock after a while."""

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

QML_IMPORT_NAME = "kiosk.radio"
QML_IMPORT_MAJOR_VERSION = 1

DIM_MS = 60_000


@QmlElement
class Radio(QObject):
    """The radio page's state: nothing plays until a station is touched, and the page dims only while one plays."""

    stationChanged = Signal()
    dimmedChanged = Signal()

    def __init__(self, stations: tuple[Channel, ...], logos: Path, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dial = Dial(stations)
        self._logos = logos
        self._player = player
        self._stations = Channels(stations, logos, self)
        self._airing = Airing(self)
        self._on = False
        self._dimmed = False
        self._dim_timer = QTimer(self, singleShot=True, interval=DIM_MS)
        self._dim_timer.timeout.connect(self._dim)

    @property
    def is_empty(self) -> bool:
        """Whether the lineup has no radio station."""
        return not self._dial.channels

    @property
    def is_on(self) -> bool:
        """Whether a station plays."""
        return self._on

    @property
    def station(self) -> Channel | None:
        """The station that plays, or played last."""
        return self._dial.channel

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all stations."""
        return frozenset(station.number for station in self._dial.channels)

    @property
    def station_list(self) -> Channels:
        return self._stations

    @property
    def what_is_on(self) -> Airing:
        """What is on now, on the station that plays or played last."""
        return self._airing

    def recall(self, number: int) -> None:
        """Continue with this station when the radio is shown next; a number that no station has changes nothing."""
        if self._dial.choose(self._dial.find(number)) is not None:
            self.stationChanged.emit()

    def enter(self) -> None:
        """Show the stations; the one of before plays on where there was one."""
        if self._dial.channel is not None:
            self._play()

    def leave(self) -> None:
        """Stop the sound; the station is remembered."""
        self.stop()

    def put_first(self, favourites: Favourites) -> None:
        """List the stations with a star before the others; zapping goes by number as before."""
        self._stations.arrange([station.number for station in favourites.first(self._dial.channels)])
        self.stationChanged.emit()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Play the station at this place in the list."""
        if self._dial.choose(self._dial.find(self._stations.number_at(row))) is not None:
            self._play()

    @Slot(int)
    def zap(self, by: int) -> None:
        """Go `by` stations further, round at the ends."""
        if self._dial.step(by) is not None:
            self._play()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self._player.stop()
        self._dim_timer.stop()
        self._brighten()
        if self._on:
            self._on = False
            self.stationChanged.emit()

    def touched(self) -> bool:
        """Somebody touched the tablet: the clock gives way to the page. True when that was all the touch did."""
        was_dimmed = self._dimmed
        self._brighten()
        if self._on:
            self._dim_timer.start()
        return was_dimmed

    @Slot()
    def brighten(self) -> None:
        """Bring the page back from the clock."""
        self.touched()

    def _play(self) -> None:
        channel = self._dial.channel
        if channel is None:
            return
        self._on = True
        self.stationChanged.emit()
        self._dim_timer.start()
        self._player.play(channel)

    def _dim(self) -> None:
        self._dimmed = True
        self.dimmedChanged.emit()

    def _brighten(self) -> None:
        if self._dimmed:
            self._dimmed = False
            self.dimmedChanged.emit()

    @Property(Channels, constant=True)
    def stations(self) -> Channels:
        return self._stations

    @Property(Airing, constant=True)
    def airing(self) -> Airing:
        return self._airing

    @Property(int, notify=stationChanged)
    def position(self) -> int:
        return self._stations.row_of(self._dial.channel.number) if self._on and self._dial.channel else -1

    @Property(int, notify=stationChanged)
    def number(self) -> int:
        return self._dial.channel.number if self._dial.channel else 0

    @Property(str, notify=stationChanged)
    def name(self) -> str:
        return self._dial.channel.name if self._dial.channel else ""

    @Property(str, notify=stationChanged)
    def logo(self) -> str:
        return logo_url(self._dial.channel, self._logos) if self._dial.channel else ""

    @Property(bool, notify=stationChanged)
    def on(self) -> bool:
        return self._on

    @Property(bool, notify=dimmedChanged)
    def dimmed(self) -> bool:
        return self._dimmed
