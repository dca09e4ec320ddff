"""The kiosk's own start, on a ward folder, until the first frame of Welcome was shown; tells when that was."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.app import Options, build
from kiosk.screen import prepare_qt


def shown() -> None:
    """Tell the moment, and leave: how the kiosk ends is not what is measured."""
    print(time.monotonic_ns(), flush=True)
    os._exit(0)


prepare_qt()
application = QGuiApplication(["flexcare"])
kiosk = build(application, Path(sys.argv[1]), Options(10.1))
kiosk.window.frameSwapped.connect(shown)
application.exec()
