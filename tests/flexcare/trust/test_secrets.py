from __future__ import annotations

import pickle
import stat
from pathlib import Path

import pytest

from flexcare.errors import SecretsUnusable
from flexcare.trust.secrets import SECRET_MAX_BYTES, Secret, folder_secrets, machine_secrets, random_secret


def test_a_secret_is_never_printed() -> None:
    secret = Secret("swordfish")
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret:>40}", repr([secret]), repr({"a": secret})):
        assert "swordfish" not in shown
    assert secret.reveal() == "swordfish"
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_random_secrets_differ() -> None:
    assert random_secret().reveal() != random_secret().reveal()
    assert len(random_secret().reveal()) >= 43


def test_what_is_kept_in_a_folder_comes_back_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    secrets = folder_secrets(tmp_path / "kept")
    secrets.put("north.pepper", Secret("one"))
    secrets.put("north.pepper", Secret("two"))
    kept = secrets.get("north.pepper")
    assert kept is not None
    assert kept.reveal() == "two"
    (file,) = (tmp_path / "kept").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_systemd_credentials_are_read_and_never_written(tmp_path: Path) -> None:
    (tmp_path / "flexcare.north.timestamp-1").write_text("passphrase\n")
    secrets = machine_secrets({"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert secrets.need("north.timestamp-1").reveal() == "passphrase"
    assert secrets.get("north.snapshot-1") is None
    with pytest.raises(SecretsUnusable, match="cannot be kept"):
        secrets.put("north.pepper", Secret("x"))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_secret_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(SecretsUnusable, match=r"north\.pepper"):
        folder_secrets(tmp_path).need("north.pepper")


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a b", "x" * 300, "æ"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    secrets = folder_secrets(tmp_path)
    with pytest.raises(SecretsUnusable):
        secrets.get(name)
    with pytest.raises(SecretsUnusable):
        secrets.put(name, Secret("x"))


@pytest.mark.parametrize("content", [b"x" * (SECRET_MAX_BYTES + 1), b"\xff\xfe secret words"])
def test_a_file_that_is_no_secret_is_refused_without_showing_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "flexcare.pepper").write_bytes(content)
    with pytest.raises(SecretsUnusable) as caught:
        folder_secrets(tmp_path).get("pepper")
    assert "secret words" not in str(caught.value)
