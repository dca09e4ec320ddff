"""Wires the staff's part of the supervisor: whose PINs count, and where tries are counted."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flexcare.clock import Clock
from flexcare.errors import FlexCareError
from flexcare.fleet.health import Monitor
from flexcare.paths import Paths
from flexcare.session.kinds import Act
from flexcare.staff.audit import Audit
from flexcare.staff.diagnosis import Verdict
from flexcare.staff.lockout import Lockout
from flexcare.staff.pad import Pad
from flexcare.staff.pin import Role
from flexcare.staff.settings import StaffSettings
from flexcare.supervisor.at_bed import StaffAtBed
from flexcare.supervisor.bed_keeping import BedKeeping, Loudness
from flexcare.supervisor.configuring import Configuring
from flexcare.supervisor.desks import Desk
from flexcare.supervisor.display import Display
from flexcare.supervisor.it_desk import ItDesk, Means
from flexcare.supervisor.looking import Looking
from flexcare.supervisor.nurse_desk import NurseDesk
from flexcare.supervisor.staff_program import Launch
from flexcare.trust.enrolment import Enrolment, Tablet
from flexcare.trust.secrets import Secret


@dataclass(frozen=True)
class Bedside:
    """What the staff's part of one tablet is made of. `keeping` is None where the ward folder is given by hand."""

    paths: Paths
    enrolment: Enrolment | None
    keeping: BedKeeping | None
    audit: Audit
    looking: Looking
    clock: Clock
    sound: Path | None = None
    restart: tuple[str, ...] = ()

    @property
    def configuring(self) -> Configuring | None:
        """What brings the tablet's configuration."""
        return self.keeping.configuring if self.keeping is not None else None


def bed_keeping(paths: Paths, enrolment: Enrolment | None, configuring: Configuring | None, clock: Clock) -> BedKeeping | None:
    """What staff set at this bed. Before the configuration is shown for the first time."""
    if configuring is None or enrolment is None:
        return None
    return BedKeeping(paths.state / "bed.json", configuring, enrolment.device, clock)


def staff_at_bed(start: Launch, display: Display, bedside: Bedside) -> StaffAtBed:
    """Staff's way to one tablet."""
    configuring, audit = bedside.configuring, bedside.audit
    pad, lockout = _pin_pad(bedside.paths, configuring, bedside.clock)

    async def note(act: Act, done: bool) -> None:
        await audit.note(act, Role.NURSE, done=done)

    async def help_() -> Verdict:
        return (await bedside.looking.look()).verdict

    means = Means(bedside.paths, bedside.clock, bedside.looking, audit, bedside.sound, bedside.restart)
    desks: dict[Role, Desk] = {
        Role.NURSE: NurseDesk(configuring, bedside.keeping, note, help_),
        Role.IT: ItDesk(configuring, bedside.enrolment, means),
    }
    return StaffAtBed(start, display, pad, lockout, desks, audit, lambda: _settings(configuring).timeout_s, bedside.clock)


def join_staff(staff: StaffAtBed | None, keeping: BedKeeping | None, monitor: Monitor, senses: Loudness) -> None:
    """Have health hear of many wrong tries and of where the tablet stands, and sound and light follow what staff set."""
    if staff is not None:
        staff.alarming = lambda on: monitor.alarm("staff-locked", on=on)
    if keeping is not None:
        keeping.told = monitor.placed
        keeping.begin(senses)


def _settings(configuring: Configuring | None) -> StaffSettings:
    return configuring.staff if configuring is not None else StaffSettings()


def _pin_pad(paths: Paths, configuring: Configuring | None, clock: Clock) -> tuple[Pad, Lockout]:
    """The pad of this tablet, and the count of its tries."""
    lockout = Lockout(paths.state / "staff-tries.json", clock)
    tablet = Tablet(paths.trust)

    def pepper() -> Secret | None:
        # One that cannot be read is none: staff functions are shut then.
        with contextlib.suppress(FlexCareError):
            return tablet.secret("pepper")
        return None

    def pins() -> Mapping[Role, str]:
        kept = configuring.pins if configuring is not None else {}
        return {Role(name): text for name, text in kept.items() if name in set(Role)}

    return Pad(pins, pepper, lockout), lockout
