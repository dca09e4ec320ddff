from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.errors import GuideUnusable
from flexcare.guide.programme import NowNext, Slot
from flexcare.guide.store import Guide
from flexcare.guide.words import words_of
from tests.helpers.guide import Show, make_guide

SHOWS = (
    Show(1, 100, 200, "Nyhederne", {"da": "Nyhederne", "en": "The News"}, {"description": {"da": "Dagens nyt", "en": "Today"}}),
    Show(1, 200, 300, "Blåbær på Ærø", details={"languages": ["da"], "categories": ["Mad"], "age": 7}),
    Show(1, 350, 400, "News at ten"),
    Show(2, 150, 400, "Sport", details={"credits": [["presenter", "P"]], "live": True, "stars": 0.5}),
    Show(7, 390, 500, "Film"),
)


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    opened = Guide(make_guide(tmp_path / "guide.sqlite", *SHOWS, made_at_s=42))
    yield opened
    opened.close()


def titles(slots: list[Slot]) -> list[str]:
    return [slot.title for slot in slots]


def test_facts(guide: Guide) -> None:
    assert (guide.made_at_s, guide.first_s, guide.last_s, guide.channels) == (42, 100, 500, frozenset((1, 2, 7)))


def test_now_and_next(guide: Guide) -> None:
    at: dict[int, dict[int, tuple[str | None, str | None]]] = {}
    for moment in (99, 100, 199, 200, 320, 400, 500):
        at[moment] = {number: _titles(both) for number, both in guide.now_next(moment, "en").items()}
    film = {7: (None, "Film")}
    assert at[99] == {1: (None, "The News"), 2: (None, "Sport"), **film}
    assert at[100] == {1: ("The News", "Blåbær på Ærø"), 2: (None, "Sport"), **film}
    assert at[199] == {1: ("The News", "Blåbær på Ærø"), 2: ("Sport", None), **film}
    assert at[200] == {1: ("Blåbær på Ærø", "News at ten"), 2: ("Sport", None), **film}
    assert at[320] == {1: (None, "News at ten"), 2: ("Sport", None), **film}
    assert at[400] == {7: ("Film", None)}
    assert at[500] == {}


def _titles(both: NowNext) -> tuple[str | None, str | None]:
    return both.now.title if both.now else None, both.next.title if both.next else None


def test_a_window(guide: Guide) -> None:
    assert titles(guide.window([1, 2, 7], 200, 390, "da")) == ["Blåbær på Ærø", "News at ten", "Sport"]
    assert titles(guide.window([7, 1], 0, 1000, "en")) == ["The News", "Blåbær på Ærø", "News at ten", "Film"]
    assert guide.window([1], 300, 350, "da") == []
    assert guide.window([], 0, 1000, "da") == []
    assert guide.window([99], 0, 1000, "da") == []


def test_a_programme(guide: Guide) -> None:
    news, berries, _ = guide.window([1], 0, 1000, "da")
    (sport,) = guide.window([2], 0, 1000, "da")
    found = guide.programme(news, "en")
    assert found is not None
    assert (found.slot.title, found.description, found.languages) == ("The News", "Today", ("da", "en"))
    found = guide.programme(news, "ar")
    assert found is not None
    assert (found.slot, found.description) == (news, "Dagens nyt")
    found = guide.programme(berries, "en")
    assert found is not None
    assert (found.categories, found.age, found.languages, found.description) == (("Mad",), 7, ("da",), "")
    found = guide.programme(sport, "en")
    assert found is not None
    assert (found.credits[0].name, found.is_live, found.stars, found.is_repeat) == ("P", True, 0.5, False)


def test_a_programme_of_another_guide(guide: Guide) -> None:
    assert guide.programme(Slot(9_999, 1, 100, 200, "Gone"), "da") is None
    assert guide.programme(Slot(32, 1, 100, 201, "Moved"), "da") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("news", ["Nyhederne", "News at ten"]),
        ("NYH", ["Nyhederne"]),
        ("blabaer", ["Blåbær på Ærø"]),
        ("ærø blå", ["Blåbær på Ærø"]),
        ("bær", []),
        ("new ten", ["News at ten"]),
        ("new eleven", []),
        ("", []),
        ("...", []),
        ('"', []),
        ('news" OR "sport', []),
        ("news AND", []),
        ("titles:news", []),
        ("film*", ["Film"]),
    ],
)
def test_a_search(guide: Guide, words: str, expected: list[str]) -> None:
    assert titles(guide.search(words, "da", 0)) == expected


