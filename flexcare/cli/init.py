"""`flexcare init`: make the keys and the empty repository of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.errors import RepositoryUnusable
from flexcare.trust.repository import Repository
from flexcare.trust.site import as_site


def init(
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="A new folder for the keys and for what is published.")],
    site: Annotated[str, typer.Option(metavar="ID", help="The site's name: lower-case letters, digits and hyphens.")],
    demo: Annotated[
        bool, typer.Option("--demo", help="One root key, long lifetimes, passphrases in a file. For no real hospital.")
    ] = False,
    ward_keys: Annotated[
        list[str] | None, typer.Option(metavar="WARD", help="Let this ward's configuration need a key of its own.")
    ] = None,
    region: Annotated[
        bool, typer.Option("--region", help="It is a region's: it publishes nothing itself, and passes on what its hospitals sign.")
    ] = False,
    of_region: Annotated[str, typer.Option(metavar="ID", help="It is a hospital's that belongs to this region.")] = "",
) -> None:
    """Make the keys of a site and a repository that publishes nothing yet.

    The passphrase of each key goes to this account's key store. A hospital of a region has its own keys and publishes alone; flexcare
    region lets it sign its part, and passes it on. A ward that has its own key cannot publish alone: every publication is signed by all
    keys of its hospital.
    """
    if region and (of_region or ward_keys):
        raise RepositoryUnusable("a region has neither wards nor a region above it", cure="leave out --of-region and --ward-keys")
    kind = as_site(site, demo, hospitals=region, region=of_region)
    made = Repository.create(repository, kind, SystemClock(), demo=demo, wards=tuple(ward_keys or ()))
    print(f"Made the repository of {'the region ' if region else ''}{site} in {repository}.")
    print(f"Served by any web server: {made.public}")
    print(f"Fingerprint of its root: {made.pin().fingerprint.words}")
    if demo:
        print("This is a demo: whoever can read the folder can sign. Make a real repository for a real hospital.")
        return
    print("Root needs two of three keys. Now move keys/root-2.pem and keys/root-3.pem to two sticks, and lock these away in two places.")
    print("Copy keys/snapshot-1.pem and keys/timestamp-1.pem to where flexcare renew runs, if that is another machine.")
    print("Passing on what hospitals publish needs these two as well." if region else "Publishing needs these two here as well.")
