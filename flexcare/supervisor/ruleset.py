"""The packet filter's text: what the session's host user may send, and nothing about anybody else. Source: nft(8), nftables 1.0.

Only what is sent is filtered. Sessions receive multicast (the kernel joins groups for them) and send none, so that no tablet can put a
picture of its own on the ward's screens. What is refused is told at once (ICMP), so that nobody waits for a timeout.
`python -P -m flexcare.supervisor.ruleset USER` prints what holds before there is a ward.
"""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterable

from flexcare.supervisor.reach import Opening
from flexcare.visit.addresses import Network
from flexcare.visit.hosts import Address

TABLE = "flexcare"
NAME_SERVICE = 53

NOBODYS = tuple(
    map(
        ipaddress.ip_network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
            *("192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
            *("::/3", "2001::/23", "2001:db8::/32", "2002::/16", "4000::/2", "8000::/1"),
        ),
    )
)
"""What is not the internet: private, local, reserved and multicast addresses, in IPv6 everything outside 2000::/3 and translations."""


def ruleset(user: int, opening: Opening, resolvers: Iterable[Address]) -> str:
    """A text for `nft --file -` that puts these rules in force in place of the ones before, in one step.

    The same opening always gives the same text.
    """
    resolvers = tuple(resolvers)
    sets, rules = [], []
    for version, family, kind in ((4, "ip", "ipv4_addr"), (6, "ip6", "ipv6_addr")):
        for protocol, pairs in (("tcp", opening.tcp), ("udp", opening.udp)):
            elements = [f"{address} . {port}" for address, port in sorted(pairs, key=str) if address.version == version]
            sets.append(_set(f"{protocol}{version}", f"{kind} . inet_service", elements))
            rules.append(f"{family} daddr . {protocol} dport @{protocol}{version} accept")
        sets.append(_set(f"resolvers{version}", kind, sorted({str(each) for each in resolvers if each.version == version})))
        sets.append(_set(f"nobodys{version}", kind, _texts(NOBODYS, version), interval=True))
        sets.append(_set(f"private{version}", kind, _texts(opening.private, version), interval=True))
        rules += [f"{family} daddr @resolvers{version} {protocol} dport {NAME_SERVICE} accept" for protocol in ("udp", "tcp")]
        rules += [f"{family} daddr {where} tcp dport @wide accept" for where in (f"!= @nobodys{version}", f"@private{version}")]
    sets.append(_set("wide", "inet_service", [str(port) for port in sorted(opening.wide)]))
    return _table(user, sets, rules)


def nothing(user: int) -> str:
    """A text that lets the user send nothing at all: what holds from the machine's start until the supervisor knows its ward."""
    return ruleset(user, Opening(), ())


def _table(user: int, sets: list[str], rules: list[str]) -> str:
    body = "\n".join((*sets, "\tchain session {", *(f"\t\t{rule}" for rule in rules), "\t\treject with icmpx admin-prohibited", "\t}"))
    hook = "type filter hook output priority filter; policy accept;"
    output = f"\tchain output {{\n\t\t{hook}\n\t\tmeta skuid {user} jump session\n\t}}"
    # Naming it first lets the deletion succeed where there is none yet; nft puts a whole file in force or nothing of it.
    return f"table inet {TABLE}\ndelete table inet {TABLE}\ntable inet {TABLE} {{\n{body}\n{output}\n}}\n"


def _set(name: str, kind: str, elements: list[str], *, interval: bool = False) -> str:
    flags = " flags interval; auto-merge;" if interval else ""
    content = f" elements = {{ {', '.join(elements)} }}" if elements else ""
    return f"\tset {name} {{ type {kind};{flags}{content} }}"


def _texts(all_networks: Iterable[Network], version: int) -> list[str]:
    return sorted(str(network) for network in all_networks if network.version == version)


if __name__ == "__main__":
    print(nothing(int(sys.argv[1])), end="")