def test_a_search_leaves_out_what_is_over_and_stops_at_its_limit(guide: Guide) -> None:
    assert titles(guide.search("n", "da", 199)) == ["Nyhederne", "News at ten"]
    assert titles(guide.search("n", "da", 200)) == ["News at ten"]
    assert titles(guide.search("n", "en", 0, limit=1)) == ["The News"]


def test_a_broad_search_finds_what_a_narrow_one_would(tmp_path: Path) -> None:
    shows = [Show(number, start, start + 60, f"News {start}") for number in range(1, 11) for start in range(0, 60_000, 60)]
    rare = [Show(99, 59_000, 59_100, "News of the rare")]
    guide = Guide(make_guide(tmp_path / "guide.sqlite", *shows, *rare))
    found = guide.search("news", "", 30_030)
    assert len(found) == 50
    assert [slot.start_s for slot in found] == [30_000] * 10 + [start for start in range(30_060, 30_300, 60) for _ in range(10)]
    assert titles(guide.search("news rare", "", 0)) == ["News of the rare"]
    assert guide.search("news", "", 60_000) == []
    guide.close()


@pytest.mark.parametrize("content", [b"", b"not a database" * 500, bytes(8192)])
def test_what_is_no_guide(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "guide.sqlite"
    with pytest.raises(GuideUnusable, match="no guide"):
        Guide(file)
    file.write_bytes(content)
    with pytest.raises(GuideUnusable):
        Guide(file)


def test_another_database_and_another_version(tmp_path: Path) -> None:
    file = tmp_path / "guide.sqlite"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE slot (channel)")
    other.close()
    with pytest.raises(GuideUnusable, match="no guide"):
        Guide(file)
    newer = sqlite3.connect(make_guide(file, *SHOWS))
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(GuideUnusable, match="another version"):
        Guide(file)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=200), st.integers(0, 100_000))
def test_a_damaged_guide_never_crashes(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes, kept: int) -> None:
    file = make_guide(tmp_path_factory.mktemp("store") / "guide.sqlite", *SHOWS)
    data = bytearray(file.read_bytes())
    at %= len(data)
    data[at : at + len(junk)] = junk
    file.write_bytes(data[: max(1, kept % (2 * len(data)))])
    try:
        guide = Guide(file)
    except GuideUnusable:
        return
    try:
        guide.now_next(150, "da")
        guide.search("news", "da", 0)
        for slot in guide.window([1, 2, 7], 0, 1000, "da"):
            guide.programme(slot, "da")
    except GuideUnusable:
        return
    finally:
        guide.close()


_TITLES = st.sampled_from(["news", "new film", "årets film"])
_SHOWS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 30), st.integers(1, 8), _TITLES), max_size=25)


@settings(deadline=None, max_examples=50)
@given(_SHOWS, st.integers(-5, 50), st.integers(-5, 50), st.sampled_from(["new", "film", "ar", "new fi"]))
def test_answers_as_a_plain_search_through_all(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[int, int, int, str]], start: int, stop: int, words: str
) -> None:
    shows: list[Show] = []
    for number, begin, length, title in sorted(made):
        last = max((show.stop_s for show in shows if show.channel == number), default=0)
        shows.append(Show(number, max(begin, last), max(begin, last) + length, title))
    guide = Guide(make_guide(tmp_path_factory.mktemp("store") / "guide.sqlite", *shows))
    found = [(slot.channel, slot.start_s) for slot in guide.window([1, 2, 3, 4], start, stop, "")]
    sought = [(slot.start_s, slot.channel) for slot in guide.search(words, "", start)]
    now = {(both.now.channel, both.now.start_s) for both in guide.now_next(start, "").values() if both.now}
    guide.close()
    assert found == [(show.channel, show.start_s) for show in shows if show.start_s < stop and show.stop_s > start]
    assert now == {(show.channel, show.start_s) for show in shows if show.start_s <= start < show.stop_s}
    asked = words_of(words).split()
    fits = [show for show in shows if all(any(word.startswith(one) for word in words_of(show.title).split()) for one in asked)]
    assert sought == sorted((show.start_s, show.channel) for show in fits if show.stop_s > start)
