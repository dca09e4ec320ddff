from __future__ import annotations

import os
from pathlib import Path

from flexcare.session.launch import Confined, Launched
from flexcare.session.sandbox import Sandbox
from flexcare.session.unconfined import Unconfined, launch_unconfined
from tests.helpers.sandboxed import PATIENCE_S

INTERFACE: tuple[type[Launched], ...] = (Confined, Unconfined)
"""The type checker's business: whoever can end one can end the other."""


def test_it_runs_with_the_machines_environment_and_the_display(sandbox: Sandbox, tmp_path: Path) -> None:
    codes: list[int] = []
    with (tmp_path / "said").open("wb") as output:
        launched = launch_unconfined(sandbox, ["env"], output=output.fileno(), on_end=codes.append)
        assert launched.wait(PATIENCE_S)
    variables = dict(line.split("=", 1) for line in (tmp_path / "said").read_text().splitlines() if "=" in line)
    assert codes == [0]
    assert variables["WAYLAND_DISPLAY"] == str(sandbox.display)
    assert variables["PATH"] == os.environ["PATH"]
    assert launched.pid_namespace is None
    assert launched.unheld


def test_killing_ends_the_group(sandbox: Sandbox) -> None:
    said, say = os.pipe()
    codes: list[int] = []
    with os.fdopen(said, "rb", buffering=0) as pipe:
        launched = launch_unconfined(sandbox, ["sh", "-c", "sleep 60 & echo ready; wait"], output=say, on_end=codes.append)
        os.close(say)
        assert pipe.read(6) == b"ready\n"
        assert launched.contains(launched.init_pid)
        assert not launched.contains(os.getpid())
        launched.kill()
        assert launched.wait(PATIENCE_S)
        assert pipe.read() == b"", "the sleeping child held the pipe too"
    assert codes == [137]
    launched.kill()
