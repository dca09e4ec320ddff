from __future__ import annotations

import itertools
import os
import shutil
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flexcare.configuration.compiled import from_bytes, to_bytes
from flexcare.errors import RepositoryUnusable, SecretsUnusable
from flexcare.trust.puller import Pulled, Unchanged
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import folder_secrets, machine_secrets
from tests.helpers import hospital
from tests.helpers.clock import FakeClock
from tests.helpers.hospital import INSTRUCTION, PICTURE_TARGET, WARD_TARGET
from tests.helpers.hostile_server import hostile_server


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return hospital.make_repository(tmp_path / "desk")


def served(repository: Repository) -> dict[str, bytes]:
    return {str(path.relative_to(repository.public)): path.read_bytes() for path in repository.public.rglob("*") if path.is_file()}


def test_a_publication_carries_serial_author_reason_and_time(repository: Repository) -> None:
    done = hospital.publish(repository)
    assert (done.serial, done.written, done.difference) == (1, True, ("b7: the ward is new",))
    (path,) = (repository.public / "targets/wards").iterdir()
    ward = from_bytes(path.read_bytes())
    assert (ward.serial, ward.instruction) == (1, INSTRUCTION)
    assert replace(ward, instruction=hospital.compiled().instruction) == hospital.compiled()


def test_nothing_changed_is_not_published_unless_forced(repository: Repository) -> None:
    hospital.publish(repository)
    before = served(repository)
    assert not hospital.publish(repository).written
    assert served(repository) == before
    again = repository.publish(hospital.targets(), INSTRUCTION, force=True)
    assert (again.serial, again.written) == (2, True)


def test_a_dry_run_tells_and_changes_nothing(repository: Repository) -> None:
    hospital.publish(repository)
    before = served(repository)
    told = repository.publish(hospital.targets(60), INSTRUCTION, dry_run=True)
    assert (told.serial, told.written) == (2, False)
    assert told.difference == ("b7: value: offer.sound.cap_percent: 80 -> 60",)
    assert served(repository) == before


def test_a_lost_file_is_published_again_although_nothing_changed(repository: Repository) -> None:
    hospital.publish(repository)
    next((repository.public / "targets/assets").iterdir()).unlink()
    assert hospital.publish(repository).written
    assert list((repository.public / "targets/assets").iterdir())


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        (WARD_TARGET, b"{}", "required field"),
        (WARD_TARGET, to_bytes(hospital.compiled(site="south")), "another site"),
        (WARD_TARGET, to_bytes(hospital.compiled(ward="b8")), "another ward"),
        (WARD_TARGET, to_bytes(replace(hospital.compiled(), assets={"x.png": "0" * 64})), "picture x.png is missing"),
        (PICTURE_TARGET, b"another", "not the one"),
        ("../../escape", b"", "no target"),
        ("wards/../b7.json", b"", "no target"),
        ("assets/../x", b"", "no target"),
    ],
)
def test_what_a_tablet_would_refuse_is_not_signed(repository: Repository, path: str, data: bytes, reason: str) -> None:
    before = served(repository)
    with pytest.raises(RepositoryUnusable, match=reason):
        repository.publish({**hospital.targets(), path: data}, INSTRUCTION)
    assert served(repository) == before


