"""Arrow keys in the grid, also where time runs to the left."""

from __future__ import annotations

from dataclasses import replace

from flexcare.guide.programme import Slot
from kiosk.guide.cells import fill
from kiosk.guide.cursor import Cursor, Field, move
from kiosk.guide.span import Span
from kiosk.shell.keys import Action

SPAN = Span(0, 100)
ROWS = {
    0: fill(1, [Slot(1, 1, 0, 30, "a"), Slot(2, 1, 30, 60, "b"), Slot(3, 1, 60, 100, "c")], 0, 100),
    1: fill(2, [Slot(4, 2, -20, 80, "long")], 0, 100),
    2: fill(3, [], 0, 100),
}


def cell_at(row: int, at_s: int) -> Slot:
    return next(cell for cell in ROWS[row] if cell.start_s <= at_s < cell.stop_s)


FIELD = Field(len(ROWS), 2, SPAN, mirrored=False, cell_at=cell_at)


def test_right_and_left_go_from_programme_to_programme() -> None:
    assert move(Cursor(0, 10), Action.RIGHT, FIELD) == Cursor(0, 30)
    assert move(Cursor(0, 45), Action.RIGHT, FIELD) == Cursor(0, 60)
    assert move(Cursor(0, 60), Action.LEFT, FIELD) == Cursor(0, 30)


def test_where_time_runs_to_the_left_the_arrows_lead_where_they_point() -> None:
    mirrored = replace(FIELD, mirrored=True)
    assert move(Cursor(0, 10), Action.LEFT, mirrored) == Cursor(0, 30)
    assert move(Cursor(0, 60), Action.RIGHT, mirrored) == Cursor(0, 30)


def test_up_and_down_keep_the_moment() -> None:
    assert move(Cursor(0, 45), Action.DOWN, FIELD) == Cursor(1, 45)
    assert move(Cursor(1, 45), Action.UP, FIELD) == Cursor(0, 45)


def test_a_programme_that_began_before_the_grid_is_met_at_its_edge() -> None:
    assert move(Cursor(1, 85), Action.LEFT, FIELD) == Cursor(1, 0)


def test_the_edges_hold_and_only_the_top_lets_go() -> None:
    assert move(Cursor(0, 10), Action.LEFT, FIELD) == Cursor(0, 10)
    assert move(Cursor(0, 70), Action.RIGHT, FIELD) == Cursor(0, 70)
    assert move(Cursor(2, 10), Action.DOWN, FIELD) == Cursor(2, 10)
    assert move(Cursor(0, 10), Action.UP, FIELD) is None


def test_channel_keys_turn_a_page() -> None:
    wide = replace(FIELD, rows=100, rows_seen=8, cell_at=lambda _row, _at: ROWS[2][0])
    assert move(Cursor(3, 10), Action.CHANNEL_DOWN, wide) == Cursor(10, 10)
    assert move(Cursor(3, 10), Action.CHANNEL_UP, wide) == Cursor(0, 10)
    assert move(Cursor(97, 10), Action.CHANNEL_DOWN, wide) == Cursor(99, 10)


def test_other_keys_mean_nothing_here() -> None:
    assert move(Cursor(0, 10), Action.SELECT, FIELD) is None
