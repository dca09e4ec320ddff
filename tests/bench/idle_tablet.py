"""A whole tablet for `deploy/bench idle`, and what it takes of the machine: processor time and memory, by what it is for."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

import tests
from deploy.tour.bed import Bed, Setting
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.bench.idle_session import PLAYS, SHOWN, WATCH
from tests.helpers.bed import session_processes

MIB = 1024 * 1024
REST_SHARE, REST_S, REST_WITHIN_S = 0.03, 8.0, 120.0
WORD_WITHIN_S = 60.0


@dataclass(frozen=True)
class Parts:
    """One figure for each part of a tablet, and for all."""

    supervisor: float
    screen: float
    sessions: float

    @property
    def all(self) -> float:
        return self.supervisor + self.screen + self.sessions

    def __sub__(self, before: Parts) -> Parts:
        return Parts(self.supervisor - before.supervisor, self.screen - before.screen, self.sessions - before.sessions)

    def per(self, seconds: float) -> Parts:
        return Parts(self.supervisor / seconds, self.screen / seconds, self.sessions / seconds)


class Tablet:
    """A supervisor with its compositor and sessions, and the line to the session on the screen."""

    def __init__(self, bed: Bed) -> None:
        self._bed = bed
        bed.witnesses.settimeout(WORD_WITHIN_S)
        self._lines: list[socket.socket] = []
        self._shown = self._await(SHOWN)

    def _await(self, word: bytes) -> int:
        """Wait for a word from any session; which one said it. The standby connects later than the first."""
        while True:
            line, _ = self._bed.witnesses.accept()
            line.settimeout(WORD_WITHIN_S)
            self._lines.append(line)
            if line.recv(64) == word:
                return len(self._lines) - 1

    def watch(self) -> None:
        """Turn the television on, and wait for its picture."""
        line = self._lines[self._shown]
        line.sendall(WATCH)
        assert line.recv(64) == PLAYS

    def await_rest(self) -> None:
        """Wait until a standby has been raised, the greeting has gone round once, and all has come to rest."""
        deadline = time.monotonic() + REST_WITHIN_S
        while time.monotonic() < deadline:
            if self.shares(REST_S).all < REST_SHARE:
                return
        raise AssertionError(f"the tablet does not come to rest: {self.shares(REST_S)}")

    def shares(self, seconds: float) -> Parts:
        """The share of one core that each part takes over so long a time."""
        began, before = time.monotonic(), self._sum(processor_s)
        time.sleep(seconds)
        return (self._sum(processor_s) - before).per(time.monotonic() - began)

    def resident_mib(self) -> Parts:
        """What each part has in memory, what they share counted once (proportional set size)."""
        return self._sum(lambda process: process.memory_full_info().pss / MIB)

    def _sum(self, figure: Callable[[psutil.Process], float]) -> Parts:
        supervisor = psutil.Process(self._bed.process.pid)
        inside = set(session_processes(self._bed))
        outside = [process for process in supervisor.children(recursive=True) if process not in inside]
        screen = [process for process in outside if process.name() == "sway"]
        others = [process for process in outside if process.name() != "sway"]
        return Parts(figure(supervisor), sum(map(figure, screen)), sum(map(figure, [*inside, *others])))


def processor_s(process: psutil.Process) -> float:
    """With that of its children that have ended: a part that starts programs all the time is not at rest."""
    times = process.cpu_times()
    return times.user + times.system + times.children_user + times.children_system


@contextmanager
def tablet(folder: Path, address: str, *, standby: bool) -> Iterator[Tablet]:
    """A tablet with one channel, on Welcome, that nobody touches."""
    ward = folder / f"ward-{standby}"
    offer = Offer(
        Hospital("Bench hospital"), (Channel(1, "One", Stream(address)),), session=SessionSettings(standby=standby, daily_reset=None)
    )
    write_ward(ward, offer, {})
    code = Path(tests.__file__).parent
    with Bed(Setting(ward, more=("--module", "tests.bench.idle_session", "--code", str(code)))) as bed:
        yield Tablet(bed)
