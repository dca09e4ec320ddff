"""What holds for a session's end whatever happens, in whatever order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from flexcare.session.kinds import Kind
from flexcare.session.messages import AskStillThere, StopAsking
from flexcare.session.settings import SessionSettings
from flexcare.session.triggers import QUESTION_FREE_S, TICK_GAP_S, Action, Reset, State, Triggers
from tests.helpers.clock import FakeClock

SETTINGS = st.builds(
    SessionSettings,
    idle_minutes=st.integers(1, 12),
    still_there_minutes=st.integers(1, 12),
    countdown_s=st.integers(60, 300),
    quiet_minutes=st.integers(1, 12),
    daily_reset=st.sampled_from(["04:00", "23:40", None]),
)


class Life(RuleBasedStateMachine):
    """A tablet's sessions, with a witness that remembers plainly what a rule must not break."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock(datetime(2026, 3, 2, 3, 30, tzinfo=UTC))
        self.triggers = Triggers(SessionSettings(), self.clock)
        self.settings = SessionSettings()
        self.touched_s: float | None = None
        self.played_s = self.asked_played_s = self.ticked_s = self.clock.monotonic_s()
        self.is_playing = self.asked = False
        self.counted_s = 0.0
        self.dailies: list[str] = []

    @initialize(chosen=SETTINGS)
    def begin(self, chosen: SessionSettings) -> None:
        self.settings = chosen
        self.triggers = Triggers(chosen, self.clock)
        self.show()

    def show(self) -> None:
        """As the supervisor does after each reset."""
        assert self.triggers.state is State.ENDING
        assert self.triggers.touched() is None
        assert self.triggers.tick() is None
        assert self.triggers.end_requested() is None
        self.triggers.shown()
        self.touched_s, self.is_playing, self.asked = None, False, False
        self.played_s = self.ticked_s = self.clock.monotonic_s()

    @rule()
    def touch(self) -> None:
        action = self.triggers.touched()
        assert action == (StopAsking() if self.asked else None)
        self.touched_s, self.asked = self.clock.monotonic_s(), False

    @rule(playing=st.booleans())
    def play(self, playing: bool) -> None:
        self.triggers.playing(playing=playing)
        if self.is_playing:
            self.played_s = self.clock.monotonic_s()
        self.is_playing = playing

    @rule()
    def finish(self) -> None:
        assert self.triggers.end_requested() == Reset(Kind.FINISH)
        self.show()

    @rule(seconds=st.integers(0, 40_000))
    def stand_still(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @rule(seconds=st.integers(-90_000, 90_000) | st.sampled_from([3600, -3600]))
    def wall_jumps(self, seconds: int) -> None:
        self.clock.set_wall(self.clock.now() + timedelta(seconds=seconds))

    @rule(day=st.integers(-1, 1), minutes=st.integers(0, 70))
    def wall_is_set_to_the_daily_hour(self, day: int, minutes: int) -> None:
        hour, minute = map(int, (self.settings.daily_reset or "04:00").split(":"))
        today = self.clock.now().replace(hour=hour, minute=minute, second=0)
        self.clock.set_wall(today + timedelta(days=day, minutes=minutes - 5))

    @rule(minutes=st.integers(1, 30))
    def nobody_is_there(self, minutes: int) -> None:
        self.live_on(touch=False, seconds=minutes * 60)

    @rule(touch=st.booleans(), seconds=st.integers(1, 1500))
    def live_on(self, touch: bool, seconds: int) -> None:
        if touch:
            self.touch()
        for _ in range(seconds):
            self.clock.advance(1)
            self.see(self.triggers.tick())

    @rule()
    def tick(self) -> None:
        self.see(self.triggers.tick())

    def see(self, action: Action) -> None:
        now_s = self.clock.monotonic_s()
        gap_s, self.ticked_s = now_s - self.ticked_s, now_s
        self.counted_s += gap_s if gap_s <= TICK_GAP_S else 0
        assert not isinstance(action, StopAsking)
        if isinstance(action, AskStillThere):
            assert self.touched_s is not None
            assert now_s - self.touched_s >= QUESTION_FREE_S
            assert action.seconds == self.settings.countdown_s
            assert not self.asked or gap_s > TICK_GAP_S
            if not self.asked:  # asked again after a standstill, it is the same question
                self.asked_played_s = self.played_s
            self.asked, self.counted_s = True, 0.0
        if isinstance(action, Reset):
            self.see_reset(action.kind, now_s)
            self.show()

    def see_reset(self, kind: Kind, now_s: float) -> None:
        if kind is Kind.DAILY:
            self.see_daily(now_s)
            return
        assert self.asked
        assert self.counted_s >= self.settings.countdown_s
        assert self.touched_s is not None
        minutes = {Kind.IDLE: self.settings.idle_minutes, Kind.UNANSWERED: self.settings.still_there_minutes}[kind]
        since_s = max(self.touched_s, self.asked_played_s if kind is Kind.IDLE else 0)
        assert now_s - since_s >= minutes * 60

    def see_daily(self, now_s: float) -> None:
        assert not self.asked
        assert not self.is_playing
        if self.touched_s is not None:
            assert now_s - max(self.touched_s, self.played_s) >= self.settings.quiet_minutes * 60
        assert self.settings.daily_reset is not None
        hour, minute = map(int, self.settings.daily_reset.split(":"))
        begin = self.clock.now() - timedelta(hours=hour, minutes=minute)
        assert begin.hour == 0
        assert begin.date().isoformat() not in self.dailies[-8:]
        self.dailies.append(begin.date().isoformat())

    @invariant()
    def the_states_agree(self) -> None:
        if self.triggers.state is not State.ENDING:  # before the first session
            assert self.triggers.state is (State.UNTOUCHED if self.touched_s is None else State.IN_USE)
            assert self.triggers.asking is self.asked


Life.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestLife = Life.TestCase


@given(SETTINGS, st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_session_that_nobody_touches_again_always_ends(chosen: SessionSettings, playing: bool) -> None:
    clock = FakeClock()
    triggers = Triggers(chosen, clock)
    triggers.shown()
    triggers.touched()
    triggers.playing(playing=playing)
    minutes = chosen.still_there_minutes if playing else chosen.idle_minutes
    for _ in range(minutes * 60 + chosen.countdown_s + int(QUESTION_FREE_S)):
        clock.advance(1)
        if isinstance(triggers.tick(), Reset):
            return
    raise AssertionError("the session goes on for ever")
