"""The owner of libvlc: one thread, the latest wish wins, and whatever does not come back in time is left behind.

`stop()` of libvlc can block for seconds and racing calls crash it, so all calls come from one thread and the screen
never waits for it. If a call outlives its deadline, the thread is abandoned together with its player and a new one takes
over; the abandoned one cleans up after itself if it ever comes back. Only so many may be abandoned before the engine says that it is
stuck: then the whole process is expendable and its supervisor replaces it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from flexcare.clock import Clock
from flexcare.errors import FlexCareError
from flexcare.lineup.channel import Stream
from kiosk.player.admission import StreamRefused

CALL_DEADLINE_S = 2.0
LOAD_DEADLINE_S = 15.0
CLOSE_DEADLINE_S = 2.0
ABANDONED_MAX = 3
WATCH_EVERY_S = 0.1
"""How often the owner looks for signs of life and how wide the pictures are; libvlc itself counts about every 0.3 s."""


class LibvlcMissing(FlexCareError):
    """libvlc could not be started; nothing plays, everything else still works."""


class Deck(Protocol):
    """One player for one opening of one stream."""

    def play(self, stream: Stream, *, radio: bool, loudness: int) -> None: ...

    def set_loudness(self, percent: int) -> None: ...

    def signs_of_life(self) -> int:
        """A number that grows with every new picture shown, for radio with every block of sound played."""
        ...

    def aspect(self) -> float | None: ...

    def end(self) -> None: ...


class Machine(Protocol):
    """What makes decks."""

    def deck(self, generation: int) -> Deck: ...

    def release(self) -> None: ...


class Listener(Protocol):
    """Who is told; called from the owner's thread."""

    def on_life(self, generation: int) -> None:
        """There were new pictures (for radio, sound) since the last time."""
        ...

    def on_aspect(self, generation: int, aspect: float) -> None:
        """Pictures are this much wider than high."""
        ...

    def on_gone(self, generation: int) -> None:
        """The player of this generation is released."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall play: the generation under which it is known, and from where."""

    generation: int
    stream: Stream
    radio: bool


@dataclass(slots=True)
class _Desk:
    """What the screen asked for last. Read and written with `changed` held."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    wish: Wish | None = None
    loudness: int = 0
    closing: bool = False
    machine: Machine | None = None


class Engine:
    """What the screen may ask for. No method here waits, except `close`.

    `load` makes the machine, in the owner's thread; it raises LibvlcMissing if there is none.
    """

    def __init__(self, load: Callable[[], Machine], listener: Listener, clock: Clock) -> None:
        self._load = load
        self._listener = listener
        self._clock = clock
        self._desk = _Desk()
        self._owner: _Owner | None = None
        self._abandoned: list[_Owner] = []
        self._died = 0
        self.stuck = False

    def prepare(self) -> None:
        """Load libvlc in the background."""
        with self._desk.changed:
            self._ensure_owner()

    def play(self, wish: Wish | None) -> None:
        """Play this, or nothing; replaces any wish that was not yet begun."""
        with self._desk.changed:
            self._desk.wish = wish
            if wish is not None:
                self._ensure_owner()
            self._desk.changed.notify_all()

    def set_loudness(self, percent: int) -> None:
        """How loud from now on, as libvlc counts it, 0 to 100."""
        with self._desk.changed:
            self._desk.loudness = percent
            self._desk.changed.notify_all()

    def tend(self) -> None:
        """Abandon an owner that outlived its deadline; to be called now and then while the engine is not idle."""
        with self._desk.changed:
            self._abandoned = [owner for owner in self._abandoned if owner.is_alive()]
            self._bury_dead()
            if self._owner is not None and self._owner.overdue(self._clock.monotonic_s()):
                self._owner.retired = True
                self._abandoned.append(self._owner)
                self._owner = None
            self.stuck = self._spent()
            if self._desk.wish is not None:
                self._ensure_owner()

    @property
    def idle(self) -> bool:
        """Whether nothing is wished and nothing is left to be done."""
        with self._desk.changed:
            return self._desk.wish is None and not self._abandoned and (self._owner is None or self._owner.settled())

    @property
    def abandoned(self) -> int:
        """How many owners did not come back so far."""
        return len(self._abandoned)

    def close(self, deadline_s: float = CLOSE_DEADLINE_S) -> bool:
        """End every thread; False if one did not end in time and the process should be left without tidying up."""
        with self._desk.changed:
            self._desk.closing = True
            self._desk.wish = None
            self._desk.changed.notify_all()
            owners = [*self._abandoned, *([self._owner] if self._owner is not None else [])]
        until_s = time.monotonic() + deadline_s
        for owner in owners:
            owner.join(max(0.0, until_s - time.monotonic()))
        ended = not any(owner.is_alive() for owner in owners)
        if ended and self._desk.machine is not None:
            self._desk.machine.release()
            self._desk.machine = None
        return ended

    def _ensure_owner(self) -> None:
        """With `changed` held."""
        if self._owner is None and not self._desk.closing and not self._spent():
            self._owner = _Owner(self._desk, self._load, self._listener, self._clock)
            self._owner.start()

    def _bury_dead(self) -> None:
        """Count an owner that an unexpected error ended, of which Python's excepthook has told. With `changed` held."""
        if self._owner is not None and not self._owner.is_alive():
            self._owner = None
            self._died += 1

    def _spent(self) -> bool:
        return len(self._abandoned) + self._died >= ABANDONED_MAX


