"""The packet filter in the real kernel, in a network of its own; and the keeper that brings it up to date."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flexcare.errors import FirewallUnusable
from flexcare.supervisor.firewall import LOOK_UPS_MAX, Firewall, look_up, resolvers
from flexcare.supervisor.reach import Opening, Reach, Target
from flexcare.supervisor.ruleset import NOBODYS, nothing, ruleset
from flexcare.visit.addresses import Reachable
from flexcare.visit.hosts import Address
from tests.helpers.own_network import PATIENCE_S, OwnNetwork, needs_root, own_network

SESSION, SOMEBODY = 54321, 54322
TV, MEALS, STRANGER, RESOLVER, INSIDE = "198.51.100.1", "8.8.4.4", "8.8.8.8", "198.51.100.53", "10.20.0.5"
TV6, STRANGER6 = "2001:db8::1", "2606:4700::2"
GROUP, OTHER_GROUP = "239.1.1.1", "239.9.9.9"

GOES = """
import socket
kinds = {"tcp": socket.SOCK_STREAM, "udp": socket.SOCK_DGRAM}
answers = []
for protocol, address, port in words[0]:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kinds[protocol]) as one:
        one.settimeout(20)
        try:
            one.connect((address, port))
            one.send(b"x")
            answers.append(True)
        except ConnectionRefusedError:
            answers.append("nobody there")
        except OSError:
            answers.append(False)
print(json.dumps(answers))
"""

LISTEN = """
import socket
held = []
for address, port in words[0]:
    held.append(socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET))
print("listening", flush=True)
sys.stdin.read()
"""

RECEIVE = """
import socket, struct, sys
group = words[0]
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    one.bind((group, 5000))
    one.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + socket.inet_aton("127.0.0.1"))
    one.settimeout(20)
    print("joined", flush=True)
    print(json.dumps(one.recv(100).decode()))
"""

SEND = """
import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    try:
        one.sendto(b"picture", (words[0], 5000))
        print("true")
    except OSError:
        print("false")
"""

KEEP_SENDING = """
import select, socket, sys
listed, strange = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
counts = {"listed": 0, "listed refused": 0, "strange went": 0}
print("sending", flush=True)
while not select.select([sys.stdin], [], [], 0)[0]:
    try:
        listed.sendto(b"x", (words[0], 9000))
        counts["listed"] += 1
    except PermissionError:
        counts["listed refused"] += 1
    except ConnectionRefusedError:
        pass
    try:
        strange.sendto(b"x", (words[1], 9000))
        counts["strange went"] += 1
    except OSError:
        pass
