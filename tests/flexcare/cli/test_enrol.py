"""The desk's first steps: `flexcare init`, `publish` and `enrol` as hospital IT runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.command_line import flexcare
from tests.helpers.source import good_source

ADDRESS = "http://127.0.0.1:8080/"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    done = flexcare("init", tmp_path / "repository", "--site", "vest", "--demo")
    assert done.returncode == 0, done.stderr
    return tmp_path / "repository"


def enrol(repository: Path, ward: str, device: str, output: Path) -> str:
    """Make an enrolment file; what was told on standard error."""
    done = flexcare("enrol", repository, "--ward", ward, "--device", device, "--address", ADDRESS, "--output", output)
    assert done.returncode == 0, done.stderr
    assert output.stat().st_mode & 0o777 == 0o600
    return done.stderr


def test_a_name_that_is_not_published_is_told_at_the_desk(repository: Path, tmp_path: Path) -> None:
    assert "the ward 'b7' is not published" in enrol(repository, "b7", "demo-12", tmp_path / "1")
    given = ("--author", "Ada Berg", "--reason", "the first", "--yes")
    assert flexcare("publish", good_source(tmp_path), repository, *given).returncode == 0
    assert enrol(repository, "b7", "demo-12", tmp_path / "2") == ""
    assert "the ward 'b77' is not published" in enrol(repository, "b77", "demo-12", tmp_path / "3")
    assert "the device 'demo-99' in ward b7 is not published" in enrol(repository, "b7", "demo-99", tmp_path / "4")


def test_an_account_without_a_key_store_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    done = flexcare("init", tmp_path / "repository", "--site", "vest")
    assert (done.returncode, done.stdout) == (2, "")
    assert "this account has no key store" in done.stderr
    assert "flexcare init --demo" in done.stderr
    assert not (tmp_path / "repository").exists()
