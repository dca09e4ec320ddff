"""When a channel counts as alive, stalled or lost, and what is tried next. Pure: no Qt, no libvlc, no clock of its own.

Life is a sign from the far end of the chain (a picture on the sink, for radio played sound), never what libvlc believes: a silent `udp://`
raises no event and a silent `rtp://` even reports that it plays.
"""

from __future__ import annotations

from enum import Enum

STALLED_AFTER_S = 1.0
LOST_AFTER_S = 4.0
RETRY_DELAYS_S = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Pauses before the first, second, ... retry; the last one repeats."""
PATIENCE_STEP_S = 2.0
PATIENCE_MAX_S = 12.0
"""Each retry may take a little longer than the one before, so that a slow but living source is not cut off for ever."""
STABLE_AFTER_S = 10.0
"""Uninterrupted life after which earlier trouble is forgotten."""
LATE_TICK_S = 1.0
"""Ticks further apart than this mean that we slept, not the stream: the gap is not held against it."""


class Phase(Enum):
    """What a patient could be told about the channel that was wished."""

    IDLE = "idle"
    OPENING = "opening"
    PLAYING = "playing"
    STALLED = "stalled"
    LOST = "lost"
    RECOVERING = "recovering"


class Recovery:
    """Follow one wished channel through its troubles.

    All times are monotonic seconds. `tick` is to be called several times a second while a channel is wished; it
    answers with the index of the source to open now (0 is the channel's own stream, 1... its backups) or None.
    """

    def __init__(self) -> None:
        self.phase = Phase.IDLE
        self.source = 0
        self.attempt = 0
        self._sources = 1
        self._since_s = 0.0
        self._life_s = 0.0
        self._well_since_s = 0.0
        self._retry_at_s = 0.0
        self._ticked_s = 0.0

    def wish(self, now_s: float, sources: int) -> None:
        """Start over for a channel with `sources` (>= 1) addresses; the caller opens the first."""
        if sources < 1:
            raise ValueError("a channel has at least one source")
        self.phase = Phase.OPENING
        self.source = 0
        self.attempt = 0
        self._sources = sources
        self._since_s = now_s
        self._ticked_s = now_s

    def stop(self) -> None:
        """Nothing is wished any more."""
        self.phase = Phase.IDLE
        self.source = 0
        self.attempt = 0

    def alive(self, now_s: float) -> None:
        """A sign of life of what is open now."""
        if self.phase is Phase.IDLE:
            return
        if self.phase is not Phase.PLAYING:
            self.phase = Phase.PLAYING
            self._well_since_s = now_s
        elif self.attempt and now_s - self._well_since_s >= STABLE_AFTER_S:
            self.attempt = 0
        self._life_s = now_s

    def tick(self, now_s: float) -> int | None:
        """Move on with time; the index of a source that must be opened now, or None."""
        self._forgive_sleep(now_s)
        if self.phase is Phase.PLAYING and now_s - self._life_s >= STALLED_AFTER_S:
            self.phase = Phase.STALLED
        if self.phase is Phase.STALLED and now_s - self._life_s >= LOST_AFTER_S:
            return self._lose(now_s)
        if self.phase is Phase.OPENING and now_s - self._since_s >= LOST_AFTER_S:
            return self._lose(now_s)
        if self.phase is Phase.RECOVERING and now_s - self._since_s >= self._patience_s():
            return self._lose(now_s)
        if self.phase is Phase.LOST and now_s >= self._retry_at_s:
            return self._retry(now_s)
        return None

    def _lose(self, now_s: float) -> int | None:
        self.phase = Phase.LOST
        self._retry_at_s = now_s + self._delay_s()
        return self._retry(now_s) if self._retry_at_s <= now_s else None

    def _retry(self, now_s: float) -> int:
        self.phase = Phase.RECOVERING
        self.attempt += 1
        self.source = (self.source + 1) % self._sources
        self._since_s = now_s
        return self.source

    def _delay_s(self) -> float:
        """The pause before the next attempt; the first change to a backup needs none."""
        waited = self.attempt if self._sources == 1 else self.attempt - 1
        return 0.0 if waited < 0 else RETRY_DELAYS_S[min(waited, len(RETRY_DELAYS_S) - 1)]

    def _patience_s(self) -> float:
        return min(LOST_AFTER_S + PATIENCE_STEP_S * (self.attempt - 1), PATIENCE_MAX_S)

    def _forgive_sleep(self, now_s: float) -> None:
        gap_s = now_s - self._ticked_s
        self._ticked_s = now_s
        if gap_s > LATE_TICK_S:
            self._since_s += gap_s
            self._life_s = min(self._life_s + gap_s, now_s)
            self._well_since_s = min(self._well_since_s + gap_s, now_s)
