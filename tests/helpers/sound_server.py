"""A real PipeWire with its session manager and its PulseAudio socket, in a runtime folder of its own, with sinks that lead nowhere."""

from __future__ import annotations

import os
import select
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_S = 40.0
POLL_S = 0.05
_NO_BUS = "unix:path=/nonexistent"


@contextmanager
def sound_server() -> Iterator[SoundServer]:
    """One in a folder of its own with a short name: the paths of sockets end at 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="fc-s-") as folder, SoundServer(Path(folder) / "server") as running:
        yield running


class SoundServer:
    """`with SoundServer(folder) as server:` has one sink, `bed`. It can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket = folder / "pulse/native"
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start it and wait until its sink is there."""
        self._run("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={self._bus}")
        self._until("a bus", (self._folder / "bus").exists)
        self._run("pipewire")
        self._until("pipewire-0 there", (self._folder / "pipewire-0").exists)
        self._run("wireplumber")
        self._run("pipewire-pulse")
        self._until("it answers", lambda: self.socket.exists() and self.try_pactl("info") is not None)
        self.add("bed")
        # Only a session manager names one.
        self._until("in use", lambda: "Default Sink: bed\n" in self.pactl("info"))

    def stop(self) -> None:
        """End it."""
        for process in reversed(self._running):
            process.terminate()
        for process in self._running:
            process.wait(PATIENCE_S)
        self._running.clear()
        for left in ("bus", "pipewire-0", "pulse/native"):
            (self._folder / left).unlink(missing_ok=True)

    def add(self, name: str, shape: str = "") -> str:
        """Plug a sink in; `shape` is its `device.form_factor`. The number of what was plugged."""
        properties = [f"sink_properties=device.form_factor={shape}"] if shape else []
        module = self.pactl("load-module", "module-null-sink", f"sink_name={name}", *properties).strip()
        self._until(f"{name} there", lambda: f"\t{name}\t" in self.pactl("list", "short", "sinks"))
        return module

    def add_microphone(self, name: str) -> None:
        """Plug a source in that hears what is played to it, where a room would be."""
        self.pactl("load-module", "module-null-sink", "media.class=Audio/Source/Virtual", f"sink_name={name}")
        self._until(f"{name} there", lambda: f"\t{name}\t" in self.pactl("list", "short", "sources"))

    def add_room(self) -> None:
        """Plug a microphone in that hears whatever is played to the sink `room`."""
        self.add("room")
        self.pactl("load-module", "module-remap-source", "master=room.monitor", "source_name=microphone")
        self._until("a microphone there", lambda: "\tmicrophone\t" in self.pactl("list", "short", "sources"))

    def remove(self, module: str) -> None:
        """Plug it out."""
        self.pactl("unload-module", module)

    def level(self, name: str = "bed") -> tuple[int, bool]:
        """How loud a sink is in percent, and whether it is muted; by other commands than those under test."""
        volume = self.pactl("get-sink-volume", name).split("%")[0].split()[-1]
        return int(volume), "yes" in self.pactl("get-sink-mute", name)

    def pactl(self, *words: str) -> str:
        """Ask `pactl`; fails where it fails."""
        said = self.try_pactl(*words)
        assert said is not None, f"pactl {words[0]} failed"
        return said

    def try_pactl(self, *words: str) -> str | None:
        """Ask `pactl`; None where it fails."""
        done = subprocess.run(["pactl", *words], env=self.environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return None if done.returncode else done.stdout

    def environment(self) -> dict[str, str]:
        """What a client needs."""
        folder = str(self._folder)
        own = {
            "XDG_RUNTIME_DIR": folder,
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_STATE_HOME": f"{folder}/state",
            "HOME": folder,
            "PULSE_SERVER": f"unix:{self.socket}",
            "DBUS_SESSION_BUS_ADDRESS": self._bus,
            "DBUS_SYSTEM_BUS_ADDRESS": _NO_BUS,
            "LC_ALL": "C",
        }
        return {**os.environ, **own}

    @property
    def _bus(self) -> str:
        return f"unix:path={self._folder}/bus"

    def _run(self, program: str, *words: str) -> None:
        environment = {name: value for name, value in self.environment().items() if name != "PULSE_SERVER"}
        with (self._folder / f"{program}.log").open("ab") as log:
            self._running.append(subprocess.Popen([program, *words], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log))

    def _until(self, what: str, condition: object) -> None:
        assert callable(condition)
        deadline_s = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline_s, f"{what}: not within {PATIENCE_S} s"
            assert all(process.poll() is None for process in self._running), "the sound server ended"
            select.select([], [], [], POLL_S)
