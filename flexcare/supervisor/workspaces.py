"""What is on the screen: a workspace for each program, and the one that was named last is seen.

A window finds its workspace by the app_id that it claims, so that a standby's never flashes up. Whether it may claim that is
asked of the kernel (the process's pid namespace), and a window that lies is closed.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable

from flexcare.errors import CompositorFailed
from flexcare.session.surroundings import STAFF_SLOT
from flexcare.supervisor.sway import Sway, Window

log = logging.getLogger(__name__)

COVER = "cover"
STAFF = "staff"
SLOTS = (1, 2)
"""One for the session on the screen, one for the next."""

KINDS = ("session", "visit")
"""What has windows: the session itself, and the web visit that a patient makes in it."""

_OTHERS = '[app_id="^(?!flexcare-(session-[12]|visit-[12]|staff)$)"]'
RULES = "".join(f'assign [app_id="^flexcare-{kind}-{slot}$"] workspace {kind}-{slot}\n' for kind in KINDS for slot in SLOTS) + (
    f'assign [app_id="^flexcare-{STAFF}$"] workspace {STAFF}\nassign {_OTHERS} workspace stray\nno_focus {_OTHERS}\nworkspace {COVER}\n'
)
"""For sway's configuration. Only these names are ever used, because sway forgets no rule."""


USUAL = ("enable", "dpms on", "transform normal", "scale 1")
"""How an output is to be; the size of a window on a desktop is the desktop's business."""


def workspace_of(slot: int, kind: str = "session") -> str:
    """The workspace of the session in this slot, or of its visit."""
    return f"{kind}-{slot}"


class Workspaces:
    """Drives the compositor. `owns(pid, slot)` says whether a process belongs to the session in a slot."""

    def __init__(self, commands: Sway, events: Sway, owns: Callable[[int, int], bool]) -> None:
        self._commands = commands
        self._events = events
        self._owns = owns

    async def ask(self) -> None:
        """Have the compositor do nothing. Raises CompositorFailed where it does not even do that."""
        await self._commands.command("nop")

    async def cover(self) -> None:
        """Show nothing. Raises CompositorFailed."""
        await self._commands.command(f"workspace {COVER}")

    async def show(self, slot: int) -> None:
        """Show the session in this slot and nothing else. Raises CompositorFailed."""
        for output in await self._commands.outputs():
            if not output.is_usual:
                # Where sway does not hide that from sessions, one can turn the screen off or round, and it stays so after its death.
                log.warning("the screen was not as it should be and is set right")
                for state in USUAL:
                    await self._commands.command(f"output {output.name} {state}")
        await self._commands.command(f"workspace {workspace_of(slot)}")

    async def turn(self, slot: int, *, visiting: bool) -> None:
        """Show the visit of the session in this slot in its place, or the session again. Raises CompositorFailed."""
        await self._commands.command(f"workspace {workspace_of(slot, 'visit' if visiting else 'session')}")

    async def show_staff(self) -> None:
        """Show the staff program and nothing else. Raises CompositorFailed."""
        await self._commands.command(f"workspace {STAFF}")

    async def watch(self) -> None:
        """Close every window that is not where it belongs, until the compositor goes away or hangs up. Raises CompositorFailed."""
        await self._events.subscribe()
        await self.go_on_watching()

    async def go_on_watching(self) -> None:
        """The same over a connection that is told of windows already."""
        async for window in self._events.new_windows():
            if not self._belongs(window):
                log.warning("a window of a stranger was closed")
                # Refused where it is gone already.
                with contextlib.suppress(CompositorFailed):
                    await self._commands.command(f"[con_id={window.id}] kill")

    async def watch_anew(self, events: Sway) -> None:
        """Watch over another connection, in the place of one that the compositor hung up. Raises CompositorFailed."""
        self._events.close()
        self._events = events
        await self.watch()

    async def forget(self, events: Sway) -> None:
        """Let a fresh connection be told of windows in the place of the one before. Raises CompositorFailed.

        What windows were called stays in the buffers at both ends of a connection until more is said, though they are gone.
        """
        # sway sees a client's end before it answers what was asked after that, and tells of the closed windows at once.
        await self._commands.command("nop")
        await events.subscribe()
        self._events.close()
        self._events = events

    def _belongs(self, window: Window) -> bool:
        claims = [(STAFF_SLOT, f"flexcare-{STAFF}"), *((slot, f"flexcare-{workspace_of(slot, kind)}") for slot in SLOTS for kind in KINDS)]
        return any(window.app_id == claim and self._owns(window.pid, slot) for slot, claim in claims)

    def close(self) -> None:
        """Leave the compositor."""
        self._commands.close()
        self._events.close()
