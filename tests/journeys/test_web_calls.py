"""A service that may ask for the microphone: asked each time in our words, heard only after Allow. Real engine and sound server."""

from __future__ import annotations

import math
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.bed import NewBed
from tests.helpers.pixels import await_picture, share_of
from tests.helpers.sound_server import SoundServer, sound_server
from tests.helpers.web_bed import WebBed, settle
from tests.helpers.web_site import Pages, WebSite, page

REFUSED = ("NotAllowedError", "NotFoundError", "AbortError")
"""Qt WebEngine tells a page of a refusal now by one, now by the other."""
RATE_HZ = 48_000
TONE_HZ = 440
LISTEN = """
const listen = async () => {
  try {
    const plain = {echoCancellation: false, noiseSuppression: false, autoGainControl: false};
    const stream = await navigator.mediaDevices.getUserMedia({audio: plain});
    const context = new AudioContext(), analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const heard = new Float32Array(analyser.fftSize);
    const look = () => {
      analyser.getFloatTimeDomainData(heard);
      const loudest = Math.max(...heard);
      loudest > 0.1 ? tell('heard', {loudest}) : setTimeout(look, 50);
    };
    look();
  } catch (error) {
    tell('refused', {why: error.name});
  }
};
"""
PAGES: Pages = {"/": page("Call", "<button id=call onclick=listen()>x</button>", LISTEN)}


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with sound_server() as running:
        yield running


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite(PAGES) as running:
        yield running


@contextmanager
def somebody_speaks(server: SoundServer) -> Iterator[None]:
    """A tone in the room, for ever."""
    second = b"".join(struct.pack("<h", round(12_000 * math.sin(2 * math.pi * TONE_HZ * at / RATE_HZ))) for at in range(RATE_HZ))
    with tempfile.NamedTemporaryFile() as tone:
        tone.write(second * 600)
        tone.flush()
        words = ["paplay", "--raw", "--channels=1", f"--rate={RATE_HZ}", "--device=room", tone.name]
        speaking = subprocess.Popen(words, env=server.environment())
        try:
            yield
        finally:
            speaking.kill()
            speaking.wait()


def test_a_call_hears_the_room_once_that_is_allowed_and_is_asked_again(
    new_bed: NewBed, server: SoundServer, site: WebSite, tmp_path: Path
) -> None:
    server.add_room()
    web = WebBed(new_bed, [site.service("call", microphone=True)], sound=server.socket)
    with somebody_speaks(server):
        web.tap_part(settle(web, site, "call", "/"), "call")
        web.patient.see_visit("the question", lambda visit: visit.question == "Microphone")
        await_picture(web.bed, tmp_path / "question.png", lambda picture: share_of(picture, "#FFFFFF") < 0.5)
        web.patient.tap_in_visit("Do not allow")
        assert site.await_told("refused")["why"] in REFUSED
        web.home()
        web.open("call")
        web.tap_part(site.await_told("came", page="/"), "call")
        web.patient.see_visit("the question", lambda visit: visit.question == "Microphone")
        web.patient.tap_in_visit("Allow")
        assert site.await_told("heard")["loudest"] > 0.1


def test_where_no_service_may_listen_nobody_is_asked(new_bed: NewBed, server: SoundServer, site: WebSite) -> None:
    server.add_room()
    web = WebBed(new_bed, [site.service("call")], sound=server.socket)
    web.tap_part(settle(web, site, "call", "/"), "call")
    assert site.await_told("refused")["why"] in REFUSED
    assert web.patient.visit is not None
    assert web.patient.visit.question == "Nothing"
