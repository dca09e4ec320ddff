"""What a tablet's services do in the supervisor's place: the compositor that the machine runs, and a guide that somebody else makes."""

from __future__ import annotations

import asyncio
import select
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from flexcare.errors import CompositorFailed, GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource
from flexcare.lineup.channel import Channel, Stream
from flexcare.supervisor import apart
from flexcare.supervisor.apart import OwnCompositor
from flexcare.supervisor.compositor import Compositor, Screen
from flexcare.supervisor.importer import importer_at

NOW_S = 1_700_000_000
CHANNELS = (Channel(1, "One", Stream("udp://@239.1.1.1:5000"), guide_id="one"),)
XMLTV = b"""<tv><channel id="one"><display-name>One</display-name></channel>
<programme start="20231114223000 +0000" stop="20231114233000 +0000" channel="one"><title>News</title></programme></tv>"""


def linked(folder: Path, sway: Compositor) -> OwnCompositor:
    """A compositor as a service has it, at its usual names."""
    (folder / "sway.sock").symlink_to(sway.ipc_socket)
    (folder / "wayland-1").symlink_to(sway.socket)
    return OwnCompositor(folder)


def test_the_machines_compositor_is_found_and_its_end_is_seen(tmp_path: Path) -> None:
    with Compositor(Screen()) as sway:
        found = linked(tmp_path, sway)
        assert not found.is_alive
        found.start()
        assert found.is_alive
        death = found.death()
        assert not select.select([death], [], [], 0)[0]
        assert found.client_environment()["WAYLAND_DISPLAY"] == "wayland-1"
    assert select.select([death], [], [], 20)[0]
    assert not found.is_alive
    with pytest.raises(CompositorFailed):
        found.death()
    found.stop()


def test_a_compositor_that_comes_late_is_waited_for(tmp_path: Path) -> None:
    found = OwnCompositor(tmp_path)
    waiting = threading.Thread(target=found.start)
    waiting.start()
    with Compositor(Screen()) as sway:
        linked(tmp_path, sway)
        waiting.join(20)
        assert found.is_alive
        found.stop()
        # It is not ours to end.
        assert sway.is_alive


def test_a_compositor_that_does_not_come_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "START_TIMEOUT_S", 0.1)
    with pytest.raises(CompositorFailed, match=r"flexcare-display\.service"):
        OwnCompositor(tmp_path).start()


async def _asked(folder: Path, sources: list[GuideSource], command: list[str]) -> object:
    """Ask for a guide where each connection is a program's standard input and output, as systemd has it."""

    async def on_line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        done = await asyncio.to_thread(subprocess.run, command, input=await reader.read(), capture_output=True, timeout=60)
        writer.write(done.stdout)
        await writer.drain()
        writer.close()

    async with await asyncio.start_unix_server(on_line, folder / "socket"):
        return await importer_at(folder / "socket")(sources, CHANNELS, folder / "guide.sqlite", NOW_S, 86_400)


async def _asked_nobody(folder: Path) -> None:
    await importer_at(folder / "nowhere")([], CHANNELS, folder / "guide", NOW_S, 60)


MAKES = [sys.executable, "-P", "-m", "flexcare.guide"]


def test_a_guide_is_made_by_somebody_else(tmp_path: Path) -> None:
    source = tmp_path / "source.xml"
    source.write_bytes(XMLTV)
    report = asyncio.run(_asked(tmp_path, [GuideSource(source)], MAKES))
    assert getattr(report, "showings", 0) == 1
    assert (tmp_path / "guide.sqlite").exists()


def test_a_source_that_cannot_be_used_is_told_apart_from_a_program_that_failed(tmp_path: Path) -> None:
    source = tmp_path / "source.xml"
    source.write_bytes(b"no guide at all")
    with pytest.raises(GuideSourceUnusable):
        asyncio.run(_asked(tmp_path, [GuideSource(source)], MAKES))
    with pytest.raises(GuideUnusable, match="told nothing"):
        asyncio.run(_asked(tmp_path, [GuideSource(source)], ["false"]))
    with pytest.raises(GuideUnusable, match="cannot be asked"):
        asyncio.run(_asked_nobody(tmp_path))
