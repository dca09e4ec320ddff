"""Keeps one session on the screen and, where wanted, the next one painted and hidden behind it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from flexcare.errors import SessionUnusable
from flexcare.session.launch import Launched
from flexcare.session.live import LiveSession, News, Proof, any_of
from flexcare.session.messages import FromSession

log = logging.getLogger(__name__)

READY_TIMEOUT_S = 30.0
SLOTS = (1, 2)

Launch = Callable[[int, int, int, Callable[[int], None]], Launched]
"""Starts a session's processes: its slot, its end of the line, the pipe for its output, what to call at its end."""


class Host:
    """Current session and standby. `mark()` names the ward folder that a session started now would get.

    `note` hears of every change among the sessions that were started and are not yet proved to be gone.
    """

    def __init__(
        self,
        launch: Launch,
        mark: Callable[[], object],
        tell: Callable[[LiveSession, FromSession | News], None],
        note: Callable[[Iterable[Launched]], None] = lambda _: None,
    ) -> None:
        self._launch = launch
        self._mark = mark
        self._tell = tell
        self._note = note
        self._unproved: list[LiveSession] = []
        self.current: LiveSession | None = None
        self.standby: LiveSession | None = None

    @property
    def sessions(self) -> tuple[LiveSession, ...]:
        """All that are alive, the current one first."""
        return tuple(session for session in (self.current, self.standby) if session is not None)

    def owns(self, pid: int, slot: int) -> bool:
        """Whether a process belongs to the session in this slot."""
        return any(session.slot == slot and session.owns(pid) for session in self.sessions)

    @property
    def standby_is_usable(self) -> bool:
        """Whether a standby could be shown now: painted, alive, and not made for an older ward folder."""
        standby = self.standby
        return standby is not None and standby.ready.is_set() and not self._is_lost(standby)

    def _is_lost(self, session: LiveSession) -> bool:
        return session.ended.is_set() or session.is_silent or self.is_outdated(session)

    def is_outdated(self, session: LiveSession) -> bool:
        """Whether a session was made for an older ward folder."""
        return session.mark != self._mark()

    async def raise_standby(self) -> None:
        """Start the next session behind the current one, unless there is one. Raises SandboxUnusable."""
        if self.standby is None:
            self.standby = await self._start()

    async def drop_standby(self) -> None:
        """End the standby and wait until nothing of it is left."""
        standby, self.standby = self.standby, None
        if standby is not None:
            standby.kill()
            await self.gone(standby)

    async def gone(self, session: LiveSession, forgotten: tuple[tuple[int, int], ...] = ()) -> Proof:
        """Wait for the end of a session that was killed, and look for what is left of it (`LiveSession.gone`)."""
        proof = await session.gone(forgotten)
        if (proof.processes or session.launched.pid_namespace is None) and session in self._unproved:
            self._unproved.remove(session)
            self._note([session.launched for session in self._unproved])
        return proof

    async def next(self) -> tuple[LiveSession, bool]:
        """The session to show next, as the current one, and whether it was a painted standby.

        Raises SessionUnusable where a new one did not paint, SandboxUnusable where it could not start.
        """
        warm = self.standby_is_usable
        if not warm:
            if self.standby is not None and self._is_lost(self.standby):
                await self.drop_standby()
            await self.raise_standby()
        session, self.standby = self.standby, None
        assert session is not None
        self.current = session
        if not await _ready(session):
            raise SessionUnusable("a new session did not paint its first picture")
        return session, warm

    async def _start(self) -> LiveSession:
        slot = next(slot for slot in SLOTS if all(session.slot != slot for session in self.sessions))
        session = LiveSession(slot, self._mark(), self._tell)
        await session.start(lambda line, output, on_end: self._launch(slot, line, output, on_end))
        self._unproved.append(session)
        self._note([session.launched for session in self._unproved])
        return session


async def _ready(session: LiveSession) -> bool:
    """Wait until a session has painted; False where it ended or takes too long."""
    return await any_of(session.ready, session.ended, timeout_s=READY_TIMEOUT_S) and not session.ended.is_set()
