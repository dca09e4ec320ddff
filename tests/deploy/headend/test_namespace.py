"""Multicast: refused in the machine's own network, and working in one that a test makes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.headend.namespace import own_network
from tests.helpers.headend import small_cache

ROOT = Path(__file__).resolve().parents[3]

INSIDE = """
import json, socket, sys
from pathlib import Path
from deploy.headend.client import Headend, HeadendFailed
from deploy.headend.namespace import own_network
from tests.helpers.packets import look

def take(address, count):
    group, _, port = address.partition("@")[2].rpartition(":")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind((group, int(port)))
        member = socket.inet_aton(group) + socket.inet_aton("127.0.0.1")
        listener.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        listener.settimeout(20)
        return [listener.recv(2048) for _ in range(count)]

told = {"own": own_network()}
with Headend.start(Path(sys.argv[1]), channels=2, small=True, multicast="239.255.42.0") as headend:
    for name, protocol, head in (("et", "udp", 0), ("et", "rtp", 12), ("nyt24", "udp", 0)):
        address = headend.stream(name, protocol)
        seen = look(b"".join(datagram[head:] for datagram in take(address, 60)))
        told[f"{name} {protocol}"] = {"address": address, "jumps": seen.jumps, "clocks": len(seen.clocks)}
with Headend.start(Path(sys.argv[1]), channels=1, small=True, host="10.20.30.40") as headend:
    told["channels"] = len(headend.status())
    try:
        headend.fault("et", "silence")
    except HeadendFailed as refusal:
        told["switch"] = str(refusal)
print(json.dumps(told))
"""


def _unshare() -> list[str]:
    """A command that runs a program in a network namespace of its own, which dies with it."""
    program = shutil.which("unshare")
    if program is None:
        pytest.skip("the program unshare is not installed")
    command = [program, "--user", "--map-root-user", "--net", "--"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        command = [program, "--net", "--"]
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
            pytest.skip("this machine lets us make no network namespace")
    return command


def test_multicast_is_refused_in_the_machines_own_network(tmp_path: Path) -> None:
    assert not own_network()
    # --prepare: were the refusal broken, this would make recordings and end, and still send nothing.
    said = subprocess.run(
        [sys.executable, "-m", "deploy.headend", "--cache", str(tmp_path), "--small", "--prepare", "--multicast", "239.255.42.0"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert said.returncode == 2
    assert "namespace" in said.stderr
    assert not said.stdout
    assert not list(tmp_path.iterdir())


def test_multicast_reaches_those_who_join_inside_a_network_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = small_cache(tmp_path_factory)
    up = 'ip link set lo up && ip address add 10.20.30.40/32 dev lo && exec "$@"'
    command = [*_unshare(), "sh", "-c", up, "sh", sys.executable, "-c", INSIDE, str(cache)]
    said = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert told.pop("own")
    assert told.pop("channels") == 3
    assert "only from this machine" in told.pop("switch"), "whoever is not on the loopback has no switches"
    assert {key: value["address"] for key, value in told.items()} == {
        "et udp": "udp://@239.255.42.0:1234",
        "et rtp": "rtp://@239.255.42.0:5004",
        "nyt24 udp": "udp://@239.255.42.1:1234",
    }
    assert all(value["jumps"] == 0 and value["clocks"] >= 3 for value in told.values())
