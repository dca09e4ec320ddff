"""A visit whose browser was taken over: what a hostile program in its place can do with all the rights that a visit has.

Each attempt is a few lines that set `out` where they succeed. They run in the enclosure, inside a session's sandbox, and once more as a
plain program of the machine, where most of them have to succeed: otherwise they would prove nothing.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from flexcare.session.landlock import missing_landlock
from flexcare.visit.admission import Admission
from flexcare.visit.rules import AllowRule
from tests.helpers.sandboxed import PATIENCE_S, Inside

ATTEMPTS = {
    "network: local port": "out = joins((HOST, FACTS['tcp']))",
    "network: local port by another address": "out = joins(('127.0.0.2', FACTS['tcp'])) or joins(('0.0.0.0', FACTS['tcp']))",
    "network: datagram to the machine": "send(FACTS['udp']); out = asked('udp')",
    "network: name server": "send(53, '127.0.0.53'); out = joins(('127.0.0.53', 53))",
    "network: join the network of another process": "out = any(joins_namespace(pid, 'net') for pid in others())",
    "network: a new interface": "out = subprocess.run(['ip', 'link', 'add', 'x', 'type', 'dummy'], **QUIET).returncode == 0",
    "network: raw packets": "out = bool(socket.socket(socket.AF_PACKET, socket.SOCK_RAW))",
    "network: abstract socket of the machine": "out = joins(chr(0) + FACTS['abstract'], socket.AF_UNIX)",
    "network: virtual machine sockets": "out = bool(socket.socket(40, socket.SOCK_STREAM))",
    "way out: port that is not listed": "out = way(FACTS['tcp'])",
    "way out: listed port by another name": "out = way(FACTS['listed'], 'localhost') or way(FACTS['listed'], '127.0.0.2')",
    "way out: listed port by a number": "out = way(FACTS['listed'], '2130706433') or way(FACTS['listed'], '0x7f.1')",
    "way out: second request on one connection": (
        "one = proxy(); one.sendall(f'GET http://127.0.0.1:{FACTS[\"listed\"]}/ HTTP/1.1\\r\\n\\r\\n'.encode()"
        " + f'CONNECT 127.0.0.1:{FACTS[\"tcp\"]} HTTP/1.1\\r\\n\\r\\n'.encode()); drain(one); out = asked('tcp')"
    ),
    "way out: header that names another host": (
        'one = proxy(); one.sendall(f\'CONNECT 127.0.0.1:{FACTS["tcp"]} HTTP/1.1\\r\\nHost: 127.0.0.1:{FACTS["listed"]}\\r\\n\\r\\n\''
        ".encode()); out = b' 200 ' in drain(one)"
    ),
    "way out: an admission of its own": (
        "line = json.dumps({'rules': [{'scheme': 'https', 'host': '127.0.0.1', 'path_prefix': '/', 'port': FACTS['tcp']}],"
        " 'relays': [], 'private': []}).encode() + b'\\n'\n"
        "for fd in range(64):\n    quietly(os.write, fd, line) if fd not in (1, 2) else None\n"
        "for pid in others():\n    quietly(write, f'/proc/{pid}/fd/0', line)\n"
        "out = way(FACTS['tcp'])"
    ),
    "processes: trace": "out = libc.ptrace(0x4206, FACTS['session'], None, None) == 0",
    "processes: trace any": "out = any(libc.ptrace(0x4206, pid, None, None) == 0 for pid in others())",
    "processes: memory of others": "out = any(opens(f'/proc/{pid}/mem') for pid in others())",
    "processes: environment of others": "out = any(reads(f'/proc/{pid}/environ') for pid in others())",
    "processes: descriptors of others": "out = any(quietly(os.readlink, f'/proc/{pid}/fd/{fd}') for pid in others() for fd in range(16))",
    "processes: working folder of others": "out = any(quietly(os.readlink, f'/proc/{pid}/cwd') for pid in others())",
    "processes: take a descriptor": "out = any(syscall(438, pidfd(pid), 3, 0) >= 0 for pid in others())",
    "processes: copy memory": "out = any(syscall(310, pid, 0, 0, 0, 0, 0) >= 0 for pid in others())",
    "processes: end the session": "out = any(quietly(os.kill, pid, 0, fails=True) for pid in FACTS['pids'] if pid not in OWNS)",
    "processes: make others slow or first to go": (
        "out = any(quietly(write, f'/proc/{pid}/oom_score_adj', b'-900') for pid in others())"
        " or any(quietly(os.setpriority, 0, pid, -5) for pid in others())"
    ),
    "sockets: the session's line to the supervisor": "out = any(is_socket(fd) and quietly(os.write, fd, b'{}') for fd in range(3, 256))",
    "sockets: one that listens somewhere": "out = any(joins(path, socket.AF_UNIX) for path in sockets() if 'wayland' not in path)",
    "files: the session's home": "out = plants('/home/session/.cache') or plants('/home/session')",
    "files: code that the session will run": "out = any(plants(path) for path in sys.path if path) or plants('/ward') or plants('/caches')",
    "files: temporary folder": "out = plants('/tmp') or plants('/run/session')",
    "files: the machine's": "out = any(reads(path) for path in ('/etc/shadow', '/etc/machine-id', '/etc/hostname', '/root/.bashrc'))",
    "files: a mount": "out = libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0",
    "files: a mount in namespaces of its own": (
        "out = libc.unshare(0x10000000 | 0x00020000) == 0 and libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0"
    ),
    "files: another root": (
        "out = libc.unshare(0x10000000) == 0 and quietly(os.chroot, '/proc/1/root', fails=True) and reads('/etc/shadow')"
    ),
    "kernel: settings": "out = quietly(write, '/proc/sys/vm/drop_caches', b'0') or quietly(write, '/proc/sysrq-trigger', b'h')",
    "kernel: its log": "out = libc.klogctl(3, ctypes.create_string_buffer(4096), 4096) > 0 or opens('/dev/kmsg')",
    "kernel: keys": "out = syscall(248, b'user', b'planted', b'x', 1, -2) >= 0",
    "kernel: programs of its own": "out = syscall(321, 0, 0, 0) != -1 or ctypes.get_errno() not in (1, 38)",
    "kernel: become root": "out = quietly(os.setuid, 0, fails=True) or subprocess.run(['sudo', '-n', 'true'], **QUIET).returncode == 0",
    "devices: input": "out = any(opens('/dev/input/' + name) for name in os.listdir('/dev/input'))",
    "devices: screens and memory": (
        "out = any(opens('/dev/' + name) for name in ('fb0', 'mem', 'uinput', 'tty0', 'tty1', 'vcs', 'sda', 'vda', 'loop0'))"
    ),
    "surroundings: variables of the desktop": (
        "out = bool(set(os.environ) & {'DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'SSH_AUTH_SOCK', 'SWAYSOCK', 'NOTIFY_SOCKET', 'PLANTED'})"
    ),
    "time: outlives its visit": (
        "child = os.fork()\nif child == 0:\n    os.setsid()\n    if os.fork():\n        os._exit(0)\n"
        "    time.sleep(600)\nos.waitpid(child, 0)"
    ),
}
"""By family and name."""

WORDS = """
import ctypes, json, os, socket, stat, subprocess, sys, time
FACTS = json.loads(sys.argv[1])
ATTEMPTS = json.loads(sys.argv[2])
HOST = "127.0.0.1"
QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

