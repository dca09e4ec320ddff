"""What a tablet has taken, on its disk: the last good configuration of its ward, the one before it, and their pictures.

A power cut at any step leaves the old configuration or the new one. What a broken disk damages is recognised and counts as not there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flexcare.configuration.compiled import COMPILED_MAX_BYTES, CompiledWard
from flexcare.errors import ConfigurationRefused, ConfigurationUnwritable
from flexcare.trust.durable import write_durably
from flexcare.trust.verdict import ASSET_MAX_BYTES, accept

_SEAL_BYTES = 65  # 64 hexadecimal digits and a line break


@dataclass(frozen=True, slots=True)
class Taken:
    """A configuration that was verified. digest: the SHA-256 of its target; pictures: the folder in which pictures lie by their hash."""

    compiled: CompiledWard
    digest: str
    pictures: Path

    @property
    def serial(self) -> int:
        return self.compiled.serial

    def read_pictures(self) -> dict[str, bytes]:
        """The pictures by the names that the offer gives them; one that the disk has lost or damaged is left out."""
        found = {name: _picture(self.pictures / digest, digest) for name, digest in self.compiled.assets.items()}
        return {name: data for name, data in found.items() if data is not None}

    def guide_file(self, digest: str) -> Path | None:
        """A guide of the publication as a file; None where the disk has lost or damaged it."""
        path = self.pictures / digest
        return path if _picture(path, digest) is not None else None


class Shelf:
    """The folder of what was taken; one writer at a time. Writing raises `ConfigurationUnwritable`, reading nothing."""

    def __init__(self, folder: Path, site: str, ward: str) -> None:
        self._now = folder / "ward.json"
        self._before = folder / "ward-before.json"
        self._folder = folder
        self._pictures = folder / "pictures"
        self._site = site
        self._ward = ward

    def newest(self) -> Taken | None:
        """The last good configuration of this site and ward, if there is any."""
        return self._read(self._now) or self._read(self._before)

    def missing(self, digests: Iterable[str]) -> list[str]:
        """Which pictures are not here whole."""
        return sorted(digest for digest in set(digests) if _picture(self._pictures / digest, digest) is None)

    def keep_picture(self, digest: str, data: bytes) -> None:
        """Keep a picture that was verified."""
        try:
            self._pictures.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(self._pictures / digest, data)
        except OSError as error:
            raise _unwritable(error) from error

    def take(self, data: bytes, compiled: CompiledWard) -> Taken:
        """Let this verified configuration be the last good one, in one step; what was so far is kept as the one before."""
        digest = hashlib.sha256(data).hexdigest()
        link = self._folder / ".ward-before.new"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._read(self._now):
                link.unlink(missing_ok=True)
                os.link(self._now, link)
                link.replace(self._before)
            write_durably(self._now, digest.encode() + b"\n" + data)
        except OSError as error:
            raise _unwritable(error) from error
        return Taken(compiled, digest, self._pictures)

    def forget_pictures(self, wanted: Iterable[str]) -> None:
        """Delete pictures that neither are wanted nor belong to what is kept, so that the store stays bounded."""
        kept = {*wanted}
        for path in (self._now, self._before):
            taken = self._read(path)
            kept |= {*taken.compiled.digests} if taken else set()
        try:
            for picture in self._pictures.iterdir() if self._pictures.is_dir() else ():
                if picture.name not in kept:
                    picture.unlink()
        except OSError as error:
            raise _unwritable(error) from error

    def _read(self, path: Path) -> Taken | None:
        sealed = _content(path, COMPILED_MAX_BYTES + _SEAL_BYTES)
        if sealed is None:
            return None
        seal, data = sealed[:_SEAL_BYTES], sealed[_SEAL_BYTES:]
        digest = hashlib.sha256(data).hexdigest()
        if seal != digest.encode() + b"\n":
            return None
        try:
            return Taken(accept(data, site=self._site, ward=self._ward), digest, self._pictures)
        except ConfigurationRefused:
            return None  # of another ward, from before the tablet was moved


def _picture(path: Path, digest: str) -> bytes | None:
    data = _content(path, ASSET_MAX_BYTES)
    return data if data is not None and hashlib.sha256(data).hexdigest() == digest else None


def _content(path: Path, max_bytes: int) -> bytes | None:
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW | os.O_NONBLOCK)) as file:
            data = file.read(max_bytes + 1)
    except OSError:
        return None  # what cannot be read is not there: it is fetched again
    return data if len(data) <= max_bytes else None


def _unwritable(error: OSError) -> ConfigurationUnwritable:
    what = f"the tablet's disk does not take it: {error.strerror}"
    return ConfigurationUnwritable(what, cure="check the free space and the rights of the state folder")
