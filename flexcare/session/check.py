"""Finds out before anything is shown whether a session can be closed in here, by closing something in; and says why not."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flexcare.errors import SandboxUnusable
from flexcare.session.launch import Confined, launch
from flexcare.session.sandbox import WARD, Sandbox

TIMEOUT_S = 20.0
SAID_MAX_BYTES = 4096

PROBE = """
for folder; do
    if ! [ -r "$folder" ] || ! [ -x "$folder" ]; then echo "unreadable: $folder"; exit 1; fi
done
"""

FORBIDDING = {
    "kernel/unprivileged_userns_clone": "0",
    "user/max_user_namespaces": "0",
    "user/max_pid_namespaces": "0",
    "user/max_mnt_namespaces": "0",
    "kernel/apparmor_restrict_unprivileged_userns": "1",
}
"""Settings of the kernel below /proc/sys, with the value that forbids a session's namespaces."""

NAMESPACE_WORDS = ("namespace", "uid map", "gid map", "setgroups", "prctl", "capabilities", "loopback")
MOUNT_WORDS = ("mount", "remount", "pivot_root")


def check(sandbox: Sandbox) -> tuple[str, ...]:
    """Run something trivial in this sandbox; what of the confinement this machine cannot give, in words.

    Needs no display. Raises SandboxUnusable with the reason and the cure.
    """
    readable = [WARD, *map(str, sandbox.code)]
    with _pipe() as (said, say):
        # There is no screen yet when this is asked.
        probed = replace(sandbox, display=Path("/dev/null"))
        try:
            launched = launch(probed, ["/bin/sh", "-c", PROBE, "probe", *readable], output=say, on_end=_ignore)
        except SandboxUnusable as error:
            words = _read(said)
            raise (translated(words, sandbox) if words else error) from error
        _await(launched)
        words = _read(said)
    if words:
        raise translated(words, sandbox)
    return launched.unheld


def _ignore(_code: int) -> None:
    """What was said tells more than the exit code."""


def translated(words: str, sandbox: Sandbox) -> SandboxUnusable:
    """The last words of bubblewrap as a reason and a cure."""
    words = words.strip().splitlines()[-1].removeprefix("bwrap: ")
    path = re.search(r"(?:unreadable:|source path|Can't find|Can't open) (/\S*[^\s:])", words)
    if path:
        who = f"user {sandbox.user}" if sandbox.user is not None else "the session's user"
        place = str(sandbox.ward) if path[1] == WARD else path[1]
        return SandboxUnusable(f"{who} cannot read {place}", cure="make it and every folder above it readable")
    if any(word in words for word in NAMESPACE_WORDS):
        found = [f"{name.replace('/', '.')}={value}" for name, value in FORBIDDING.items() if _setting(name) == value]
        cure = f"change the kernel's setting {', '.join(found)}" if found else "allow user namespaces here; a container may forbid them"
        return SandboxUnusable(f"this machine forbids the namespaces of a session: {words}", cure=cure)
    if any(word in words.lower() for word in MOUNT_WORDS):
        return SandboxUnusable(
            f"this machine forbids the mounts of a session: {words}",
            cure="run outside the container, or in one that leaves /proc uncovered",
        )
    return SandboxUnusable(f"bubblewrap cannot make a session: {words}")


def _setting(name: str) -> str:
    path = Path("/proc/sys", name)
    return path.read_text().strip() if path.exists() else ""


def _await(launched: Confined) -> None:
    if not launched.wait(TIMEOUT_S):
        launched.kill()
        launched.wait(TIMEOUT_S)
        raise SandboxUnusable("a trivial command in the sandbox does not end")


@contextmanager
def _pipe() -> Iterator[tuple[int, int]]:
    said, say = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        yield said, say
    finally:
        os.close(said)
        os.close(say)


def _read(said: int) -> str:
    ready, _, _ = select.select([said], [], [], 0)
    return os.read(said, SAID_MAX_BYTES).decode(errors="replace").strip() if ready else ""
