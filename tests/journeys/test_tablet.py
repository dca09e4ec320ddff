"""The whole program as a tablet has it: the packaged compositor's configuration, a launcher, and a supervisor without any right, each as a
user of its own.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from deploy.headend.client import Headend
from deploy.tour.bed import Setting
from deploy.tour.patient import Patient
from deploy.tour.tablet import Tablet
from flexcare.session.kinds import Kind
from flexcare.session.offer import Offer, Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.bench.reset_eye import Area
from tests.helpers.bed import on, plays, receipts_of
from tests.helpers.bedside import channel, offer
from tests.helpers.film import Film, Frame, is_plain, is_seen
from tests.helpers.own_network import needs_root
from tests.helpers.pixels import await_picture, share_of
from tests.helpers.web_site import WebSite, page

pytestmark = [pytest.mark.long, pytest.mark.timeout(240), needs_root]

ALL = {"processes", "mounts", "sockets", "memory", "output"}
WARM = SessionSettings(standby=True, daily_reset=None)
NEVER_MORE = 0.01

NewTablet = Callable[[Offer], tuple[Tablet, Patient]]


@pytest.fixture
def new_tablet() -> Iterator[NewTablet]:
    with ExitStack() as stack:

        def make(offered: Offer) -> tuple[Tablet, Patient]:
            bed = stack.enter_context(Tablet(Setting(None), lambda ward: write_ward(ward, offered, {})))
            return bed, stack.enter_context(Patient(bed))

        yield make


def begin(patient: Patient) -> None:
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))


def clear(patient: Patient, born: int) -> None:
    patient.key("XF86HomePage")
    patient.see("Home", on("Home"))
    patient.tap("Finish")
    patient.see("the question", on("Home", "Finish"))
    patient.tap("Clear now")
    patient.see_new("a new Welcome", born, on("Welcome"))


def born(patient: Patient) -> int:
    assert patient.report is not None
    return patient.report.born


def test_television_typing_a_web_visit_and_a_reset(new_tablet: NewTablet, small_headend: Headend) -> None:
    with WebSite({"/meals/": page("Menu", "<h1>Menu</h1><input id=wish name=wish>")}) as site:
        made = replace(
            offer(channel(1, small_headend.stream("et"), "Et"), channel(2, small_headend.stream("natur"), "Natur")),
            session=WARM,
            services=(site.service("meals", "/meals/"),),
            tiles=(Tile("tv"), Tile("web", "meals")),
        )
        bed, patient = new_tablet(made)
        begin(patient)
        patient.tap("Television")
        patient.see("a picture", plays(1), steady=False)
        patient.key("2")
        patient.see("the other channel", plays(2), steady=False)
        patient.key("XF86HomePage")
        patient.see("Home", on("Home"))
        patient.tap("Search")
        patient.see("the keys", lambda screen: screen.sheet == "Search" and screen.target("-") is not None)
        for letter in "nat":
            patient.tap(letter)
        patient.tap("Natur")
        patient.see("what was searched for", plays(2), steady=False)
        patient.key("XF86HomePage")
        patient.see("Home", on("Home"))
        patient.tap("Service meals")
        came = site.await_told("came", page="/meals/")
        patient.tap_on_page(*came["places"]["wish"])
        patient.tap_in_visit("Home")
        patient.expect("the visit's end", lambda: patient.visit is None)
        patient.expect("a painted standby", lambda: len(patient.hidden) == 1)
        clear(patient, born(patient))
        last = receipts_of(bed, until=2)[-1]
        assert last.kind is Kind.FINISH
        assert set(last.verified) == ALL
        assert last.standby
        # It lives, and says so to whoever watches over it.
        bed.compositor.await_notice("WATCHDOG=1")
        bed.launcher.await_notice("WATCHDOG=1")


def test_the_supervisor_has_no_right_and_no_child_and_sessions_have_another_user(new_tablet: NewTablet) -> None:
    bed, patient = new_tablet(replace(offer(channel(1, "http://127.0.0.1:9/x.ts")), session=WARM))
    begin(patient)
    patient.expect("a painted standby", lambda: len(patient.hidden) == 1)
    status = Path(f"/proc/{bed.process.pid}/status").read_text()
    rights = [line.split()[1] for line in status.splitlines() if line.startswith(("CapPrm", "CapBnd"))]
    # In a namespace of one's own there are rights over that namespace alone.
    own = psutil.Process(bed.process.pid)
    assert own.children(recursive=True) == []
    assert own.uids().real == bed.users.supervisor
    assert rights
    below = psutil.Process(bed.launcher.pid).children(recursive=True)
    assert len(below) >= 4
    assert {process.uids().real for process in below if process.is_running()} == {bed.users.session}


def old_and_new(film: Film, before: Frame) -> None:
    """Nothing of the old picture is seen once the screen was covered, and what is seen last is something else."""
    last = film.frames[-1]
    assert not is_plain(last)
    seen = [is_seen(before, last, frame) for frame in film.frames]
    assert seen[0] > 0.9, "the film did not see the old session's picture"
    covered = next((number for number, frame in enumerate(film.frames) if is_plain(frame) and seen[number] < NEVER_MORE), None)
    assert covered is not None, "the screen was never covered"
    assert max(seen[covered:]) <= NEVER_MORE


def test_nothing_of_the_old_picture_is_seen_after_clear_now(new_tablet: NewTablet) -> None:
    bed, patient = new_tablet(replace(offer(channel(1, "http://127.0.0.1:9/x.ts")), session=WARM))
    begin(patient)
    patient.expect("a painted standby", lambda: len(patient.hidden) == 1)
    first = born(patient)
    patient.tap("Finish")
    patient.see("the question", on("Home", "Finish"))
    # Over the question, where the page below is dimmed.
    with Film(bed.display, Area(0, 0, bed.setting.screen.width, 120)) as film:
        before = film.frames[-1]
        patient.tap("Clear now")
        patient.see_new("a new Welcome", first, on("Welcome"))
        bed.await_receipt(2)
    old_and_new(film, before)


@pytest.fixture(scope="module")
def magenta(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A minute of television in one loud colour."""
    file = tmp_path_factory.mktemp("magenta") / "film.ts"
    source = "color=magenta:size=640x360:rate=25:duration=60"
    command = ["ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg2video", "-q:v", "2", "-f", "mpegts", str(file)]
    subprocess.run(command, check=True, timeout=60)
    return file.read_bytes()


