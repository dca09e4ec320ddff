"""Attacks from inside a region: a hospital, a removed one, or a ward signs what is not its own, on the way into the region and beyond it.

Nothing of it is taken by the region, and where the region's online machine is in the attacker's hands too, nothing by a tablet.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from securesystemslib.signer import Signer
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, MetaFile, SuccinctRoles, TargetFile, Targets

from flexcare.configuration.compiled import to_bytes
from flexcare.errors import ConfigurationRefused, RepositoryUnusable
from flexcare.trust.keys import KeyRing
from flexcare.trust.puller import Unchanged
from flexcare.trust.secrets import folder_secrets
from flexcare.trust.site import hospital_role
from tests.helpers.county import EAST, REGION, WEST, County, make_county, open_county
from tests.helpers.hospital import Forger, compiled
from tests.helpers.hostile_server import hostile_server

FORGED = to_bytes(compiled(7, site=WEST))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    county = make_county(folder, wards=("b7", "c1"))
    county.publish(EAST, 81)
    county.take(EAST)
    return folder


@pytest.fixture
def county(tmp_path: Path, template: Path) -> County:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return open_county(tmp_path)


def signers(county: County, site: str, role: str) -> list[Signer]:
    """All keys of a role that lie in a desk's folder."""
    folder = county.region.folder.parent
    ring = KeyRing(site, (folder / site / "keys",), folder_secrets(folder / "secrets"))
    return [ring._read(path) for path in ring._files(role)]


def served(county: County) -> dict[str, bytes]:
    public = county.region.public
    return {str(path.relative_to(public)): path.read_bytes() for path in public.rglob("*") if path.is_file()}


def target(path: str, data: bytes = FORGED) -> Callable[[Targets], None]:
    return lambda signed: signed.targets.update({path: TargetFile.from_data(path, data, ["sha256"])})


def lets_sign(name: str, paths: list[str], *, terminating: bool = True) -> Callable[[Targets], None]:
    """Delegate to another role with the hospital's own ward key."""

    def change(signed: Targets) -> None:
        assert signed.delegations is not None
        assert signed.delegations.roles is not None
        known = next(iter(signed.delegations.roles.values())).keyids
        signed.delegations.roles[name] = DelegatedRole(name, list(known), 1, terminating=terminating, paths=paths)

    return change


def lets_bins_sign(signed: Targets) -> None:
    assert signed.delegations is not None
    key_id, keys = next(iter(signed.delegations.keys)), signed.delegations.keys
    signed.delegations = Delegations(keys, succinct_roles=SuccinctRoles([key_id], 1, 1, "hospital-west"))


def two_hashes(signed: Targets) -> None:
    path = next(path for path in signed.targets if "assets" in path)
    signed.targets[path].hashes["sha512"] = "0" * 128


def strange_hash(signed: Targets) -> None:
    path = next(path for path in signed.targets if "assets" in path)
    signed.targets[path].hashes["sha256"] = "../../../../" + "0" * 52


SIGNED_BY_EAST = {
    "a ward of another hospital": target("hospitals/west/wards/b7.json"),
    "a ward outside every hospital": target("wards/b7.json"),
    "the way up and down again": target("hospitals/east/../west/wards/b7.json"),
    "the way up out of the wards": target("hospitals/east/wards/../../west/wards/b7.json"),
    "a name with a null": target("hospitals/east/wards/b7\0.json"),
    "a picture by another name": target("hospitals/east/assets/../wards/b7.json"),
    "a picture of another hospital": target(f"hospitals/west/assets/{hashlib.sha256(FORGED).hexdigest()}"),
    "the region's metadata": target("../metadata/timestamp.json"),
    "an absolute name": target("/hospitals/east/wards/b7.json"),
    "a role of another hospital": lets_sign("hospital-west", ["hospitals/west/wards/*.json"]),
    "another hospital's part for a ward": lets_sign("hospital-east_ward-d1", ["hospitals/west/wards/b7.json"]),
    "all wards for one ward": lets_sign("hospital-east_ward-d1", ["hospitals/east/wards/*.json"]),
    "a ward of another hospital as its own role": lets_sign("hospital-west_ward-b7", ["hospitals/east/wards/b7.json"]),
    "a role with a way up in its name": lets_sign("hospital-east_ward-../x", ["hospitals/east/wards/../x.json"]),
    "a role that has no metadata": lets_sign("hospital-east_ward-d1", ["hospitals/east/wards/d1.json"]),
    "bins": lets_bins_sign,
    "two hashes": two_hashes,
    "a hash that is a way up": strange_hash,
}


