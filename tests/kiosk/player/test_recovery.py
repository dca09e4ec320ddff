"""The troubles of a channel, played through on a clock held in the hand."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.recovery import LOST_AFTER_S, PATIENCE_MAX_S, RETRY_DELAYS_S, STABLE_AFTER_S, Phase, Recovery

STEP_S = 0.125


@dataclass
class Story:
    """A recovery, its clock, and what was opened when."""

    recovery: Recovery = field(default_factory=Recovery)
    now_s: float = 0.0
    opened: list[tuple[float, int]] = field(default_factory=list)
    phases: list[tuple[float, Phase]] = field(default_factory=list)

    def wish(self, sources: int = 1) -> None:
        self.recovery.wish(self.now_s, sources)
        self._note()

    def pass_s(self, seconds: float, *, alive: bool = False) -> None:
        for _ in range(round(seconds / STEP_S)):
            self.now_s += STEP_S
            if alive:
                self.recovery.alive(self.now_s)
                self._note()
            source = self.recovery.tick(self.now_s)
            if source is not None:
                self.opened.append((self.now_s, source))
            self._note()

    def _note(self) -> None:
        if not self.phases or self.phases[-1][1] is not self.recovery.phase:
            self.phases.append((self.now_s, self.recovery.phase))


@pytest.fixture
def story() -> Story:
    return Story()


def test_nothing_is_wished_at_first(story: Story) -> None:
    story.pass_s(60)
    assert story.phases == [(STEP_S, Phase.IDLE)]
    story.recovery.alive(story.now_s)
    assert story.recovery.phase is Phase.IDLE


def test_the_first_frame_ends_opening(story: Story) -> None:
    story.wish()
    story.pass_s(3)
    story.pass_s(STEP_S, alive=True)
    assert [phase for _, phase in story.phases] == [Phase.OPENING, Phase.PLAYING]


def test_a_second_without_a_frame_is_a_stall_and_a_frame_ends_it(story: Story) -> None:
    story.wish()
    story.pass_s(1, alive=True)
    story.pass_s(2)
    story.pass_s(1, alive=True)
    assert story.phases[2:] == [(2.0, Phase.STALLED), (3.125, Phase.PLAYING)]
    assert story.opened == []


@pytest.mark.parametrize("alive_first", [False, True])
def test_four_seconds_without_a_frame_is_a_loss(story: Story, *, alive_first: bool) -> None:
    story.wish()
    story.pass_s(1 if alive_first else 0, alive=True)
    start_s = story.now_s
    story.pass_s(LOST_AFTER_S)
    assert story.phases[-1] == (start_s + LOST_AFTER_S, Phase.LOST)


def test_without_a_backup_the_same_stream_is_tried_after_growing_pauses(story: Story) -> None:
    story.wish()
    story.pass_s(400)
    assert {source for _, source in story.opened} == {0}
    lost = [when for when, phase in story.phases if phase is Phase.LOST]
    pauses = [opened - left for (opened, _), left in zip(story.opened, lost, strict=False)]
    assert pauses[:8] == [1, 2, 4, 8, 16, 30, 30, 30]
    patience = [left - opened for (opened, _), left in zip(story.opened, lost[1:], strict=False)]
    assert patience[:6] == [4, 6, 8, 10, PATIENCE_MAX_S, PATIENCE_MAX_S]
    assert story.recovery.attempt == len(story.opened)


def test_a_backup_is_tried_at_once_and_then_all_in_turn(story: Story) -> None:
    story.wish(sources=3)
    story.pass_s(60)
    assert [source for _, source in story.opened][:5] == [1, 2, 0, 1, 2]
    assert story.opened[0][0] == LOST_AFTER_S
    assert story.opened[1][0] == LOST_AFTER_S + 4 + 1
    assert story.opened[2][0] == LOST_AFTER_S + 4 + 1 + 6 + 2


def test_what_is_lost_but_still_open_may_return_by_itself(story: Story) -> None:
    story.wish()
    story.pass_s(LOST_AFTER_S + 0.5)
    story.pass_s(1, alive=True)
    assert story.recovery.phase is Phase.PLAYING
    assert story.opened == []


def test_the_pauses_go_on_growing_until_a_return_has_lasted(story: Story) -> None:
    story.wish()
    story.pass_s(LOST_AFTER_S + 1)
    story.pass_s(STABLE_AFTER_S - 1, alive=True)
    assert story.recovery.attempt == 1
    left_s = story.now_s
    story.pass_s(LOST_AFTER_S + 2)
    assert story.opened[-1][0] == left_s + LOST_AFTER_S + 2
    story.pass_s(STABLE_AFTER_S + 1, alive=True)
    assert story.recovery.attempt == 0
    left_s = story.now_s
    story.pass_s(LOST_AFTER_S + 1)
    assert story.opened[-1][0] == left_s + LOST_AFTER_S + 1


def test_a_working_backup_is_kept(story: Story) -> None:
    story.wish(sources=2)
    story.pass_s(LOST_AFTER_S)
    story.pass_s(60, alive=True)
    assert (story.recovery.source, story.recovery.attempt) == (1, 0)
    story.pass_s(LOST_AFTER_S)
    assert story.opened[-1] == (story.now_s, 0)


def test_a_new_wish_forgets_the_troubles_of_the_old(story: Story) -> None:
    story.wish(sources=2)
    story.pass_s(30)
    story.wish()
    assert (story.recovery.phase, story.recovery.source, story.recovery.attempt) == (Phase.OPENING, 0, 0)
    story.pass_s(LOST_AFTER_S - STEP_S)
    assert story.recovery.phase is Phase.OPENING


def test_our_own_sleep_is_not_held_against_the_stream(story: Story) -> None:
    story.wish(sources=2)
    story.pass_s(5, alive=True)
    story.now_s += 3600
    assert story.recovery.tick(story.now_s) is None
    assert story.recovery.phase is Phase.PLAYING
    story.pass_s(LOST_AFTER_S)
    assert story.recovery.source == 1


def test_a_channel_without_a_source_is_an_error(story: Story) -> None:
    with pytest.raises(ValueError, match="at least one source"):
        story.wish(sources=0)


actions = st.lists(
    st.one_of(
        st.tuples(st.just("wish"), st.integers(1, 4)),
        st.tuples(st.just("stop"), st.just(0)),
        st.tuples(st.just("silence"), st.integers(1, 900)),
        st.tuples(st.just("frames"), st.integers(1, 200)),
    ),
    max_size=12,
)


@given(actions)
def test_whatever_happens(told: list[tuple[str, int]]) -> None:
    """Sources stay in range, no two openings come quicker than their pause, and the phase says what is so."""
    story, sources, wished = Story(), 1, False
    for what, number in told:
        if what == "wish":
            sources, wished = number, True
            story.wish(sources)
            story.opened.clear()
        elif what == "stop":
            story.recovery.stop()
            wished = False
        else:
            before = len(story.opened)
            story.pass_s(number * STEP_S, alive=what == "frames")
            if what == "frames" and wished:
                assert story.recovery.phase is Phase.PLAYING
                assert len(story.opened) == before
        recovery = story.recovery
        assert 0 <= recovery.source < sources
        assert recovery.attempt >= 0
        assert (recovery.phase is Phase.IDLE) == (not wished)
        gaps = [later - earlier for (earlier, _), (later, _) in zip(story.opened, story.opened[1:], strict=False)]
        assert all(gap >= LOST_AFTER_S for gap in gaps)


@given(st.integers(1, 4), st.integers(40, 4000))
def test_a_silent_channel_is_tried_for_ever(sources: int, steps: int) -> None:
    """However long the silence: the next attempt is never further away than the longest pause and the longest patience."""
    story = Story()
    story.wish(sources)
    story.pass_s(steps * STEP_S)
    last_s = story.opened[-1][0] if story.opened else 0.0
    assert story.now_s - last_s <= max(RETRY_DELAYS_S) + PATIENCE_MAX_S
