"""How a tablet is: one closed picture, which the log, the broker's status and `flexcare health` on the tablet share. Nothing about use."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

import flexcare
from flexcare.clock import Clock
from flexcare.fleet.status import ALARMS_MAX, Alarm, State, Status
from flexcare.instructions.deciding import Outcome
from flexcare.session.messages import Moment

log = logging.getLogger(__name__)

_FILE_MAX_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Equipment:
    """What of the machine's sound and light can be set. headphones: whether it is seen that they are plugged in, not whether they are."""

    sound: Literal["unknown", "none", "server", "card"] = "unknown"
    light: Literal["unknown", "none", "file", "logind"] = "unknown"
    headphones: Literal["unknown", "seen", "unseen"] = "unknown"


@dataclass(frozen=True, slots=True)
class Health:
    """serial, software, state: as in a status. alarms: what is wrong, each with since when (seconds since 1970). instruction, outcome: of
    the last of the hospital's instructions for this tablet. equipment: what of its sound and light can be set.
    """

    serial: Annotated[int, Meta(ge=0, le=2**53)] = 0
    software: str = flexcare.__version__
    state: State = "ok"
    alarms: Annotated[dict[Alarm, Moment], Meta(max_length=ALARMS_MAX)] = field(default_factory=dict)
    instruction: Annotated[int, Meta(ge=0, le=2**31)] = 0
    outcome: Outcome = "none"
    equipment: Equipment = field(default_factory=Equipment)

    @property
    def status(self) -> Status:
        """What of it goes to the broker."""
        return Status(self.serial, self.software, self.state, tuple(sorted(self.alarms)), self.instruction, self.outcome)


class Monitor:
    """Keeps the picture up to date in a file for IT at the tablet; `told` hears of each change. Never raises."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self.health = Health()
        self.told: Callable[[Health], None] = lambda _: None

    def begin(self) -> None:
        """Write the picture down, whatever it is."""
        self._write()

    def stand(self, serial: int, state: State) -> None:
        """The configuration stands like this; its trouble is an alarm until it is over."""
        troubles: dict[Alarm, int] = {} if state == "ok" or state == "gone" else {state: self._since(state)}
        others = {alarm: since for alarm, since in self.health.alarms.items() if alarm not in _OF_STATE}
        self._be(replace(self.health, serial=serial, state=state, alarms={**others, **troubles}))

    def alarm(self, alarm: Alarm, *, on: bool) -> None:
        """Something that is no matter of the configuration is wrong, or is not any more."""
        others = {other: since for other, since in self.health.alarms.items() if other != alarm}
        self._be(replace(self.health, alarms={**others, alarm: self._since(alarm)} if on else others))

    def instructed(self, number: int, outcome: Outcome) -> None:
        """So ended the last of the hospital's instructions for this tablet."""
        self._be(replace(self.health, instruction=number, outcome=outcome))

    def equipped(self, equipment: Equipment) -> None:
        """So the machine's own sound and light can be set."""
        self._be(replace(self.health, equipment=equipment))

    def _since(self, alarm: Alarm) -> int:
        return self.health.alarms.get(alarm) or max(0, int(self._clock.now().timestamp()))

    def _be(self, health: Health) -> None:
        if health == self.health:
            return
        before, self.health = set(self.health.alarms), health
        for alarm in sorted(set(health.alarms) - before):
            log.warning("health: %s", alarm)
        for alarm in sorted(before - set(health.alarms)):
            log.info("health: no longer %s", alarm)
        self._write()
        self.told(health)

    def _write(self) -> None:
        new = self._file.with_name(f".{self._file.name}.new")
        try:
            self._file.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
            new.write_bytes(msgspec.json.encode(self.health))
            new.replace(self._file)
        except OSError as error:
            log.error("the file about this tablet's health cannot be written: %s", error.strerror)


_OF_STATE = ("unreachable", "refused", "expired", "unwritable", "unusable")


def read_health(file: Path) -> Health | None:
    """What a supervisor wrote down; None where there is nothing sound."""
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(_FILE_MAX_BYTES), type=Health)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
