"""What the session says to a visit is done, and what the patient wants of the session is said to it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject

from flexcare.session.offer import Offer
from kiosk.web.reminder import VisitReminder
from kiosk.web.visit import Visit
from kiosk.web.wire import Wire
from kiosk.web.words import (
    FromVisit,
    Here,
    Hushed,
    Knock,
    Large,
    Left,
    Look,
    Mute,
    Open,
    Remind,
    Reminded,
    Say,
    Sound,
    Turned,
    Unsaid,
    encode,
    to_visit,
)

LEFT_BY_SESSION = 70


class Obedience(QObject):
    """Does what the session says and tells it what the patient wants. Without the session the visit ends at once."""

    def __init__(
        self, end: socket.socket, offer: Offer, visit: Visit, reminder: VisitReminder, show: Callable[[Look], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reminder = reminder
        self._offer = offer
        self._visit = visit
        self._show = show
        self._wire = Wire(end, self._hear, self)
        self._opening: Callable[[], None] = lambda: None
        reminder.answered.connect(lambda watch: self.say(Reminded(watch)))
        visit.announcement.closed.connect(lambda: self.say(Unsaid()))
        visit.loudness.turned.connect(lambda steps: self.say(Turned(steps)))
        visit.loudness.hushed.connect(lambda: self.say(Hushed()))
        visit.left.connect(lambda where: self.say(Left("home" if where == "home" else "back")))

    def say(self, word: FromVisit) -> None:
        """Tell the session."""
        self._wire.say(encode(word))

    def when_opened(self, then: Callable[[], None]) -> None:
        """Have this called once the session has said where to go."""
        self._opening = then

    def _hear(self, packet: bytes) -> None:
        match to_visit(packet) if packet else None:
            case Open(service, look):
                self._open(service, look)
            case Mute(silent):
                self._visit.silence(silent=silent)
            case Knock():
                self.say(Here())
            case Large():
                self._visit.tooLarge()
            case None:
                os._exit(LEFT_BY_SESSION)
            case told:
                self._tell(told)

    def _open(self, service: str, look: Look) -> None:
        self._show(look)
        found = next((one for one in self._offer.services if one.id == service), None)
        if found is not None:
            self._visit.visit(found)
        self._opening()

    def _tell(self, told: Remind | Say | Sound) -> None:
        """What is only shown, in the frame."""
        match told:
            case Remind():
                self._reminder.tell(told)
            case Say(text):
                self._visit.announcement.tell(text)
            case Sound():
                self._visit.loudness.tell(told)
