from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from flexcare.session.leftovers import Leftovers, leftovers
from flexcare.session.memory import new_memory
from tests.helpers.sandboxed import PATIENCE_S, Inside

HOLD = "import sys; print('ready', flush=True); sys.stdin.read()"
NESTED = "echo ready; exec unshare --user --map-root-user --pid --fork --kill-child sh -c 'echo deep; sleep 60; true'"


def identity(descriptor: int) -> tuple[int, int]:
    found = os.fstat(descriptor)
    return found.st_dev, found.st_ino


def test_nothing_of_nothing() -> None:
    assert not leftovers(None, None, ())
    assert not Leftovers(unread=(1,))


def test_a_living_session_is_found_whole(inside: Inside) -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        running = inside.start("sh", "-c", "echo ready; exec sleep 60", pass_fds=[theirs.fileno()])
        running.until("ready")
        launched, link = running.launched, identity(theirs.fileno())
        theirs.close()
        found = leftovers(launched.pid_namespace, launched.mount_namespace, {link})
        assert launched.init_pid in found.processes
        assert len(found.processes) == 2
        assert found.mounts == found.processes
        assert {pid for pid, _ in found.descriptors} <= set(found.processes)
        assert found.descriptors
        launched.kill()
        assert launched.wait(PATIENCE_S)
        assert not leftovers(launched.pid_namespace, launched.mount_namespace, {link})


def test_a_namespace_below_belongs_to_it(inside: Inside) -> None:
    running = inside.start("sh", "-c", NESTED)
    running.until("deep")
    found = leftovers(running.launched.pid_namespace, None, ())
    names = {os.stat(f"/proc/{pid}/ns/pid").st_ino for pid in found.processes}  # noqa: PTH116
    assert len(names) == 2
    assert all(running.launched.contains(pid) for pid in found.processes)


def test_somebody_who_still_holds_the_memory_is_found() -> None:
    memory = new_memory()
    with subprocess.Popen([sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=[memory]) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        key = identity(memory)
        assert leftovers(None, None, {key}).descriptors == ((os.getpid(), memory), (holder.pid, memory))
        os.close(memory)
        assert leftovers(None, None, {key}).descriptors == ((holder.pid, memory),)
        holder.communicate()
    assert not leftovers(None, None, {key})


@pytest.mark.skipif(os.getuid() != 0, reason="only root can enter a session's mount namespace")
def test_somebody_who_entered_its_mounts_is_found(inside: Inside) -> None:
    running = inside.start("sh", "-c", "echo ready; exec sleep 60")
    running.until("ready")
    launched = running.launched
    enter = ["nsenter", "--target", str(launched.init_pid), "--mount"]
    with subprocess.Popen([*enter, "sh", "-c", "echo ready; read _"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as survivor:
        assert survivor.stdout is not None
        assert survivor.stdout.readline() == b"ready\n"
        launched.kill()
        assert launched.wait(PATIENCE_S)
        found = leftovers(launched.pid_namespace, launched.mount_namespace, ())
        assert (found.processes, found.mounts) == ((), (survivor.pid,))
        survivor.communicate(b"\n")
    assert not leftovers(launched.pid_namespace, launched.mount_namespace, ())
