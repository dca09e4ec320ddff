from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.guide.details import Element, age_of, episode_of, read_programme, stars_of
from flexcare.guide.limits import CREDITS_MAX, DESCRIPTION_MAX_CHARS, TITLE_MAX_CHARS
from flexcare.guide.xmltv import read_xmltv

Read = tuple[str, dict[str, str] | None, dict[str, Any]]


def read(folder: Path, inner: str, head: str = "") -> Read | None:
    file = folder / "guide.xml"
    file.write_text(f"{head}<tv><programme>{inner}</programme></tv>", encoding="utf-8")
    found: list[Read | None] = []

    def programme(element: Element) -> None:
        found.append(read_programme(element))

    read_xmltv(file, lambda: (programme, programme))
    return found[-1]


def details(folder: Path, inner: str) -> dict[str, Any]:
    read_back = read(folder, f"<title>T</title>{inner}")
    assert read_back is not None
    assert read_back[:2] == ("T", None)
    return read_back[2]


def test_titles(tmp_path: Path) -> None:
    assert read(tmp_path, "<title>A</title>") == ("A", None, {})
    assert read(tmp_path, '<title lang="da-DK">A</title>') == ("A", None, {"languages": ("da",)})
    assert read(tmp_path, '<title lang="dan">A</title><title lang="en_GB">B</title>') == ("A", {"da": "A", "en": "B"}, {})
    assert read(tmp_path, '<title>A</title><title lang="en">B</title>') == ("A", {"en": "B"}, {})
    assert read(tmp_path, '<title lang="da">A</title><title lang="da">B</title>') == ("A", None, {"languages": ("da",)})
    assert read(tmp_path, "<title> </title><sub-title>S</sub-title>") == ("S", None, {})
    assert read(tmp_path, "<title/><desc>D</desc>") is None
    assert read(tmp_path, "") is None


def test_texts_by_language(tmp_path: Path) -> None:
    assert details(tmp_path, '<desc lang="da">D</desc>') == {"description": "D"}
    both = '<desc lang="da">D</desc><desc lang="en">E</desc><sub-title>S</sub-title>'
    assert details(tmp_path, both) == {"description": {"da": "D", "en": "E"}, "subtitle": "S"}
    categories = '<category lang="en">News</category><category lang="en">News</category><category lang="en">Debate</category>'
    assert details(tmp_path, categories) == {"categories": {"en": ["News", "Debate"]}}
    two = categories + '<category lang="da">Nyheder</category>'
    assert details(tmp_path, two) == {"categories": {"en": ["News", "Debate"], "da": ["Nyheder"]}}


def test_texts_are_fit_for_a_screen(tmp_path: Path) -> None:
    assert details(tmp_path, "<desc>\n  one\n   two\t&#x202E;three&#x85; </desc>") == {"description": "one two three"}
    assert details(tmp_path, "<desc><![CDATA[Tom & <Jerry>]]></desc>") == {"description": "Tom & <Jerry>"}
    assert details(tmp_path, "<desc>a<!-- not seen -->b<b>bold</b> c</desc>") == {"description": "abbold c"}
    assert details(tmp_path, f"<desc>a{'<b>b' * 240}{'</b>' * 240}c</desc>") == {"description": "abc"}
    long = details(tmp_path, f"<desc>{'x' * 9_999}</desc>")["description"]
    assert (len(long), long[-2:]) == (DESCRIPTION_MAX_CHARS, "x…")
    title = read(tmp_path, f"<title>{'y' * 9_999}</title>")
    assert title is not None
    assert len(title[0]) == TITLE_MAX_CHARS


def test_entities_of_html(tmp_path: Path) -> None:
    declared = read(tmp_path, "<title>caf&eacute; &amp; th&eacute;</title>", '<!DOCTYPE tv SYSTEM "xmltv.dtd">')
    assert declared == ("café & thé", None, {})
    assert read(tmp_path, "<title>caf&eacute; &amp; th&eacute;</title>") == ("café & thé", None, {})


