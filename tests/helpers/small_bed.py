"""A supervisor in the test's own process: real compositor, real sandbox, and sessions of a few lines that a test leads by the hand."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import tests
from flexcare.clock import Clock, SystemClock
from flexcare.paths import Paths
from flexcare.session.kinds import Kind
from flexcare.session.live import Proof
from flexcare.session.messages import FromSession, encode
from flexcare.session.receipt import Receipt
from flexcare.session.receipt_chain import read_chain
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.aftermath import Aftermath
from flexcare.supervisor.app import Options, Program, build
from flexcare.supervisor.changing import Step
from flexcare.supervisor.happenings import Asked
from flexcare.supervisor.supervisor import Supervisor
from tests.helpers.bedside import channel, offer
from tests.helpers.small_staff import SLOT

TESTS = Path(tests.__path__[0]).absolute()
PATIENCE_S = 40.0
POLL_S = 0.02
ALL_PROVED = Proof(processes=True, mounts=True, sockets=True, memory=True, output=True)
COLD = SessionSettings(standby=False, daily_reset=None)
WARM = SessionSettings(standby=True, daily_reset=None)


async def until(what: str, condition: Callable[[], object]) -> None:
    """Wait until a condition holds."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - what is waited for lies in other processes and files
                await asyncio.sleep(POLL_S)
    except TimeoutError:
        raise AssertionError(f"{what}: not within {PATIENCE_S} s") from None


class Led:
    """The test's hand on one session. `heard` is what its supervisor said to it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._done = 0
        self.slot = 0
        self.heard: list[str] = []
        self.gone = False

    async def read(self) -> None:
        """Take in what it tells until its end."""
        with contextlib.suppress(ConnectionError):
            while line := (await self._reader.readline()).decode().strip():
                verb, _, rest = line.partition(" ")
                if verb == "slot":
                    self.slot = int(rest)
                elif verb == "heard":
                    self.heard.append(rest)
                else:
                    self._done += 1
        self.gone = True
        self._writer.close()

    def order(self, *orders: str) -> None:
        """Tell it what to do."""
        self._writer.write("".join(f"{order}\n" for order in orders).encode())

    async def obey(self, order: str) -> None:
        """Tell it what to do, and wait until it has done it."""
        before = self._done
        self.order(order)
        await until(f"'{order}' done", lambda: self._done > before)

    def say(self, message: FromSession) -> None:
        """Have it say this to its supervisor."""
        self.order(f"say {encode(message).decode()}")


class SmallBed:
    """`async with SmallBed(...) as bed:` is a bed with its first session on the screen.

    scripts: what sessions are told first, one after the other; those beyond are told to be ready.
    """

    def __init__(
        self,
        settings: SessionSettings = COLD,
        *,
        scripts: Sequence[Sequence[str]] = (),
        clock: Clock | None = None,
        before: Proof = ALL_PROVED,
        confined: bool = True,
        on_step: Callable[[Step], None] = lambda _: None,
    ) -> None:
        self.sessions: list[Led] = []
        self.steps: list[Step] = []
        self.folder = Path(tempfile.mkdtemp(prefix="fc-small-"))
        self._settings = settings
        self._scripts = list(scripts)
        self._clock = clock or SystemClock()
        self._before = before
        self._confined = confined
        self._on_step = on_step
        self._server: asyncio.Server | None = None
        self.running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self.write_ward()
        script = self.folder / "script"
        inside = Path("/run/session/script") if self._confined else script
        self._server = await asyncio.start_unix_server(self._on_session, script)
        code = (TESTS,)
        command = (sys.executable, "-P", "-m", "tests.helpers.small_session", "--script", str(inside))
        self.options = Options(
            ward=self.folder / "ward",
            paths=Paths(state=self.folder / "state", run=self.folder / "run"),
            confined=self._confined,
            program=Program(command, code, ((script, inside),)),
            staff=Program((sys.executable, "-P", "-m", "tests.helpers.small_staff", "--script", str(inside)), code, ((script, inside),)),
        )
        self.options.paths.run.mkdir()
        self.supervisor: Supervisor = build(self.options, self._clock, Aftermath(self.options.paths.run_file), self._note_step)
        self.running = asyncio.create_task(self.supervisor.run(Kind.BOOT, self._before))
        try:
            await self.receipts(1)
        except BaseException:
            await self._end()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._end()

    async def _end(self) -> None:
        assert self._server is not None
        assert self.running is not None
        self.running.cancel()
        ended, _ = await asyncio.wait([self.running], timeout=PATIENCE_S)
        self._server.close()
        await until(
            f"every session gone {[(led.slot, led.gone, led.heard) for led in self.sessions]}",
            lambda: all(led.gone for led in self.sessions),
        )
        shutil.rmtree(self.folder)
        assert ended, "the supervisor does not end"
        with contextlib.suppress(asyncio.CancelledError):
            self.running.result()

    def write_ward(self, name: str = "et") -> None:
        """Put a ward folder there, or another in its place."""
        write_ward(self.folder / "ward", replace(offer(channel(1, "udp://@127.0.0.1:9", name)), session=self._settings), {})

    def ask(self) -> None:
        """Ask for a reset."""
        self.supervisor.happened(Asked(Kind.ASKED))

    @property
    def compositor_pid(self) -> int:
        """The number of this bed's sway; the test's own screen may be another."""
        below = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        return next(int(pid) for pid in below if str(self.folder) in Path(f"/proc/{pid}/cmdline").read_text())

    async def led(self, number: int) -> Led:
        """The session that started as the so-manieth (from 0), once it is there."""
        await until(f"session {number}", lambda: len(self.sessions) > number and self.sessions[number].slot)
        return self.sessions[number]

    async def staff(self, number: int = 0) -> Led:
        """The staff program that started as the so-manieth (from 0), once it is there."""
        await until("the staff program", lambda: len(self._staff()) > number)
        return self._staff()[number]

    def _staff(self) -> list[Led]:
        return [led for led in self.sessions if led.slot == SLOT]

    async def shown(self, number: int) -> Led:
        """The same, once it was told that it is on the screen."""
        led = await self.led(number)
        await until(f"session {number} shown", lambda: any('"show"' in heard for heard in led.heard))
        return led

    async def receipts(self, count: int) -> list[Receipt]:
        """All receipts once there are so many. Fails where the supervisor ends before."""
        assert self.running is not None
        running = self.running
        await until(f"{count} receipts", lambda: running.done() or len(self._receipts()) >= count)
        if running.done():
            running.result()
        return self._receipts()

    def _receipts(self) -> list[Receipt]:
        file = self.options.paths.receipts
        return list(read_chain(file.read_bytes()).receipts) if file.exists() else []

    def _note_step(self, step: Step) -> None:
        self.steps.append(step)
        self._on_step(step)

    async def _on_session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        led = Led(reader, writer)
        self.sessions.append(led)
        led.order(*(self._scripts.pop(0) if self._scripts else ("ready",)))
        await led.read()
