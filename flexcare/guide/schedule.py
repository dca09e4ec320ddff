"""From the programmes of a channel as a source lists them to a schedule in which every moment has at most one."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from flexcare.guide.limits import FUTURE_KEPT_S, LENGTH_MAX_S, PAST_KEPT_S, UNKNOWN_LENGTH_MAX_S, UNKNOWN_LENGTH_S

Listed = tuple[int, int, int, int]
"""Start, stop (0: unknown), programme, heading."""

WITHOUT_STOP = "without a stop after their start: they last until the next one"
OVERLAPPING = "that another begins before they end: they are cut there"
TWICE = "that begin at the moment of another: the first counts"
TOO_LONG = f"longer than {LENGTH_MAX_S // 3600} hours: they are cut"


class Listing:
    """The programmes of one channel in the order of the source; 16 bytes each."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers = array("I")

    def add(self, start_s: int, stop_s: int, programme: int, heading: int) -> None:
        self._numbers.extend((start_s, stop_s, programme, heading))

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def in_order(self) -> list[Listed]:
        """By start; of those with the same the first of the source first."""
        numbers = iter(self._numbers)
        listed = list(zip(numbers, numbers, numbers, numbers, strict=True))
        listed.sort(key=lambda one: one[0])
        return listed


def schedule(listed: list[Listed], shift_s: int, now_s: int, faults: Counter[str], ahead_s: int = FUTURE_KEPT_S) -> Iterator[Listed]:
    """Yield the schedule in order of time, moved by a shift, without what is over for long or lies too far ahead; counts what it mends."""
    first_s, last_s = now_s - PAST_KEPT_S - shift_s, now_s + ahead_s - shift_s
    before = -1
    for index, ((start, stop, programme, heading), following) in enumerate(zip(listed, _starts(listed), strict=True)):
        if start == before:
            faults[TWICE] += 1
            continue
        before = start
        if following == start:
            following = _next_start(listed, index)
        # What most are: of some length, and over when the next one begins.
        if not (start < stop <= start + LENGTH_MAX_S and (stop <= following or not following)):
            stop = _stop(start, stop, following, faults)
        if stop > first_s and start < last_s:
            yield start + shift_s, stop + shift_s, programme, heading


def _starts(listed: list[Listed]) -> Iterator[int]:
    """The starts of those that follow; 0 for none."""
    return chain((one[0] for one in islice(listed, 1, None)), (0,) if listed else ())


def _stop(start: int, stop: int, following: int, faults: Counter[str]) -> int:
    if stop <= start:
        faults[WITHOUT_STOP] += 1
        return min(following, start + UNKNOWN_LENGTH_MAX_S) if following else start + UNKNOWN_LENGTH_S
    if stop - start > LENGTH_MAX_S:
        faults[TOO_LONG] += 1
        stop = start + LENGTH_MAX_S
    if following and stop > following:
        faults[OVERLAPPING] += 1
        return following
    return stop


def _next_start(listed: list[Listed], index: int) -> int:
    start = listed[index][0]
    while index < len(listed) and listed[index][0] == start:
        index += 1
    return listed[index][0] if index < len(listed) else 0
