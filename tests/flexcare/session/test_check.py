from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.errors import SandboxUnusable
from flexcare.session.check import check, translated
from flexcare.session.sandbox import Sandbox

CHECK = """
from flexcare.errors import SandboxUnusable
from flexcare.session.check import check
from tests.helpers.sandboxed import small_sandbox
with small_sandbox() as sandbox:
    try:
        check(sandbox)
        print("usable")
    except SandboxUnusable as error:
        print(error)
"""


def in_namespace(shell: str) -> str:
    """What the check says inside namespaces that `shell` has prepared."""
    command = ["unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "sh", "-ec", f'{shell}; exec "$@"', "sh"]
    return subprocess.run([*command, sys.executable, "-c", CHECK], capture_output=True, text=True, check=True).stdout


def test_a_machine_that_can_is_told_what_it_cannot(sandbox: Sandbox) -> None:
    assert all(isinstance(reason, str) and reason for reason in check(sandbox))


def test_no_display_is_needed(sandbox: Sandbox) -> None:
    sandbox.display.unlink()
    check(sandbox)


def test_a_missing_ward_is_named(sandbox: Sandbox) -> None:
    nowhere = sandbox.ward / "nowhere"
    with pytest.raises(SandboxUnusable, match=f"cannot read {nowhere}"):
        check(replace(sandbox, ward=nowhere))


def test_a_ward_that_may_not_be_read_is_named(sandbox: Sandbox) -> None:
    sandbox.ward.chmod(0o300)
    with pytest.raises(SandboxUnusable, match=f"the session's user cannot read {sandbox.ward}"):
        check(sandbox)


def test_missing_bubblewrap_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxUnusable, match="install bubblewrap"):
        check(sandbox)


def test_forbidden_namespaces_are_told_with_the_setting() -> None:
    said = in_namespace("mount -t proc proc /proc; echo 0 > /proc/sys/user/max_user_namespaces")
    assert "forbids the namespaces of a session" in said
    assert "user.max_user_namespaces=0" in said


def test_a_proc_that_cannot_be_mounted_is_told() -> None:
    said = in_namespace("mount -t proc proc /proc; mount -t tmpfs none /proc/tty")
    assert "forbids the mounts of a session" in said
    assert "/proc uncovered" in said


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("bwrap: setting up uid map: Permission denied", "forbids the namespaces"),
        ("bwrap: No permissions to create new namespace, likely because the kernel does not allow it", "forbids the namespaces"),
        ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "forbids the mounts"),
        ("bwrap: Can't find source path /x/y: Permission denied", "cannot read /x/y"),
        ("bwrap: something new", "something new"),
    ],
)
def test_bubblewraps_words_are_translated(words: str, reason: str, sandbox: Sandbox) -> None:
    assert reason in str(translated(words, sandbox))
