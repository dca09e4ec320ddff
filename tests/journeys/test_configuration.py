"""From the file that hospital IT edits to the screen at the bed: published, signed, pulled, shown."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy.demo_site import DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.lineup.source import read_source
from tests.helpers.bed import kiosk_process, on

pytestmark = [pytest.mark.timeout(180)]

POLL_S = 16 * 60.0


@pytest.fixture
def site(small_headend: Headend, tmp_path: Path) -> Iterator[DemoSite]:
    with demo_site(tmp_path, read_source(small_headend.playlist_address)) as made:
        yield made


Enrol = Callable[..., tuple[Bed, Patient]]


@pytest.fixture
def enrol() -> Iterator[Enrol]:
    """Sets up a tablet of a hospital: the bed and the patient in it."""
    with ExitStack() as stack:

        def make(site: DemoSite, meanwhile: Callable[[], object] = lambda: None) -> tuple[Bed, Patient]:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-")))
            site.enrol(folder / "state")
            meanwhile()
            bed = stack.enter_context(Bed(Setting(None), folder))
            return bed, stack.enter_context(Patient(bed))

        yield make


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_it_publishes_is_on_the_screen_and_a_change_follows(site: DemoSite, enrol: Enrol) -> None:
    bed, patient = enrol(site)
    screen = patient.see("Welcome in the hospital's first language", on("Welcome")).language
    assert screen == "da"
    assert patient.report is not None
    born = patient.report.born
    edit(site.source / "hospital.toml", 'offered = ["da", "en", "de", "ar"]', 'offered = ["en", "da", "de", "ar"]')
    assert site.publish() == 2
    bed.nudge()
    assert patient.see_new("Welcome in English", born, on("Welcome")).snapshot.language == "en"


@pytest.mark.long
def test_a_patient_keeps_what_the_session_began_with(site: DemoSite, enrol: Enrol) -> None:
    bed, patient = enrol(site)
    patient.see("Welcome", on("Welcome"))
    patient.tap("English")
    patient.see("Home", on("Home"))
    assert patient.report is not None
    born = patient.report.born
    edit(site.source / "hospital.toml", 'offered = ["da", "en", "de", "ar"]', 'offered = ["de", "en"]')
    site.publish()
    bed.nudge()
    patient.expect("a standby in German", lambda: any(report.snapshot.language == "de" for report in patient.hidden))
    # The folder that the session reads is whole, until it ends.
    read = kiosk_process(bed, patient.report.slot)
    assert list(Path(f"/proc/{read.pid}/root/ward/logos").iterdir())
    assert patient.see("Home still, in English", on("Home")).language == "en"
    assert patient.report.born == born
    bed.clear()
    assert patient.see_new("Welcome in German", born, on("Welcome")).snapshot.language == "de"
    edit(site.source / "hospital.toml", 'offered = ["de", "en"]', 'offered = ["en", "de"]')
    born = patient.report.born
    site.publish()
    bed.nudge()
    patient.see_new("Welcome in English", born, on("Welcome"))
    patient.expect("a new standby", lambda: len(patient.hidden) == 1 and patient.hidden[0].snapshot.language == "en")
    assert len(list((bed.run / "wards").iterdir())) <= 2


def test_without_a_network_a_tablet_starts_with_its_last_good(site: DemoSite, enrol: Enrol) -> None:
    bed, patient = enrol(site)
    patient.see("Welcome in Danish", on("Welcome"))
    bed.end()
    patient.let_go()
    site.enrol(bed.state, address="http://127.0.0.1:9/")
    bed.start()
    assert patient.see("Welcome in Danish again", on("Welcome")).language == "da"
    patient.expect("the alarm", lambda: "the last good configuration stays" in bed.log.read_text())


def test_a_tablet_that_was_never_reached_says_that_it_is_not_set_up_until_it_is(site: DemoSite, enrol: Enrol) -> None:
    unreachable = site.repository / "public" / "metadata"
    hidden = unreachable.with_name("hidden")
    bed, patient = enrol(site, meanwhile=lambda: unreachable.rename(hidden))
    patient.see("Not set up", on("NotSetUp"))
    hidden.rename(unreachable)
    bed.nudge()
    patient.see("Welcome", on("Welcome"))
