"""One started session as its supervisor sees it: a process tree, a line of messages, and output of which only counts are kept."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from flexcare.session.chatter import Chatter, drain
from flexcare.session.launch import Launched
from flexcare.session.messages import (
    MESSAGE_MAX_BYTES,
    EndRequested,
    FromSession,
    Heartbeat,
    Nonsense,
    Ready,
    Show,
    Shown,
    ToSession,
    encode,
    from_session,
)
from flexcare.session.receipt import Check

MESSAGES_A_SECOND_MAX = 100
GONE_TIMEOUT_S = 5.0
LOOK_AGAIN_S = 0.01
LAST_WORDS_MAX = 1000
"""So many messages are still taken from a session that has ended; more than a socket holds."""


class News(Enum):
    """What can be heard of a session besides its messages."""

    ENDED = "ended"
    NONSENSE = "nonsense"


@dataclass(frozen=True)
class Proof:
    """What was found of an ended session: each is True where nothing was."""

    processes: bool
    mounts: bool
    sockets: bool
    memory: bool
    output: bool

    @property
    def complete(self) -> bool:
        return all((self.processes, self.mounts, self.sockets, self.memory, self.output))

    def both(self, other: Proof) -> Proof:
        """What is proved of two sessions together."""
        return Proof(**{check.value: getattr(self, check.value) and getattr(other, check.value) for check in Check})

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was verified."""
        return tuple(check for check in Check if getattr(self, check.value))


