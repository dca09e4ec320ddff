"""Which site a repository is of, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from flexcare.configuration.compiled import Identifier
from flexcare.errors import RepositoryUnusable
from flexcare.trust.metadata import Lifetimes
from flexcare.trust.secrets import Secrets, folder_secrets, machine_secrets

SITE_FILE = "site.json"

DEMO_SECRETS = "demo-secrets"


@dataclass(frozen=True, slots=True)
class Site:
    """`site.json` beside the served folder. demo: one root key, long lifetimes, passphrases in a file."""

    site: Identifier
    demo: bool = False

    @property
    def lifetimes(self) -> Lifetimes:
        """For how long its metadata is believed."""
        return Lifetimes(3650, 3650, 3650, 3650) if self.demo else Lifetimes()

    def secrets(self, folder: Path) -> Secrets:
        """Where the passphrases of its keys are; raises `SecretsUnusable` where this machine has no key store."""
        return folder_secrets(folder / DEMO_SECRETS) if self.demo else machine_secrets()


def as_site(site: str, demo: bool) -> Site:
    """A new site of this name; raises `RepositoryUnusable`."""
    try:
        return msgspec.convert({"site": site, "demo": demo}, Site)
    except msgspec.ValidationError as error:
        raise RepositoryUnusable(
            "this is no name for a site", place=ascii(site)[:80], cure="use lower-case letters, digits, hyphens"
        ) from error


def read_site(folder: Path) -> Site:
    """The site whose repository a folder is; raises `RepositoryUnusable`."""
    try:
        return msgspec.json.decode((folder / SITE_FILE).read_bytes(), type=Site)
    except OSError as error:
        raise RepositoryUnusable("there is no repository here", place=str(folder), cure="make one with flexcare init") from error
    except msgspec.DecodeError as error:
        raise RepositoryUnusable("the file is damaged", place=str(folder / SITE_FILE), cure="bring it back from a copy") from error
