"""A page that makes a sound is as loud as the patient wants everything, by keys and by touch. Real engine and sound server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.bed import NewBed
from tests.helpers.ear import Ear
from tests.helpers.sound_server import SoundServer, sound_server
from tests.helpers.web_bed import WebBed, settle
from tests.helpers.web_site import Pages, WebSite, page

pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]

HEARD_MS = 60_000
PEAK = 0.5
PLAY = f"""
const play = async () => {{
  const context = new AudioContext(), tone = context.createOscillator(), gain = context.createGain();
  gain.gain.value = {PEAK};
  tone.connect(gain).connect(context.destination);
  tone.start();
  tell('plays', {{}});
}};
"""
PAGES: Pages = {"/": page("Song", "<button id=play onclick=play()>x</button>", PLAY)}


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with sound_server() as running:
        yield running


@pytest.fixture
def ear(server: SoundServer) -> Iterator[Ear]:
    ear = Ear(server)
    yield ear
    ear.end()


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite(PAGES) as running:
        yield running


def test_a_page_is_as_loud_as_the_patient_wants_it(
    new_bed: NewBed, server: SoundServer, ear: Ear, site: WebSite, tmp_path: Path, qtbot: QtBot
) -> None:
    web = WebBed(new_bed, [site.service("song")], sound=server.socket)

    def heard(volume: int) -> None:
        """The page is heard at so much of what the machine allows."""
        qtbot.waitUntil(lambda: ear.hears(PEAK * (server.level()[0] / 100) ** 3 * (volume / 100) ** 3), timeout=HEARD_MS)

    came = settle(web, site, "song", "/")
    seen = web.patient.see_visit("the page", lambda visit: visit.has_page and visit.target("Home") is not None)
    assert seen.target("Sound") is None, "nothing was heard yet"
    web.tap_part(came, "play")
    site.await_told("plays")
    heard(50)
    web.patient.key("XF86AudioRaiseVolume")
    web.patient.see_visit("the volume", lambda visit: visit.target("Quieter") is not None)
    web.bed.grab(tmp_path / "volume.png")
    heard(60)
    web.patient.see_visit("its end", lambda visit: visit.target("Quieter") is None)
    for _ in range(2):
        web.patient.tap_in_visit("Sound")
        web.patient.tap_in_visit("Quieter")
        web.patient.see_visit("its end", lambda visit: visit.target("Quieter") is None)
    heard(40)
    web.patient.key("XF86AudioMute")
    heard(0)
    web.patient.key("XF86AudioMute")
    heard(40)
    web.home()
    web.patient.see("the same volume", lambda screen: screen.volume == 40)
    web.open("song")
    web.tap_part(site.await_told("came", page="/"), "play")
    heard(40)
