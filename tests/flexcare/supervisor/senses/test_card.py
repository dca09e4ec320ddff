"""ALSA's own programs, on a card that is a real PipeWire underneath; what cards without a switch print is kept as text."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.card import CardSound, choose_control, read_level
from tests.helpers.in_loop import in_loop
from tests.helpers.sound_server import SoundServer

CARD = "ctl.!default { type pulse }\npcm.!default { type pulse }\n"
NO_CARD = "ctl.!default { type hw card 31 }\n"
CONTROLS = "Simple mixer control 'Speaker',0\nSimple mixer control 'Headphone',0\nSimple mixer control 'Auto-Mute Mode',0\n"
STEREO = "  Front Left: Playback 40 [46%] [-47.00dB] [on]\n  Front Right: Playback 44 [51%] [-43.00dB] [off]\n"


@pytest.fixture
def card(tmp_path: Path) -> Iterator[tuple[SoundServer, CardSound]]:
    with SoundServer(tmp_path / "sound") as server:
        (tmp_path / "alsa.conf").write_text(CARD)
        more = {"ALSA_CONFIG_PATH": str(tmp_path / "alsa.conf"), "PULSE_SERVER": f"unix:{server.socket}"}
        yield server, CardSound(more, nodes=None)


@in_loop
async def test_it_sets_what_is_heard(card: tuple[SoundServer, CardSound]) -> None:
    server, sound = card
    (output,) = await sound.outputs()
    assert output.is_private is None
    for percent, muted in ((35, False), (60, True), (80, False)):
        await sound.set(output, percent, muted=muted)
        (output,) = await sound.outputs()
        assert (output.percent, output.is_muted) == (percent, muted)
        assert (await asyncio.to_thread(server.level))[1] is muted


@in_loop
async def test_without_a_card_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "alsa.conf").write_text(NO_CARD)
    with pytest.raises(SenseUnusable):
        await CardSound({"ALSA_CONFIG_PATH": str(tmp_path / "alsa.conf")}, nodes=None).outputs()


async def _heard(sound: CardSound) -> None:
    async for _ in sound.changes():
        pass


@in_loop
async def test_no_program_is_started_to_find_that_there_is_no_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    async def start(*words: str, **_more: object) -> None:
        started.append(words[-1])
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr("flexcare.supervisor.senses.tools.start", start)
    sound = CardSound(nodes=tmp_path)
    for nodes, expected in (([], []), (["controlC0", "pcmC0D0p"], ["scontrols", "monitor"])):
        for node in nodes:
            (tmp_path / node).touch()
        with pytest.raises(SenseUnusable):
            await sound.outputs()
        with pytest.raises(SenseUnusable):
            await _heard(sound)
        assert started == expected


def test_the_control_that_everything_goes_through_is_taken() -> None:
    assert choose_control(CONTROLS) == "Speaker,0"
    assert choose_control(CONTROLS + "Simple mixer control 'Master',0\nSimple mixer control 'Master',1\n") == "Master,0"
    assert choose_control("Simple mixer control 'Capture',0\n") is None
    assert choose_control("") is None


def test_the_loudest_channel_counts_and_one_that_is_on_is_heard() -> None:
    assert read_level(STEREO) == (51, False)
    assert read_level(STEREO.replace("[on]", "[off]")) == (51, True)
    assert read_level("  Mono: Playback 12 [14%] [-80.00dB]\n") == (14, False)
    assert read_level("  Item0: 'Enabled'\n") is None