def syscall(*words):
    return libc.syscall(*(ctypes.c_long(word) if isinstance(word, int) else word for word in words))

def quietly(what, *words, fails=False):
    try:
        got = what(*words)
        return True if fails else (got if got is not None else True)
    except OSError:
        return False

def joins(address, family=socket.AF_INET):
    with socket.socket(family) as one:
        one.settimeout(5)
        return quietly(one.connect, address, fails=True)

def send(port, host=HOST):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        quietly(one.sendto, b"escaped", (host, port))

def asked(which):
    # Whether the machine heard it is for the test outside to say.
    return False

def proxy():
    return socket.create_connection((HOST, 3128), 5)

def drain(one):
    one.settimeout(5)
    said = b""
    try:
        while data := one.recv(4096):
            said += data
            if b"\\r\\n\\r\\n" in said:
                break
    except OSError:
        pass
    return said

def way(port, host=HOST):
    with proxy() as one:
        one.sendall(f"CONNECT {host}:{port} HTTP/1.1\\r\\n\\r\\n".encode())
        return b" 200 " in drain(one)

def others():
    own = int(os.readlink("/proc/self"))
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (own, OWN)]

def joins_namespace(pid, kind):
    fd = quietly(os.open, f"/proc/{pid}/ns/{kind}", os.O_RDONLY)
    return fd is not False and libc.setns(fd, 0) == 0

def opens(path):
    fd = quietly(os.open, path, os.O_RDONLY | os.O_NONBLOCK)
    return fd is not False

def reads(path):
    return bool(quietly(lambda: open(path, "rb").read(64)))

def write(path, data):
    with open(path, "wb", buffering=0) as file:
        return file.write(data)

def plants(folder):
    return quietly(write, os.path.join(folder, "planted"), b"x")

def is_socket(fd):
    return quietly(lambda: stat.S_ISSOCK(os.fstat(fd).st_mode))

def pidfd(pid):
    fd = quietly(os.pidfd_open, pid)
    return -1 if fd is False else fd

def sockets():
    for top, folders, files in os.walk(FACTS["top"]):
        folders[:] = [name for name in folders if not (top == "/" and name in ("proc", "usr", "sys"))]
        yield from (path for path in (os.path.join(top, name) for name in files) if quietly(lambda: stat.S_ISSOCK(os.lstat(path).st_mode)))

