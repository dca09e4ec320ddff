"""What staff did at this tablet, written down: what, in which role, when and how it went; never a person, never a content.

A deed stands in the list of receipts and is chained with them (`flexcare.session.receipt`), so `flexcare receipts --verify` shows where
one was taken away.
"""

from __future__ import annotations

import asyncio
import logging

from flexcare.errors import ReceiptsUnwritable
from flexcare.session.kinds import Act, By, Outcome
from flexcare.session.receipts import Receipts
from flexcare.staff.pin import Role

log = logging.getLogger(__name__)


class Audit:
    """Writes deeds off the event loop, in the order in which they are given."""

    def __init__(self, receipts: Receipts) -> None:
        self._receipts = receipts
        self._in_order = asyncio.Lock()

    async def note(self, act: Act, role: Role | None, *, done: bool = True) -> None:
        """Write a deed down. role: whose PIN it was, None for what takes no PIN.

        Never fails: a deed that the disk does not take is told in the log, without saying what it was, and goes with the next entry.
        """
        by = By(role.value) if role is not None else By.ANYBODY
        async with self._in_order:
            try:
                await asyncio.to_thread(self._receipts.add_deed, act, by, Outcome.DONE if done else Outcome.FAILED)
            except ReceiptsUnwritable as error:
                log.error("%s", error)
