"""Time as a dependency, so that tests can hold it in their hands."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where a program reads the time: wall clock for people, monotonic seconds for durations."""

    def now(self) -> datetime:
        """The local wall-clock time, with its time zone."""
        ...

    def monotonic_s(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic_s(self) -> float:
        return time.monotonic()