OWN = int(os.readlink("/proc/self"))
OWNS = {1, os.getpid(), os.getpid() + 1} if os.getpid() < 10 else set()
answers = {}
for name, lines in ATTEMPTS.items():
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        out = False
        OWNS.add(os.getpid())
        try:
            exec(lines)
        except (OSError, ValueError):
            out = False
        os.write(writer, b"1" if out else b"0")
        os._exit(0)
    os.close(writer)
    answers[name] = os.read(reader, 1) == b"1"
    os.close(reader)
    os.waitpid(child, 0)
print("ANSWERS " + json.dumps(answers), flush=True)
"""

SESSION = """
import json, os, sys
from flexcare.visit.admission import from_line
from flexcare.visit.enclosure import start
line, program, facts, attempts, _link = sys.argv[1:]
facts = json.loads(facts)
facts["session"], facts["pids"] = os.getpid(), list(range(1, 40))
visit = start([sys.executable, "-P", "-c", program, json.dumps(facts), attempts])
visit.admit(from_line(line.encode()))
visit.process.wait()
left = [pid for pid in os.listdir("/proc") if pid.isdigit() and int(pid) not in (1, os.getpid(), os.getppid())]
print("LEFT", [open(f"/proc/{pid}/comm").read().strip() for pid in left])
"""

MUST_SUCCEED_OUTSIDE = 12


class Machine:
    """What is there to be reached on the machine, and whether it was."""

    def __init__(self, stack: ExitStack) -> None:
        self.tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.listed = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self.udp.bind(("127.0.0.1", 0))
        self.abstract = stack.enter_context(socket.socket(socket.AF_UNIX))
        self.name = f"flexcare-{uuid.uuid4()}"
        self.abstract.bind(f"\0{self.name}")
        self.abstract.listen()
        for one in (self.tcp, self.udp, self.abstract):
            one.setblocking(False)

    def facts(self) -> dict[str, object]:
        ports = {"tcp": self.tcp, "listed": self.listed, "udp": self.udp}
        own = {"session": os.getpid(), "pids": [os.getppid()], "abstract": self.name, "top": "/"}
        return {**{name: one.getsockname()[1] for name, one in ports.items()}, **own}

    def heard(self) -> set[str]:
        """By which ways it was reached."""
        ways = set()
        for name, reached in (("tcp", self.tcp.accept), ("udp", lambda: self.udp.recv(64)), ("abstract", self.abstract.accept)):
            try:
                got = reached()
            except BlockingIOError:
                continue
            if isinstance(got, tuple):
                got[0].close()
            ways.add(name)
        return ways


@pytest.fixture
def machine() -> Iterator[Machine]:
    with ExitStack() as stack:
        yield Machine(stack)


def answers_in(said: str) -> dict[str, bool]:
    line = next(line for line in said.splitlines() if line.startswith("ANSWERS "))
    answers: dict[str, bool] = json.loads(line.removeprefix("ANSWERS "))
    return answers


@pytest.mark.skipif(bool(missing_landlock()), reason=missing_landlock())
def test_a_taken_over_visit_is_held(inside: Inside, machine: Machine) -> None:
    port = machine.listed.getsockname()[1]
    line = Admission((AllowRule("https", "127.0.0.1", port=port), AllowRule("http", "127.0.0.1", port=port))).to_line().decode()
    ours, link = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, link:
        link.set_inheritable(True)
        words = [line, WORDS, json.dumps(machine.facts()), json.dumps(ATTEMPTS), str(link.fileno())]
        said = inside.start_python(SESSION, *words, pass_fds=[link.fileno()]).end()
        link.close()
        ours.setblocking(False)
        # The session itself says nothing on it here, so whatever comes is the visit's; b"" is its end.
        assert ours.recv(64) == b""
    assert {name for name, got_out in answers_in(said).items() if got_out} == set()
    assert machine.heard() == set()
    assert "LEFT []" in said


def test_the_attempts_are_worth_something(machine: Machine, tmp_path: Path) -> None:
    harmless = {name: lines for name, lines in ATTEMPTS.items() if not name.startswith(("time", "kernel", "files: a mount", "way out"))}
    # Nothing of the machine that the tests run on is touched: what would plant or hurt is left out.
    harmless = {name: lines for name, lines in harmless.items() if "plants" not in lines and "oom" not in lines and "trace" not in name}
    environment = {**os.environ, "PLANTED": "1"}
    with tempfile.TemporaryDirectory(prefix="fc-") as folder, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{folder}/here")
        listening.listen()
        # Not the whole machine's sockets, which other tests wait at.
        facts = {**machine.facts(), "top": folder}
        command = [sys.executable, "-P", "-c", WORDS, json.dumps(facts), json.dumps(harmless)]
        done = subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=4 * PATIENCE_S)
    succeeded = {name for name, got_out in answers_in(done.stdout).items() if got_out}
    assert len(succeeded) >= MUST_SUCCEED_OUTSIDE, sorted(set(harmless) - succeeded)
    assert machine.heard() == {"tcp", "udp", "abstract"}
