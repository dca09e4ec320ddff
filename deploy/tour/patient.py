"""Somebody at the bed: looks at the session that is on its screen, and touches what has a name."""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from deploy.tour.bed import Bed
from deploy.tour.hand import Hand
from deploy.tour.snapshot import Snapshot, Target
from deploy.tour.staff_witness import StaffReport
from deploy.tour.visit_witness import VisitReport
from deploy.tour.witness import Report

PATIENCE_S = 60.0
STIR_EVERY_S = 0.2


class NotSeen(AssertionError):
    """Something that should have come on the screen did not; says what was there instead."""


class _Line:
    """What one session's witness tells."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.report: Report | None = None
        self.visit: VisitReport | None = None
        self.staff: StaffReport | None = None
        self._decoder: msgspec.json.Decoder[Report | VisitReport | StaffReport] = msgspec.json.Decoder(Report | VisitReport | StaffReport)
        self._buffer = b""

    @property
    def let_go(self) -> int:
        """How often a finger was taken away from it, as it told last."""
        told = self.visit or self.report
        return told.let_go if told is not None else 0

    def read(self) -> bool:
        """Take in what was told; False when the witness is gone."""
        received = b""
        with contextlib.suppress(ConnectionError):
            received = self.connection.recv(1 << 20)
        *lines, self._buffer = (self._buffer + received).split(b"\n")
        for line in lines:
            told = self._decoder.decode(line)
            if isinstance(told, Report):
                self.report = told
            elif isinstance(told, StaffReport):
                self.staff = told
            else:
                self.visit = told
        return bool(received)


class Patient:
    """Eyes and a hand at a bed. Sessions come and go; what is seen is always the one on the screen."""

    def __init__(self, bed: Bed) -> None:
        self.bed = bed
        self._hand: Hand | None = None
        self._selector = selectors.DefaultSelector()
        self._selector.register(bed.witnesses, selectors.EVENT_READ)
        self._lines: list[_Line] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """Look away and let go."""
        for line in self._lines:
            line.connection.close()
        self._selector.close()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the compositor, for one that is started anew."""
        if self._hand is not None:
            self._hand.close()
            self._hand = None

    @property
    def hand(self) -> Hand:
        """A hand on the compositor that runs now, that reaches the session on the screen. Raises NotSeen."""
        if self._hand is None:
            self._hand = Hand(self.bed.setting.screen, self.bed.display)
        deadline = time.monotonic() + PATIENCE_S
        while self.report is None or not self.report.in_reach:
            # A program that has just learnt of a new pointer misses what that did before.
            self._hand.stir()
            if not self._look(STIR_EVERY_S) and time.monotonic() > deadline:
                raise NotSeen(f"no session in reach; {self._describe()}")
        return self._hand

    @property
    def report(self) -> Report | None:
        """What was last told of the session on the screen; None where none is shown."""
        return next((line.report for line in reversed(self._lines) if line.report is not None and line.report.shown), None)

    @property
    def visit(self) -> VisitReport | None:
        """What was last told of the web visit that was opened; None where there is none."""
        return next((line.visit for line in self._visiting), None)

    @property
    def _visiting(self) -> Iterator[_Line]:
        """The lines of visits that were opened, the last one first."""
        return (line for line in reversed(self._lines) if line.visit is not None and line.visit.service)

    @property
    def staff(self) -> StaffReport | None:
        """What was last told of the staff's program; None where it does not run."""
        return next((line.staff for line in reversed(self._lines) if line.staff is not None), None)

    def see_staff(self, what: str, condition: Callable[[StaffReport], bool]) -> StaffReport:
        """Wait until the staff's program fulfils a condition and stands still. Raises NotSeen."""
        self.expect(what, lambda: self.staff is not None and self.staff.steady and condition(self.staff))
        assert self.staff is not None
        return self.staff

    def call_staff(self) -> StaffReport:
        """Press the clock as staff do, until the pad is there. Raises NotSeen."""
        # Steady: a clock of a page that goes, or of an overlay that has not come yet, is not to be pressed.
        clock = self.see("the clock", lambda screen: screen.clock is not None).clock
        assert clock is not None
        self.hand.press_long(*clock.centre)
        return self.see_staff("the pad", lambda staff: staff.role == "")

    def tap_as_staff(self, *names: str) -> None:
        """Touch what has these names in the staff's program, one after the other. Raises NotSeen."""
        deadline = time.monotonic() + PATIENCE_S
        while self.staff is None or not self.staff.in_reach:
            self.hand.stir()
            if not self._look(STIR_EVERY_S) and time.monotonic() > deadline:
                raise NotSeen(f"the staff's program is not in reach; {self._describe()}")
        for name in names:
            found = self.see_staff(f"'{name}' to touch", lambda staff, name=name: staff.target(name) is not None).target(name)  # type: ignore[misc]
            assert found is not None
            self.hand.tap(*found.centre)

    def see_visit(self, what: str, condition: Callable[[VisitReport], bool], *, patience_s: float = PATIENCE_S) -> VisitReport:
        """Wait until the frame of the open visit fulfils a condition and stands still. Raises NotSeen."""
        self.expect(what, lambda: self.visit is not None and self.visit.steady and condition(self.visit), patience_s=patience_s)
        assert self.visit is not None
        return self.visit

    def tap_in_visit(self, name: str) -> None:
        """Touch what has this name in the frame of the open visit. Raises NotSeen."""
        self.reach_visit()
        found = self.see_visit(f"'{name}' to touch", lambda visit: visit.target(name) is not None).target(name)
        assert found is not None
        self._tap_visit(*found.centre)

    def tap_on_page(self, x: float, y: float) -> None:
        """Touch a place of the page. Raises NotSeen."""
        self.reach_visit()
        self._tap_visit(x, y)

    def _tap_visit(self, x: float, y: float) -> None:
        """Touch, and wait until the visit knows, or has ended by it: what it told before is no answer."""
        line = next(self._visiting)
        before = line.let_go
        self.hand.tap(x, y)
        self.expect("the end of a touch", lambda: line not in self._lines or line.let_go > before)

    def reach_visit(self) -> None:
        """See that the open visit has noticed the hand. Raises NotSeen."""
        deadline = time.monotonic() + PATIENCE_S
        while self.visit is None or not self.visit.in_reach:
            self.hand.stir()
            if not self._look(STIR_EVERY_S) and time.monotonic() > deadline:
                raise NotSeen(f"no visit in reach; {self._describe()}")

    @property
    def hidden(self) -> tuple[Report, ...]:
        """What was last told of the sessions that are not on the screen."""
        return tuple(line.report for line in self._lines if line.report is not None and not line.report.shown)

    def see(self, what: str, condition: Callable[[Snapshot], bool], *, steady: bool = True, patience_s: float = PATIENCE_S) -> Snapshot:
        """Wait until the screen fulfils a condition (and stands still), and return it. Raises NotSeen, naming `what`."""
        self.expect(what, lambda: self._is_seen(condition, steady=steady), patience_s=patience_s)
        report = self.report
        assert report is not None
        return report.snapshot

    def see_new(self, what: str, before: int, condition: Callable[[Snapshot], bool]) -> Report:
        """Wait until a session of another process than `before` is on the screen and fulfils a condition. Raises NotSeen."""
        self.expect(what, lambda: self.report is not None and self.report.born != before and self._is_seen(condition, steady=True))
        assert self.report is not None
        return self.report

    def expect(self, what: str, condition: Callable[[], bool], *, patience_s: float = PATIENCE_S) -> None:
        """Wait until a condition on what the witnesses told holds. Raises NotSeen, naming `what`."""
        self._look(0.0)
        deadline = time.monotonic() + patience_s
        while not condition():
            # Not everything that is waited for is told by a witness.
            if not self._look(min(STIR_EVERY_S, deadline - time.monotonic())) and time.monotonic() > deadline:
                raise NotSeen(f"{what}: not seen in {patience_s:.0f} s; {self._describe()}")

    def _is_seen(self, condition: Callable[[Snapshot], bool], *, steady: bool) -> bool:
        report = self.report
        if report is None or not condition(report.snapshot):
            return False
        return not steady or (report.steady and not report.snapshot.fading)

    def tap(self, name: str) -> None:
        """Touch what has this name, once it stands still, and wait until the session knows. Raises NotSeen."""
        place = self.find(name).centre
        hand = self.hand
        self._until_let_go(f"the end of a touch on '{name}'", lambda: hand.tap(*place))

    def find(self, name: str) -> Target:
        """Where the thing with this name is. Raises NotSeen."""
        found = self.see(f"'{name}' to touch", lambda screen: screen.target(name) is not None).target(name)
        assert found is not None
        return found

    def tap_at(self, x_share: float, y_share: float) -> None:
        """Touch a place on the screen, given as shares of its width and height."""
        self.hand.tap(x_share * self.bed.setting.screen.width, y_share * self.bed.setting.screen.height)

    def swipe_up(self, across: float = 0.5) -> None:
        """Draw a finger up, by default over the middle of the picture, where no overlay lies."""
        self._swipe(0.40, 0.10, across)

    def swipe_down(self) -> None:
        """Draw a finger down over the middle of the picture."""
        self._swipe(0.10, 0.40)

    def key(self, name: str) -> None:
        """Press a key by its xkb name."""
        self.hand.key(name)

    def grab(self, picture: Path) -> None:
        """Take a picture of the screen."""
        self.bed.grab(picture)

    def _swipe(self, start: float, end: float, across: float = 0.5) -> None:
        """Swipe, and wait until the session knows: what it told before may stand still, and what it shows rolls from then on."""
        width, height = self.bed.setting.screen.width, self.bed.setting.screen.height
        hand = self.hand
        self._until_let_go("the end of a swipe", lambda: hand.swipe((width * across, height * start), (width * across, height * end)))

    def _until_let_go(self, what: str, deed: Callable[[], object]) -> None:
        """Do something with the hand, and wait until the session on the screen has seen the end of it, or has ended by it."""
        line = next(line for line in reversed(self._lines) if line.report is not None and line.report.shown)
        before = line.let_go
        deed()
        self.expect(what, lambda: line not in self._lines or line.let_go > before)

    def _look(self, timeout_s: float) -> bool:
        """Take in what the witnesses tell next. False when time is over; raises NotSeen when the supervisor has ended."""
        ready = self._selector.select(max(0.0, timeout_s))
        for key, _ in ready:
            if key.data is None:
                connection, _ = self.bed.witnesses.accept()
                line = _Line(connection)
                self._lines.append(line)
                self._selector.register(connection, selectors.EVENT_READ, line)
            elif not key.data.read():
                self._selector.unregister(key.data.connection)
                key.data.connection.close()
                self._lines.remove(key.data)
        return bool(ready)

    def _describe(self) -> str:
        if self.report is None:
            return f"nothing was on the screen; the supervisor said: {self.bed.words()}"
        screen = self.report.snapshot
        names = ", ".join(target.name for target in screen.targets)
        visit = ""
        if self.staff is not None:
            there = ", ".join(target.name for target in self.staff.targets)
            visit = f"staff's page '{self.staff.role}'; touchable: {there}; "
        if self.visit is not None:
            there = ", ".join(target.name for target in self.visit.targets)
            trouble = f"{self.visit.trouble} ({self.visit.code})"
            visit = f"the visit '{self.visit.service}' with {trouble}, {self.visit.question}; touchable: {there}; "
        return (
            f"{visit}on the screen: page {screen.page}, sheet {screen.sheet}, channel {screen.number} {screen.player}"
            f"{'' if self.report.steady else ', not steady'}{', fading' if screen.fading else ''}; touchable: {names}"
        )
