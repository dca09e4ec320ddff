"""The bench of staff at the bed: that a missed goal is a failure, and that it sees what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench import staff
from tests.bench.staff_rounds import Round, moving

GOOD = staff.Figures(pad_p50=500.0, verify_p50=210.0, memory_mib=64, felt_p50=500.0, unfreeze_p50=300.0)


@pytest.mark.parametrize(
    ("figure", "bad"),
    [("pad_p50", 601.0), ("verify_p50", 99.0), ("memory_mib", 32), ("felt_p50", 801.0), ("unfreeze_p50", 1001.0)],
)
def test_each_missed_goal_is_told(figure: str, bad: float) -> None:
    assert GOOD.missed() == []
    assert len(replace(GOOD, **{figure: bad}).missed()) == 1


def test_the_median_counts_of_each() -> None:
    rounds = [Round(1.0, 10.0, 100.0), Round(2.0, 20.0, 200.0), Round(9.0, 90.0, 900.0)]
    assert staff.figures_of(rounds, [5.0, 7.0, 6.0]) == staff.Figures(2.0, 6.0, 64, 20.0, 200.0)


def test_a_picture_moves_when_it_was_seen_twice_and_differently() -> None:
    menu, frozen, next_one = bytes(8), bytes([90] * 8), bytes([200] * 8)
    moves = moving(menu)
    assert [moves(picture) for picture in (menu, frozen, frozen, menu, frozen, next_one)] == [False] * 5 + [True]


def test_a_try_takes_its_time() -> None:
    assert min(staff.verifications(1)) > 10
