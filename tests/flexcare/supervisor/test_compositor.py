from __future__ import annotations

import shutil
from pathlib import Path

import psutil
import pytest

from flexcare.errors import CompositorFailed
from flexcare.supervisor.compositor import Compositor, Screen
from tests.helpers.processes import name_of


def children() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


def test_a_screen_starts_and_leaves_nothing_behind() -> None:
    before = children()
    with Compositor(Screen(640, 400)) as compositor:
        begun = children() - before
        assert "sway" in {name_of(process) for process in begun}
        assert (compositor.runtime_folder / compositor.display).is_socket()
        assert Path(compositor.ipc_socket).is_socket()
    psutil.wait_procs(begun, timeout=60)
    assert [process for process in begun if process.is_running()] == []
    assert not compositor.runtime_folder.exists()


def test_stopping_twice_is_harmless() -> None:
    compositor = Compositor(Screen(640, 400))
    compositor.start()
    compositor.stop()
    compositor.stop()
    assert not compositor.runtime_folder.exists()


@pytest.mark.parametrize("tools", [(), ("unshare", "setpriv")], ids=["nothing", "all but sway"])
def test_a_screen_that_cannot_start_says_what_to_do(tools: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in tools:
        found = shutil.which(tool)
        assert found
        (tmp_path / tool).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path))
    before = children()
    compositor = Compositor(Screen())
    with pytest.raises(CompositorFailed) as caught:
        compositor.start()
    assert caught.value.cure
    assert children() == before
    assert not compositor.runtime_folder.exists()