print(json.dumps(counts))
"""


def pairs(*texts: tuple[str, int]) -> frozenset[tuple[Address, int]]:
    return frozenset((ipaddress.ip_address(address), port) for address, port in texts)


OPENING = Opening(tcp=pairs((TV, 80), (TV6, 80)), udp=pairs((TV, 9000)))
RESOLVERS = (ipaddress.ip_address(RESOLVER),)


@pytest.fixture
def network() -> Iterator[OwnNetwork]:
    with own_network(*(f"{each}/32" for each in (TV, MEALS, STRANGER, RESOLVER, INSIDE)), f"{TV6}/128", f"{STRANGER6}/128") as made:
        yield made


@contextlib.contextmanager
def beside(network: OwnNetwork, source: str, *arguments: object, user: int = 0) -> Iterator[subprocess.Popen[str]]:
    """A program that runs meanwhile, from its first word on."""
    start = "import json, sys\nwords = json.loads(sys.argv[1])\n"
    command = network.command("/usr/bin/python3", "-I", "-c", start + source, json.dumps(arguments), user=user)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline()
            yield process
        finally:
            if process.stdin is not None and not process.stdin.closed:
                process.stdin.close()
            process.wait(PATIENCE_S)


def put(network: OwnNetwork, text: str) -> None:
    network.run("nft", "--file", "-", words=text)


def goes(network: OwnNetwork, *attempts: tuple[str, str, int], user: int = SESSION) -> object:
    return network.python(GOES, attempts, user=user)


@needs_root
def test_what_is_listed_goes_and_nothing_else(network: OwnNetwork) -> None:
    put(network, ruleset(SESSION, OPENING, RESOLVERS))
    listening = [(TV, 80), (TV, 81), (TV6, 80), (TV6, 81), (STRANGER, 80), (STRANGER6, 80), (INSIDE, 80), ("127.0.0.1", 631)]
    with beside(network, LISTEN, listening):
        assert goes(network, ("tcp", TV, 80), ("tcp", TV6, 80), ("udp", TV, 9000)) == [True] * 3
        refused = [("tcp", address, port) for address, port in listening if (address, port) not in ((TV, 80), (TV6, 80))]
        refused += [("udp", TV, 80), ("udp", TV, 9001), ("udp", STRANGER, 9000), ("tcp", TV, 9000)]
        assert goes(network, *refused) == [False] * len(refused)


@needs_root
def test_names_are_asked_of_the_resolvers_only(network: OwnNetwork) -> None:
    put(network, ruleset(SESSION, OPENING, RESOLVERS))
    with beside(network, LISTEN, [(RESOLVER, 53), (RESOLVER, 853), (STRANGER, 53)]):
        assert goes(network, ("udp", RESOLVER, 53), ("tcp", RESOLVER, 53)) == [True, True]
        assert goes(network, ("udp", STRANGER, 53), ("tcp", STRANGER, 53), ("tcp", RESOLVER, 853), ("udp", RESOLVER, 5353)) == [False] * 4


@needs_root
def test_every_other_user_is_left_alone(network: OwnNetwork) -> None:
    put(network, nothing(SESSION))
    with beside(network, LISTEN, [(STRANGER, 80), (RESOLVER, 53)]):
        for user in (0, SOMEBODY):
            assert goes(network, ("tcp", STRANGER, 80), ("tcp", RESOLVER, 53), ("udp", TV, 9000), user=user) == [True] * 3
            assert network.python(SEND, GROUP, user=user) is True
        assert goes(network, ("tcp", STRANGER, 80), ("tcp", RESOLVER, 53), ("udp", TV, 9000)) == [False] * 3


@needs_root
def test_groups_are_received_and_never_sent_to(network: OwnNetwork) -> None:
    put(network, ruleset(SESSION, OPENING, RESOLVERS))
    with beside(network, RECEIVE, GROUP, user=SESSION) as receiving:
        assert network.python(SEND, GROUP) is True
        assert receiving.stdout is not None
        assert receiving.stdout.readline() == '"picture"\n'
    assert network.python(SEND, GROUP, user=SESSION) is False
    assert network.python(SEND, OTHER_GROUP, user=SESSION) is False


@needs_root
def test_hosts_below_a_name_are_anywhere_on_the_internet_and_nowhere_inside(network: OwnNetwork) -> None:
    wide = Opening(wide=frozenset({443}))
    with beside(
        network, LISTEN, [(MEALS, 443), (MEALS, 444), (INSIDE, 443), (STRANGER6, 443), ("127.0.0.1", 443), (TV, 443), ("::1", 443)]
    ):
        put(network, ruleset(SESSION, wide, RESOLVERS))
        assert goes(network, ("tcp", MEALS, 443), ("tcp", STRANGER6, 443)) == [True, True]
        inside = [("tcp", address, 443) for address in (INSIDE, "127.0.0.1", TV, "::1")]
        assert goes(network, ("tcp", MEALS, 444), ("udp", MEALS, 443), *inside) == [False] * 6
        put(network, ruleset(SESSION, Opening(wide=frozenset({443}), private=frozenset({ipaddress.ip_network("10.20.0.0/16")})), RESOLVERS))
        assert goes(network, *inside) == [True, False, False, False]


@needs_root
def test_a_change_is_made_in_one_step(network: OwnNetwork) -> None:
    put(network, ruleset(SESSION, OPENING, RESOLVERS))
    with beside(network, KEEP_SENDING, TV, STRANGER, user=SESSION) as sending:
        for number in range(60):
            put(network, ruleset(SESSION, Opening(udp=pairs((TV, 9000), (MEALS, 1000 + number))), RESOLVERS))
        assert sending.stdin is not None
        assert sending.stdout is not None
        sending.stdin.close()
        said = json.loads(sending.stdout.readline())
    assert said["listed"] > 0
    assert (said["listed refused"], said["strange went"]) == (0, 0)


@needs_root
def test_rules_that_cannot_be_read_leave_the_ones_before(network: OwnNetwork) -> None:
    put(network, ruleset(SESSION, OPENING, RESOLVERS))
    before = network.run("nft", "list", "ruleset")
    with pytest.raises(subprocess.CalledProcessError):
        put(network, ruleset(SESSION, OPENING, RESOLVERS).replace("icmpx", "nonsense"))
    assert network.run("nft", "list", "ruleset") == before


@needs_root
def test_what_goes_from_the_list_goes_from_the_kernel(network: OwnNetwork) -> None:
    with beside(network, LISTEN, [(TV, 80), (MEALS, 80)]):
        put(network, ruleset(SESSION, Opening(tcp=pairs((TV, 80))), ()))
        assert goes(network, ("tcp", TV, 80), ("tcp", MEALS, 80)) == [True, False]
        put(network, ruleset(SESSION, Opening(tcp=pairs((MEALS, 80))), ()))
        assert goes(network, ("tcp", TV, 80), ("tcp", MEALS, 80)) == [False, True]


APPLY = """
import asyncio, sys
from flexcare.supervisor.firewall import apply
from flexcare.errors import FirewallUnusable
try:
    asyncio.run(apply(sys.stdin.read()))
    print("done")
