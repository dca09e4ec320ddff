"""From `flexcare push` on the desk to the screen at the bed, over a real broker that comes and goes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from msgspec.structs import replace

import flexcare
from deploy.demo_broker import Mosquitto
from deploy.demo_site import DEVICE, SITE, WARD, DemoSite, demo_site
from deploy.headend.client import Headend
from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.fleet import topics
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Line
from flexcare.fleet.status import Status, from_bytes
from flexcare.lineup.source import read_source
from flexcare.trust.secrets import Secret, folder_secrets
from tests.flexcare.fleet.brokers import Authority, Listener, NewConnection, guarded, listen, mosquitto
from tests.helpers.bed import on
from tests.helpers.command_line import flexcare as command
from tests.journeys.test_configuration import edit

__all__ = ["listen", "mosquitto"]

pytestmark = [pytest.mark.timeout(180)]

STATUS = topics.status(SITE, WARD, DEVICE)
DANISH_FIRST, ENGLISH_FIRST = 'offered = ["da", "en", "de", "ar"]', 'offered = ["en", "da", "de", "ar"]'

RIGHTS = """\
user tablets
topic read flexcare/vest/nudge
topic read flexcare/vest/+/nudge
topic read flexcare/vest/+/+/nudge
topic write flexcare/vest/+/+/status
user desk
topic write flexcare/vest/nudge
topic write flexcare/vest/+/nudge
topic write flexcare/vest/+/+/nudge
topic read flexcare/vest/+/+/status
"""
"""An acl_file of mosquitto's, as the README gives it."""


@pytest.fixture
def site(small_headend: Headend, tmp_path: Path, mosquitto: Mosquitto) -> Iterator[DemoSite]:
    with demo_site(tmp_path, read_source(small_headend.playlist_address), broker=mosquitto.address) as made:
        yield made


@contextmanager
def enrolled(site: DemoSite) -> Iterator[tuple[Bed, Patient]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-")))
        site.enrol(folder / "state")
        bed = stack.enter_context(Bed(Setting(None), folder))
        yield bed, stack.enter_context(Patient(bed))


@pytest.fixture
def at_the_bed(site: DemoSite) -> Iterator[tuple[Bed, Patient]]:
    with enrolled(site) as made:
        yield made


def push(site: DemoSite, *more: object, wait_s: float = 50) -> CompletedProcess[str]:
    said = ("--author", "Test", "--reason", "To see it arrive", "--yes", "--wait", wait_s)
    return command("push", site.source, site.repository, *said, *more)


def status_until(desk: Listener, fits: Callable[[Status], bool]) -> Status:
    """The first fitting status; each one on the way keeps to the schema."""
    while True:
        topic, payload = desk.hear()
        status = from_bytes(payload)
        assert topic == STATUS
        assert status is not None, payload
        if fits(status):
            return status


def is_well(serial: int) -> Callable[[Status], bool]:
    """Runs this serial, and nothing is wrong but what this machine's kernel may be."""
    return lambda status: replace(status, alarms=()) == Status(serial, flexcare.__version__, "ok") and {*status.alarms} <= {"not-erased"}


def test_a_push_is_on_the_screen_at_once_and_the_desk_sees_who_runs_it(
    site: DemoSite, at_the_bed: tuple[Bed, Patient], mosquitto: Mosquitto, listen: NewConnection
) -> None:
    bed, patient = at_the_bed
    assert patient.see("Welcome in Danish", on("Welcome")).language == "da"
    assert patient.report is not None
    born = patient.report.born
    status_until(listen(mosquitto.address, "before", (STATUS,)), is_well(1))
    edit(site.source / "hospital.toml", DANISH_FIRST, ENGLISH_FIRST)
    done = push(site, "--device", DEVICE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-2:] == ["Published as serial 2.", "Tablets that run serial 2: 1 of 1."]
    assert patient.see_new("Welcome in English", born, on("Welcome")).snapshot.language == "en"
    # Kept by the broker for whoever comes later.
    late = listen(mosquitto.address, "late", (STATUS,))
    assert is_well(2)(status_until(late, lambda _: True))
    bed.end()
    status_until(late, lambda status: status.state == "gone")
    # Nothing differs, so it only asks; and those that are not there are named.
    done = push(site, wait_s=1)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "Nothing differs from what is published.",
        "Tablets that run serial 2: 0 of 3.",
        "    demo-12 (b7): switched off, or without a network",
        "    demo-13 (b7): never heard of",
        "    demo-21 (boern): never heard of",
    ]


