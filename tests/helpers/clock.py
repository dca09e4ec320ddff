"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_BEGIN = datetime(2026, 3, 2, 10, 42, tzinfo=UTC)


class FakeClock:
    """A `flexcare.clock.Clock` whose wall clock and monotonic seconds move together by `advance`; `set_wall` moves one of them."""

    def __init__(self, now: datetime = _BEGIN) -> None:
        if now.tzinfo is None:
            raise ValueError("a wall clock has a time zone")
        self._now = now
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass; time never goes back."""
        if seconds < 0:
            raise ValueError("a clock does not go back")
        self._now += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def set_wall(self, now: datetime) -> None:
        """Set the wall clock alone, as a time server, a traveller or summer time does."""
        if now.tzinfo is None:
            raise ValueError("a wall clock has a time zone")
        self._now = now
