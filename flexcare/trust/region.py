"""A region's repository: it lets hospitals sign their own parts, takes in what they publish, and takes that right away again.

Tablets believe the region's root and, below it, only what their own hospital signed. The region's own part is who may sign, and, by a
timer, what is the newest.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from flexcare.clock import Clock
from flexcare.configuration.compiled import COMPILED_MAX_BYTES
from flexcare.errors import RepositoryUnusable
from flexcare.trust import delegation, metadata
from flexcare.trust.delegation import SignedFile
from flexcare.trust.durable import sync_folder, write_durably
from flexcare.trust.fingerprint import ROOT_MAX_BYTES, Fingerprint
from flexcare.trust.metadata import Metadatas
from flexcare.trust.public_folder import METADATA, METADATA_MAX_BYTES, TARGETS, newest_root, prune, versioned_files, write_metadata
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import Secrets
from flexcare.trust.site import as_site, hospital_role
from flexcare.trust.verdict import hospital_prefix


@dataclass(frozen=True, slots=True)
class HospitalStanding:
    """serial: of the publication that the region passes on, 0 for none. until: when tablets cease to believe it."""

    serial: int
    until: datetime


class Region(Repository):
    """Every method raises `RepositoryUnusable` or `SecretsUnusable`."""

    @classmethod
    def begin(cls, folder: Path, name: str, clock: Clock, *, demo: bool = False, secrets: Secrets | None = None) -> Self:
        """Make a region's keys and a repository without any hospital."""
        return cls.create(folder, as_site(name, demo, hospitals=True), clock, secrets=secrets)

    def hospitals(self) -> dict[str, HospitalStanding]:
        """The hospitals that may sign."""
        current = self._read()
        found = {name: current.targets[hospital_role(name)].signed for name in delegation.hospitals(current)}
        return {name: HospitalStanding(signed.version - 1, signed.expires) for name, signed in found.items()}

    def add(self, hospital: str, public: Path, words: str = "") -> None:
        """Let the hospital whose repository is served from `public` sign its part with the keys it has now, and take in what it published.

        words: the fingerprint of its root, as its desk shows it. A hospital that is there already gets its new keys.
        """
        name = as_site(hospital).site
        root, theirs = _read_theirs(public)
        if words and words.strip().lower() != Fingerprint.of(root).words:
            raise RepositoryUnusable("the fingerprint is another one", place=str(public), cure="ask the hospital which is its repository")
        with self._changing() as current:
            delegation.let_sign(current, name, theirs)
            files = delegation.take(current, name, theirs, self._now())
            _copy(public, self.public, files)
            current.resign("targets", self._keys, self._now(), self.site.lifetimes)
            write_metadata(self.public / METADATA, current)

    def remove(self, hospital: str) -> None:
        """Let a hospital sign nothing any more. Its tablets keep what they have, take nothing new, and tell so."""
        with self._changing() as current:
            if hospital not in delegation.hospitals(current):
                raise RepositoryUnusable("the region has no such hospital", place=ascii(hospital)[:80], cure=_known(current))
            delegation.let_sign_no_more(current, hospital)
            current.resign("targets", self._keys, self._now(), self.site.lifetimes)
            write_metadata(self.public / METADATA, current)
            shutil.rmtree(self.public / TARGETS / hospital_prefix(hospital), ignore_errors=True)

    def take(self, hospital: str, public: Path) -> bool:
        """Pass on what a hospital published, with the keys of snapshot and timestamp alone; False where that is passed on already."""
        _, theirs = _read_theirs(public)
        with self._changing() as current:
            before = current.versions()
            files = delegation.take(current, hospital, theirs, self._now())
            missing = [file for file in files if not (self.public / TARGETS / file.place).is_file()]
            if current.versions() == before and not missing:
                return False
            _copy(public, self.public, missing)
            current.renew(self._keys, self._now(), self.site.lifetimes)
            write_metadata(self.public / METADATA, current)
            prune(self.public)
            return True


def _known(current: Metadatas) -> str:
    return f"name one of {', '.join(delegation.hospitals(current))}"


def _read_theirs(public: Path) -> tuple[bytes, Metadatas]:
    """A hospital's newest root and what it publishes now. What is in its folder is somebody else's: it is read within limits."""
    folder = public / METADATA
    try:
        root = _content(newest_root(folder), ROOT_MAX_BYTES)
        stamp = _content(folder / "timestamp.json", METADATA_MAX_BYTES)
        return root, metadata.read(root, stamp, versioned_files(folder, lambda path: _content(path, METADATA_MAX_BYTES)))
    except OSError as error:
        what = f"the hospital's repository cannot be read: {error.strerror}"
        raise RepositoryUnusable(what, place=str(public), cure="name the folder that the hospital serves") from error


def _copy(theirs: Path, ours: Path, files: Sequence[SignedFile]) -> None:
    """Bring in files that are what was signed; raises `RepositoryUnusable` where one is not."""
    folders = set()
    for file in files:
        if file.length > COMPILED_MAX_BYTES:
            raise RepositoryUnusable("a file is larger than tablets take", place=file.path, cure="ask the hospital to publish less")
        try:
            data = _content(theirs / TARGETS / file.place, file.length)
        except OSError as error:
            raise RepositoryUnusable(
                f"a file is missing: {error.strerror}", place=file.path, cure="ask the hospital to publish again"
            ) from error
        if len(data) != file.length or hashlib.sha256(data).hexdigest() != file.digest:
            raise RepositoryUnusable("a file is not what was signed", place=file.path, cure="ask the hospital to publish again")
        place = ours / TARGETS / file.place
        place.parent.mkdir(parents=True, exist_ok=True)
        write_durably(place, data, mode=0o644, name_too=False)
        folders.add(place.parent)
    for folder in folders:
        sync_folder(folder)


def _content(path: Path, max_bytes: int) -> bytes:
    """A plain file's content; raises OSError for a link or what is no file, and `RepositoryUnusable` for one that is too large."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW | os.O_NONBLOCK)) as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise RepositoryUnusable(f"a file is larger than {max_bytes} bytes", place=path.name, cure="ask the hospital what that is")
    return data
