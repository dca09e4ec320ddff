"""From the desk's list of orders to what a tablet pulls: signed by whoever may, kept by publications, never harmful to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from flexcare.configuration.compiled import to_bytes as ward_bytes
from flexcare.errors import ConfigurationRefused, ConfigurationUnreachable, RepositoryUnusable
from flexcare.instructions.board import given, withdrawn
from flexcare.instructions.orders import Clear, Deed, Orders, ShowNotice, orders_target
from flexcare.trust.puller import Ordered, Pulled, Puller, Unchanged
from flexcare.trust.repository import Repository
from flexcare.trust.verdict import ward_target
from tests.helpers import hospital
from tests.helpers.hospital import INSTRUCTION, WARD, Forger
from tests.helpers.hostile_server import HostileServer, hostile_server

NOW_S, SOON_S = 1_800_000_000, 1_800_000_600
TARGET = orders_target(WARD)


@dataclass(frozen=True, slots=True)
class World:
    repository: Repository
    server: HostileServer
    tablet: Path

    def puller(self) -> Puller:
        return hospital.make_puller(self.tablet, self.server.address, self.repository.pin())


@pytest.fixture(params=[(), (WARD, "b8")], ids=["one key", "a key for each ward"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    repository = hospital.make_repository(tmp_path / "desk", wards=request.param)
    hospital.publish(repository, 70)
    with hostile_server(repository.public) as server:
        yield World(repository, server, tmp_path / "tablet")


def give(repository: Repository, deed: Deed | None = None, ward: str = WARD) -> Orders:
    def change(orders: Orders) -> Orders:
        return given(orders, deed or Clear(), INSTRUCTION, device="", until_s=SOON_S, now_s=NOW_S)

    return repository.change_orders(ward, change)


def test_none_is_published_until_one_is_given(world: World) -> None:
    puller = world.puller()
    assert puller.refresh().ordered == Ordered()
    orders = give(world.repository)
    found = puller.refresh()
    assert isinstance(found, Unchanged)  # the configuration is the same
    assert found.ordered == Ordered(orders)
    world.server.asked.clear()
    assert puller.refresh().ordered == Ordered(orders)
    assert len(world.server.asked) == 2  # nothing new costs what it did
    assert world.puller().refresh().ordered == Ordered(orders)


def test_a_publication_keeps_what_stands_and_its_numbers(world: World) -> None:
    give(world.repository)
    orders = give(world.repository, ShowNotice({"en": "Hello"}))
    published = hospital.publish(world.repository, 60)
    assert published.written
    found = world.puller().refresh()
    assert found.ordered == Ordered(orders)
    assert found.taken.serial == published.serial
    assert give(world.repository).last == 3
    # Nothing differs: the serial that is said is one that tablets run.
    assert hospital.publish(world.repository, 60).serial == published.serial
    assert world.puller().refresh().taken.serial == published.serial


def test_a_ward_that_is_removed_and_comes_back_counts_on(world: World) -> None:
    give(world.repository)
    give(world.repository)
    other = {ward_target("b8"): ward_bytes(hospital.compiled(ward="b8")), **hospital.targets(50)}
    del other[hospital.WARD_TARGET]
    world.repository.publish(other, INSTRUCTION)
    hospital.publish(world.repository, 51)
    assert give(world.repository).last == 3


def test_only_the_keys_that_it_takes_are_needed(tmp_path: Path) -> None:
    repository = hospital.make_repository(tmp_path / "desk", wards=(WARD,))
    hospital.publish(repository, 70)
    for key in (tmp_path / "desk" / "keys").glob("targets-*"):
        key.unlink()
    assert give(repository).last == 1
    with pytest.raises(RepositoryUnusable, match="targets"):
        give(repository, ward="b8")


def test_a_withdrawn_one_is_gone(world: World) -> None:
    give(world.repository)
    give(world.repository)
    world.repository.change_orders(WARD, lambda orders: withdrawn(orders, 1, now_s=NOW_S))
    found = world.puller().refresh().ordered.orders
    assert found is not None
    assert [order.number for order in found.orders] == [2]


def test_a_damaged_list_on_the_desk_gives_no_number_twice(world: World) -> None:
    give(world.repository)
    for file in (world.repository.public / "targets" / "instructions").iterdir():
        file.write_bytes(b"{}")
    with pytest.raises(RepositoryUnusable, match="damaged"):
        give(world.repository)
    with pytest.raises(RepositoryUnusable, match="damaged"):
        world.repository.orders()


def test_what_tablets_would_refuse_is_not_signed(world: World) -> None:
    with pytest.raises(RepositoryUnusable, match="another site or ward"):
        world.repository.change_orders(WARD, lambda orders: replace(orders, ward="b9"))
    assert world.repository.orders() == {}


def forged(world: World) -> Forger:
    return Forger(world.repository.folder)


def test_a_list_that_is_not_what_was_signed_is_refused_and_the_configuration_taken(tmp_path: Path) -> None:
    repository = hospital.make_repository(tmp_path / "desk")
    hospital.publish(repository, 70)
    old = give(repository)
    forger = Forger(tmp_path / "desk")
    replayed = forger.target_file(TARGET).read_bytes()
    new = give(repository)
    honest = forger.target_file(TARGET).read_bytes()
    with hostile_server(repository.public) as server:
        puller = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin())
        forger.target_file(TARGET).write_bytes(replayed.ljust(len(honest)))
        found = puller.refresh()
        assert isinstance(found, Pulled)
        assert isinstance(found.ordered.fault, ConfigurationRefused)
        forger.target_file(TARGET).unlink()
        assert isinstance(puller.refresh().ordered.fault, ConfigurationUnreachable)
        # Without a publication in between: a fault is looked at again.
        forger.target_file(TARGET).write_bytes(honest)
        assert puller.refresh().ordered == Ordered(new)
        assert old.last < new.last


def test_another_wards_key_gives_no_order_here(tmp_path: Path) -> None:
    repository = hospital.make_repository(tmp_path / "desk", wards=(WARD, "b8"))
    hospital.publish(repository, 70)
    data = b'{"site":"north","ward":"b7","last":9,"orders":[{"number":9}]}'
    Forger(tmp_path / "desk").put_delegated("ward-b8", TARGET, data)
    with hostile_server(repository.public) as server:
        assert hospital.make_puller(tmp_path / "tablet", server.address, repository.pin()).refresh().ordered == Ordered()


@pytest.mark.parametrize("data", [b"[" * 500_000, b"{}", b'{"site":"north","ward":"b8","last":0,"orders":[]}', b" " * (1024 * 1024 + 1)])
def test_a_list_that_was_signed_and_is_wrong_harms_nothing_else(tmp_path: Path, data: bytes) -> None:
    repository = hospital.make_repository(tmp_path / "desk")
    hospital.publish(repository, 70)
    Forger(tmp_path / "desk").put_target(TARGET, data)
    with hostile_server(repository.public) as server:
        found = hospital.make_puller(tmp_path / "tablet", server.address, repository.pin()).refresh()
        assert isinstance(found, Pulled)
        assert isinstance(found.ordered.fault, ConfigurationRefused)
