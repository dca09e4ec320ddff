from __future__ import annotations

import pytest

from flexcare.errors import RepositoryUnusable
from flexcare.instructions.board import LIFE_MAX_S, given, pruned, withdrawn
from flexcare.instructions.orders import ORDERS_MAX, Clear, Orders
from tests.helpers.hospital import INSTRUCTION

NOW_S = 1_800_000_000
EMPTY = Orders("north", "b7")


def one_more(orders: Orders, *, now_s: int = NOW_S, lasts_s: int = 60) -> Orders:
    return given(orders, Clear(), INSTRUCTION, device="", until_s=now_s + lasts_s, now_s=now_s)


def numbers(orders: Orders) -> list[int]:
    return [order.number for order in orders.orders]


def test_numbers_count_up_for_ever_also_when_nothing_stands_any_more() -> None:
    orders = one_more(one_more(EMPTY))
    assert numbers(orders) == [1, 2]
    later = one_more(orders, now_s=NOW_S + 61)
    assert (numbers(later), later.last) == ([3], 3)
    empty = pruned(later, NOW_S + 200)
    assert (numbers(empty), empty.last) == ([], 3)
    assert numbers(one_more(empty, now_s=NOW_S + 200)) == [4]


def test_what_is_withdrawn_gives_its_number_to_nobody() -> None:
    orders = withdrawn(one_more(one_more(EMPTY)), 2, now_s=NOW_S)
    assert (numbers(orders), orders.last) == ([1], 2)
    assert numbers(one_more(orders)) == [1, 3]
    with pytest.raises(RepositoryUnusable, match="no instruction 2"):
        withdrawn(orders, 2, now_s=NOW_S)


@pytest.mark.parametrize("lasts_s", [0, -1, LIFE_MAX_S + 1])
def test_an_end_that_has_passed_or_is_too_far(lasts_s: int) -> None:
    with pytest.raises(RepositoryUnusable, match="31 days"):
        one_more(EMPTY, lasts_s=lasts_s)


def test_more_than_a_thousand_cannot_stand() -> None:
    orders = EMPTY
    for _ in range(ORDERS_MAX):
        orders = one_more(orders)
    with pytest.raises(RepositoryUnusable, match="1000 instructions stand"):
        one_more(orders)
    assert numbers(one_more(orders, now_s=NOW_S + 61)) == [1001]
