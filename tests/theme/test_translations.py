from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from theme.translations.translations import FOLDER, LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).resolve().parents[2]
SAID = {words for file in (ROOT / "kiosk").rglob("*.qml") for words in re.findall(r'qsTr\("([^"]+)"\)', file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != SOURCE_LANGUAGE])
def test_everything_that_is_said_is_translated(language: str) -> None:
    messages = list(ET.parse(FOLDER / f"flexcare_{language}.ts").getroot().iter("message"))
    translated = {message.findtext("source", ""): message.findtext("translation", "") for message in messages}
    assert set(translated) == SAID
    assert [source for source, words in translated.items() if not words.strip()] == []
    assert [source for source, words in translated.items() if re.findall(r"%\d", source) != re.findall(r"%\d", words)] == []
