"""What is on, from the hospital's server to the session at the bed; and a source that breaks takes nothing away."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from deploy.demo_site import DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import NotSeen, Patient
from flexcare.guide.store import GUIDE_FILE, Guide
from flexcare.lineup.source import read_source
from tests.helpers.bed import kiosk_process, on, plays
from tests.helpers.guide_source import GuideServer, guide_server, xmltv
from tests.helpers.hostile_server import HTML, Answering, bomb

pytestmark = [pytest.mark.timeout(400)]

PATIENCE_S = 90.0
"""An import gets what television and everything else on the machine leave."""
CHANNEL, GUIDE_ID = 1, "et.demo"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GuideServer]:
    with guide_server(tmp_path) as running:
        yield running


@pytest.fixture
def site(server: GuideServer, small_headend: Headend, tmp_path: Path) -> Iterator[DemoSite]:
    """A hospital whose guide is one that the test changes."""
    with demo_site(tmp_path / "site", read_source(small_headend.playlist_address), first_language="en") as made:
        hospital = made.source / "hospital.toml"
        guide = f'[guide]\nsources = ["{server.address()}"]\nfrom_playlists = false\n\n[hosts]\n'
        hospital.write_text(hospital.read_text(encoding="utf-8").replace("[hosts]\n", guide), encoding="utf-8")
        made.publish()
        yield made


class Ward:
    """A tablet of this hospital, and the patient at it."""

    def __init__(self, bed: Bed, patient: Patient) -> None:
        self.bed = bed
        self.patient = patient

    def now(self) -> str:
        """What the session's own folder says is on the first channel, as the session sees it; "" where there is no guide."""
        report = self.patient.report
        assert report is not None
        file = Path(f"/proc/{kiosk_process(self.bed, report.slot).pid}/root/ward/{GUIDE_FILE}")
        if not file.is_file():
            return ""
        with tempfile.TemporaryDirectory() as folder, closing(Guide(Path(shutil.copy(file, folder)))) as guide:
            found = guide.now_next(int(time.time()), "en").get(CHANNEL)
        return found.now.title if found and found.now else ""

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait for what no witness tells of, and hear the witnesses meanwhile."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, f"{what}: not within {PATIENCE_S:.0f} s; {self.bed.words()}"
            with contextlib.suppress(NotSeen):
                self.patient.expect(what, condition, patience_s=0.2)

    def expect(self, title: str) -> None:
        self.wait(f"{title} in the session's folder", lambda: self.now().startswith(title))

    def expect_told(self, what: str, before: int, words: str) -> None:
        self.wait(f"{what} told", lambda: words in self.log[before:])

    @property
    def log(self) -> str:
        return self.bed.log.read_text(errors="replace")


@pytest.fixture
def ward(site: DemoSite) -> Iterator[Callable[[], Ward]]:
    with ExitStack() as stack:

        def make() -> Ward:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-")))
            site.enrol(folder / "state")
            bed = stack.enter_context(Bed(Setting(None), folder))
            return Ward(bed, stack.enter_context(Patient(bed)))

        yield make


def guide_of(title: str) -> bytes:
    """A guide around this moment."""
    hour_s = int(time.time()) // 3600 * 3600
    return xmltv(title, start_s=hour_s - 3600, channel=GUIDE_ID, name="Kanal Ét", hours=12)


def watch(patient: Patient) -> None:
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.tap("Television")
    patient.see("a picture", plays(CHANNEL), steady=False)


def test_a_guide_that_changes_reaches_the_running_session(server: GuideServer, ward: Callable[[], Ward]) -> None:
    server.put(guide_of("Morning"))
    tablet = ward()
    watch(tablet.patient)
    assert tablet.patient.report is not None
    born = tablet.patient.report.born
    tablet.expect("Morning")
    server.put(guide_of("Evening"))
    tablet.bed.nudge()
    tablet.expect("Evening")
    tablet.patient.see("the same picture", plays(CHANNEL), steady=False)
    assert tablet.patient.report.born == born, "it is still the same session"
    tablet.wait("both told", lambda: tablet.log.count("the guide is new: 1 of ") >= 2)
    for word in (server.address(), "Morning", "Evening", GUIDE_ID, "guide.xml"):
        assert word not in tablet.log, "counts only"


@pytest.mark.long
def test_without_its_server_the_tablet_starts_with_the_guide_it_had(server: GuideServer, ward: Callable[[], Ward]) -> None:
    server.put(guide_of("Kept"))
    tablet = ward()
    tablet.patient.see("Welcome", on("Welcome"))
    tablet.expect("Kept")
    server.wrong["guide.xml"] = Answering.silent
    tablet.bed.end()
    tablet.patient.let_go()
    tablet.bed.start()
    tablet.patient.see("Welcome again", on("Welcome"))
    tablet.expect("Kept")
    # One that keeps us waiting holds up neither a new picture nor the end.
    tablet.bed.nudge()
    watch(tablet.patient)
    begun = time.monotonic()
    tablet.bed.end()
    assert time.monotonic() - begun < 20


def test_the_demo_has_a_guide_of_its_own(small_headend: Headend, tmp_path: Path) -> None:
    with demo_site(tmp_path / "site", read_source(small_headend.playlist_address), first_language="en") as made, ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-")))
        made.enrol(folder / "state")
        bed = stack.enter_context(Bed(Setting(None), folder))
        tablet = Ward(bed, stack.enter_context(Patient(bed)))
        tablet.patient.see("Welcome", on("Welcome"))
        tablet.wait("something on", lambda: tablet.now() != "")
        assert "the guide is new: 12 of 13 channels" in tablet.log


BROKEN: dict[str, tuple[Callable[[GuideServer], object], str]] = {
    "an error": (lambda server: server.wrong.update({"guide.xml": lambda request: request.status(500)}), "the server answers 500"),
    "cut on the way": (lambda server: server.wrong.update({"guide.xml": lambda request: request.truncated(guide_of("Cut"))}), "broke off"),
    "cut before": (lambda server: server.put(guide_of("Half")[:-100]), "no guide"),
    "a page": (lambda server: server.put(HTML), "no guide"),
    "a bomb": (lambda server: server.put(bomb(64 * 1024**2, begin=b"<tv><!--"), encoding="gzip"), "no guide"),
    "a database": (lambda server: server.put(_database()), "no guide"),
}


def _database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE tv (programme TEXT)")
        return database.serialize()


@pytest.mark.long
def test_whatever_breaks_television_is_on_and_the_last_guide_stays(server: GuideServer, ward: Callable[[], Ward]) -> None:
    server.put(guide_of("Good"))
    tablet = ward()
    watch(tablet.patient)
    tablet.expect("Good")
    for what, (break_it, told) in BROKEN.items():
        before = len(tablet.log)
        break_it(server)
        tablet.bed.nudge()
        tablet.expect_told(what, before, told)
        assert tablet.now().startswith("Good"), what
        tablet.patient.see("a picture still", plays(CHANNEL), steady=False)
        server.put(guide_of("Good"))  # as the last good one was, but for the hour
        healed = len(server.statuses)
        tablet.bed.nudge()
        tablet.wait("it healed", lambda healed=healed: len(server.statuses) > healed)  # type: ignore[misc]
    server.put(guide_of("Better"))
    tablet.bed.nudge()
    tablet.expect("Better")
