"""Where the keys are in the grid: a channel and a moment, which outlives what is read and what is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flexcare.guide.programme import Slot
from kiosk.guide.span import Span
from kiosk.shell.keys import ARROWS, Action

CellAt = Callable[[int, int], Slot]
"""What stands in a row at a moment: programme or gap."""

PAGES = {Action.CHANNEL_UP: -1, Action.CHANNEL_DOWN: 1}


@dataclass(frozen=True)
class Cursor:
    """A row and a moment in it."""

    row: int
    at_s: int


@dataclass(frozen=True)
class Field:
    """What a cursor moves in: so many rows, of which so many are seen at once, over a span; mirrored where time runs to the left."""

    rows: int
    rows_seen: int
    span: Span
    mirrored: bool
    cell_at: CellAt


def move(cursor: Cursor, action: Action, field: Field) -> Cursor | None:
    """Where a key leads: nowhere at an edge that nothing lies behind; None where the key leaves the grid or means something else."""
    if action in PAGES:
        return _down(cursor, PAGES[action] * max(1, field.rows_seen - 1), field)
    if action not in ARROWS:
        return None
    aside, down = ARROWS[action]
    if down:
        return None if cursor.row + down < 0 else _down(cursor, down, field)
    later = aside if not field.mirrored else -aside
    return _along(cursor, later, field)


def _down(cursor: Cursor, by: int, field: Field) -> Cursor:
    return Cursor(min(max(cursor.row + by, 0), field.rows - 1), cursor.at_s)


def _along(cursor: Cursor, later: int, field: Field) -> Cursor:
    """To the programme before or after. A moment within it stays that of the cursor, so that up and down lead where one looks."""
    cell = field.cell_at(cursor.row, cursor.at_s)
    beside_s = cell.stop_s if later > 0 else cell.start_s - 1
    if not field.span.origin_s <= beside_s < field.span.end_s:
        return cursor
    there = field.cell_at(cursor.row, beside_s)
    return Cursor(cursor.row, field.span.within(there.start_s))
