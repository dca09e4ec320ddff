"""The one way out of a visit: a proxy that knows which hosts and addresses are listed, and tells nobody where it was asked to go.

An HTTP proxy without a cache: tunnels (CONNECT) for TLS, WebSockets and relays, and plain requests, one on a connection. Names are
resolved here, and the address that was looked at is the one that is connected to, so a name that changes its mind gains nothing.
Until a visit is admitted, and afterwards for everything that is not listed, the answer is 403.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from flexcare.visit.admission import Admission
from flexcare.visit.hosts import Address, canonical_host, literal
from flexcare.visit.request import HEAD_MAX_BYTES, Request, RequestFaulty, read_request

CHUNK_BYTES = 64 * 1024
BACKLOG = 64

CHUNK_DIGITS_MAX = 6  # 16 MiB, read at once

# Either side may go away at any moment, and its own way of saying so is nobody's business.
_GONE = (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)
_Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]

Resolve = Callable[[str, int], Awaitable[list[str]]]


@dataclass(frozen=True, slots=True)
class ProxyLimits:
    """What one visit may take: connections at once, how long a head, an answer of the name server and a connection may take, and how
    long a connection may be silent.
    """

    connections_max: int = 128
    head_s: float = 15.0
    resolve_s: float = 10.0
    connect_s: float = 10.0
    silent_s: float = 600.0


class _Refused(Exception):
    """The request is answered with this status and nothing else."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


FORBIDDEN, UNREACHABLE, TOO_LATE, TOO_MANY, NOT_UNDERSTOOD = (
    "403 Forbidden",
    "502 Bad Gateway",
    "504 Gateway Timeout",
    "503 Service Unavailable",
    "400 Bad Request",
)


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system knows them. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass
class Proxy:
    """Serves one visit. `admission` decides from the next request on; nothing is listed before."""

    admission: Admission = field(default_factory=Admission)
    limits: ProxyLimits = field(default_factory=ProxyLimits)
    resolve: Resolve = resolve
    _connections: int = 0

    async def serve(self, listener: socket.socket) -> asyncio.Server:
        """Serve on a listening socket, whatever network that belongs to."""
        return await asyncio.start_server(self._serve, sock=listener, limit=HEAD_MAX_BYTES, backlog=BACKLOG)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        try:
            await self._answer(reader, writer)
        except _GONE:
            writer.transport.abort()
        finally:
            self._connections -= 1
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await self._request(reader)
            far = await self._connect(request)
        except _Refused as refused:
            writer.write(f"HTTP/1.1 {refused.status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
            await asyncio.wait_for(writer.drain(), self.limits.head_s)
            return
        await self._pass_on(request, (reader, writer), far)

    async def _pass_on(self, request: Request, near: _Streams, far: _Streams) -> None:
        passing = _Passing(self.limits.silent_s)
        try:
            if request.tunnel:
                near[1].write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await _until_one_ends(passing.all(near[0], far[1]), passing.all(far[0], near[1]))
            else:
                far[1].write(request.head)
                await _until_one_ends(passing.body(near[0], far[1], request.body_bytes), passing.all(far[0], near[1]))
        finally:
            far[1].close()

    async def _request(self, reader: asyncio.StreamReader) -> Request:
        if self._connections > self.limits.connections_max:
            raise _Refused(TOO_MANY)
        try:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), self.limits.head_s)
            request = read_request(head)
        except (RequestFaulty, asyncio.LimitOverrunError):
            raise _Refused(NOT_UNDERSTOOD) from None
        permitted = self.admission.permits_tunnel if request.tunnel else self.admission.permits_plain
        if not permitted(request.host, request.port):
            raise _Refused(FORBIDDEN)
        return request

    async def _connect(self, request: Request) -> _Streams:
        refused = FORBIDDEN
        for address in await self._permitted(request.host, request.port):
            try:
                connecting = asyncio.open_connection(str(address), request.port, limit=CHUNK_BYTES)
                return await asyncio.wait_for(connecting, self.limits.connect_s)
            except TimeoutError:
                refused = TOO_LATE
            except OSError:
                refused = UNREACHABLE
        raise _Refused(refused)

    async def _permitted(self, host: str, port: int) -> list[Address]:
        """The addresses of a host that it may be at."""
        own = literal(host)
        try:
            texts = [str(own)] if own else await asyncio.wait_for(self.resolve(host, port), self.limits.resolve_s)
        except TimeoutError:
            raise _Refused(TOO_LATE) from None
        except (OSError, UnicodeError):
            raise _Refused(UNREACHABLE) from None
        reachable = self.admission.reachable(host)
        found = [ipaddress.ip_address(text) for text in texts if canonical_host(text)]
        return [address for address in found if reachable.permits(address)]


async def _until_one_ends(*ways: Coroutine[None, None, None]) -> None:
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception) and not isinstance(ended, _GONE):
                raise ended


@dataclass
class _Passing:
    """Passes bytes on in both directions; silent means that nothing moved in either."""

    silent_s: float
    moved: int = 0

    async def all(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Everything, until this side has said all."""
        while data := await self._read(reader, CHUNK_BYTES):
            await self._write(writer, data)

    async def body(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body_bytes: int | None) -> None:
        """A request's body and nothing after it, until this side goes: a second request would be one that nobody decided on."""
        if body_bytes is None:
            await self._chunks(reader, writer)
        while body_bytes:
            data = await self._read(reader, min(CHUNK_BYTES, body_bytes))
            if not data:
                return
            body_bytes -= len(data)
            await self._write(writer, data)
        while await self._read(reader, CHUNK_BYTES):
            self.moved += 1

    async def _chunks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        size = -1
        while size:
            size = _chunk_bytes(await asyncio.wait_for(reader.readuntil(b"\r\n"), self.silent_s))
            rest = await asyncio.wait_for(reader.readexactly(size + 2), self.silent_s)
            if rest[-2:] != b"\r\n":
                raise ConnectionAbortedError
            await self._write(writer, b"%x\r\n%s" % (size, rest))

    async def _read(self, reader: asyncio.StreamReader, most: int) -> bytes:
        while True:
            before = self.moved
            with contextlib.suppress(TimeoutError):
                return await asyncio.wait_for(reader.read(most), self.silent_s)
            if self.moved == before:
                raise TimeoutError

    async def _write(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        self.moved += 1
        writer.write(data)
        await asyncio.wait_for(writer.drain(), self.silent_s)


def _chunk_bytes(line: bytes) -> int:
    """The size that a chunk's line gives. Extensions and trailers have no business here. Raises ConnectionAbortedError."""
    text = line.removesuffix(b"\r\n")
    if not text or len(text) > CHUNK_DIGITS_MAX or text.strip(b"0123456789abcdefABCDEF"):
        raise ConnectionAbortedError
    return int(text, 16)
