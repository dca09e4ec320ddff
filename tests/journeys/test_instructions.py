"""From `flexcare instruct` on the desk to what a tablet does about it, once; and what its health says meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from deploy.demo_site import DEVICE, WARD, DemoSite
from deploy.tour.bed import Bed
from flexcare.clock import SystemClock
from flexcare.fleet.health import Health, read_health
from flexcare.session.kinds import Kind
from flexcare.trust.repository import Repository
from tests.helpers.bed import on, plays, receipts_of
from tests.helpers.clock import FakeClock
from tests.helpers.command_line import flexcare as command
from tests.journeys.test_configuration import Enrol, enrol, site

__all__ = ["enrol", "site"]

pytestmark = [pytest.mark.timeout(240)]

PATIENCE_S = 40.0
BY = ("--author", "Ada Berg", "--reason", "To see it obeyed")
WORDS = {"da": "Brandøvelse kl. 14", "en": "Fire drill at 2 pm", "de": "Feuerübung um 14 Uhr", "ar": "تدريب الساعة ٢"}
TEXTS = tuple(word for language, text in WORDS.items() for word in ("--text", f"{language}={text}"))


def instruct(site: DemoSite, kind: str, *more: object, ward: str = WARD) -> CompletedProcess[str]:
    done = command("instruct", kind, site.repository, "--ward", ward, *more)
    assert done.stderr == ""
    assert done.returncode == 0
    return done


def health(bed: Bed) -> Health:
    found = read_health(bed.run / "health.json")
    assert found is not None
    return found


def wait_for(bed: Bed, what: str, condition: Callable[[], bool]) -> None:
    """Wait until a condition on files of the supervisor's holds; nothing moves on the screen meanwhile."""
    until_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until_s, f"{what}: {bed.words()}"
        time.sleep(0.05)


def settled(bed: Bed, number: int, outcome: str) -> Callable[[], bool]:
    return lambda: (health(bed).instruction, health(bed).outcome) == (number, outcome)


@pytest.mark.long
def test_each_instruction_is_obeyed_once_by_whom_it_is_for(site: DemoSite, enrol: Enrol) -> None:
    bed, patient = enrol(site)
    patient.see("Welcome", on("Welcome"))
    patient.tap("English")
    patient.see("Home", on("Home"))
    assert patient.report is not None
    born = patient.report.born

    # A notice comes to the session that runs, in its language.
    instruct(site, "notice", "--for", "1h", *TEXTS, *BY)
    bed.nudge()
    assert patient.see("the notice", lambda screen: screen.notice == WORDS["en"]).page == "Home"
    wait_for(bed, "its outcome", settled(bed, 1, "obeyed"))

    # For another ward and for another tablet: nothing happens here, and it is told.
    instruct(site, "clear", "--now", *BY, ward="boern")
    instruct(site, "clear", "--now", "--device", "demo-13", *BY)
    bed.nudge()
    wait_for(bed, "it to be told", lambda: "instruction 2: elsewhere" in bed.log.read_text())
    assert health(bed).instruction == 1

    # Whoever is still there is asked, and keeps the session.
    instruct(site, "clear", "--device", DEVICE, *BY)
    bed.nudge()
    patient.see("the question", on("Home", "StillThere"))
    patient.tap_at(0.5, 0.2)
    patient.see("Home again", on("Home"))
    wait_for(bed, "that somebody is there to be told", settled(bed, 3, "still-there"))
    assert patient.report.born == born

    # Cleared once; the notice, which is the hospital's, is there in the next session.
    instruct(site, "clear", "--now", *BY)
    bed.nudge()
    report = patient.see_new("a new Welcome with the notice", born, on("Welcome"))
    assert report.snapshot.notice == WORDS["da"]
    assert [receipt.kind for receipt in receipts_of(bed, until=2)] == [Kind.BOOT, Kind.SIGNED]
    wait_for(bed, "its outcome", settled(bed, 4, "obeyed"))

    # Not again after a restart; and the pad is unlocked.
    bed.end()
    patient.let_go()
    instruct(site, "unlock-staff", *BY)
    bed.start()
    patient.see("Welcome with the notice, before anything was pulled", lambda screen: screen.page == "Welcome" and bool(screen.notice))
    wait_for(bed, "the new one's outcome", settled(bed, 5, "obeyed"))
    assert [receipt.kind for receipt in receipts_of(bed)] == [Kind.BOOT, Kind.SIGNED, Kind.RESTART]

    # The hospital takes its notice back.
    instruct(site, "withdraw", 1)
    bed.nudge()
    patient.see("no notice", lambda screen: screen.page == "Welcome" and not screen.notice)
    assert len(receipts_of(bed)) == 3

    done = command("health", "--run", bed.run)
    assert "Instruction     5 (obeyed)" in done.stdout
    assert done.returncode == (1 if health(bed).alarms else 0)
    assert not any(word in bed.log.read_text() for word in (*WORDS.values(), "Ada Berg", "To see it"))
    bed.end()
    done = command("health", "--run", bed.run)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no supervisor runs here" in done.stderr


def test_what_has_run_out_is_an_alarm_and_television_plays_on(site: DemoSite, enrol: Enrol, tmp_path: Path) -> None:
    del tmp_path
    bed, patient = enrol(site)
    patient.see("Welcome", on("Welcome"))
    patient.tap("English")
    patient.tap("Television")
    number = patient.see("television", lambda screen: screen.has_picture and screen.player == "Playing").number
    assert patient.report is not None
    born = patient.report.born
    # As if nobody had renewed since; a demo's word is good for ten years.
    long_ago = FakeClock(datetime.now().astimezone() - timedelta(days=3660))
    Repository(site.repository, long_ago).renew()
    bed.nudge()
    wait_for(bed, "the alarm", lambda: "expired" in health(bed).alarms)
    assert (health(bed).state, health(bed).serial) == ("expired", 1)
    assert "the hospital's word has run out" in bed.log.read_text()
    done = command("health", "--run", bed.run)
    assert done.returncode == 1
    assert "expired since" in done.stdout
    patient.see("television still", plays(number))
    assert patient.report.born == born
    Repository(site.repository, SystemClock()).renew()
    bed.nudge()
    wait_for(bed, "no alarm", lambda: "expired" not in health(bed).alarms)
    assert patient.report.born == born
