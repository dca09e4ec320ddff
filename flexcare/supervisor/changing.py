"""One session in place of another: cover, kill, prove that nothing is left, show the next."""

from __future__ import annotations

import asyncio
import logging
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from flexcare.clock import Clock
from flexcare.errors import CompositorFailed, SessionUnusable
from flexcare.session.host import Host
from flexcare.session.kinds import Kind
from flexcare.session.live import LiveSession, Proof, any_of
from flexcare.session.memory import new_memory
from flexcare.session.messages import Show, ToSession
from flexcare.supervisor.display import Display

log = logging.getLogger(__name__)

SHOWN_TIMEOUT_S = 10.0
RETRY_AFTER_S = (0.0, 0.5, 2.0, 5.0, 15.0)


ALL_PROVED = Proof(processes=True, mounts=True, sockets=True, memory=True, output=True)
"""Where there was nothing, nothing is left."""


class Step(StrEnum):
    """The steps of a change, in their order."""

    COVERED = "covered"
    KILLED = "killed"
    PROVED = "proved"
    SHOWN = "shown"
    WRITTEN = "written"


@dataclass(frozen=True)
class Change:
    """Why a session is replaced, whether the same patient goes on in the next one, and whether this clearing gets a receipt.

    cleaning_s: for how long the next one is locked for cleaning.
    """

    kind: Kind
    resume: bool = False
    receipt: bool = True
    cleaning_s: int = 0

    def instead_of(self, due: Change | None) -> Change:
        """The change to make where another is still due: what either clears is cleared, and what either owes a receipt for gets one."""
        if due is None:
            return self
        kind = due.kind if due.receipt else self.kind
        cleaning_s = max(self.cleaning_s, due.cleaning_s)
        return Change(kind, resume=self.resume and due.resume, receipt=self.receipt or due.receipt, cleaning_s=cleaning_s)


@dataclass(frozen=True)
class Changed:
    """How a change went, in milliseconds: from its start to the covered screen, from there to the proof, and from its start to the next
    session's first picture.
    """

    kind: Kind
    cover_ms: int
    empty_ms: int
    shown_ms: int
    standby: bool
    proof: Proof