except FirewallUnusable as error:
    print(error)
"""


@needs_root
def test_nft_is_driven_as_it_is(network: OwnNetwork) -> None:
    command = [sys.executable, "-P", "-c", APPLY]
    assert network.run(*command, words=ruleset(SESSION, OPENING, RESOLVERS)) == "done\n"
    assert f"skuid {SESSION}" in network.run("nft", "list", "table", "inet", "flexcare")
    said = network.run(*command, words="table inet flexcare { nonsense 8.8.8.8 }")
    assert said.startswith("nft refuses the rules: ")
    assert "8.8.8.8" not in said


def test_nobodys_networks_are_what_the_proxy_refuses() -> None:
    for network in NOBODYS:
        for address in (network[0], network[-1]):
            # Blocks that the registry gives to somebody after all (192.0.0.9, 2001:4:112::) are small and of no use to a visit.
            assert not Reachable().permits(address) or not address.is_global or network.prefixlen in (23, 24)


def test_resolvers_are_those_of_the_machine(tmp_path: Path) -> None:
    file = tmp_path / "resolv.conf"
    file.write_text("# nameserver 9.9.9.9\nnameserver 10.0.0.2\nsearch x\nnameserver fe80::1%eth0\nnameserver nonsense\nnameserver\n")
    assert list(map(str, resolvers(file))) == ["10.0.0.2", "fe80::1"]
    assert resolvers(tmp_path / "none") == ()


class World:
    """What the kernel was told, and what names lead to."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.names: dict[str, set[Address]] = {}
        self.fails = False

    async def apply(self, text: str) -> None:
        if self.fails:
            raise FirewallUnusable("nft is missing")
        self.texts.append(text)

    async def look_up(self, host: str) -> set[Address]:
        return self.names.get(host, set())

    def firewall(self) -> Firewall:
        return Firewall(SESSION, apply=self.apply, look_up=self.look_up, resolvers=lambda: RESOLVERS)


def reach_of(*hosts: str) -> Reach:
    return Reach(frozenset(Target("tcp", host, 80, anywhere=True) for host in hosts))


