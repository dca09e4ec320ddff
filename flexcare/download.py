"""Fetch one address by http or https within limits. The only module that knows `requests`.

A server may be slow, endless, lying or somebody else's: nothing here waits longer, follows further, reads more from the network or
unpacks more than the caller agreed to. Errors name the host alone, since an address may hold a password.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeVar
from urllib.parse import urljoin

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool, HTTPSConnectionPool

from flexcare.download_failures import DownloadLimits, cure_of, host_of, no_tls, too_large, too_slow
from flexcare.errors import DownloadFailed
from flexcare.socket_deadline import SocketDeadline
from flexcare.unpack import NotGzip, UnpackedTooLarge, gunzip

_PIECE_BYTES = 64 * 1024
_PAGE_MAX_BYTES = 4 * 1024
_TAG_MAX_CHARS = 200
_SCHEMES = ("http", "https")
# Identity is always acceptable (RFC 9110, 12.5.3); other packings are not, because only gzip is unpacked with a limit here.
_HEADERS = {"User-Agent": "FlexCare", "Accept-Encoding": "gzip"}

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class Version:
    """What a server calls the version of a content: its ETag and its Last-Modified (RFC 9110, 8.8), "" where it says none."""

    tag: str = ""
    modified: str = ""

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Version:
        return cls(_plain(headers.get("ETag", "")), _plain(headers.get("Last-Modified", "")))

    @property
    def conditions(self) -> dict[str, str]:
        """The request headers by which a server sends nothing that is known already (RFC 9110, 13.1)."""
        asked = {"If-None-Match": self.tag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


def _plain(text: str) -> str:
    return text if len(text) <= _TAG_MAX_CHARS and text.isascii() and text.isprintable() else ""


def is_web_address(text: str) -> bool:
    """Whether a text is an address that `download` would try."""
    return text.lower().startswith(("http://", "https://"))


def download(address: str, limits: DownloadLimits) -> bytes:
    """Fetch the content of an address, unpacked where the server packed it for the way; raises `DownloadFailed`."""
    with downloads(limits.timeout_s, redirects_max=limits.redirects_max) as fetch:
        return fetch(address, limits.max_bytes)


@contextmanager
def downloads(timeout_s: float, *, redirects_max: int = 0, authorities: Path | None = None) -> Iterator[Fetch]:
    """Fetch several addresses within one limit on time, over as few connections as the servers allow.

    authorities: a file of certificates (PEM) that every server's must come from; nobody else's is believed then, whatever the system or
    the environment says.
    """
    watch = SocketDeadline(timeout_s)
    with watch.running(), requests.Session() as session:
        session.headers.clear()  # only what is asked for below goes over the network
        for scheme in _SCHEMES:
            session.mount(f"{scheme}://", _WatchedAdapter(watch))
        yield Fetch(session, watch, DownloadLimits(0, timeout_s, redirects_max), authorities)


class Fetch:
    """What `downloads` gives: call it with an address and the most bytes that its content may have; raises `DownloadFailed`.

    `tags` holds what servers called the version of a content (ETag, RFC 9110, 8.8.3), by address. Called with `unless` such a tag, a
    server may answer that nothing has changed: `DownloadFailed` with the status 304.
    """

    def __init__(self, session: requests.Session, watch: SocketDeadline, limits: DownloadLimits, authorities: Path | None = None) -> None:
        self._session = session
        self._watch = watch
        self._limits = limits
        self._authorities = authorities
        self.tags: dict[str, str] = {}

    def __call__(self, address: str, max_bytes: int, *, unless: str = "") -> bytes:
        known = Version(unless).conditions

        def take(answer: requests.Response, place: str, limits: DownloadLimits) -> bytes:
            content = _content(answer, place, limits, self._watch)
            tag = _plain(answer.headers.get("ETag", ""))
            if tag:
                self.tags[address] = tag
            return content

        return self._fetch(address, max_bytes, known, take)

    def into(self, file: BinaryIO, address: str, max_bytes: int, known: Version) -> Version:
        """Write the content into a file as it comes over the network, gzip left packed; its version. For what is too large for memory.

        Raises `DownloadFailed`, with the status 304 where it is still the version `known`; the file may hold a part then.
        """

        def take(answer: requests.Response, place: str, limits: DownloadLimits) -> Version:
            _check_answer(answer, place)
            for piece in _pieces(answer.raw, place, limits, self._watch):
                _keep(file, piece)
            return Version.of(answer.headers)

        return self._fetch(address, max_bytes, known.conditions, take)

    def _fetch(
        self,
        address: str,
        max_bytes: int,
        conditions: Mapping[str, str],
        take: Callable[[requests.Response, str, DownloadLimits], Taken],
    ) -> Taken:
        limits = replace(self._limits, max_bytes=max_bytes)
        watch = self._watch
        if watch.expired:
            raise too_slow(address, limits)
        try:
            asking = _Asking({**_HEADERS, **conditions}, self._authorities)
            taken = _follow(self._session, address, limits, asking, take)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            # Not "from error": the chain would carry the full address into whatever prints it.
            raise _failed(address, watch, limits, error) from None
        if watch.expired:  # a body without a length just ends where the watch cut it
            raise too_slow(address, limits)
        return taken


@dataclass(frozen=True, slots=True)
class _Asking:
    """What goes with each request, and whose certificates count."""

    headers: Mapping[str, str]
    authorities: Path | None


def _follow(
    session: requests.Session,
    address: str,
    limits: DownloadLimits,
    asking: _Asking,
    take: Callable[[requests.Response, str, DownloadLimits], Taken],
) -> Taken:
    for _ in range(limits.redirects_max + 1):
        if not is_web_address(address):
            raise DownloadFailed("a redirect leads away from http and https", place=host_of(address), cure="give the final address")
        with _ask(session, address, limits, asking) as answer:
            if not answer.is_redirect:
                return take(answer, address, limits)
            address = urljoin(address, answer.headers["location"])
    raise DownloadFailed(
        f"the address redirects{f' more than {limits.redirects_max} times' if limits.redirects_max else ''}",
        place=host_of(address),
        cure="give the final address",
    )


def _ask(session: requests.Session, address: str, limits: DownloadLimits, asking: _Asking) -> requests.Response:
    """Send one request and read no more than the headers of its answer.

    By way of the adapter, since `Session.get` reads the whole body of a redirect, however long, even when it shall not follow.
    """
    request = session.prepare_request(requests.Request("GET", address, headers=asking.headers))
    if not request.url:
        raise requests.exceptions.InvalidURL(address)
    environment = session.merge_environment_settings(request.url, {}, True, None, None)
    return session.get_adapter(request.url).send(
        request,
        stream=True,
        timeout=limits.timeout_s,
        verify=str(asking.authorities) if asking.authorities else environment["verify"] or True,
        cert=environment["cert"],
        proxies=environment["proxies"],
    )


def _check_answer(answer: requests.Response, address: str) -> str:
    """How the content is packed for the way: "gzip" or ""; raises `DownloadFailed` for all that is no such content."""
    if answer.status_code != requests.codes.ok:
        status = answer.status_code
        if status == requests.codes.not_modified or 0 <= int(answer.headers.get("Content-Length", "-1")) <= _PAGE_MAX_BYTES:
            answer.raw.read(_PAGE_MAX_BYTES, decode_content=False)  # so that the connection can be used again
        raise DownloadFailed(f"the server answers {status}", place=host_of(address), cure=cure_of(status), status=status)
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise DownloadFailed("the server packs its answer in a way that was not asked for", place=host_of(address), cure="mend the server")
    return "gzip" if "gzip" in packing else ""


def _content(answer: requests.Response, address: str, limits: DownloadLimits, watch: SocketDeadline) -> bytes:
    packing = _check_answer(answer, address)
    content = b"".join(_pieces(answer.raw, address, limits, watch))
    if not packing or not content:
        return content
    try:
        return gunzip(content, limits.max_bytes)
    except UnpackedTooLarge:
        raise too_large(address, limits) from None
    except NotGzip as error:
        raise DownloadFailed(str(error), place=host_of(address), cure="try again, or mend the server") from None


def _pieces(raw: urllib3.BaseHTTPResponse, address: str, limits: DownloadLimits, watch: SocketDeadline) -> Iterator[bytes]:
    room = limits.max_bytes
    while not watch.expired:
        piece = raw.read(min(_PIECE_BYTES, room + 1), decode_content=False)
        if not piece:
            break
        room -= len(piece)
        if room < 0:
            raise too_large(address, limits)
        yield piece


def _keep(file: BinaryIO, piece: bytes) -> None:
    try:
        file.write(piece)
    except OSError as error:
        raise DownloadFailed(f"this machine's disk does not take it: {error.strerror}", cure="make room on it") from None


class _WatchedAdapter(HTTPAdapter):
    """Connects as requests does and hands every socket to the watch as soon as it is connected."""

    def __init__(self, watch: SocketDeadline) -> None:
        self._watch = watch
        super().__init__(max_retries=0)

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        pool = super().get_connection_with_tls_context(request, verify, proxies, cert)
        if isinstance(pool, HTTPSConnectionPool):
            pool.ConnectionCls = _watched_https(self._watch)
        elif isinstance(pool, HTTPConnectionPool):
            pool.ConnectionCls = _watched_http(self._watch)
        return pool


def _watched_http(watch: SocketDeadline) -> type[HTTPConnection]:
    class Watched(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            watch.over(self.sock)

    return Watched


def _watched_https(watch: SocketDeadline) -> type[HTTPSConnection]:
    class Watched(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            watch.over(self.sock)

    return Watched


def _failed(address: str, watch: SocketDeadline, limits: DownloadLimits, error: Exception) -> DownloadFailed:
    if watch.expired or isinstance(error, requests.Timeout):
        return too_slow(address, limits)
    if isinstance(error, requests.exceptions.SSLError):
        return no_tls(address, error)
    if isinstance(error, requests.ConnectionError) and not isinstance(error, requests.exceptions.ChunkedEncodingError):
        return DownloadFailed("the server cannot be reached", place=host_of(address), cure="check the address, the network and the server")
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema)):
        return DownloadFailed("this is no address that can be fetched", place=host_of(address), cure="write http://host/path")
    return DownloadFailed("the answer broke off or is not HTTP", place=host_of(address), cure="try again, or mend the server")
