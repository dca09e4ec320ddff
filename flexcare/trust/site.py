"""Which site a repository is of, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from flexcare.configuration.compiled import Identifier, OptionalIdentifier
from flexcare.errors import RepositoryUnusable
from flexcare.trust.metadata import Lifetimes
from flexcare.trust.secrets import Secrets, folder_secrets, machine_secrets
from flexcare.trust.verdict import hospital_prefix

SITE_FILE = "site.json"

DEMO_SECRETS = "demo-secrets"


@dataclass(frozen=True, slots=True)
class Site:
    """`site.json` beside the served folder.

    demo: one root key, long lifetimes, passphrases in a file. hospitals: it is a region, which publishes nothing of its own and passes on
    what its hospitals sign. region: the region that a hospital belongs to; "" for one that stands alone.
    """

    site: Identifier
    demo: bool = False
    hospitals: bool = False
    region: OptionalIdentifier = ""

    @property
    def prefix(self) -> str:
        """What the names of its targets begin with: in a region, each hospital has a part of its own."""
        return hospital_prefix(self.site) if self.region else ""

    def ward_role(self, ward: str) -> str:
        """The name of the role of a ward that has a key of its own; in a region no two hospitals use the same."""
        return f"{hospital_role(self.site)}_ward-{ward}" if self.region else f"ward-{ward}"

    @property
    def lifetimes(self) -> Lifetimes:
        """For how long its metadata is believed."""
        return Lifetimes(3650, 3650, 3650, 3650) if self.demo else Lifetimes()

    def secrets(self, folder: Path) -> Secrets:
        """Where the passphrases of its keys are; raises `SecretsUnusable` where this machine has no key store."""
        return folder_secrets(folder / DEMO_SECRETS) if self.demo else machine_secrets()


def hospital_role(hospital: str) -> str:
    """The role of a region's metadata that signs for a hospital. An underscore, which no name has, keeps others apart from it."""
    return f"hospital-{hospital}"


def as_site(site: str, demo: bool = False, *, hospitals: bool = False, region: str = "") -> Site:
    """A new site of this name; raises `RepositoryUnusable`."""
    try:
        return msgspec.convert({"site": site, "demo": demo, "hospitals": hospitals, "region": region}, Site)
    except msgspec.ValidationError as error:
        raise RepositoryUnusable(
            "this is no name for a site",
            place=ascii(f"{region}/{site}" if region else site)[:80],
            cure="use lower-case letters, digits, hyphens",
        ) from error


def read_site(folder: Path) -> Site:
    """The site whose repository a folder is; raises `RepositoryUnusable`."""
    try:
        return msgspec.json.decode((folder / SITE_FILE).read_bytes(), type=Site)
    except OSError as error:
        raise RepositoryUnusable("there is no repository here", place=str(folder), cure="make one with flexcare init") from error
    except msgspec.DecodeError as error:
        raise RepositoryUnusable("the file is damaged", place=str(folder / SITE_FILE), cure="bring it back from a copy") from error
