import os
import signal
import subprocess
from pathlib import Path

import psutil
import pytest

from tests.deploy.world import ROOT, plain_environment, run
from tests.helpers.processes import command_of

SECONDS_OF_THE_ORPHAN = "98765"  # found again by it among all processes: the tests' namespace has pids of its own


def command(*arguments: str) -> list[str]:
    return [str(ROOT / "deploy" / "test"), *arguments]


def place(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A folder for temporary files that has to be empty afterwards, and the environment that names it."""
    folder = tmp_path / "t"
    folder.mkdir()
    return folder, {"TMPDIR": str(folder)}


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_good_test_and_no_network(tmp_path: Path) -> None:
    temporary, environment = place(tmp_path)
    good = write(
        tmp_path / "test_good.py",
        "import os, socket, subprocess\n"
        "import pytest\n"
        "def test_loopback_only():\n"
        "    with socket.create_server(('127.0.0.1', 0)) as server:\n"
        "        socket.create_connection(server.getsockname()).close()\n"
        "    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out, pytest.raises(OSError, match='unreachable'):\n"
        "        out.connect(('192.0.2.1', 9))\n"
        "    subprocess.run(['unshare', '--user', '--map-root-user', '--net', 'true'], check=True)\n"
        "    subprocess.run(['bwrap', '--unshare-all', '--ro-bind', '/', '/', '--proc', '/proc', 'true'], check=True)\n"
        "def test_the_first_process_can_be_looked_at():\n"
        "    assert os.readlink('/proc/1/ns/net') == os.readlink('/proc/self/ns/net')\n"
        "def test_leaves_a_file(tmp_path):\n"
        "    (tmp_path / 'left').mkdir(mode=0o500)\n"
        "    assert os.environ['TMPDIR'] in str(tmp_path)\n",
    )
    found = run(command(good), environment=environment)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 passed" in found.stdout
    assert found.stdout.splitlines()[-1].startswith("deploy/test: all is well (tests)")
    assert list(temporary.iterdir()) == []


def test_paths_count_from_the_callers_folder(tmp_path: Path) -> None:
    write(tmp_path / "test_two.py", "def test_one(): pass\ndef test_two(): pass\n")
    found = run(command("test_two.py::test_two"), cwd=tmp_path)
    assert "1 passed" in found.stdout, found.stdout + found.stderr


def test_a_failing_test_is_a_failure(tmp_path: Path) -> None:
    found = run(command(write(tmp_path / "test_bad.py", "def test_bad(): assert not 'this is wrong'\n")))
    assert found.returncode == 1
    assert "this is wrong" in found.stdout
    assert "1 failed" in found.stdout
    assert found.stdout.splitlines()[-1] == "deploy/test: FAILED: tests"


def test_no_test_at_all_is_a_failure(tmp_path: Path) -> None:
    found = run(command(write(tmp_path / "test_none.py", "")))
    assert found.returncode == 1
    assert "exit code 5" in found.stdout
    assert found.stdout.splitlines()[-1] == "deploy/test: FAILED: tests"


@pytest.mark.parametrize("word", ["tests/nothing_here.py", "--al"])
def test_words_that_mean_nothing(word: str) -> None:
    found = run(command(word))
    assert found.returncode == 2
    assert word in found.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_ended_from_outside_it_leaves_nothing(tmp_path: Path, number: signal.Signals, code: int) -> None:
    temporary, environment = place(tmp_path)
    started = tmp_path / "started"
    os.mkfifo(started)
    slow = write(
        tmp_path / "test_slow.py",
        "import pathlib, subprocess\n"
        "def test_slow():\n"
        f"    orphan = subprocess.Popen(['setsid', 'sleep', '{SECONDS_OF_THE_ORPHAN}{os.getpid()}'])\n"
        f"    pathlib.Path({str(started)!r}).write_text('started')\n"
        "    orphan.wait()\n",
    )
    # A background job's children ignore Ctrl-C, and the tests may be one; what a person starts does not.
    with subprocess.Popen(
        ["env", "--default-signal=INT", *command(slow)],
        env=plain_environment() | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        assert started.read_text(encoding="utf-8") == "started"  # waits until the test writes
        running.send_signal(number)
    assert running.returncode == code
    assert list(temporary.iterdir()) == []
    orphans = [process.pid for process in psutil.process_iter() if f"{SECONDS_OF_THE_ORPHAN}{os.getpid()}" in command_of(process)]
    assert orphans == []


def test_tests_of_a_group_never_run_beside_each_other(tmp_path: Path) -> None:
    """Two booted tablets at once, or two packages built in one place, are slow and in each other's way."""
    _, environment = place(tmp_path)
    grouped = write(
        tmp_path / "test_grouped.py",
        "import os, pathlib, pytest\n"
        "pytestmark = pytest.mark.xdist_group('one')\n"
        "@pytest.mark.parametrize('number', range(8))\n"
        f"def test_where(number): pathlib.Path({str(tmp_path)!r}, os.environ['PYTEST_XDIST_WORKER']).touch()\n",
    )
    found = run(command(grouped), environment=environment)
    assert found.returncode == 0, found.stdout + found.stderr
    assert len(list(tmp_path.glob("gw*"))) == 1
