from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from theme.translations.translations import FOLDER, LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).resolve().parents[2]
QML = [file.read_text(encoding="utf-8") for file in (ROOT / "kiosk").rglob("*.qml")]
SAID = {words for qml in QML for words in re.findall(r'qsTr\("([^"]+)"[,)]', qml)}
COUNTED = {words for words in SAID if "%n" in words}
PLURALS = {"en": 2, "da": 2, "de": 2, "ar": 6}
"""How many forms a counted thing takes (Unicode CLDR, plural rules)."""


def translated(language: str) -> dict[str, list[str]]:
    """What a language says for each source text; more than one form where something is counted."""
    messages = ET.parse(FOLDER / f"flexcare_{language}.ts").getroot().iter("message")
    return {
        message.findtext("source", ""): [form.text or "" for form in message.iter("numerusform")] or [message.findtext("translation", "")]
        for message in messages
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_said_is_translated(language: str) -> None:
    said = translated(language)
    assert set(said) == (COUNTED if language == SOURCE_LANGUAGE else SAID)
    assert [source for source, forms in said.items() if not all(form.strip() for form in forms)] == []
    assert [
        source for source, forms in said.items() for form in forms if sorted(re.findall(r"%\d", source)) != sorted(re.findall(r"%\d", form))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_all_its_forms(language: str) -> None:
    said = translated(language)
    assert COUNTED
    for source in COUNTED:
        assert len(said[source]) == PLURALS[language]
        assert "%n" in said[source][-1]
