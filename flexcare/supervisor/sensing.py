"""Joins the machine's sound and light to the supervisor."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from flexcare.clock import Clock
from flexcare.supervisor.senses.card import CardSound
from flexcare.supervisor.senses.hours import Hours
from flexcare.supervisor.senses.pulse import PulseSound
from flexcare.supervisor.senses.senses import Machine, Report, Senses
from flexcare.supervisor.supervisor import Supervisor

log = logging.getLogger(__name__)


def sense(supervisor: Supervisor, clock: Clock, report: Report, socket: Path | None) -> tuple[Senses, asyncio.Task[None]]:
    """Look after sound and light from now on, for this supervisor's sessions. socket: of the sound server, whether it runs yet or not."""
    sounds = (*(() if socket is None else (PulseSound(socket),)), CardSound())
    ward = supervisor.sense(lambda: senses.conditions, lambda: senses.reset())
    senses = Senses(Machine(sounds), Hours(clock), ward.senses, supervisor.tell, report)
    task = asyncio.ensure_future(senses.run())
    task.add_done_callback(_tell_end)
    return senses, task


def _tell_end(task: asyncio.Task[None]) -> None:
    """Sessions go on without."""
    if not task.cancelled() and task.exception() is not None:
        log.error("sound and light are not looked after any more: %r", task.exception())
