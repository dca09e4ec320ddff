from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.visit.addresses import Reachable, networks

NOBODYS = (
    *("127.0.0.1", "127.255.0.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("192.0.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
    *("::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::7f00:1", "fe80::1", "fc00::1", "fd00:ec2::254"),
    *("fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "2002:7f00:1::", "2001:0:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "100::1"),
)


@pytest.mark.parametrize("text", NOBODYS)
def test_nobodys_addresses_are_refused(text: str) -> None:
    assert not Reachable().permits(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ["1.1.1.1", "93.184.216.34", "::ffff:1.1.1.1", "2606:4700::1111", "2a00:1450::1"])
def test_public_addresses_are_permitted(text: str) -> None:
    assert Reachable().permits(ipaddress.ip_address(text))


def test_a_network_of_the_hospital_is_permitted_and_its_neighbour_is_not() -> None:
    reachable = Reachable(networks(("10.20.0.0/16", "127.0.0.1", "fd12::/16")))
    permitted = {
        text
        for text in (*NOBODYS, "10.20.3.4", "10.21.0.1", "::ffff:10.20.3.4", "fd12::9")
        if reachable.permits(ipaddress.ip_address(text))
    }
    assert permitted == {"10.20.3.4", "::ffff:10.20.3.4", "127.0.0.1", "::ffff:127.0.0.1", "fd12::9"}


def test_not_even_a_configured_group_or_nothing_address_is_connected_to() -> None:
    reachable = Reachable(networks(("0.0.0.0/0", "::/0")))
    assert not any(reachable.permits(ipaddress.ip_address(text)) for text in ("224.0.0.1", "0.0.0.0", "::", "ff02::1", "255.255.255.255"))


@given(st.ip_addresses(v=4))
def test_a_mapped_address_is_judged_as_what_it_means(address: ipaddress.IPv4Address) -> None:
    assert Reachable().permits(ipaddress.IPv6Address(f"::ffff:{address}")) == Reachable().permits(address)


@given(st.ip_addresses())
def test_what_is_permitted_is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    mapped = getattr(address, "ipv4_mapped", None) or address
    assert not Reachable().permits(address) or (mapped.is_global and not mapped.is_multicast)
