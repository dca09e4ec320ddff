"""The peer of `deploy/bench web`: Chromium in guest and kiosk mode, from its start to the first contentful paint of the same page.

Under the same compositor as a visit, in a user and a pid namespace with its own sandbox on. Its folder stays warm between rounds.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from flexcare.supervisor.compositor import Compositor, Screen
from tests.helpers.web_site import WebSite

END_S = 20.0
NAMESPACES = "bwrap --die-with-parent --unshare-user --uid 1000 --gid 1000 --unshare-pid --unshare-ipc"
FILES = "--ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /dev/shm"
OPTIONS = "--guest --kiosk --no-first-run --no-default-browser-check --ozone-platform=wayland --password-store=basic"


def is_here() -> bool:
    """Whether this machine has the peer."""
    return shutil.which("chromium") is not None


def measure(site: WebSite, address: str, rounds: int) -> list[float]:
    """Milliseconds from each start to what the page says of its first contentful paint, after one round that warms its folder."""
    with tempfile.TemporaryDirectory(prefix="flexcare-peer-", ignore_cleanup_errors=True) as name, Compositor(Screen()) as compositor:
        return [_start(site, address, compositor, Path(name)) for _ in range(rounds + 1)][1:]


def _start(site: WebSite, address: str, compositor: Compositor, folder: Path) -> float:
    runtime = str(compositor.runtime_folder)
    # Debian's launcher is passed by: it is a shell script that costs a few hundredths of a second.
    program = "/usr/lib/chromium/chromium" if Path("/usr/lib/chromium/chromium").exists() else "chromium"
    binds = ["--bind", runtime, runtime, "--bind", str(folder), str(folder), "--"]
    command = [*NAMESPACES.split(), *FILES.split(), *binds, program, *OPTIONS.split(), f"--user-data-dir={folder}/profile", address]
    environment = {**os.environ, **compositor.client_environment(), "HOME": str(folder), "TMPDIR": str(folder)}
    started_ms = time.time() * 1000
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdin=nothing, stdout=nothing, stderr=nothing)
    try:
        return float(site.await_told("painted")["at"]) - started_ms
    finally:
        for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)
        process.wait(END_S)
