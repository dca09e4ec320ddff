"""What IT asks about on the telephone, put together."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

import flexcare
from flexcare.clock import Clock
from flexcare.session.receipt import Receipt, from_line
from flexcare.staff.bundle import age_days
from flexcare.staff.it_messages import Clearing, Facts
from flexcare.supervisor.configuring import Configuring
from flexcare.trust.enrolment import Enrolment

CLEARINGS_SHOWN = 6
_TAIL_BYTES = 16 * 1024
"""The end of the list: so many receipts, and the deeds between them."""


def gather(configuring: Configuring | None, who: Enrolment | None, receipts: Path, clock: Clock, *, memory_erased: bool) -> Facts:
    """All that is known of this tablet now; reads no more than the end of the list of receipts."""
    facts = Facts(version=flexcare.__version__, memory_erased=memory_erased, clearings=latest(receipts))
    if who is not None:
        facts = msgspec.structs.replace(facts, device=who.device, site=who.site, ward=who.ward)
    if configuring is None:
        return facts
    facts = msgspec.structs.replace(facts, state=configuring.standing.state, alarm=configuring.standing.alarm)
    compiled = configuring.compiled
    if compiled is None:
        return facts
    said = compiled.instruction
    age = age_days(said.at, clock.now())
    return msgspec.structs.replace(
        facts,
        serial=compiled.serial,
        author=said.author,
        reason=said.reason,
        published=said.at,
        age_days=-1 if age is None else age,
        agreement_from=compiled.agreement_from,
        agreement_to=compiled.agreement_to,
    )


def latest(receipts: Path) -> tuple[Clearing, ...]:
    """The newest receipts on the disk, newest first; none where there is no list."""
    try:
        with receipts.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL_BYTES))
            lines = file.read(_TAIL_BYTES).split(b"\n")
    except OSError:
        return ()
    found = [entry for line in lines if isinstance(entry := from_line(line), Receipt)]
    return tuple(Clearing(one.at, one.kind.value, one.empty_ms, one.shown_ms, one.proved) for one in found[: -CLEARINGS_SHOWN - 1 : -1])
