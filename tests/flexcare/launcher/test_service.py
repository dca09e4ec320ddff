"""A real launcher and its client, with real programs in the real sandbox."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from flexcare.errors import SandboxUnusable
from flexcare.launcher.service import ALIVE_MAX
from flexcare.launcher.words import Hello, Kill, Start, encode, from_launcher
from flexcare.session.capture import Capture
from flexcare.session.leftovers import leftovers
from flexcare.supervisor.playback.doors import SoundDoors
from tests.helpers.launching import PATIENCE_S, launching
from tests.helpers.sound_server import SoundServer

pytestmark = [pytest.mark.timeout(90)]

WAITS = "line.send(b'here'); line.recv(10)"
BREEDS = "os.fork(); os.setsid() if os.getpid() != 2 else None; line.send(b'here'); time.sleep(600)"


def test_a_session_talks_on_its_line_and_tells_its_exit_code() -> None:
    with launching("line.send(repr(sys.argv[1:]).encode()); sys.exit(int(line.recv(10)))") as at:
        session = at.start(2)
        assert session.hear().decode().startswith("['--ward', '/ward', '--link', '")
        assert session.tree.contains(session.tree.init_pid)
        assert not session.tree.contains(os.getpid())
        session.line.send(b"7")
        assert session.ended.wait(PATIENCE_S)
        assert session.codes == [7]
        assert session.tree.wait(PATIENCE_S)


def test_a_killed_session_is_gone_with_everything_that_it_started() -> None:
    with launching(BREEDS) as at:
        session = at.start()
        session.hear()
        session.hear()
        found = session.tree.left(())
        assert len(found.processes) >= 2
        assert found.mounts
        session.tree.kill()
        assert session.ended.wait(PATIENCE_S)
        assert session.codes == [137]
        assert not session.tree.left(())
        assert session.hear() == b""
        assert os.read(session.said, 1000) == b""


def test_who_holds_a_forgotten_file_is_found_on_both_sides() -> None:
    with launching(WAITS) as at:
        session = at.start()
        session.hear()
        memory = os.memfd_create("test")
        known = os.fstat(memory)
        key = (known.st_dev, known.st_ino)
        assert (os.getpid(), memory) in session.tree.left((key,)).descriptors
        os.close(memory)
        assert not session.tree.left((key,)).descriptors


def test_a_session_that_ends_at_once_is_told_once() -> None:
    with launching("pass") as at:
        for _ in range(5):
            session = at.start()
            assert session.ended.wait(PATIENCE_S)
            assert session.codes == [0]


def test_when_the_supervisor_goes_its_sessions_go() -> None:
    with launching(WAITS) as at:
        first, second = at.start(1), at.start(2)
        first.hear()
        second.hear()
        namespaces = [(session.tree.pid_namespace, session.tree.mount_namespace) for session in (first, second)]
        at.launcher.close()
        assert first.ended.wait(PATIENCE_S)
        assert second.ended.wait(PATIENCE_S)
        # The next one is greeted only after that.
        assert at.launcher.greet().gone
        assert not any(leftovers(pids, mounts, ()) for pids, mounts in namespaces)
        again = at.start()
        assert again.hear() == b"here"


def test_two_supervisors_are_not_served_at_once() -> None:
    with launching(WAITS) as at:
        session = at.start()
        session.hear()
        other = at.connected()
        other.settimeout(0.5)
        with pytest.raises(TimeoutError):
            other.recv(1000)
        at.launcher.close()
        other.settimeout(PATIENCE_S)
        assert from_launcher(other.recv(10_000)) == Hello(gone=True)
        other.close()


@pytest.mark.parametrize(
    "packet", [b"nonsense", b"{}", b'{"type":"start","number":1,"slot":1,"command":"/bin/sh"}', b"x" * 20_000, encode(Hello(gone=True))]
)
def test_who_babbles_is_shut_out_and_everything_of_it_ends(packet: bytes) -> None:
    with launching(WAITS) as at:
        speaker = at.connected()
        assert isinstance(from_launcher(speaker.recv(10_000)), Hello)
        speaker.send(packet)
        assert speaker.recv(10_000) == b""


def test_sessions_are_not_started_without_end() -> None:
    with launching(WAITS) as at:
        sessions = [at.start(1 + number % 2) for number in range(ALIVE_MAX)]
        with pytest.raises(SandboxUnusable, match="enough"):
            at.start()
        sessions[0].tree.kill()
        assert sessions[0].ended.wait(PATIENCE_S)
        assert at.start().hear() == b"here"


def test_a_session_without_its_line_is_not_started() -> None:
    with launching(WAITS) as at:
        speaker = at.connected()
        speaker.recv(10_000)
        speaker.send(encode(Start(1, 1, 512, 128, 64, 10.1, own_door=False, camera=False, microphone=False)))
        assert b'"refused"' in speaker.recv(10_000)
        speaker.send(encode(Kill(77)))
        speaker.close()


def test_a_sessions_door_is_its_own() -> None:
    source = """
