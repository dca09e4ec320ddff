from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.configuration.compiled import Instruction
from flexcare.errors import ConfigurationRefused
from flexcare.instructions.deciding import Decision, Outcome, Told, decide
from flexcare.instructions.orders import Clear, Deed, Order, Orders, ShowNotice, Strange, UnlockStaff
from flexcare.session.notice import Notice

AT = "2026-03-02T10:42:00+01:00"
NOW_S = int(datetime.fromisoformat(AT).timestamp()) + 60
HOUR_S = 3600
SOON_S = NOW_S + HOUR_S


def order(number: int, do: Deed | None = None, *, until_s: int = SOON_S, device: str = "", at: str = AT) -> Order:
    return Order(number, Instruction("Ada", "why", at), until_s, do or Clear(), device)


def board(*orders: Order | Strange, last: int = 0) -> Orders:
    return Orders("north", "b7", max([last, *(one.number for one in orders)]), orders)


def outcomes(decision: Decision) -> list[tuple[int, Outcome]]:
    return [(told.number, told.outcome) for told in decision.told]


def test_each_number_is_obeyed_once_and_in_order() -> None:
    orders = board(order(1), order(2, UnlockStaff("it")), order(3, UnlockStaff()), order(5, ShowNotice({"da": "Hej"})))
    first = decide(orders, 0, None, "t-1", NOW_S)
    assert outcomes(first) == [(1, "obeyed"), (2, "obeyed"), (3, "obeyed"), (5, "obeyed")]
    assert (first.clear, first.cleared, first.unlock, first.settled) == (Clear(), 1, ("it", None), 5)
    assert first.notice == Notice(5, SOON_S, {"da": "Hej"})
    again = decide(orders, first.settled, first.notice, "t-1", NOW_S)
    assert again == Decision(5, notice=first.notice)


@pytest.mark.parametrize(
    ("one", "outcome"),
    [
        (order(1, until_s=NOW_S), "expired"),
        (order(1, until_s=NOW_S + 1), "obeyed"),
        (order(1, device="t-2"), "elsewhere"),
        (order(1, device="t-1"), "obeyed"),
        (Strange(1), "unknown"),
        (Strange(1, "t-2"), "elsewhere"),
    ],
)
def test_what_cannot_be_obeyed_is_refused_with_its_reason_for_good(one: Order | Strange, outcome: Outcome) -> None:
    decision = decide(board(one), 0, None, "t-1", NOW_S)
    assert outcomes(decision) == [(1, outcome)]
    assert (decision.clear is not None) == (outcome == "obeyed")
    assert decision.settled == 1


def test_several_clearings_are_one_and_none_of_them_asks_where_one_must_not() -> None:
    decision = decide(board(order(1), order(2, Clear(now=True)), order(3)), 0, None, "t-1", NOW_S)
    assert (decision.clear, decision.cleared) == (Clear(now=True), 3)


def test_the_notice_is_the_newest_that_stands_and_goes_when_it_is_withdrawn() -> None:
    older, newer, others = (
        order(1, ShowNotice({"da": "a"})),
        order(2, ShowNotice({"da": "b"})),
        order(3, ShowNotice({"da": "c"}), device="t-2"),
    )
    shown = decide(board(older, newer, others), 0, None, "t-1", NOW_S).notice
    assert shown is not None
    assert shown.number == 2
    back = decide(board(older, others, last=3), 3, shown, "t-1", NOW_S).notice
    assert back is not None
    assert back.number == 1
    assert decide(board(last=3), 3, shown, "t-1", NOW_S).notice is None
    assert decide(board(older, newer, others), 3, shown, "t-1", SOON_S).notice is None


def test_a_list_that_went_back_is_refused_as_a_whole() -> None:
    with pytest.raises(ConfigurationRefused, match="below 7"):
        decide(board(order(6)), 7, None, "t-1", NOW_S)


def test_while_the_clock_is_behind_nothing_is_settled() -> None:
    notice = Notice(1, SOON_S, {"da": "a"})
    ahead = order(2, at="2026-03-02T12:00:00+01:00", until_s=SOON_S + 9 * HOUR_S)
    decision = decide(board(order(1, device="t-2"), ahead), 0, notice, "t-1", NOW_S)
    assert decision == Decision(0, (Told(2, "clock"),), notice=notice, waits=True)
    later = decide(board(order(1, device="t-2"), ahead), 0, notice, "t-1", ahead.given_at_s)
    assert outcomes(later) == [(1, "elsewhere"), (2, "obeyed")]
    # A few minutes are no reason.
    assert outcomes(decide(board(ahead), 0, None, "t-1", ahead.given_at_s - 299)) == [(2, "obeyed")]


def test_where_the_count_is_lost_nothing_is_done_twice_and_the_notice_is_shown() -> None:
    orders = board(order(1), order(2, UnlockStaff()), order(3, ShowNotice({"da": "a"})), order(4, until_s=1))
    decision = decide(orders, None, None, "t-1", NOW_S)
    assert outcomes(decision) == [(1, "lost-count"), (2, "lost-count"), (3, "obeyed"), (4, "expired")]
    assert (decision.clear, decision.unlock, decision.settled) == (None, (), 4)
    assert decision.notice is not None


def test_a_thousand_at_once_are_one_clearing() -> None:
    orders = board(*(order(number, until_s=NOW_S + number) for number in range(1, 1001)))
    decision = decide(orders, 0, None, "t-1", NOW_S + 500)
    assert [outcome for _, outcome in outcomes(decision)] == ["expired"] * 500 + ["obeyed"] * 500
    assert (decision.clear, decision.settled) == (Clear(), 1000)


@given(st.lists(st.tuples(st.integers(-50, 50), st.sampled_from(["", "t-1", "t-2"])), max_size=20), st.integers(0, 20))
def test_whatever_is_listed_no_number_is_obeyed_twice_and_none_is_skipped(given_orders: list[tuple[int, str]], step: int) -> None:
    every = [order(number, until_s=NOW_S + left, device=device) for number, (left, device) in enumerate(given_orders, 1)]
    settled = 0
    told: list[Told] = []
    for count in [*range(0, len(every), step + 1), len(every), len(every)]:
        decision = decide(board(*every[:count], last=settled), settled, None, "t-1", NOW_S)
        settled, told = decision.settled, [*told, *decision.told]
    assert [one.number for one in told] == list(range(1, len(every) + 1))
    for one, was in zip(told, every, strict=True):
        assert (one.outcome == "obeyed") == (was.device in ("", "t-1") and was.until_s > NOW_S)


def test_an_order_says_when_it_was_given() -> None:
    assert replace(order(1)).given_at_s == NOW_S - 60
