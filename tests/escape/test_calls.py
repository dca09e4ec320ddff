"""What a hostile program in a session can ask of the kernel."""

from __future__ import annotations

import json

from flexcare.session.system_calls import REFUSED
from tests.flexcare.session.test_system_calls import number
from tests.helpers.sandboxed import Inside

CALL = """
import ctypes, json, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
answers = {}
for name, number in json.loads(sys.argv[1]).items():
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 6)
    answers[name] = ctypes.get_errno() if result == -1 else 0
print(json.dumps(answers))
"""

NEST = """
import ctypes, os, socket
libc = ctypes.CDLL(None, use_errno=True)
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
uid = os.getuid()
assert libc.unshare(NEW_USER | NEW_PID | NEW_NET) == 0, os.strerror(ctypes.get_errno())
open("/proc/self/setgroups", "w").write("deny")
open("/proc/self/uid_map", "w").write(f"{uid} {uid} 1")
child = os.fork()
if child == 0:
    assert os.getpid() == 1
    os.chroot("/proc/self/fdinfo")
    os.chdir("/")
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""

ATTACH = """
import ctypes, os, subprocess, time
libc = ctypes.CDLL(None, use_errno=True)
sibling = subprocess.Popen(["sleep", "60"])
PTRACE_SEIZE = 0x4206
print(libc.ptrace(PTRACE_SEIZE, sibling.pid, None, None), ctypes.get_errno())
sibling.kill()
sibling.wait()
"""

TERMINAL = """
import fcntl, os, pty
main, follower = pty.openpty()
child = os.fork()
if child == 0:
    os.setsid()
    fcntl.ioctl(follower, 0x540E, 0)
    try:
        fcntl.ioctl(follower, 0x5412, b"x")
        os._exit(0)
    except PermissionError:
        os._exit(1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""

FAMILIES = """
import socket
usual = [(1, 1, 0), (2, 1, 0), (2, 2, 0), (10, 1, 0), (16, 3, 0)]
for family, kind, protocol in [*usual, (16, 3, 15), (17, 3, 0), (38, 5, 0), (40, 1, 0), (44, 3, 0)]:
    try:
        socket.socket(family, kind, protocol).close()
        print("open", end=" ")
    except OSError as error:
        print(error.errno, end=" ")
"""

REMOUNT = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
assert libc.unshare(0x10000000 | 0x00020000) == 0
print(libc.mount(None, b"/usr", None, 32 | 4096, None), ctypes.get_errno())
"""


def test_every_refused_call_is_refused_by_the_kernel(inside: Inside) -> None:
    calls = {name: number(name) for name in REFUSED if number(name) >= 0}
    assert len(calls) > 40
    answers = json.loads(inside.python(CALL, json.dumps(calls)))
    assert answers == dict.fromkeys(calls, 1)


def test_a_browser_can_build_its_own_sandbox(inside: Inside) -> None:
    assert inside.python(NEST) == "0\n"


def test_a_sibling_cannot_be_traced(inside: Inside) -> None:
    assert inside.python(ATTACH) == "-1 1\n"


def test_a_terminal_takes_no_words_from_a_program(inside: Inside) -> None:
    assert inside.python(TERMINAL) == "1\n"


def test_only_the_usual_sockets_can_be_made(inside: Inside) -> None:
    # 1 is EPERM. IPv6 may be switched off on a machine, which is 97.
    answers = inside.python(FAMILIES).split()
    assert answers[:3] == ["open"] * 3
    assert answers[3] in ("open", "97")
    assert answers[4:] == ["open", *["1"] * 5]


def test_nothing_read_only_becomes_writable_in_a_namespace_of_its_own(inside: Inside) -> None:
    assert inside.python(REMOUNT) == "-1 1\n"


def test_a_session_has_no_capability_and_gains_none(inside: Inside) -> None:
    status = dict(line.split(":\t", 1) for line in inside.run("cat", "/proc/self/status").splitlines() if ":\t" in line)
    assert {status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {"0" * 16}
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
