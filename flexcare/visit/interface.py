"""Gives a visit's network an interface that leads nowhere, because a browser without any tells its pages that they are offline.

No packet finds a way to it: there is no route. It gets no IPv6 address by itself either: one that comes a second or two later makes
Chromium believe that the network has changed, and every page that is on its way then is lost (ERR_NETWORK_CHANGED). Sources:
rtnetlink(7), netdevice(7), linux/if_link.h, linux/if_addr.h; net/base/network_change_notifier_linux.cc (what Chromium takes for being
online) and RFC 5737 (an address that is nobody's).
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import struct

NAME = b"nowhere"
ADDRESS = "192.0.2.1"
LOOPBACK = "lo"
KINDS = (b"dummy", b"veth")
"""What is tried in turn: a kernel may lack the one. The ends of a veth pair both stay in here."""

_NEW_LINK, _SET_LINK, _NEW_ADDRESS = 16, 19, 20
_REQUEST_ACK = 0x0001 | 0x0004
_CREATE = 0x0400 | 0x0200
_IFLA_NAME, _IFLA_LINK_INFO, _IFLA_INFO_KIND, _IFA_ADDRESS, _IFA_LOCAL = 3, 18, 1, 1, 2
_IFLA_AF_SPEC, _INET6_ADDR_GEN_MODE, _NONE_BY_ITSELF = 26, 8, b"\1"
_NESTED = 0x8000
_WHOLE_ADDRESS = 32
_SET_FLAGS, _UP = 0x8914, 1


def raise_all() -> None:
    """Switch every interface of the network that the calling process is in on. Raises OSError."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        for _, name in socket.if_nameindex():
            fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", name.encode(), _UP))


def add_interface() -> bool:
    """Add the interface that leads nowhere, with an address; False where the kernel has none to give. Raises OSError."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as kernel:
        if not any(_add(kernel, kind) for kind in KINDS):
            return False
        for index, name in socket.if_nameindex():
            if name != LOOPBACK:
                _keep_without_ipv6(kernel, index)
        own = socket.inet_aton(ADDRESS)
        head = struct.pack("=BBBBI", socket.AF_INET, _WHOLE_ADDRESS, 0, 0, socket.if_nametoindex(NAME.decode()))
        _ask(kernel, _NEW_ADDRESS, head + _attribute(_IFA_LOCAL, own) + _attribute(_IFA_ADDRESS, own))
    return True


def _add(kernel: socket.socket, kind: bytes) -> bool:
    info = _attribute(_IFLA_LINK_INFO, _attribute(_IFLA_INFO_KIND, kind))
    try:
        _ask(kernel, _NEW_LINK, struct.pack("=BxHiII", 0, 0, 0, 0, 0) + _attribute(_IFLA_NAME, NAME + b"\0") + info)
    except OSError as error:
        if error.errno == errno.EOPNOTSUPP:
            return False
        raise
    return True


def _keep_without_ipv6(kernel: socket.socket, index: int) -> None:
    """Have the kernel make no address for it when it is raised. Raises OSError."""
    mode = _attribute(_INET6_ADDR_GEN_MODE, _NONE_BY_ITSELF)
    families = _attribute(_IFLA_AF_SPEC | _NESTED, _attribute(socket.AF_INET6 | _NESTED, mode))
    try:
        _ask(kernel, _SET_LINK, struct.pack("=BxHiII", 0, 0, index, 0, 0) + families)
    except OSError as error:
        # A kernel without IPv6 makes none anyway.
        if error.errno not in (errno.EAFNOSUPPORT, errno.EOPNOTSUPP):
            raise


def _ask(kernel: socket.socket, kind: int, content: bytes) -> None:
    flags = _REQUEST_ACK | (0 if kind == _SET_LINK else _CREATE)
    kernel.send(struct.pack("=IHHII", 16 + len(content), kind, flags, 1, 0) + content)
    answer = kernel.recv(4096)
    (code,) = struct.unpack_from("=i", answer, 16)
    if code:
        raise OSError(-code, os.strerror(-code))


def _attribute(kind: int, content: bytes) -> bytes:
    return struct.pack("=HH", 4 + len(content), kind) + content + b"\0" * (-len(content) % 4)
