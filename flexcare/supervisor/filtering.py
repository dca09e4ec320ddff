"""Puts in force what sessions may reach, apart from the supervisor: who reads the network cannot touch the packet filter.

`python -P -m flexcare.supervisor.filtering USER` reads one opening from standard input, a closed form without any rule in it, puts it in
force for this host user alone, and answers with why not, or with DONE. One that says neither has done nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from flexcare.errors import FirewallUnusable
from flexcare.supervisor.firewall import NFT_TIMEOUT_S, Send, apply
from flexcare.supervisor.reach import Opening
from flexcare.supervisor.ruleset import ruleset
from flexcare.visit.hosts import Address

ASKED_MAX_BYTES = 16 * 1024 * 1024
ANSWER_MAX_BYTES = 1024
DONE = "done"

Where = Annotated[str, Meta(max_length=64)]
Port = Annotated[int, Meta(ge=1, le=65535)]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An opening and the machine's name servers, in plain words."""

    tcp: tuple[tuple[Where, Port], ...] = ()
    udp: tuple[tuple[Where, Port], ...] = ()
    wide: tuple[Port, ...] = ()
    private: tuple[Where, ...] = ()
    resolvers: tuple[Where, ...] = ()


def to_asked(opening: Opening, resolvers: Sequence[Address]) -> bytes:
    """What is asked for, as JSON."""
    tcp, udp = (tuple((str(address), port) for address, port in pairs) for pairs in (opening.tcp, opening.udp))
    return msgspec.json.encode(Asked(tcp, udp, tuple(opening.wide), tuple(map(str, opening.private)), tuple(map(str, resolvers))))


def from_asked(data: bytes) -> tuple[Opening, tuple[Address, ...]]:
    """Read it. Raises FirewallUnusable where it is none."""
    try:
        asked = msgspec.json.decode(data, type=Asked)
        tcp, udp = (frozenset((ipaddress.ip_address(where), port) for where, port in pairs) for pairs in (asked.tcp, asked.udp))
        opening = Opening(tcp, udp, frozenset(asked.wide), frozenset(map(ipaddress.ip_network, asked.private)))
        return opening, tuple(map(ipaddress.ip_address, asked.resolvers))
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        raise FirewallUnusable("what is asked for is no opening") from None


def send_to(place: Path) -> Send:
    """Has whoever listens at `place` put openings in force. What it gives raises FirewallUnusable."""

    async def send(opening: Opening, resolvers: Sequence[Address]) -> None:
        try:
            async with asyncio.timeout(2 * NFT_TIMEOUT_S):
                said = await _ask(place, to_asked(opening, resolvers))
        except (OSError, TimeoutError) as error:
            cure = "look at flexcare-filter.socket"
            raise FirewallUnusable("nobody brings the packet filter up to date", cure=cure) from error
        if said != DONE:
            raise FirewallUnusable(said or "the packet filter's own program ended early", cure="look at flexcare-filter@.service")

    return send


async def _ask(place: Path, asked: bytes) -> str:
    reader, writer = await asyncio.open_unix_connection(place)
    try:
        writer.write(asked)
        await writer.drain()
        writer.write_eof()
        # To its end: the next one may be refused as long as this one's program is there.
        answer = b""
        while len(answer) < ANSWER_MAX_BYTES and (piece := await reader.read(ANSWER_MAX_BYTES)):
            answer += piece
        return answer.decode(errors="replace").strip()
    finally:
        writer.close()


def main() -> int:
    """Put in force what standard input asks for; returns the exit code."""
    try:
        opening, resolvers = from_asked(sys.stdin.buffer.read(ASKED_MAX_BYTES))
        asyncio.run(apply(ruleset(int(sys.argv[1]), opening, resolvers)))
    except FirewallUnusable as error:
        print(error)
        return 1
    print(DONE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
