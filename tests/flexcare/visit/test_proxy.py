"""The proxy with real sockets; only names are made up."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from flexcare.visit.admission import Admission, Relay
from flexcare.visit.proxy import Proxy, ProxyLimits
from flexcare.visit.rules import AllowRule

PATIENCE_S = 20.0
LOOPBACK = ("127.0.0.0/8",)


@dataclass
class Server:
    """Answers every connection with the bytes it got up to an empty line, and keeps count."""

    port: int = 0
    heard: list[bytes] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.heard.append(head)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsoup")
            await writer.drain()
            if b"stay" in head:
                writer.write_eof()
                self.heard.append(await reader.read())
        writer.close()


@contextlib.asynccontextmanager
async def server() -> AsyncIterator[Server]:
    made = Server()
    running = await asyncio.start_server(made.answer, "127.0.0.1", 0)
    made.port = running.sockets[0].getsockname()[1]
    async with running:
        yield made


@contextlib.asynccontextmanager
async def serving(proxy: Proxy) -> AsyncIterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    running = await proxy.serve(listener)
    async with running:
        yield port


async def ask(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    try:
        return await asyncio.wait_for(reader.read(), PATIENCE_S)
    finally:
        writer.close()
        await writer.wait_closed()


def names(**known: str) -> Callable[[str, int], Awaitable[list[str]]]:
    asked = {name.replace("_", "."): addresses.split() for name, addresses in known.items()}

    async def resolve(host: str, _port: int) -> list[str]:
        if host not in asked:
            raise socket.gaierror
        return asked[host]

    return resolve


def status(answer: bytes) -> bytes:
    return answer.partition(b"\r\n")[0].partition(b" ")[2][:3]


def connect(host: str, port: int) -> bytes:
    return f"CONNECT {host}:{port} HTTP/1.1\r\n\r\n".encode()


def test_a_plain_request_reaches_a_listed_host_and_carries_its_name() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("http", "meals.test", port=far.port),), private=LOOPBACK)
            async with serving(Proxy(admission, resolve=names(meals_test="127.0.0.1"))) as port:
                answer = await ask(port, f"GET http://meals.test:{far.port}/a HTTP/1.1\r\nHost: evil.test\r\nCookie: a=b\r\n\r\n".encode())
            assert answer.endswith(b"\r\n\r\nsoup")
            assert far.heard == [f"GET /a HTTP/1.1\r\nHost: meals.test:{far.port}\r\nCookie: a=b\r\nConnection: close\r\n\r\n".encode()]

    asyncio.run(run())


def test_a_tunnel_carries_both_ways_whatever_it_is() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("https", "meals.test", port=far.port),), private=LOOPBACK)
            async with serving(Proxy(admission, resolve=names(meals_test="127.0.0.1"))) as port:
                answer = await ask(port, connect("MEALS.test.", far.port) + b"\x16\x03 anything\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 200 Connection established\r\n\r\n")
            assert answer.endswith(b"soup")
            assert far.heard == [b"\x16\x03 anything\r\n\r\n"]

    asyncio.run(run())


def test_a_second_request_on_the_same_connection_is_passed_to_nobody() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("http", "meals.test", port=far.port),), private=LOOPBACK)
            async with serving(Proxy(admission, resolve=names(meals_test="127.0.0.1"))) as port:
                body = b"POST http://meals.test:%d/stay HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc" % far.port
                await ask(port, body + b"GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n")
            assert [heard for heard in far.heard[1:] if b"evil" in heard] == []
            assert far.heard[1:] == [b"abc"]

    asyncio.run(run())


@pytest.mark.parametrize(
    ("admission", "request_head"),
    [
        (Admission(), connect("meals.test", 443)),
        (Admission((AllowRule("https", "meals.test"),)), connect("other.test", 443)),
        (Admission((AllowRule("https", "meals.test"),)), connect("meals.test", 22)),
        (Admission((AllowRule("https", "meals.test"),)), connect("meals.test", 80)),
        (Admission((AllowRule("https", "meals.test"),)), connect("127.0.0.1", 443)),
        (Admission((AllowRule("https", "meals.test"),)), b"GET http://meals.test/ HTTP/1.1\r\n\r\n"),
        (Admission((AllowRule("https", "meals.test"),)), b"GET http://meals.test:443/ HTTP/1.1\r\n\r\n"),
        (Admission((AllowRule("http", "meals.test"),)), connect("meals.test", 443)),
        (Admission((), (Relay("relay.test", 5349),)), connect("relay.test", 443)),
        (Admission((), (Relay("relay.test", 5349),)), b"GET http://relay.test:5349/ HTTP/1.1\r\n\r\n"),
    ],
)
def test_what_is_not_listed_is_refused_before_its_name_is_asked(admission: Admission, request_head: bytes) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        raise AssertionError

    async def run() -> None:
        async with serving(Proxy(admission, resolve=resolve)) as port:
            assert status(await ask(port, request_head)) == b"403"

    asyncio.run(run())


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "::1", "::ffff:127.0.0.1", "239.1.1.1"])
def test_a_listed_name_that_leads_inside_is_refused(address: str) -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("https", "meals.test", port=far.port),))
            async with serving(Proxy(admission, resolve=names(meals_test=address))) as port:
                assert status(await ask(port, connect("meals.test", far.port))) == b"403"
            assert far.heard == []

    asyncio.run(run())


def test_a_name_that_changes_its_mind_is_connected_to_where_it_was_looked_at() -> None:
    async def run() -> None:
        asked: list[str] = []

        async def rebinding(host: str, _port: int) -> list[str]:
            asked.append(host)
            return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

        async with server() as far:
            admission = Admission((AllowRule("https", "meals.test", port=far.port),), private=("127.0.0.1",))
            async with serving(Proxy(admission, resolve=rebinding)) as port:
                assert status(await ask(port, connect("meals.test", far.port) + b"\r\n\r\n")) == b"200"
                assert asked == ["meals.test"]
                assert status(await ask(port, connect("meals.test", far.port))) == b"403"
            assert len(far.heard) == 1

    asyncio.run(run())


def test_of_several_addresses_only_the_permitted_are_tried() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("https", "meals.test", port=far.port),), private=("127.0.0.1",))
            async with serving(Proxy(admission, resolve=names(meals_test="10.9.9.9 ::1 127.0.0.1"))) as port:
                assert status(await ask(port, connect("meals.test", far.port) + b"\r\n\r\n")) == b"200"

    asyncio.run(run())


def test_a_listed_address_needs_no_network_and_only_in_its_own_spelling() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("https", "127.0.0.1", port=far.port),))
            async with serving(Proxy(admission)) as port:
                assert status(await ask(port, connect("127.0.0.1", far.port) + b"\r\n\r\n")) == b"200"
                assert [status(await ask(port, connect(odd, far.port))) for odd in ("127.1", "2130706433", "0x7f.0.0.1")] == [b"400"] * 3
                assert status(await ask(port, connect("[::ffff:127.0.0.1]", far.port))) == b"403"

    asyncio.run(run())


def test_a_relay_gets_a_tunnel() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((), (Relay("Relay.test", far.port),), LOOPBACK)
            async with serving(Proxy(admission, resolve=names(relay_test="127.0.0.1"))) as port:
                assert status(await ask(port, connect("relay.test", far.port) + b"\r\n\r\n")) == b"200"

    asyncio.run(run())


def test_nothing_there_and_no_such_name_are_told_apart_from_forbidden() -> None:
    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as gone:
            closed = gone.getsockname()[1]
        admission = Admission((AllowRule("https", "meals.test", port=closed), AllowRule("https", "none.test")), private=LOOPBACK)
        async with serving(Proxy(admission, resolve=names(meals_test="127.0.0.1"))) as port:
            assert status(await ask(port, connect("meals.test", closed))) == b"502"
            assert status(await ask(port, connect("none.test", 443))) == b"502"

    asyncio.run(run())


def test_limits_of_connections_heads_and_time() -> None:
    async def run() -> None:
        limits = ProxyLimits(connections_max=2, head_s=3.0)
        async with serving(Proxy(limits=limits)) as port:
            idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
            assert status(await ask(port, connect("a", 1))) == b"503"
            # Whoever says nothing is sent away and makes room.
            assert [await asyncio.wait_for(reader.read(), PATIENCE_S) for reader, _ in idle] == [b"", b""]
            assert status(await ask(port, connect("a", 1))) == b"403"
            assert status(await ask(port, b"GET http://a/ HTTP/1.1\r\nA: " + b"b" * 200_000)) in (b"400", b"")
            for _, writer in idle:
                writer.close()
                await writer.wait_closed()

    asyncio.run(run())


def test_silence_on_both_sides_ends_a_tunnel() -> None:
    async def run() -> None:
        async with server() as far:
            admission = Admission((AllowRule("https", "127.0.0.1", port=far.port),))
            async with serving(Proxy(admission, ProxyLimits(silent_s=0.2))) as port:
                assert status(await ask(port, connect("127.0.0.1", far.port))) == b"200"

    asyncio.run(run())


def test_no_word_of_where_it_was_asked_to_go(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    async def run() -> None:
        async with serving(Proxy(Admission((AllowRule("https", "secret.test"),)), resolve=names())) as port:
            for request in (
                connect("secret.test", 443),
                connect("hidden.test", 443),
                b"GET http://secret.test/ HTTP/1.1\r\n\r\n",
                b"\0\r\n\r\n",
            ):
                assert b"test" not in await ask(port, request)

    with caplog.at_level(0):
        asyncio.run(run())
    assert "test" not in "".join(record.getMessage() for record in caplog.records if record.name != "asyncio")
    assert capfd.readouterr() == ("", "")
