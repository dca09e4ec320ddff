"""The patient's own end of the session: confirmed once, then nothing is seen, heard or obeyed any more."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.player.player import Player

QML_IMPORT_NAME = "kiosk.ending"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Ending(QObject):
    """Whether the session is over. Clearing is the supervisor's; until it comes the screen stays empty and silent."""

    over = Signal()

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._is_over = False
        self._is_cleaned = False

    @Slot()
    def clear(self) -> None:
        """End the session, once."""
        self._end(clean=False)

    @Slot()
    def clearAndClean(self) -> None:
        """End the session, once, and have the tablet locked for cleaning."""
        self._end(clean=True)

    def _end(self, *, clean: bool) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._is_cleaned = clean
        # Silence first: what plays is taken down in a thread of its own, a little later.
        self._player.sound.setProperty("muted", True)
        self._player.stop()
        self.over.emit()

    @property
    def has_ended(self) -> bool:
        return self._is_over

    @property
    def is_cleaned_next(self) -> bool:
        """Whether the tablet is to be locked for cleaning then."""
        return self._is_cleaned

    @Property(bool, notify=over)
    def isOver(self) -> bool:
        return self._is_over
