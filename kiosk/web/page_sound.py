"""Pages of visits are as loud as the patient wants everything: told to the sound socket, which holds them to it, and to their frame."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from flexcare.session.page_volume import PageVolume
from kiosk.player.volume import Volume
from kiosk.web.visits import Visits
from kiosk.web.words import Sound


class PageSound(QObject):
    """Holds visits to the patient's volume, and moves it where they ask. Without a sound socket of the session's own it does nothing."""

    def __init__(self, volume: Volume, visits: Visits, pages: PageVolume, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = volume
        self._visits = visits
        self._pages = pages
        self._has_begun = False
        if not pages.is_held:
            return
        visits.going.connect(self._begin)
        volume.loudnessChanged.connect(self._tell_pages)
        visits.turned.connect(volume.step)
        visits.hushed.connect(volume.toggleMute)
        for changed in (volume.percentChanged, volume.mutedChanged, volume.speakerOffChanged):
            changed.connect(self._tell_visits)
        self._tell_visits()

    @Slot()
    def _begin(self) -> None:
        """A visit comes: from the first one on the socket is told."""
        self._has_begun = True
        self._tell_pages()

    @Slot()
    def _tell_pages(self) -> None:
        if self._has_begun:
            self._pages.tell(self._volume.loudness)

    @Slot()
    def _tell_visits(self) -> None:
        volume = self._volume
        self._visits.tell(Sound(volume.current_percent, volume.is_muted, volume.is_speaker_off))
