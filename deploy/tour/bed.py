"""A tablet at a bed, for tours and tests: the real supervisor as a program of its own, with witnesses in its sessions."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from flexcare.supervisor.compositor import Screen, grab

NOTICE_S = 60.0
CONTROL_S = 300.0
END_S = 20.0
MORNING = 8
CONTROL_SOCKET = "control"
WITNESS_SOCKET = "witness"


class BedFailed(AssertionError):
    """The supervisor did what it should not: did not start, ended by itself, or did not end. Its own words are in it."""


@dataclass(frozen=True)
class Setting:
    """How the bed is set up.

    ward: its ward folder; None where the tablet is enrolled. more: words for `deploy.tour.supervised`, before: words before the
    command. prepare: done with the bed's folder before anything starts.
    """

    ward: Path | None
    screen: Screen = field(default_factory=Screen)
    more: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    prepare: Callable[[Path], object] = lambda _: None


class Bed:
    """A running supervisor. Everything of it lies in `folder` (short: sockets live there) and ends with `close`."""

    def __init__(self, setting: Setting, folder: Path | None = None) -> None:
        """Start it and return when the first session is on the screen. Raises BedFailed."""
        self.setting = setting
        self._own = tempfile.TemporaryDirectory(prefix="flexcare-bed-") if folder is None else None
        self.folder = folder or Path(self._own.name if self._own is not None else "")
        self.state, self.run, self.log = self.folder / "state", self.folder / "run", self.folder / "log"
        self.witnesses = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.witnesses.bind(str(self.folder / WITNESS_SOCKET))
        self.witnesses.listen(8)
        (self.folder / WITNESS_SOCKET).chmod(0o666)
        self._control: socket.socket | None = None
        self._notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            setting.prepare(self.folder)
            self.start()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def start(self, more: Sequence[str] = ()) -> None:
        """Start the supervisor, also once more after its end. Raises BedFailed."""
        if self._control is not None:
            self._control.close()
        screen = self.setting.screen
        told = self.folder / "notify"
        told.unlink(missing_ok=True)
        self._notices.close()
        self._notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._notices.bind(str(told))
        told.chmod(0o666)  # the supervisor may run as somebody else
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *self.setting.before,
                    *(sys.executable, "-P", "-m", "deploy.tour.supervised", "--folder", str(self.folder)),
                    *(("--ward", str(self.setting.ward)) if self.setting.ward is not None else ("--enrolled",)),
                    *("--screen", f"{screen.width}x{screen.height}@{screen.diagonal_inches}"),
                    *self.setting.more,
                    *more,
                ],
                env={**os.environ, "NOTIFY_SOCKET": str(told)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.await_notice("READY=1")
        self._control = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._control.settimeout(CONTROL_S)
        self._control.connect(str(self.folder / CONTROL_SOCKET))

    def await_notice(self, words: str) -> None:
        """Wait until the supervisor tells its service manager just this, from what it has told since the last call. Raises BedFailed."""
        with os.fdopen(os.pidfd_open(self.process.pid), "rb", buffering=0) as death:
            while True:
                came, _, _ = select.select([self._notices.fileno(), death.fileno()], [], [], NOTICE_S)
                if self._notices.fileno() not in came:
                    raise BedFailed(f"the supervisor did not say {words}: {self.words()}")
                if self._notices.recv(4096).decode() == words:
                    return

    def await_receipt(self, number: int) -> None:
        """Wait until this receipt is on the disk; to be called for one after the other. Raises BedFailed."""
        self.await_notice(f"STATUS=receipt {number} written")

    def words(self) -> str:
        """What the supervisor logged last."""
        return " | ".join(self.log.read_text(errors="replace").strip().splitlines()[-12:])

    def pass_time(self, seconds: float, *, step_s: float = 5.0) -> None:
        """Have the supervisor live through so much time in a few moments; a long `step_s` is like a machine that slept."""
        self._order(advance_s=seconds, step_s=step_s)

    def pass_hours(self, hours: float) -> None:
        """Have the supervisor sleep through so many hours of a morning, whatever the time is; the time of day is as before then.

        No hour lies in them at which something is done once a day.
        """
        now = datetime.now().astimezone()
        to_morning_s = (now.replace(hour=MORNING, minute=0) - now).total_seconds()
        self.set_clock(to_morning_s)
        self.pass_time(hours * 3600, step_s=hours * 3600)
        self.set_clock(-to_morning_s - hours * 3600)

    def set_clock(self, by_s: float) -> None:
        """Set the supervisor's wall clock forward or back; its sense of how long things take stays."""
        self._order(wall_s=by_s)

    def _order(self, **order: float) -> None:
        assert self._control is not None
        self._control.sendall(json.dumps(order).encode() + b"\n")
        try:
            answer = self._control.recv(64)
        except TimeoutError:
            raise BedFailed(f"the supervisor does not live on: {self.words()}") from None
        if not answer:
            raise BedFailed(f"the supervisor is gone: {self.words()}")

    def nudge(self) -> None:
        """Have the tablet look for a new configuration now."""
        self.process.send_signal(signal.SIGHUP)

    def clear(self) -> None:
        """Ask for a reset from outside, like a test or a demonstration."""
        self.process.send_signal(signal.SIGUSR1)

    @property
    def above_sessions(self) -> int:
        """The process below which sessions and visits live."""
        return self.process.pid

    @property
    def display(self) -> Path:
        """The Wayland socket of the bed's compositor."""
        return next(path for path in sorted((self.run / "display").glob("wayland-*")) if path.suffix != ".lock")

    def grab(self, picture: Path) -> None:
        """Take a picture of the screen. Raises CompositorFailed."""
        grab(self.display, picture)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the supervisor by a signal and wait for it; its exit code. Raises BedFailed where it does not end."""
        if self._control is not None:
            self._control.close()
            self._control = None
        self.process.send_signal(number)
        try:
            return self.process.wait(END_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise BedFailed(f"the supervisor did not end: {self.words()}") from None

    def close(self) -> None:
        """End everything and leave nothing behind."""
        with contextlib.suppress(AttributeError):
            if self.process.poll() is None:
                self.end()
        if self._control is not None:
            self._control.close()
        self.witnesses.close()
        self._notices.close()
        if self._own is not None:
            self._own.cleanup()
