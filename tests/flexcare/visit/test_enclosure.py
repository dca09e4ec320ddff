"""A visit's command in the real enclosure, in the real sandbox of a session and outside of one."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flexcare.session.landlock import missing_landlock
from flexcare.visit.admission import Admission
from flexcare.visit.enclosure import Enclosed, start
from flexcare.visit.rules import AllowRule
from tests.helpers.sandboxed import PATIENCE_S, Inside

ENCLOSED = """
import sys
from flexcare.visit.enclosure import start
print("exit", start([sys.executable, "-u", "-c", sys.argv[1]]).process.wait())
"""

NETWORK = """
import socket
names = [line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line]
print({*names} - {"veth0"}, open("/proc/net/route").read().count(chr(10)))
for address in (("203.0.113.1", 80), ("127.0.0.1", 22), ("169.254.169.254", 80)):
    try:
        socket.create_connection(address, 5)
        print("connected")
    except OSError as error:
        print(type(error).__name__)
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("239.1.1.1", 5000))
    print("sent")
except OSError as error:
    print(type(error).__name__)
"""

RIGHTS = """
import os
status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
print(os.getuid(), {status[name].strip() for name in ("CapPrm", "CapEff", "CapInh", "CapAmb")}, status["NoNewPrivs"].strip())
"""

OTHERS = """
import os, signal
reached = []
for name in os.listdir("/proc"):
    if name.isdigit():
        for file in ("mem", "environ", "maps"):
            try:
                open(f"/proc/{name}/{file}", "rb").close()
                reached.append((int(name), file))
            except OSError:
                pass
own = int(os.readlink("/proc/self"))
print({pid for pid, file in reached} - {own})
killed = []
for pid in range(1, 200):
    if pid not in (1, os.getpid()):
        try:
            os.kill(pid, 0)
            killed.append(pid)
        except OSError:
            pass
print(killed)
"""

LATE_ADDRESSES = """
from pathlib import Path
file = Path("/proc/net/if_inet6")
print([line.split()[-1] for line in file.read_text().splitlines()] if file.exists() else [])
"""

WRITING = """
import os
for place in ("/tmp", "/home/session", "/run/session", "/ward", "/", os.environ["HOME"], os.environ["TMPDIR"], "/dev/shm"):
    try:
        open(place + "/planted", "w").close()
        print("wrote")
    except OSError:
        print("refused")
