"""What the kernel says of a network, asked of a real one of the test's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flexcare.staff.wiring import Wiring
from tests.helpers.own_network import OwnNetwork, needs_root, own_network

ROOT = Path(__file__).parents[3]
LOOK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from flexcare.staff.wiring import Wiring
wiring = Wiring()
print(json.dumps([wiring.has_link(), wiring.has_address(), wiring.gateway()]))
"""


@pytest.fixture
def network() -> Iterator[OwnNetwork]:
    with own_network() as network:
        yield network


def look(network: OwnNetwork) -> tuple[bool, bool, str]:
    found = json.loads(network.run(sys.executable, "-P", "-c", LOOK, str(ROOT)))
    return (found[0], found[1], found[2])


@needs_root
def test_from_no_cable_to_a_gateway(network: OwnNetwork) -> None:
    assert look(network) == (False, False, "")
    network.run("ip", "link", "add", "bed", "type", "veth", "peer", "name", "wall")
    assert look(network) == (False, False, "")
    network.run("ip", "link", "set", "bed", "up")
    assert look(network)[0] is False
    network.run("ip", "link", "set", "wall", "up")
    # An address that the card gave itself is none that the network gave.
    network.run("ip", "address", "add", "169.254.7.7/16", "dev", "bed")
    assert look(network) == (True, False, "")
    network.run("ip", "address", "add", "192.0.2.17/24", "dev", "bed")
    assert look(network) == (True, True, "")
    network.run("ip", "route", "add", "default", "via", "192.0.2.1")
    assert look(network) == (True, True, "192.0.2.1")


@needs_root
def test_an_address_of_the_sixth_version_is_one(network: OwnNetwork) -> None:
    network.run("ip", "link", "add", "bed", "type", "veth", "peer", "name", "wall")
    network.run("ip", "link", "set", "bed", "up")
    network.run("ip", "link", "set", "wall", "up")
    network.run("ip", "address", "add", "2001:db8::17/64", "dev", "bed", "nodad")
    assert look(network) == (True, True, "")


def test_a_machine_that_tells_nothing_has_nothing(tmp_path: Path) -> None:
    wiring = Wiring(tmp_path)
    assert (wiring.has_link(), wiring.has_address(), wiring.gateway(), wiring.is_neighbour("192.0.2.1")) == (False, False, "", False)


@pytest.mark.parametrize("rubbish", ["\0", "|-- x\n/32 host LOCAL\n", "a b c d e f g h\n" * 3, "00000000 00000000 zz 3 0 0 0 00000000"])
def test_rubbish_is_nothing(tmp_path: Path, rubbish: str) -> None:
    folder = tmp_path / "proc/self/net"
    folder.mkdir(parents=True)
    for name in ("route", "arp", "fib_trie", "if_inet6"):
        (folder / name).write_text(rubbish)
    wiring = Wiring(tmp_path)
    assert (wiring.has_address(), wiring.gateway(), wiring.is_neighbour("a")) == (False, "", False)