def test_keys_and_secrets_are_not_in_the_served_folder_nor_readable(repository: Repository, tmp_path: Path) -> None:
    hospital.publish(repository)
    assert not [name for name in served(repository) if name.endswith(".pem") or "secret" in name]
    keys = list((tmp_path / "desk/keys").iterdir())
    assert sorted(key.name for key in keys) == [
        f"{name}.pem" for name in ("root-1", "root-2", "root-3", "snapshot-1", "targets-1", "timestamp-1")
    ]
    for key in keys:
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert b"ENCRYPTED" in key.read_bytes()
    with pytest.raises(SecretsUnusable):
        Repository(tmp_path / "desk", FakeClock(), secrets=folder_secrets(tmp_path / "none")).renew()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(RepositoryUnusable, match="something in this folder"):
        hospital.make_repository(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("site", ["", "North", "../x", "a b", "-", "x" * 64])
def test_no_name_for_a_site(tmp_path: Path, site: str) -> None:
    with pytest.raises(RepositoryUnusable, match="no name for a site"):
        Repository.create(tmp_path / "desk", site, FakeClock(), demo=True)
    assert not (tmp_path / "desk").exists()


def test_renewing_needs_the_two_online_keys_alone(tmp_path: Path) -> None:
    clock = FakeClock()
    repository = hospital.make_repository(tmp_path / "desk", clock)
    hospital.publish(repository)
    for name in ("root-1", "root-2", "root-3", "targets-1"):
        (tmp_path / f"desk/keys/{name}.pem").unlink()
    before = repository.expiries()
    clock.advance(timedelta(days=3).total_seconds())
    assert repository.renew() == before["timestamp"] + timedelta(days=3)
    after = repository.expiries()
    assert (after["root"], after["targets"]) == (before["root"], before["targets"])
    assert after["snapshot"] > before["snapshot"]
    with pytest.raises(RepositoryUnusable, match="keys of targets are needed"):
        hospital.publish(repository, 60)


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_tablets_follow_a_new_key_and_the_old_one_is_gone(tmp_path: Path, repository: Repository, role: str) -> None:
    hospital.publish(repository)
    with hostile_server(repository.public) as server:
        puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
        puller.refresh()
        old = {path.name: path.read_bytes() for path in (tmp_path / "desk/keys").iterdir()}
        repository.rotate(role)
        keys = {path.name: path.read_bytes() for path in (tmp_path / "desk/keys").iterdir()}
        assert len(keys) == len(old)
        assert f"{role}-1.pem" not in keys
        assert isinstance(puller.refresh(), Unchanged)
        hospital.publish(repository, 60)
        assert isinstance(puller.refresh(), Pulled)


def test_a_lost_root_key_is_the_one_that_is_replaced(tmp_path: Path, repository: Repository) -> None:
    (tmp_path / "desk/keys/root-2.pem").unlink()
    repository.rotate("root")
    assert sorted(path.name for path in (tmp_path / "desk/keys").glob("root-*")) == ["root-1.pem", "root-3.pem", "root-4.pem"]
    repository.rotate("root")


def test_one_root_key_alone_changes_nothing(tmp_path: Path, repository: Repository) -> None:
    for name in ("root-2", "root-3"):
        (tmp_path / f"desk/keys/{name}.pem").unlink()
    before = served(repository)
    with pytest.raises(RepositoryUnusable, match="keys of root are needed"):
        repository.rotate("root")
    assert served(repository) == before


def test_keys_on_a_stick(tmp_path: Path) -> None:
    hospital.make_repository(tmp_path / "desk")
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in ("root-2.pem", "root-3.pem"):
        (tmp_path / "desk/keys" / name).rename(stick / name)
    opened = Repository(tmp_path / "desk", FakeClock(), key_folders=[stick], secrets=folder_secrets(tmp_path / "secrets"))
    opened.rotate("root")
    assert opened.pin().version == 2


def test_a_ward_with_its_own_key_is_signed_with_it(tmp_path: Path) -> None:
    repository = hospital.make_repository(tmp_path / "desk", wards=("b7",))
    hospital.publish(repository)
    with hostile_server(repository.public) as server:
        puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
        assert isinstance(puller.refresh(), Pulled)
        repository.rotate("ward-b7")
        hospital.publish(repository, 60)
        result = puller.refresh()
    assert isinstance(result, Pulled)
    assert result.taken.compiled.offer.sound.cap_percent == 60
    for key in (tmp_path / "desk/keys").glob("ward-b7-*"):
        key.unlink()
    with pytest.raises(RepositoryUnusable, match="ward-b7"):
        hospital.publish(repository, 50)


def test_no_such_role(repository: Repository) -> None:
    with pytest.raises(RepositoryUnusable, match="no such role"):
        repository.rotate("ward-b9")


def test_a_folder_of_many_publications_stays_bounded_and_readable(tmp_path: Path, repository: Repository) -> None:
    for cap in range(1, 30):
        hospital.publish(repository, cap)
        for path in repository.public.rglob("*.json"):
            os.utime(path, (0, 0))
    assert len(list((repository.public / "metadata").iterdir())) < 45
    assert len(list((repository.public / "targets/wards").iterdir())) <= 20
    with hostile_server(repository.public) as server:
        assert hospital.make_puller(tmp_path / "tablet", server.address, repository.pin()).refresh().taken.serial == 29


@pytest.mark.long
def test_tablets_that_poll_in_the_middle_see_the_old_or_the_new(tmp_path: Path, repository: Repository) -> None:
    hospital.publish(repository, 1)
    over = threading.Event()

    def keep_publishing() -> None:
        for cap in itertools.count(2):
            if over.is_set():
                return
            hospital.publish(repository, 1 + cap % 90)

    with hostile_server(repository.public) as server, ThreadPoolExecutor(1) as desk:
        published = desk.submit(keep_publishing)
        try:
            puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
            serials = [puller.refresh().taken.serial for _ in range(25)]
        finally:
            over.set()
        published.result()
    assert serials == sorted(serials)
    assert len(set(serials)) > 1


def test_a_copy_that_a_timer_renews_does_not_fall_behind_the_desk(tmp_path: Path) -> None:
    clock = FakeClock()
    repository = hospital.make_repository(tmp_path / "desk", clock)
    hospital.publish(repository)
    shutil.copytree(tmp_path / "desk", tmp_path / "server/desk")
    shutil.copytree(tmp_path / "secrets", tmp_path / "server/secrets")
    served_copy = hospital.open_repository(tmp_path / "server/desk", clock)
    for _ in range(5):
        clock.advance(60)
        served_copy.renew()
    version = served_copy.versions()["timestamp"]
    clock.advance(60)
    hospital.publish(repository, 60)
    assert repository.versions()["timestamp"] > version


def test_a_repository_that_could_not_be_made_can_be_made_again(tmp_path: Path) -> None:
    handed_over = tmp_path / "credentials"
    handed_over.mkdir()
    read_only = machine_secrets({"CREDENTIALS_DIRECTORY": str(handed_over)})
    with pytest.raises(SecretsUnusable, match="cannot be kept"):
        Repository.create(tmp_path / "desk", "north", FakeClock(), secrets=read_only)
    assert not list((tmp_path / "desk").iterdir())
    assert hospital.make_repository(tmp_path / "desk").site.site == "north"
