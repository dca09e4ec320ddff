"""Measures the way from the wall to the television, each part against a deadline, and says nothing to any log.

Asks the gateway for its hardware address, the name servers for the head-ends' names, and each head-end for some of one stream: over TCP
for HTTP, by joining the group for multicast, by the first packet of its handshake for SRT.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import replace

from flexcare.staff.diagnosis import Figure, Part, State
from flexcare.staff.heads import Head
from flexcare.staff.wiring import Wiring
from flexcare.visit.hosts import Address, literal

DEADLINE_S = 3.0
"""For each part; the head-ends are asked at the same time, so a whole test takes some six seconds at most."""
LISTENS_S = 1.0
ENOUGH_BYTES = 512 * 1024
NEIGHBOUR_LOOK_S = 0.05
_DISCARD_PORT = 9
"""RFC 863: whatever comes there is thrown away. The kernel asks for the hardware address before it sends."""

LookUp = Callable[[str], Awaitable[set[Address]]]


async def probe(channels_heads: tuple[Head, ...], look_up: LookUp, wiring: Wiring | None = None) -> tuple[Figure, ...]:
    """All figures, from the wall on; never fails and takes at most some three deadlines."""
    wiring = wiring or Wiring()
    link, address, gateway, known = await asyncio.gather(
        _timed(Part.LINK, asyncio.to_thread(wiring.has_link)),
        _timed(Part.ADDRESS, asyncio.to_thread(wiring.has_address)),
        _gateway(wiring),
        _names(channels_heads, look_up),
    )
    names, addresses = known
    streams = await asyncio.gather(*(_head(head, addresses.get(head.host, set())) for head in channels_heads))
    return (link, address, gateway, names, *streams)


async def _timed(part: Part, holds: Awaitable[bool]) -> Figure:
    began = _now_ms()
    found = await holds
    return Figure(part, State.OK if found else State.ABSENT, _now_ms() - began)


async def _gateway(wiring: Wiring) -> Figure:
    """Whether the gateway is there: it need not answer a ping, but without its hardware address nothing leaves."""
    began = _now_ms()
    address = await asyncio.to_thread(wiring.gateway)
    if not address:
        return Figure(Part.GATEWAY, State.ABSENT, _now_ms() - began)
    state = State.SILENT
    with contextlib.suppress(TimeoutError, OSError):
        async with asyncio.timeout(DEADLINE_S):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as knocking:
                knocking.sendto(b"", (address, _DISCARD_PORT))
                await _until(lambda: wiring.is_neighbour(address))
            state = State.OK
    return Figure(Part.GATEWAY, state, _now_ms() - began, place=address)


async def _until(holds: Callable[[], bool]) -> None:
    """The kernel tells nobody when a neighbour answers, so it is asked again and again."""
    while not await asyncio.to_thread(holds):  # noqa: ASYNC110
        await asyncio.sleep(NEIGHBOUR_LOOK_S)


async def _names(asked: tuple[Head, ...], look_up: LookUp) -> tuple[Figure, dict[str, set[Address]]]:
    """The addresses of the head-ends; the figure is of the names alone, UNASKED where there are none."""
    began = _now_ms()
    hosts = sorted({head.host for head in asked})
    known = {host: {own} for host in hosts if (own := literal(host)) is not None}
    names = [host for host in hosts if host not in known]
    found = await asyncio.gather(*(_found(name, look_up) for name in names))
    addresses = {**known, **dict(zip(names, found, strict=True))}
    state = State.UNASKED if not names else State.OK if any(found) else State.UNKNOWN_NAME
    return Figure(Part.NAMES, state, _now_ms() - began), addresses


async def _found(name: str, look_up: LookUp) -> set[Address]:
    with contextlib.suppress(TimeoutError, OSError, UnicodeError):
        async with asyncio.timeout(DEADLINE_S):
            return await look_up(name)
    return set()


async def _head(head: Head, addresses: set[Address]) -> Figure:
    if not addresses:
        return Figure(Part.STREAM, State.UNKNOWN_NAME, place=head.place)
    address = min(addresses, key=lambda one: (one.version, one))
    began = _now_ms()
    try:
        async with asyncio.timeout(DEADLINE_S):
            figure = await _asked(head, address, began)
    except TimeoutError:
        figure = Figure(Part.STREAM, State.SILENT, _now_ms() - began)
    except ConnectionRefusedError:
        figure = Figure(Part.STREAM, State.REFUSED, _now_ms() - began)
    except (OSError, ssl.SSLError):
        figure = Figure(Part.STREAM, State.SILENT, _now_ms() - began)
    return replace(figure, place=head.place)


async def _asked(head: Head, address: Address, began: int) -> Figure:
    if head.scheme in ("http", "https"):
        return await _by_http(head, address, began)
    if head.scheme == "srt":
        return await _by_srt(head, address, began)
    return await _by_group(head, address, began) if address.is_multicast else Figure(Part.STREAM, State.UNASKED)


async def _by_http(head: Head, address: Address, began: int) -> Figure:
    secure = await asyncio.to_thread(ssl.create_default_context) if head.scheme == "https" else None
    name = head.host if secure else None
    reader, writer = await asyncio.open_connection(str(address), head.port, ssl=secure, server_hostname=name)
    try:
        writer.write(_request(head))
        status = await reader.readline()
        while (await reader.readline()).strip():
            pass
        ms = _now_ms() - began
        words = status.split()
        if len(words) < 2 or words[1][:1] not in (b"2", b"3"):
            return Figure(Part.STREAM, State.NO_PICTURE, ms)
        count = await _read_some(reader)
        # An answer that points elsewhere is one: the player follows it.
        return Figure(Part.STREAM, State.OK if count or words[1][:1] == b"3" else State.NO_PICTURE, ms, count)
    except ValueError:
        # A line longer than any header: no server of streams.
        return Figure(Part.STREAM, State.NO_PICTURE, _now_ms() - began)
    finally:
        writer.transport.abort()


def _request(head: Head) -> bytes:
    agent = head.user_agent or "FlexCare"
    return f"GET {head.path} HTTP/1.1\r\nHost: {head.place}\r\nUser-Agent: {agent}\r\nAccept: */*\r\nConnection: close\r\n\r\n".encode()


async def _read_some(reader: asyncio.StreamReader) -> int:
    """How many bytes come within LISTENS_S, ENOUGH_BYTES at most; waits for the first as long as the deadline allows."""
    count = len(await reader.read(65536))
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LISTENS_S):
            while 0 < count < ENOUGH_BYTES:
                more = len(await reader.read(65536))
                if not more:
                    break
                count += more
    return count


async def _by_group(head: Head, group: Address, began: int) -> Figure:
    loop = asyncio.get_running_loop()
    with _listening(group, head.port) as listening:
        count = len(await loop.sock_recv(listening, 65536))
        ms = _now_ms() - began
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LISTENS_S):
                while count < ENOUGH_BYTES:
                    count += len(await loop.sock_recv(listening, 65536))
    return Figure(Part.STREAM, State.OK, ms, count)


def _listening(group: Address, port: int) -> socket.socket:
    """A socket that is a member of a group, on whatever card the routes say."""
    four = isinstance(group, ipaddress.IPv4Address)
    listening = socket.socket(socket.AF_INET if four else socket.AF_INET6, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((str(group), port))
        if four:
            listening.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group.packed + bytes(4))
        else:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, group.packed + bytes(4))
    except OSError:
        listening.close()
        raise
    return listening


async def _by_srt(head: Head, address: Address, began: int) -> Figure:
    """The caller's first packet, which any listener answers (draft-sharabayko-srt-01, 3.2.1: control, handshake, induction)."""
    loop = asyncio.get_running_loop()
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    words = (0x8000_0000, 0, 0, 0, 4, 2, 1, 1500, 8192, 1, 0x464C_4558, 0, 0, 0, 0, 0)
    with socket.socket(family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as calling:
        await loop.sock_connect(calling, (str(address), head.port))
        await loop.sock_sendall(calling, b"".join(word.to_bytes(4, "big") for word in words))
        answer = await loop.sock_recv(calling, 2048)
    return Figure(Part.STREAM, State.OK if answer[:2] == b"\x80\x00" else State.NO_PICTURE, _now_ms() - began, len(answer))


def _now_ms() -> int:
    return round(asyncio.get_running_loop().time() * 1000)