class LiveSession:
    """A session from its start to the proof that nothing of it is left. `tell` hears what it says and what becomes of it."""

    def __init__(self, slot: int, mark: object, tell: Callable[[LiveSession, FromSession | News], None]) -> None:
        """`slot` is its workspace; `mark` says which ward folder it was started with."""
        self.slot = slot
        self.mark = mark
        self.ready = asyncio.Event()
        self.shown = asyncio.Event()
        self.ended = asyncio.Event()
        self.exit_code: int | None = None
        self.end_requested = False
        """Whether its patient asked for its end, heard or not by `tell` yet."""
        self.clean_requested = False
        """Whether the tablet is to be locked for cleaning then."""
        self.visiting = False
        """Whether its web visit is to be seen in its place."""
        self.chatter = Chatter()
        self._tell = tell
        self._loop = asyncio.get_running_loop()
        self.heard_at_s = self._loop.time()
        self._launched: Launched | None = None
        self._reading = -1
        self._silent = asyncio.Event()
        self._burst = (0.0, 0)
        self._talks_nonsense = False
        self._output: asyncio.Task[None] | None = None
        self._link, self._theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._link.setblocking(False)

    async def start(self, launch: Callable[[int, int, Callable[[int], None]], Launched]) -> None:
        """Start it: `launch` gets the session's end of the line, the pipe for its output, and what to call at its end."""
        reading, writing = os.pipe2(os.O_CLOEXEC)
        try:
            self._launched = await asyncio.to_thread(launch, self._theirs.fileno(), writing, self._on_end)
        except BaseException:
            os.close(reading)
            self._link.close()
            raise
        finally:
            os.close(writing)
            self._theirs.close()
        self._reading = reading
        self._output = asyncio.create_task(drain(reading, self.chatter))
        self._loop.add_reader(self._link.fileno(), self._read)

    @property
    def launched(self) -> Launched:
        """Its processes. Only after `start`."""
        assert self._launched is not None
        return self._launched

    @property
    def is_silent(self) -> bool:
        """Whether it has left its line, so that nothing will be heard of it any more, and nothing can be said to it."""
        return self._silent.is_set()

    def owns(self, pid: int) -> bool:
        """Whether a process of this machine is one of the session's."""
        return self._launched is not None and self._launched.contains(pid)

    def send(self, message: ToSession, memory: int | None = None) -> None:
        """Say something to it; a session that cannot listen any more is noticed by its silence, not here."""
        if self._silent.is_set():
            return
        with contextlib.suppress(BlockingIOError, ConnectionError):
            if isinstance(message, Show) and memory is not None:
                socket.send_fds(self._link, [encode(message)], [memory])
            else:
                self._link.send(encode(message))

    def kill(self) -> None:
        """End it and everything that it started."""
        self.launched.kill()

    async def gone(self, forgotten: tuple[tuple[int, int], ...] = ()) -> Proof:
        """Wait until it is gone, at most GONE_TIMEOUT_S, and look for what is left. To be called after `kill` or its own end.

        forgotten: device and inode numbers of files that nobody may hold open any more.
        """
        assert self._output is not None
        deadline = self._loop.time() + GONE_TIMEOUT_S
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GONE_TIMEOUT_S):
                await self.ended.wait()
                await self._silent.wait()
                await asyncio.shield(self._output)
        left = self.launched.left(forgotten)
        # bubblewrap tells of a program that ended by itself before the kernel has ended the rest of its namespace.
        while left and self._loop.time() < deadline:
            await asyncio.sleep(LOOK_AGAIN_S)
            left = self.launched.left(forgotten)
        proof = Proof(
            # Of a session without namespaces nothing can be said.
            processes=self.ended.is_set() and not left.processes and self.launched.pid_namespace is not None,
            mounts=not left.mounts and self.launched.mount_namespace is not None,
            sockets=self._silent.is_set(),
            memory=not left.descriptors,
            output=self._output.done(),
        )
        self.close()
        return proof

    def close(self) -> None:
        """Leave the line. The session itself is ended by `kill`."""
        self._hang_up()
        if self._output is not None:
            self._output.cancel()
            # In the next turn, when nobody waits for the pipe any more.
            self._loop.call_soon(os.close, self._reading)
            self._output = None

    def _hang_up(self) -> None:
        if self._link.fileno() >= 0:
            self._loop.remove_reader(self._link.fileno())
            self._link.close()

    def _on_end(self, code: int) -> None:
        """Told by the launcher's thread."""
        self._loop.call_soon_threadsafe(self._note_end, code)

    def _note_end(self, code: int) -> None:
        self.exit_code = code
        # What it said before its end comes before its end.
        for _ in range(LAST_WORDS_MAX):
            if self._link.fileno() < 0 or not self._read():
                break
        self.ended.set()
        self._tell(self, News.ENDED)

    def _read(self) -> bool:
        """Take one message, or the end of the line, which comes when no process of the session is left to hold it; False for neither."""
        try:
            packet = self._link.recv(MESSAGE_MAX_BYTES + 1)
        except BlockingIOError:
            return False
        except ConnectionError:
            packet = b""
        if not packet:
            self._silent.set()
            self._hang_up()
            return True
        self.heard_at_s = self._loop.time()
        try:
            self._count_burst()
            self._note(from_session(packet))
        except Nonsense:
            # Once: a flood of it must not fill the memory of whoever is told.
            if not self._talks_nonsense:
                self._talks_nonsense = True
                self._tell(self, News.NONSENSE)
        return True

    def _count_burst(self) -> None:
        since, count = self._burst
        if self.heard_at_s - since > 1.0:
            since, count = self.heard_at_s, 0
        self._burst = (since, count + 1)
        if count >= MESSAGES_A_SECOND_MAX:
            raise Nonsense("too many messages")

    def _note(self, message: FromSession) -> None:
        match message:
            case Heartbeat():
                return
            case Ready():
                self.ready.set()
            case Shown():
                self.shown.set()
            case _:
                if isinstance(message, EndRequested):
                    self.end_requested, self.clean_requested = True, message.clean
                self._tell(self, message)


async def any_of(*events: asyncio.Event, timeout_s: float) -> bool:
    """Wait until one of these is set; False where none was in that time."""
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        done, _ = await asyncio.wait(waits, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waits:
            task.cancel()
    return bool(done)