@pytest.mark.parametrize(
    ("xmltv_ns", "expected"),
    [
        ("1.4.", "S2 E5"),
        ("1.4.0/1", "S2 E5"),
        (" 1 . 4 . 0 / 2 ", "S2 E5 (1/2)"),
        ("1/3.4/10.1/2", "S2 E5 (2/2)"),
        (".4.", "E5"),
        ("1..", "S2"),
        ("..", ""),
        ("...", ""),
        ("5", ""),
        ("a.b.c", ""),
        ("", ""),
        ("-1.2.", ""),
    ],
)
def test_the_number_of_an_episode(xmltv_ns: str, expected: str) -> None:
    assert episode_of(xmltv_ns) == expected


def test_the_number_for_people_wins(tmp_path: Path) -> None:
    machines, people = '<episode-num system="xmltv_ns">1.4.</episode-num>', '<episode-num system="onscreen">5:13</episode-num>'
    assert details(tmp_path, machines) == {"episode": "S2 E5"}
    assert details(tmp_path, machines + people) == {"episode": "5:13"}
    assert details(tmp_path, people + machines) == {"episode": "5:13"}
    assert details(tmp_path, "<episode-num>5:13</episode-num>" + machines) == {"episode": "5:13"}
    assert details(tmp_path, '<episode-num system="dd_progid">EP01006886.0028</episode-num>') == {}


@pytest.mark.parametrize(
    ("rating", "age"),
    [("12+", 12), ("FSK 16", 16), ("TV-14", 14), ("PG-13", 13), ("NC-17", 17), ("0", 0), ("tv-ma", 17), ("U", 0), ("PG", None), ("", None)],
)
def test_ages(rating: str, age: int | None) -> None:
    assert age_of(rating) == age


@pytest.mark.parametrize("rating", ["1999", "100", "8.5", "99"])
def test_what_is_no_age(rating: str) -> None:
    assert age_of(rating) in (None, 8)
    assert rating == "8.5" or age_of(rating) is None


def test_the_strictest_rating(tmp_path: Path) -> None:
    ratings = "".join(f"<rating><value>{value}</value></rating>" for value in ("PG-13", "15", "12"))
    assert details(tmp_path, ratings) == {"age": 15}


@pytest.mark.parametrize(
    ("value", "stars"),
    [("3/5", 0.6), ("7.5 / 10", 0.75), ("7,5/10", 0.75), ("5/5", 1.0), ("0/5", 0.0), ("6/5", None), ("3", None), ("3/0", None)],
)
def test_stars(value: str, stars: float | None) -> None:
    assert stars_of(value) == stars


def test_people(tmp_path: Path) -> None:
    people = "<credits><director>D</director><actor role='King'>A\n  B<image>http://x</image></actor><actor/><extra>E</extra></credits>"
    assert details(tmp_path, people) == {"credits": [("director", "D"), ("actor", "A B")]}
    assert details(tmp_path, "<credits><actor/></credits>") == {}
    many = details(tmp_path, f"<credits>{'<actor>A</actor>' * 500}</credits>")
    assert len(many["credits"]) == CREDITS_MAX


def test_the_rest(tmp_path: Path) -> None:
    rest = '<date>19991231</date><icon src="https://p.example/a.jpg"/><previously-shown/><premiere>x</premiere><live/><new/><unknown/>'
    assert details(tmp_path, rest) == {"year": 1999, "icon": "https://p.example/a.jpg", "repeat": True, "premiere": True, "live": True}
    bad = '<date>soon</date><icon src="file:///etc/passwd"/><icon/><star-rating><value>good</value></star-rating><rating/>'
    assert details(tmp_path, bad) == {}


_TAGS = st.sampled_from(["title", "desc", "category", "date", "episode-num", "rating", "star-rating", "credits", "icon", "value", "actor"])
_TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<&"), max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(_TAGS, _TAGS, _TEXT), max_size=12))
def test_anything_inside(tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str, str]]) -> None:
    inner = "".join(f"<{outer}>{text}<{tag}>{text}</{tag}></{outer}>" for outer, tag, text in parts)
    found = read(tmp_path_factory.mktemp("details"), inner)
    if found is not None:
        assert found[0].strip() == found[0] != ""
        assert len(found[0]) <= TITLE_MAX_CHARS
