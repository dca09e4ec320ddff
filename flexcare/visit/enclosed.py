"""What becomes of the process that a visit runs in: its namespaces, its first process, and at last the visit's command."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path

from flexcare.session.landlock import confine_thread, confine_writing, missing_landlock
from flexcare.visit.namespaces import end_with, enter

PROXY_HOST, PROXY_PORT = "127.0.0.1", 3128
"""Where the way out is. The same for every visit: its network holds nothing else."""

FAILED = 125
SHARED_MEMORY = "/dev/shm"


def become_enclosed(command: list[str], passed: list[int], home: Path, report: socket.socket, parent: int) -> None:
    """Run the command enclosed, and end with its exit code. Returns never; raises OSError before anything was run.

    The listening socket of the way out is made in the new network and handed out through `report`, to whoever is in the old one.
    """
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    enter()
    end_with(parent)
    with socket.create_server((PROXY_HOST, PROXY_PORT), backlog=64) as listener:
        socket.send_fds(report, [b"listener"], [listener.fileno()])
    report.close()
    own = os.pidfd_open(os.getpid())
    first = os.fork()
    if first == 0:
        try:
            end_with(own)
            _be_first(command, passed, home)
        except OSError as error:
            report_failure(error)
        os._exit(FAILED)
    _close_all(passed)
    os._exit(_code(os.waitpid(first, 0)[1]))


def _be_first(command: list[str], passed: list[int], home: Path) -> None:
    """The first process of the namespace: when it ends, the kernel ends all others."""
    if not missing_landlock():
        confine_thread()
        confine_writing([home, Path(SHARED_MEMORY), Path("/dev"), Path("/proc")])
    visit = os.fork()
    if visit == 0:
        for descriptor in passed:
            os.set_inheritable(descriptor, True)
        os.execvpe(command[0], command, surroundings(home))
    _close_all(passed)
    while True:
        pid, status = os.wait()
        if pid == visit:
            os._exit(_code(status))


def surroundings(home: Path) -> dict[str, str]:
    """The session's environment with places of the visit's own, and with the display by its whole path."""
    variables = dict(os.environ)
    display = Path(variables.get("XDG_RUNTIME_DIR", "/"), variables.get("WAYLAND_DISPLAY", "wayland-0"))
    return {
        **variables,
        "HOME": str(home),
        "TMPDIR": str(home),
        "WAYLAND_DISPLAY": str(display),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_STATE_HOME": str(home / "state"),
    }


def report_failure(error: OSError) -> None:
    """Say why there is no enclosure; without one there is no visit."""
    print(f"a web visit cannot be enclosed: {error.strerror}", file=sys.stderr, flush=True)


def _close_all(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _code(status: int) -> int:
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code
