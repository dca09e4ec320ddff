"""The ward folder as the supervisor sees it: which one lies there now, and what it says about a session's life."""

from __future__ import annotations

import logging
from pathlib import Path

from flexcare.errors import WardFolderUnusable
from flexcare.session.offer import OFFER_FILE
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_reader import read_ward

log = logging.getLogger(__name__)


class Ward:
    """A folder that is replaced whole, by whoever brings a new configuration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: object = self
        self._settings = SessionSettings()

    def mark(self) -> object:
        """What tells one state of the folder from the next; None where there is nothing to show."""
        try:
            found = (self.folder / OFFER_FILE).stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino, found.st_mtime_ns)

    def settings(self) -> SessionSettings:
        """The hospital's settings, or the usual ones where the folder cannot be used; the screen then says that."""
        mark = self.mark()
        if mark != self._read:
            self._read = mark
            try:
                self._settings = read_ward(self.folder).session
            except WardFolderUnusable as error:
                log.error("%s", error)
                self._settings = SessionSettings()
        return self._settings
