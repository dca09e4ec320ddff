"""Keeps what staff set at this bed: on the disk, in what sessions show, in the machine's sound and light, and in what the fleet is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Protocol

from flexcare.clock import Clock
from flexcare.staff.this_bed import ThisBed, moved, read_bed, write_bed
from flexcare.supervisor.configuring import Configuring

log = logging.getLogger(__name__)


class Loudness(Protocol):
    """What of the machine's sound and light staff set (`flexcare.supervisor.senses`)."""

    def night_until(self, ends: time | None) -> None: ...
    def loudest(self, percent: int | None) -> None: ...


class BedKeeping:
    """`told` hears at whose entry of the signed list the tablet stands, "" where that is its own."""

    def __init__(self, file: Path, configuring: Configuring, device: str, clock: Clock) -> None:
        self._file = file
        self.configuring = configuring
        self._device = device
        self._clock = clock
        self._changing = asyncio.Lock()
        self._senses: Loudness | None = None
        self.told: Callable[[str], None] = lambda _: None
        self.bed = read_bed(file)
        configuring.bed = lambda: self.bed

    @property
    def place(self) -> str:
        """Whose entry of the signed list counts for this tablet."""
        compiled = self.configuring.compiled
        return self.bed.stands_for(compiled, self._device) if compiled is not None else self._device

    def begin(self, senses: Loudness) -> None:
        """Have sound and light follow from now on."""
        self._senses = senses
        self._sense()
        self.tell()

    def tell(self) -> None:
        """Tell where the tablet stands; to be called when the configuration may have changed too."""
        self.told("" if self.place == self._device else self.place)

    async def move(self, place: str) -> bool:
        """The tablet stands at another bed of the signed list now; False where there is none such, or the disk does not take it."""
        compiled = self.configuring.compiled
        if compiled is None or place not in compiled.devices:
            return False
        return await self._keep(lambda bed: moved(compiled, self._device, place, bed.out_of_order))

    async def set(self, **changed: object) -> bool:
        """Change fields of `ThisBed`; False where the disk does not take it, and nothing is changed then."""
        return await self._keep(lambda bed: replace(bed, **changed))  # type: ignore[arg-type]  # by whoever calls, checked when it came

    async def night(self, until: time | None) -> bool:
        """Night until the local clock next shows this."""
        if until is None:
            return await self.set(night_until="")
        now = self._clock.now()
        ends = datetime.combine(now.date(), until, now.tzinfo)
        return await self.set(night_until=(ends if ends > now else ends + timedelta(days=1)).isoformat(timespec="minutes"))

    @property
    def night_until(self) -> str:
        """Until when it is night by hand, as "22:30"; "" for no such night."""
        ends = self._night_ends()
        return ends.strftime("%H:%M") if ends is not None else ""

    def _night_ends(self) -> datetime | None:
        """Never more than a day away, whatever the clock was when it was set."""
        try:
            ends = datetime.fromisoformat(self.bed.night_until)
            left = ends - self._clock.now()
        except (ValueError, TypeError):
            return None
        return ends if timedelta(0) < left <= timedelta(days=1) else None

    async def _keep(self, change: Callable[[ThisBed], ThisBed]) -> bool:
        async with self._changing:
            bed = change(self.bed)
            try:
                await asyncio.to_thread(write_bed, self._file, bed)
            except OSError as error:
                log.error("what staff set at this bed cannot be kept: %s", error.strerror)
                return False
            self.bed = bed
        self.configuring.apply()
        self._sense()
        self.tell()
        return True

    def _sense(self) -> None:
        if self._senses is None:
            return
        ends = self._night_ends()
        self._senses.loudest(self.bed.loudest_percent)
        self._senses.night_until(ends.time() if ends is not None else None)
