from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flexcare.clock import SystemClock
from flexcare.errors import ConfigurationRefused, ConfigurationUnreachable
from flexcare.trust.fingerprint import Fingerprint, Pin
from flexcare.trust.puller import Pulled, Puller, PullLimits, Unchanged
from flexcare.trust.repository import Repository
from tests.helpers import hospital
from tests.helpers.clock import FakeClock
from tests.helpers.hospital import PICTURE, PICTURE_DIGEST, Forger
from tests.helpers.hostile_server import HostileServer, hostile_server


@dataclass(frozen=True, slots=True)
class World:
    repository: Repository
    server: HostileServer
    tablet: Path

    def puller(self, pin: Pin | None = None, ward: str = hospital.WARD) -> Puller:
        return hospital.make_puller(self.tablet, self.server.address, pin or self.repository.pin(), ward=ward)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    repository = hospital.make_repository(tmp_path / "desk")
    hospital.publish(repository, 70)
    with hostile_server(repository.public) as server:
        yield World(repository, server, tmp_path / "tablet")


def cap_of(result: Pulled | Unchanged) -> int:
    return result.taken.compiled.offer.sound.cap_percent


def test_the_first_pull_takes_the_ward_and_its_pictures(world: World) -> None:
    puller = world.puller()
    assert puller.last_good() is None
    result = puller.refresh()
    assert isinstance(result, Pulled)
    assert cap_of(result) == 70
    assert result.taken.read_pictures() == {"one.png": PICTURE}
    assert world.puller().last_good() == result.taken


def test_nothing_new_takes_two_small_requests(world: World) -> None:
    puller = world.puller()
    first = puller.refresh()
    world.server.asked.clear()
    result = puller.refresh()
    assert result == Unchanged(first.taken)
    assert world.server.asked == ["/metadata/timestamp.json", "/metadata/2.root.json"]


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_a_new_key_is_noticed_by_the_next_look(world: World, role: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)  # as `flexcare run` does
    puller = world.puller()
    puller.refresh()
    world.repository.rotate(role)
    world.server.asked.clear()
    assert isinstance(puller.refresh(), Unchanged)
    assert "/metadata/3.root.json" in world.server.asked
    assert [record.getMessage() for record in caplog.records] == []


def test_nothing_new_after_a_start_fetches_no_configuration_again(world: World) -> None:
    first = world.puller().refresh()
    world.server.asked.clear()
    assert world.puller().refresh() == Unchanged(first.taken)
    assert not [path for path in world.server.asked if path.startswith("/targets/")]


def test_times_are_looked_at_again_after_an_hour(world: World) -> None:
    clock = FakeClock()
    address, pin = world.server.address, world.repository.pin()
    puller = Puller(hospital.SITE, hospital.WARD, address, world.tablet, clock, pin, PullLimits(30))
    puller.refresh()
    clock.advance(3601)
    world.server.asked.clear()
    puller.refresh()
    assert world.server.asked == ["/metadata/2.root.json", "/metadata/timestamp.json"]


def test_something_new_is_taken_and_the_picture_not_fetched_again(world: World) -> None:
    puller = world.puller()
    puller.refresh()
    hospital.publish(world.repository, 60)
    world.server.asked.clear()
    result = puller.refresh()
    assert isinstance(result, Pulled)
    assert cap_of(result) == 60
    assert not [path for path in world.server.asked if path.startswith("/targets/assets/")]


def test_a_renewed_timestamp_is_nothing_new(world: World) -> None:
    puller = world.puller()
    puller.refresh()
    world.repository.renew()
    assert isinstance(puller.refresh(), Unchanged)


def test_without_network_the_last_good_stays(world: World) -> None:
    first = world.puller().refresh()
    with hostile_server(world.repository.public) as gone:
        address = gone.address
    puller = hospital.make_puller(world.tablet, address, world.repository.pin())
    with pytest.raises(ConfigurationUnreachable) as caught:
        puller.refresh()
    assert caught.value.alarm == "unreachable"
    assert puller.last_good() == first.taken


def test_first_contact_by_fingerprint_alone(world: World) -> None:
    pin = Pin(world.repository.pin().fingerprint)
    assert isinstance(world.puller(pin).refresh(), Pulled)
    world.server.asked.clear()
    world.puller(pin).refresh()
    assert "/metadata/1.root.json" not in world.server.asked


def test_first_contact_by_file_asks_for_no_root_that_it_has(world: World) -> None:
    world.puller().refresh()
    assert "/metadata/1.root.json" not in world.server.asked


def test_first_contact_with_another_fingerprint_takes_nothing(world: World) -> None:
    puller = world.puller(Pin(Fingerprint("0" * 64)))
    with pytest.raises(ConfigurationRefused, match="enrolled with"):
        puller.refresh()
    assert puller.last_good() is None
    assert not world.tablet.exists()


