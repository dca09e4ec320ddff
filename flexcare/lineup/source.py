"""Get the bytes of a playlist from where hospital IT says it is: a file or an address."""

from __future__ import annotations

from pathlib import Path

from flexcare.download import download, is_web_address
from flexcare.download_failures import DownloadLimits
from flexcare.errors import PlaylistUnusable
from flexcare.lineup.limits import DOWNLOAD_TIMEOUT_S, PLAYLIST_MAX_BYTES, REDIRECTS_MAX

_LIMITS = DownloadLimits(PLAYLIST_MAX_BYTES, DOWNLOAD_TIMEOUT_S, REDIRECTS_MAX)


def read_source(source: str) -> bytes:
    """Read a file, or fetch an http or https address, up to `PLAYLIST_MAX_BYTES`.

    Raises `DownloadFailed` for an address and `PlaylistUnusable` for a file that cannot be read. A list above the limit comes from a
    file one byte longer than that, and `read_m3u` says so.
    """
    if is_web_address(source):
        return download(source, _LIMITS)
    scheme, mark, _ = source.partition("://")
    if mark:
        raise PlaylistUnusable(f"a list is not fetched by {scheme}", cure="give a file, or an address by http or https")
    try:
        with Path(source).open("rb") as file:
            return file.read(PLAYLIST_MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such name is possible"
        raise PlaylistUnusable(f"the file cannot be read: {reason}", place=source, cure="check its name and its rights") from error
