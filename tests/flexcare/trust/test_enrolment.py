from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest

from flexcare.errors import EnrolmentFailed
from flexcare.trust.enrolment import Enrolment, Tablet, stick
from flexcare.trust.secrets import Secret

ROOT = b'{"signed": {}}'
ENROLMENT = Enrolment("north", "b7", "b7-1", "https://tv.north.example/flexcare/", ROOT)
SECRETS = {"pepper": Secret("of-the-site")}


def secret_of(tablet: Tablet) -> str | None:
    found = tablet.secret("pepper")
    return found.reveal() if found else None


def test_a_tablet_takes_what_it_is_and_its_secrets(tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "trust")
    assert tablet.enrolment() is None
    assert tablet.secret("pepper") is None
    tablet.take(stick(ENROLMENT, SECRETS), expected_words=ENROLMENT.pin.fingerprint.words.upper())
    again = Tablet(tmp_path / "trust")
    assert again.enrolment() == ENROLMENT
    assert secret_of(again) == "of-the-site"
    for path in (tmp_path / "trust").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_sealed_secrets_are_for_one_tablet_alone(tmp_path: Path) -> None:
    tablet, other = Tablet(tmp_path / "one"), Tablet(tmp_path / "two")
    data = stick(ENROLMENT, SECRETS, tablet.key())
    assert b"of-the-site" not in data
    with pytest.raises(EnrolmentFailed, match="another tablet"):
        other.take(data)
    assert other.enrolment() is None
    Tablet(tmp_path / "one").take(data)
    assert secret_of(tablet) == "of-the-site"


def test_what_is_sealed_belongs_to_what_is_told(tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    content = msgspec.json.decode(stick(ENROLMENT, SECRETS, tablet.key()))
    content["enrolment"]["address"] = "http://somebody.else/"
    with pytest.raises(EnrolmentFailed, match="was changed"):
        tablet.take(msgspec.json.encode(content))
    assert tablet.enrolment() is None


def test_another_fingerprint_is_refused(tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    with pytest.raises(EnrolmentFailed, match="fingerprint"):
        tablet.take(stick(ENROLMENT, SECRETS), expected_words="lusab-babad-gutih-tugad-babab-babab-babab-babab")
    assert tablet.enrolment() is None


@pytest.mark.parametrize("cut", range(0, 200, 13))
def test_a_file_that_breaks_off_changes_nothing_and_shows_nothing(tmp_path: Path, cut: int) -> None:
    tablet = Tablet(tmp_path)
    with pytest.raises(EnrolmentFailed) as caught:
        tablet.take(stick(ENROLMENT, SECRETS)[:cut])
    assert tablet.enrolment() is None
    assert "of-the-site" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("key", ["", "short", "æ" * 43, "A" * 43, "A" * 99])
def test_no_key_of_a_tablet(key: str) -> None:
    if not key:
        assert b"of-the-site" in stick(ENROLMENT, SECRETS, key)
        return
    # All zeros is a point of low order: an exchange with it would be known to anybody.
    with pytest.raises(EnrolmentFailed):
        stick(ENROLMENT, SECRETS, key)


def test_an_address_that_no_tablet_fetches_from() -> None:
    with pytest.raises(EnrolmentFailed, match="address"):
        stick(Enrolment("north", "b7", "b7-1", "file:///etc", ROOT), {})


def test_what_the_machine_hands_over_comes_before_what_came_with_the_enrolment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tablet = Tablet(tmp_path / "trust")
    tablet.take(stick(ENROLMENT, SECRETS))
    handed = tmp_path / "credentials"
    handed.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(handed))
    assert secret_of(tablet) == "of-the-site"
    (handed / f"flexcare.{ENROLMENT.site}.pepper").write_text("sealed to this machine\n")
    assert secret_of(tablet) == "sealed to this machine"
    # Nothing is written there.
    tablet.take(stick(ENROLMENT, SECRETS))
    assert secret_of(tablet) == "sealed to this machine"
