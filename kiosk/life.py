"""A session's life as its supervisor sees it: a standby, then on the screen, then over; and the little that it tells of it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from flexcare.clock import Clock
from flexcare.session.messages import (
    AskStillThere,
    Conditions,
    EndRequested,
    FromSession,
    Playing,
    Renewed,
    Show,
    Shown,
    StaffExpected,
    StaffRequested,
    StopAsking,
    StreamTrouble,
    Stuck,
    ToSession,
    Touched,
    Visiting,
)
from kiosk.cleaning.cleaning import Cleaning
from kiosk.ending.ending import Ending
from kiosk.ending.still_there import StillThere
from kiosk.keeper import Keeper
from kiosk.link import Link
from kiosk.painted import Painted
from kiosk.player.player import Player
from kiosk.services.services import Services
from kiosk.shell.shell import Shell
from kiosk.welcome.cleared import Cleared

TOUCHED_EVERY_S = 1.0
TROUBLE_EVERY_MS = 10_000


@dataclass(frozen=True)
class Lived:
    """The parts of a session that its life is made of."""

    window: QQuickWindow
    shell: Shell
    player: Player
    cleared: Cleared
    keeper: Keeper
    still_there: StillThere
    ending: Ending
    cleaning: Cleaning
    services: Services


class Life(QObject):
    """Obeys the supervisor and tells it what happens, never what of. Without a link the session is on the screen at once.

    `renewed` says that something beside the offer in the ward folder was replaced: "guide" or "notice".
    """

    renewed = Signal(str)
    conditionsTold = Signal(object)
    """`flexcare.session.messages.Conditions`: how it is at the bed now."""

    def __init__(self, parts: Lived, clock: Clock, link: int | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._clock = clock
        self._live = False
        self._playing = False
        self._touched_s: float | None = None
        self._troubles = 0
        self._trouble_timer = QTimer(self, singleShot=True, interval=TROUBLE_EVERY_MS)
        self._trouble_timer.timeout.connect(self._tell_trouble)
        self._painted = Painted(parts.window, self._on_painted, self)
        self._link = Link(link, self._hear, self) if link is not None else None
        parts.shell.somebodyIsThere.connect(self._on_touch)
        parts.player.stateChanged.connect(self._on_state)
        parts.player.stuckChanged.connect(self._on_stuck)
        parts.ending.over.connect(self._on_over)
        self._visits = parts.services.visits
        self._visits.onScreenChanged.connect(self._on_visit)
        self._visits.used.connect(parts.shell.touched)
        # The question is the session's own; the visit makes room for it.
        parts.still_there.askingChanged.connect(self._on_asking)
        if self._link is None:
            self._go_live()
        else:
            parts.window.frameSwapped.connect(self._link.begin, Qt.ConnectionType.SingleShotConnection)

    @property
    def is_live(self) -> bool:
        """Whether the session is on the screen, and no standby."""
        return self._live

    def expect_staff(self) -> None:
        """Somebody is pressing what only staff press."""
        if self._may_be_staff():
            self._say(StaffExpected())

    def request_staff(self) -> None:
        """Somebody pressed what only staff press. A tablet that is being wiped does not hear it."""
        if self._may_be_staff():
            self._say(StaffRequested(started=self._parts.shell.current_page is not Shell.Page.Welcome))

    def _may_be_staff(self) -> bool:
        return self._live and not self._parts.ending.has_ended and not self._parts.cleaning.is_locked

    def close(self) -> None:
        """Leave the supervisor alone from now on."""
        if self._link is not None:
            self._link.close()
            self._link = None
        self._visits.close()
        self._parts.keeper.close()

    def _say(self, message: FromSession) -> None:
        if self._link is not None:
            self._link.say(message)

    # What the supervisor says.

    def _hear(self, message: ToSession, descriptor: int | None) -> None:
        match message:
            case Show():
                self._show(message, descriptor)
                return
            case AskStillThere() if self._live and not self._parts.ending.has_ended:
                # The answer must not be held back because of a touch just before the question.
                self._touched_s = None
                self._parts.still_there.ask(message.seconds)
            case StopAsking():
                self._parts.still_there.stop()
            case Renewed():
                self.renewed.emit(message.what)
            case Conditions():
                self.conditionsTold.emit(message)
        if descriptor is not None:
            os.close(descriptor)

    def _show(self, message: Show, memory: int | None) -> None:
        if memory is not None:
            self._parts.keeper.begin(memory, resumed=message.resumed)
        self._parts.cleared.tell(message.cleared_at)
        self._parts.cleaning.lock(message.cleaning_s)
        self._go_live()
        self._painted.ask()

    def _go_live(self) -> None:
        if not self._live:
            self._live = True
            self._parts.shell.go_live()

    def _on_painted(self) -> None:
        self._say(Shown())

    # What happens here.

    @Slot()
    def _on_touch(self) -> None:
        now_s = self._clock.monotonic_s()
        if self._live and (self._touched_s is None or now_s - self._touched_s >= TOUCHED_EVERY_S):
            self._touched_s = now_s
            self._say(Touched())

    @Slot()
    def _on_visit(self) -> None:
        self._say(Visiting(self._visits.is_on_screen))

    @Slot()
    def _on_asking(self) -> None:
        self._visits.cover(covered=self._parts.still_there.is_asking)

    @Slot()
    def _on_state(self) -> None:
        state = self._parts.player.current_state
        if state is Player.State.Lost:
            self._troubles += 1
            if not self._trouble_timer.isActive():
                self._trouble_timer.start()
        playing = state is not Player.State.Idle
        if playing != self._playing:
            self._playing = playing
            self._say(Playing(playing))

    @Slot()
    def _tell_trouble(self) -> None:
        troubles, self._troubles = self._troubles, 0
        self._say(StreamTrouble(troubles))

    @Slot()
    def _on_stuck(self) -> None:
        if self._parts.player.property("stuck"):
            self._say(Stuck())

    @Slot()
    def _on_over(self) -> None:
        self._parts.still_there.stop()
        self._parts.keeper.forget()
        if self._link is not None:
            self._say(EndRequested(clean=self._parts.ending.is_cleaned_next))
        else:
            self._parts.window.close()
