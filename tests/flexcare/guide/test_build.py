from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.collecting import MENDED, WITHOUT_START, WITHOUT_TITLE
from flexcare.guide.programme import Credit
from flexcare.guide.report import Miss, SourceReport
from flexcare.guide.schedule import OVERLAPPING, WITHOUT_STOP
from flexcare.guide.store import Guide
from tests.flexcare.guide.xml import HOUR_S, NOW_S, build, channel, one, programme, shown, write

REAL = Path(__file__).parents[2] / "data" / "guides" / "epg-parser-basic.xml"
REAL_NOW_S = 1_216_101_600  # 2008-07-15 06:00 UTC


def test_a_guide(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", channel("one", "One"), programme("2000", "2030", "News"), programme("2030", "2100", "Film"))
    report, guide = build(tmp_path, file)
    assert shown(guide) == [("20:00", "20:30", "News"), ("20:30", "21:00", "Film")]
    guide.close()
    assert (report.channels, report.programmes, report.showings, report.misses, report.problems) == (1, 2, 2, (), ())
    assert report.sources == (SourceReport(1, 2),)


def test_a_real_guide_of_another_project(tmp_path: Path) -> None:
    lineup = (one(13, "KERA", "I10436.labs.zap2it.com"), one(11, "11 KTVT", ""))
    report, guide = build(tmp_path, REAL, lineup=lineup, now_s=REAL_NOW_S)
    (slot,) = guide.window([11, 13], 0, 2**40, "en")
    found = guide.programme(slot, "en")
    guide.close()
    assert [(problem.count, problem.text) for problem in report.problems] == [(1, WITHOUT_TITLE)]
    assert (slot.channel, slot.title, slot.start_s, slot.stop_s) == (13, "NOW on PBS", 1_216_103_400, 1_216_105_200)
    assert found is not None
    assert found.description.startswith("Jordan's Queen Rania has made")
    assert (found.subtitle, found.categories, found.episode, found.year, found.age, found.stars) == (
        "Pilot",
        ("Newsmagazine", "Interview"),
        "427",
        2008,
        17,
        0.8,
    )
    assert found.credits[:2] == (Credit("actor", "David Thompson"), Credit("actor", "Ryan Lee"))
    assert (found.is_repeat, found.is_premiere, found.is_live, found.languages) == (True, True, False, ("en",))


def test_only_the_lineup_is_kept(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("2000", "2030"), programme("2000", "2030", guide_id="two"))
    report, guide = build(tmp_path, file)
    assert guide.channels == {1}
    guide.close()
    assert report.programmes == 1


def test_several_channels_of_one_guide_each_with_its_shift(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("2000", "2030"))
    lineup = (one(1), one(2, "One HD"), one(3, "One +1", shift_minutes=60))
    report, guide = build(tmp_path, GuideSource(file, shift_minutes=-30), lineup=lineup)
    assert [shown(guide, number) for number in (1, 2, 3)] == [[("19:30", "20:00", "A")]] * 2 + [[("20:30", "21:00", "A")]]
    guide.close()
    assert (report.programmes, report.showings) == (1, 3)


def test_old_programmes_are_dropped_after_the_shift(tmp_path: Path) -> None:
    old = programme("20260324230000 +0000", "20260325000000 +0000", "Old")
    near = programme("20260324230000 +0000", "20260325000001 +0000", "Near")
    assert build_and_titles(tmp_path, old + near) == ["Near"]
    file = write(tmp_path / "b.xml", old)
    _, guide = build(tmp_path, GuideSource(file, shift_minutes=1))
    assert [title for _, _, title in shown(guide)] == ["Old"]
    guide.close()


def build_and_titles(folder: Path, inner: str) -> list[str]:
    _, guide = build(folder, write(folder / "a.xml", inner))
    titles = [title for _, _, title in shown(guide)]
    guide.close()
    return titles


def test_the_night_in_which_summer_begins(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.xml",
        programme("20260329013000 +0100", "20260329030000 +0200", "Before"),
        programme("20260329030000 +0200", "20260329040000 +0200", "After"),
    )
    report, guide = build(tmp_path, file)
    assert shown(guide) == [("00:30+3", "01:00+3", "Before"), ("01:00+3", "02:00+3", "After")]
    guide.close()
    assert report.problems == ()


def test_the_night_in_which_summer_ends(tmp_path: Path) -> None:
    autumn_s = NOW_S + 213 * 24 * HOUR_S  # 2026-10-25
    file = write(
        tmp_path / "a.xml",
        programme("20261025023000 +0200", "20261025023000 +0100", "The hour that comes twice"),
        programme("20261025023000 +0100", "20261025030000 CET", "After"),
    )
    report, guide = build(tmp_path, file, now_s=autumn_s)
    assert [(slot.start_s - autumn_s, slot.stop_s - autumn_s) for slot in guide.window([1], 0, 2**40, "")] == [(1800, 5400), (5400, 7200)]
    guide.close()
    assert report.problems == ()


def test_a_source_without_zones_in_the_night_in_which_summer_ends(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("0230", "0200", "Backwards"), programme("0300", "0400", "Next"))
    report, guide = build(tmp_path, file)
    assert shown(guide) == [("02:30", "03:00", "Backwards"), ("03:00", "04:00", "Next")]
    guide.close()
    assert [(problem.count, problem.text) for problem in report.problems] == [(1, WITHOUT_STOP)]


def test_problems_are_counted(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.xml",
        programme("2000", "2130"),
        programme("2100", ""),
        programme("2200", "2300", " "),
        '<programme start="soon" channel="one"><title>A</title></programme>',
    )
    report, guide = build(tmp_path, file)
    guide.close()
    told = {problem.text: problem.count for problem in report.problems}
    assert told == {OVERLAPPING: 1, WITHOUT_STOP: 1, WITHOUT_TITLE: 1, WITHOUT_START: 1}
    assert all(problem.cure for problem in report.problems)


def test_the_first_source_that_has_programmes_counts_for_a_channel(tmp_path: Path) -> None:
    first = write(tmp_path / "a.xml", channel("one", "One"), channel("two", "Two"), programme("2000", "2100", "First"))
    second = write(tmp_path / "b.xml", programme("2000", "2100", "Second"), programme("2000", "2100", "Two", "two"))
    lineup = (one(1), one(2, "Two", "two"), one(3, "Three", "three"))
    report, guide = build(tmp_path, GuideSource(first, fetched_at_s=5), GuideSource(second, fetched_at_s=9), lineup=lineup)
    assert [shown(guide, number) for number in (1, 2, 3)] == [[("20:00", "21:00", "First")], [("20:00", "21:00", "Two")], []]
    assert guide.made_at_s == 9
    guide.close()
    assert report.sources == (SourceReport(1, 1), SourceReport(1, 1))
    assert report.misses == (Miss(3, "Three", ()),)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_broken_source_does_not_count_and_the_others_do(tmp_path: Path, order: tuple[int, int]) -> None:
    good = write(tmp_path / "good.xml", programme("2000", "2100", "Good"))
    whole = gzip.compress(f"<tv>{programme('2000', '2100', 'Bad') * 5_000}</tv>".encode())
    cut = tmp_path / "cut.xml.gz"
    cut.write_bytes(whole[: len(whole) - 100])
    sources = [GuideSource(good, fetched_at_s=3), GuideSource(cut, fetched_at_s=9)]
    report, guide = build(tmp_path, *(sources[index] for index in order))
    assert shown(guide) == [("20:00", "21:00", "Good")]
    assert guide.search("bad", "", 0) == []
    assert guide.made_at_s == 3
    guide.close()
    bad = order.index(1)
    assert "too early" in report.sources[bad].unusable
    assert [(problem.source, problem.cure) for problem in report.problems] == [(bad, "fetch it again")]


def test_no_source_that_can_be_used_leaves_what_was_there(tmp_path: Path) -> None:
    good = write(tmp_path / "a.xml", programme("2000", "2100"))
    _, guide = build(tmp_path, good)
    bad, empty = write(tmp_path / "bad.xml", "<programme>"), write(tmp_path / "empty.xml")
    for files in ([bad], [bad, empty], [empty]):
        with pytest.raises(GuideSourceUnusable) as caught:
            build_guide([GuideSource(file) for file in files], [one()], tmp_path / "guide.sqlite", NOW_S)
        assert caught.value.cure
    assert shown(guide) == [("20:00", "21:00", "A")]
    guide.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "bad.xml", "empty.xml", "guide.sqlite"]