class _Owner(threading.Thread):
    """Does what the engine was last asked, one call after the other."""

    def __init__(self, desk: _Desk, load: Callable[[], Machine], listener: Listener, clock: Clock) -> None:
        super().__init__(name="libvlc owner", daemon=True)  # a stuck one must not keep the process
        self.retired = False
        self._desk = desk
        self._load = load
        self._listener = listener
        self._clock = clock
        self._deck: Deck | None = None
        self._playing: Wish | None = None
        self._loudness = 0
        self._signs = 0
        self._aspect = 0.0
        self._due_s: float | None = clock.monotonic_s() + LOAD_DEADLINE_S

    def overdue(self, now_s: float) -> bool:
        """Whether a call outlived its deadline. With `changed` held, like `settled`."""
        return self._due_s is not None and now_s >= self._due_s

    def settled(self) -> bool:
        return self._due_s is None and self._playing is self._desk.wish

    def run(self) -> None:
        try:
            self._within(LOAD_DEADLINE_S, self._load_machine)
            while self._await_change():
                self._within(CALL_DEADLINE_S, self._follow)
        finally:
            self._within(CALL_DEADLINE_S, self._end_deck)

    def _within(self, deadline_s: float, act: Callable[[], None]) -> None:
        with self._desk.changed:
            self._due_s = self._clock.monotonic_s() + deadline_s
        try:
            act()
        finally:
            with self._desk.changed:
                self._due_s = None

    def _load_machine(self) -> None:
        if self._desk.machine is not None:
            return
        try:
            machine = self._load()
        except LibvlcMissing:  # without it every channel is lost, which is what the screen then says
            return
        with self._desk.changed:
            late = self._desk.machine is not None
            if not late:
                self._desk.machine = machine
        if late:  # another owner was quicker
            machine.release()

    def _await_change(self) -> bool:
        """Wait for something to do or to watch; False when it is time to end."""
        desk = self._desk
        with desk.changed:
            desk.changed.wait_for(
                lambda: desk.closing or self.retired or desk.wish is not self._playing or desk.loudness != self._loudness,
                WATCH_EVERY_S if self._deck is not None else None,
            )
            return not desk.closing and not self.retired

    def _follow(self) -> None:
        with self._desk.changed:
            wish, loudness = self._desk.wish, self._desk.loudness
        if wish is not self._playing:
            self._end_deck()
            self._playing = wish
            if wish is not None and not self.retired:
                self._open(wish, loudness)
        elif self._deck is not None and loudness != self._loudness:
            self._deck.set_loudness(loudness)
        self._loudness = loudness
        self._watch()

    def _open(self, wish: Wish, loudness: int) -> None:
        if self._desk.machine is None:
            return
        self._signs, self._aspect = 0, 0.0
        self._deck = self._desk.machine.deck(wish.generation)
        try:
            self._deck.play(wish.stream, radio=wish.radio, loudness=loudness)
        except StreamRefused:  # no sign of life will come, so the channel is lost and its backups are tried
            self._end_deck()

    def _watch(self) -> None:
        if self._deck is None or self._playing is None or self.retired:
            return
        signs = self._deck.signs_of_life()
        if signs != self._signs:
            self._signs = signs
            self._listener.on_life(self._playing.generation)
        aspect = self._deck.aspect()
        if aspect is not None and aspect != self._aspect:
            self._aspect = aspect
            self._listener.on_aspect(self._playing.generation, aspect)

    def _end_deck(self) -> None:
        deck, self._deck = self._deck, None
        if deck is not None:
            deck.end()
            if self._playing is not None:
                self._listener.on_gone(self._playing.generation)
