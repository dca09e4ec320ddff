from __future__ import annotations

import contextlib
import os
import platform
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from flexcare.errors import SandboxUnusable
from flexcare.session.launch import launch
from flexcare.session.leftovers import leftovers
from flexcare.session.sandbox import Sandbox
from tests.helpers.descriptors import open_descriptors
from tests.helpers.sandboxed import PATIENCE_S, Inside

SCATTER = """
import os, signal, time
reader, writer = os.pipe()
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            os.write(writer, b"!")
            time.sleep(600)
        os._exit(0)
for _ in range(3):
    os.wait()
    os.read(reader, 1)
print("scattered")
time.sleep(600)
"""

LAUNCHER = """
import sys, threading
from flexcare.session.launch import launch
from tests.helpers.sandboxed import small_sandbox
with small_sandbox(sys.argv[2]) as sandbox:
    pipe = int(sys.argv[1])
    launched = launch(sandbox, ["sh", "-c", "sleep 600 & echo ready; exec sleep 600"], pass_fds=[pipe], output=1, on_end=print)
    print(launched.init_pid, launched.pid_namespace, launched.mount_namespace, flush=True)
    threading.Event().wait()
"""

AS_SOMEBODY_ELSE = """
from dataclasses import replace
from flexcare.errors import SandboxUnusable
from flexcare.session.launch import launch
from tests.helpers.sandboxed import small_sandbox
with small_sandbox() as sandbox:
    try:
        launch(replace(sandbox, user=54321), ["true"], output=1, on_end=print)
    except SandboxUnusable as error:
        print(error)
"""


def zombies() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if child.status() == psutil.STATUS_ZOMBIE]


def test_the_exit_code_is_told_once_and_everything_said_is_heard(inside: Inside) -> None:
    running = inside.start("sh", "-c", "echo out; echo err >&2; exit 7")
    assert running.end() == "out\nerr\n"
    assert running.codes == [7]


def test_nothing_can_be_read(inside: Inside) -> None:
    assert inside.run("sh", "-c", "cat; echo end") == "end\n"


def test_killing_it_empties_all_of_it_and_leaves_no_zombie(inside: Inside) -> None:
    running = inside.start_python(SCATTER)
    running.until("scattered")
    launched = running.launched
    assert len(leftovers(launched.pid_namespace, launched.mount_namespace, ()).processes) == 5
    launched.kill()
    assert launched.wait(PATIENCE_S)
    assert not leftovers(launched.pid_namespace, launched.mount_namespace, ())
    assert running.codes == [128 + signal.SIGKILL]
    assert zombies() == []


def test_killing_what_has_ended_is_harmless(inside: Inside) -> None:
    running = inside.start("true")
    running.end()
    running.launched.kill()
    assert running.codes == [0]


def test_windows_are_known_by_the_namespace_of_their_process(inside: Inside) -> None:
    running = inside.start("sh", "-c", "sleep 60 & echo ready; wait")
    running.until("ready")
    launched = running.launched
    everything = leftovers(launched.pid_namespace, None, ()).processes
    assert len(everything) == 3
    assert all(launched.contains(pid) for pid in everything)
    assert not launched.contains(os.getpid())
    assert not launched.contains(2**22 + 1)
    launched.kill()
    assert launched.wait(PATIENCE_S)
    assert not launched.contains(launched.init_pid)


def test_it_ends_with_the_program_that_started_it() -> None:
    alive, held = os.pipe()
    with os.fdopen(alive, "rb") as pipe, started_launcher(held) as launcher:
        assert launcher.stdout is not None
        lines = {launcher.stdout.readline(), launcher.stdout.readline()} - {"ready\n"}
        init, pids, mounts = map(int, lines.pop().split())
        with os.fdopen(os.pidfd_open(init), "rb", buffering=0) as death:
            assert len(leftovers(pids, mounts, ()).processes) == 3
            launcher.kill()
            assert select.select([death], [], [], PATIENCE_S)[0]
        # The pipe ends when nobody of the session holds it any more.
        assert select.select([pipe], [], [], PATIENCE_S)[0]
        assert pipe.read() == b""


@contextlib.contextmanager
def started_launcher(held: int) -> Iterator[subprocess.Popen[str]]:
    # What it makes is not taken away by itself when it is killed.
    with tempfile.TemporaryDirectory(prefix="fc-") as folder:
        command = [sys.executable, "-c", LAUNCHER, str(held), folder]
        launcher = subprocess.Popen(command, pass_fds=[held], stdout=subprocess.PIPE, text=True)
        os.close(held)
        with launcher:
            try:
                yield launcher
            finally:
                launcher.kill()


