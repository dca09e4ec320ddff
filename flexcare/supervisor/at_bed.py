"""Staff at the bed: the patient's session stands still, a program of its own takes PINs and shows what staff may do, then all goes on.

The session is stopped before the pad is shown and never sees a PIN. What the pad's program says is a closed list; it is ended after a
while without a touch, when it talks nonsense, and whenever the session underneath is replaced.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Mapping

from flexcare.clock import Clock
from flexcare.errors import CompositorFailed, SandboxUnusable, StaffClosed
from flexcare.session.kinds import Act
from flexcare.session.live import LiveSession, any_of
from flexcare.staff.audit import Audit
from flexcare.staff.lockout import Lockout
from flexcare.staff.messages import MESSAGE_MAX_BYTES, Entered, FromStaff, Left, Pad, Ready, ToStaff, Touched, encode, from_staff
from flexcare.staff.nurse_messages import Clear
from flexcare.staff.pad import Pad as PinPad
from flexcare.staff.pin import Role
from flexcare.staff.words import NotStaff
from flexcare.supervisor.desks import Desk
from flexcare.supervisor.display import Display
from flexcare.supervisor.staff_program import Launch, StaffProgram, begin

log = logging.getLogger(__name__)

READY_TIMEOUT_S = 20.0
EXPECTED_S = 6.0
"""Staff who press the clock come within so long; a program that was started for nobody is ended then."""
MESSAGES_MAX = 2000
"""Nobody touches so often in one visit to a bed; a program that does is broken."""


class StaffAtBed:
    """At most one staff program, over the session on the screen. `chosen` hears that the session is to be cleared, and whether the tablet
    is to be locked for cleaning then; `left`, that staff went; `alarming`, whether somebody tries PINs.

    untouched_s: what nobody touched for so long is ended, asked anew each time. desks: what each role may do.
    """

    def __init__(
        self,
        launch: Launch,
        display: Display,
        pad: PinPad,
        lockout: Lockout,
        desks: Mapping[Role, Desk],
        audit: Audit,
        untouched_s: Callable[[], float],
        clock: Clock,
    ) -> None:
        self._launch = launch
        self._display = display
        self._pad = pad
        self._lockout = lockout
        self._desks = desks
        self._audit = audit
        self._untouched_s = untouched_s
        self._clock = clock
        self._open: StaffProgram | None = None
        self._early: StaffProgram | None = None
        self._one_program = asyncio.Lock()
        self._doing: set[asyncio.Task[None]] = set()
        self.chosen: Callable[[bool], None] = lambda _: None
        self.left: Callable[[], None] = lambda: None
        self.alarming: Callable[[bool], None] = lambda _: None

    @property
    def is_open(self) -> bool:
        """Whether the session stands still now."""
        return self._open is not None

    def owns(self, pid: int) -> bool:
        """Whether a process is the staff program's."""
        return any(now is not None and now.launched.contains(pid) for now in (self._open, self._early))

    async def expect(self, session: LiveSession) -> None:
        """Start the program behind the session, which goes on: whoever presses the clock may be staff."""
        if self._open is not None or self._early is not None:
            return
        try:
            self._early = await self._start(session, self._clock.monotonic_s())
        except (SandboxUnusable, CompositorFailed, OSError) as error:
            log.error("the staff program cannot be made ready: %s", error)
            return
        self._do(self._expect_no_more(self._early))

    async def _expect_no_more(self, early: StaffProgram) -> None:
        """End what was made ready for nobody."""
        await any_of(early.ended, timeout_s=EXPECTED_S)
        if self._early is early:
            await self._drop_early()

    async def _drop_early(self) -> None:
        async with self._one_program:
            early, self._early = self._early, None
            if early is not None:
                early.hang_up()
                await early.end()

    async def _ready_or_started(self, session: LiveSession, since_s: float) -> StaffProgram:
        """The program that was made ready for this session, or a new one. Raises as `_start` does."""
        early = self._early
        if early is None or early.session is not session or early.ended.is_set():
            await self._drop_early()
            return await self._start(session, since_s)
        self._early = None
        early.since_s, early.heard_at_s = since_s, self._clock.monotonic_s()
        return early

    async def come(self, session: LiveSession) -> None:
        """Stop the session and show the pad. Where that cannot be, the session goes on as if nobody had come."""
        if self._open is not None:
            return
        since_s = self._clock.monotonic_s()
        if not await asyncio.to_thread(session.launched.freeze):
            log.error("the session does not stand still, so no PIN is asked for")
            await asyncio.to_thread(session.launched.thaw)
            session.heard_at_s = asyncio.get_running_loop().time()
            return
        try:
            self._open = now = await self._ready_or_started(session, since_s)
        except (SandboxUnusable, CompositorFailed, OSError) as error:
            log.error("the staff program cannot be started: %s", error)
            await asyncio.to_thread(session.launched.thaw)
            session.heard_at_s = asyncio.get_running_loop().time()
            return
        self._do(self._leave_when_ended(now))
        try:
            if await any_of(now.ready, now.ended, timeout_s=READY_TIMEOUT_S) and not now.ended.is_set():
                # What was said while it was made ready may be over.
                self._say(now, self._standing())
                await self._display.show_staff()
                return
        except CompositorFailed as error:
            log.error("%s", error)
        log.error("the staff program did not come on the screen")
        self.left()

    async def _start(self, session: LiveSession, since_s: float) -> StaffProgram:
        """Start the program. Raises SandboxUnusable, CompositorFailed, OSError; nothing is left of it then."""
        async with self._one_program:
            return await begin(self._launch, session, since_s, self._clock, self._read)

    async def go(self, *, back: bool) -> float:
        """End the staff program; how long the session stood still, in seconds. back: let it go on and show it."""
        now, self._open = self._open, None
        if now is None:
            return 0.0
        now.hang_up()
        session, namespace = now.session, now.session.launched.pid_namespace
        if back and namespace is not None:
            await asyncio.to_thread(session.launched.thaw)
            session.heard_at_s = asyncio.get_running_loop().time()
            with contextlib.suppress(CompositorFailed):
                await self._display.show(session.slot)
                if session.visiting:
                    await self._display.turn(session.slot, visiting=True)
        stood_still_s = self._clock.monotonic_s() - now.since_s
        await now.end()
        return stood_still_s

    async def close(self) -> None:
        """End the staff program and what is being done for it, at the supervisor's own end."""
        await self.go(back=False)
        await self._drop_early()
        for task in self._doing:
            task.cancel()

    def unlock(self) -> None:
        """Forget all tries, as the hospital instructs with its signature."""
        self._lockout.unlock()
        self.tick()
        if self._open is not None and self._open.role is None:
            self._say(self._open, self._standing())

    def tick(self) -> None:
        """Let time pass: for whoever waits for the next try, and for a program that nobody touches. Call it now and then."""
        self._lockout.note_time()
        self.alarming(self._lockout.is_alarming)
        if self._open is not None and self._clock.monotonic_s() - self._open.heard_at_s > self._untouched_s():
            self.left()

    def _read(self, now: StaffProgram) -> None:
        try:
            packet = now.line.recv(MESSAGE_MAX_BYTES + 1)
            now.heard_at_s = self._clock.monotonic_s()
            now.heard += 1
            if packet and now.heard <= MESSAGES_MAX:
                self._hear(now, from_staff(packet))
                return
        except BlockingIOError:
            return
        except (NotStaff, ConnectionError) as error:
            log.error("%s", error)
        asyncio.get_running_loop().remove_reader(now.line.fileno())
        self.left()

    def _hear(self, now: StaffProgram, word: FromStaff) -> None:
        if now is not self._open and not isinstance(word, Ready):
            return  # nobody sees it yet
        desk = self._desks.get(now.role) if now.role is not None else None
        match word:
            case Ready():
                self._say(now, self._standing())
                now.ready.set()
            case Touched():
                return
            case Entered(pin):
                self._do(self._attempt(now, pin))
            case Left():
                self.left()
            case Clear(clean):
                # Open to everybody at the bed, as Finish is: it takes no PIN to leave nothing behind.
                self._do(self._audit.note(Act.CLEAN if clean else Act.CLEAR, now.role))
                self.chosen(clean)
            case _ if desk is not None and isinstance(word, desk.takes):
                self._do(desk.hear(word, lambda answer: self._say(now, answer)))
            case _:
                log.warning("the staff program asked for what is not open to it")

    def _standing(self, *, wrong: bool = False, shut: bool = False) -> Pad:
        return Pad(wrong=wrong, wait_s=self._lockout.wait_s(), shut=shut)

    async def _attempt(self, now: StaffProgram, pin: str) -> None:
        if now.role is not None:
            return
        try:
            answer = await self._pad.attempt(pin)
        except StaffClosed as error:
            self._say(now, self._standing(shut=error.wait_s == 0))
            return
        self.tick()
        desk = self._desks.get(answer.role) if answer.role is not None else None
        if desk is None:
            self._say(now, self._standing(wrong=True))
            return
        now.role = answer.role
        self._say(now, desk.opened())
        await self._audit.note(Act.OPEN, answer.role)

    async def _leave_when_ended(self, now: StaffProgram) -> None:
        await now.ended.wait()
        if self._open is now:
            log.warning("the staff program ended by itself")
            self.left()

    def _say(self, now: StaffProgram, word: ToStaff) -> None:
        if self._open is now:
            with contextlib.suppress(BlockingIOError, ConnectionError):
                now.line.send(encode(word))

    def _do(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._doing.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._doing.discard(task)
        if not task.cancelled() and task.exception() is not None:
            # Its kind alone: what it says may be about what was typed.
            log.error("something asked for at the bed failed: %s", type(task.exception()).__name__)
