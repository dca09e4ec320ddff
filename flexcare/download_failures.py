"""What goes wrong with a download, in words: the place is the host alone, and each has a cure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from flexcare.errors import DownloadFailed


@dataclass(frozen=True, slots=True)
class DownloadLimits:
    """How much of everything one download may take; `timeout_s` holds for all of it, redirects and slow bytes included."""

    max_bytes: int
    timeout_s: float
    redirects_max: int = 5


def host_of(address: str) -> str:
    """All of an address that may be said: the rest may hold a password."""
    try:
        return urlsplit(address).hostname or "the address"
    except ValueError:
        return "the address"


def no_tls(address: str, error: Exception) -> DownloadFailed:
    """A server that cannot prove who it is, or does not speak TLS."""
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        cure = "give it one from a known authority; tablets get the hospital's own with flexcare enrol --ca, a desk in REQUESTS_CA_BUNDLE"
        return DownloadFailed("the server's certificate is not trusted here", place=host_of(address), cure=cure)
    return DownloadFailed(
        "no secure connection comes about", place=host_of(address), cure="check whether the server speaks https on this port"
    )


def too_slow(address: str, limits: DownloadLimits) -> DownloadFailed:
    """An answer that was not complete in time."""
    return DownloadFailed(f"the answer was not complete after {limits.timeout_s:g} s", place=host_of(address), cure="check the server")


def too_large(address: str, limits: DownloadLimits) -> DownloadFailed:
    """An answer of more bytes than agreed."""
    size = f"{limits.max_bytes // 1024**2} MiB" if limits.max_bytes >= 1024**2 else f"{limits.max_bytes} bytes"
    return DownloadFailed(
        f"the answer is larger than {size}", place=host_of(address), cure="publish less under this address", too_large=True
    )


def cure_of(status: int) -> str:
    """What helps against a status that is no success (RFC 9110, 15)."""
    if status in (401, 403):
        return "check whether the address needs a login"
    if status in (404, 410):
        return "check the path of the address"
    return "try again later, or ask who runs the server"
