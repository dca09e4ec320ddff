"""What a hostile program in a session can reach of the machine: nothing that is not the session's own."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import uuid
from pathlib import Path

import pytest

from flexcare.session.landlock import missing_landlock
from tests.helpers.sandboxed import Inside

IPC_PRIVATE, IPC_CREAT, IPC_RMID = 0, 0o1000, 0  # sys/ipc.h

CONNECT_ABSTRACT = """
import socket, sys
other = socket.socket(socket.AF_UNIX)
try:
    other.connect(chr(0) + sys.argv[1])
    print("connected")
except OSError as error:
    print(type(error).__name__)
"""

FIND_SOCKETS = """
import os, stat
for top, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if not (top == "/" and name in ("proc", "usr"))]
    for name in files:
        path = os.path.join(top, name)
        if stat.S_ISSOCK(os.lstat(path).st_mode):
            print(path)
"""

DEVICES = """
import os, stat
for top, folders, files in os.walk("/dev"):
    for name in files:
        path = os.path.join(top, name)
        if not os.path.islink(path):
            print(path)
"""

ABSENT = (
    *(
        "/etc/machine-id",
        "/etc/hostname",
        "/etc/shadow",
        "/etc/sudoers",
        "/etc/ssh",
        "/etc/ssl/private",
        "/etc/NetworkManager",
        "/etc/environment",
    ),
    *("/var/lib", "/var/log", "/var/spool", "/root", "/srv", "/mnt", "/media", "/opt", "/boot", "/sys/kernel", "/sys/fs", "/sys/firmware"),
    *(
        "/run/dbus",
        "/run/user",
        "/run/systemd",
        "/run/udev",
        "/tmp/.X11-unix",
        "/dev/input",
        "/dev/mem",
        "/dev/kmsg",
        "/dev/uinput",
        "/dev/fuse",
    ),
)


def test_no_process_of_the_machine_is_seen(inside: Inside) -> None:
    pids = inside.run("sh", "-c", "ls /proc").split()
    assert len([name for name in pids if name.isdigit()]) <= 3
    seen = inside.python(f"import os\ntry:\n    os.kill({os.getpid()}, 0)\nexcept OSError as error:\n    print(type(error).__name__)")
    assert seen == "ProcessLookupError\n" or os.getpid() < 5


def test_nothing_private_of_the_machine_is_there(inside: Inside) -> None:
    code = inside.sandbox.code
    absent = [path for path in ABSENT if not any(each.is_relative_to(path) for each in code)]
    said = inside.run("sh", "-c", 'for path; do if [ -e "$path" ]; then echo "$path"; fi; done; echo done', "sh", *absent)
    assert said == "done\n"


def test_home_is_the_sessions_alone(inside: Inside) -> None:
    known = {"session", *(path.parts[2] for path in inside.sandbox.code if path.parts[1] == "home")}
    assert set(inside.run("ls", "-A", "/home").split()) <= known


def test_the_display_is_the_only_socket(inside: Inside) -> None:
    assert inside.python(FIND_SOCKETS) == "/run/session/wayland-0\n"


def test_no_way_to_the_desktop_is_told(inside: Inside) -> None:
    names = {line.split("=")[0] for line in inside.run("env").splitlines()}
    assert not names & {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "XAUTHORITY", "SSH_AUTH_SOCK", "SWAYSOCK"}


def test_only_harmless_devices_are_there(inside: Inside) -> None:
    harmless = {f"/dev/{name}" for name in ("null", "zero", "full", "random", "urandom", "tty", "pts/ptmx")}
    for_playing = {str(node) for node in inside.sandbox.devices().nodes}
    assert set(inside.python(DEVICES).split()) - for_playing == harmless


@pytest.mark.skipif(bool(missing_landlock()), reason=missing_landlock())
def test_no_abstract_socket_of_the_machine_can_be_reached(inside: Inside) -> None:
    name = f"flexcare-{uuid.uuid4()}"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"\0{name}")
        listener.listen()
        with socket.socket(socket.AF_UNIX) as outside:
            outside.connect(f"\0{name}")
        assert inside.python(CONNECT_ABSTRACT, name) == "PermissionError\n"


@pytest.mark.skipif(bool(missing_landlock()), reason=missing_landlock())
def test_two_sessions_do_not_reach_each_other(inside: Inside) -> None:
    name = f"flexcare-{uuid.uuid4()}"
    serve = (
        "import socket, sys, time\ns = socket.socket(socket.AF_UNIX)\ns.bind(chr(0) + sys.argv[1])\ns.listen()\n"
        "print('ready')\ntime.sleep(60)"
    )
    running = inside.start_python(serve, name)
    running.until("ready")
    assert inside.python(CONNECT_ABSTRACT, name) == "PermissionError\n"


def test_the_first_process_tells_nothing_of_the_machine(inside: Inside) -> None:
    said = inside.run("sh", "-c", "tr '\\0' '\\n' < /proc/1/cmdline; cat /proc/1/environ | tr '\\0' '\\n'")
    assert str(inside.sandbox.ward) not in said
    assert not set(said.split()) & {f"{name}={value}" for name, value in os.environ.items() if name in ("HOME", "USER", "LOGNAME", "PWD")}


def test_the_machines_shared_memory_is_not_the_sessions(inside: Inside) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.ExitStack() as stack:
        planted = Path("/dev/shm", f"flexcare-{uuid.uuid4()}")
        planted.write_text("planted")
        stack.callback(planted.unlink)
        segment = libc.shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0o600)
        assert segment >= 0
        stack.callback(libc.shmctl, segment, IPC_RMID, None)
        assert len(Path("/proc/sysvipc/shm").read_text().splitlines()) > 1
        assert inside.run("sh", "-c", "ls -A /dev/shm; tail -n +2 -q /proc/sysvipc/*; echo done") == "done\n"
