"""The interface's words in another language, read from the Qt Linguist files."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from theme.translations.translations import FOLDER, SOURCE_LANGUAGE


class Words:
    """Gives what the screen says in a language for what the source says in English."""

    def __init__(self, language: str) -> None:
        self._words: dict[str, str] = {}
        if language == SOURCE_LANGUAGE:
            return
        for message in ET.parse(FOLDER / f"flexcare_{language}.ts").getroot().iter("message"):
            # The patient's screens stand first; staff's may say the same otherwise.
            self._words.setdefault(message.findtext("source", ""), message.findtext("translation", ""))

    def __call__(self, english: str) -> str:
        return self._words.get(english, english)