def test_a_broker_that_goes_disturbs_nobody_and_serves_again_when_it_is_back(
    site: DemoSite, at_the_bed: tuple[Bed, Patient], mosquitto: Mosquitto, listen: NewConnection
) -> None:
    bed, patient = at_the_bed
    patient.see("Welcome in Danish", on("Welcome"))
    status_until(listen(mosquitto.address, "before", (STATUS,)), lambda status: status.state == "ok")
    assert patient.report is not None
    born = patient.report.born
    mosquitto.end(kill=True)
    patient.expect("the log to say so", lambda: "the broker: the connection was lost" in bed.log.read_text())
    assert patient.see("Welcome still", on("Welcome")).language == "da"
    assert patient.report.born == born
    edit(site.source / "hospital.toml", DANISH_FIRST, ENGLISH_FIRST)
    done = push(site, "--ward", WARD, wait_s=1)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "Published as serial 2.")
    assert done.stderr.startswith("Serial 2 is published, but nobody could be nudged: the broker: it cannot be reached")
    mosquitto.start()
    status_until(listen(mosquitto.address, "after", (STATUS,)), lambda status: status.state == "ok")
    assert push(site, "--device", DEVICE).returncode == 0
    assert patient.see_new("Welcome in English", born, on("Welcome")).snapshot.language == "en"


@pytest.mark.long
def test_a_flood_of_nudges_disturbs_no_patient(
    site: DemoSite, at_the_bed: tuple[Bed, Patient], mosquitto: Mosquitto, listen: NewConnection
) -> None:
    _, patient = at_the_bed
    patient.see("Welcome", on("Welcome"))
    desk = listen(mosquitto.address, "flood", (STATUS,))
    status_until(desk, lambda status: status.state == "ok")
    for topic in topics.nudges(SITE, WARD, DEVICE) * 300:
        assert desk.connection.send(topic, 30)
    patient.tap("English")
    patient.see("Home", on("Home"))
    assert desk.messages.empty()  # nor did its status change
    assert site.publish() == 1


def test_without_a_broker_it_says_that_tablets_come_by_themselves(small_headend: Headend, tmp_path: Path) -> None:
    with demo_site(tmp_path / "plain", read_source(small_headend.playlist_address)) as plain:
        done = push(plain)
        assert (done.returncode, done.stderr) == (0, "")
        assert "No broker is configured (fleet.broker): tablets look by themselves, each minute." in done.stdout
        done = push(plain, "--device", "demo-99")
        assert (done.returncode, done.stdout) == (2, "")
        assert "no such tablet" in done.stderr
        done = push(plain, "--device", "demo-21", "--ward", WARD)
        assert "no such tablet in this ward" in done.stderr
        done = push(plain, "--ward", "b77")
        assert "name one of b7, boern" in done.stderr


def test_with_tls_logins_and_rights_as_at_a_hospital(small_headend: Headend, tmp_path: Path, listen: NewConnection) -> None:
    pki = Authority(tmp_path)
    rights = tmp_path / "rights"
    rights.write_text(RIGHTS, encoding="utf-8")
    broker = guarded(tmp_path, {"tablets": "t4blets", "desk": "d3sk"}, more=(f"acl_file {rights}",), listener=pki.listener)
    with ExitStack() as stack:
        stack.callback(broker.end)
        site = stack.enter_context(demo_site(tmp_path / "site", read_source(small_headend.playlist_address)))
        secrets = folder_secrets(site.repository / "demo-secrets")
        logins = {"broker-user": "tablets", "broker-password": "t4blets", "broker-desk-user": "desk", "broker-desk-password": "d3sk"}
        for name, text in logins.items():
            secrets.put(f"{SITE}.{name}", Secret(text))
        (site.source / "authority.pem").write_text(pki.pem)
        address = f"mqtts://127.0.0.1:{broker.port}"
        edit(site.source / "hospital.toml", 'broker = ""', f'broker = "{address}"\nbroker_ca = "authority.pem"')
        assert site.publish() == 2
        _, patient = stack.enter_context(enrolled(site))
        assert patient.see("Welcome in Danish", on("Welcome")).language == "da"
        assert patient.report is not None
        born = patient.report.born
        line = Line(Broker.of(address), pki.pem, "desk", Secret("d3sk"))
        status_until(listen(line, "before", (STATUS,)), lambda status: status.serial == 2)
        edit(site.source / "hospital.toml", DANISH_FIRST, ENGLISH_FIRST)
        done = push(site, "--device", DEVICE)
        assert (done.returncode, done.stderr) == (0, "")
        assert patient.see_new("Welcome in English", born, on("Welcome")).snapshot.language == "en"
        secrets.put(f"{SITE}.broker-desk-password", Secret("wrong"))
        done = push(site, "--device", DEVICE, wait_s=1)
        assert done.returncode == 1
        assert "the broker: it does not let us in" in done.stderr
