"""How this machine is connected, as the kernel says it: link, address, gateway. Linux; reads files and asks nobody."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_ETHERNET = 1
"""ARPHRD_ETHER of if_arp.h; wireless says so too."""
_GATEWAY_FLAG = 0x2
"""RTF_GATEWAY of route.h."""
_COMPLETE_FLAG = 0x2
"""ATF_COM of if_arp.h: the neighbour answered."""

_GLOBAL = "00"
"""IPV6_ADDR_ANY in the column of scopes: reachable from elsewhere."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """Where the kernel says it. root: "/" but in tests."""

    root: Path = Path("/")

    def has_link(self) -> bool:
        """Whether a cable or a wireless network is connected."""
        cards = [card for card in self._cards() if (card / "device").exists()] or self._cards()
        return any(_read(card / "carrier").strip() == "1" for card in cards)

    def has_address(self) -> bool:
        """Whether the network gave this machine an address, of either kind."""
        sixes = (words for words in self._table("if_inet6") if len(words) >= 6)
        return any(_was_given(four) for four in self._fours()) or any(words[3] == _GLOBAL and words[5] != "lo" for words in sixes)

    def gateway(self) -> str:
        """The way out of this network, in IPv4; "" for none."""
        for words in self._table("route"):
            with suppress(ValueError, IndexError):
                if words[1] == words[7] == "00000000" and int(words[3], 16) & _GATEWAY_FLAG:
                    return str(ipaddress.IPv4Address(bytes.fromhex(words[2])[::-1]))
        return ""

    def is_neighbour(self, address: str) -> bool:
        """Whether somebody answered at this address of our own network."""
        for words in self._table("arp"):
            with suppress(ValueError, IndexError):
                if words[0] == address and int(words[2], 16) & _COMPLETE_FLAG:
                    return True
        return False

    def _fours(self) -> list[ipaddress.IPv4Address]:
        """The addresses of this machine: in this table those that are LOCAL to the host."""
        found, last = [], ""
        for words in self._table("fib_trie"):
            if words[:1] == ["|--"] and len(words) == 2:
                last = words[1]
            elif words == ["/32", "host", "LOCAL"]:
                with suppress(ValueError):
                    found.append(ipaddress.IPv4Address(last))
        return found

    def _cards(self) -> list[Path]:
        try:
            found = sorted((self.root / "sys/class/net").iterdir())
        except OSError:
            return []
        return [card for card in found if _read(card / "type").strip() == str(_ETHERNET)]

    def _table(self, name: str) -> list[list[str]]:
        return [line.split() for line in _read(self.root / "proc/self/net" / name).splitlines()]


def _was_given(address: ipaddress.IPv4Address) -> bool:
    """Whether it is one that a network gives, and not what a machine takes for want of any."""
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _read(file: Path) -> str:
    # A card that is switched off refuses to tell its carrier.
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text()
    return ""
