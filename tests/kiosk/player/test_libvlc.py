"""What libvlc does for us and what it must not: where streams lead it, how loud it is, how interlaced pictures come out."""

from __future__ import annotations

import math
import os
import threading
from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from flexcare.session.offer import Sound
from kiosk.player.frames import Frames
from kiosk.player.libvlc import Libvlc
from kiosk.player.player import Player
from tests.kiosk.player.conftest import Stage, channel
from tests.kiosk.player.films import Cinema, Film, plain

TONE = 0.125
LOSS_MS = 60_000


def hls(entry: str) -> bytes:
    return f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:20\n#EXTINF:20,\n{entry}\n#EXT-X-ENDLIST\n".encode()


def dash(entry: str) -> bytes:
    kind = 'mimeType="video/mp2t" codecs="avc1" width="320" height="180" id="1" bandwidth="1000000"'
    period = f"<Period><AdaptationSet><Representation {kind}><BaseURL>{entry}</BaseURL></Representation></AdaptationSet></Period>"
    return f'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">{period}</MPD>'.encode()


def xspf(entry: str) -> bytes:
    track = f"<trackList><track><location>{entry}</location></track></trackList>"
    return f'<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/">{track}</playlist>'.encode()


def m3u(entry: str) -> bytes:
    return f"#EXTM3U\n#EXTVLCOPT:input-slave={entry}\n#EXTINF:1,x\n{entry}\n".encode()


TRAPS: dict[str, Callable[[str], bytes]] = {"a.m3u8": hls, "a.mpd": dash, "a.xspf": xspf, "a.m3u": m3u}


@pytest.mark.parametrize("name", [*TRAPS, "redirect"])
@pytest.mark.long
def test_no_stream_leads_to_a_file(stage: Stage, cinema: Cinema, qtbot: QtBot, name: str) -> None:
    """The backup plays because the trap, which names a good film on this disk, showed nothing in its time."""
    film = cinema.show(plain("red"))
    there = (cinema.folder / film.rsplit("/", 1)[1]).as_uri()
    if name == "redirect":
        cinema.redirects["trap"] = there
    else:
        cinema.texts["trap"] = TRAPS[name](there)
        cinema.redirects.pop("trap", None)
    stage.player.play(channel(1, cinema.address("trap"), cinema.show(plain("blue"))))
    qtbot.waitUntil(stage.playing, timeout=LOSS_MS)
    assert (stage.get("usingBackup"), stage.colour()) == (True, "blue")


