"""What is done about a session that fails: the same patient gets it again, but not a third time within a minute."""

from __future__ import annotations

from collections import deque
from enum import Enum, auto

from flexcare.session.live import LiveSession, News
from flexcare.session.messages import Stuck

CRASHES_MAX = 3
CRASHES_WITHIN_S = 60.0


class Remedy(Enum):
    """How it goes on."""

    AGAIN = auto()
    """The same patient's session, where it was."""
    ANEW = auto()
    """It failed too often: what it was doing is given up, and it is cleared."""
    PAUSE = auto()
    """Sessions fail too often though nobody touches them."""


class Crashes:
    """Counts those of one patient's session; times in seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._at_s: deque[float] = deque(maxlen=CRASHES_MAX)
        self._cleared_untouched = 0

    def failed(self, now_s: float) -> Remedy:
        """Another one."""
        self._at_s.append(now_s)
        if len(self._at_s) < CRASHES_MAX or now_s - self._at_s[0] > CRASHES_WITHIN_S:
            return Remedy.AGAIN
        self._at_s.clear()
        if self._cleared_untouched:
            return Remedy.PAUSE
        self._cleared_untouched += 1
        return Remedy.ANEW

    def touched(self) -> None:
        """Somebody uses what is on the screen."""
        self._cleared_untouched = 0

    def forget(self) -> None:
        """They were one patient's; the next one begins without."""
        self._at_s.clear()


def how_it_failed(session: LiveSession, what: Stuck | News) -> str:
    """A failure in words; bubblewrap reports a signal as 128 and its number."""
    if isinstance(what, Stuck):
        return "its player is stuck"
    if what is News.NONSENSE:
        return "it talked nonsense"
    code = session.exit_code
    if code is None or code == 0:
        return "it ended by itself"
    return f"signal {code - 128}" if code > 128 else f"exit code {code}"
