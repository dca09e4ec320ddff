from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket

import pytest

from flexcare.session.system_calls import NEWER, REFUSED, filter_descriptor
from tests.helpers.packet_filter import ALLOW, ARCHITECTURES, verdict

REFUSE = 0x00050000 | errno.EPERM
HERE = ARCHITECTURES[platform.machine()]
X32 = 0x40000000


def number(call: str) -> int:
    """The number of a call on this machine; negative where it has none."""
    library = ctypes.CDLL("libseccomp.so.2")
    found = library.seccomp_syscall_resolve_name(call.encode())
    return NEWER.get(call, -1) if found == -1 else int(found)


@pytest.fixture(scope="module")
def program() -> bytes:
    with os.fdopen(filter_descriptor(), "rb") as file:
        return file.read()


@pytest.mark.parametrize("call", [call for call in REFUSED if number(call) >= 0])
def test_refused_whatever_the_arguments(call: str, program: bytes) -> None:
    for arguments in ((), (2**64 - 1,) * 6, (1, 2, 3, 4, 5, 6)):
        assert verdict(program, HERE, number(call), *arguments) == REFUSE


@pytest.mark.parametrize(
    "call", ["read", "execve", "clone", "clone3", "unshare", "chroot", "seccomp", "prctl", "mmap", "memfd_create", "kill", "futex"]
)
def test_allowed_with_every_argument(call: str, program: bytes) -> None:
    for arguments in ((), (2**64 - 1,) * 6, (0x10000000, 2, 3)):
        assert verdict(program, HERE, number(call), *arguments) == ALLOW


@pytest.mark.parametrize("call", ["socket", "socketpair"])
def test_only_four_families_of_sockets(call: str, program: bytes) -> None:
    usual = {int(family) for family in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK)}
    allowed = {family for family in range(300) if verdict(program, HERE, number(call), family, 1, 0) == ALLOW}
    assert allowed == usual


def test_a_family_cannot_hide_behind_bits_that_the_kernel_drops(program: bytes) -> None:
    assert verdict(program, HERE, number("socket"), int(socket.AF_PACKET) | 1 << 32, 1, 0) == REFUSE
    assert verdict(program, HERE, number("socket"), int(socket.AF_NETLINK) | 1 << 32, 1, 9) == REFUSE


def test_of_netlink_only_routes(program: bytes) -> None:
    allowed = {protocol for protocol in range(64) if verdict(program, HERE, number("socket"), socket.AF_NETLINK, 3, protocol) == ALLOW}
    assert allowed == {0}


@pytest.mark.parametrize("hidden", [0, 1 << 32, 0xFFFFFFFF << 32])
@pytest.mark.parametrize("request_number", [0x5412, 0x541C], ids=["TIOCSTI", "TIOCLINUX"])
def test_no_words_into_a_terminal(request_number: int, hidden: int, program: bytes) -> None:
    assert verdict(program, HERE, number("ioctl"), 0, request_number | hidden) == REFUSE


def test_other_requests_to_devices_are_allowed(program: bytes) -> None:
    assert {verdict(program, HERE, number("ioctl"), 0, each) for each in (0x5401, 0x5411, 0x5413, 0xC0106400)} == {ALLOW}


def test_only_the_usual_personality(program: bytes) -> None:
    assert verdict(program, HERE, number("personality"), 0) == ALLOW
    assert {verdict(program, HERE, number("personality"), each) for each in (8, 0x0040000, 0xFFFFFFFF)} == {REFUSE}


@pytest.mark.parametrize("foreign", sorted(set(ARCHITECTURES.values()) - {HERE}))
def test_no_call_of_a_foreign_architecture(foreign: int, program: bytes) -> None:
    assert ALLOW not in {verdict(program, foreign, each) for each in range(500)}


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x32 is a second face of x86-64")
def test_no_x32_call(program: bytes) -> None:
    assert ALLOW not in {verdict(program, HERE, X32 + each) for each in range(600)}


def test_every_session_gets_a_whole_filter_of_its_own(program: bytes) -> None:
    with os.fdopen(filter_descriptor(), "rb") as one, os.fdopen(filter_descriptor(), "rb") as other:
        assert one.read() == other.read() == program
