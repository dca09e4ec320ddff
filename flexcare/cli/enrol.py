"""`flexcare enrol`: make an enrolment file on the desk, take it on the tablet."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import segno
import typer

from flexcare.clock import SystemClock
from flexcare.configuration.compiled import Identifier
from flexcare.errors import EnrolmentFailed
from flexcare.paths import default_paths
from flexcare.trust.enrolment import ENROLMENT_MAX_BYTES, Enrolment, Tablet, certificates, stick
from flexcare.trust.fingerprint import Fingerprint, Pin
from flexcare.trust.repository import Repository

_StateOption = Annotated[Path | None, typer.Option(metavar="DIR", help="On the tablet: its state folder, if it is not the usual one.")]


def enrol(
    repository: Annotated[
        Path | None, typer.Argument(metavar="REPOSITORY", help="On the desk: the folder that flexcare init made.")
    ] = None,
    ward: Annotated[str, typer.Option(help="On the desk: the tablet's ward.")] = "",
    device: Annotated[str, typer.Option(help="On the desk: the tablet's name in devices.toml.")] = "",
    address: Annotated[str, typer.Option(metavar="URL", help="On the desk: where tablets find what is published.")] = "",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="On the desk: the enrolment file to write.")] = None,
    to: Annotated[str, typer.Option(metavar="KEY", help="On the desk: what --show-key shows on the tablet; nobody else can use it.")] = "",
    root: Annotated[
        Path | None, typer.Option(metavar="FILE", help="On the desk, in a region: the newest NUMBER.root.json that the region serves.")
    ] = None,
    ca: Annotated[
        Path | None, typer.Option("--ca", metavar="FILE", help="On the desk: the certificates (PEM) that the server's must come from.")
    ] = None,
    take: Annotated[Path | None, typer.Option(metavar="FILE", help="On the tablet: take this enrolment file.")] = None,
    fingerprint: Annotated[str, typer.Option(metavar="WORDS", help="On the tablet: the words that the desk showed.")] = "",
    show_key: Annotated[bool, typer.Option("--show-key", help="On the tablet: show its key.")] = False,
    state: _StateOption = None,
) -> None:
    """Enrol a tablet: make a file on the desk, carry it to the tablet on a stick, take it there.

    On the desk:    flexcare enrol REPOSITORY --ward b7 --device b7-1 --address https://host/flexcare/ --output FILE

    On the tablet:  flexcare enrol --take FILE
    """
    if show_key or take:
        tablet = Tablet((state or default_paths().state) / "trust")
        print(tablet.key() if take is None else _took(tablet, take, fingerprint))
    elif repository and ward and device and address and output:
        _make(Repository(repository, SystemClock()), Enrolling(ward, device, address, to, root, ca), output)
    else:
        raise EnrolmentFailed("it is not said what to enrol", cure="give REPOSITORY, --ward, --device, --address, --output; or --take FILE")


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What the desk was asked for; `key` is the tablet's, or empty; `root` is a region's, `authorities` what the server is believed by."""

    ward: Identifier
    device: Identifier
    address: str
    key: str
    root: Path | None = None
    authorities: Path | None = None


def _make(repository: Repository, asked: Enrolling, output: Path) -> None:
    _warn_of_strangers(repository, asked)
    site = repository.site
    if site.hospitals or (asked.root and not site.region):
        cure = "name the repository of the hospital" if site.hospitals else "leave out --root, or make the repository with --of-region"
        raise EnrolmentFailed("tablets are enrolled by a hospital, which may belong to a region", place=str(repository.folder), cure=cure)
    pin = Pin.of(_file(asked.root)) if asked.root else repository.pin()
    authorities = certificates(_file(asked.authorities)) if asked.authorities else ""
    made = Enrolment(site.site, asked.ward, asked.device, asked.address, pin.root, pin.version, region=site.region, authorities=authorities)
    data = stick(made, repository.device_secrets(), asked.key)
    try:
        # Never readable by others, and never in the place of something else.
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fsync(handle)
    except OSError as error:
        raise EnrolmentFailed(f"the file cannot be written: {error.strerror}", place=str(output), cure="name a new file") from error
    print(f"Wrote {output} for {asked.device} in ward {asked.ward} of {repository.site.site}.")
    if not asked.key:
        print("It holds secrets that any reader can use: carry it to the tablet, and wipe it then. With --to KEY only the tablet can.")
    _show(pin.fingerprint)


def _warn_of_strangers(repository: Repository, asked: Enrolling) -> None:
    """A slip in a name would only be seen at the bed. No refusal: a tablet may be enrolled before it is published."""
    published = repository.published().get(asked.ward)
    if published is None:
        unknown, lost = f"the ward {asked.ward!a}", "the tablet shows nothing"
    elif asked.device not in published.devices:
        unknown, lost = f"the device {asked.device!a} in ward {asked.ward}", "the tablet lacks its bed and its own settings"
    else:
        return
    print(f"flexcare: {unknown} is not published; until it is, {lost}. Check the name, or publish.", file=sys.stderr)


def _show(fingerprint: Fingerprint) -> None:
    print(f"Fingerprint: {fingerprint.words}")
    if sys.stdout.isatty():
        segno.make(f"flexcare-root:{fingerprint.digest}", error="m").terminal(compact=True)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(ENROLMENT_MAX_BYTES)
    except OSError as error:
        raise EnrolmentFailed(
            f"the file cannot be read: {error.strerror}", place=str(path), cure="name the file as it is called"
        ) from error


def _took(tablet: Tablet, path: Path, fingerprint: str) -> str:
    taken = tablet.take(_file(path), expected_words=fingerprint)
    return f"This tablet is {taken.device} in ward {taken.ward} of {taken.site}.\nFingerprint: {taken.pin.fingerprint.words}"
