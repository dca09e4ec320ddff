from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.session.control_groups import PREFIX, make_groups, own_hierarchies
from tests.helpers.sandboxed import PATIENCE_S, SMALL, Inside

MAKE_AND_DIE = """
import os, signal
from flexcare.session.control_groups import make_groups
groups, _ = make_groups(2**29, 128)
print(*(group.folder for group in groups), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def folders_of(pid: int) -> set[Path]:
    """The control groups made for a session that this process is in, in every hierarchy that is mounted in the usual place."""
    paths = [line.rstrip("\n").split(":", 2)[1:] for line in Path(f"/proc/{pid}/cgroup").read_text().splitlines()]
    found = {Path("/sys/fs/cgroup", names, path.lstrip("/")) for names, path in paths if PREFIX in path}
    return {folder for folder in found if folder.exists()}


def test_groups_hold_a_session_and_go_with_it(inside: Inside) -> None:
    running = inside.start("sh", "-c", "echo ready; exec sleep 60")
    running.until("ready")
    folders = folders_of(running.launched.init_pid)
    missing = running.launched.unheld
    if not any("control group" in reason for reason in missing):
        assert folders
        limits = {file.read_text().strip() for folder in folders for file in folder.glob("*") if file.name in ("pids.max", "memory.max")}
        assert str(SMALL.tasks_max) in limits
    running.launched.kill()
    assert running.launched.wait(PATIENCE_S)
    assert [folder for folder in folders if folder.exists()] == []


def test_a_session_is_not_in_the_group_before_it_begins_and_all_of_it_is_after(inside: Inside) -> None:
    running = inside.start("sh", "-c", "cat /proc/self/cgroup; echo ready; exec sleep 60")
    said = running.until("ready")
    ours = Path("/proc/self/cgroup").read_text()
    assert PREFIX not in ours
    grouped = not all("control group" in reason for reason in running.launched.unheld) or not running.launched.unheld
    assert (PREFIX in said) == grouped


def test_what_could_not_be_had_is_told(inside: Inside) -> None:
    running = inside.start("cat", "/proc/self/limits")
    limits = {line[:25].strip(): line[26:].split()[0] for line in running.end().splitlines()}
    by_group = {
        name: not any(f"limits {name}" in reason for reason in running.launched.unheld) for name in ("memory", "the number of tasks")
    }
    assert (limits["Max data size"] == "unlimited") == by_group["memory"]
    if not by_group["the number of tasks"] and os.getuid() != 0:
        assert limits["Max processes"] == str(SMALL.tasks_max)


@pytest.mark.skipif(os.getuid() != 0, reason="making a control group takes root where none was delegated")
def test_groups_of_a_program_that_was_killed_are_taken_away_by_the_next() -> None:
    made = subprocess.run([sys.executable, "-c", MAKE_AND_DIE], stdout=subprocess.PIPE, text=True, check=False).stdout.split()
    groups, missing = make_groups(2**29, 128)
    for group in groups:
        group.remove()
    assert made or missing
    assert [folder for folder in (*map(Path, made), *(group.folder for group in groups)) if folder.exists()] == []


HYBRID = """\
31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw
35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
39 31 0:36 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids
41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
"""
IN_A_CONTAINER = "35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro,nosuid master:17 - cgroup cgroup rw,memory\n"
UNIFIED = "29 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot\n"


@pytest.mark.parametrize(
    ("mountinfo", "own_groups", "expected"),
    [
        (
            HYBRID,
            "8:pids:/\n4:memory:/a/b\n0::/\n",
            {"/sys/fs/cgroup/memory/a/b": ("memory",), "/sys/fs/cgroup/pids": ("pids",), "/sys/fs/cgroup/unified": None},
        ),
        (IN_A_CONTAINER, "4:memory:/docker/abc/mine\n0::/\n", {"/sys/fs/cgroup/memory/mine": ("memory",)}),
        (IN_A_CONTAINER, "4:memory:/\n", {}),
        (UNIFIED, "0::/system.slice/flexcare.service\n", {"/sys/fs/cgroup/system.slice/flexcare.service": None}),
        (UNIFIED, "4:memory:/\n", {}),
        ("", "", {}),
    ],
)
def test_our_own_groups_are_found_where_they_are_mounted(
    mountinfo: str, own_groups: str, expected: dict[str, tuple[str, ...] | None]
) -> None:
    found = own_hierarchies(mountinfo, own_groups)
    assert {str(each.own) for each in found} == set(expected)
    assert all(expected[str(each.own)] in (None, each.controllers) for each in found)
