from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kiosk.shell.focus import cost
from kiosk.shell.keys import ARROWS

HERE = QRectF(100, 100, 40, 40)
RIGHT = (1, 0)


def price(target: QRectF, direction: tuple[int, int] = RIGHT) -> float:
    found = cost(HERE, target, direction)
    assert found is not None
    return found


@pytest.mark.parametrize("direction", ARROWS.values())
def test_only_what_lies_ahead_can_be_reached(direction: tuple[int, int]) -> None:
    ahead = HERE.translated(60 * direction[0], 60 * direction[1])
    assert cost(HERE, ahead, direction) is not None
    assert cost(ahead, HERE, direction) is None


def test_nothing_is_reached_from_itself() -> None:
    assert cost(HERE, HERE, RIGHT) is None


def test_what_is_nearer_costs_less() -> None:
    assert price(HERE.translated(60, 0)) < price(HERE.translated(120, 0))


def test_the_same_row_wins_over_something_nearer_beside_it() -> None:
    assert price(HERE.translated(120, 0)) < price(HERE.translated(60, 90))


def test_a_little_to_the_side_costs_nothing() -> None:
    assert price(HERE.translated(60, 30)) == price(HERE.translated(60, 0))
