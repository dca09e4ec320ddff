"""What every session of one machine is, and the staff's program, and what each finds around it: the same whoever starts it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.session.capture import NOTHING, Capture
from flexcare.session.sandbox import Sandbox, checkout, installed_code
from flexcare.session.settings import SessionSettings

CACHES_INSIDE = Path("/caches")
"""Where the kiosk looks for them (`kiosk/caches.py`)."""


@dataclass(frozen=True)
class Program:
    """What runs in a session: the kiosk, or in tests and tours the kiosk with somebody looking on.

    code: more folders of code that it needs. sockets: what it may connect to beside its own line, outside path to inside path.
    """

    command: tuple[str, ...] = (sys.executable, "-P", "-m", "kiosk")
    code: tuple[Path, ...] = ()
    sockets: tuple[tuple[Path, Path], ...] = ()


STAFF = Program((sys.executable, "-P", "-m", "kiosk.staff"))
STAFF_SLOT = 0
"""In which the staff's program is started; sessions have the others."""


@dataclass(frozen=True)
class Surroundings:
    """`ward` is the ward folder or a link to the newest, `nothing` an empty folder for as long as there is none.

    user: the host user that sessions run as, where whoever starts them is root. sound: a socket for playback that all share.
    staff: the staff's program.
    """

    ward: Path
    nothing: Path
    program: Program = field(default_factory=Program)
    sound: Path | None = None
    user: int | None = None
    staff: Program = STAFF

    def sandbox(
        self, display: Path, settings: SessionSettings, slot: int = 1, *, sound: Path | None = None, capture: Capture = NOTHING
    ) -> Sandbox:
        """The sandbox of what is started in a slot now and finds the compositor at `display`.

        The staff's program plays and records nothing. sound: a socket for playback of its own, in place of the one that all share.
        capture: what is to be in a session's reach.
        """
        # The folder itself: what a link leads to may change while the session lives.
        folder = self.ward.resolve() if self.ward.is_dir() else self.nothing
        if slot == STAFF_SLOT:
            program, heard, capture = self.staff, None, NOTHING
        else:
            program, heard = self.program, sound or self.sound
        code = (*installed_code(), *program.code)
        return Sandbox(folder, display, settings, code, (*program.sockets, *_caches()), heard, self.user, capture)

    def command(self, ward: str, line: int, slot: int, diagonal_inches: float) -> list[str]:
        """What is started in it. `ward` is where it finds the ward folder."""
        own = ["--ward", ward, "--link", str(line), "--diagonal", str(diagonal_inches)]
        return [*self.staff.command, *own] if slot == STAFF_SLOT else [*self.program.command, *own, "--slot", str(slot)]


def _caches() -> tuple[tuple[Path, Path], ...]:
    """What the set-up compiled for sessions to start from, outside path to inside path; without it they only start later."""
    made = checkout() / ".cache" / "session"
    return ((made, CACHES_INSIDE),) if made.is_dir() else ()
