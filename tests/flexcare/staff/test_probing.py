"""The way to the television, measured on real sockets; what belongs to a network of its own is in one of the test's own."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
import logging
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from deploy.headend.client import Headend
from flexcare.lineup.channel import Channel, Stream
from flexcare.staff import probing
from flexcare.staff.diagnosis import Figure, Part, State, Verdict, verdict
from flexcare.staff.heads import Head, heads
from flexcare.staff.probing import probe
from flexcare.visit.hosts import Address
from tests.helpers.own_network import OwnNetwork, needs_root, own_network

ROOT = Path(__file__).parents[3]
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def nobody(_host: str) -> set[Address]:
    raise AssertionError("nothing was to be looked up")


@asynccontextmanager
async def server(talk: Talk) -> AsyncIterator[int]:
    async def closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(ConnectionError, EOFError):
                await talk(reader, writer)
        finally:
            writer.close()

    async with await asyncio.start_server(closing, "127.0.0.1", 0) as served:
        yield served.sockets[0].getsockname()[1]


def measured(talk: Talk, scheme: str = "http") -> Figure:
    async def run() -> Figure:
        async with server(talk) as port:
            *_, stream = await probe((Head(scheme, "127.0.0.1", port, "/secret-path"),), nobody)
            return stream

    return asyncio.run(run())


def saying(words: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(words)
        await writer.drain()

    return talk


async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "LISTENS_S", 0.2)


@pytest.fixture
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "DEADLINE_S", 0.3)


@pytest.mark.parametrize(
    ("words", "expected", "count"),
    [
        (b"HTTP/1.1 200 OK\r\nX: y\r\n\r\n" + b"G" * 5000, State.OK, 5000),
        (b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", State.OK, 0),
        (b"ICY 200 OK\r\n\r\nsound", State.OK, 5),
        (b"HTTP/1.1 404 Not Found\r\n\r\nno", State.NO_PICTURE, 0),
        (b"HTTP/1.1 200 OK\r\n\r\n", State.NO_PICTURE, 0),
        (b"garbage\r\n\r\n", State.NO_PICTURE, 0),
        (b"G" * 200_000, State.NO_PICTURE, 0),
        (b"", State.NO_PICTURE, 0),
    ],
)
def test_what_a_head_end_answers(words: bytes, expected: State, count: int) -> None:
    stream = measured(saying(words))
    assert (stream.part, stream.state, stream.bytes) == (Part.STREAM, expected, count)
    assert stream.place.startswith("127.0.0.1:")


def test_a_stream_without_end_is_listened_to_for_a_moment_only() -> None:
    async def for_ever(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"G" * 65536)
            await writer.drain()

    stream = measured(for_ever)
    assert stream.state == State.OK
    assert 0 < stream.bytes < 2 * probing.ENOUGH_BYTES


@pytest.mark.usefixtures("_short")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_one_that_says_nothing_is_given_up_in_time(scheme: str) -> None:
    stream = measured(silent, scheme)
    assert stream.state == State.SILENT
    assert stream.ms >= 250


def test_one_that_speaks_no_tls_is_no_head_end_and_no_crash() -> None:
    async def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nx")
        await writer.drain()

    assert measured(plain, "https").state in (State.SILENT, State.NO_PICTURE)


def test_a_port_where_nobody_listens_refuses() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        *_, stream = asyncio.run(probe((Head("http", "127.0.0.1", bound.getsockname()[1]),), nobody))
    assert stream.state == State.REFUSED


@pytest.mark.usefixtures("_short")
def test_names_that_nobody_knows_and_name_servers_that_do_not_answer() -> None:
    async def knows_none(_host: str) -> set[Address]:
        return set()

    async def never(_host: str) -> set[Address]:
        await asyncio.Event().wait()
        raise AssertionError

    for look_up in (knows_none, never):
        found = asyncio.run(probe((Head("http", "tv.example", 80),), look_up))
        assert [figure.state for figure in found if figure.part in (Part.NAMES, Part.STREAM)] == [State.UNKNOWN_NAME] * 2


def test_a_name_is_asked_for_by_its_name_and_reached_at_its_address() -> None:
    heard: list[bytes] = []

    async def listening(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\npicture")
        await writer.drain()

    async def knows(_host: str) -> set[Address]:
        return {ipaddress.ip_address("127.0.0.1")}

    async def run() -> tuple[Figure, ...]:
        async with server(listening) as port:
            return await probe((Head("http", "tv.example", port, "/a?b=c", "Telly/1"),), knows)

    *_, names, stream = asyncio.run(run())
    assert (names.state, stream.state, stream.bytes) == (State.OK, State.OK, 7)
    assert heard[0].startswith(b"GET /a?b=c HTTP/1.1\r\nHost: tv.example:")
    assert b"User-Agent: Telly/1\r\n" in heard[0]


def test_the_real_head_end_sends(small_headend: Headend) -> None:
    asked = heads([Channel(1, "One", Stream(small_headend.stream("et")))])
    *_, stream = asyncio.run(probe(asked, nobody))
    assert stream.state == State.OK
    assert stream.bytes > 1000


def test_no_log_line_says_what_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    measured(saying(b"HTTP/1.1 404 Not Found\r\n\r\n"))
    assert not any(word in caplog.text for word in ("secret-path", "127.0.0.1", "404"))


def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@pytest.fixture
def srt_port() -> Iterator[int]:
    """A real listener, as a head-end has it."""
    port = free_udp_port()
    words = ["ffmpeg", "-loglevel", "quiet", "-nostdin", "-re", "-f", "lavfi", "-i", "anullsrc", "-f", "mpegts"]
    process = subprocess.Popen([*words, f"srt://127.0.0.1:{port}?mode=listener"])
    try:
        bound = f":{port:04X} "
        while bound not in Path("/proc/net/udp").read_text() and process.poll() is None:
            pass
        assert process.poll() is None, "this ffmpeg speaks no SRT"
        yield port
    finally:
        process.kill()
        process.wait()


def test_a_real_listener_of_srt_answers(srt_port: int) -> None:
    *_, stream = asyncio.run(probe((Head("srt", "127.0.0.1", srt_port),), nobody))
    assert (stream.state, stream.bytes >= 16) == (State.OK, True)


def test_a_port_without_a_listener_of_srt_refuses() -> None:
    *_, stream = asyncio.run(probe((Head("srt", "127.0.0.1", free_udp_port()),), nobody))
    assert stream.state == State.REFUSED


IN_ITS_OWN = """
import asyncio, json, sys
sys.path.insert(0, sys.argv[1])
from flexcare.lineup.channel import Channel, Stream
from flexcare.lineup.channel import Channel, Stream
from flexcare.staff import probing
from flexcare.staff.heads import heads
from flexcare.supervisor.firewall import look_up
probing.DEADLINE_S, probing.LISTENS_S = float(sys.argv[2]), 0.2
asked = heads(Channel(number, "", Stream(address)) for number, address in enumerate(sys.argv[3:], 1))
print(json.dumps([[figure.part, figure.state, figure.bytes] for figure in asyncio.run(probing.probe(asked, look_up))]))
"""
SENDER = """
import socket, time
sending = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sending.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
print("sending", flush=True)
while True:
    sending.sendto(b"G" * 1316, ("239.9.9.9", 5000))
    time.sleep(0.01)
