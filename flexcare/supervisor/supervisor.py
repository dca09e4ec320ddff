"""The program that lives long: it starts, shows, watches and ends sessions, one event at a time.

It survives whatever happens to a session or to the compositor, and never learns what a session shows.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from flexcare.errors import CompositorFailed, SandboxUnusable, SessionUnusable
from flexcare.session.host import READY_TIMEOUT_S, Host
from flexcare.session.kinds import Kind
from flexcare.session.live import GONE_TIMEOUT_S, LiveSession, News, Proof, any_of
from flexcare.session.messages import (
    EndRequested,
    FromSession,
    Playing,
    StaffExpected,
    StaffRequested,
    StreamTrouble,
    Stuck,
    ToSession,
    Touched,
    Visiting,
)
from flexcare.session.triggers import Action, Reset, State, Triggers
from flexcare.staff.diagnosis import Troubles
from flexcare.supervisor.at_bed import StaffAtBed
from flexcare.supervisor.book import Book
from flexcare.supervisor.changing import Change, Changing, Step, tell_output
from flexcare.supervisor.crashes import Crashes, Remedy, how_it_failed
from flexcare.supervisor.display import Display
from flexcare.supervisor.happenings import Again, Asked, Happening, Instructed, Said, ScreenDied, StaffChose, StaffLeft, Tick
from flexcare.supervisor.notify import Notifier
from flexcare.supervisor.standby import Standby
from flexcare.supervisor.ward import Mark, Ward

log = logging.getLogger(__name__)

TICK_S = 0.5
LATE_TICK_S = 2.0
AGAIN_AFTER_S = 15.0
SCREEN_ASKED_EVERY_S = 10.0
HUNG_S = 900.0
"""A reaction that takes longer than all tries to bring something on the screen will never end."""


class Supervisor:
    """Reacts to what happens, in order. `happened` may be called from the event loop at any time."""

    def __init__(
        self,
        host: Host,
        display: Display,
        changing: Changing,
        triggers: Triggers,
        book: Book,
        ward: Ward,
        notify: Notifier,
        troubles: Troubles,
        staff: StaffAtBed | None = None,
    ) -> None:
        self._host = host
        self._display = display
        self._changing = changing
        self._triggers = triggers
        self._book = book
        self._ward = ward
        self._settings = ward.settings()
        self._notify = notify
        self._troubles = troubles
        self.staff = self._staff = staff
        if staff is not None:
            staff.left = lambda: self.happened(StaffLeft())
            staff.chosen = lambda clean: self.happened(StaffChose(clean))
        self._happenings: asyncio.Queue[Happening] = asyncio.Queue()
        self._due: Change | None = None
        self._answered: Callable[[], None] = lambda: None
        self._crashes = Crashes()
        self._standby = Standby(host, notify)
        self._ticked_at_s = self._patted_at_s = self._asked_at_s = 0.0

    def happened(self, what: Happening) -> None:
        """Note something; it is reacted to in turn."""
        self._happenings.put_nowait(what)

    def tell(self, message: ToSession) -> None:
        """Say something to every session, also to the one that waits."""
        for session in self._host.sessions:
            session.send(message)

    def sense(self, conditions: Callable[[], ToSession | None], begun_anew: Callable[[], None]) -> Ward:
        """Tell each session how it is at the bed before it is shown, and `begun_anew` of each other patient; what the ward wants."""
        self._changing.conditions, self._changing.begun_anew = conditions, begun_anew
        return self._ward

    def places(self) -> set[Path]:
        """The ward folders that sessions read now."""
        return {session.mark.place for session in self._host.sessions if isinstance(session.mark, Mark)}

    async def run(self, start: Kind, before: Proof) -> None:
        """Show the first session and react from then on, until cancelled; then everything that was started is ended.

        start: boot or restart, for the first receipt. before: what was proved of the sessions of the supervisor before.
        """
        loop = asyncio.get_running_loop()
        try:
            await self._display.open(lambda: self.happened(ScreenDied()))
            await self._change(Change(start), before)
            self._notify.ready()
            self._ticked_at_s = loop.time()
            ticking = loop.create_task(self._tick())
            try:
                while True:
                    await self._react(await self._happenings.get())
            finally:
                ticking.cancel()
        finally:
            try:
                if self._staff is not None:
                    await self._staff.close()
                await self._changing.end_all()
            finally:
                self._display.close()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            # Here, and not as a reaction: a change may take longer than a service manager waits.
            self._pat_watchdog(asyncio.get_running_loop().time())
            self.happened(Tick())

    async def _react(self, happening: Happening) -> None:
        match happening:
            case Tick():
                await self._on_tick()
            case ScreenDied():
                await self._on_screen_death()
            case StaffLeft() | StaffChose():
                await self._on_staff(happening)
            case Asked(kind):
                await self._obey(self._triggers.end(kind))
            case Instructed(now, answered):
                self._answered = answered
                await self._obey(self._triggers.end(Kind.SIGNED) if now else self._triggers.instruct())
            case Again(change) if change is self._due:
                await self._change(change)
            case Said(session, what):
                await self._on_said(session, what)

    async def _on_said(self, session: LiveSession, what: FromSession | News) -> None:
        """What is heard of a session that is neither on the screen nor next is too late."""
        if session is self._host.current:
            await self._on_current(session, what)
        elif session is self._host.standby:
            await self._on_standby(what)

    async def _on_staff(self, happening: StaffLeft | StaffChose) -> None:
        if self._staff is None or not self._staff.is_open:
            return
        if isinstance(happening, StaffChose):
            await self._obey(self._triggers.end(Kind.STAFF), clean=happening.clean)
        else:
            self._triggers.stood_still(await self._staff.go(back=True))

    async def _on_current(self, session: LiveSession, what: FromSession | News) -> None:
        match what:
            case Touched():
                await self._on_touch()
            case Playing(playing):
                self._triggers.playing(playing=playing)
            case EndRequested(clean):
                await self._obey(self._triggers.end_requested(), clean=clean)
            case Visiting(is_open):
                await self._turn(session, visiting=is_open)
            case StreamTrouble(count):
                log.debug("streams failed %d times", count)
                self._troubles.add(count)
            case StaffExpected() | StaffRequested():
                await self._on_staff_asked(session, what)
            case Stuck() | News.NONSENSE | News.ENDED:
                await self._crashed(how_it_failed(session, what))

    async def _on_staff_asked(self, session: LiveSession, what: StaffExpected | StaffRequested) -> None:
        if isinstance(what, StaffRequested) and not what.started:
            self._triggers.not_begun()
        if self._staff is None:
            return
        if isinstance(what, StaffExpected):
            await self._staff.expect(session)
        else:
            await self._staff.come(session)

    async def _turn(self, session: LiveSession, *, visiting: bool) -> None:
        """Turn between a session and its visit. A compositor that will not is dealt with where it is asked whether it answers."""
        session.visiting = visiting
        if self._staff is not None and self._staff.is_open:
            return
        try:
            await self._display.turn(session.slot, visiting=visiting)
        except CompositorFailed as error:
            log.error("%s", error)

    async def _on_touch(self) -> None:
        self._crashes.touched()
        if self._triggers.instructed:
            self._answered()
        await self._obey(self._triggers.touched())

    async def _on_standby(self, what: FromSession | News) -> None:
        """A standby has nothing to say; one that fails is replaced after a while."""
        if isinstance(what, News | Stuck):
            await self._standby.failed()

    async def _crashed(self, how: str) -> None:
        """The session on the screen failed: the same patient gets it again, but not a third time within a minute."""
        if self._due is not None:
            return
        current = self._host.current
        if await self._asked_for_its_end(current):
            await self._obey(self._triggers.end_requested(), clean=current is not None and current.clean_requested)
            return
        remedy = self._crashes.failed(asyncio.get_running_loop().time())
        log.warning("the session failed: %s%s", how, "" if remedy is Remedy.AGAIN else "; the third time within a minute")
        match remedy:
            case Remedy.AGAIN:
                await self._change(Change(Kind.CRASH, resume=self._triggers.state is State.IN_USE, receipt=False))
            case Remedy.ANEW:
                await self._change(Change(Kind.CRASH))
            case Remedy.PAUSE:
                # No more receipts, which would push older ones out.
                self._try_again_later(Change(Kind.CRASH, receipt=False))

    async def _asked_for_its_end(self, failed: LiveSession | None) -> bool:
        """End a session that failed, and hear its last words: what its patient confirmed is not undone by a crash."""
        if failed is None:
            return False
        failed.kill()
        await any_of(failed.ended, timeout_s=GONE_TIMEOUT_S)
        return failed.end_requested

    def _try_again_later(self, change: Change) -> None:
        self._due = change
        asyncio.get_running_loop().call_later(AGAIN_AFTER_S, self.happened, Again(change))

    async def _on_tick(self) -> None:
        now_s = asyncio.get_running_loop().time()
        late, self._ticked_at_s = now_s - self._ticked_at_s > LATE_TICK_S, now_s
        for session in self._host.sessions:
            tell_output(session)
        if self._staff is not None:
            self._staff.tick()
            if self._staff.is_open:
                # Nothing is due of a session that stands still.
                return
        # After a pause of this program's own, a session's heartbeats may not have been read yet.
        if not late:
            await self._look_for_frozen(now_s)
        await self._obey(self._triggers.tick())
        await self._renew()
        if now_s - self._asked_at_s > SCREEN_ASKED_EVERY_S:
            self._asked_at_s = now_s
            await self._display.see_to_it_that_it_answers()
        if self._settings.standby and self._due is None:
            await self._standby.tend()

    async def _renew(self) -> None:
        """Have a new ward folder shown where that disturbs nobody: in the standby, and on a Welcome that nobody has touched."""
        mark = self._ward.mark()
        await self._standby.renew(mark)
        current = self._host.current
        if current is not None and current.mark != mark and self._triggers.state is State.UNTOUCHED:
            log.info("a new configuration is shown")
            await self._change(Change(Kind.RENEWED, receipt=False))

    def _pat_watchdog(self, now_s: float) -> None:
        interval_s = self._notify.watchdog_interval_s
        hangs = now_s - self._ticked_at_s > HUNG_S
        if interval_s is not None and now_s - self._patted_at_s >= interval_s and not hangs:
            self._patted_at_s = now_s
            self._notify.watchdog()

    async def _look_for_frozen(self, now_s: float) -> None:
        for session in self._host.sessions:
            patience_s = self._settings.heartbeat_timeout_s if session.ready.is_set() else READY_TIMEOUT_S
            if not session.ended.is_set() and now_s - session.heard_at_s > patience_s:
                if session is self._host.current:
                    await self._crashed("it is frozen")
                else:
                    await self._on_standby(News.NONSENSE)

    async def _on_screen_death(self) -> None:
        """The compositor took every window with it: start it again, then the same session."""
        if self._display.is_alive:
            return
        log.error("the compositor went away")
        await self._change(Change(Kind.CRASH, resume=self._triggers.state is State.IN_USE, receipt=False))

    async def _obey(self, decision: Action, *, clean: bool = False) -> None:
        """Do what the triggers decided; `clean` locks the tablet for cleaning after a reset."""
        if isinstance(decision, Reset):
            # They were this patient's; the next one begins without.
            self._crashes.forget()
            await self._change(Change(decision.kind, cleaning_s=self._settings.cleaning_s if clean else 0))
        elif decision is not None and self._host.current is not None:
            self._host.current.send(decision)

    async def _change(self, change: Change, before: Proof | None = None) -> None:
        """Replace the session on the screen, and give it a receipt where it was cleared."""
        change, self._due = change.instead_of(self._due), None
        if self._staff is not None:
            await self._staff.go(back=False)
        try:
            changed = await self._changing.change(change, before)
        except (CompositorFailed, SandboxUnusable, SessionUnusable, OSError) as error:
            log.error("nothing is on the screen: %s", error)
            self._try_again_later(change)
            return
        if change.resume:
            self._triggers.resumed()
        else:
            # A patient's session keeps the rules that it began with.
            self._settings = self._ward.settings()
            self._triggers.use(self._settings)
            self._triggers.shown()
            self._troubles.forget()
        self._standby.changed()
        if change.receipt:
            self._notify.status(await self._book.write(changed))
            self._changing.on_step(Step.WRITTEN)
