from __future__ import annotations

from flexcare.guide.matching import Matching
from tests.flexcare.guide.xml import one


def numbers(matching: Matching, guide_id: str) -> list[int]:
    return [channel.number for channel in matching.of(guide_id)]


def test_by_id_then_by_guide_name_then_by_name() -> None:
    lineup = [
        one(1, "DR 1", "dr1.dk"),
        one(2, "Anything", "", "TV_2_Danmark"),
        one(3, "TV3+", "wrong.id"),
        one(4, "Nothing", "nowhere"),
        one(5, "DR 1 HD", "DR1.DK"),
    ]
    matching = Matching(lineup)
    matching.declare("tv2", ("TV 2 danmark",))
    matching.declare("dr1.dk", ("Something else",))
    matching.declare("3plus", ("Tre", "tv3+"))
    assert numbers(matching, "dr1.dk") == [1, 5]
    assert numbers(matching, "tv2") == [2]
    assert numbers(matching, "3plus") == [3]
    assert numbers(matching, "nowhere2") == []
    assert not matching.came_late


def test_an_id_wins_over_a_name_and_its_own_writing_over_another() -> None:
    matching = Matching([one(1, "News", "NEWS", "News")])
    matching.declare("by-name", ("News",))
    matching.declare("news", ())
    assert numbers(matching, "news") == [1]
    assert numbers(matching, "by-name") == []
    exact = Matching([one(1, "News", "NEWS")])
    exact.declare("news", ())
    exact.declare("NEWS", ())
    assert (numbers(exact, "news"), numbers(exact, "NEWS")) == ([], [1])


def test_of_two_that_fit_equally_the_first() -> None:
    matching = Matching([one(1, "News", "")])
    matching.declare("a", ("News",))
    matching.declare("b", ("News",))
    assert (numbers(matching, "a"), numbers(matching, "b")) == ([1], [])


def test_a_channel_that_only_programmes_name() -> None:
    matching = Matching([one(1, "News", "news"), one(2, "Sport", "")])
    matching.declare("sport", ("Sport",))
    assert numbers(matching, "sport") == [2]
    assert numbers(matching, "News") == [1]
    assert numbers(matching, "sport") == [2]
    assert "News" in matching.declared


def test_a_channel_that_comes_after_its_programmes() -> None:
    matching = Matching([one(1, "News", "")])
    assert numbers(matching, "n") == []
    matching.declare("n", ("News",))
    assert matching.came_late
    matching.again()
    assert numbers(matching, "n") == [1]
    matching.declare("n", ("News",))
    assert not matching.came_late
    matching = Matching([one(1, "News", "")])
    matching.declare("other", ("Other",))
    assert numbers(matching, "other") == []
    matching.declare("n", ("News",))
    assert not matching.came_late
    assert numbers(matching, "n") == [1]
