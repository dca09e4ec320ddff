"""From when to when the grid reaches, and the days that one can jump to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.guide.moments import DAY_S, HOUR_S, MINUTE_S, Moments

TICK_S = 30 * MINUTE_S
LEAST_AHEAD_S = 12 * HOUR_S
MOST_AHEAD_S = 15 * DAY_S
BEFORE_S = HOUR_S
EVENING_HOUR = 20
LEAD_S = 15 * MINUTE_S
"""What is seen of the time before a moment that is jumped to."""


@dataclass(frozen=True)
class Span:
    """Seconds since 1970. Begins today at midnight, or an hour before now where that is earlier."""

    origin_s: int
    end_s: int

    @property
    def length_s(self) -> int:
        return self.end_s - self.origin_s

    def within(self, moment_s: int) -> int:
        """The moment, or the nearest one in the span."""
        return min(max(moment_s, self.origin_s), self.end_s - 1)


def span_at(now_s: int, last_s: int, moments: Moments) -> Span:
    """What a grid shows that is opened now, of a guide that knows something until `last_s`."""
    origin_s = min(moments.start(moments.day(now_s)), now_s - now_s % TICK_S - BEFORE_S)
    least_s, most_s = now_s + LEAST_AHEAD_S, now_s + MOST_AHEAD_S
    end_s = min(max(last_s, least_s), most_s)
    return Span(origin_s, -(-end_s // TICK_S) * TICK_S)


def jump_to_now(now_s: int) -> int:
    """Where the grid begins that shows what is on now: at a half hour, so that the first mark can be read."""
    return (now_s - LEAD_S // 3) // TICK_S * TICK_S


def jump_to_day(day: date, now_s: int, moments: Moments) -> int:
    """Where the grid begins that shows a day: today from now on, any other at the time of day that it is now."""
    today = moments.day(now_s)
    if day == today:
        return jump_to_now(now_s)
    return moments.start(day) + (jump_to_now(now_s) - moments.start(today))


def jump_to_tonight(now_s: int, moments: Moments) -> int:
    """Where the grid begins that shows this evening; late in the evening that is what is on now."""
    return max(moments.start(moments.day(now_s), EVENING_HOUR), jump_to_now(now_s))
