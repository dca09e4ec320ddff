"""The staff's own program as it runs: its end of the line, and the session that stands still for it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

from flexcare.clock import Clock
from flexcare.session.launch import Launched
from flexcare.session.live import LiveSession
from flexcare.staff.pin import Role

END_TIMEOUT_S = 5.0

Launch = Callable[[int, int, Callable[[int], None]], Launched]
"""Starts the program: its end of the line, where its output goes, what to call at its end."""


@dataclass(eq=False)
class StaffProgram:
    """The program as it runs, and the session that stands still for it."""

    session: LiveSession
    launched: Launched
    line: socket.socket
    since_s: float
    ready: asyncio.Event
    ended: asyncio.Event
    role: Role | None = None
    heard_at_s: float = 0.0
    heard: int = 0

    def hang_up(self) -> None:
        """Hear and say nothing any more."""
        asyncio.get_running_loop().remove_reader(self.line.fileno())
        self.line.close()

    async def end(self) -> None:
        """Kill it, and wait for a while until it is gone."""
        self.launched.kill()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_TIMEOUT_S):
                await self.ended.wait()


async def begin(launch: Launch, session: LiveSession, since_s: float, clock: Clock, read: Callable[[StaffProgram], None]) -> StaffProgram:
    """Start the program. Raises SandboxUnusable, CompositorFailed, OSError; nothing is left of it then. read: it said something."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def told(_code: int) -> None:
        loop.call_soon_threadsafe(ended.set)

    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setblocking(False)
    # What it prints is nobody's business; it may be about what is typed.
    nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
    try:
        launched = await asyncio.to_thread(launch, theirs.fileno(), nowhere, told)
    except BaseException:
        ours.close()
        raise
    finally:
        os.close(nowhere)
        theirs.close()
    now = StaffProgram(session, launched, ours, since_s, asyncio.Event(), ended, heard_at_s=clock.monotonic_s())
    loop.add_reader(ours.fileno(), read, now)
    return now
