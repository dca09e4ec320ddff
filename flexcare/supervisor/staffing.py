"""Wires the staff's part of the supervisor: whose PINs count, and where tries are counted."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from flexcare.clock import Clock
from flexcare.errors import FlexCareError
from flexcare.paths import Paths
from flexcare.staff.lockout import Lockout
from flexcare.staff.pad import Pad
from flexcare.staff.pin import Role
from flexcare.staff.settings import StaffSettings
from flexcare.supervisor.at_bed import Launch, StaffAtBed
from flexcare.supervisor.configuring import Configuring
from flexcare.supervisor.desks import Desk
from flexcare.supervisor.display import Display
from flexcare.supervisor.it_desk import ItDesk
from flexcare.supervisor.nurse_desk import NurseDesk
from flexcare.trust.enrolment import Enrolment, Tablet
from flexcare.trust.secrets import Secret


def staff_at_bed(
    start: Launch, display: Display, paths: Paths, enrolment: Enrolment | None, configuring: Configuring | None, clock: Clock
) -> StaffAtBed:
    """Staff's way to one tablet."""
    pad, lockout = _pin_pad(paths, configuring, clock)
    desks: dict[Role, Desk] = {Role.NURSE: NurseDesk(enrolment), Role.IT: ItDesk(configuring, enrolment)}
    return StaffAtBed(start, display, pad, lockout, desks, lambda: _settings(configuring).timeout_s, clock)


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
