"""A session without a sandbox, for development only: what `--unsafe-no-sandbox` starts. Nothing holds it in, and it leaves traces."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.session.leftovers import Leftovers, leftovers
from flexcare.session.sandbox import Sandbox

UNHELD = ("there is no sandbox: what this session does stays on the machine",)
SHARED_VARIABLES = ("QT_IM_MODULE", "QT_QPA_PLATFORM", "QT_WAYLAND_DISABLE_WINDOWDECORATION")


@dataclass
class Unconfined:
    """A plain process in a process group of its own. It has no namespace to be known by."""

    process: subprocess.Popen[bytes]
    unheld: tuple[str, ...] = UNHELD
    pid_namespace: int | None = None
    mount_namespace: int | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def init_pid(self) -> int:
        return self.process.pid

    def kill(self) -> None:
        """End the process group. What left the group stays."""
        with contextlib.suppress(ProcessLookupError):
            if self.process.returncode is None:
                os.killpg(self.process.pid, signal.SIGKILL)

    def wait(self, timeout_s: float) -> bool:
        """Wait until the process has ended."""
        return self._ended.wait(timeout_s)

    def contains(self, pid: int) -> bool:
        """Whether a process belongs to the group."""
        try:
            return os.getpgid(pid) == self.process.pid
        except OSError:
            return False

    def freeze(self) -> bool:
        """Refuse: staff's PINs would lie open to what runs without a sandbox."""
        return False

    def thaw(self) -> bool:
        """Nothing stands still."""
        return False

    def left(self, forgotten: Collection[tuple[int, int]]) -> Leftovers:
        """Who holds one of these files; nothing else is known of a session without namespaces."""
        return leftovers(None, None, forgotten)

    def follow(self, on_end: Callable[[int], None]) -> None:
        """Wait for the end, note it and tell it."""
        code = self.process.wait()
        try:
            on_end(code if code >= 0 else 128 - code)
        finally:
            self._ended.set()


def launch_unconfined(
    sandbox: Sandbox, program: Sequence[str], *, pass_fds: Sequence[int] = (), output: int, on_end: Callable[[int], None]
) -> Unconfined:
    """Like `flexcare.session.launch.launch`, without everything that makes it safe. The host's paths are the session's."""
    shared = {name: value for name, value in sandbox.environment().items() if name in SHARED_VARIABLES}
    process = subprocess.Popen(
        program,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        pass_fds=pass_fds,
        env={**os.environ, **shared, "WAYLAND_DISPLAY": str(Path(sandbox.display).absolute())},
        process_group=0,
    )
    launched = Unconfined(process)
    threading.Thread(target=launched.follow, args=(on_end,), name="session", daemon=True).start()
    return launched
