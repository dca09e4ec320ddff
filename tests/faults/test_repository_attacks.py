"""Attacks on what a tablet pulls: a good repository with one thing wrong, served over real HTTP.

Whatever is served, nothing of it is taken, the last good configuration stays byte for byte, it takes bounded time and memory, and when the
attack is over the next honest publication is taken.
"""

from __future__ import annotations

import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from flexcare.trust.fingerprint import Pin
from flexcare.trust.puller import Pulled
from tests.faults.repository_attacks import ATTACKS, Attack, World
from tests.helpers import hospital
from tests.helpers.hospital import Forger
from tests.helpers.hostile_server import hostile_server

PEAK_MAX_BYTES = 96 * 1024 * 1024
TIME_MAX_S = 30.0


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pin]:
    folder = tmp_path_factory.mktemp("template")
    repository = hospital.make_repository(folder / "desk")
    pin = Pin(repository.pin().fingerprint)
    for serial, name in ((1, "tablet"), (2, "tablet-caught-up")):
        assert hospital.publish(repository, 70 + serial).serial == serial
        shutil.copytree(repository.public, folder / f"public-{serial}")
        with hostile_server(repository.public) as server:
            pulled = hospital.make_puller(folder / name, server.address, pin).refresh()
        assert isinstance(pulled, Pulled)
        assert pulled.taken.serial == serial
    return folder, pin


@pytest.fixture
def make_world(tmp_path: Path, template: tuple[Path, Pin]) -> Iterator[Callable[[bool], World]]:
    source, pin = template
    for name in ("desk", "secrets", "public-1"):
        shutil.copytree(source / name, tmp_path / name)
    with hostile_server(tmp_path / "desk" / "public") as server:

        def make(caught_up: bool) -> World:
            shutil.copytree(source / ("tablet-caught-up" if caught_up else "tablet"), tmp_path / "tablet", symlinks=True)
            forger = Forger(tmp_path / "desk")
            return World(tmp_path / "desk", tmp_path / "public-1", tmp_path / "tablet", pin, server, forger)

        yield make


def kept(tablet: Path) -> dict[str, bytes]:
    """What a patient lives on: every file but the verified metadata, by name."""
    found = (path for path in tablet.rglob("*") if path.is_file() and "metadata" not in path.parts)
    return {str(path.relative_to(tablet)): path.read_bytes() for path in found if path.name != "root.json"}


def attempt(world: World, attack: Attack, tablet: Path) -> None:
    puller = hospital.make_puller(tablet, world.server.address, world.pin, timeout_s=attack.timeout_s)
    begin = monotonic()
    tracemalloc.start()
    try:
        with pytest.raises(attack.raises) as caught:
            puller.refresh()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert monotonic() - begin < TIME_MAX_S
    assert peak < PEAK_MAX_BYTES
    assert type(caught.value) is attack.raises
    assert caught.value.what
    assert caught.value.cure


def end_attack(world: World, template: Path) -> None:
    """The hospital finds its folder changed, brings back its copy, replaces the keys that were stolen and publishes once more."""
    world.server.wrong.clear()
    shutil.rmtree(world.desk / "public")
    shutil.copytree(template / "public-2", world.desk / "public")
    repository = hospital.open_repository(world.desk)
    for role in world.forger.stolen:
        repository.rotate(role)
    hospital.publish(repository, 79)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.long
def test_nothing_is_taken_and_nothing_lost(make_world: Callable[[bool], World], template: tuple[Path, Pin], attack: Attack) -> None:
    world = make_world(attack.caught_up)
    before = kept(world.tablet)
    assert len(before) >= 2  # a configuration and its picture
    attack.do(world)
    for _ in range(2):  # the second look begins with what the first one left
        attempt(world, attack, world.tablet)
        assert kept(world.tablet) == before
    end_attack(world, template[0])
    world.server.folder = world.desk / "public"
    result = hospital.make_puller(world.tablet, world.server.address, world.pin).refresh()
    assert isinstance(result, Pulled)
    assert result.taken.compiled.offer.sound.cap_percent == 79


@pytest.mark.parametrize("attack", [one for one in ATTACKS.values() if one.fresh], ids=[name for name, one in ATTACKS.items() if one.fresh])
def test_nothing_is_taken_at_first_contact(make_world: Callable[[bool], World], tmp_path: Path, attack: Attack) -> None:
    world = make_world(False)
    attack.do(world)
    attempt(world, attack, tmp_path / "fresh")
    taken = kept(tmp_path / "fresh") if (tmp_path / "fresh").exists() else {}
    assert not [name for name in taken if name.startswith("ward")]
    assert hospital.make_puller(tmp_path / "fresh", world.server.address, world.pin).last_good() is None
