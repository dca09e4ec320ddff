"""The head-end's web server: streams, playlist, logos, and the switches of its faults (the latter for this machine only)."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ipaddress
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from deploy.headend import control, guide, hls, logos, playlist
from deploy.headend.addresses import Addresses, NoSuchStream
from deploy.headend.faults import WRONG_PAGE, Kind
from deploy.headend.stations import Station
from deploy.headend.streams import Air, Stream
from deploy.headend.transport import TICKS_PER_S, Loop

LEAD_TICKS = TICKS_PER_S
"""How far ahead of its time a channel is sent: the first second comes at once, so that a picture does too."""
TICK_S = 0.02
_HEAD_BYTES = 16 * 1024
_PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole reply; `more` are headers of its own."""

    body: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked, with which headers (names in small letters), by whom (`local`: from this machine), and the connection to answer."""

    method: str
    path: str
    body: bytes
    local: bool
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    headers: Mapping[str, str]


class Web:
    """One server; `stations` are in the playlist in this order."""

    def __init__(self, air: Air, addresses: Addresses, stations: list[Station], cache: Path) -> None:
        self._air = air
        self._addresses = addresses
        self._stations = stations
        self._cache = cache
        self._open: set[asyncio.Task[None]] = set()
        self._routes: list[tuple[str, Callable[..., Answer]]] = [
            (r"/playlist\.m3u", self._playlist),
            (r"/logos/([\w-]+)\.png", self._logo),
            (r"/status", self._status),
        ]

    async def start(self, host: str, port: int) -> asyncio.Server:
        """Listen on `host`; port 0 takes any free one."""
        return await asyncio.start_server(self._connected, host, port, limit=_HEAD_BYTES)

    async def end(self) -> None:
        """Close every connection."""
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            async with asyncio.timeout(_PATIENCE_S):
                request = await _read(reader, writer)
            await self._answer(request)
        except (OSError, EOFError, TimeoutError, ValueError, asyncio.LimitOverrunError):
            writer.transport.abort()  # a client that left, takes nothing or makes no sense gets no answer
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            self._open.discard(task)
            writer.close()

    async def _answer(self, request: Request) -> None:
        if match := re.fullmatch(r"/(?:ts|mp3)/([\w-]+)\.(?:ts|mp3)", request.path):
            await self._stream(request, match[1])
        elif match := re.fullmatch(r"/hls/([\w-]+)/(?:(\d{1,12})\.ts|index\.m3u8)", request.path):
            await self._hls(request, match[1], None if match[2] is None else int(match[2]))
        else:
            await _reply(request, self._whole(request))

    def _whole(self, request: Request) -> Answer:
        if request.method in ("POST", "DELETE"):
            if not request.local:
                return Answer(b"only from this machine\n", "text/plain", HTTPStatus.FORBIDDEN)
            status, told = control.act(self._air, self._addresses, request.method, request.path, request.body)
            return Answer(json.dumps(told).encode(), "application/json", status)
        if request.path in guide.PATHS:
            return _guide(request)
        for pattern, answer in self._routes:
            if match := re.fullmatch(pattern, request.path):
                return answer(*match.groups())
        return Answer(b"no such page\n", "text/plain", HTTPStatus.NOT_FOUND)

    def _playlist(self) -> Answer:
        text = playlist.text(self._stations, self._addresses.base, self._addresses.of)
        return Answer(text.encode(), "audio/x-mpegurl; charset=utf-8")

    def _logo(self, name: str) -> Answer:
        for station in self._stations:
            if station.name == name and station.logo:
                return Answer(logos.kept(self._cache, station.logo), "image/png")
        return Answer(b"no such logo\n", "text/plain", HTTPStatus.NOT_FOUND)

    def _status(self) -> Answer:
        return Answer(json.dumps({"streams": self._air.status()}).encode(), "application/json")

    async def _faulty(self, request: Request, name: str, protocol: str) -> bool:
        """Deal with the faults that concern a whole reply; true when nothing more is to be said."""
        fault = self._air.fault(name, protocol)
        if fault is not None and fault.kind is Kind.WRONG:
            await _reply(request, Answer(WRONG_PAGE, "text/html"))
        return fault is not None and fault.kind in (Kind.WRONG, Kind.CLOSE)

    async def _stream(self, request: Request, name: str) -> None:
        try:
            self._addresses.of(name, "http")
        except NoSuchStream:
            await _reply(request, Answer(b"no such channel\n", "text/plain", HTTPStatus.NOT_FOUND))
            return
        stream = self._air.streams[name]
        count = stream.counts["http"]
        count.requests += 1
        if await self._faulty(request, name, "http"):
            return
        kind = "audio/mpeg" if stream.station.mp3 else "video/mp2t"
        request.writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n".encode())
        if request.method == "HEAD":
            return
        count.clients += 1
        try:
            await self._flow(request, stream)
        finally:
            count.clients -= 1

    async def _flow(self, request: Request, stream: Stream) -> None:
        """Send `stream` from its last key picture on, until the client leaves or a fault cuts it off."""
        loop = stream.loop
        position = -1
        gone = asyncio.ensure_future(request.reader.read(1))
        try:
            while not gone.done():
                fault = self._air.fault(stream.name, "http")
                now = self._air.time.ticks()
                if fault is not None and fault.kind in (Kind.CLOSE, Kind.WRONG):
                    return
                if fault is not None and fault.kind is Kind.SILENCE:
                    position = -1  # it comes back in the present
                else:
                    if position < loop.at(now - 5 * TICKS_PER_S):
                        position = loop.key_before(loop.at(now))
                    end = loop.at(now + LEAD_TICKS) + 1
                    if end > position:
                        request.writer.write(self._air.packets(stream, range(position, end), "http"))
                        position = end
                    async with asyncio.timeout(_PATIENCE_S):
                        await request.writer.drain()
                await asyncio.wait({gone}, timeout=TICK_S)
        finally:
            gone.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await gone

    async def _hls(self, request: Request, name: str, number: int | None) -> None:
        stream = self._air.streams.get(name)
        if stream is None or not isinstance(stream.loop, Loop):
            await _reply(request, Answer(b"no such channel\n", "text/plain", HTTPStatus.NOT_FOUND))
            return
        count = stream.counts["hls"]
        count.requests += 1
        count.clients += 1
        try:
            await self._while_silent(request, name)
            if not await self._faulty(request, name, "hls"):
                await _reply(request, self._hls_answer(stream, stream.loop, number))
        finally:
            count.clients -= 1

    async def _while_silent(self, request: Request, name: str) -> None:
        """Wait out a silence; raises EOFError when the client leaves first."""
        gone = asyncio.ensure_future(request.reader.read(1))
        try:
            while (fault := self._air.fault(name, "hls")) is not None and fault.kind is Kind.SILENCE:
                await asyncio.wait({gone}, timeout=TICK_S)
                if gone.done():
                    raise EOFError
        finally:
            gone.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await gone

    def _hls_answer(self, stream: Stream, loop: Loop, number: int | None) -> Answer:
        now = self._air.time.ticks() + LEAD_TICKS
        if number is None:
            return Answer(hls.playlist(loop, now).encode(), "application/vnd.apple.mpegurl")
        newest = hls.newest_segment(loop, now)
        if not newest - 2 * hls.WINDOW <= number <= newest:
            return Answer(b"not on the air\n", "text/plain", HTTPStatus.NOT_FOUND)
        return Answer(self._air.packets(stream, hls.segment(loop, number), "hls"), "video/mp2t")


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *fields = head.split("\r\n")
    method, target, _version = first.split(" ", 2)
    headers = {key.strip().lower(): value.strip() for key, _, value in (field.partition(":") for field in fields)}
    body = await reader.readexactly(min(int(headers["content-length"]), _HEAD_BYTES)) if "content-length" in headers else b""
    peer = writer.get_extra_info("peername")
    return Request(method, target.partition("?")[0], body, ipaddress.ip_address(peer[0]).is_loopback, reader, writer, headers)


def _guide(request: Request) -> Answer:
    """The guide of today, as a packed file or packed for the way; nothing where the asker knows this version."""
    content, tag = guide.guide(datetime.now(guide.ZONE).date())
    more: tuple[tuple[str, str], ...] = (("ETag", f'"{tag}"'),)
    if request.headers.get("if-none-match") == f'"{tag}"':
        return Answer(b"", guide.KIND, HTTPStatus.NOT_MODIFIED, more)
    if request.path.endswith(".gz"):
        return Answer(content, "application/gzip", more=more)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Answer(content, guide.KIND, more=(*more, ("Content-Encoding", "gzip")))
    return Answer(gzip.decompress(content), guide.KIND, more=more)


async def _reply(request: Request, answer: Answer) -> None:
    more = "".join(f"{name}: {value}\r\n" for name, value in answer.more)
    head = (
        f"HTTP/1.1 {answer.status.value} {answer.status.phrase}\r\nContent-Type: {answer.kind}\r\n"
        f"Content-Length: {len(answer.body)}\r\nCache-Control: no-store\r\nConnection: close\r\n"
        f"{more}\r\n"
    )
    request.writer.write(head.encode() + (b"" if request.method == "HEAD" else answer.body))
    async with asyncio.timeout(_PATIENCE_S):
        await request.writer.drain()
