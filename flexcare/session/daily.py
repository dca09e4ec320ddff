"""The daily hour: whether a quiet tablet is to be cleared now, at most once a day whatever the wall clock does.

An hour that the clocks skip as a whole (a daily reset at 02:00 in the night in which 02:00 becomes 03:00) passes without one; a fresh
process one day later is no loss to anybody.
"""

from __future__ import annotations

from collections import deque
from datetime import date, datetime, timedelta

from flexcare.clock import Clock

WINDOW = timedelta(hours=1)
APART_S = 12 * 3600.0
"""Two daily resets are never closer than this by the monotonic clock, whatever dates the wall clock claims."""
_REMEMBERED_DATES = 8


class Daily:
    """The hour that begins at `reset_at` ("HH:MM", local time; None for never).

    done_at: the local time of a daily reset that was.
    """

    def __init__(self, reset_at: str | None, clock: Clock, *, done_at: datetime | None = None) -> None:
        self._reset_at = None if reset_at is None else _since_midnight(reset_at)
        self._clock = clock
        # Several dates, for a wall clock that jumps to another day and back must not bring this day's reset a second time.
        self._done_on: deque[date] = deque(maxlen=_REMEMBERED_DATES)
        if done_at is not None and self._reset_at is not None:
            self._done_on.append(_day_of(done_at, self._reset_at) or done_at.date())
        self._done_s: float | None = None

    def use(self, reset_at: str | None) -> None:
        """Go by this time from now on; what was done stays done."""
        self._reset_at = None if reset_at is None else _since_midnight(reset_at)

    def take(self) -> bool:
        """Whether the daily reset is due now; if so, it counts as done."""
        day = None if self._reset_at is None else _day_of(self._clock.now(), self._reset_at)
        now_s = self._clock.monotonic_s()
        if day is None or day in self._done_on or (self._done_s is not None and now_s - self._done_s < APART_S):
            return False
        self._done_on.append(day)
        self._done_s = now_s
        return True


def _day_of(now: datetime, reset_at: timedelta) -> date | None:
    """The local date on which the daily hour began that `now` lies in, or None. The hour may reach over midnight."""
    since_midnight = timedelta(hours=now.hour, minutes=now.minute, seconds=now.second)
    if timedelta() <= since_midnight - reset_at < WINDOW:
        return now.date()
    if since_midnight + timedelta(days=1) - reset_at < WINDOW:
        return now.date() - timedelta(days=1)
    return None


def _since_midnight(text: str) -> timedelta:
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))
