"""Makes what a session's cold start is spared: `python -m deploy.session_caches DIR` lets a session paint and keeps its caches in DIR.

It is a session that nobody used, on a made-up ward folder, so nothing of anybody is in them. It runs where the set-up runs: with the same
drivers and the same Qt as the sessions later.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from flexcare.errors import FlexCareError
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen

PAINT_S = 60.0
PAGE_MS = 500
KEPT = ("mesa_shader_cache", "mesa_shader_cache_db", "nvidia", "radv_builtin_shaders", "qtshadercache", "flexcare")
"""What is worth keeping, by how its name begins: shaders, pipelines and QML. Not what else programs may put there."""


def paint(ward: Path) -> None:
    """Be a session: paint Welcome, then the pages behind it, and end as a program should, for that is when caches are written."""
    from kiosk.app import Options, build
    from kiosk.screen import prepare_qt

    prepare_qt()
    application = QGuiApplication(["flexcare"])
    kiosk = build(application, ward, Options(Screen().diagonal_inches))
    pages = iter((kiosk.shell.start, kiosk.shell.openComfort, kiosk.shell.closeSheet, kiosk.shell.goHome, application.quit))
    # Each page stays long enough to have come in and to be drawn, with all that moves on it.
    timer = QTimer(kiosk.window, interval=PAGE_MS)
    timer.timeout.connect(lambda: next(pages)())
    timer.start()
    application.exec()
    kiosk.close()


def make(folder: Path) -> None:
    """Fill `folder` with the caches of such a session. Raises FlexCareError or subprocess.SubprocessError; the folder is then as it was."""
    with tempfile.TemporaryDirectory(prefix="flexcare-caches-") as temporary, Compositor(Screen()) as compositor:
        ward, caches = Path(temporary, "ward"), Path(temporary, "caches")
        write_ward(ward, Offer(Hospital("Hospital"), (Channel(1, "Channel", Stream("udp://@127.0.0.1:9")),)), {})
        environment = {**os.environ, **compositor.client_environment(), "XDG_CACHE_HOME": str(caches), "TMPDIR": temporary}
        command = [sys.executable, "-P", "-m", "deploy.session_caches", "--paint", str(ward)]
        # Twice, because a session that finds pipelines of the one before asks the driver for other things.
        for _ in range(2):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True, timeout=PAINT_S, capture_output=True)
        fresh = folder.with_name(folder.name + ".part")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for found in caches.iterdir():
            if found.name.startswith(KEPT):
                shutil.copytree(found, fresh / found.name)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)


def main(arguments: list[str]) -> int:
    """Make them; its exit code."""
    match arguments:
        case ["--paint", ward]:
            paint(Path(ward))
            return 0
        case [folder]:
            try:
                make(Path(folder))
            except (FlexCareError, subprocess.SubprocessError, OSError) as error:
                print(f"no caches for sessions, which start all the same, only later: {error}", file=sys.stderr)
                return 1
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
