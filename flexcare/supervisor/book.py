"""What the supervisor writes down: a receipt of each clearing."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from flexcare.errors import ReceiptsUnwritable
from flexcare.session.receipts import Receipts, memory_is_erased
from flexcare.supervisor.changing import Changed

log = logging.getLogger(__name__)

COMMAND_LINE = Path("/proc/cmdline")


class Book:
    """Writes receipts off the event loop, in order. One that cannot be written is told, and goes with the next."""

    def __init__(self, receipts: Receipts, command_line: Path = COMMAND_LINE) -> None:
        self._receipts = receipts
        self._memory_erased = memory_is_erased(command_line.read_text())
        if not self._memory_erased:
            log.warning("this kernel does not erase freed memory: start it with init_on_free=1; receipts say so until then")
        self._tell()

    async def write(self, changed: Changed) -> str:
        """Give a change its receipt; how that went, in a few words without content."""
        try:
            receipt = await asyncio.to_thread(
                self._receipts.add,
                changed.kind,
                verified=changed.proof.checks,
                memory_erased=self._memory_erased,
                cover_ms=changed.cover_ms,
                empty_ms=changed.empty_ms,
                shown_ms=changed.shown_ms,
                standby=changed.standby,
            )
        except ReceiptsUnwritable as error:
            log.error("%s", error)
            return "receipts cannot be written"
        finally:
            self._tell()
        return f"receipt {receipt.number} written"

    def _tell(self) -> None:
        for fault in self._receipts.told:
            log.error("%s", fault)
        self._receipts.told.clear()
