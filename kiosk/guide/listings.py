"""The session's door to the guide file in its ward folder. A guide that cannot be read is one that knows nothing."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from flexcare.errors import GuideUnusable
from flexcare.guide.programme import NowNext, Programme
from flexcare.guide.programme import Slot as GuideSlot
from theme.translations.translations import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from flexcare.guide.store import Guide as Store

log = logging.getLogger(__name__)

RENEWED = "guide"


class Listings(QObject):
    """Reads the guide in the patient's language; `changed` says that the same question may have another answer now."""

    changed = Signal()

    def __init__(self, ward: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._store: Store | None = None
        self._language = SOURCE_LANGUAGE

    @Slot()
    def open(self) -> None:
        """Read the file that is in the ward folder now; without one, know nothing."""
        # SQLite is not loaded before Welcome is on the screen.
        from flexcare.guide.store import GUIDE_FILE, Guide

        self.close()
        try:
            self._store = Guide(self._ward / GUIDE_FILE)
        except GuideUnusable as error:
            if (self._ward / GUIDE_FILE).exists():
                log.warning("%s", error)
        self.changed.emit()

    @Slot(str)
    def hear(self, renewed: str) -> None:
        """Something in the ward folder was replaced."""
        if renewed == RENEWED:
            self.open()

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def speak(self, language: str) -> None:
        """Answer in this language from now on."""
        if language != self._language:
            self._language = language
            self.changed.emit()

    @property
    def is_there(self) -> bool:
        """Whether this ward has a guide, whatever it knows."""
        return self._store is not None

    @property
    def made_at_s(self) -> int:
        """When what it knows was fetched; 0 where that is unknown."""
        return self._store.made_at_s if self._store else 0

    @property
    def last_s(self) -> int:
        """Until when it knows anything; 0 where it knows nothing."""
        return self._store.last_s if self._store else 0

    def now_next(self, at_s: int) -> dict[int, NowNext]:
        """What every channel shows at a moment and what follows."""
        if self._store is None:
            return {}
        try:
            return self._store.now_next(at_s, self._language)
        except GuideUnusable as error:
            self._give_up(error)
            return {}

    def window(self, channels: Sequence[int], start_s: int, stop_s: int) -> list[GuideSlot]:
        """The programmes of these channels that overlap a span, by channel and then by start."""
        if self._store is None:
            return []
        try:
            return self._store.window(channels, start_s, stop_s, self._language)
        except GuideUnusable as error:
            self._give_up(error)
            return []

    def programme(self, slot: GuideSlot) -> Programme | None:
        """All that is known of a programme."""
        if self._store is None:
            return None
        try:
            return self._store.programme(slot, self._language)
        except GuideUnusable as error:
            self._give_up(error)
            return None

    def search(self, words: str, from_s: int, limit: int) -> list[GuideSlot]:
        """Programmes that are not over at a moment and whose titles have words beginning like these, by start."""
        if self._store is None:
            return []
        try:
            return self._store.search(words, self._language, from_s, limit)
        except GuideUnusable as error:
            self._give_up(error)
            return []

    def _give_up(self, error: GuideUnusable) -> None:
        log.warning("%s", error)
        self.close()
