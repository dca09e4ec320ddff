"""`flexcare init`: make the keys and the empty repository of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.trust.repository import Repository


def init(
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="A new folder for the keys and for what is published.")],
    site: Annotated[str, typer.Option(metavar="ID", help="The site's name: lower-case letters, digits and hyphens.")],
    demo: Annotated[
        bool, typer.Option("--demo", help="One root key, long lifetimes, passphrases in a file. For no real hospital.")
    ] = False,
    ward_keys: Annotated[
        list[str] | None, typer.Option(metavar="WARD", help="Let this ward's configuration need a key of its own.")
    ] = None,
) -> None:
    """Make the keys of a site and a repository that publishes nothing yet.

    The passphrase of each key goes to this account's key store. Delegation from a region to its hospitals is not there: each hospital
    has a repository of its own. A ward that has its own key cannot publish alone either: every publication is signed by all its keys.
    """
    made = Repository.create(repository, site, SystemClock(), demo=demo, wards=tuple(ward_keys or ()))
    print(f"Made the repository of {site} in {repository}.")
    print(f"Served by any web server: {made.public}")
    print(f"Fingerprint of its root: {made.pin().fingerprint.words}")
    if demo:
        print("This is a demo: whoever can read the folder can sign. Make a real repository for a real hospital.")
        return
    print("Root needs two of three keys. Now move keys/root-2.pem and keys/root-3.pem to two sticks, and lock these away in two places.")
    print("Copy keys/snapshot-1.pem and keys/timestamp-1.pem to where flexcare renew runs, if that is another machine.")
    print("Publishing needs these two here as well.")
