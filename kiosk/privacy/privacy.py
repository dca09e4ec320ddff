"""The privacy page: what the hospital says, and how far one has read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from flexcare.session.privacy import PrivacyNotice
from kiosk.privacy.notice import Notice
from kiosk.shell.keys import Action

QML_IMPORT_NAME = "kiosk.privacy"
QML_IMPORT_MAJOR_VERSION = 1

SCREENS = {Action.UP: -0.4, Action.DOWN: 0.4, Action.CHANNEL_UP: -0.9, Action.CHANNEL_DOWN: 0.9}
"""How far a key scrolls, in parts of what is seen: never so far that a line is skipped."""


@QmlElement
class Privacy(QObject):
    """The page's state. `scrolled` says by how much of what is seen the page shall move: down, or up where negative."""

    scrolled = Signal(float, arguments=["screens"])

    def __init__(self, notice: PrivacyNotice | None, languages: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice(notice, languages, self)

    def speak(self, language: str) -> None:
        """Tell everything in this language."""
        self._notice.speak(language)

    def obey(self, action: Action) -> bool:
        """Scroll where a key asks for it. False where it means something else."""
        if action not in SCREENS:
            return False
        self.scrolled.emit(SCREENS[action])
        return True

    @Property(Notice, constant=True)
    def notice(self) -> Notice:
        return self._notice
