"""What fills a channel's row, what a finger means, and what is read of the guide while one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.guide.programme import Slot
from kiosk.guide.cells import BLOCK_S, BLOCKS_MAX, Blocks, fill, is_gap, touched

MINUTE_S = 60
LEAST_S = 12 * MINUTE_S


def slot(start_s: int, stop_s: int, channel: int = 1) -> Slot:
    return Slot(start_s + 1, channel, start_s, stop_s, f"from {start_s}")


def edges(row: Sequence[Slot]) -> list[tuple[int, int, bool]]:
    return [(cell.start_s, cell.stop_s, is_gap(cell)) for cell in row]


def test_holes_are_filled() -> None:
    row = fill(1, [slot(10, 20), slot(30, 40)], 0, 50)
    assert edges(row) == [(0, 10, True), (10, 20, False), (20, 30, True), (30, 40, False), (40, 50, True)]


def test_a_channel_without_a_guide_is_one_gap() -> None:
    assert edges(fill(7, [], 0, 100)) == [(0, 100, True)]


def test_what_lasts_longer_than_the_row_keeps_its_own_times() -> None:
    assert edges(fill(1, [slot(-50, 10), slot(10, 500)], 0, 100)) == [(-50, 10, False), (10, 500, False)]


@given(st.lists(st.tuples(st.integers(-200, 200), st.integers(-50, 100)), max_size=12))
def test_a_row_has_no_holes_whatever_the_guide_says(given_slots: list[tuple[int, int]]) -> None:
    row = fill(1, [slot(start, start + length) for start, length in sorted(given_slots)], 0, 100)
    assert row[0].start_s <= 0 < row[0].stop_s
    assert row[-1].stop_s >= 100
    for before, after in pairwise(row):
        assert before.stop_s >= after.start_s
        assert after.stop_s > before.stop_s


def test_a_programme_too_narrow_for_a_finger_is_met_beside_it() -> None:
    row = [slot(0, 30 * MINUTE_S), slot(30 * MINUTE_S, 33 * MINUTE_S), slot(33 * MINUTE_S, 60 * MINUTE_S)]
    assert touched(row, 28 * MINUTE_S, LEAST_S) == row[1]
    assert touched(row, 36 * MINUTE_S, LEAST_S) == row[1]
    assert touched(row, 20 * MINUTE_S, LEAST_S) == row[0]
    assert touched(row, 50 * MINUTE_S, LEAST_S) == row[2]


def test_of_narrow_ones_side_by_side_the_nearest_is_meant() -> None:
    row = [slot(start * MINUTE_S, (start + 5) * MINUTE_S) for start in range(0, 30, 5)]
    for cell in row:
        assert touched(row, (cell.start_s + cell.stop_s) // 2, LEAST_S) == cell


def test_a_gap_is_never_wider_than_it_is() -> None:
    row = fill(1, [slot(0, 1000), slot(1010, 2000)], 0, 2000)
    assert touched(row, 1005, 5) == row[1]
    assert touched(row, 1015, 600) == row[2]


def test_outside_the_row_nothing_is_touched() -> None:
    assert touched([slot(0, 1000)], 5000, 10) is None


class Reader:
    """A guide with a programme an hour on every channel, which remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[int, ...], int, int]] = []

    def window(self, channels: Sequence[int], start_s: int, stop_s: int) -> list[Slot]:
        self.asked.append((tuple(channels), start_s, stop_s))
        hours = range(start_s // 3600 - 1, stop_s // 3600 + 1)
        slots = [slot(hour * 3600 + 1800, hour * 3600 + 5400, channel) for channel in channels for hour in hours]
        return [each for each in slots if each.stop_s > start_s and each.start_s < stop_s]


def test_nothing_is_read_twice() -> None:
    reader = Reader()
    blocks = Blocks(reader.window)
    first = blocks.rows([1, 2], 0, BLOCK_S)
    assert blocks.rows([1, 2], 0, BLOCK_S) == first
    assert len(reader.asked) == 1


def test_scrolling_reads_what_is_new_in_one_query() -> None:
    reader = Reader()
    blocks = Blocks(reader.window)
    blocks.rows([1, 2, 3], 0, BLOCK_S)
    blocks.rows([2, 3, 4], 0, BLOCK_S)
    assert reader.asked[1:] == [((4,), 0, BLOCK_S)]
    blocks.rows([2, 3, 4], 0, 2 * BLOCK_S)
    assert reader.asked[2:] == [((2, 3, 4), BLOCK_S, 2 * BLOCK_S)]


def test_a_programme_over_two_blocks_stands_once() -> None:
    blocks = Blocks(Reader().window)
    row = blocks.rows([1], 0, 2 * BLOCK_S)[1]
    starts = [each.start_s for each in row]
    assert starts == sorted(set(starts))
    assert any(each.start_s < BLOCK_S < each.stop_s for each in row)


@pytest.mark.parametrize("further", [1, 40])
def test_what_is_held_is_bounded(further: int) -> None:
    reader = Reader()
    blocks = Blocks(reader.window)
    for start in range(0, 1000 * further, 8 * further):
        blocks.rows(range(start, start + 16), 0, 2 * BLOCK_S)
    before = len(reader.asked)
    blocks.rows(range(16), 0, 2 * BLOCK_S)
    assert len(reader.asked) == before + 1
    assert len(blocks) <= BLOCKS_MAX


def test_forgotten_is_read_anew() -> None:
    reader = Reader()
    blocks = Blocks(reader.window)
    blocks.rows([1], 0, BLOCK_S)
    blocks.forget()
    blocks.rows([1], 0, BLOCK_S)
    assert len(reader.asked) == 2
