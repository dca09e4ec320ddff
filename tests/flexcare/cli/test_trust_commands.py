"""The commands of hospital IT around a repository, each a program of its own: init, serve, renew, rotate, enrol, publish."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.clock import SystemClock
from flexcare.download import download
from flexcare.download_failures import DownloadLimits
from flexcare.errors import DownloadFailed
from flexcare.trust.enrolment import Tablet
from flexcare.trust.puller import Pulled, Puller
from flexcare.trust.repository import Repository
from flexcare.trust.serving import serving
from tests.flexcare.cli.test_lineup import flexcare
from tests.helpers import hospital

PEOPLE = ["--author", "Ada Berg", "--reason", "first"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    done = flexcare("init", str(tmp_path / "desk"), "--site", hospital.SITE, "--demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert "This is a demo" in done.stdout
    return tmp_path / "desk"


def test_without_a_key_store_no_real_repository_is_begun(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, "-m", "flexcare", "init", str(tmp_path / "desk"), "--site", "north"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert done.returncode == 2
    assert "no key store" in done.stderr
    assert not list(tmp_path.rglob("*.pem"))


def test_renew_and_rotate(desk: Path) -> None:
    before = Repository(desk, SystemClock()).versions()
    renewed = flexcare("renew", str(desk))
    assert (renewed.returncode, renewed.stderr) == (0, "")
    assert renewed.stdout.startswith("Tablets believe it until ")
    rotated = flexcare("rotate", str(desk), "timestamp")
    assert (rotated.returncode, rotated.stderr) == (0, "")
    after = Repository(desk, SystemClock()).versions()
    assert after["root"] == before["root"] + 1
    assert after["timestamp"] > before["timestamp"] + 1


def test_a_folder_that_is_no_repository_is_one_line(tmp_path: Path) -> None:
    for arguments in (["renew", str(tmp_path)], ["rotate", str(tmp_path), "root"], ["serve", str(tmp_path)]):
        done = flexcare(*arguments)
        assert done.returncode == 2
        assert done.stderr == f"flexcare: {tmp_path}: there is no repository here (make one with flexcare init)\n"


def test_a_tablet_enrolled_by_a_stick_pulls_from_what_is_served(desk: Path, tmp_path: Path) -> None:
    repository = Repository(desk, SystemClock())
    hospital.publish(repository)
    command = [sys.executable, "-m", "flexcare", "serve", str(desk), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" on ")[1].split()[0]
            key = flexcare("enrol", "--show-key", "--state", str(tmp_path / "state")).stdout.strip()
            stick = tmp_path / "stick.json"
            asked = ["--ward", "b7", "--device", "tablet-1", "--address", address, "--output", str(stick), "--to", key]
            made = flexcare("enrol", str(desk), *asked)
            assert (made.returncode, made.stderr) == (0, "")
            words = repository.pin().fingerprint.words
            assert f"Fingerprint: {words}" in made.stdout
            taken = flexcare("enrol", "--take", str(stick), "--fingerprint", words, "--state", str(tmp_path / "state"))
            assert (taken.returncode, taken.stderr) == (0, "")
            tablet = Tablet(tmp_path / "state" / "trust")
            told = tablet.enrolment()
            assert told is not None
            puller = Puller(told.site, told.ward, told.address, tmp_path / "pulled", SystemClock(), told.pin)
            assert isinstance(puller.refresh(), Pulled)
            pepper = repository.device_secrets()["pepper"].reveal()
            kept = tablet.secret("pepper")
            assert kept is not None
            assert kept.reveal() == pepper
            assert pepper not in stick.read_text() + made.stdout + taken.stdout
        finally:
            server.send_signal(signal.SIGINT)
            _, errors = server.communicate(timeout=30)
    assert (server.returncode, errors) == (0, "")


def test_what_is_served_is_no_key_and_no_list(desk: Path) -> None:
    with serving(Repository(desk, SystemClock()).public) as served:
        for path in ("", "metadata/", "../keys/root-1.pem", "%2e%2e/keys/root-1.pem", "../site.json"):
            with pytest.raises(DownloadFailed) as caught:
                download(f"{served}{path}", DownloadLimits(10_000, 20))
            assert caught.value.status == 404
        assert download(f"{served}metadata/timestamp.json", DownloadLimits(10_000, 20))


def test_an_enrolment_without_what_it_needs_is_told(desk: Path, tmp_path: Path) -> None:
    done = flexcare("enrol", str(desk), "--ward", "b7")
    assert done.returncode == 2
    assert "--take FILE" in done.stderr
    missing = flexcare("enrol", "--take", str(tmp_path / "none"), "--state", str(tmp_path / "state"))
    assert missing.returncode == 2
    assert "Traceback" not in missing.stderr


def test_publish_asks_shows_and_publishes(tmp_path: Path) -> None:
    source = Path(__file__).parents[3] / "deploy" / "demo_hospital"
    assert flexcare("init", str(tmp_path / "desk"), "--site", "vest", "--demo").returncode == 0
    publish = ["publish", str(source), str(tmp_path / "desk")]
    shown = flexcare(*publish, "--dry-run")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "b7: the ward is new" in shown.stdout
    nobody = flexcare(*publish)
    assert nobody.returncode == 2
    assert "--author" in nobody.stderr
    done = flexcare(*publish, *PEOPLE, "--yes")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Published as serial 1.")
    again = flexcare(*publish, *PEOPLE, "--yes")
    assert again.stdout == "Nothing differs from what is published.\n"
