"""A region with two hospitals, each with keys of its own, served from one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flexcare.clock import Clock, SystemClock
from flexcare.configuration.compiled import to_bytes
from flexcare.trust.puller import Puller, PullLimits, Whence
from flexcare.trust.region import Region
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import folder_secrets
from flexcare.trust.site import as_site
from flexcare.trust.verdict import hospital_prefix
from tests.helpers.hospital import INSTRUCTION, PICTURE, PICTURE_TARGET, compiled

REGION, EAST, WEST = "county", "east", "west"


@dataclass(frozen=True, slots=True)
class County:
    """A region, and its hospitals by their names."""

    region: Region
    desks: dict[str, Repository]

    def publish(self, hospital: str, cap_percent: int = 80, ward: str = "b7") -> None:
        """Publish at the hospital's own desk alone."""
        ward_file = to_bytes(compiled(cap_percent, site=hospital, ward=ward))
        self.desks[hospital].publish({f"wards/{ward}.json": ward_file, PICTURE_TARGET: PICTURE}, INSTRUCTION)

    def take(self, hospital: str) -> bool:
        return self.region.take(hospital, self.desks[hospital].public)

    def tablet(self, folder: Path, address: str, hospital: str, ward: str = "b7") -> Puller:
        """A tablet that was enrolled at the region's root."""
        whence = Whence(hospital_prefix(hospital))
        return Puller(hospital, ward, address, folder, SystemClock(), self.region.pin(), PullLimits(30), whence)


def make_county(folder: Path, clock: Clock | None = None, *, wards: tuple[str, ...] = ()) -> County:
    """Both hospitals have published serial 1 and may sign; `wards` of the first have keys of their own."""
    clock = clock or SystemClock()
    region = Region.begin(folder / REGION, REGION, clock, secrets=folder_secrets(folder / "secrets"))
    desks = {
        name: Repository.create(
            folder / name,
            as_site(name, region=REGION),
            clock,
            wards=wards if name == EAST else (),
            secrets=folder_secrets(folder / "secrets"),
        )
        for name in (EAST, WEST)
    }
    county = County(region, desks)
    for name, desk in desks.items():
        county.publish(name)
        region.add(name, desk.public, desk.pin().fingerprint.words)
    return county


def open_county(folder: Path) -> County:
    """The same, found in a folder."""
    secrets = folder_secrets(folder / "secrets")
    desks = {name: Repository(folder / name, SystemClock(), secrets=secrets) for name in (EAST, WEST)}
    return County(Region(folder / REGION, SystemClock(), secrets=secrets), desks)
