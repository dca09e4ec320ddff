"""The screen under a real compositor: workspaces, windows that lie, and the compositor's own death."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flexcare.errors import CompositorFailed
from flexcare.supervisor.compositor import Backend, Screen
from flexcare.supervisor.display import Display
from flexcare.supervisor.sway import Sway
from tests.helpers.processes import command_of, name_of


@pytest.fixture
def short_path() -> Iterator[Path]:
    """Pytest's own folders have the test's name in theirs, and then sway's sockets do not fit into the 107 bytes that they may have."""
    with tempfile.TemporaryDirectory(prefix="fc-") as folder:
        yield Path(folder)


def display_in(folder: Path, owned: set[int]) -> Display:
    return Display(Screen(640, 400), Backend.HEADLESS, folder / "display", lambda pid, slot: slot == 1 and pid in owned)


def open_window(display: Display, app_id: bytes, title: bytes, count: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "WAYLAND_SOCKET_PATH": str(display.socket)}
    words = ("-P", "-m", "tests.helpers.strange_window", app_id.hex(), title.hex(), str(count))
    return subprocess.Popen([sys.executable, *words], env=environment)


def test_a_refused_command_is_an_error(short_path: Path) -> None:
    async def main() -> None:
        display = display_in(short_path, set())
        await display.open(lambda: None)
        try:
            await display.cover()
            await display.show(1)
            async with await Sway.connect(display.ipc_socket) as sway:
                with pytest.raises(CompositorFailed, match="refuses"):
                    await sway.command("no-such-command")
        finally:
            display.close()

    asyncio.run(main())


def test_a_window_that_claims_what_it_is_not_is_closed(short_path: Path) -> None:
    async def main() -> None:
        owned: set[int] = set()
        display = display_in(short_path, owned)
        await display.open(lambda: None)
        processes = []
        try:
            for app_id in (b"flexcare-session-1", b"stranger"):
                process = open_window(display, app_id, b"", 0)
                processes.append(process)
                assert await asyncio.wait_for(asyncio.to_thread(process.wait), 20) == 0
        finally:
            for process in processes:
                process.kill()
                process.wait()
            display.close()

    asyncio.run(main())


def test_the_death_of_the_compositor_is_told_and_it_starts_again(short_path: Path) -> None:
    async def main() -> None:
        display = display_in(short_path, set())
        died = asyncio.Event()
        await display.open(died.set)
        try:
            sway = next(
                child
                for child in psutil.Process().children()
                if name_of(child) == "sway" and str(short_path) in " ".join(command_of(child))
            )
            sway.kill()
            await asyncio.wait_for(died.wait(), 10)
            assert not display.is_alive
            with pytest.raises(CompositorFailed):
                await display.cover()
            await display.reopen()
            assert display.is_alive
            await display.cover()
        finally:
            display.close()

    asyncio.run(main())
    assert not (short_path / "display").exists()


@pytest.mark.parametrize(
    ("app_id", "title", "count"),
    [(b"stranger", b"\xff\xfe not a text \x80", 1), (b"\xfe\xff", b"", 1), (b"stranger", b"gone before it is closed", 50)],
    ids=["title", "app-id", "quick"],
)
def test_strange_windows_do_not_blind_the_watch(short_path: Path, app_id: bytes, title: bytes, count: int) -> None:
    async def main() -> None:
        display = display_in(short_path, set())
        await display.open(lambda: None)
        processes = []
        try:
            processes.append(open_window(display, app_id, title, count))
            assert await asyncio.wait_for(asyncio.to_thread(processes[0].wait), 20) == 0
            processes.append(open_window(display, b"flexcare-session-2", b"a lie", 0))
            assert await asyncio.wait_for(asyncio.to_thread(processes[1].wait), 20) == 0
        finally:
            for process in processes:
                process.kill()
                process.wait()
            display.close()

    asyncio.run(main())


@pytest.mark.parametrize("state", ["transform 90", "scale 3"])
def test_a_screen_that_a_session_left_askew_is_set_right_when_the_next_is_shown(short_path: Path, state: str) -> None:
    """Here by a command; a session of sway 1.7 can do it by wlr-output-management, and turn it off; a headless output stays on."""

    async def main() -> None:
        display = display_in(short_path, set())
        await display.open(lambda: None)
        try:
            async with await Sway.connect(display.ipc_socket) as sway:
                assert all(output.is_usual for output in await sway.outputs())
                await sway.command(f"output HEADLESS-1 {state}")
                assert not any(output.is_usual for output in await sway.outputs())
                await display.cover()
                await display.show(1)
                assert all(output.is_usual for output in await sway.outputs())
        finally:
            display.close()

    asyncio.run(main())
