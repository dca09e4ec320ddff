"""Fetch one address by http or https within limits. The only module that knows `requests`.

A server may be slow, endless, lying or somebody else's: nothing here waits longer, follows further, reads more from the network or
unpacks more than the caller agreed to. Errors name the host alone, since an address may hold a password.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool, HTTPSConnectionPool

from flexcare.errors import DownloadFailed
from flexcare.unpack import NotGzip, UnpackedTooLarge, gunzip

_PIECE_BYTES = 64 * 1024
_PAGE_MAX_BYTES = 4 * 1024
_TAG_MAX_CHARS = 200
_SCHEMES = ("http", "https")
# Identity is always acceptable (RFC 9110, 12.5.3); other packings are not, because only gzip is unpacked with a limit here.
_HEADERS = {"User-Agent": "FlexCare", "Accept-Encoding": "gzip"}

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class DownloadLimits:
    """How much of everything one download may take; `timeout_s` holds for all of it, redirects and slow bytes included."""

    max_bytes: int
    timeout_s: float
    redirects_max: int = 5


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
def downloads(timeout_s: float, *, redirects_max: int = 0) -> Iterator[Fetch]:
    """Fetch several addresses within one limit on time, over as few connections as the servers allow."""
    watch = _Watch(timeout_s)
    with watch.running(), requests.Session() as session:
        session.headers.clear()  # only what is asked for below goes over the network
        for scheme in _SCHEMES:
            session.mount(f"{scheme}://", _WatchedAdapter(watch))
        yield Fetch(session, watch, timeout_s, redirects_max)


class Fetch:
    """What `downloads` gives: call it with an address and the most bytes that its content may have; raises `DownloadFailed`.

    `tags` holds what servers called the version of a content (ETag, RFC 9110, 8.8.3), by address. Called with `unless` such a tag, a
    server may answer that nothing has changed: `DownloadFailed` with the status 304.
    """

    def __init__(self, session: requests.Session, watch: _Watch, timeout_s: float, redirects_max: int) -> None:
        self._session = session
        self._watch = watch
        self._timeout_s = timeout_s
        self._redirects_max = redirects_max
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
        limits = DownloadLimits(max_bytes, self._timeout_s, self._redirects_max)
        watch = self._watch
        if watch.expired:
            raise _too_slow(address, limits)
        try:
            taken = _follow(self._session, address, limits, {**_HEADERS, **conditions}, take)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            # Not "from error": the chain would carry the full address into whatever prints it.
            raise _failed(address, watch, limits, error) from None
        if watch.expired:  # a body without a length just ends where the watch cut it
            raise _too_slow(address, limits)
        return taken


def _follow(
    session: requests.Session,
    address: str,
    limits: DownloadLimits,
    headers: Mapping[str, str],
    take: Callable[[requests.Response, str, DownloadLimits], Taken],
) -> Taken:
    for _ in range(limits.redirects_max + 1):
        if not is_web_address(address):
            raise DownloadFailed("a redirect leads away from http and https", place=_host(address), cure="give the final address")
        with _ask(session, address, limits, headers) as answer:
            if not answer.is_redirect:
                return take(answer, address, limits)
            address = urljoin(address, answer.headers["location"])
    raise DownloadFailed(
        f"the address redirects{f' more than {limits.redirects_max} times' if limits.redirects_max else ''}",
        place=_host(address),
        cure="give the final address",
    )


def _ask(session: requests.Session, address: str, limits: DownloadLimits, headers: Mapping[str, str]) -> requests.Response:
    """Send one request and read no more than the headers of its answer.

    By way of the adapter, since `Session.get` reads the whole body of a redirect, however long, even when it shall not follow.
    """
    request = session.prepare_request(requests.Request("GET", address, headers=headers))
    if not request.url:
        raise requests.exceptions.InvalidURL(address)
    environment = session.merge_environment_settings(request.url, {}, True, None, None)
    return session.get_adapter(request.url).send(
        request,
        stream=True,
        timeout=limits.timeout_s,
        verify=environment["verify"] or True,
        cert=environment["cert"],
        proxies=environment["proxies"],
    )


def _check_answer(answer: requests.Response, address: str) -> str:
    """How the content is packed for the way: "gzip" or ""; raises `DownloadFailed` for all that is no such content."""
    if answer.status_code != requests.codes.ok:
        status = answer.status_code
        if status == requests.codes.not_modified or 0 <= int(answer.headers.get("Content-Length", "-1")) <= _PAGE_MAX_BYTES:
            answer.raw.read(_PAGE_MAX_BYTES, decode_content=False)  # so that the connection can be used again
        raise DownloadFailed(f"the server answers {status}", place=_host(address), cure=_cure_of(status), status=status)
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise DownloadFailed("the server packs its answer in a way that was not asked for", place=_host(address), cure="mend the server")
    return "gzip" if "gzip" in packing else ""


def _content(answer: requests.Response, address: str, limits: DownloadLimits, watch: _Watch) -> bytes:
    packing = _check_answer(answer, address)
    content = b"".join(_pieces(answer.raw, address, limits, watch))
    if not packing or not content:
        return content
    try:
        return gunzip(content, limits.max_bytes)
    except UnpackedTooLarge:
        raise _too_large(address, limits) from None
    except NotGzip as error:
        raise DownloadFailed(str(error), place=_host(address), cure="try again, or mend the server") from None


def _pieces(raw: urllib3.BaseHTTPResponse, address: str, limits: DownloadLimits, watch: _Watch) -> Iterator[bytes]:
    room = limits.max_bytes
    while not watch.expired:
        piece = raw.read(min(_PIECE_BYTES, room + 1), decode_content=False)
        if not piece:
            break
        room -= len(piece)
        if room < 0:
            raise _too_large(address, limits)
        yield piece


def _keep(file: BinaryIO, piece: bytes) -> None:
    try:
        file.write(piece)
    except OSError as error:
        raise DownloadFailed(f"this machine's disk does not take it: {error.strerror}", cure="make room on it") from None


class _Watch:
    """Ends a download when its time is over, by shutting its sockets: a server that drips bytes outlives every read timeout."""

    def __init__(self, timeout_s: float) -> None:
        self.expired = False
        self._timer = threading.Timer(timeout_s, self._expire)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        self._timer.start()
        try:
            yield
        finally:
            self._timer.cancel()
            self._timer.join()
            # Here and now: urllib3 leaves it to the garbage collector, and an error that somebody keeps holds the garbage.
            for connection in self._sockets:
                _shut(connection)
                connection.close()

    def over(self, connection: socket.socket | None) -> None:
        """Watch over a new connection."""
        if connection is None:
            return
        with self._lock:
            self._sockets.append(connection)
            if self.expired:
                _shut(connection)

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            for connection in self._sockets:
                _shut(connection)


def _shut(connection: socket.socket) -> None:
    try:
        # On the plain socket, also under TLS: an orderly end would wait for a peer that keeps us waiting already.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return  # closed already, which is as good


class _WatchedAdapter(HTTPAdapter):
    """Connects as requests does and hands every socket to the watch as soon as it is connected."""

    def __init__(self, watch: _Watch) -> None:
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


def _watched_http(watch: _Watch) -> type[HTTPConnection]:
    class Watched(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            watch.over(self.sock)

    return Watched


def _watched_https(watch: _Watch) -> type[HTTPSConnection]:
    class Watched(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            watch.over(self.sock)

    return Watched


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "the address"
    except ValueError:
        return "the address"


def _failed(address: str, watch: _Watch, limits: DownloadLimits, error: Exception) -> DownloadFailed:
    if watch.expired or isinstance(error, requests.Timeout):
        return _too_slow(address, limits)
    if isinstance(error, requests.exceptions.SSLError):
        return _no_tls(address, error)
    if isinstance(error, requests.ConnectionError) and not isinstance(error, requests.exceptions.ChunkedEncodingError):
        return DownloadFailed("the server cannot be reached", place=_host(address), cure="check the address, the network and the server")
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema)):
        return DownloadFailed("this is no address that can be fetched", place=_host(address), cure="write http://host/path")
    return DownloadFailed("the answer broke off or is not HTTP", place=_host(address), cure="try again, or mend the server")


def _no_tls(address: str, error: Exception) -> DownloadFailed:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        cure = "give it one from a known authority, or name the hospital's own in REQUESTS_CA_BUNDLE"
        return DownloadFailed("the server's certificate is not trusted here", place=_host(address), cure=cure)
    return DownloadFailed(
        "no secure connection comes about", place=_host(address), cure="check whether the server speaks https on this port"
    )


def _too_slow(address: str, limits: DownloadLimits) -> DownloadFailed:
    return DownloadFailed(f"the answer was not complete after {limits.timeout_s:g} s", place=_host(address), cure="check the server")


def _too_large(address: str, limits: DownloadLimits) -> DownloadFailed:
    size = f"{limits.max_bytes // 1024**2} MiB" if limits.max_bytes >= 1024**2 else f"{limits.max_bytes} bytes"
    return DownloadFailed(f"the answer is larger than {size}", place=_host(address), cure="publish less under this address", too_large=True)


def _cure_of(status: int) -> str:
    if status in (requests.codes.unauthorized, requests.codes.forbidden):
        return "check whether the address needs a login"
    if status in (requests.codes.not_found, requests.codes.gone):
        return "check the path of the address"
    return "try again later, or ask who runs the server"
