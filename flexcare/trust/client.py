"""The tablet's side of The Update Framework: who signed what, and which is the newest. The only module that knows `tuf.ngclient`.

The library checks times against the machine's clock.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    RepositoryError,
)
from tuf.ngclient import FetcherInterface, TargetFile, Updater, UpdaterConfig

from flexcare.download import Fetch
from flexcare.errors import (
    ConfigurationExpired,
    ConfigurationNotTaken,
    ConfigurationRefused,
    ConfigurationUnreachable,
    ConfigurationUnwritable,
    DownloadFailed,
)

# They tell of every key that did not sign, also where enough others did; what counts is said here, as an error.
for _library in ("tuf", "securesystemslib"):
    logging.getLogger(_library).setLevel(logging.WARNING)

_CONFIG = UpdaterConfig(
    max_root_rotations=1024,  # since the pinned one, in all; time and signatures bound it too
    max_delegations=8,
    root_max_length=64 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=512 * 1024,
    targets_max_length=8 * 1024 * 1024,
)
_ROOT = re.compile(r"/([0-9]+)\.root\.json\Z")
_NOT_THERE = (403, 404)
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Newest:
    """What proves that nothing new is published: the newest timestamp, and the address of a root that is not there yet.

    tag: what the server called that timestamp, so that it need not be sent again.
    """

    timestamp: bytes
    next_root: str
    tag: str = ""


class Client:
    """One look at a repository. `folder` keeps what was verified; `root` is what the tablet believes to begin with."""

    def __init__(self, folder: Path, address: str, root: bytes, fetch: Fetch) -> None:
        self._base = address if address.endswith("/") else f"{address}/"
        self._fetcher = _Fetcher(fetch)
        with _translated():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in folder.glob("tmp*"):  # the library's, from a power cut
                left.unlink()
            self._updater = Updater(str(folder), f"{self._base}metadata/", fetcher=self._fetcher, config=_CONFIG, bootstrap=root)

    def refresh(self) -> Newest | None:
        """Fetch and verify what is newest; raises a `ConfigurationNotTaken`. None if more roots follow than one look takes in."""
        with _translated():
            self._updater.refresh()
        fetcher = self._fetcher
        return Newest(fetcher.timestamp, fetcher.next_root, fetcher.tag) if fetcher.next_root else None

    def find(self, path: str) -> TargetFile:
        """Look up a target that has to be there; raises a `ConfigurationNotTaken`."""
        found = self.look_up(path)
        if found is None:
            raise ConfigurationRefused("it is not published", place=path, cure="publish it, or enrol the tablet for a ward that is")
        return found

    def look_up(self, path: str) -> TargetFile | None:
        """Look up a target; None where whoever may sign it publishes none. Raises a `ConfigurationNotTaken`."""
        with _translated():
            return self._updater.get_targetinfo(path)

    def fetch(self, file: TargetFile, max_bytes: int) -> bytes:
        """Fetch a target of at most so many bytes and verify it; raises a `ConfigurationNotTaken`."""
        if file.length > max_bytes:
            raise ConfigurationRefused(f"it is larger than {max_bytes} bytes", place=file.path, cure="publish less")
        with _translated():
            data = self._fetcher.download_bytes(f"{self._base}targets/{file.get_prefixed_paths()[0]}", file.length)
            file.verify_length_and_hashes(data)
        return data


def nothing_new(newest: Newest, address: str, fetch: Fetch) -> bool:
    """Whether the repository still serves what was newest before, seen by two small requests."""
    base = address if address.endswith("/") else f"{address}/"
    fetcher = _Fetcher(fetch)
    with _translated():
        if not fetcher.is_still(f"{base}metadata/timestamp.json", newest):
            return False
        try:
            fetcher.download_bytes(newest.next_root, _CONFIG.root_max_length)
        except DownloadHTTPError as error:
            if error.status_code in _NOT_THERE:
                return True
            raise
    return False


class _Fetcher(FetcherInterface):
    """Fetches within the limits of `flexcare.download`, and remembers what `Newest` wants."""

    def __init__(self, fetch: Fetch) -> None:
        self._get = fetch
        self.timestamp = b""
        self.next_root = ""
        self.tag = ""

    def _fetch(self, url: str) -> Iterator[bytes]:
        return iter([self.download_bytes(url, _CONFIG.targets_max_length)])

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        # In memory: nothing that is not verified yet reaches the disk.
        yield io.BytesIO(self.download_bytes(url, max_length))

    def is_still(self, url: str, newest: Newest) -> bool:
        """Whether the timestamp is still this one."""
        try:
            return self._download(url, _CONFIG.timestamp_max_length, newest.tag) == newest.timestamp
        except DownloadHTTPError as error:
            # Who lies about that could as well send the old timestamp; that it runs out is seen at the next full look.
            if error.status_code == _NOT_MODIFIED and newest.tag:
                return True
            raise

    def download_bytes(self, url: str, max_length: int) -> bytes:
        return self._download(url, max_length)

    def _download(self, url: str, max_length: int, unless: str = "") -> bytes:
        try:
            data = self._get(url, max_length, unless=unless)
        except DownloadFailed as error:
            if error.too_large:
                raise DownloadLengthMismatchError(str(error)) from error
            if error.status is None:
                raise DownloadError(str(error)) from error
            if error.status in _NOT_THERE and _ROOT.search(url):
                self.next_root = url
            raise DownloadHTTPError(str(error), error.status) from error
        if url.endswith("/timestamp.json"):
            self.timestamp = data
            self.tag = self._get.tags.get(url, "")
        return data


@contextmanager
def _translated() -> Iterator[None]:
    """Say in FlexCare's own errors what went wrong; the library's words may hold an address."""
    try:
        yield
    except DownloadLengthMismatchError as error:
        raise _refused("it is longer than what was signed") from error
    except DownloadError as error:
        raise _unreachable(error) from error
    except ExpiredMetadataError as error:
        raise ConfigurationExpired(
            "the hospital's word has run out", cure="check this tablet's clock, then run flexcare renew or flexcare publish"
        ) from error
    except RepositoryError as error:
        raise _refused(f"it is not the hospital's word ({type(error).__name__})") from error
    except OSError as error:
        raise ConfigurationUnwritable(
            f"the tablet's disk does not take it: {error.strerror}", cure="check the free space and the rights of the state folder"
        ) from error
    except (ValueError, TypeError, KeyError, RuntimeError, OverflowError) as error:
        # What a hostile file can still provoke inside the library.
        raise _refused(f"it is malformed ({type(error).__name__})") from error


def _refused(what: str) -> ConfigurationRefused:
    return ConfigurationRefused(what, place="the repository", cure="publish again; if that does not help, look for who changed the folder")


def _unreachable(error: DownloadError) -> ConfigurationNotTaken:
    cause = error.__cause__
    if isinstance(cause, DownloadFailed):
        return ConfigurationUnreachable(cause.what, place=cause.place, cure=cause.cure)
    return ConfigurationUnreachable("the repository cannot be read", cure="check the address, the network and the server")