def test_a_reader_keeps_the_old_guide_until_it_opens_the_new_one(tmp_path: Path) -> None:
    _, old = build(tmp_path, write(tmp_path / "a.xml", programme("2000", "2100", "Old")))
    _, new = build(tmp_path, write(tmp_path / "b.xml", programme("2000", "2100", "New")))
    assert (shown(old), shown(new)) == ([("20:00", "21:00", "Old")], [("20:00", "21:00", "New")])
    old.close()
    new.close()


def test_what_a_killed_import_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".guide.sqlite.new").write_bytes(b"half a guide")
    _, guide = build(tmp_path, write(tmp_path / "a.xml", programme("2000", "2100")))
    guide.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "guide.sqlite"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("2000", "2100"))
    with pytest.raises(GuideUnusable, match="cannot be written"):
        build_guide([GuideSource(file)], [one()], tmp_path / "no" / "guide.sqlite", NOW_S)


def test_without_sources_an_empty_guide(tmp_path: Path) -> None:
    report = build_guide([], [one()], tmp_path / "guide.sqlite", NOW_S)
    guide = Guide(tmp_path / "guide.sqlite")
    assert (guide.channels, guide.first_s, guide.last_s, guide.now_next(NOW_S, "da")) == (frozenset(), 0, 0, {})
    guide.close()
    assert report.misses == (Miss(1, "One", ()),)


def test_channels_after_their_programmes(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.xml", programme("2000", "2100", guide_id="x1"), channel("x1", "One"), programme("2100", "2200", guide_id="x1")
    )
    report, guide = build(tmp_path, file, lineup=(one(1, "One", ""),))
    assert shown(guide) == [("20:00", "21:00", "A"), ("21:00", "22:00", "A")]
    guide.close()
    assert report.programmes == 2


def test_a_guide_that_had_to_be_mended_counts_everything_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("2000", "2100", "First"), programme("2100", "2200", "Tom & Jerry"))
    report, guide = build(tmp_path, file)
    assert shown(guide) == [("20:00", "21:00", "First"), ("21:00", "22:00", "Tom & Jerry")]
    assert len(guide.search("first", "", 0)) == 1
    guide.close()
    assert report.programmes == 2
    assert [problem.text for problem in report.problems] == [MENDED]


def test_a_miss_names_the_nearest(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.xml",
        *(channel(f"{name}.dk", name.upper()) for name in ("dr1", "dr2", "tv2", "kanal5")),
        programme("2000", "2100", guide_id="dr1.dk"),
    )
    report, guide = build(tmp_path, file, lineup=(one(1, "DR 1 HD", ""), one(2, "Quiz", "zzz")))
    guide.close()
    assert report.misses == (Miss(1, "DR 1 HD", ("dr1.dk (DR1)", "dr2.dk (DR2)")), Miss(2, "Quiz", ()))
