"""The packet filter by somebody else's hand: real rules in the real kernel, asked for over a socket in a closed form."""

from __future__ import annotations

import asyncio
import ipaddress
import subprocess
import sys
from collections.abc import Awaitable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.errors import FirewallUnusable
from flexcare.supervisor.filtering import from_asked, send_to, to_asked
from flexcare.supervisor.firewall import Firewall
from flexcare.supervisor.reach import Opening, Reach, Target
from tests.helpers.own_network import needs_root, own_network

USER = 54321
OPENING = Opening(
    tcp=frozenset({(ipaddress.ip_address("198.51.100.1"), 443), (ipaddress.ip_address("2001:db8::1"), 80)}),
    udp=frozenset({(ipaddress.ip_address("198.51.100.2"), 5000)}),
    wide=frozenset({443}),
    private=frozenset({ipaddress.ip_network("10.20.0.0/16")}),
)
RESOLVERS = (ipaddress.ip_address("198.51.100.53"),)


def test_an_opening_comes_as_it_was_asked_for() -> None:
    assert from_asked(to_asked(OPENING, RESOLVERS)) == (OPENING, RESOLVERS)


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"{}}",
        b'{"tcp":[["198.51.100.1; drop table inet x",80]]}',
        b'{"tcp":[["name.example",80]]}',
        b'{"tcp":[["198.51.100.1",0]]}',
        b'{"private":["10.0.0.1/8"]}',
        b'{"rules":"accept"}',
        b'{"user":0}',
    ],
)
def test_what_is_no_opening_is_refused(asked: bytes) -> None:
    with pytest.raises(FirewallUnusable):
        from_asked(asked)


@given(st.binary(max_size=500))
def test_any_bytes_are_an_opening_or_refused(asked: bytes) -> None:
    try:
        opening, resolvers = from_asked(asked)
    except FirewallUnusable:
        return
    assert from_asked(to_asked(opening, resolvers)) == (opening, resolvers)


async def _done(asked: Awaitable[None]) -> None:
    await asked


async def _served(place: Path, command: list[str], ask: Awaitable[None]) -> None:
    """What systemd does with `Accept=yes`: a program for each connection, which is its standard input and output."""

    async def on_line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.read()
        done = await asyncio.to_thread(subprocess.run, command, input=asked, capture_output=True, timeout=60)
        writer.write(done.stdout)
        await writer.drain()
        writer.close()

    async with await asyncio.start_unix_server(on_line, place):
        await ask


@needs_root
def test_the_firewall_is_kept_in_step_through_a_service(tmp_path: Path) -> None:
    with own_network("198.51.100.1/24") as network:
        firewall = Firewall(USER, send=send_to(tmp_path / "socket"), resolvers=lambda: RESOLVERS)
        firewall.allow(Reach(frozenset({Target("tcp", "198.51.100.1", 443, anywhere=True)})))
        command = network.command(sys.executable, "-P", "-m", "flexcare.supervisor.filtering", str(USER))
        asyncio.run(_served(tmp_path / "socket", command, firewall.put()))
        rules = network.run("nft", "list", "table", "inet", "flexcare")
        assert "198.51.100.1 . 443" in rules
        assert f"skuid {USER}" in rules


def test_a_filter_that_refuses_is_told_and_one_that_is_not_there_too(tmp_path: Path) -> None:
    with pytest.raises(FirewallUnusable, match="nobody"):
        asyncio.run(_done(send_to(tmp_path / "nowhere")(OPENING, RESOLVERS)))
    for silent in (["true"], [sys.executable, "-c", "print('don')"]):
        with pytest.raises(FirewallUnusable):
            asyncio.run(_served(tmp_path / "socket", silent, send_to(tmp_path / "socket")(OPENING, RESOLVERS)))
    says = [sys.executable, "-c", "print('nft refuses the rules: because')"]
    with pytest.raises(FirewallUnusable, match="because"):
        asyncio.run(_served(tmp_path / "socket", says, send_to(tmp_path / "socket")(OPENING, RESOLVERS)))
