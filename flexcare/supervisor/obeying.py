"""Obeys the hospital's signed instructions, each once: decided, done or about to be done, written down, told.

What is written before and what after, so that a cut at any moment neither repeats nor skips:
- A clearing is written down before it is done. A power cut in between clears as well, and so does a new supervisor, each with a receipt.
- The PIN pad is unlocked before it is written down: unlocking it twice is no harm, leaving it locked would be.
- The notice is part of what is written down, and shown from there.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from flexcare.clock import Clock
from flexcare.errors import ConfigurationNotTaken
from flexcare.fleet.health import Monitor
from flexcare.instructions.deciding import Decision, Told, decide
from flexcare.instructions.orders import Order, Orders, Role, Strange, UnlockStaff
from flexcare.instructions.record import PLACES_MAX, Record, read_record, write_record
from flexcare.session.notice import Notice, write_notice
from flexcare.trust.enrolment import Enrolment
from flexcare.trust.puller import Ordered

log = logging.getLogger(__name__)


@dataclass
class Deeds:
    """What instructions make others do.

    clear: whether without asking, and what to call if somebody answers. unlock_staff: of a role, or None for all; None where there is no
    PIN pad. folders: the ward folders that sessions read. renewed: a notice in them is another one.
    """

    clear: Callable[[bool, Callable[[], None]], None] = lambda _now, _answered: None
    unlock_staff: Callable[[Role | None], None] | None = None
    folders: Callable[[], Collection[Path]] = tuple
    renewed: Callable[[], None] = lambda: None


class Obeying:
    """Obeys for one device. `file` is its memory; `monitor` hears how instructions end."""

    def __init__(self, file: Path, who: Enrolment, clock: Clock, monitor: Monitor) -> None:
        self._file = file
        self._who = who
        self._place = f"{who.site}/{who.ward}"
        self._clock = clock
        self._monitor = monitor
        self._record = read_record(file)
        self._said: tuple[Told, ...] = ()
        self._cleared: tuple[str, int] | None = None
        self._why = ""
        self._lock = asyncio.Lock()
        self._noting: asyncio.Future[None] | None = None
        self.deeds = Deeds()
        monitor.instructed(self._record.number, self._record.outcome)

    @property
    def notice(self) -> Notice | None:
        """What is to be shown now."""
        notice = self._record.notice
        return notice if notice is not None and self._record.place == self._place and notice.until_s > self._now_s() else None

    def furnish(self, folder: Path) -> None:
        """Put the notice into a ward folder that sessions will read. Raises OSError."""
        write_notice(folder, self.notice)

    async def take(self, ordered: Ordered) -> None:
        """Obey what is new among these; to be called after each look."""
        async with self._lock:
            try:
                decision = self._decide(ordered)
            except ConfigurationNotTaken as error:
                self._refuse(str(error))
                return
            self._monitor.alarm("clock", on=decision.waits)
            if decision.waits or await self._obey(decision):
                self._tell(decision.told)

    def _decide(self, ordered: Ordered) -> Decision:
        if ordered.fault is not None:
            raise ordered.fault
        settled = self._record.settled.get(self._place, None if self._record.lost else 0)
        if ordered.orders is None:
            return Decision(settled or 0)
        return decide(self._known(ordered.orders), settled, self.notice, self._who.device, self._now_s())

    def _known(self, orders: Orders) -> Orders:
        """Without a PIN pad nothing about it can be obeyed."""
        if self.deeds.unlock_staff is not None:
            return orders
        known = (
            Strange(order.number, order.device) if isinstance(order, Order) and isinstance(order.do, UnlockStaff) else order
            for order in orders.orders
        )
        return replace(orders, orders=tuple(known))

    async def _obey(self, decision: Decision) -> bool:
        """Do it; False where the disk does not take that it was done. A clearing does not wait for that: privacy comes first."""
        before, after = self._record, self._after(decision)
        if self.deeds.unlock_staff is not None:
            for role in decision.unlock:
                self.deeds.unlock_staff(role)
        if not await self._write(after):
            self._clear(decision)
            return False
        self._monitor.alarm("instructions", on=False)
        if after.notice != before.notice:
            self._show()
        self._clear(decision)
        return True

    def _clear(self, decision: Decision) -> None:
        """Clear, once in this program's life. After its end one that could not be remembered comes once more."""
        number = decision.cleared
        if decision.clear is not None and (self._place, number) != self._cleared:
            self._cleared = (self._place, number)
            self.deeds.clear(decision.clear.now, lambda: self._answered(number))

    def _after(self, decision: Decision) -> Record:
        last = next((told for told in reversed(decision.told) if told.outcome != "elsewhere"), None)
        others = {place: number for place, number in self._record.settled.items() if place != self._place}
        settled = {**dict(list(others.items())[1 - PLACES_MAX :]), self._place: decision.settled}
        number, outcome = (last.number, last.outcome) if last is not None else (self._record.number, self._record.outcome)
        return Record(settled, number, outcome, self._place, decision.notice, self._record.lost)

    async def _write(self, record: Record) -> bool:
        """Remember it, on the disk; False where the disk does not take it."""
        if record == self._record:
            return True
        try:
            await asyncio.to_thread(write_record, self._file, record)
        except OSError as error:
            self._refuse(f"the tablet's disk does not take it: {error.strerror}")
            return False
        self._record = record
        return True

    def _show(self) -> None:
        for folder in self.deeds.folders():
            try:
                self.furnish(folder)
            except FileNotFoundError:
                # It went with its session; the others are there.
                continue
            except OSError as error:
                self._refuse(f"the notice cannot be shown: {error.strerror}")
        self.deeds.renewed()

    def _answered(self, number: int) -> None:
        self._noting = asyncio.ensure_future(self._note_answer(number))

    async def _note_answer(self, number: int) -> None:
        """Somebody was still there, so nothing was cleared."""
        async with self._lock:
            if self._record.number == number and await self._write(replace(self._record, outcome="still-there")):
                self._tell((Told(number, "still-there"),))

    def _refuse(self, why: str) -> None:
        if why != self._why:
            log.error("the hospital's instructions are not taken: %s", why)
        self._why = why
        self._monitor.alarm("instructions", on=True)

    def _tell(self, told: tuple[Told, ...]) -> None:
        """Each outcome once; what waits for the clock is not told at every look."""
        for one in told:
            if one not in self._said:
                log.info("instruction %d: %s", one.number, one.outcome)
        self._said = told
        mine = [one for one in told if one.outcome != "elsewhere" and one.number >= self._record.number]
        if mine:
            self._monitor.instructed(mine[-1].number, mine[-1].outcome)

    def _now_s(self) -> int:
        return int(self._clock.now().timestamp())
