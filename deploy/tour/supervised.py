"""The supervisor as `flexcare run` starts it, but for two things: its sessions carry a witness, and its clock can be put forward.

It is what the tour and the tests at the bed run: `python -m deploy.tour.supervised --folder DIR --ward DIR`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import deploy
from deploy.tour.bed import CONTROL_SOCKET, WITNESS_SOCKET
from flexcare.clock import SystemClock
from flexcare.errors import FlexCareError
from flexcare.forgetful import be_forgetful
from flexcare.paths import Paths
from flexcare.supervisor.apart import Apart
from flexcare.supervisor.app import Options, Program, serve
from flexcare.supervisor.changing import Step
from flexcare.supervisor.compositor import Screen
from flexcare.supervisor.supervisor import TICK_S
from flexcare.trust.enrolment import Tablet

WITNESS_INSIDE = Path("/run/session/witness")


class ForwardClock(SystemClock):
    """The machine's clock, put forward."""

    def __init__(self) -> None:
        self._ahead_s = 0.0
        self._wall_s = 0.0

    def advance(self, seconds: float) -> None:
        """Let so much time have passed."""
        self._ahead_s += seconds

    def set_wall(self, by_s: float) -> None:
        """Set the wall clock forward or back."""
        self._wall_s += by_s

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self._ahead_s + self._wall_s)

    def monotonic_s(self) -> float:
        return super().monotonic_s() + self._ahead_s


class PowerCut:
    """Ends this program without a farewell at a step of the second change; the first is the start itself."""

    def __init__(self, at: Step) -> None:
        self._at = at
        self._changes = 0

    def __call__(self, step: Step) -> None:
        if step is Step.COVERED:
            self._changes += 1
        if self._changes == 2 and step is self._at:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Order:
    """Put the clock forward, in steps that the supervisor sees one by one; set the wall clock alone forward or back."""

    advance_s: float = 0.0
    step_s: float = 5.0
    wall_s: float = 0.0


async def control(clock: ForwardClock, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Obey whoever holds the control socket."""
    while line := await reader.readline():
        order = Order(**json.loads(line))
        clock.set_wall(order.wall_s)
        left_s = order.advance_s
        while left_s > 0:
            clock.advance(min(left_s, order.step_s))
            left_s -= order.step_s
            await asyncio.sleep(1.5 * TICK_S)
        writer.write(b"done\n")
    writer.close()


async def run(arguments: argparse.Namespace) -> None:
    """Supervise until a signal."""
    clock = ForwardClock()
    folder: Path = arguments.folder
    (folder / CONTROL_SOCKET).unlink(missing_ok=True)
    server = await asyncio.start_unix_server(lambda reader, writer: control(clock, reader, writer), folder / CONTROL_SOCKET)
    witness = folder / WITNESS_SOCKET if arguments.unsafe_no_sandbox else WITNESS_INSIDE
    paths = Paths(state=folder / "state", run=folder / "run")
    options = Options(
        ward=arguments.ward or paths.ward,
        paths=paths,
        screen=Screen.of(arguments.screen),
        user=arguments.user,
        sound=arguments.sound,
        apart=Apart.below(arguments.apart) if arguments.apart is not None else None,
        confined=not arguments.unsafe_no_sandbox,
        enrolment=Tablet(paths.trust).enrolment() if arguments.enrolled else None,
        program=Program(
            command=(sys.executable, "-P", "-m", arguments.module, "--witness", str(witness), *arguments.word),
            code=tuple(Path(path) for path in deploy.__path__) + tuple(arguments.code),
            sockets=((folder / WITNESS_SOCKET, WITNESS_INSIDE),),
        ),
        staff=Program(
            command=(sys.executable, "-P", "-m", "deploy.tour.staff_witness", "--witness", str(WITNESS_INSIDE)),
            code=tuple(Path(path) for path in deploy.__path__),
            sockets=((folder / WITNESS_SOCKET, WITNESS_INSIDE),),
        ),
    )
    async with server:
        await serve(options, clock, PowerCut(arguments.die_at) if arguments.die_at else lambda _: None)


def main() -> int:
    """Read the command line and supervise."""
    be_forgetful()
    parser = argparse.ArgumentParser(prog="supervised")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--ward", type=Path)
    parser.add_argument("--enrolled", action="store_true", help="the tablet was enrolled, and shows what it pulls")
    parser.add_argument("--screen", required=True)
    parser.add_argument("--module", default="deploy.tour.witness", help="what runs in each session")
    parser.add_argument("--code", type=Path, action="append", default=[], help="one more folder of code for the session")
    parser.add_argument("--word", action="append", default=[], help="one more word for what runs in each session, as --word=--this")
    parser.add_argument("--die-at", type=Step, help="be killed at this step of the second change, like a power cut")
    parser.add_argument("--user", type=int)
    parser.add_argument("--sound", type=Path, help="the socket of a sound server")
    parser.add_argument("--apart", type=Path, help="others listen below this folder, as on a tablet")
    parser.add_argument("--unsafe-no-sandbox", action="store_true")
    parser.add_argument("--log", default="INFO")
    arguments = parser.parse_args()
    logging.basicConfig(level=arguments.log, format="%(levelname)s %(name)s: %(message)s")
    try:
        asyncio.run(run(arguments))
    except FlexCareError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
