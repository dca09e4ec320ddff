from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from flexcare.errors import ConfigurationRefused, RepositoryUnusable, SecretsUnusable
from flexcare.instructions.board import given
from flexcare.instructions.orders import Clear, Orders
from flexcare.trust.puller import Ordered, Pulled, Unchanged
from flexcare.trust.region import Region
from flexcare.trust.secrets import folder_secrets
from tests.helpers.clock import FakeClock
from tests.helpers.county import EAST, WEST, County, make_county
from tests.helpers.hospital import INSTRUCTION
from tests.helpers.hostile_server import hostile_server
from tests.helpers.source import good_source

NOW_S, UNTIL_S = 1_800_000_000, 1_800_000_600


@pytest.fixture
def county(tmp_path: Path) -> County:
    return make_county(tmp_path)


def test_tablets_believe_the_regions_root_and_take_their_own_hospitals_word(county: County, tmp_path: Path) -> None:
    with hostile_server(county.region.public) as server:
        east = county.tablet(tmp_path / "tablet-east", server.address, EAST)
        west = county.tablet(tmp_path / "tablet-west", server.address, WEST)
        for puller, site in ((east, EAST), (west, WEST)):
            pulled = puller.refresh()
            assert isinstance(pulled, Pulled)
            assert (pulled.taken.compiled.site, pulled.taken.serial) == (site, 1)
            assert pulled.taken.read_pictures() == {"one.png": b"\x89PNG of a harbour"}
        county.publish(EAST, 33)
        assert isinstance(east.refresh(), Unchanged)  # the region has not passed it on
        assert county.take(EAST)
        assert not county.take(EAST)
        assert east.refresh().taken.compiled.offer.sound.cap_percent == 33
        assert isinstance(west.refresh(), Unchanged)


def test_a_tablet_at_its_hospitals_own_root_takes_the_same(county: County, tmp_path: Path) -> None:
    desk = county.desks[EAST]
    with hostile_server(desk.public) as server:
        puller = county.tablet(tmp_path / "tablet", server.address, EAST)
        puller._pin = desk.pin()
        assert puller.refresh().taken.compiled.site == EAST


def test_passing_on_needs_the_two_online_keys_alone_and_adding_does_not(county: County, tmp_path: Path) -> None:
    for key in (tmp_path / "county/keys").iterdir():
        if key.name.partition("-")[0] not in ("snapshot", "timestamp"):
            key.rename(tmp_path / key.name)
    county.publish(EAST, 40)
    assert county.take(EAST)
    with pytest.raises(RepositoryUnusable, match="keys of targets"):
        county.region.add(WEST, county.desks[WEST].public)
    with pytest.raises(RepositoryUnusable, match="keys of targets"):
        county.region.remove(WEST)
    assert set(county.region.hospitals()) == {EAST, WEST}


def test_without_the_hospitals_keys_nothing_is_signed_for_it(county: County, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "east/keys")
    with pytest.raises((RepositoryUnusable, SecretsUnusable)):
        county.publish(EAST, 40)


def test_a_removed_hospital_signs_nothing_more_and_comes_back_with_a_new_key(county: County, tmp_path: Path) -> None:
    with hostile_server(county.region.public) as server:
        east = county.tablet(tmp_path / "tablet-east", server.address, EAST)
        west = county.tablet(tmp_path / "tablet-west", server.address, WEST)
        east.refresh()
        west.refresh()
        county.region.remove(EAST)
        assert set(county.region.hospitals()) == {WEST}
        county.publish(EAST, 40)
        with pytest.raises(RepositoryUnusable, match="no such hospital"):
            county.take(EAST)
        with pytest.raises(ConfigurationRefused, match="not published"):
            east.refresh()
        kept = east.last_good()
        assert kept is not None
        assert kept.serial == 1
        county.publish(WEST, 41)
        assert county.take(WEST)
        assert west.refresh().taken.compiled.offer.sound.cap_percent == 41
        assert not (county.region.public / "targets/hospitals/east").exists()
        county.desks[EAST].rotate("targets")
        county.region.add(EAST, county.desks[EAST].public)
        assert east.refresh().taken.compiled.offer.sound.cap_percent == 40


def test_a_hospital_that_replaced_its_key_is_let_in_by_the_region_alone(county: County, tmp_path: Path) -> None:
    county.desks[EAST].rotate("targets")
    county.publish(EAST, 40)
    with pytest.raises(RepositoryUnusable, match="not signed with the key"):
        county.take(EAST)
    with pytest.raises(RepositoryUnusable, match="fingerprint"):
        county.region.add(EAST, county.desks[EAST].public, county.desks[WEST].pin().fingerprint.words)
    county.region.add(EAST, county.desks[EAST].public, county.desks[EAST].pin().fingerprint.words)
    with hostile_server(county.region.public) as server:
        assert county.tablet(tmp_path / "tablet", server.address, EAST).refresh().taken.compiled.offer.sound.cap_percent == 40


