"""Against a real PipeWire."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import pytest

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.pulse import PulseSound, read_sinks
from tests.helpers.in_loop import in_loop
from tests.helpers.sound_server import SoundServer

HEADPHONES = """[{"index": 1, "mute": false, "volume": {"a": {"value": 26214}, "b": {"value": 32768}}, "properties": {},
"active_port": "[Out] H",
"ports": [{"name": "[Out] S", "type": "Speaker"}, {"name": "[Out] H", "type": "Headphones"}]}]"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    with SoundServer(tmp_path / "sound") as running:
        yield running


@in_loop
async def test_it_sets_what_is_heard_and_sees_what_is_a_headset(server: SoundServer) -> None:
    server.add("usb", "headset")
    sound = PulseSound(server.socket)
    outputs = await sound.outputs()
    assert [output.is_private for output in outputs] == [None, True]
    await sound.set(outputs[0], 35, muted=False)
    await sound.set(outputs[1], 60, muted=True)
    assert (server.level("bed"), server.level("usb")) == ((35, False), (60, True))
    assert [(output.percent, output.is_muted) for output in await sound.outputs()] == [(35, False), (60, True)]
    await sound.set(outputs[1], 60, muted=False)
    assert server.level("usb") == (60, False)


@in_loop
async def test_it_hears_of_outputs_and_not_of_clients(server: SoundServer) -> None:
    async with aclosing(PulseSound(server.socket).changes()) as changes:
        await anext(changes)
        heard = asyncio.ensure_future(anext(changes))
        # Somebody connects, which is what the fixture's own questions are, and nothing is told of that.
        for _ in range(3):
            await asyncio.to_thread(server.pactl, "info")
        assert not heard.done()
        while not heard.done():
            await asyncio.to_thread(server.pactl, "set-sink-mute", "bed", "toggle")
        await heard


@in_loop
async def test_what_it_hears_ends_with_the_server(server: SoundServer) -> None:
    async with aclosing(PulseSound(server.socket).changes()) as changes:
        await anext(changes)
        await asyncio.to_thread(server.stop)
        # Nothing would end this where the end was not heard.
        async with asyncio.timeout(30):
            async for _ in changes:
                continue


@in_loop
async def test_without_a_server_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SenseUnusable):
        await PulseSound(tmp_path / "nothing").outputs()
    with pytest.raises(SenseUnusable):
        await anext(PulseSound(tmp_path / "nothing").changes())
    (tmp_path / "nothing").touch()
    with pytest.raises(SenseUnusable):
        await PulseSound(tmp_path / "nothing").outputs()


def test_a_port_says_what_a_jack_is_used_for() -> None:
    (output,) = read_sinks(HEADPHONES)
    assert (output.percent, output.is_private) == (50, True)
    (output,) = read_sinks(HEADPHONES.replace('"active_port": "[Out] H"', '"active_port": "[Out] S"'))
    assert output.is_private is False


@pytest.mark.parametrize("text", ["", "no JSON", "[1]", "{}x", '[{"index": "x"}]', '[{"index": 1, "volume": [], "mute": true}]'])
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(SenseUnusable):
        read_sinks(text)
