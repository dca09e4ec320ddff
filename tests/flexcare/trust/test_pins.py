"""PINs on their way: from the desk's keys folder, with a publication, into the tablet that asks for them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flexcare.errors import ConfigurationRefused, RepositoryUnusable
from flexcare.staff.pin import Role, hash_pin, pin_is
from flexcare.supervisor.configuring import Configuring
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import Secret
from tests.helpers import hospital
from tests.helpers.clock import FakeClock
from tests.helpers.hospital import INSTRUCTION, Forger
from tests.helpers.hostile_server import hostile_server

FIRST, SECOND = "683917", "271859"
WEAK = f"peppered-1:{'0' * 16}:$argon2id$v=19$m=1024,t=1,p=1${'A' * 22}${'B' * 43}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = hospital.make_repository(tmp_path / "desk")
    hospital.publish(made)
    return made


def set_pin(repository: Repository, pin: str, pepper: Secret | None = None) -> str:
    kept = hash_pin(pin, Role.NURSE, pepper or repository.pepper())
    repository.keep_pin(Role.NURSE, kept)
    return kept


def test_a_dry_run_says_that_a_pin_is_another_and_shows_nothing_of_it(repository: Repository) -> None:
    set_pin(repository, FIRST)
    seen = repository.publish(hospital.targets(), INSTRUCTION, dry_run=True)
    assert seen.difference == ("b7: staff: the PIN of nurse is new",)
    assert repository.publish(hospital.targets(), INSTRUCTION).written
    assert repository.publish(hospital.targets(), INSTRUCTION, dry_run=True).difference == ()
    set_pin(repository, SECOND)
    assert repository.publish(hospital.targets(), INSTRUCTION, dry_run=True).difference == ("b7: staff: the PIN of nurse is another",)
    (repository.folder / "keys/pin-nurse.txt").unlink()
    assert repository.publish(hospital.targets(), INSTRUCTION, dry_run=True).difference == ("b7: staff: the PIN of nurse is gone",)


def test_a_change_reaches_the_tablet_without_a_visit(repository: Repository, tmp_path: Path) -> None:
    set_pin(repository, FIRST)
    with hostile_server(repository.public) as server:
        puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
        configuring = Configuring(puller, "tablet-1", tmp_path / "ward", FakeClock())
        assert configuring.pins == {}
        hospital.publish(repository)
        assert asyncio.run(configuring.look())
        assert pin_is(FIRST, Role.NURSE, repository.pepper(), configuring.pins["nurse"])
        set_pin(repository, SECOND)
        hospital.publish(repository)
        assert asyncio.run(configuring.look())
    assert not pin_is(FIRST, Role.NURSE, repository.pepper(), configuring.pins["nurse"])
    assert pin_is(SECOND, Role.NURSE, repository.pepper(), configuring.pins["nurse"])
    restarted = Configuring(puller, "tablet-1", tmp_path / "ward", FakeClock())
    restarted.begin()
    assert restarted.pins == configuring.pins
    assert configuring.pins["nurse"] not in (tmp_path / "ward/offer.json").read_text()


@pytest.mark.parametrize("kept", [WEAK, WEAK.partition("$")[2], "683917", "", "\udcff"])
def test_what_is_weak_or_without_a_pepper_is_not_published(repository: Repository, kept: str) -> None:
    (repository.folder / "keys/pin-it.txt").write_bytes(kept.encode(errors="surrogateescape"))
    with pytest.raises(RepositoryUnusable, match=r"PIN|damaged") as caught:
        repository.publish(hospital.targets(60), INSTRUCTION, dry_run=True)
    assert "683917" not in str(caught.value)
    assert "flexcare pin set" in caught.value.cure


def test_a_pin_that_was_mixed_with_another_pepper_is_not_published(repository: Repository) -> None:
    set_pin(repository, FIRST, Secret("of another desk"))
    with pytest.raises(RepositoryUnusable, match="another pepper"):
        hospital.publish(repository)
    assert repository.published()["b7"].pins == {}


@pytest.mark.parametrize("kept", [WEAK, "683917"])
def test_a_tablet_refuses_it_under_every_signature(repository: Repository, tmp_path: Path, kept: str) -> None:
    Forger(repository.folder).put_ward(pins={"nurse": kept})
    with hostile_server(repository.public) as server:
        puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
        with pytest.raises(ConfigurationRefused, match="PIN") as caught:
            puller.refresh()
    assert caught.value.place.endswith("pins.nurse")
