"""The languages that the hospital offers here, and the one that is spoken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Languages(QObject):
    """`offered` by their codes, the hospital's first one first; `current` is one of them."""

    changed = Signal()

    def __init__(self, offered: Sequence[str], begin: str | None, parent: QObject | None = None) -> None:
        """begin: the one to begin with, where it is offered."""
        super().__init__(parent)
        self._offered = [code for code in offered if code in LANGUAGES] or [SOURCE_LANGUAGE]
        self._spoken = begin if begin is not None and begin in self._offered else self._offered[0]

    @property
    def spoken(self) -> str:
        return self._spoken

    def speak(self, language: str) -> bool:
        """Change the language. False where it is spoken already, or not offered."""
        if language not in self._offered or language == self._spoken:
            return False
        self._spoken = language
        self.changed.emit()
        return True

    @Slot(str, result=str)
    def nameOf(self, language: str) -> str:
        """A language's own name for itself."""
        return LANGUAGES[language].name

    @Slot(str, result=str)
    def greetingOf(self, language: str) -> str:
        """How a language says welcome."""
        return LANGUAGES[language].greeting

    @Property(str, notify=changed)
    def current(self) -> str:
        return self._spoken

    @Property(bool, notify=changed)
    def mirrored(self) -> bool:
        return LANGUAGES[self._spoken].right_to_left

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def offered(self) -> list[str]:
        return self._offered