def test_a_tablet_from_the_drawer_follows_a_long_chain_of_roots(world: World) -> None:
    pin = world.repository.pin()
    for _ in range(34):
        world.repository.rotate("root")
    puller = world.puller(pin)
    assert isinstance(puller.refresh(), Pulled)
    world.server.asked.clear()
    assert isinstance(puller.refresh(), Unchanged)
    assert world.server.asked == ["/metadata/timestamp.json", "/metadata/36.root.json"]


def test_a_tablet_that_moves_takes_its_new_ward_whatever_its_serial(world: World) -> None:
    world.puller().refresh()
    moved = world.puller(ward="b8")
    assert moved.last_good() is None
    with pytest.raises(ConfigurationRefused, match="not published"):
        moved.refresh()


def test_names_that_are_paths_touch_nothing_outside(world: World, tmp_path: Path) -> None:
    before = sorted(path for path in tmp_path.iterdir())
    forger = Forger(tmp_path / "desk")
    for name in ("../../evil", "/tmp/flexcare-evil", "wards/../../evil.json", "wards/\0.json"):
        file = forger.targets().signed.targets[hospital.WARD_TARGET]

        def change(signed: object, name: str = name, file: object = file) -> None:
            signed.targets[name] = file  # type: ignore[attr-defined]

        forger.put_targets(change, forger.signers("targets"))
    assert isinstance(world.puller().refresh(), Pulled)
    assert sorted(path for path in tmp_path.iterdir() if path.name != "tablet") == before
    assert not Path("/tmp/flexcare-evil").exists()


LOCAL = ["ward.json", "ward-before.json", "root.json", "pictures", "metadata"]


@pytest.mark.parametrize("content", [b"", b"\0" * 512, b'{"signed"'], ids=["empty", "zeros", "half"])
@pytest.mark.parametrize("what", LOCAL)
def test_what_a_power_cut_or_a_bad_disk_damaged_heals(world: World, what: str, content: bytes) -> None:
    pin = Pin(world.repository.pin().fingerprint)
    puller = world.puller(pin)
    for cap in (60, 50):
        puller.refresh()
        hospital.publish(world.repository, cap)
    puller.refresh()
    place = world.tablet / what
    damaged = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]
    assert damaged
    for path in damaged:
        path.write_bytes(content)
    puller = world.puller(pin)
    last = puller.last_good()
    assert last is not None
    assert last.compiled.offer.sound.cap_percent == (60 if what == "ward.json" else 50)
    result = puller.refresh()
    assert isinstance(result, Pulled if what == "ward.json" else Unchanged)
    assert cap_of(result) == 50
    assert result.taken.read_pictures() == {"one.png": PICTURE}


def test_a_single_digit_that_the_disk_changed_is_noticed(world: World) -> None:
    world.puller().refresh()
    path = world.tablet / "ward.json"
    path.write_bytes(path.read_bytes().replace(b'"cap_percent":70', b'"cap_percent":90'))
    puller = world.puller()
    assert puller.last_good() is None
    assert cap_of(puller.refresh()) == 70


def test_leftovers_of_a_power_cut_are_cleared_away(world: World) -> None:
    world.puller().refresh()
    left = [world.tablet / name for name in (".ward.json.new", ".ward-before.new", f"pictures/.{PICTURE_DIGEST}.new", "metadata/tmpabc")]
    for path in left:
        path.write_bytes(b"half")
    hospital.publish(world.repository, 60)
    assert isinstance(world.puller().refresh(), Pulled)
    assert not [path for path in left if path.exists()]


def test_all_local_state_lost_is_a_first_contact(world: World) -> None:
    world.puller().refresh()
    shutil.rmtree(world.tablet)
    assert isinstance(world.puller().refresh(), Pulled)


def test_pictures_that_nothing_names_are_deleted(world: World) -> None:
    puller = world.puller()
    puller.refresh()
    stray = world.tablet / "pictures" / ("a" * 64)
    stray.write_bytes(b"old")
    hospital.publish(world.repository, 60)
    puller.refresh()
    assert not stray.exists()
    assert (world.tablet / "pictures" / PICTURE_DIGEST).exists()


def test_an_address_with_a_password_is_in_no_error(world: World) -> None:
    address = world.server.address.replace("http://", "http://user:swordfish@")
    world.server.wrong["/"] = lambda answering: answering.status(500)
    puller = Puller(hospital.SITE, hospital.WARD, address, world.tablet, SystemClock(), world.repository.pin())
    with pytest.raises(ConfigurationUnreachable) as caught:
        puller.refresh()
    error: BaseException | None = caught.value
    while error:
        assert "swordfish" not in repr(error) + str(error)
        error = error.__cause__
