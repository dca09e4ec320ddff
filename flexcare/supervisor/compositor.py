"""Starts and ends the Wayland compositor that everything is shown in: sway, with a configuration of our own.

Sway refuses to run for root: there it runs in a user namespace as somebody else. It dies with the thread that started it.
"""

from __future__ import annotations

import enum
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from flexcare.errors import CompositorFailed
from flexcare.forgetful import FORGETFUL

START_TIMEOUT_S = 15.0
PICTURE_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 5.0
MIN_PIXELS, MAX_PIXELS = 200, 16384
MIN_INCHES, MAX_INCHES = 3, 60

COMMON = """\
xwayland disable
default_border none
default_floating_border none
focus_follows_mouse no
focus_on_window_activation focus
seat * hide_cursor 3000
input * xkb_options srvrkeys:none
"""
"""What holds wherever it runs."""

CONFIGURATION = f"""\
{COMMON}output {{output}} mode {{width}}x{{height}}@60Hz
output {{output}} scale 1
exec printf '%s\\n%s\\n' "$WAYLAND_DISPLAY" "$SWAYSOCK" > "{{ready}}"
"""


class Backend(enum.Enum):
    """Where the compositor shows its one output; the value is wlroots' name and the output's name."""

    HEADLESS = ("headless", "HEADLESS-1")
    IN_WAYLAND = ("wayland", "WL-1")
    IN_X11 = ("x11", "X11-1")

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Backend:
        """The desktop that `environment` belongs to, or headless where there is none."""
        if environment.get("WAYLAND_DISPLAY"):
            return cls.IN_WAYLAND
        return cls.IN_X11 if environment.get("DISPLAY") else cls.HEADLESS


@dataclass(frozen=True)
class Screen:
    """The size of the compositor's output in pixels, and its diagonal, which a headless output does not report."""

    width: int = 1280
    height: int = 800
    diagonal_inches: float = 10.1

    @classmethod
    def of(cls, text: str) -> Self:
        """`1920x1080@13.3`: pixels, and the diagonal in inches. Raises ValueError."""
        try:
            size, diagonal = text.split("@")
            width, height = size.split("x")
            screen = cls(int(width), int(height), float(diagonal))
        except ValueError:
            raise ValueError(f"'{text}' is no screen; write it like 1280x800@10.1") from None
        if min(screen.width, screen.height) < MIN_PIXELS or max(screen.width, screen.height) > MAX_PIXELS:
            raise ValueError(f"'{text}' is no screen; each side has {MIN_PIXELS} to {MAX_PIXELS} pixels")
        if not MIN_INCHES < screen.diagonal_inches < MAX_INCHES:
            raise ValueError(f"'{text}' is no screen; its diagonal has {MIN_INCHES} to {MAX_INCHES} inches")
        return screen