@pytest.mark.parametrize("change", SIGNED_BY_EAST.values(), ids=SIGNED_BY_EAST.keys())
def test_the_region_passes_on_nothing_that_a_hospital_may_not_sign(county: County, change: Callable[[Targets], None]) -> None:
    before = served(county)
    Forger(county.desks[EAST].folder, EAST).put_targets(change, signers(county, EAST, "targets"), [])
    for act in (county.region.take, county.region.add):
        with pytest.raises(RepositoryUnusable) as caught:
            act(EAST, county.desks[EAST].public)
        assert caught.value.cure
        assert served(county) == before
    assert county.take(WEST) is False  # the other one is as it was


@pytest.mark.parametrize("who", [(WEST, "targets"), (EAST, "hospital-east_ward-b7"), (EAST, "snapshot"), (REGION, "targets")])
def test_the_region_passes_on_nothing_that_another_key_has_signed(county: County, who: tuple[str, str]) -> None:
    before = served(county)
    Forger(county.desks[EAST].folder, EAST).put_targets(lambda _: None, signers(county, *who), [])
    with pytest.raises(RepositoryUnusable, match="not signed with the key"):
        county.take(EAST)
    assert served(county) == before


def test_a_ward_key_signs_its_own_ward_alone(county: County) -> None:
    before = served(county)
    forger = Forger(county.desks[EAST].folder, EAST)
    path = forger._newest("hospital-east_ward-b7")
    ward = Metadata[Targets].from_file(str(path))
    target("hospitals/east/wards/c1.json")(ward.signed)
    ward.signed.version += 1
    forger._put(f"{ward.signed.version}.hospital-east_ward-b7.json", ward, signers(county, EAST, "hospital-east_ward-b7"))
    forger.put_snapshot(lambda signed: signed.meta.update({"hospital-east_ward-b7.json": MetaFile(ward.signed.version)}), [])
    with pytest.raises(RepositoryUnusable, match="more than its ward"):
        county.take(EAST)
    assert served(county) == before


@pytest.mark.parametrize("kind", ["link", "queue", "other content", "longer", "gone", "folder"])
def test_files_of_a_hostile_folder(county: County, kind: str, tmp_path: Path) -> None:
    county.publish(EAST, 90)
    (file,) = (path for path in (county.desks[EAST].public / "targets/hospitals/east/wards").iterdir() if b":90," in path.read_bytes())
    before, data = served(county), file.read_bytes()
    file.unlink()
    if kind == "link":
        (tmp_path / "elsewhere").write_bytes(data)
        file.symlink_to(tmp_path / "elsewhere")
    elif kind == "queue":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind != "gone":
        file.write_bytes(data[:-1] + b"]" if kind == "other content" else data + b" ")
    with pytest.raises(RepositoryUnusable):
        county.take(EAST)
    assert served(county) == before


def put(county: County, role: str, metadata: Metadata[Targets], by: list[Signer]) -> None:
    """Serve a role's metadata as somebody does who also has the region's snapshot and timestamp keys."""
    forger = Forger(county.region.folder, REGION)
    metadata.signed.version = Metadata[Targets].from_file(str(forger._newest(role))).signed.version + 1
    forger._put(f"{metadata.signed.version}.{role}.json", metadata, by)
    online = [signers(county, REGION, one) for one in ("snapshot", "timestamp")]
    forger.put_snapshot(lambda signed: signed.meta.update({f"{role}.json": MetaFile(metadata.signed.version)}), [*online[0], *online[1]])


def newest(county: County, role: str) -> Metadata[Targets]:
    return Metadata[Targets].from_file(str(Forger(county.region.folder, REGION)._newest(role)))


