"""What a tablet's own services do in the supervisor's place: its screen, its sessions, its guide and its packet filter.

The supervisor reads what comes from the network. On a tablet it therefore starts nothing and has no rights; it asks these, over sockets
that nobody but it may open (`deploy/systemd`).
"""

from __future__ import annotations

import logging
import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import CompositorFailed
from flexcare.launcher.remote import Launcher, RemoteTree
from flexcare.session.capture import Capture
from flexcare.session.live import Proof
from flexcare.session.settings import SessionSettings
from flexcare.supervisor.compositor import COMMON, START_TIMEOUT_S, client_environment
from flexcare.supervisor.security_context import Doors
from flexcare.supervisor.workspaces import RULES

log = logging.getLogger(__name__)

LOOK_AGAIN_S = 0.05

CONFIGURATION = f"""\
# The tablet's own compositor. Made from the program's code; there is nothing in it to change: what is seen is said by the supervisor.
{COMMON}output * scale 1
exec $FLEXCARE_PULSE
{RULES}"""
"""What sway is started with on a tablet: `deploy/compositor/sway.conf`."""


@dataclass(frozen=True)
class Apart:
    """Where they listen. `display` is the compositor's folder."""

    launcher: Path
    display: Path
    guide: Path
    filter: Path

    @classmethod
    def below(cls, run: Path) -> Apart:
        """Their usual places below a folder, which is /run."""
        sockets = (run / f"flexcare-{name}" / "socket" for name in ("launcher", "guide", "filter"))
        launcher, guide, filtering = sockets
        return cls(launcher, run / "flexcare-display", guide, filtering)


class OwnCompositor:
    """The compositor that the machine runs, as `Compositor` is one that the supervisor runs. Its service starts it again when it ends."""

    def __init__(self, folder: Path) -> None:
        self.runtime_folder = folder
        self.socket = folder / "wayland-1"
        self.ipc_socket = str(folder / "sway.sock")
        self._link: socket.socket | None = None

    def start(self) -> None:
        """Return when it is there. Raises CompositorFailed where it does not come."""
        deadline_s = time.monotonic() + START_TIMEOUT_S
        while True:
            link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                link.connect(self.ipc_socket)
            except OSError as error:
                link.close()
                if time.monotonic() > deadline_s:
                    cure = "look at flexcare-display.service"
                    raise CompositorFailed(f"the screen's service is not there: {error.strerror}", cure=cure) from error
                time.sleep(LOOK_AGAIN_S)
            else:
                self._link = link
                return

    @property
    def is_alive(self) -> bool:
        """Whether it runs: it says nothing by itself over this connection, so what can be read is its end."""
        return self._link is not None and not select.select([self._link], [], [], 0)[0]

    def death(self) -> int:
        """A new file descriptor that becomes readable when it ends; the caller closes it. Raises CompositorFailed where it has."""
        if self._link is None or not self.is_alive:
            raise CompositorFailed("sway has ended")
        return os.dup(self._link.fileno())

    def kill(self) -> None:
        """Nothing: one that does not answer is ended by its own watchdog (`flexcare.supervisor.pulse`), and that is seen here."""
        log.error("the screen's service does not answer; its watchdog will end it")

    def stop(self) -> None:
        """Leave it; it stays, and shows nothing that was not put there."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def client_environment(self) -> dict[str, str]:
        """The variables that make a Qt program a client of this compositor."""
        return client_environment(self.runtime_folder, self.socket.name)


class ApartSessions:
    """Has the launcher at `place` start sessions, each behind a door of its own to the `compositor`."""

    def __init__(self, place: Path, folder: Path) -> None:
        self.compositor: Callable[[], Path] = _no_compositor
        self._launcher = Launcher(place)
        self._doors = Doors(folder, lambda: self.compositor(), listen=self._launcher.listen)

    def before(self) -> Proof:
        """What is proved of the sessions of the supervisor before: the launcher ends them first, and looks. Raises SandboxUnusable."""
        hello = self._launcher.greet()
        for what in hello.unheld:
            log.warning("%s", what)
        return Proof(processes=hello.gone, mounts=hello.gone, sockets=hello.gone, memory=hello.gone, output=hello.gone)

    def start(
        self,
        slot: int,
        settings: SessionSettings,
        capture: Capture,
        diagonal_inches: float,
        *,
        line: int,
        output: int,
        on_end: Callable[[int], None],
    ) -> RemoteTree:
        """Start a session. Raises SandboxUnusable, and CompositorFailed where it gets no door."""
        door = self._doors.open(slot)
        try:
            return self._launcher.start(
                slot, settings, capture, diagonal_inches, own_door=door.is_own, line=line, output=output, on_end=door.until(on_end)
            )
        except BaseException:
            door.close()
            raise


def _no_compositor() -> Path:
    raise CompositorFailed("there is no compositor")
