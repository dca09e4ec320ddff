"""How often a PIN may be tried: counted on the disk before each try, so that no kill and no power cut gives one away.

Three tries are free; then each waits, 30 s doubling to an hour; from the tenth on there is one try an hour, so that a patient who plays
with the pad cannot shut the nurses out for good. At most BUDGET wrong tries fall into 30 days, of the million that six digits can be; a
right one ends the waiting and gives nothing of that budget back.

Time here is time that surely passed: what the monotonic clock counted while this program ran. The wall clock counts for nothing, and a
reboot begins the waiting anew from where it was last written down. (OWASP ASVS 4.0.3, 2.2.1; NIST SP 800-63B-3, 5.2.2.)
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.clock import Clock
from flexcare.errors import StaffClosed
from flexcare.trust.durable import write_durably

log = logging.getLogger(__name__)

FREE = 3
FIRST_WAIT_S = 30
WAIT_MAX_S = 3600
HOURLY_FROM = 10
BUDGET = 750
WINDOW_S = 30 * 24 * 3600
NOTED_EVERY_S = 60
"""How much of a waiting a reboot can cost, at most."""
AFTER_DAMAGE = 24
"""So many tries are left where the count cannot be read: a day's worth, one an hour."""

_FILE_MAX_BYTES = 64 * 1024

Second = Annotated[int, Meta(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class Count:
    """What is on the disk. Seconds are of the time that surely passed.

    passed_s: how much did. wrong: tries since the last right one. waits_until_s: from when the next may be. tries_s: when the wrong ones
    of the last 30 days were, oldest first.
    """

    passed_s: Second = 0
    wrong: Annotated[int, Meta(ge=0, le=2**31)] = 0
    waits_until_s: Second = 0
    tries_s: Annotated[tuple[Second, ...], Meta(max_length=BUDGET)] = ()
    version: Literal[1] = 1


class Lockout:
    """Counts the tries at one tablet's PIN pad. Not for two threads at once."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._count = _read(file)
        self._began_s = clock.monotonic_s() - self._count.passed_s

    @property
    def is_alarming(self) -> bool:
        """Whether somebody tried so often that hospital IT should know."""
        return self._count.wrong >= HOURLY_FROM or self._is_spent(self._passed_s())

    def wait_s(self) -> int:
        """How long until the next try, in whole seconds; 0 for none."""
        now_s = self._passed_s()
        wait_s = self._count.waits_until_s - now_s
        if self._is_spent(now_s):
            wait_s = max(wait_s, self._count.tries_s[0] + WINDOW_S + 1 - now_s)
        return max(0, wait_s)

    def begin(self) -> None:
        """Count a try before it is made. Raises `StaffClosed` where it is too soon, or where it cannot be counted."""
        wait_s = self.wait_s()
        if wait_s:
            raise StaffClosed("the next try is not yet", wait_s=wait_s)
        now_s = self._passed_s()
        wrong = self._count.wrong + 1
        tries_s = (*self._within(now_s), now_s)
        self._write(replace(self._count, passed_s=now_s, wrong=wrong, waits_until_s=now_s + _wait_after(wrong), tries_s=tries_s))

    def was_right(self) -> None:
        """The try that was begun last was right: it counts for nothing, and nobody waits. Earlier wrong ones stay in the budget."""
        self._keep(replace(self._count, passed_s=self._passed_s(), wrong=0, waits_until_s=0, tries_s=self._count.tries_s[:-1]))

    def unlock(self) -> None:
        """Forget all tries, as hospital IT instructs with its signature."""
        self._keep(Count(passed_s=self._passed_s()))

    def note_time(self) -> None:
        """Write down how much time passed, where somebody waits for it. Call it now and then."""
        now_s = self._passed_s()
        if (self._count.tries_s or self.wait_s()) and now_s - self._count.passed_s >= NOTED_EVERY_S:
            self._keep(replace(self._count, passed_s=now_s, tries_s=self._within(now_s)))

    def _passed_s(self) -> int:
        return max(self._count.passed_s, int(self._clock.monotonic_s() - self._began_s))

    def _within(self, now_s: int) -> tuple[int, ...]:
        # Moments lost their fractions, so one that seems to be just so long ago may be a little younger.
        return tuple(moment_s for moment_s in self._count.tries_s if moment_s >= now_s - WINDOW_S)

    def _is_spent(self, now_s: int) -> bool:
        return len(self._within(now_s)) >= BUDGET

    def _write(self, count: Count) -> None:
        try:
            write_durably(self._file, msgspec.json.encode(count))
        except OSError as error:
            raise StaffClosed("a try cannot be counted, so none is allowed: the disk does not take it") from error
        self._count = count

    def _keep(self, count: Count) -> None:
        """As `_write`, where what stays on the disk otherwise is the stricter of the two."""
        self._count = count
        try:
            write_durably(self._file, msgspec.json.encode(count))
        except OSError:
            log.warning("the count of tries cannot be written")


def _wait_after(wrong: int) -> int:
    if wrong < FREE:
        return 0
    if wrong >= HOURLY_FROM:
        return WAIT_MAX_S
    return min(WAIT_MAX_S, FIRST_WAIT_S << (wrong - FREE))


def _read(file: Path) -> Count:
    """What was counted. A count that cannot be read is one of many tries, since whoever damages it may want to try more."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_FILE_MAX_BYTES + 1)
        return msgspec.json.decode(data, type=Count)
    except FileNotFoundError:
        return Count()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        log.error("the count of tries cannot be read; there is one try an hour for a day until hospital IT unlocks the pad")
        return Count(wrong=HOURLY_FROM, waits_until_s=WAIT_MAX_S, tries_s=(0,) * (BUDGET - AFTER_DAMAGE))
