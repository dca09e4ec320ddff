"""`flexcare region`: what a region decides about its hospitals, and how their publications reach the region's tablets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.trust.region import Region

app = typer.Typer(help="The hospitals of a region.", no_args_is_help=True)

_Repository = Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init --region made.")]
_Hospital = Annotated[str, typer.Argument(metavar="HOSPITAL", help="The hospital's site, as in its hospital.toml.")]
_Public = Annotated[Path, typer.Argument(metavar="PUBLIC", help="The public folder of the hospital's own repository, or a copy of it.")]
_Keys = Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys, such as a stick.")]


@app.command("add")
def add(
    repository: _Repository,
    hospital: _Hospital,
    public: _Public,
    fingerprint: Annotated[str, typer.Option(metavar="WORDS", help="Of the root of the hospital's repository, as its desk shows it.")] = "",
    keys: _Keys = None,
) -> None:
    """Let a hospital sign what its tablets get, with the keys that its repository has now, and pass on what it has published.

    Needs the region's targets key. Run it again when the hospital has replaced its targets key. It can sign for no other hospital, and
    nothing of the region's.
    """
    Region(repository, SystemClock(), key_folders=tuple(keys or ())).add(hospital, public, fingerprint)
    print(f"{hospital} signs for its tablets from now on. flexcare region take passes on what it publishes.")


@app.command("remove")
def remove(repository: _Repository, hospital: _Hospital, keys: _Keys = None) -> None:
    """Let a hospital sign nothing any more. Its tablets keep what they have, take nothing new, and tell so."""
    Region(repository, SystemClock(), key_folders=tuple(keys or ())).remove(hospital)
    print(f"{hospital} signs for no tablet of this region any more.")


@app.command("take")
def take(repository: _Repository, hospital: _Hospital, public: _Public, keys: _Keys = None) -> None:
    """Pass on what a hospital published, if its key signed it and it is newer. For a timer: needs snapshot and timestamp keys alone."""
    region = Region(repository, SystemClock(), key_folders=tuple(keys or ()))
    new = region.take(hospital, public)
    print(f"{hospital}: serial {region.hospitals()[hospital].serial}" + (" is passed on." if new else " was passed on already."))


@app.command("list")
def show(repository: _Repository) -> None:
    """Show the hospitals that may sign, and what is passed on of each."""
    for name, standing in sorted(Region(repository, SystemClock()).hospitals().items()):
        print(f"{name}: serial {standing.serial}, believed until {standing.until.astimezone():%Y-%m-%d}")
