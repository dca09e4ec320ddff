from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from flexcare.guide.limits import FUTURE_KEPT_S, LENGTH_MAX_S, PAST_KEPT_S, UNKNOWN_LENGTH_MAX_S, UNKNOWN_LENGTH_S
from flexcare.guide.schedule import OVERLAPPING, TOO_LONG, TWICE, WITHOUT_STOP, Listing, schedule

NOW_S = 1_774_483_200
HOUR_S = 3600


def made(*listed: tuple[float, float | None], shift_h: float = 0) -> tuple[list[tuple[float, float, int]], Counter[str]]:
    """The schedule of programmes from and to so many hours from now (no stop: None), with the number of each; and what was mended."""
    listing = Listing()
    for number, (start_h, stop_h) in enumerate(listed):
        listing.add(NOW_S + int(start_h * HOUR_S), 0 if stop_h is None else NOW_S + int(stop_h * HOUR_S), number, 0)
    faults: Counter[str] = Counter()
    found = schedule(listing.in_order(), int(shift_h * HOUR_S), NOW_S, faults)
    return [((start - NOW_S) / HOUR_S, (stop - NOW_S) / HOUR_S, number) for start, stop, number, _ in found], faults


def test_keeps_what_is_well() -> None:
    assert made((0, 1), (1, 2.5), (3, 4)) == ([(0, 1, 0), (1, 2.5, 1), (3, 4, 2)], {})


def test_puts_into_order() -> None:
    assert made((3, 4), (0, 1), (1, 2))[0] == [(0, 1, 1), (1, 2, 2), (3, 4, 0)]


def test_a_missing_stop_is_the_next_start() -> None:
    assert made((0, None), (1.5, 2)) == ([(0, 1.5, 0), (1.5, 2, 1)], {WITHOUT_STOP: 1})


def test_a_missing_stop_with_nothing_near_after_it() -> None:
    assert made((0, None), (20, 21))[0][0] == (0, UNKNOWN_LENGTH_MAX_S / HOUR_S, 0)
    assert made((0, None))[0] == [(0, UNKNOWN_LENGTH_S / HOUR_S, 0)]


def test_no_length_and_less_than_none() -> None:
    assert made((0, 0), (1, 0.5), (2, 3)) == ([(0, 1, 0), (1, 2, 1), (2, 3, 2)], {WITHOUT_STOP: 2})


def test_overlaps_are_cut_where_the_next_begins() -> None:
    assert made((0, 3), (1, 2), (2, 4)) == ([(0, 1, 0), (1, 2, 1), (2, 4, 2)], {OVERLAPPING: 1})


def test_two_at_once() -> None:
    assert made((0, 1), (0, 2), (0, None), (1, 2)) == ([(0, 1, 0), (1, 2, 3)], {TWICE: 2})


def test_far_too_long() -> None:
    assert made((0, 400)) == ([(0, LENGTH_MAX_S / HOUR_S, 0)], {TOO_LONG: 1})


def test_old_and_far_ones_are_dropped() -> None:
    past_h, future_h = PAST_KEPT_S / HOUR_S, FUTURE_KEPT_S / HOUR_S
    found, _ = made((-past_h - 2, -past_h), (-past_h - 1, -past_h + 1), (0, 1), (future_h - 1, future_h + 1), (future_h, future_h + 1))
    assert [number for _, _, number in found] == [1, 2, 3]


def test_a_shift_moves_all_and_what_is_old_too() -> None:
    assert made((0, 1), (1, None), shift_h=1.5)[0] == [(1.5, 2.5, 0), (2.5, 3.5, 1)]
    past_h = PAST_KEPT_S / HOUR_S
    assert made((-past_h - 2, -past_h - 1), shift_h=2)[0] == [(-past_h, -past_h + 1, 0)]
    assert made((-past_h, -past_h + 1), shift_h=-2)[0] == []


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.one_of(st.just(0), st.integers(0, 2**32 - 1)))), st.integers(-86_400, 86_400))
def test_any_times(listed: list[tuple[int, int]], shift_s: int) -> None:
    _holds([(start, stop) for start, stop in listed], shift_s)


@given(st.lists(st.tuples(st.integers(-200, 200), st.integers(-200, 200)), max_size=40), st.integers(-1_000, 1_000))
def test_any_times_near_each_other(listed: list[tuple[int, int]], shift_s: int) -> None:
    _holds([(NOW_S + start, NOW_S + stop) for start, stop in listed], shift_s)


def _holds(listed: list[tuple[int, int]], shift_s: int) -> None:
    listing = Listing()
    for number, (start, stop) in enumerate(listed):
        listing.add(start, stop, number, 0)
    found = list(schedule(listing.in_order(), shift_s, NOW_S, Counter()))
    assert all(start < stop <= start + LENGTH_MAX_S for start, stop, _, _ in found)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(found))
    assert all(start == listed[number][0] + shift_s for start, _, number, _ in found)
    assert all(stop > NOW_S - PAST_KEPT_S and start < NOW_S + FUTURE_KEPT_S for start, stop, _, _ in found)
    near = {start for start, _ in listed if NOW_S <= start + shift_s < NOW_S + FUTURE_KEPT_S}
    assert near <= {start - shift_s for start, _, _, _ in found}