class Compositor:
    """One running sway. `with Compositor(screen) as compositor:` starts it and leaves nothing of it behind."""

    def __init__(self, screen: Screen, backend: Backend = Backend.HEADLESS, *, folder: Path | None = None, rules: str = "") -> None:
        """Prepare a compositor in an empty `folder` of its own (by default a temporary one), with more `rules` in sway's language."""
        self.screen = screen
        self.backend = backend
        self._rules = rules
        # Short, because the paths of Unix sockets end at 107 bytes.
        self.runtime_folder = folder or Path(tempfile.mkdtemp(prefix="flexcare-display-"))
        self.runtime_folder.mkdir(mode=0o700, exist_ok=True)
        self.display = ""
        self.ipc_socket = ""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start sway and return when clients can connect. Raises CompositorFailed, with sway's own words in it."""
        ready = self.runtime_folder / "ready"
        configuration = self.runtime_folder / "sway.conf"
        output = self.backend.value[1]
        text = CONFIGURATION.format(output=output, width=self.screen.width, height=self.screen.height, ready=ready)
        try:
            if shutil.which("sway") is None:
                raise CompositorFailed("sway is missing", cure="install sway")
            os.mkfifo(ready)
            configuration.write_text(text + self._rules)
            with (self.runtime_folder / "sway.log").open("wb") as log:
                self._process = subprocess.Popen(
                    self._command(configuration), env=self._sway_environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
                )
            self.display, self.ipc_socket = self._await_ready(ready)
        except OSError as error:
            self.stop()
            raise CompositorFailed(
                f"sway cannot be started: {error.filename or self.runtime_folder}: {error.strerror}",
                cure="install sway and util-linux, and see that the run folder has room",
            ) from error
        except CompositorFailed:
            self.stop()
            raise

    def kill(self) -> None:
        """End a sway that does nothing any more; `stop` still has to be called."""
        if self._process is not None:
            self._process.kill()

    def stop(self) -> None:
        """End sway, wait for it, and remove its folder. Harmless when it is gone already."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.runtime_folder, ignore_errors=True)

    @property
    def is_alive(self) -> bool:
        """Whether sway runs."""
        return self._process is not None and self._process.poll() is None

    def death(self) -> int:
        """A new file descriptor that becomes readable when sway ends; the caller closes it. Raises CompositorFailed where it has."""
        if self._process is None or not self.is_alive:
            raise CompositorFailed("sway has ended")
        return os.pidfd_open(self._process.pid)

    @property
    def socket(self) -> Path:
        """The socket that Wayland clients connect to."""
        return self.runtime_folder / self.display

    def client_environment(self) -> dict[str, str]:
        """The variables that make a Qt program a client of this compositor."""
        return client_environment(self.runtime_folder, self.display)

    def _command(self, configuration: Path) -> list[str]:
        somebody = [] if os.getuid() else ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]
        # All of these replace themselves by the next: the process we end and wait for is sway itself.
        return [*somebody, "setpriv", "--pdeathsig", "TERM", "--", "sway", "--unsupported-gpu", "--config", str(configuration)]

    def _sway_environment(self) -> dict[str, str]:
        outer = {name: value for name, value in os.environ.items() if name not in {"SWAYSOCK", "WAYLAND_DISPLAY", "DISPLAY"}}
        if self.backend is Backend.IN_WAYLAND:
            # The outer socket's whole path, because our own runtime folder takes the outer one's place.
            outer["WAYLAND_DISPLAY"] = str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / os.environ["WAYLAND_DISPLAY"])
        elif self.backend is Backend.IN_X11:
            outer["DISPLAY"] = os.environ["DISPLAY"]
        return {
            **outer,
            "XDG_RUNTIME_DIR": str(self.runtime_folder),
            "WLR_BACKENDS": self.backend.value[0],
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            # The compositor outlives sessions: what it frees of them (titles, types of the clipboard) is overwritten at once.
            **FORGETFUL,
        }

    def _await_ready(self, ready: Path) -> tuple[str, str]:
        assert self._process is not None
        # Opened for writing too, so that the end of the configuration's own writer is not taken for an answer.
        with (
            os.fdopen(os.open(ready, os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0) as pipe,
            os.fdopen(os.pidfd_open(self._process.pid), "rb", buffering=0) as death,
        ):
            answered, _, _ = select.select([pipe, death], [], [], START_TIMEOUT_S)
            if pipe not in answered:
                log = (self.runtime_folder / "sway.log").read_text(errors="replace").strip().splitlines()
                raise CompositorFailed(
                    f"sway did not start: {log[-1] if log else 'it said nothing'}", cure="try deploy/test tests/flexcare"
                )
            display, socket = pipe.read(4096).decode().split()
        return display, socket


def client_environment(folder: Path, display: str) -> dict[str, str]:
    """The variables that make a Qt program a client of the compositor whose socket is `display` in `folder`."""
    return {
        "XDG_RUNTIME_DIR": str(folder),
        "WAYLAND_DISPLAY": display,
        "QT_QPA_PLATFORM": "wayland",
        "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
        # No text comes through the compositor: nothing outside the session helps with typing, or learns from it.
        "QT_IM_MODULE": "qtvirtualkeyboard",
    }


def grab(socket: Path, picture: Path) -> None:
    """Write what the compositor that listens on `socket` has on its screen now as a PNG. Raises CompositorFailed."""
    place = {"XDG_RUNTIME_DIR": str(socket.parent), "WAYLAND_DISPLAY": socket.name}
    asking = ["grim", str(picture)]
    try:
        result = subprocess.run(asking, env={**os.environ, **place}, capture_output=True, text=True, check=False, timeout=PICTURE_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        raise CompositorFailed("no picture of the screen: the compositor does not answer") from None
    if result.returncode:
        raise CompositorFailed(f"no picture of the screen: {result.stderr.strip()}")
