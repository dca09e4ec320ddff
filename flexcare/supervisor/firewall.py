"""Keeps the packet filter in step with the ward's offer and with where its names lead. The only door to nft.

All names are looked up at every turn, whoever uses them, so a look-up tells nobody of a use. Addresses stay once they were seen, as long as
their name is listed: large services answer differently each time, and an answer that a session still holds has to go on working.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import shutil
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from flexcare.errors import FirewallUnusable
from flexcare.supervisor.children import start
from flexcare.supervisor.reach import Opening, Reach, opening
from flexcare.supervisor.ruleset import ruleset
from flexcare.visit.hosts import Address

log = logging.getLogger(__name__)

REFRESH_S = 30.0
NFT_TIMEOUT_S = 20.0
LOOK_UP_TIMEOUT_S = 10.0
LOOK_UPS_MAX = 16
"""So many names are asked for at once."""
ADDRESSES_MAX = 256
"""So many addresses of one name are kept; beyond that a name begins anew."""
RESOLVERS = Path("/etc/resolv.conf")

Apply = Callable[[str], Awaitable[None]]
Send = Callable[[Opening, Sequence[Address]], Awaitable[None]]
LookUp = Callable[[str], Awaitable[set[Address]]]


async def apply(text: str) -> None:
    """Put a ruleset in force, all of it or nothing. Raises FirewallUnusable."""
    program = shutil.which("nft", path="/usr/sbin:/sbin:/usr/bin")
    if program is None:
        raise FirewallUnusable("nft is missing", cure="install nftables")
    pipe = asyncio.subprocess.PIPE
    try:
        process = await start(program, "--file", "-", stdin=pipe, stdout=asyncio.subprocess.DEVNULL, stderr=pipe)
    except OSError as error:
        raise FirewallUnusable(f"nft cannot be started: {error.strerror}") from error
    try:
        async with asyncio.timeout(NFT_TIMEOUT_S):
            _, said = await process.communicate(text.encode())
    except TimeoutError:
        process.kill()
        await process.wait()
        raise FirewallUnusable("nft does not end") from None
    if process.returncode:
        # Its first line names the fault; the ones below repeat the rule, and with it addresses.
        reason = said.decode(errors="replace").partition("\n")[0].rpartition("Error: ")[2]
        raise FirewallUnusable(f"nft refuses the rules: {reason}", cure="start this program with CAP_NET_ADMIN")


async def look_up(host: str) -> set[Address]:
    """The addresses of a name; none where nobody answers.

    In a thread of its own: the loop's are few, sessions, PINs and receipts wait for them, and a resolver may be silent for a minute.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[set[Address]] = loop.create_future()

    def tell(found: set[Address]) -> None:
        if not answer.done():
            answer.set_result(found)

    def ask() -> None:
        found = _addresses(host)
        # The loop may have ended meanwhile.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, found)

    threading.Thread(target=ask, name="names", daemon=True).start()
    try:
        async with asyncio.timeout(LOOK_UP_TIMEOUT_S):
            return await answer
    except TimeoutError:
        return set()


def _addresses(host: str) -> set[Address]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return set()
    return {ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found}


def resolvers(file: Path = RESOLVERS) -> tuple[Address, ...]:
    """The name servers that this machine asks. Source: resolv.conf(5)."""
    found = []
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return ()
    for words in map(str.split, lines):
        if len(words) > 1 and words[0] == "nameserver":
            try:
                found.append(ipaddress.ip_address(words[1].partition("%")[0]))
            except ValueError:
                continue
    return tuple(found)


class Firewall:
    """What the session's host user may reach. `allow` may be called at any time; `run` does the work until it is cancelled."""

    def __init__(
        self,
        user: int,
        *,
        apply: Apply = apply,
        send: Send | None = None,
        look_up: LookUp = look_up,
        resolvers: Callable[[], tuple[Address, ...]] = resolvers,
    ) -> None:
        """`send` puts an opening in force elsewhere, in the place of `apply`."""
        self._user = user
        self._send = send
        self._apply, self._look_up, self._resolvers = apply, look_up, resolvers
        self._reach = Reach()
        self._known: dict[str, set[Address]] = {}
        self._in_force = ""
        self._failed = ""
        self._changed = asyncio.Event()
        self._turns = asyncio.Semaphore(LOOK_UPS_MAX)

    def allow(self, reach: Reach) -> None:
        """Let sessions reach this, and nothing else, from the next turn on, which comes at once."""
        self._reach = reach
        self._known = {name: addresses for name, addresses in self._known.items() if name in reach.names}
        self._changed.set()

    async def run(self) -> None:
        """Keep the filter in step, until cancelled."""
        while True:
            changed = self._changed.is_set()
            self._changed.clear()
            if changed:
                # What needs no look-up does not wait for one, and what is no longer listed goes at once.
                await self.put()
            await self.refresh()
            try:
                async with asyncio.timeout(REFRESH_S):
                    await self._changed.wait()
            except TimeoutError:
                continue

    async def refresh(self) -> None:
        """Look every name up once more, and put in force what came of it."""
        names = sorted(self._reach.names)
        for name, addresses in zip(names, await asyncio.gather(*map(self._asked, names)), strict=True):
            known = self._known.get(name, set())
            if name in self._reach.names:
                self._known[name] = known | addresses if len(known | addresses) <= ADDRESSES_MAX else addresses
        await self.put()

    async def _asked(self, name: str) -> set[Address]:
        async with self._turns:
            return await self._look_up(name)

    async def put(self) -> None:
        """Put in force what is known. A failure is told once; what was in force stays."""
        opened, asked = opening(self._reach, self._known), self._resolvers()
        text = ruleset(self._user, opened, asked)
        if text == self._in_force:
            return
        try:
            await (self._apply(text) if self._send is None else self._send(opened, asked))
        except FirewallUnusable as error:
            if str(error) != self._failed:
                self._failed = str(error)
                log.error("what sessions may reach is not brought up to date: %s", error)
            return
        self._in_force, self._failed = text, ""
