"""Whether it is night at this bed, by the hospital's hours or by a nurse's hand, and what that means for sound and light."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from flexcare.clock import Clock
from flexcare.session.night import Night
from flexcare.session.offer import Sound

BY_HAND_MAX_S = 24 * 3600.0
"""A night that somebody set by hand is over by then, whatever the wall clock claims."""
USUAL_NIGHT = Night("00:00", "00:01", headphones_only=True)
"""What a night by hand is like where the hospital has no hours; its hours are not read."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How it shall be at the bed: the loudest in percent of full volume, the light in percent of the day's, and who may hear it."""

    night: bool = False
    loudest_percent: int = Sound().cap_percent
    light_percent: int = 100
    headphones_only: bool = False


class Hours:
    """Knows the hour. It is read at each look and never waited for, so a clock that is set and summer time are noticed too."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: datetime | None = None
        self._begun_s = 0.0
        self._loudest: int | None = None

    def night_until(self, ends: time | None) -> None:
        """Night from now until the local clock next shows `ends`, whatever the hospital's hours; None goes by those again."""
        now = _wall(self._clock)
        self._until, self._begun_s = None, self._clock.monotonic_s()
        if ends is not None:
            at = datetime.combine(now.date(), ends.replace(tzinfo=None))
            self._until = at if at > now else at + timedelta(days=1)

    def loudest(self, percent: int | None) -> None:
        """The loudest at this bed by day, of full volume, instead of the hospital's; None is the hospital's again."""
        if percent is not None and not 0 <= percent <= 100:
            raise ValueError(f"a volume is 0 to 100 percent, not {percent}")
        self._loudest = percent

    @property
    def by_hand(self) -> bool:
        """Whether it is night because somebody said so."""
        if self._until is None:
            return False
        passed = _wall(self._clock) >= self._until or self._clock.monotonic_s() - self._begun_s >= BY_HAND_MAX_S
        # For good: an hour that the clocks repeat does not bring it back.
        self._until = None if passed else self._until
        return not passed

    def wish(self, sound: Sound, night: Night | None) -> Wish:
        """What shall hold at this moment."""
        day = Wish(loudest_percent=sound.cap_percent if self._loudest is None else self._loudest)
        by_hand = self.by_hand
        if not by_hand and (night is None or not night.is_on(_wall(self._clock).time())):
            return day
        what = night or USUAL_NIGHT
        return Wish(True, min(day.loudest_percent, what.cap_percent), what.dim_percent, what.headphones_only)


def _wall(clock: Clock) -> datetime:
    """The time on the wall, which is what hospitals write."""
    return clock.now().replace(tzinfo=None)