def test_no_core_is_dumped_and_the_kernel_ends_it_first(inside: Inside) -> None:
    crash = "import os, signal; print(open('/proc/self/oom_score_adj').read(), flush=True); os.kill(os.getpid(), signal.SIGSEGV)"
    running = inside.start(
        sys.executable, "-c", f"import subprocess; print(subprocess.run([{sys.executable!r}, '-c', {crash!r}]).returncode)"
    )
    assert running.end().split() == ["1000", str(-signal.SIGSEGV)]
    limits = inside.run("cat", "/proc/self/limits")
    assert [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core")] == [["1", "1"]]


def test_several_at_once_do_not_see_each_other(inside: Inside) -> None:
    first, second = (inside.start("sh", "-c", "echo ready; exec sleep 60") for _ in range(2))
    for running in (first, second):
        running.until("ready")
    assert first.launched.pid_namespace != second.launched.pid_namespace
    first.launched.kill()
    assert first.launched.wait(PATIENCE_S)
    assert len(leftovers(second.launched.pid_namespace, None, ()).processes) == 2
    assert second.codes == []


def test_without_bubblewrap_it_says_what_to_install(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxUnusable, match="bubblewrap is missing"):
        launch(sandbox, ["true"], output=1, on_end=print)


def test_what_cannot_be_filled_is_refused_or_ends_and_leaves_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    """Bubblewrap finds out at a moment of its own that the ward is missing: while it is limited, when it is let go, or later."""
    descriptors = open_descriptors()
    children = psutil.Process().children()
    refusals: set[str] = set()
    with (tmp_path / "said").open("wb") as output:
        for _ in range(40):
            codes: list[int] = []
            try:
                nowhere = replace(sandbox, ward=sandbox.ward / "nowhere")
                launched = launch(nowhere, ["true"], output=output.fileno(), on_end=codes.append)
            except SandboxUnusable as error:
                refusals.add(error.what)
            else:
                assert launched.wait(PATIENCE_S)
                assert codes == [1]
                del launched
    assert refusals <= {"bubblewrap ended before the session began"}
    assert psutil.Process().children() == children
    assert open_descriptors() <= descriptors


@pytest.mark.skipif(os.getuid() != 0, reason="a user has no such rights to lose")
@pytest.mark.parametrize("right", ["kill", "setuid", "setgid"])
def test_it_starts_nothing_that_it_could_not_end(right: str) -> None:
    command = ["setpriv", f"--bounding-set=-{right}", f"--inh-caps=-{right}", sys.executable, "-c", AS_SOMEBODY_ELSE]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "cannot run as user 54321 from here" in said
    assert f"CAP_{right.upper()}" in said


def test_without_rights_it_is_nobody_else(sandbox: Sandbox) -> None:
    if os.getuid() == 0:
        pytest.skip("root has them")
    with pytest.raises(SandboxUnusable, match="cannot run as user 54321 from here"):
        launch(replace(sandbox, user=54321), ["true"], output=1, on_end=print)


def test_no_descriptor_stays_open_here(sandbox: Sandbox, tmp_path: Path) -> None:
    before = open_descriptors()
    with (tmp_path / "said").open("wb") as output:
        for _ in range(3):
            assert launch(sandbox, ["true"], output=output.fileno(), on_end=lambda _: None).wait(PATIENCE_S)
    assert open_descriptors() <= before


def test_its_name_is_nobody_elses_while_somebody_may_ask(sandbox: Sandbox, tmp_path: Path) -> None:
    with (tmp_path / "said").open("wb") as output:
        kept = [launch(sandbox, ["true"], output=output.fileno(), on_end=lambda _: None) for _ in range(6)]
        assert all(launched.wait(PATIENCE_S) for launched in kept)
        kept += [launch(sandbox, ["true"], output=output.fileno(), on_end=lambda _: None) for _ in range(6)]
        assert all(launched.wait(PATIENCE_S) for launched in kept)
    assert len({launched.pid_namespace for launched in kept}) == 12
    if tuple(map(int, platform.release().split(".")[:2])) >= (6, 11):
        assert len({launched.mount_namespace for launched in kept}) == 12
