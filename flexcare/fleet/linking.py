"""The tablet's end: hears nudges from the broker that its configuration names, and tells it how the configuration stands.

A nudge means "look now" and nothing else; whatever it carries is not read. It cannot make a tablet look more often than once a minute.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable

from flexcare.configuration.compiled import Fleet
from flexcare.errors import EnrolmentFailed, SecretsUnusable
from flexcare.fleet import topics
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Connection, Heard, Line, Message
from flexcare.fleet.status import Status, to_bytes
from flexcare.trust.enrolment import Enrolment, Tablet
from flexcare.trust.secrets import Secret

log = logging.getLogger(__name__)

SPACING_S = 60.0
"""Nudged looks are at least so far from each other."""

BROKER_USER, BROKER_PASSWORD = "broker-user", "broker-password"


class Linking:
    """Keeps one connection to the broker in force, if there is one. To be used in a running event loop; never raises."""

    def __init__(self, who: Enrolment, tablet: Tablet, look_now: Callable[[], None], *, spacing_s: float = SPACING_S) -> None:
        self._who = who
        self._tablet = tablet
        self._look_now = look_now
        self._spacing_s = spacing_s
        self._loop = asyncio.get_running_loop()
        self._topic = topics.status(who.site, who.ward, who.device)
        self._fleet = Fleet()
        self._connection: Connection | None = None
        self._due: asyncio.TimerHandle | None = None
        self._looked_s = self._loop.time() - spacing_s
        self._said = ""

    def stand(self, status: Status, fleet: Fleet) -> None:
        """Tell how the tablet is, to the broker that is in force now."""
        moved = (fleet.broker, fleet.broker_ca) != (self._fleet.broker, self._fleet.broker_ca)
        self._fleet = fleet
        if moved:
            self._hang_up()
            self._connection = self._connect(status)
        if self._connection is not None:
            self._connection.present(self._message(status))
            if moved:
                self._connection.start()

    def end(self) -> None:
        """Tell that nobody is there any more, and listen no longer."""
        self._hang_up()
        if self._due is not None:
            self._due.cancel()

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.end()
        self._connection = None

    def _connect(self, status: Status) -> Connection | None:
        if not self._fleet.broker:
            return None
        try:
            broker = Broker.of(self._fleet.broker)
            user, password = (self._tablet.secret(name) or Secret("") for name in (BROKER_USER, BROKER_PASSWORD))
        except (ValueError, EnrolmentFailed, SecretsUnusable) as error:
            log.error("no broker is used: %s", error)
            return None
        line = Line(broker, self._fleet.broker_ca, user.reveal(), password)
        heard = Heard(self._nudged_outside, lambda: self._tell_outside(""), self._tell_outside)
        will = self._message(Status(status.serial, status.software, "gone"))
        name = f"flexcare-{self._who.site}-{self._who.device}"
        listens = topics.nudges(self._who.site, self._who.ward, self._who.device)
        return Connection(line, name, listens, heard, will=will)

    def _message(self, status: Status) -> Message:
        return Message(self._topic, to_bytes(status))

    def _nudged_outside(self, _topic: str, _payload: bytes) -> None:
        self._into_loop(self._nudged)

    def _tell_outside(self, why: str) -> None:
        self._into_loop(lambda: self._tell(why))

    def _into_loop(self, do: Callable[[], None]) -> None:
        try:
            self._loop.call_soon_threadsafe(do)
        except RuntimeError:
            return  # the program has ended meanwhile

    def _nudged(self) -> None:
        """Look, after this tablet's share of the jitter and not too soon after the look before; one look answers all nudges until then."""
        if self._due is not None or self._connection is None:
            return
        spread_s = random.uniform(0, self._fleet.jitter_s)
        self._due = self._loop.call_at(max(self._loop.time() + spread_s, self._looked_s + self._spacing_s), self._look)

    def _look(self) -> None:
        self._due = None
        self._looked_s = self._loop.time()
        self._look_now()

    def _tell(self, why: str) -> None:
        """Say it once, and not at every try."""
        if self._connection is not None and why != self._said:
            self._said = why
            log.log(logging.WARNING if why else logging.INFO, "the broker: %s", why or "connected")