class Changing:
    """Does changes, one at a time. `cleared_at` is the last proved clearing in seconds since 1970, None before the first.

    `on_step` hears of each step when it is done, `begun_anew` of each change to another patient. `conditions` tells how it is at the bed.
    """

    def __init__(
        self, host: Host, display: Display, clock: Clock, cleared_at: int | None, on_step: Callable[[Step], None] = lambda _: None
    ) -> None:
        self._host = host
        self._display = display
        self._clock = clock
        self._memory: int | None = None
        self._proved = ALL_PROVED
        self._screen_failed = False
        self._cleaned_at_s = 0.0
        self.cleared_at = cleared_at
        self.on_step = on_step
        self.conditions: Callable[[], ToSession | None] = lambda: None
        self.begun_anew: Callable[[], None] = lambda: None

    async def change(self, change: Change, before: Proof | None = None) -> Changed:
        """Replace the current session. Raises SessionUnusable, SandboxUnusable or CompositorFailed where no other can be shown.

        before: what was proved of the session before, where there is none to kill (at the start).
        """
        begun = self._clock.monotonic_s()
        # A lock that runs already outlasts a crash, a new configuration and the daily hour.
        self._cleaned_at_s = max(self._cleaned_at_s, begun + change.cleaning_s)
        await self._cover()
        covered = self._clock.monotonic_s()
        self.on_step(Step.COVERED)
        old, self._host.current = self._host.current, None
        if old is not None:
            old.kill()
        self.on_step(Step.KILLED)
        forgotten = () if change.resume else self._forget()
        if not change.resume:
            self.begun_anew()
        self._prove(before or ALL_PROVED)
        if old is not None:
            self._prove(await self._host.gone(old, forgotten))
            tell_output(old)
            await self._forget_windows()
        proof = self._proved
        emptied = self._clock.monotonic_s()
        self.on_step(Step.PROVED)
        self._judge(change, proof)
        # Not before: a new session's namespaces could get the numbers by which the old one's are looked for.
        standby = await self._present(change)
        shown = self._clock.monotonic_s()
        self.on_step(Step.SHOWN)
        if change.receipt:
            self._proved = ALL_PROVED
        return Changed(change.kind, _ms(begun, covered), _ms(covered, emptied), _ms(begun, shown), standby, proof)

    async def end_all(self) -> None:
        """End every session and forget what they remembered, at the supervisor's own end."""
        sessions = self._host.sessions
        self._host.current = self._host.standby = None
        for session in sessions:
            session.kill()
        for session in sessions:
            await self._host.gone(session)
        self._forget()

    def _prove(self, proof: Proof) -> None:
        """A receipt speaks of every process that its patient had, also of those that crashed or did not come on the screen."""
        self._proved = self._proved.both(proof)

    def _judge(self, change: Change, proof: Proof) -> None:
        if not proof.complete:
            log.error("it could not be proved that the session before is gone; proved: %s", ", ".join(proof.checks) or "nothing")
        elif change.receipt:
            self.cleared_at = int(self._clock.now().timestamp())

    async def _present(self, change: Change) -> bool:
        """Show the next session and wait for its first picture; whether it was a standby. One that fails is replaced by another."""
        for pause_s in (*RETRY_AFTER_S, None):
            try:
                await self._see_to_screen()
                return await self._show_next(change)
            except (SessionUnusable, CompositorFailed) as error:
                log.error("%s", error)
                await self._drop_failed()
                # One that runs and does not obey, or shows nobody twice, is no better than a dead one.
                self._screen_failed = isinstance(error, CompositorFailed) or pause_s != RETRY_AFTER_S[0]
                if pause_s is None:
                    raise
                await asyncio.sleep(pause_s)
        raise AssertionError("the last try returns or raises")

    async def _see_to_screen(self) -> None:
        """Start the compositor again where it is dead or of no use. Raises CompositorFailed."""
        if self._screen_failed or not self._display.is_alive:
            log.error("the compositor is started again")
            await self._host.drop_standby()
            await self._display.reopen()
            self._screen_failed = False

    async def _show_next(self, change: Change) -> bool:
        session, standby = await self._host.next()
        if self._memory is None:
            self._memory = new_memory()
        cleaning_s = max(0, math.ceil(self._cleaned_at_s - self._clock.monotonic_s()))
        if (conditions := self.conditions()) is not None:
            session.send(conditions)
        session.send(Show(resumed=change.resume, cleared_at=self.cleared_at, cleaning_s=cleaning_s), self._memory)
        await self._display.show(session.slot)
        if not await any_of(session.shown, session.ended, timeout_s=SHOWN_TIMEOUT_S) or session.ended.is_set():
            raise SessionUnusable("a session did not come on the screen")
        return standby

    async def _drop_failed(self) -> None:
        """Take a session that could not be shown away."""
        failed, self._host.current = self._host.current, None
        if failed is not None:
            failed.kill()
            self._prove(await self._host.gone(failed))
            tell_output(failed)

    async def _forget_windows(self) -> None:
        try:
            await self._display.forget()
        except CompositorFailed as error:
            log.error("%s", error)

    async def _cover(self) -> None:
        """Show nothing; a compositor that is dead shows nothing either."""
        try:
            await self._display.cover()
        except CompositorFailed as error:
            log.error("%s", error)

    def _forget(self) -> tuple[tuple[int, int], ...]:
        """Close the session's memory; by which numbers it was known."""
        memory, self._memory = self._memory, None
        if memory is None:
            return ()
        known = os.fstat(memory)
        os.close(memory)
        return ((known.st_dev, known.st_ino),)


def tell_output(session: LiveSession) -> None:
    """Log how much of what kind a session printed since the last time, and nothing else of it."""
    counts = session.chatter.take()
    if counts:
        log.info("session output: %s", ", ".join(f"{code.value} {count}" for code, count in sorted(counts.items())))


def _ms(begun_s: float, ended_s: float) -> int:
    return round((ended_s - begun_s) * 1000)