def test_addresses_stay_while_their_name_is_listed_and_go_with_it() -> None:
    async def run() -> None:
        world = World()
        firewall = world.firewall()
        firewall.allow(reach_of("tv.example", "10.9.9.9"))
        for address in (TV, MEALS):
            world.names["tv.example"] = {ipaddress.ip_address(address)}
            await firewall.refresh()
        world.names.clear()
        await firewall.refresh()
        assert [(TV in text, MEALS in text, "10.9.9.9" in text) for text in world.texts] == [(True, False, True), (True, True, True)]
        firewall.allow(reach_of("10.9.9.9"))
        await firewall.refresh()
        firewall.allow(reach_of("tv.example"))
        await firewall.refresh()
        assert [TV in text for text in world.texts[2:]] == [False, False]

    asyncio.run(run())


def test_a_name_that_never_answers_the_same_does_not_fill_the_memory() -> None:
    async def run() -> None:
        world = World()
        firewall = world.firewall()
        firewall.allow(reach_of("tv.example"))
        for number in range(600):
            world.names["tv.example"] = {ipaddress.IPv4Address(0x08000000 + number)}
            await firewall.refresh()
        assert max(text.count(" . 80") for text in world.texts) <= 256
        assert "8.0.2.87 . 80" in world.texts[-1]

    asyncio.run(run())


def test_a_failure_is_told_once_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        world = World()
        firewall = world.firewall()
        firewall.allow(reach_of(TV))
        world.fails = True
        for _ in range(3):
            await firewall.refresh()
        world.fails = False
        await firewall.refresh()
        await firewall.refresh()
        assert len(world.texts) == 1

    asyncio.run(run())
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert TV not in caplog.text


def test_a_change_is_put_in_force_before_any_name_answers() -> None:
    async def run() -> None:
        world = World()
        put_in_force, answer = asyncio.Event(), asyncio.Event()

        async def apply(text: str) -> None:
            world.texts.append(text)
            put_in_force.set()

        async def never(_host: str) -> set[Address]:
            await answer.wait()
            return set()

        firewall = Firewall(SESSION, apply=apply, look_up=never, resolvers=lambda: RESOLVERS)
        running = asyncio.create_task(firewall.run())
        firewall.allow(reach_of("slow.example", TV))
        await asyncio.wait_for(put_in_force.wait(), PATIENCE_S)
        assert TV in world.texts[-1]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(run())


def test_a_resolver_that_is_silent_holds_nobody_else_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()

    def silent(*_words: object, **_more: object) -> list[object]:
        answers.wait(PATIENCE_S)
        return []

    async def run() -> None:
        monkeypatch.setattr(socket, "getaddrinfo", silent)
        asked = [asyncio.create_task(look_up(f"{number}.example")) for number in range(40)]
        # What a PIN or a new session waits for: a thread of the loop's own, of which there are few.
        for _ in range(40):
            await asyncio.to_thread(int)
        assert not any(task.done() for task in asked)
        answers.set()
        assert await asyncio.gather(*asked) == [set()] * 40

    try:
        asyncio.run(run())
    finally:
        answers.set()


def test_so_many_names_are_asked_for_at_once_and_no_more() -> None:
    at_once: list[int] = []

    async def run() -> None:
        busy = 0

        async def slow(_host: str) -> set[Address]:
            nonlocal busy
            busy += 1
            at_once.append(busy)
            await asyncio.sleep(0)
            busy -= 1
            return set()

        async def apply(_text: str) -> None:
            """Nothing is in force."""

        firewall = Firewall(SESSION, apply=apply, look_up=slow, resolvers=lambda: RESOLVERS)
        firewall.allow(reach_of(*(f"{number}.example" for number in range(3 * LOOK_UPS_MAX))))
        await firewall.refresh()

    asyncio.run(run())
    assert (len(at_once), max(at_once)) == (3 * LOOK_UPS_MAX, LOOK_UPS_MAX)
