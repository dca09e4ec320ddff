"""What the session has to say during a web visit is said in the visit's own frame: the hospital's notice, and a reminder that falls
due. Real programs, real time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from deploy.tour.visit_witness import VisitReport
from flexcare.guide.store import GUIDE_FILE
from flexcare.session.notice import Notice, write_notice
from flexcare.session.offer import Tile
from flexcare.session.ward_writer import write_ward
from tests.helpers.bed import on
from tests.helpers.bedside import channel, offer
from tests.helpers.guide import Show, make_guide
from tests.helpers.web_site import WebSite, page

pytestmark = [pytest.mark.long, pytest.mark.timeout(480)]

NOWHERE = "http://127.0.0.1:9/nothing.ts"
AHEAD_S = 180
"""So long the patient has at least to ask for the reminder and open the page. The clock of a screen moves by minutes."""
BEGINS_S = AHEAD_S + 60 + 30


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/": page("Paper", "<h1>Paper</h1>")}) as running:
        yield running


@pytest.fixture
def patient(tmp_path: Path, site: WebSite) -> Iterator[Patient]:
    channels = (channel(1, NOWHERE, "One"), channel(2, NOWHERE, "Two"))
    tiles = (Tile("tv"), Tile("web", "paper"))
    write_ward(tmp_path / "ward", replace(offer(*channels), services=(site.service("paper"),), tiles=tiles), {})
    soon_s = (int(time.time()) + AHEAD_S) // 60 * 60 + 60
    shows = (Show(1, soon_s - 3600, soon_s, "Old film"), Show(1, soon_s, soon_s + 3600, "Sports"), Show(2, soon_s, soon_s + 3600, "Bees"))
    make_guide(tmp_path / "ward" / GUIDE_FILE, *shows, made_at_s=soon_s - 3600)
    write_notice(tmp_path / "ward", Notice(1, soon_s + 3600, {"en": "Dinner is at six today."}))
    with Bed(Setting(tmp_path / "ward")) as bed, Patient(bed) as made:
        yield made


def _remind(patient: Patient, title: str) -> None:
    """Ask in the guide to be told."""
    patient.tap("Guide")
    screen = patient.see("the guide", lambda screen: any(target.name.startswith(title) for target in screen.targets))
    patient.tap(next(target.name for target in screen.targets if target.name.startswith(title)))
    patient.tap("Remind me")
    patient.see("that it is heard", lambda screen: screen.target("You will be reminded") is not None)
    patient.key("XF86HomePage")
    patient.see("Home", on("Home"))


def _told(visit: VisitReport) -> bool:
    return visit.target("Watch") is not None


def test_it_is_told_in_the_frame_and_leads_to_its_channel(patient: Patient, site: WebSite, tmp_path: Path) -> None:
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))
    _remind(patient, "Sports")
    _remind(patient, "Bees")
    patient.tap("Service paper")
    site.await_told("came", page="/")
    patient.see_visit("the hospital's words", lambda visit: visit.target("Close") is not None)
    patient.bed.grab(tmp_path / "hospital.png")
    patient.tap_in_visit("Close")
    patient.see_visit("they are put away", lambda visit: visit.target("Close") is None)
    patient.see_visit("the first notice", _told, patience_s=BEGINS_S)
    patient.bed.grab(tmp_path / "notice.png")
    patient.tap_in_visit("Close")
    patient.see_visit("the second notice", _told)
    patient.tap_in_visit("Watch")
    patient.see("the other channel", lambda screen: on("Television")(screen) and screen.number == 2)
    assert patient.visit is None
