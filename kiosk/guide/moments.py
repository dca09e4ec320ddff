"""Moments as people tell them: the time on the clock, and days that begin at midnight where the tablet is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

MINUTE_S = 60
HOUR_S = 3600
DAY_S = 24 * HOUR_S


class Moments:
    """Turns seconds since 1970 into local times and back; `zone` None is the machine's own.

    Every moment is told with the offset that is in force at that moment, so summer time begins and ends in the middle of a grid.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def at(self, moment_s: int) -> datetime:
        """A moment on the local clock."""
        return datetime.fromtimestamp(moment_s, UTC).astimezone(self._zone)

    def clock(self, moment_s: int) -> str:
        """`21:04`."""
        return f"{self.at(moment_s):%H:%M}"

    def stretch(self, start_s: int, stop_s: int) -> str:
        """`20:55` to `21:25` with a dash between."""
        return f"{self.clock(start_s)}\N{EN DASH}{self.clock(stop_s)}"

    def day(self, moment_s: int) -> date:
        """The day on which a moment lies."""
        return self.at(moment_s).date()

    def start(self, day: date, hour: int = 0) -> int:
        """When an hour of a day begins."""
        return int(datetime.combine(day, time(hour), self._zone).timestamp())

    def days(self, first_s: int, last_s: int) -> list[date]:
        """Every day that has a moment between two, the last one not included."""
        first, last = self.day(first_s), self.day(max(first_s, last_s - 1))
        return [first + timedelta(days=further) for further in range((last - first).days + 1)]
