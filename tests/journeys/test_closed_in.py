from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from flexcare.session.sandbox import Sandbox
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen, grab
from tests.helpers.bedside import channel, offer
from tests.helpers.sandboxed import PATIENCE_S, Inside


def colours(compositor: Compositor, picture: Path) -> int:
    """How many different colours a coarse grid over the screen has."""
    grab(compositor.socket, picture)
    image = QImage(str(picture))
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def test_a_whole_session_paints_in_the_sandbox_and_is_gone_when_killed(sandbox: Sandbox, tmp_path: Path) -> None:
    write_ward(sandbox.ward, offer(channel(1, "udp://239.1.1.1:5000", "One")), {})
    with Compositor(Screen()) as compositor:
        shown = replace(sandbox, display=compositor.runtime_folder / compositor.display)
        runner = Inside(shown)
        try:
            assert colours(compositor, tmp_path / "empty.png") < 3
            running = runner.start(sys.executable, "-P", "-m", "kiosk", "--ward", "/ward", "--diagonal", "10.1")
            compositor_sees = 0
            while compositor_sees < 20 and running.codes == []:
                compositor_sees = colours(compositor, tmp_path / "session.png")
            assert compositor_sees >= 20
            running.launched.kill()
            assert running.launched.wait(PATIENCE_S)
            assert running.end() == ""
        finally:
            runner.close()
