"""A tablet at a bed whose sessions carry planters: the audit's harness."""

from __future__ import annotations

import contextlib
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

import tests
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.session.offer import Device, Hospital, Offer
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.privacy.markers import new_seed
from tests.privacy.planted import Answer, Order
from tests.privacy.search import Hit, Request, ScreenPlace, search
from tests.privacy.stores import BY_NUMBER
from tests.privacy.typist import Task, type_mark

PATIENCE_S = 150.0
OFFER = Offer(Hospital("Test hospital"), (), device=Device("Bed 12", 10.1), session=SessionSettings(daily_reset=None))
"""Nothing to play: what is played in an audit comes from its own station."""


class Station:
    """The program that serves streams with marks. It holds them, so it is ended before anything is proved to be empty."""

    def __init__(self, seed: str) -> None:
        program = [sys.executable, "-P", "-m", "tests.privacy.station"]
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()

    @property
    def address(self) -> str:
        """Where it serves, once it does."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def end(self) -> None:
        """End it and wait for it; harmless when that was done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self._process.poll() is None:
            self._process.stdin.close()
            self._process.wait(PATIENCE_S)
        self._process.stdout.close()


@dataclass
class Garden:
    """A bed, somebody at it, and the orders' line to its sessions."""

    bed: Bed
    patient: Patient
    listening: socket.socket
    seed: str = field(default_factory=new_seed)
    since_s: float = field(default_factory=lambda: time.time() - 1)
    planted: Answer = field(default_factory=Answer)
    _lines: dict[socket.socket, bytes] = field(default_factory=dict)

    def plant(self, stores: tuple[str, ...], station: str = "", *, everywhere: bool = True) -> None:
        """Have the session on the screen plant; what became of it is in `planted`."""
        self.planted = self._ask(Order(self.seed, station, everywhere, stores), lambda answer: bool(answer.outcomes))

    def plant_last(self, store: str) -> None:
        """Have the session on the screen plant what it is ended for, so that nobody can count on its answer."""
        self._order(Order(self.seed, everywhere=True, stores=(store,)))

    def look(self) -> Answer:
        """What the session on the screen has."""
        return self._ask(Order(look=True), lambda answer: answer.inventory is not None)

    def begin(self) -> None:
        """A patient has begun, and the next session stands by."""
        self.patient.expect("a standby", lambda: any(report.slot == 2 for report in self.patient.hidden))
        self.patient.tap("Start")
        self.patient.see("Home", lambda screen: screen.page == "Home")

    def finish(self) -> None:
        """Finish as a patient does, and wait for the next Welcome and the standby behind it."""
        assert self.patient.report is not None
        before = self.patient.report.born
        screen = self.patient.see("what is on the screen", lambda _: True)
        # A planted field has the keys up, and they lie over what is to be touched.
        if screen.target("Hide keys"):
            self.patient.tap("Hide keys")
        if screen.sheet == "Search":
            self.patient.tap("Home")
        self.patient.tap("Finish")
        self.patient.tap("Clear now")
        new = self.patient.see_new("the next Welcome", before, lambda screen: screen.page == "Welcome").born
        self.patient.expect("the next standby", lambda: any(report.born > new for report in self.patient.hidden))

    def replaced(self, act: Callable[[], None]) -> None:
        """Do something that ends the session on the screen, and wait for another."""
        assert self.patient.report is not None
        before = self.patient.report.born
        act()
        self.patient.see_new("another session", before, lambda _: True)

    def crash(self) -> None:
        """Have the session on the screen crash."""
        self._order(Order(crash=True))

    def search(self) -> list[Hit]:
        """All marks, everywhere."""
        return search(Request(self.seed, self.since_s, self._screens()))

    def await_end_of_sessions(self) -> None:
        """Wait until no process of any session holds the line any more."""
        deadline = time.monotonic() + PATIENCE_S
        while self._lines:
            self._receive(deadline)

    def _screens(self) -> tuple[ScreenPlace, ...]:
        folder = self.bed.run / "display"
        ipc = next(iter(folder.glob("sway-ipc.*.sock")), None)
        if ipc is None or self.bed.process.poll() is not None:
            return ()
        return (ScreenPlace(str(folder), self.bed.display.name, str(ipc)),)

    def _order(self, order: Order) -> None:
        self._accept()
        for line in self._lines:
            with contextlib.suppress(BrokenPipeError):
                line.sendall(msgspec.json.encode(order) + b"\n")

    def _ask(self, order: Order, wanted: object) -> Answer:
        assert callable(wanted)
        self._order(order)
        deadline = time.monotonic() + PATIENCE_S
        while True:
            for answer in self._receive(deadline):
                if answer.wanted:
                    screen = self.bed.setting.screen
                    type_mark(Task(self.seed, self._screens()[0], screen.width, screen.height, answer.keys or None))
                if wanted(answer):
                    return answer

    def _accept(self) -> None:
        self.listening.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self._lines[self.listening.accept()[0]] = b""

    def _receive(self, deadline: float) -> list[Answer]:
        """What the sessions said meanwhile. Raises TimeoutError."""
        self._accept()
        with selectors.DefaultSelector() as selector:
            for line in (self.listening, *self._lines):
                selector.register(line, selectors.EVENT_READ)
            ready = [key.fileobj for key, _ in selector.select(max(0.0, deadline - time.monotonic()))]
        if not ready:
            raise TimeoutError(f"no session answers; the supervisor said: {self.bed.words()}")
        return [answer for line in ready if isinstance(line, socket.socket) and line is not self.listening for answer in self._read(line)]

    def _read(self, line: socket.socket) -> Iterator[Answer]:
        received = b""
        with contextlib.suppress(ConnectionError):
            received = line.recv(1 << 20)
        if not received:
            line.close()
            del self._lines[line]
            return
        *texts, self._lines[line] = (self._lines[line] + received).split(b"\n")
        yield from (msgspec.json.decode(text, type=Answer) for text in texts)


@contextlib.contextmanager
def garden(folder: Path, *more: str, furnish: Callable[[Path], object] = lambda ward: write_ward(ward, OFFER, {})) -> Iterator[Garden]:
    """A bed with planters in its sessions; `more` are words for `deploy.tour.supervised`, `furnish` writes the ward folder."""
    furnish(folder / "ward")
    orders = folder / "orders"
    orders.mkdir()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(orders / "line"))
        listening.listen(8)
        orders.chmod(0o755)
        (orders / "line").chmod(0o666)
        code = ("--code", str(Path(tests.__file__).parent), "--code", str(orders))
        words = ("--module", "tests.privacy.planted", f"--word=--orders={orders / 'line'}", *code, *more)
        with Bed(Setting(folder / "ward", more=words)) as bed, Patient(bed) as patient:
            grown = Garden(bed, patient, listening)
            try:
                yield grown
            finally:
                for line in grown._lines:
                    line.close()


def kinds(hits: list[Hit]) -> dict[str, set[str]]:
    """By store: the kinds of places where its mark is."""
    found: dict[str, set[str]] = {}
    for hit in hits:
        found.setdefault(BY_NUMBER[hit.number], set()).add(hit.kind)
    return found


def told(hits: list[Hit]) -> str:
    """Hits for people to read."""
    return "\n".join(f"{BY_NUMBER[hit.number]}: {hit.kind}, {hit.place}" for hit in hits) or "nothing"
