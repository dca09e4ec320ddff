"""Brings what is on now to the pages that show channels."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kiosk.guide.on_now import OnNow
from kiosk.radio.radio import Radio
from kiosk.tv.television import Television


class Telling(QObject):
    """Television and radio say what is on, on the channel that would be shown and on every other: at each change, and as time passes."""

    def __init__(self, on_now: OnNow, television: Television, radio: Radio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_now = on_now
        self._television = television
        self._radio = radio
        on_now.changed.connect(self._tell_all)
        on_now.ticked.connect(self._tell_of_chosen)
        television.channelChanged.connect(self._tell_of_chosen)
        radio.stationChanged.connect(self._tell_of_chosen)
        self._tell_all()

    @Slot()
    def _tell_all(self) -> None:
        self._television.channel_list.tell(self._on_now.title)
        self._radio.station_list.tell(self._on_now.title)
        self._tell_of_chosen()

    @Slot()
    def _tell_of_chosen(self) -> None:
        channel, station = self._television.coming, self._radio.station
        self._on_now.tell(self._television.what_is_on, channel.number if channel else None)
        self._on_now.tell(self._radio.what_is_on, station.number if station else None)