def test_a_ward_of_a_hospital_of_a_region_has_a_key_of_its_own(tmp_path: Path) -> None:
    county = make_county(tmp_path, wards=("b7", "c1"))
    county.publish(EAST, 40)
    county.take(EAST)
    roles = {path.name.partition(".")[2] for path in (county.region.public / "metadata").iterdir()}
    assert {"hospital-east.json", "hospital-east_ward-b7.json", "hospital-east_ward-c1.json", "hospital-west.json"} <= roles
    with hostile_server(county.region.public) as server:
        assert county.tablet(tmp_path / "tablet", server.address, EAST).refresh().taken.compiled.offer.sound.cap_percent == 40


def test_a_folder_that_is_older_than_what_tablets_have_seen_is_refused(county: County, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "east/public", tmp_path / "old")
    county.publish(EAST, 40)
    county.take(EAST)
    with pytest.raises(RepositoryUnusable, match="tablets have seen 3"):
        county.region.take(EAST, tmp_path / "old")


def test_what_has_run_out_is_refused(tmp_path: Path) -> None:
    clock = FakeClock()
    county = make_county(tmp_path, clock)
    county.publish(EAST, 40)
    clock.advance(timedelta(days=401).total_seconds())
    with pytest.raises(RepositoryUnusable, match="run out"):
        county.take(EAST)


def test_a_region_publishes_nothing_itself_and_rotates_only_its_own_keys(county: County) -> None:
    with pytest.raises(RepositoryUnusable, match="region publishes nothing"):
        county.region.publish({}, county.desks[EAST].published()["b7"].instruction)
    with pytest.raises(RepositoryUnusable, match="no such role"):
        county.region.rotate("hospital-east")
    county.region.rotate("targets")
    county.publish(EAST, 40)
    assert county.take(EAST)


@pytest.mark.parametrize("name", ["../east", "East", "", "east/../west", "targets/", "east_ward-b7", "*", "x" * 64])
def test_no_name_for_a_hospital(county: County, name: str) -> None:
    before = sorted((county.region.public / "metadata").iterdir())
    with pytest.raises(RepositoryUnusable, match="no name for a site"):
        county.region.add(name, county.desks[EAST].public)
    with pytest.raises(RepositoryUnusable, match="no such hospital"):
        county.region.take(name, county.desks[EAST].public)
    assert sorted((county.region.public / "metadata").iterdir()) == before


@pytest.mark.long
def test_the_commands_from_the_keys_to_the_tablet(tmp_path: Path) -> None:
    def run(*words: str, code: int = 0) -> str:
        command = [sys.executable, "-P", "-m", "flexcare", *words]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL)
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr

    source = good_source(tmp_path)
    run("init", "county", "--site", "nord", "--demo", "--region")
    run("init", "vest", "--site", "vest", "--demo", "--of-region", "nord")
    run("publish", str(source), "vest", "--author", "A", "--reason", "B", "--yes")
    run("region", "add", "county", "vest", "vest/public")
    assert run("region", "list", "county").startswith("vest: serial 1, believed until ")
    run("publish", str(source), "vest", "--author", "A", "--reason", "B", "--yes", "--force")
    assert run("region", "take", "county", "vest", "vest/public") == "vest: serial 2 is passed on.\n"
    assert run("region", "take", "county", "vest", "vest/public") == "vest: serial 2 was passed on already.\n"
    root = max((tmp_path / "county/public/metadata").glob("*.root.json"))
    who = ("--ward", "b7", "--device", "demo-12", "--address", "http://127.0.0.1:9/")
    run("enrol", "vest", *who, "--root", str(root), "--output", "stick")
    told = run("enrol", "--take", "stick", "--state", "state")
    assert Region(tmp_path / "county", FakeClock(), secrets=folder_secrets(tmp_path / "none")).pin().fingerprint.words in told
    assert "flexcare: " in run("enrol", "county", *who, "--output", "stick-2", code=2)
    assert "flexcare: " in run("enrol", "vest", *who, "--root", str(source / "hospital.toml"), "--output", "stick-2", code=2)
    assert "is a region" not in run("region", "remove", "county", "vest")
    assert run("region", "list", "county") == ""


@pytest.mark.parametrize("wards", [(), ("b7", "c1")], ids=["one key", "a key for each ward"])
def test_an_instruction_goes_through_the_region_to_its_own_hospital_alone(tmp_path: Path, wards: tuple[str, ...]) -> None:
    county = make_county(tmp_path, wards=wards)
    with hostile_server(county.region.public) as server:
        east = county.tablet(tmp_path / "tablet-east", server.address, EAST)
        west = county.tablet(tmp_path / "tablet-west", server.address, WEST)
        county.take(EAST)
        assert (east.refresh().ordered, west.refresh().ordered) == (Ordered(), Ordered())

        def give(orders: Orders) -> Orders:
            return given(orders, Clear(), INSTRUCTION, device="", until_s=UNTIL_S, now_s=NOW_S)

        orders = county.desks[EAST].change_orders("b7", give)
        assert east.refresh().ordered == Ordered()  # the region has not passed it on
        assert county.take(EAST)
        assert east.refresh().ordered == Ordered(orders)
        assert west.refresh().ordered == Ordered()
        # A publication through the region keeps it.
        county.publish(EAST, 44)
        assert county.take(EAST)
        found = east.refresh()
        assert (found.ordered, found.taken.compiled.offer.sound.cap_percent) == (Ordered(orders), 44)
