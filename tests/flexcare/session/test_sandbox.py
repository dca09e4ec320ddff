from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.session.identity import USER_ID
from flexcare.session.sandbox import HOST_NAME, WRITABLE, Sandbox, checkout, installed_code
from tests.helpers.sandboxed import SMALL, Inside, small_sandbox

MOUNTS = """
import json, os
mounts = []
for line in open("/proc/self/mountinfo"):
    before, _, after = line.partition(" - ")
    place, options = before.split()[4:6]
    state = os.statvfs(place)
    mounts.append([place, after.split()[0], options.split(","), state.f_blocks * state.f_frsize])
print(json.dumps(mounts))
"""

WRITE_EVERYWHERE = """
import os
def report(path, make):
    try:
        make(path)
    except OSError:
        return
    print("written", path)
def make_file(folder):
    os.close(os.open(folder + "/planted", os.O_CREAT | os.O_WRONLY))
for top, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if not (top == "/" and name == "proc") and not (top.startswith("/usr") and top.count("/") > 1)]
    report(top, make_file)
print("done")
"""

OPEN_KERNEL_SETTINGS = """
import os
for top, folders, files in os.walk("/proc"):
    if top == "/proc":
        folders[:] = [name for name in folders if not name.isdigit() and name not in ("self", "thread-self")]
    for name in files:
        try:
            os.close(os.open(top + "/" + name, os.O_WRONLY))
        except OSError:
            continue
        print("writable", top + "/" + name)
print("done")
"""


def test_the_environment_is_the_closed_list(inside: Inside) -> None:
    variables = dict(line.split("=", 1) for line in inside.run("env", "-0").split("\0") if line)
    assert variables == inside.sandbox.environment()


def test_nothing_but_limited_memory_file_systems_is_mounted_writable(inside: Inside) -> None:
    writable = {place: (kind, size) for place, kind, options, size in json.loads(inside.python(MOUNTS)) if "rw" in options}
    device_nodes = {place for place in writable if place.startswith("/dev/") and not Path(place).is_dir()}
    assert {place for place, (kind, _) in writable.items() if kind == "tmpfs"} - device_nodes == set(WRITABLE)
    assert {writable[place] for place in WRITABLE} == {("tmpfs", SMALL.writable_mib * 1024 * 1024)}
    # Neither of the other two keeps anything: the kernel's own view, and terminals.
    assert {place: kind for place, (kind, _) in writable.items() if place not in WRITABLE and place not in device_nodes} == {
        "/proc": "proc",
        "/dev/pts": "devpts",
    }


def test_a_file_can_be_made_in_the_listed_places_only(inside: Inside) -> None:
    written = inside.python(WRITE_EVERYWHERE).split("\n")
    assert written[-2] == "done"
    places = {line.removeprefix("written ") for line in written[:-2]}
    assert places >= set(WRITABLE)
    # Code that lies below /tmp on the host has its folders in the session's own /tmp.
    assert [place for place in places if not any(Path(place).is_relative_to(each) for each in WRITABLE)] == []


def test_no_kernel_setting_can_be_opened_for_writing(inside: Inside) -> None:
    assert inside.python(OPEN_KERNEL_SETTINGS) == "done\n"


def test_a_full_memory_file_system_says_so(inside: Inside) -> None:
    said = inside.run("sh", "-c", f"dd if=/dev/zero of=/tmp/big bs=1M count={SMALL.writable_mib + 8} 2>&1; stat -c %s /tmp/big")
    assert "No space left on device" in said
    assert int(said.split()[-1]) <= SMALL.writable_mib * 1024 * 1024


def test_the_ward_is_readable_and_not_writable(inside: Inside) -> None:
    (inside.sandbox.ward / "offer.json").write_text("the offer")
    assert "the offer" in inside.run("cat", "/ward/offer.json")
    assert "Read-only file system" in inside.run("sh", "-c", "echo x > /ward/offer.json")


def test_the_display_can_be_connected_to(inside: Inside) -> None:
    connect = "import os, socket; socket.socket(socket.AF_UNIX).connect(os.environ['XDG_RUNTIME_DIR'] + '/wayland-0'); print('connected')"
    assert inside.python(connect) == "connected\n"


def test_a_further_socket_and_sound_are_where_they_were_asked_for(sandbox: Sandbox) -> None:
    more = replace(sandbox, extra=((sandbox.display, Path("/run/session/more")),), sound=sandbox.display)
    connect = (
        "import os, socket\n"
        "socket.socket(socket.AF_UNIX).connect('/run/session/more')\n"
        "socket.socket(socket.AF_UNIX).connect(os.environ['PULSE_SERVER'].removeprefix('unix:'))\n"
        "print('connected')"
    )
    with contextlib.closing(Inside(more)) as runner:
        assert runner.python(connect) == "connected\n"


def test_it_is_somebody_with_a_home_on_a_machine_without_a_name(inside: Inside) -> None:
    ask = (
        "import os, pwd, socket\n"
        "print(os.getuid(), os.getgid(), os.path.expanduser('~'), pwd.getpwuid(os.getuid()).pw_name, socket.gethostname())"
    )
    assert inside.python(ask).split() == [str(USER_ID), str(USER_ID), "/home/session", "session", HOST_NAME]


def test_it_has_no_descriptor_but_its_own_and_those_passed(inside: Inside) -> None:
    passed, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with passed, other:
        running = inside.start("sh", "-c", "ls /proc/self/fd; echo ready; exec sleep 60", pass_fds=[passed.fileno()])
        listing = running.until("ready").split()[:-1]
        # One more is the listing itself.
        assert {0, 1, 2, passed.fileno()} < set(map(int, listing))
        assert len(listing) == 5


def test_our_program_finds_its_code_and_nothing_of_the_checkout_beside_it(inside: Inside) -> None:
    said = inside.python("import flexcare, kiosk, theme, msgspec, os; print(sorted(os.listdir(os.environ['PYTHONPATH'])))")
    if any(checkout().is_relative_to(prefix) for prefix in ("/usr", sys.prefix)):
        pytest.skip("FlexCare is installed, not run from a checkout")
    assert {".git", "tests", "deploy", ".cache"}.isdisjoint(set(eval(said)))
    assert {"flexcare", "kiosk", "theme"} <= set(eval(said))


def test_further_packages_come_only_when_asked_for() -> None:
    assert {path.name for path in installed_code("deploy")} - {path.name for path in installed_code()} == {"deploy"}


@pytest.mark.skipif(os.getuid() != 0, reason="only root can run a session as somebody else")
def test_root_can_run_it_as_another_host_user() -> None:
    somebody = 54321
    # Where everybody may go, unlike the folders of a test; and without code, which may lie in root's home.
    with small_sandbox("/tmp") as made, contextlib.closing(Inside(replace(made, user=somebody, code=()))) as runner:
        made.ward.parent.chmod(0o755)
        running = runner.start("sh", "-c", "cat /proc/self/limits; echo ready; exec sleep 60")
        limits = running.until("ready")
        status = Path(f"/proc/{running.launched.init_pid}/status").read_text()
        assert [line.split()[1:] for line in status.splitlines() if line.startswith("Uid:")] == [[str(somebody)] * 4]
        assert [line.split()[1:] for line in status.splitlines() if line.startswith("Groups:")] == [[]]
        assert [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core")] == [["1", "1"]]
