"""The interface's languages: Qt Linguist files beside this module, compiled by `deploy/setup` to `.qm`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator

FOLDER = Path(__file__).parent


def is_right_to_left(language: str) -> bool:
    """Whether a language, given by its code or its locale, is written from right to left; one that is not known is not."""
    return QLocale(language).textDirection() is Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True)
class Language:
    """A language the interface speaks: its own name for itself, its greeting, and the locale that formats times."""

    code: str
    name: str
    greeting: str
    locale: str

    @property
    def right_to_left(self) -> bool:
        return is_right_to_left(self.locale)


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "Welcome", "en_GB"),
        Language("da", "Dansk", "Velkommen", "da_DK"),
        Language("de", "Deutsch", "Willkommen", "de_DE"),
        Language("ar", "العربية", "أهلا وسهلا", "ar_AE"),
    )
}
SOURCE_LANGUAGE = "en"
"""What the QML itself is written in; its own file holds nothing but singular and plural."""


class TranslationMissing(Exception):
    """A language's compiled file is not there; run the set-up again."""


class Translations:
    """Puts one language at a time into force for the whole application."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None

    def use(self, language: Language) -> None:
        """Make `tr` and `qsTr` answer in `language` from now on; the caller makes QML look again."""
        translator = QTranslator()
        if not translator.load(str(FOLDER / f"flexcare_{language.code}.qm")):
            raise TranslationMissing(f"flexcare_{language.code}.qm: run deploy/setup")
        self._application.installTranslator(translator)
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = translator
