"""Brings the hospital's configuration to the screen: the last good one at once, a newer one when there is one.

What is taken becomes a new ward folder; the supervisor shows that where it disturbs nobody. Nothing that is served, missing or expired ever
takes the last good one away.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import shutil
import threading
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from flexcare.clock import Clock
from flexcare.configuration.compiled import CompiledWard, Fleet
from flexcare.configuration.in_force import in_force
from flexcare.errors import ConfigurationNotTaken, WardFolderUnusable
from flexcare.fleet.status import State
from flexcare.session.offer import Offer
from flexcare.session.ward_writer import write_ward
from flexcare.staff.settings import StaffSettings
from flexcare.staff.this_bed import ThisBed, offer_at
from flexcare.supervisor.feed import Feed
from flexcare.trust.puller import Ordered, Puller
from flexcare.trust.taken import Taken

log = logging.getLogger(__name__)

FIRST_TRIES_S = (5.0, 15.0, 60.0)
"""How soon a tablet that has nothing yet looks again."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Standing:
    """How the configuration stands: the serial in force (0 for none), what is wrong, in words for IT ("" for nothing), and in one word."""

    serial: int = 0
    alarm: str = ""
    state: State = "ok"


class Configuring:
    """Keeps the ward in step with what the hospital publishes for this device.

    `told` hears when the standing changes, `applied` of each offer that is put in force. `ward` becomes a link to the newest of the
    folders in `wards` beside it. One that a session still reads (`in_use`) is kept.
    `bed` tells what staff set at it. `fed` hears what the guide is made of; `furnish` may put more into a new folder before it is shown.
    """

    def __init__(self, puller: Puller, device: str, ward: Path, clock: Clock) -> None:
        self._puller = puller
        self._device = device
        self._ward = ward
        self._wards = ward.with_name("wards")
        self._written = 0
        self.in_use: Callable[[], Collection[Path]] = set
        self._clock = clock
        self.told: Callable[[Standing], None] = lambda _: None
        self.fed: Callable[[Feed], None] = lambda _: None
        self.furnish: Callable[[Path], None] = lambda _: None
        self.applied: Callable[[Offer], None] = lambda _: None
        self.bed: Callable[[], ThisBed] = ThisBed
        self.obey: Callable[[Ordered], Awaitable[None]] = _obey_nothing
        self._taken: Taken | None = None
        self._shown: tuple[str, Offer] | None = None
        self._nudged = asyncio.Event()
        self._looking = asyncio.Lock()
        self.standing = Standing()

    @property
    def fleet(self) -> Fleet:
        """How this tablet looks for something new."""
        return self._taken.compiled.fleet if self._taken is not None else Fleet()

    @property
    def compiled(self) -> CompiledWard | None:
        """What is in force; None before anything was taken."""
        return self._taken.compiled if self._taken is not None else None

    @property
    def pins(self) -> Mapping[str, str]:
        """What is kept of the staff's PINs (`flexcare.staff.kept`), by role, as of now; none before anything was taken."""
        return self._taken.compiled.pins if self._taken is not None else {}

    @property
    def staff(self) -> StaffSettings:
        """The hospital's settings for its staff's part of the tablet, as of now."""
        return self._taken.compiled.staff if self._taken is not None else StaffSettings()

    def begin(self) -> None:
        """Put the last good configuration in force, without any network."""
        self._taken = self._puller.last_good()
        self._apply()

    def apply(self) -> None:
        """Have what staff set at the bed now be shown from the next session on, and on a Welcome that nobody touched."""
        self._apply()

    def look_now(self) -> None:
        """Look for something new without waiting for the next turn."""
        self._nudged.set()

    async def run(self) -> None:
        """Look for something new now and then, until cancelled."""
        failures = 0
        while True:
            # Before the look: what comes in the middle of one may be about something newer.
            self._nudged.clear()
            failures = 0 if await self.look() else failures + 1
            try:
                async with asyncio.timeout(self._pause_s(failures)):
                    await self._nudged.wait()
            except TimeoutError:
                continue

    async def look(self) -> bool:
        """Look once; False where the hospital could not be reached or what it serves was refused."""
        async with self._looking:
            return await self._look()

    async def _look(self) -> bool:
        try:
            result = await in_thread(self._puller.refresh)
        except ConfigurationNotTaken as error:
            self._stand(replace(self.standing, alarm=str(error), state=error.alarm))
            # A day may have gone by, and the agreement with it.
            self._apply()
            return False
        self._taken = result.taken
        self._stand(replace(self.standing, alarm="", state="ok"))
        self._apply()
        await self.obey(result.ordered)
        return True

    def _pause_s(self, failures: int) -> float:
        if self._taken is None and 0 < failures <= len(FIRST_TRIES_S):
            return FIRST_TRIES_S[failures - 1]
        return self.fleet.poll_minutes * 60 + random.uniform(0, self.fleet.jitter_s)

    def _apply(self) -> None:
        """Write what is in force now as the ward folder, where it is not what lies there."""
        if self._taken is None:
            return
        compiled = self._taken.compiled
        moment = in_force(compiled, self._clock.now())
        offer = offer_at(moment.offer, compiled, self._device, self.bed())
        self.fed(Feed.of(self._taken, moment, offer))
        if self._shown == (self._taken.digest, offer):
            return
        try:
            self._put(offer, self._taken.read_pictures())
        except (WardFolderUnusable, OSError) as error:
            state: State = "unwritable" if isinstance(error, OSError) else "unusable"
            self._stand(replace(self.standing, alarm=str(error), state=state))
            return
        self._shown = (self._taken.digest, offer)
        self.applied(offer)
        if moment.reason:
            log.warning("some services are not shown: %s", moment.reason)
        self._stand(replace(self.standing, serial=self._taken.serial))

    def _put(self, offer: Offer, pictures: Mapping[str, bytes]) -> None:
        """Write a folder of its own and let the link lead there; then take away those that nobody reads."""
        self._wards.mkdir(mode=0o711, parents=True, exist_ok=True)
        self._written += 1
        folder = self._wards / f"{os.getpid()}-{self._written}"
        link = self._ward.with_name(f".{self._ward.name}.new")
        try:
            write_ward(folder, offer, pictures)
            self.furnish(folder)
            link.unlink(missing_ok=True)
            link.symlink_to(folder)
            link.replace(self._ward)
        except BaseException:
            # Each try would leave another one behind, in memory.
            shutil.rmtree(folder, ignore_errors=True)
            raise
        for other in set(self._wards.iterdir()) - {folder, *self.in_use()}:
            shutil.rmtree(other, ignore_errors=True)

    def _stand(self, standing: Standing) -> None:
        if standing == self.standing:
            return
        if standing.alarm and standing.alarm != self.standing.alarm:
            log.error("the last good configuration stays: %s", standing.alarm)
        if standing.serial != self.standing.serial:
            log.info("configuration %d is in force", standing.serial)
        self.standing = standing
        self.told(standing)


async def _obey_nothing(_: Ordered) -> None:
    pass


async def in_thread(work: Callable[[], Result]) -> Result:
    """Do blocking work in a thread that holds nobody up at the program's end."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: Exception | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]  # None only where Result may be None

    def run() -> None:
        result, failed = None, None
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  # handed on to whoever awaits
            failed = error
        try:
            loop.call_soon_threadsafe(settle, result, failed)
        except RuntimeError:
            return  # the program has ended meanwhile

    threading.Thread(target=run, name="pull", daemon=True).start()
    return await answer
