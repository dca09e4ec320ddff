from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flexcare.supervisor.crashes import CRASHES_MAX, CRASHES_WITHIN_S, Crashes, Remedy


def remedies(crashes: Crashes, *at_s: float) -> list[Remedy]:
    return [crashes.failed(one) for one in at_s]


def test_the_third_within_a_minute_gives_up_what_it_was_doing() -> None:
    crashes = Crashes()
    assert remedies(crashes, 0, 30, 60) == [Remedy.AGAIN, Remedy.AGAIN, Remedy.ANEW]


def test_three_in_more_than_a_minute_do_not() -> None:
    assert remedies(Crashes(), 0, 30, 60.5, 91) == [Remedy.AGAIN] * 4


def test_sessions_that_fail_untouched_are_started_after_a_pause() -> None:
    crashes = Crashes()
    assert remedies(crashes, *range(6)) == [Remedy.AGAIN, Remedy.AGAIN, Remedy.ANEW, Remedy.AGAIN, Remedy.AGAIN, Remedy.PAUSE]
    crashes.touched()
    assert remedies(crashes, 7, 8, 9) == [Remedy.AGAIN, Remedy.AGAIN, Remedy.ANEW]


def test_one_patients_do_not_count_for_the_next() -> None:
    crashes = Crashes()
    assert remedies(crashes, 0, 1) == [Remedy.AGAIN] * 2
    crashes.forget()
    assert remedies(crashes, 2, 3) == [Remedy.AGAIN] * 2


@given(st.lists(st.floats(0, 100), max_size=40))
def test_nobody_gets_more_than_two_again_within_a_minute(gaps_s: list[float]) -> None:
    crashes, now_s = Crashes(), 0.0
    again: list[float] = []
    for gap_s in gaps_s:
        now_s += gap_s
        if crashes.failed(now_s) is Remedy.AGAIN:
            again.append(now_s)
        else:
            again.clear()
        assert len([one for one in again if now_s - one <= CRASHES_WITHIN_S]) < CRASHES_MAX
