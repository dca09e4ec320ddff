"""The owner thread with players that hang, which no real stream does on demand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from flexcare.clock import SystemClock
from flexcare.lineup.channel import Stream
from kiosk.player.admission import StreamRefused
from kiosk.player.engine import ABANDONED_MAX, CALL_DEADLINE_S, Engine, LibvlcMissing, Wish

PATIENCE_S = 10.0


@dataclass
class HandClock(SystemClock):
    """Time that passes only when told."""

    now_s: float = 0.0

    def monotonic_s(self) -> float:
        return self.now_s


@dataclass
class Log:
    """What happened, in order; `until` waits for something to have happened."""

    lines: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def add(self, line: str) -> None:
        with self.changed:
            self.lines.append(line)
            self.changed.notify_all()

    def until(self, line: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: line in self.lines, PATIENCE_S), f"{line} never happened: {self.lines}"

    def on_life(self, generation: int) -> None:
        self.add(f"life {generation}")

    def on_aspect(self, generation: int, aspect: float) -> None:
        self.add(f"aspect {generation} {aspect}")

    def on_gone(self, generation: int) -> None:
        self.add(f"gone {generation}")


class Player:
    """Stands for libvlc's: hangs in `end` where its address says so, until `let_go`."""

    def __init__(self, log: Log, generation: int, let_go: threading.Event) -> None:
        self._log, self._generation, self._let_go = log, generation, let_go
        self._hangs = False
        self._blocks = 0

    def play(self, stream: Stream, *, radio: bool, loudness: int) -> None:
        del radio
        if stream.address == "refused":
            raise StreamRefused("no")
        self._hangs = stream.address == "hangs"
        self._log.add(f"play {self._generation} at {loudness}")

    def set_loudness(self, percent: int) -> None:
        self._log.add(f"loudness {percent}")

    def signs_of_life(self) -> int:
        self._blocks += 1
        return self._blocks

    def aspect(self) -> float | None:
        return 1.5

    def end(self) -> None:
        self._log.add(f"end {self._generation}")
        if self._hangs:
            assert self._let_go.wait(PATIENCE_S)


class Maker:
    """Stands for libvlc."""

    def __init__(self, log: Log, let_go: threading.Event) -> None:
        self._log, self._let_go = log, let_go

    def deck(self, generation: int) -> Player:
        return Player(self._log, generation, self._let_go)

    def release(self) -> None:
        self._log.add("released")


@dataclass
class Rig:
    log: Log
    clock: HandClock
    let_go: threading.Event
    engine: Engine

    def play(self, generation: int, address: str = "fine", *, radio: bool = False) -> None:
        self.engine.play(Wish(generation, Stream(address), radio))

    def time_out(self) -> None:
        self.clock.now_s += CALL_DEADLINE_S
        self.engine.tend()


@pytest.fixture
def make_rig() -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(gate: threading.Event | None = None) -> Rig:
        log, clock, let_go = Log(), HandClock(), threading.Event()

        def load() -> Maker:
            assert gate is None or gate.wait(PATIENCE_S)
            return Maker(log, let_go)

        made.append(Rig(log, clock, let_go, Engine(load, log, clock)))
        return made[-1]

    yield make
    for rig in made:
        rig.let_go.set()
        assert rig.engine.close(PATIENCE_S)


@pytest.fixture
def rig(make_rig: Callable[..., Rig]) -> Rig:
    return make_rig()


def test_the_latest_wish_wins_and_the_others_are_never_begun(make_rig: Callable[..., Rig]) -> None:
    gate = threading.Event()
    rig = make_rig(gate)
    for generation in range(1, 21):
        rig.play(generation)
    gate.set()
    rig.log.until("play 20 at 0")
    assert [line for line in rig.log.lines if line.startswith("play")] == ["play 20 at 0"]


def test_one_player_ends_before_the_next_begins(rig: Rig) -> None:
    rig.play(1)
    rig.log.until("play 1 at 0")
    rig.play(2)
    rig.log.until("play 2 at 0")
    rig.engine.play(None)
    rig.log.until("gone 2")
    kept = [line for line in rig.log.lines if not line.startswith(("aspect", "life"))]
    assert kept == ["play 1 at 0", "end 1", "gone 1", "play 2 at 0", "end 2", "gone 2"]


def test_loudness_is_there_before_the_first_sound_and_changes_while_playing(rig: Rig) -> None:
    rig.engine.set_loudness(30)
    rig.play(1)
    rig.log.until("play 1 at 30")
    rig.engine.set_loudness(10)
    rig.log.until("loudness 10")
    rig.play(2)
    rig.log.until("play 2 at 10")


def test_life_and_shape_are_told(rig: Rig) -> None:
    rig.play(1, radio=True)
    rig.log.until("life 1")
    rig.play(2)
    rig.log.until("life 2")
    rig.log.until("aspect 2 1.5")
    assert rig.log.lines.count("aspect 2 1.5") == 1


def test_a_refused_stream_is_left_and_the_next_plays(rig: Rig) -> None:
    rig.play(1, "refused")
    rig.log.until("gone 1")
    rig.play(2)
    rig.log.until("play 2 at 0")


def test_a_player_that_does_not_end_is_left_behind_and_tidies_up_when_it_comes_back(rig: Rig) -> None:
    rig.play(1, "hangs")
    rig.log.until("play 1 at 0")
    rig.play(2)
    rig.log.until("end 1")
    rig.engine.tend()
    assert rig.engine.abandoned == 0
    rig.time_out()
    rig.log.until("play 2 at 0")
    assert (rig.engine.abandoned, rig.engine.stuck) == (1, False)
    rig.let_go.set()
    rig.log.until("gone 1")
    assert "gone 2" not in rig.log.lines


def test_too_many_left_behind_make_it_stuck_until_one_comes_back(rig: Rig) -> None:
    rig.play(1, "hangs")
    rig.log.until("play 1 at 0")
    for generation in range(2, ABANDONED_MAX + 1):
        rig.play(generation, "hangs")
        rig.log.until(f"end {generation - 1}")
        rig.time_out()
        rig.log.until(f"play {generation} at 0")
    rig.play(99)
    rig.log.until(f"end {ABANDONED_MAX}")
    rig.time_out()
    assert (rig.engine.abandoned, rig.engine.stuck) == (ABANDONED_MAX, True)
    assert rig.engine.close(0.05) is False
    assert "play 99 at 0" not in rig.log.lines
    assert "released" not in rig.log.lines


def test_without_libvlc_nothing_plays_and_nothing_breaks() -> None:
    log, asked = Log(), threading.Event()

    def load() -> Maker:
        asked.set()
        raise LibvlcMissing("none")

    engine = Engine(load, log, SystemClock())
    engine.play(Wish(1, Stream("fine"), radio=False))
    assert asked.wait(PATIENCE_S)
    assert engine.close(PATIENCE_S)
    assert log.lines == []


def test_closing_ends_the_player_and_releases_libvlc(rig: Rig) -> None:
    rig.play(1)
    rig.log.until("play 1 at 0")
    assert rig.engine.close(PATIENCE_S)
    assert rig.log.lines[-1] == "released"
    assert not any(thread.name == "libvlc owner" for thread in threading.enumerate())
    rig.play(2)
    assert "play 2 at 0" not in rig.log.lines
