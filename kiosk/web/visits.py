"""The session's side of web visits: one waits where there is memory for it, one is on the screen, none outlives its use."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from flexcare.session.web_service import WebService
from kiosk.web.liveliness import Liveliness
from kiosk.web.words import (
    Here,
    Hushed,
    Knock,
    Left,
    Look,
    Mute,
    Open,
    Opened,
    Remind,
    Reminded,
    Say,
    Sound,
    Standing,
    Turned,
    Unsaid,
    Used,
    from_visit,
)

if TYPE_CHECKING:
    from kiosk.web.tree import Tree

log = logging.getLogger(__name__)

STANDING_TIMEOUT_MS = 15_000
OPENED_TIMEOUT_MS = 10_000
Told: TypeAlias = Remind | Say | Sound
"""What holds until the next of its kind."""
VISIT = ("-m", "kiosk.web")
SPARE_MIB = 700
"""So much memory has to be free before a visit is started that nobody has asked for yet."""


@dataclass(frozen=True)
class Surroundings:
    """What each visit is started with."""

    ward: Path
    density: float
    slot: int
    memory_mib: int
    program: tuple[str, ...] = VISIT


@dataclass(eq=False)
class _One:
    """One visit: its processes, the language it speaks, whether it stands, where it goes, and whether it has painted that name.

    is_second: the one before did not come to that.
    """

    tree: Tree
    language: str
    stands: bool = False
    wanted: tuple[WebService, Look] | None = None
    opened: bool = False
    is_second: bool = False


class Visits(QObject):
    """At most one visit on the screen and one waiting.

    `onScreenChanged`: whether the visit is what is to be seen; the supervisor shows it then. `going`: one is about to be,
    `opened`: it has painted its name. `ended` says how: "home", "back" or "failed". `reminded` says whether what a reminder is about
    is to be watched, `turned` and `hushed` how loud it is to be, `unsaid` that the hospital's notice was put away.
    """

    onScreenChanged = Signal()
    going = Signal()
    opened = Signal()
    used = Signal()
    reminded = Signal(bool)
    turned = Signal(int)
    hushed = Signal()
    unsaid = Signal()
    ended = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._waiting: _One | None = None
        self._current: _One | None = None
        self._on_screen = self._covered = False
        self._told: dict[type[Told], Told] = {}
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_late)
        self._liveliness = Liveliness(self)
        self._liveliness.frozen.connect(self._on_frozen)

    @property
    def is_on_screen(self) -> bool:
        """Whether the visit is to be seen now."""
        return self._on_screen and not self._covered

    @property
    def is_open(self) -> bool:
        """Whether there is a visit, seen or on its way."""
        return self._current is not None

    def prewarm(self, language: str) -> None:
        """Have a visit wait in this language, where there is memory for one that nobody may need."""
        if self._waiting is not None and self._waiting.language == language:
            return
        self._drop_waiting()
        from kiosk.web.memory import available_mib

        if available_mib() >= SPARE_MIB:
            self._waiting = self._start(language)

    def open(self, service: WebService, language: str, look: Look) -> None:
        """Visit a service. What waits is used; what is on the screen is ended."""
        self._end_current()
        if self._waiting is not None and self._waiting.language != language:
            self._drop_waiting()
        one, self._waiting = self._waiting or self._start(language), None
        if one is None:
            QTimer.singleShot(0, lambda: self.ended.emit("failed"))
            return
        one.wanted = (service, look)
        self._begin(one)

    def _begin(self, one: _One) -> None:
        """Tell a visit where it is wanted. One that is only being started hears it as soon as it listens, before it is painted."""
        from kiosk.web.rules import admission_of

        assert one.wanted is not None
        service, look = one.wanted
        self._current = one
        one.tree.admit(admission_of(service))
        one.tree.say(Open(service.id, look))
        for told in self._told.values():
            one.tree.say(told)
        self._patience.start(STANDING_TIMEOUT_MS)
        self._go(one)

    def cover(self, *, covered: bool) -> None:
        """Let something of the session's own be seen in the visit's place, which is silent meanwhile, or let it be seen again."""
        if covered != self._covered:
            before, self._covered = self.is_on_screen, covered
            if self._current is not None:
                self._current.tree.say(Mute(covered))
            self._tell(before)

    def tell(self, word: Told) -> None:
        """Have this shown in the frame of whatever visit there is, until the next of its kind."""
        if word != self._told.get(type(word)):
            self._told[type(word)] = word
            if self._current is not None:
                self._current.tree.say(word)

    @Slot()
    def leave(self) -> None:
        """End the visit."""
        self._finish("back")

    def close(self) -> None:
        """End every visit, wait until they are gone, and tell nobody."""
        self._patience.stop()
        trees = [one.tree for one in (self._waiting, self._current) if one is not None]
        self._drop_waiting()
        self._end_current()
        for tree in trees:
            tree.finish()

    def _start(self, language: str) -> _One | None:
        # Here and below, what only a visit needs is read when there is one: Welcome is not to wait for it.
        from kiosk.web.tree import Tree

        memory_mib = self._surroundings.memory_mib
        try:
            tree = Tree(lambda wire: self._command(wire, language), memory_mib, lambda packet: self._hear(one, packet), self)
        except OSError as error:
            log.error("a visit cannot be started: %s", os.strerror(error.errno or 0))
            return None
        one = _One(tree, language)
        return one

    def _command(self, wire: int, language: str) -> list[str]:
        from flexcare.visit.enclosed import PROXY_HOST, PROXY_PORT

        around = self._surroundings
        own = {"--ward": around.ward, "--wire": wire, "--language": language, "--density": around.density, "--slot": around.slot}
        own |= {"--memory": around.memory_mib, "--proxy": f"{PROXY_HOST}:{PROXY_PORT}"}
        return [sys.executable, "-P", *around.program, *(str(word) for pair in own.items() for word in pair)]

    def _go(self, one: _One) -> None:
        """Show a visit that stands."""
        if one.stands and not self._on_screen:
            self._patience.start(OPENED_TIMEOUT_MS)
            self.going.emit()
            before, self._on_screen = self.is_on_screen, True
            self._tell(before)

    def _hear(self, one: _One, packet: bytes) -> None:
        word = from_visit(packet) if packet else None
        if one is self._waiting:
            self._hear_waiting(one, word)
        elif one is self._current:
            self._hear_current(one, word)

    def _hear_waiting(self, one: _One, word: object) -> None:
        if isinstance(word, Standing):
            one.stands = True
        elif word is None:
            self._drop_waiting()

    def _hear_current(self, one: _One, word: object) -> None:
        match word:
            case Standing():
                one.stands = True
                self._go(one)
            case Opened():
                one.opened = True
                self._patience.stop()
                self._liveliness.watch(lambda: one.tree.say(Knock()))
                self.opened.emit()
            case Left(where):
                self._finish(where)
            case None:
                self._fail()
            case _:
                self._hear_wish(word)

    def _hear_wish(self, word: object) -> None:
        """What is done by others while the visit stays."""
        match word:
            case Here():
                self._liveliness.heard()
            case Used():
                self.used.emit()
            case Reminded(watch):
                self.reminded.emit(watch)
            case Unsaid():
                self.unsaid.emit()
            case Turned(steps):
                self.turned.emit(steps)
            case Hushed():
                self.hushed.emit()

    @Slot()
    def _on_late(self) -> None:
        self._fail()

    @Slot()
    def _on_frozen(self) -> None:
        log.error("a visit does not answer any more")
        self._fail()

    def _fail(self) -> None:
        """Take a new visit where the first one never came to the screen: nothing of it is lost. Else say that it failed."""
        failed = self._current
        if failed is None or failed.opened or failed.is_second:
            self._finish("failed")
            return
        log.warning("a visit did not come to the screen; another is tried")
        self._end_current()
        another = self._start(failed.language)
        if another is None:
            self.ended.emit("failed")
            return
        another.wanted, another.is_second = failed.wanted, True
        self._begin(another)

    def _finish(self, how: str) -> None:
        """Take the visit off the screen first, because somebody waits for that, then end it."""
        if self._current is None:
            return
        self._patience.stop()
        before, self._on_screen = self.is_on_screen, False
        self.ended.emit(how)
        self._tell(before)
        self._end_current()

    def _end_current(self) -> None:
        self._liveliness.leave()
        current, self._current = self._current, None
        before, self._on_screen = self.is_on_screen, False
        if current is not None:
            current.tree.kill()
        self._tell(before)

    def _drop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.tree.kill()

    def _tell(self, before: bool) -> None:
        if before != self.is_on_screen:
            self.onScreenChanged.emit()
