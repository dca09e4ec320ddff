"""Who stands at the PIN pad: a PIN is tried against the hashes of the configuration in force, and every try is counted first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flexcare.errors import StaffClosed
from flexcare.staff.lockout import Lockout
from flexcare.staff.pin import DIGITS_MAX, Role, pin_is
from flexcare.trust.secrets import Secret

_NOT_SET_UP = "set a PIN with flexcare pin set and publish; enrol the tablet with the site's pepper"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whose PIN it was, None for nobody's, and how long until the next try is allowed, in seconds."""

    role: Role | None
    wait_s: int = 0


class Pad:
    """Tries PINs, one at a time and off the event loop. Neither a PIN nor how long it took is ever logged.

    pins: the hashes of the configuration in force, asked at each try, so that a PIN that was changed counts at once. pepper: the site's;
    without it nothing opens.
    """

    def __init__(self, pins: Callable[[], Mapping[Role, str]], pepper: Callable[[], Secret | None], lockout: Lockout) -> None:
        self._pins = pins
        self._pepper = pepper
        self._lockout = lockout
        self._one_at_a_time = asyncio.Lock()

    async def attempt(self, pin: str) -> Answer:
        """Try a PIN. Raises `StaffClosed` where none can be tried now."""
        async with self._one_at_a_time:
            pepper, pins = self._pepper(), dict(self._pins())
            if pepper is None or not pins:
                raise StaffClosed("staff cannot be told from others at this tablet", cure=_NOT_SET_UP)
            self._lockout.begin()
            # Not awaited to be cancelled: a try that was counted is answered, or stays counted.
            role = await asyncio.to_thread(_whose, pin[: DIGITS_MAX + 1], pins, pepper)
            if role is not None:
                self._lockout.was_right()
            return Answer(role, self._lockout.wait_s())


def _whose(pin: str, pins: Mapping[Role, str], pepper: Secret) -> Role | None:
    """Compare with every role's hash, whichever fits, so that the time tells nothing."""
    found: Role | None = None
    for role, kept in sorted(pins.items()):
        if pin_is(pin, role, pepper, kept) and found is None:
            found = role
    return found
