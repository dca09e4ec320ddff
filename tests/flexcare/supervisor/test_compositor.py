from __future__ import annotations

from pathlib import Path

import pytest

from flexcare.errors import CompositorFailed
from flexcare.supervisor.compositor import Backend, Compositor, Screen


def test_starts_takes_a_picture_and_leaves_nothing(tmp_path: Path) -> None:
    with Compositor(Screen(640, 480, 8.0)) as compositor:
        assert (compositor.runtime_folder / compositor.display).is_socket()
        compositor.grab(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").read_bytes()[:4] == b"\x89PNG"
    assert not compositor.runtime_folder.exists()


def test_a_machine_without_sway_is_told_the_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    compositor = Compositor(Screen())
    with pytest.raises(CompositorFailed, match="install sway"):
        compositor.start()
    assert not compositor.runtime_folder.exists()


@pytest.mark.parametrize(
    ("environment", "backend"),
    [({}, Backend.HEADLESS), ({"DISPLAY": ":0"}, Backend.IN_X11), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, Backend.IN_WAYLAND)],
)
def test_finds_the_desktop_it_is_in(environment: dict[str, str], backend: Backend) -> None:
    assert Backend.of(environment) is backend
