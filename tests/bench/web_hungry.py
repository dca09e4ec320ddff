"""A page that eats memory, opened while television plays: how soon it is ended, and how much of television there is afterwards."""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from deploy.headend.client import Headend, shared_cache
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.bench.reset_eye import Area, Eye
from tests.helpers.bed import on
from tests.helpers.bedside import offer
from tests.helpers.web_site import WebSite, page

HUNGRY = page("Hungry", "<h1>Hungry</h1>", "const all = []; setInterval(() => all.push(new Uint8Array(32 << 20).fill(all.length)), 50);")
WATCHED_S = 5.0
SETTLED_S = 2.0
MEMORY_MIB = 1400
PICTURE = Area(400, 200, 480, 300)
"""Where television moves, of 1280 x 800."""


@dataclass(frozen=True)
class Hungry:
    """ended_ms: from the touch on the tile to the words. resumed_ms: from the touch on Television to its moving picture. before and
    after: television's pictures a second that were seen on the screen.
    """

    ended_ms: float
    resumed_ms: float
    before: float
    after: float

    @property
    def delivered(self) -> float:
        """The share of the pictures that are there afterwards."""
        return self.after / self.before


def measure() -> Hungry:
    """Once."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="flexcare-bench-"))
        headend = stack.enter_context(Headend.start(shared_cache()))
        site = stack.enter_context(WebSite({"/": HUNGRY}))
        channel = read_m3u(read_source(headend.playlist_address))[0].channels[0]
        service = site.service("hungry")
        settings = SessionSettings(standby=False, daily_reset=None, memory_mib=MEMORY_MIB)
        tiles = (Tile("tv"), Tile("web", service.id))
        ward = Path(folder) / "ward"
        write_ward(ward, replace(offer(channel), services=(service,), tiles=tiles, session=settings), {})
        bed = stack.enter_context(Bed(Setting(ward)))
        patient = stack.enter_context(Patient(bed))
        patient.see("Welcome", on("Welcome"))
        patient.tap("Start")
        _watch(patient)
        before = pictures(bed)
        patient.key("XF86HomePage")
        patient.see("Home", on("Home"))
        place, hand = patient.find("Service hungry").centre, patient.hand
        touched_s = time.monotonic()
        hand.tap(*place)
        patient.see_visit("words", lambda visit: visit.trouble == "TooLarge", patience_s=60)
        ended_ms = (time.monotonic() - touched_s) * 1000
        patient.tap_in_visit("Leave")
        patient.expect("the visit's end", lambda: patient.visit is None)
        patient.see("Home", on("Home"))
        resumed_ms = _watch(patient)
        return Hungry(ended_ms, resumed_ms, before, pictures(bed))


def _watch(patient: Patient) -> float:
    """Touch Television and see it play; milliseconds that it took."""
    place, hand = patient.find("Television").centre, patient.hand
    touched_s = time.monotonic()
    hand.tap(*place)
    patient.see("television", lambda screen: screen.player == "Playing" and screen.has_picture, steady=False)
    return (time.monotonic() - touched_s) * 1000


def pictures(bed: Bed) -> float:
    """How many different pictures a second are seen where television moves, once its first moments are over."""
    with Eye(bed.display, PICTURE) as eye:
        seen, before = 0, b""
        begins_s = time.monotonic() + SETTLED_S
        while time.monotonic() < begins_s + WATCHED_S:
            now = eye.look()
            seen += now != before and time.monotonic() >= begins_s
            before = now
    return seen / WATCHED_S
