from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

from flexcare.agreement.model import Agreement
from flexcare.configuration.compile import check_source
from flexcare.configuration.model import ScreenLanguage
from flexcare.configuration.notice_page import page
from flexcare.configuration.notice_words import NOTICE_WORDS
from flexcare.session.offer import Offer
from flexcare.session.privacy import HEADINGS
from tests.helpers.source import day, edited_source, good_source

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: its texts by tag, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.tags: set[str] = set()
        self.direction: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.direction = dict(attributes).get("dir") or self.direction
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.setdefault(self.open[-1], []).append(data.strip())


def made(source: Path) -> tuple[Offer, Agreement]:
    checked = check_source(source, day())
    assert checked.compiled is not None, checked.faults
    return checked.compiled.wards["b7"].offer, checked.tables["b7"].get("agreement")


@pytest.mark.parametrize("language", get_args(ScreenLanguage))
def test_every_language_tells_everything(language: str, tmp_path: Path) -> None:
    offer, agreement = made(good_source(tmp_path))
    text = page(offer, agreement, language)
    read = Reader(text)
    words = NOTICE_WORDS[language]
    assert read.open == []
    assert read.direction == ("rtl" if language == "ar" else "ltr")
    assert read.texts["dt"] == [*words.headings, *words.headings, *(name for name, _ in words.rights)]
    assert len(words.rights) == 9
    assert len(words.headings) == len(HEADINGS) == 7
    television = agreement.activities["television"]
    assert read.texts["dd"][:7] == [getattr(television, heading)[language] for heading in HEADINGS]
    for said in ("Datatilsynet", "DBA-2026-014", "2099-12-31", "Nordlys Streaming AB", agreement.reference.sha256, "dpo@vest.example"):
        assert said in text
    # Nothing to fetch, nothing that runs.
    assert not {"script", "img", "link", "a", "iframe"} & read.tags


def test_what_the_source_says_is_text_and_nothing_else(tmp_path: Path) -> None:
    source = edited_source(tmp_path, '@ hospital.toml\n- name = "Region Vest"\n+ name = "<script>alert(1)</script> & Co."\n')
    text = page(*made(source), "da")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co." in text


def test_without_activities_it_says_so(tmp_path: Path) -> None:
    edits = '@ hospital.toml\n- activities = ["television"]\n@ hospital.toml\n- own = ["tv.vest.example", "127.0.0.1"]\n'
    edits += '+ own = ["*.vest.example", "stream.nordlys.example"]\n'
    text = page(*made(edited_source(tmp_path, edits)), "en")
    assert "The services that are shown process no personal data." in text
    assert NOTICE_WORDS["en"].headings[0] not in Reader(text).texts["dt"]