door = socket.socket(socket.AF_UNIX)
door.connect(os.environ["XDG_RUNTIME_DIR"] + "/" + os.environ["WAYLAND_DISPLAY"])
line.send(door.recv(100)); line.recv(10)
"""
    with launching(source) as at:
        listener = at.launcher.listen(1)
        (place,) = (at.folder / "doors").iterdir()
        assert place.stat().st_mode & 0o777 == 0o600
        session = at.start(own_door=True)
        listener.settimeout(PATIENCE_S)
        visitor, _ = listener.accept()
        visitor.send(b"welcome")
        assert session.hear() == b"welcome"
        session.tree.kill()
        assert session.ended.wait(PATIENCE_S)
        assert list((at.folder / "doors").iterdir()) == []
        visitor.close()
        listener.close()


def test_a_launcher_that_dies_takes_its_sessions_along_and_the_next_one_serves() -> None:
    with launching(WAITS) as at:
        session = at.start()
        session.hear()
        # What the kernel does to the connection of a launcher that dies.
        line = at.launcher._line
        assert line is not None
        threading.Thread(target=lambda: line.socket.shutdown(socket.SHUT_RDWR)).start()
        assert session.ended.wait(PATIENCE_S)
        assert session.codes == [137]
        assert not session.tree.left(())
        assert at.start().hear() == b"here"


def test_without_a_launcher_that_is_said(tmp_path: Path) -> None:
    from flexcare.launcher.remote import Launcher

    with pytest.raises(SandboxUnusable, match="no launcher"):
        Launcher(tmp_path / "nowhere").greet()


def test_a_session_plays_through_a_relay_of_its_own_that_ends_with_it(tmp_path: Path) -> None:
    ask = "import subprocess\nfor words in (['paplay', '--raw', '/etc/hosts'], ['parec', '--raw']):\n"
    ask += "    done = subprocess.run(words, capture_output=True, text=True)\n    line.send(f'{done.returncode} {done.stderr}'.encode())\n"
    with SoundServer(tmp_path / "server") as server, launching(f"{ask}line.recv(10)") as at:
        at.sounds = SoundDoors(at.folder / "sound", server.socket)
        session = at.start()
        assert session.hear().decode().startswith("0 ")
        assert "Access denied" in session.hear().decode()
        session.line.send(b"end")
        assert session.ended.wait(PATIENCE_S)
        assert list((at.folder / "sound").iterdir()) == []


def test_a_session_records_the_microphone_where_it_may(tmp_path: Path) -> None:
    listen = "pactl list sources >/dev/null; parec --raw --device=microphone | head -c 50000"
    ask = f"import subprocess\ndone = subprocess.run(['sh', '-c', '{listen}'], capture_output=True)\n"
    ask += "line.send(str(len(done.stdout)).encode())\n"
    with SoundServer(tmp_path / "server") as server, launching(f"{ask}line.recv(10)") as at:
        server.add_microphone("microphone")
        at.sounds = SoundDoors(at.folder / "sound", server.socket)
        session = at.start(capture=Capture(microphone=True))
        assert session.hear() == b"50000"
        session.line.send(b"end")
        assert session.ended.wait(PATIENCE_S)