"""

LEFT = """
import os, sys
from flexcare.visit.enclosure import start
plant = "import os, subprocess; open(os.environ['HOME'] + '/cookie', 'w'); subprocess.Popen(['sleep', '600'], start_new_session=True)"
start([sys.executable, "-c", plant]).process.wait()
sleeping = [name for name in os.listdir("/proc") if name.isdigit() and "sleep" in open(f"/proc/{name}/comm").read()]
print([name for name in os.listdir("/tmp") if name.startswith("visit-")], sleeping)
"""

STAY = "print('here'); import time; time.sleep(600)"


@pytest.fixture
def running() -> Iterator[list[Enclosed]]:
    made: list[Enclosed] = []
    yield made
    for enclosed in made:
        enclosed.end()
        if enclosed.process.stdout:
            enclosed.process.stdout.close()


def test_its_network_is_empty(inside: Inside) -> None:
    said = inside.python(ENCLOSED, NETWORK).splitlines()
    assert set(said[0].partition("}")[0].strip("{").split(", ")) == {"'lo'", "'nowhere'"}
    assert said[0].endswith(" 1"), "a route would lead somewhere"
    assert said[1:] == ["OSError", "ConnectionRefusedError", "OSError", "OSError", "exit 0"]


def test_no_address_comes_to_its_network_later(inside: Inside) -> None:
    """The kernel names one that it is still trying out as well; when it settles, pages on their way are lost."""
    assert inside.python(ENCLOSED, LATE_ADDRESSES).splitlines()[0] in ("['lo']", "[]")


def test_it_has_no_rights(inside: Inside) -> None:
    assert inside.python(ENCLOSED, RIGHTS).splitlines()[0] == "1000 {'0000000000000000'} 1"


def test_it_reaches_no_other_process(inside: Inside) -> None:
    assert inside.python(ENCLOSED, OTHERS).splitlines() == ["set()", "[]", "exit 0"]


@pytest.mark.skipif(bool(missing_landlock()), reason=missing_landlock())
def test_it_writes_nowhere_but_in_its_own_places(inside: Inside) -> None:
    assert inside.python(ENCLOSED, WRITING).splitlines() == [*["refused"] * 5, *["wrote"] * 3, "exit 0"]


def test_nothing_of_it_is_left_in_the_session(inside: Inside) -> None:
    assert inside.python(LEFT) == "[] []\n"


def test_its_exit_code_is_told(running: list[Enclosed]) -> None:
    codes = []
    for source in ("raise SystemExit(7)", "import os; os.kill(os.getpid(), 9)"):
        running.append(start([sys.executable, "-c", source]))
        codes.append(running[-1].process.wait(PATIENCE_S))
    assert codes == [7, 137]


def test_a_command_that_is_not_there_is_told(running: list[Enclosed], capfd: pytest.CaptureFixture[str]) -> None:
    running.append(start(["/nowhere/at-all"]))
    assert running[0].process.wait(PATIENCE_S) == 125
    assert "No such file" in capfd.readouterr().err


def family(enclosed: Enclosed) -> list[psutil.Process]:
    process = psutil.Process(enclosed.process.pid)
    return [process, *process.children(recursive=True)]


def started(running: list[Enclosed], source: str = STAY) -> Enclosed:
    reader, writer = os.pipe()
    try:
        running.append(start([sys.executable, "-u", "-c", source], output=writer))
    finally:
        os.close(writer)
    with os.fdopen(reader) as said:
        assert said.readline() == "here\n"
    return running[-1]


def test_its_end_is_the_end_of_every_process(running: list[Enclosed]) -> None:
    fork = f"import os\nfor _ in range(5):\n    os.fork()\nif os.getpid() == 2:\n    {STAY}\nelse:\n    import time; time.sleep(600)"
    enclosed = started(running, fork)
    everybody = family(enclosed)
    assert len(everybody) >= 5
    enclosed.end()
    assert psutil.wait_procs(everybody, PATIENCE_S)[1] == []


def test_a_killed_way_out_takes_the_visit_with_it(running: list[Enclosed]) -> None:
    enclosed = started(running)
    everybody = family(enclosed)
    enclosed.process.kill()
    assert psutil.wait_procs(everybody, PATIENCE_S)[1] == []


@pytest.mark.parametrize("word", [b"nonsense\n", b"{}\n", Admission().to_line() * 2])
def test_a_wrong_word_ends_it(running: list[Enclosed], word: bytes) -> None:
    enclosed = started(running)
    assert enclosed.process.stdin is not None
    enclosed.process.stdin.write(word)
    assert enclosed.process.wait(PATIENCE_S) == 137


def test_only_descriptors_that_were_handed_over_arrive(running: list[Enclosed]) -> None:
    reader, writer = os.pipe()
    say = f"import os; os.write({writer}, ' '.join(os.listdir('/proc/self/fd')).encode())"
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, reader)
        running.append(start([sys.executable, "-c", say], [writer]))
        os.close(writer)
        said = os.read(reader, 4096).decode().split()
    # 3 is the folder that is being read, unless the one handed over is.
    assert set(said) <= {"0", "1", "2", "3", "4", str(writer)}


ASK = """
import socket, sys, time
def ask():
    with socket.create_connection(("127.0.0.1", 3128), 20) as way:
        way.sendall(f"CONNECT 127.0.0.1:{sys.argv[1]} HTTP/1.1\\r\\n\\r\\n".encode())
        return way.recv(100).split()[1].decode()
print("here", flush=True)
give_up_at = time.monotonic() + 20
while (answer := ask()) == "403" and time.monotonic() < give_up_at:
    pass
sys.exit(answer != "200")
"""


def test_it_goes_out_once_it_is_admitted(running: list[Enclosed]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as far:
        port = far.getsockname()[1]
        enclosed = start([sys.executable, "-c", ASK, str(port)])
        running.append(enclosed)
        enclosed.admit(Admission((AllowRule("https", "127.0.0.1", port=port),)))
        assert enclosed.process.wait(PATIENCE_S) == 0


def test_it_leaves_no_folder(running: list[Enclosed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    enclosed = started(running)
    assert len(list(tmp_path.iterdir())) == 1
    enclosed.end()
    assert list(tmp_path.iterdir()) == []