def test_a_redirect_within_the_allowed_schemes_is_followed(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    cinema.redirects["moved"] = cinema.show(plain("red"))
    stage.player.play(channel(1, cinema.address("moved")))
    qtbot.waitUntil(stage.playing)


def test_interlaced_pictures_are_deinterlaced(stage: Stage, cinema: Cinema, qtbot: QtBot) -> None:
    """Stripes one line high, black and white in turn, are what movement leaves in interlaced pictures: none may be left."""
    combed = "color=black:s=720x576:r=25,geq=lum='if(mod(Y,2),235,16)':cb=128:cr=128,setfield=tff"
    film = Film(combed, 6, options=("-flags", "+ilme+ildct", "-x264-params", "tff=1"))
    stage.player.play(channel(1, cinema.show(film)))
    qtbot.waitUntil(lambda: stage.player.frames.frames_delivered > 10, timeout=LOSS_MS)
    column = brightness(stage.sink.videoFrame(), 360, range(200, 240))
    assert max(abs(a - b) for a, b in pairwise(column)) < 60, column


def brightness(frame: QVideoFrame, x: int, lines: range) -> list[int]:
    assert frame.map(QVideoFrame.MapMode.ReadOnly)
    plane, pitch = bytes(frame.bits(0)), frame.bytesPerLine(0)
    frame.unmap()
    return [plane[y * pitch + x] for y in lines]


class Ear:
    """Hears what ALSA is given, through a named pipe that is its card, and remembers the highest peak."""

    def __init__(self, folder: Path) -> None:
        self.configuration = folder / "alsa.conf"
        pipe = folder / "card"
        os.mkfifo(pipe)
        self.configuration.write_text(
            f'pcm.nothing {{ type null }}\npcm.!default {{ type file slave.pcm nothing file "{pipe}" format raw }}\n'
        )
        self._descriptor = os.open(pipe, os.O_RDWR)
        self._deaf = False
        self.peak = 0.0
        self.blocks = 0
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while not self._deaf:
            block = os.read(self._descriptor, 65_536)
            heard = array("f")
            heard.frombytes(block[: len(block) // 4 * 4])
            loudest = max(map(abs, heard[:2048]), default=0.0)
            self.peak = max(self.peak, loudest)
            self.blocks += loudest > 0

    def forget(self) -> None:
        self.peak, self.blocks = 0.0, 0

    def end(self) -> None:
        self._deaf = True
        os.write(self._descriptor, bytes(8))
        self._thread.join()
        os.close(self._descriptor)


@pytest.fixture
def ear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    ear = Ear(tmp_path)
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(ear.configuration))
    yield ear
    ear.end()


def amplitude(percent: float) -> float:
    """What a tone of TONE becomes: libvlc cubes its volume."""
    return TONE * math.pow(percent / 100, 3)


@pytest.fixture
def heard(ear: Ear, new_stage: Callable[..., Stage]) -> Stage:
    """A player whose loudest is half of libvlc's scale, on the ear's card."""
    del ear
    return new_stage(Sound(cap_percent=50, start_percent=100), load=lambda frames: load_alsa(frames))


def load_alsa(frames: Frames) -> Libvlc:
    return Libvlc(frames, "alsa")


def test_the_cap_holds_from_the_first_sound_on(heard: Stage, ear: Ear, cinema: Cinema, qtbot: QtBot) -> None:
    for number, colour in enumerate(("red", "blue", "red"), 1):
        heard.player.play(channel(number, cinema.show(plain(colour))))
        qtbot.waitUntil(lambda: heard.playing() and ear.blocks > 20, timeout=LOSS_MS)
        assert ear.peak == pytest.approx(amplitude(50), rel=0.1)
        heard.player.stop()
        qtbot.waitUntil(lambda: heard.player.property("state") == Player.State.Idle)
    assert ear.peak <= amplitude(50) * 1.1


def test_a_low_volume_stays_low_over_a_zap(heard: Stage, ear: Ear, cinema: Cinema, qtbot: QtBot) -> None:
    heard.player.sound.setProperty("percent", 40)
    for number, colour in enumerate(("red", "blue", "red", "blue"), 1):
        heard.player.play(channel(number, cinema.show(plain(colour))))
        ear.blocks = 0
        qtbot.waitUntil(lambda: heard.playing() and ear.blocks > 10, timeout=LOSS_MS)
    assert ear.peak == pytest.approx(amplitude(20), rel=0.1)


def test_mute_is_silence_also_on_the_next_channel(heard: Stage, ear: Ear, cinema: Cinema, qtbot: QtBot) -> None:
    heard.player.sound.setProperty("muted", True)
    heard.player.play(channel(1, cinema.show(plain("red"))))
    qtbot.waitUntil(lambda: heard.player.frames.frames_delivered > 25, timeout=LOSS_MS)
    heard.player.play(channel(2, cinema.show(plain("blue"))))
    qtbot.waitUntil(lambda: heard.player.frames.frames_delivered > 75, timeout=LOSS_MS)
    assert ear.peak == 0.0
    heard.player.sound.toggleMute()
    qtbot.waitUntil(lambda: ear.blocks > 10, timeout=LOSS_MS)
    assert ear.peak == pytest.approx(amplitude(50), rel=0.1)


def test_what_the_bed_allows_is_heard_at_once(heard: Stage, ear: Ear, cinema: Cinema, qtbot: QtBot) -> None:
    heard.player.play(channel(1, cinema.show(plain("red"))))
    qtbot.waitUntil(lambda: heard.playing() and ear.blocks > 10, timeout=LOSS_MS)
    heard.player.sound.heed(loudest_percent=100, silent=False)
    qtbot.waitUntil(lambda: ear.peak == pytest.approx(amplitude(100), rel=0.1), timeout=LOSS_MS)
    heard.player.sound.heed(loudest_percent=100, silent=True)
    # What is in libvlc's buffer is still heard.
    delivered = heard.player.frames.frames_delivered
    qtbot.waitUntil(lambda: heard.player.frames.frames_delivered > delivered + 50, timeout=LOSS_MS)
    ear.forget()
    qtbot.waitUntil(lambda: heard.player.frames.frames_delivered > delivered + 100, timeout=LOSS_MS)
    assert ear.peak == 0.0
    heard.player.sound.heed(loudest_percent=50, silent=False)
    qtbot.waitUntil(lambda: ear.blocks > 10, timeout=LOSS_MS)
    assert ear.peak == pytest.approx(amplitude(50), rel=0.1)