def put_file(county: County, path: str) -> None:
    file = county.region.public / "targets" / TargetFile.from_data(path, FORGED, ["sha256"]).get_prefixed_paths()[0]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(FORGED)


def as_the_other_hospital(county: County) -> None:
    found = newest(county, "hospital-east")
    found.signed.targets, found.signed.delegations = {}, None
    target("hospitals/west/wards/b7.json")(found.signed)
    put(county, "hospital-west", found, signers(county, EAST, "targets"))


def as_the_region(county: County) -> None:
    found = newest(county, "targets")
    target("hospitals/west/wards/b7.json")(found.signed)
    put(county, "targets", found, signers(county, EAST, "targets"))


def as_a_ward_for_its_hospital(county: County) -> None:
    found = newest(county, "hospital-west")
    target("hospitals/west/wards/b7.json")(found.signed)
    put(county, "hospital-west", found, signers(county, EAST, "hospital-east_ward-b7"))


def removed_and_put_back(county: County) -> None:
    found = newest(county, "hospital-west")
    target("hospitals/west/wards/b7.json")(found.signed)
    county.region.remove(WEST)
    put(county, "hospital-west", found, signers(county, WEST, "targets"))


def rolled_back(county: County) -> None:
    county.publish(WEST, 60)
    county.take(WEST)
    online = [*signers(county, REGION, "snapshot"), *signers(county, REGION, "timestamp")]
    Forger(county.region.folder, REGION).put_snapshot(lambda signed: signed.meta.update({"hospital-west.json": MetaFile(1)}), online)


def forgotten(county: County) -> None:
    online = [*signers(county, REGION, "snapshot"), *signers(county, REGION, "timestamp")]
    Forger(county.region.folder, REGION).put_snapshot(lambda signed: signed.meta.__delitem__("hospital-east.json"), online)


BEYOND = [as_the_other_hospital, as_the_region, as_a_ward_for_its_hospital, removed_and_put_back, rolled_back, forgotten]


@pytest.mark.parametrize("attack", BEYOND)
def test_a_tablet_takes_nothing_although_the_regions_online_keys_are_stolen(
    county: County, tmp_path: Path, attack: Callable[[County], None]
) -> None:
    with hostile_server(county.region.public) as server:
        west = county.tablet(tmp_path / "tablet", server.address, WEST)
        kept = west.refresh().taken
        put_file(county, "hospitals/west/wards/b7.json")
        attack(county)
        for _ in range(2):
            with pytest.raises(ConfigurationRefused):
                west.refresh()
            assert west.last_good() == kept
        fresh = county.tablet(tmp_path / "fresh", server.address, WEST)
        if attack not in (rolled_back, forgotten):  # who has seen nothing cannot know
            with pytest.raises(ConfigurationRefused):
                fresh.refresh()
            assert fresh.last_good() is None


def test_what_a_hospital_signs_for_another_is_not_even_looked_at(county: County, tmp_path: Path) -> None:
    with hostile_server(county.region.public) as server:
        west = county.tablet(tmp_path / "tablet", server.address, WEST)
        west.refresh()
        found = newest(county, "hospital-east")
        target("hospitals/west/wards/b7.json")(found.signed)
        put_file(county, "hospitals/west/wards/b7.json")
        put(county, hospital_role(EAST), found, signers(county, EAST, "targets"))
        assert isinstance(west.refresh(), Unchanged)
        fresh = county.tablet(tmp_path / "fresh", server.address, WEST)
        assert fresh.refresh().taken.compiled.offer.sound.cap_percent == 80


def test_a_tablet_of_one_hospital_refuses_the_word_for_another(county: County, tmp_path: Path) -> None:
    """The right key, and a configuration that says it is for another site."""
    found = newest(county, "hospital-east_ward-b7")
    target("hospitals/east/wards/b7.json")(found.signed)
    put_file(county, "hospitals/east/wards/b7.json")
    put(county, "hospital-east_ward-b7", found, signers(county, EAST, "hospital-east_ward-b7"))
    with hostile_server(county.region.public) as server, pytest.raises(ConfigurationRefused, match="another site"):
        county.tablet(tmp_path / "tablet", server.address, EAST).refresh()
