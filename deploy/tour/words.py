"""The interface's words in another language, read from the Qt Linguist files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection

from theme.translations.translations import FOLDER, SOURCE_LANGUAGE


class Words:
    """Gives what the screen says in a language for what the source says in English."""

    def __init__(self, language: str, first: Collection[str] = ()) -> None:
        """Words of a language. What these contexts of the interface say goes before what others make of the same."""
        self._words: dict[str, str] = {}
        if language == SOURCE_LANGUAGE:
            return
        contexts = list(ET.parse(FOLDER / f"flexcare_{language}.ts").getroot().iter("context"))
        # The patient's screens stand before staff's, which may say the same otherwise.
        for context in sorted(contexts, key=lambda context: context.findtext("name") not in first):
            for message in context.iter("message"):
                self._words.setdefault(message.findtext("source", ""), message.findtext("translation", ""))

    def __call__(self, english: str) -> str:
        return self._words.get(english, english)