@pytest.mark.parametrize("standby", [True, False], ids=["standby", "cold"])
def test_nothing_of_the_old_television_is_seen_after_a_reset(new_tablet: NewTablet, magenta: bytes, standby: bool, tmp_path: Path) -> None:
    with WebSite({"/film.ts": lambda _: (200, {"Content-Type": "video/mp2t"}, magenta)}) as site:
        made = offer(channel(1, site.address("/film.ts")))
        bed, patient = new_tablet(replace(made, session=replace(WARM, standby=standby)))
        begin(patient)
        patient.tap("Television")
        patient.see("a picture", plays(1), steady=False)
        if standby:
            patient.expect("a painted standby", lambda: len(patient.hidden) == 1)
        await_picture(bed, tmp_path / "loud.png", lambda picture: share_of(picture, "#ff00ff", tolerance=40) > 0.85)
        first = born(patient)
        with Film(bed.display, Area(320, 200, 640, 400)) as film:
            before = film.frames[-1]
            bed.clear()
            patient.see_new("a new Welcome", first, on("Welcome"))
            bed.await_receipt(2)
        old_and_new(film, before)
        assert set(receipts_of(bed)[-1].verified) == ALL


def test_a_launcher_that_is_killed_costs_a_session_and_no_more(new_tablet: NewTablet) -> None:
    bed, patient = new_tablet(replace(offer(channel(1, "http://127.0.0.1:9/x.ts")), session=WARM))
    begin(patient)
    first = born(patient)
    bed.restart_launcher()
    # The same patient finds the session again.
    patient.see_new("Home again", first, on("Home"))
    clear(patient, born(patient))
    assert set(receipts_of(bed, until=2)[-1].verified) == ALL


def test_a_compositor_that_is_killed_costs_a_session_and_no_more(new_tablet: NewTablet) -> None:
    bed, patient = new_tablet(replace(offer(channel(1, "http://127.0.0.1:9/x.ts")), session=WARM))
    begin(patient)
    first = born(patient)
    patient.let_go()
    bed.restart_compositor()
    patient.see_new("Home again", first, on("Home"))
    clear(patient, born(patient))
    assert set(receipts_of(bed, until=2)[-1].verified) == ALL


def test_a_supervisor_that_is_killed_leaves_no_session_and_the_next_one_proves_it(new_tablet: NewTablet) -> None:
    bed, patient = new_tablet(replace(offer(channel(1, "http://127.0.0.1:9/x.ts")), session=WARM))
    begin(patient)
    first = born(patient)
    os.kill(bed.process.pid, signal.SIGKILL)
    bed.process.wait(20)
    bed.start()
    patient.see_new("Welcome", first, on("Welcome"))
    last = receipts_of(bed)[-1]
    assert last.kind is Kind.RESTART
    assert set(last.verified) == ALL