"""


def in_its_own(network: OwnNetwork, deadline_s: float, *addresses: str) -> tuple[Figure, ...]:
    said = network.run(sys.executable, "-P", "-c", IN_ITS_OWN, str(ROOT), str(deadline_s), *addresses)
    return tuple(Figure(Part(part), State(state), bytes=count) for part, state, count in json.loads(said))


def connect(network: OwnNetwork, other: OwnNetwork) -> None:
    """A cable between two networks: `bed` here, `wall` there."""
    network.run("ip", "link", "add", "bed", "type", "veth", "peer", "name", "wall", "netns", other.name)
    network.run("ip", "link", "set", "bed", "up")
    network.run("ip", "address", "add", "192.0.2.17/24", "dev", "bed")
    network.run("ip", "route", "add", "default", "via", "192.0.2.1")


@needs_root
def test_multicast_is_joined_and_counted() -> None:
    with own_network() as network:
        command = network.command(sys.executable, "-P", "-c", SENDER)
        with subprocess.Popen(command, stdout=subprocess.PIPE) as sender:
            try:
                assert sender.stdout is not None
                sender.stdout.readline()
                found = in_its_own(network, 10, "udp://@239.9.9.9:5000")
            finally:
                sender.kill()
    assert (found[-1].state, found[-1].bytes >= 1316) == (State.OK, True)
    assert verdict(found) == Verdict.FINE


@needs_root
@pytest.mark.long
def test_each_fault_of_a_network_has_its_sentence() -> None:
    with own_network() as network, own_network() as wall:
        address = "http://198.51.100.5/one"
        assert verdict(in_its_own(network, 0.5, address)) == Verdict.NO_CABLE
        connect(network, wall)
        assert verdict(in_its_own(network, 0.5, address)) == Verdict.NO_CABLE
        wall.run("ip", "link", "set", "wall", "up")
        # The cable ends at something, and nobody there is the gateway.
        found = in_its_own(network, 1.0, address)
        assert (found[2].state, verdict(found)) == (State.SILENT, Verdict.NO_GATEWAY)
        wall.run("ip", "address", "add", "192.0.2.1/24", "dev", "wall")
        wall.run("ip", "route", "add", "blackhole", "198.51.100.0/24")
        found = in_its_own(network, 5.0, address)
        assert (found[2].state, verdict(found)) == (State.OK, Verdict.NO_HEAD_END)
        assert verdict(in_its_own(network, 1.0, "http://tv.example/one")) == Verdict.NO_NAMES
        network.run("ip", "address", "flush", "dev", "bed")
        assert verdict(in_its_own(network, 0.5, address)) == Verdict.NO_ADDRESS
