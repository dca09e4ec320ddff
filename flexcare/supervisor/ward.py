"""The ward folder as the supervisor sees it: which one lies there now, and what it says about a session's life."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import WardFolderUnusable
from flexcare.session.capture import NOTHING, Capture
from flexcare.session.night import Night
from flexcare.session.offer import OFFER_FILE, Sound
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_reader import read_ward

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Mark:
    """What tells one state of a ward folder from the next. `place` is the folder itself, whatever link leads to it."""

    place: Path
    device: int
    inode: int
    changed_ns: int


class Ward:
    """A folder that is replaced whole, by whoever brings a new configuration; or a link that leads to another folder then.

    brought: somebody brings it, so that it is no fault if nothing lies there yet.
    """

    def __init__(self, folder: Path, *, brought: bool = False) -> None:
        self.folder = folder
        self._brought = brought
        self._read: object = self  # unlike every mark
        self._settings = SessionSettings()
        self._capture = NOTHING
        self._senses: tuple[Sound, Night | None] = (Sound(), None)

    def mark(self) -> Mark | None:
        """Which one lies there now; None where there is nothing to show."""
        place = self.folder.resolve()
        try:
            found = (place / OFFER_FILE).stat()
        except OSError:
            return None
        return Mark(place, found.st_dev, found.st_ino, found.st_mtime_ns)

    def settings(self) -> SessionSettings:
        """The hospital's settings, or the usual ones where the folder cannot be used; the screen then says that."""
        mark = self.mark()
        if mark != self._read:
            self._read = mark
            try:
                offer = read_ward(self.folder)
                self._settings, self._senses = offer.session, (offer.sound, offer.night)
                self._capture = Capture.of(offer.services)
            except WardFolderUnusable as error:
                self._settings, self._capture = SessionSettings(), NOTHING
                if mark is None and self._brought:
                    log.info("there is no configuration yet")
                else:
                    log.error("%s", error)
        return self._settings

    def capture(self) -> Capture:
        """What the hospital lets services ask for."""
        self.settings()
        return self._capture

    def senses(self) -> tuple[Sound, Night | None]:
        """How loud it may be, and the hospital's night; what held last where the folder cannot be used."""
        self.settings()
        return self._senses
