"""A session's sound through a real PipeWire, by PulseAudio's own programs: it plays, and nothing else."""

from __future__ import annotations

import contextlib
import copy
import errno
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from flexcare.session.landlock import confine_thread, missing_landlock
from flexcare.session.page_volume import OF_A_VISIT, PageVolume
from flexcare.session.sandbox import Sandbox
from flexcare.supervisor.playback.doors import SoundDoors
from flexcare.supervisor.security_context import Door
from tests.helpers.sandboxed import Inside
from tests.helpers.sound_server import PATIENCE_S, SoundServer


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short one: the paths of sockets end at 107 bytes."""
    place = Path(tempfile.mkdtemp(prefix="fc-s-"))
    yield place
    shutil.rmtree(place)


@pytest.fixture
def server(folder: Path) -> Iterator[SoundServer]:
    with SoundServer(folder / "server") as running:
        yield running


@pytest.fixture
def door(folder: Path, server: SoundServer) -> Iterator[Door]:
    door = SoundDoors(folder / "doors", server.socket).open(1)
    assert door is not None
    yield door
    door.close()


class Session:
    """Somebody behind a door."""

    def __init__(self, door: Door, server: SoundServer) -> None:
        self._environment = {**server.environment(), "PULSE_SERVER": f"unix:{door.path}"}

    def of_a_visit(self) -> Session:
        """Somebody of a web visit in the same session."""
        another = copy.copy(self)
        another._environment = {**self._environment, **OF_A_VISIT}
        return another

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, env=self._environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False)

    @contextlib.contextmanager
    def playing(self, *words: str) -> Iterator[None]:
        """Something plays for ever."""
        nothing = subprocess.DEVNULL
        command = ("paplay", "--raw", "--client-name=A secret name", "--stream-name=A secret stream", *words, "/dev/zero")
        process = subprocess.Popen(command, env=self._environment, stdout=nothing, stderr=nothing)
        try:
            yield
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def session(door: Door, server: SoundServer) -> Session:
    return Session(door, server)


def streams(server: SoundServer) -> list[str]:
    return server.pactl("list", "short", "sink-inputs").split("\n")[:-1]


def volumes(server: SoundServer) -> list[int]:
    """How loud the streams are, in percent."""
    lines = server.pactl("list", "sink-inputs").split("\n")
    return sorted(int(line.split("%")[0].split()[-1]) for line in lines if line.strip().startswith("Volume:"))


def test_it_plays_and_the_server_learns_no_name(server: SoundServer, session: Session) -> None:
    with session.playing():
        server._until("it plays", lambda: "RUNNING" in server.pactl("list", "short", "sinks"))
        told = server.pactl("list", "sink-inputs") + server.pactl("list", "clients")
        assert "FlexCare" in told
        assert "secret" not in told
        assert "Mute: no" in told
    server._until("it ended", lambda: streams(server) == [])


def test_it_records_neither_the_room_nor_what_others_play(server: SoundServer, session: Session) -> None:
    server.add_microphone("microphone")
    for device in ("microphone", "bed.monitor", "@DEFAULT_SOURCE@"):
        assert server.try_pactl("get-source-volume", device) is not None
        refused = session.ask("parec", "--raw", f"--device={device}")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "Access denied" in refused.stderr
    assert session.ask("pactl", "list", "sources").stdout == ""
    assert session.ask("pactl", "get-source-volume", "microphone").returncode == 1


@pytest.mark.parametrize(
    "words",
    [
        ("set-sink-volume", "bed", "150%"),
        ("set-sink-mute", "bed", "1"),
        ("set-default-sink", "bed"),
        ("suspend-sink", "bed", "1"),
        ("load-module", "module-null-sink", "sink_name=mine"),
        ("load-module", "module-pipe-sink", "file=/tmp/mine"),
        ("unload-module", "module-null-sink"),
        ("list", "clients"),
        ("list", "modules"),
        ("list", "source-outputs"),
        ("list", "samples"),
        ("exit",),
        ("upload-sample", "/usr/share/sounds/alsa/Front_Center.wav"),
        ("send-message", "/core", "list-handlers"),
    ],
)
def test_it_changes_and_learns_nothing_of_the_server(server: SoundServer, session: Session, words: tuple[str, ...]) -> None:
    before = server.pactl("list", "short", "modules")
    asked = session.ask("pactl", *words)
    assert (asked.returncode, asked.stdout.strip()) == (1, "")
    assert server.level() == (100, False)
    assert server.pactl("list", "short", "modules") == before


def test_pages_are_as_loud_as_the_session_says_and_nothing_else_is(server: SoundServer, door: Door, session: Session) -> None:
    said = PageVolume(door.path)
    said.tell(40)
    with session.of_a_visit().playing("--volume=65536"), session.playing("--volume=32768"):
        for percent in (40, 70, 0):
            said.tell(percent)
            server._until(f"pages at {percent}", lambda percent=percent: volumes(server) == sorted((percent, 50)))
    said.close()


def test_it_sees_no_cards(session: Session) -> None:
    asked = session.ask("pactl", "list", "cards")
    assert (asked.stdout, "denied" in asked.stderr) == ("", True)


def test_it_learns_neither_who_nor_where_the_server_is(session: Session) -> None:
    told = session.ask("pactl", "info").stdout
    assert "Default Sink: bed" in told
    assert "User Name: session\nHost Name: flexcare\n" in told


def test_it_does_not_see_or_touch_the_stream_of_another(folder: Path, server: SoundServer, session: Session) -> None:
    other = SoundDoors(folder / "others", server.socket).open(2)
    assert other is not None
    try:
        with Session(other, server).playing():
            server._until("it plays", lambda: "RUNNING" in server.pactl("list", "short", "sinks"))
            (number,) = (line.split("\t")[0] for line in streams(server))
            assert session.ask("pactl", "list", "short", "sink-inputs").stdout == ""
            for words in (("set-sink-input-mute", number, "1"), ("set-sink-input-volume", number, "0"), ("move-sink-input", number, "bed")):
                assert session.ask("pactl", *words).returncode == 1
            assert "Mute: no" in server.pactl("list", "sink-inputs")
    finally:
        other.close()


def test_it_is_never_louder_than_the_ceiling(server: SoundServer, session: Session) -> None:
    with session.playing("--volume=200000"):
        server._until("it plays", lambda: streams(server))
        assert " 100% " in server.pactl("list", "sink-inputs")


def test_it_begins_as_quietly_as_it_asks(server: SoundServer, session: Session) -> None:
    with session.playing("--volume=30000"):
        server._until("it plays quietly", lambda: " 46% " in server.pactl("list", "sink-inputs"))


def test_a_server_that_is_started_again_is_heard_through_the_same_door(server: SoundServer, session: Session) -> None:
    assert session.ask("pactl", "info").returncode == 0
    server.stop()
    assert session.ask("pactl", "info").returncode == 1
    server.start()
    assert session.ask("pactl", "info").returncode == 0


def test_a_door_closes_with_its_session_and_leaves_nothing(folder: Path, server: SoundServer) -> None:
    before = set(psutil.Process().children())
    door = SoundDoors(folder / "others", server.socket).open(1)
    assert door is not None
    (relay,) = set(psutil.Process().children()) - before
    ended: list[int] = []
    door.until(ended.append)(7)
    assert ended == [7]
    assert not relay.is_running()
    assert list((folder / "others").iterdir()) == []


@pytest.mark.skipif(bool(missing_landlock()), reason="this kernel's Landlock has no scopes")
def test_a_door_is_closed_by_a_thread_that_may_signal_nobody(folder: Path, server: SoundServer) -> None:
    before = set(psutil.Process().children())
    door = SoundDoors(folder / "others", server.socket).open(1)
    assert door is not None
    (relay,) = set(psutil.Process().children()) - before

    def close() -> None:
        confine_thread()
        door.close()

    thread = threading.Thread(target=close)
    thread.start()
    thread.join()
    assert not relay.is_running()


def test_a_relay_ends_with_whoever_opened_the_door(folder: Path, server: SoundServer) -> None:
    opens = (
        "import os, pathlib, sys\nfrom flexcare.supervisor.playback.doors import SoundDoors\n"
        "SoundDoors(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).open(1)\nos.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-P", "-c", opens, str(folder / "others"), str(server.socket)], check=False, timeout=PATIENCE_S)
    (path,) = (folder / "others").iterdir()

    def refused() -> bool:
        with socket.socket(socket.AF_UNIX) as visitor:
            return visitor.connect_ex(str(path)) == errno.ECONNREFUSED

    server._until("nobody listens", refused)


def test_a_door_that_cannot_be_made_leads_nowhere_and_to_no_card(
    folder: Path, server: SoundServer, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors = SoundDoors(folder / "doors", server.socket)

    def refuse(*_words: object, **_more: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("flexcare.supervisor.playback.doors._start", refuse)
    door = doors.open(1)
    assert door is not None
    with contextlib.closing(Inside(replace(sandbox, sound=door.path))) as inside:
        assert "Connection refused" in inside.run("sh", "-c", "pactl info 2>&1 || true")
    door.close()
    assert list((folder / "doors").iterdir()) == []


def test_without_a_server_there_is_no_door(folder: Path) -> None:
    assert SoundDoors(folder / "doors", None).open(1) is None


def test_where_a_service_may_have_the_microphone_that_is_all_that_is_recorded(folder: Path, server: SoundServer) -> None:
    server.add_microphone("microphone")
    door = SoundDoors(folder / "others", server.socket).open(1, microphones=True)
    assert door is not None
    try:
        session = Session(door, server)
        listed = session.ask("pactl", "list", "short", "sources").stdout
        assert "\tmicrophone\t" in listed
        assert "monitor" not in listed
        assert len(session.ask("sh", "-c", "parec --raw --device=microphone | head -c 50000").stdout) == 50_000
        for device in ("bed.monitor", "@DEFAULT_SOURCE@", "microphone.monitor", "bed"):
            refused = session.ask("parec", "--raw", f"--device={device}")
            assert (refused.returncode, refused.stdout) == (1, "")
        with session.playing():
            server._until("it plays", lambda: streams(server))
            (number,) = (line.split("\t")[0] for line in streams(server))
            assert session.ask("parec", "--raw", f"--monitor-stream={number}").returncode == 1
        for words in (("set-source-mute", "microphone", "1"), ("set-source-volume", "microphone", "150%"), ("list", "source-outputs")):
            assert (session.ask("pactl", *words).returncode, "microphone" in session.ask("pactl", *words).stdout) == (1, False)
    finally:
        door.close()


def test_in_the_sandbox_it_plays_and_cannot_record(sandbox: Sandbox, door: Door) -> None:
    with contextlib.closing(Inside(replace(sandbox, sound=door.path))) as inside:
        said = inside.run("sh", "-c", "parec --raw --device=bed.monitor 2>&1; head -c 400000 /dev/zero | paplay --raw && echo played")
        assert "Access denied" in said
        assert "played" in said
