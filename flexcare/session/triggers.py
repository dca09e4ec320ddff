"""When a session ends: the rules of time, as a pure state machine.

It reads a clock and does nothing else. Every input answers what the supervisor has to do now, or None. Call `tick` every second.

The rules:
- A session is from its first touch to its reset. A Welcome that nobody touched is never reset for idleness.
- Nothing plays: the time counts from the later of the last touch and the last moment at which something played (`idle_minutes`).
  Something plays: it counts from the last touch (`still_there_minutes`).
- Before either reset the session asks "Still there?" and counts down `countdown_s`, always to the end: neither playing that starts or
  stops, nor the daily hour, nor odd settings cut a countdown short. Any touch ends the question and gives the whole time again.
- The question comes `countdown_s` before the end of the time, but never before half of it, and never within QUESTION_FREE_S of a
  touch. Where that leaves too little for the countdown, the reset comes later than the setting says.
- A clock that jumps over the whole time (a suspended machine) leads to the question, not to the reset; if it jumps while the
  question is asked, nobody can have seen the countdown, so it begins again.
- The daily reset is `flexcare.session.daily`.
- The hospital's signed instruction clears at once what nobody has touched. Whoever uses the tablet is asked first, also right after a
  touch, and a touch stops it; a crash in the middle does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from flexcare.clock import Clock
from flexcare.session.daily import Daily
from flexcare.session.kinds import Kind
from flexcare.session.messages import AskStillThere, StopAsking
from flexcare.session.settings import SessionSettings

QUESTION_FREE_S = 60.0
"""How long after a touch nobody is asked anything, whatever the settings."""
UNTOUCHED_FREE_S = 60.0
"""How long a new Welcome stands before the daily hour may replace it: somebody may be reaching for it."""
TICK_GAP_S = 10.0
"""Ticks further apart than this mean that the machine or the supervisor stood still."""


class State(Enum):
    """Where a session is in its life."""

    UNTOUCHED = "untouched"
    IN_USE = "in use"
    ENDING = "ending"
    """Being cleared; also before the first session is shown."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Clear the session now."""

    kind: Kind


Action: TypeAlias = AskStillThere | StopAsking | Reset | None


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that is on the screen: since when, and what its silence means."""

    since_s: float
    kind: Kind


class Triggers:
    """Decides when the session on the screen ends; lives as long as the supervisor, through many sessions.

    daily_at: the local time of the last daily reset that the receipts know, so that a restart does not repeat it.
    """

    def __init__(self, settings: SessionSettings, clock: Clock, *, daily_at: datetime | None = None) -> None:
        self._settings = settings
        self._clock = clock
        self._daily = Daily(settings.daily_reset, clock, done_at=daily_at)
        self._state = State.ENDING
        self._question: _Question | None = None
        self._instructed = False
        self._playing = False
        now_s = clock.monotonic_s()
        self._shown_s = self._touched_s = self._played_s = self._ticked_s = now_s

    def use(self, settings: SessionSettings) -> None:
        """Go by these settings from now on; to be called between two sessions."""
        self._settings = settings
        self._daily.use(settings.daily_reset)

    @property
    def state(self) -> State:
        return self._state

    @property
    def asking(self) -> bool:
        """Whether the session was told to ask and nobody answered yet."""
        return self._question is not None

    @property
    def instructed(self) -> bool:
        """Whether the hospital's instruction waits for an answer."""
        return self._instructed

    def shown(self) -> None:
        """Begin with a new session, on the screen and untouched."""
        self._state = State.UNTOUCHED
        self._question = None
        self._instructed = False
        self._playing = False
        self._shown_s = self._touched_s = self._played_s = self._ticked_s = self._clock.monotonic_s()

    def resumed(self) -> None:
        """Go on with the same patient's session in a new process, after a crash.

        Nothing plays there until it says so, and a question that was on the screen is asked again when it is still due.
        """
        self.playing(playing=False)
        self._question = None

    def stood_still(self, seconds: float) -> None:
        """The session was stopped for so long, and nothing of that time counts. A question that was asked begins anew."""
        self._shown_s += seconds
        self._touched_s += seconds
        self._played_s += seconds
        self._ticked_s = self._clock.monotonic_s()
        if self._question is not None:
            self._question = _Question(self._ticked_s, self._question.kind)

    def touched(self) -> Action:
        """Somebody touched the tablet."""
        if self._state is State.ENDING:
            return None
        self._state = State.IN_USE
        self._touched_s = self._clock.monotonic_s()
        self._instructed = False
        if self._question is None:
            return None
        self._question = None
        return StopAsking()

    def playing(self, *, playing: bool) -> None:
        """Something plays from now on, or nothing does."""
        if self._playing and not playing:
            self._played_s = self._clock.monotonic_s()
        self._playing = playing

    def end_requested(self) -> Action:
        """The patient asked for the end, and confirmed it."""
        return self.end(Kind.FINISH)

    def instruct(self) -> Action:
        """The hospital instructs that the session be cleared; None also where the session is ending or asked already."""
        if self._state is State.UNTOUCHED:
            return self.end(Kind.SIGNED)
        if self._state is State.ENDING:
            return None
        self._instructed = True
        now_s = self._clock.monotonic_s()
        if self._question is None:
            return self._ask(Kind.SIGNED, now_s)
        self._question = replace(self._question, kind=Kind.SIGNED)
        return None

    def end(self, kind: Kind) -> Reset | None:
        """End the session for a reason that is not a matter of time; None where it is ending already."""
        if self._state is State.ENDING:
            return None
        self._state = State.ENDING
        self._question = None
        self._instructed = False
        return Reset(kind)

    def tick(self) -> Action:
        """See whether time asks for something. At most TICK_GAP_S apart."""
        now_s = self._clock.monotonic_s()
        stood_still = now_s - self._ticked_s > TICK_GAP_S
        self._ticked_s = now_s
        if self._state is State.ENDING:
            return None
        if self._question is not None:
            return self._count_down(self._question, now_s, stood_still=stood_still)
        if self._instructed:
            return self._ask(Kind.SIGNED, now_s)
        if self._quiet_for_daily(now_s) and self._daily.take():
            return self.end(Kind.DAILY)
        if self._state is State.IN_USE:
            return self._ask_if_due(now_s)
        return None

    def _count_down(self, question: _Question, now_s: float, *, stood_still: bool) -> Action:
        if stood_still:
            return self._ask(question.kind, now_s)
        if now_s - question.since_s >= self._settings.countdown_s:
            return self.end(question.kind)
        return None

    def _ask_if_due(self, now_s: float) -> Action:
        if self._playing:
            kind, since_s, limit_s = Kind.UNANSWERED, self._touched_s, self._settings.still_there_minutes * 60
        else:
            kind, since_s, limit_s = Kind.IDLE, max(self._touched_s, self._played_s), self._settings.idle_minutes * 60
        ask_after_s = max(limit_s - self._settings.countdown_s, limit_s / 2, QUESTION_FREE_S)
        return self._ask(kind, now_s) if now_s - since_s >= ask_after_s else None

    def _ask(self, kind: Kind, now_s: float) -> AskStillThere:
        self._question = _Question(now_s, kind)
        return AskStillThere(self._settings.countdown_s)

    def _quiet_for_daily(self, now_s: float) -> bool:
        if self._playing:
            return False
        if self._state is State.UNTOUCHED:
            return now_s - self._shown_s >= UNTOUCHED_FREE_S
        return now_s - max(self._touched_s, self._played_s) >= self._settings.quiet_minutes * 60
