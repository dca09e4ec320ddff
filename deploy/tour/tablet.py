"""A bed as a tablet is one: compositor, launcher and supervisor as services of users of their own, with the packaged configuration.

What systemd would do is done here by hand, for root: users and groups, folders, sockets, and what stands in the units' `Environment=`. The
display is a headless one.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import deploy
from deploy.tour.bed import NOTICE_S, Bed, BedFailed, Setting
from flexcare.paths import Paths
from flexcare.supervisor.apart import Apart

DEPLOY = Path(deploy.__path__[0])
CONFIGURATION = DEPLOY / "compositor" / "sway.conf"
DISPLAY_UNIT = DEPLOY / "systemd" / "flexcare-display.service"
END_S = 20.0
HEADLESS = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
SEES_ITS_OWN = (
    *("unshare", "--mount", "--propagation=slave", "--", "sh", "-ec"),
    *('mount -t proc -o hidepid=invisible proc /proc; exec "$@"', "sh"),
)
"""What the units' ProtectProc=invisible does."""
COUNTS_ITS_OWN = ("unshare", "--user", "--map-current-user", "--")
"""What their PrivateUsers=yes does."""
CONTEXTS_SINCE = (1, 9)
"""The sway that keeps back from sessions what reaches other programs; before it sessions need the compositor's own socket."""


@dataclass(frozen=True)
class Users:
    """Numbers of host users that nobody else on this machine has."""

    supervisor: int
    session: int
    display: int

    @classmethod
    def fresh(cls) -> Users:
        first = 200_000 + 4 * secrets.randbelow(200_000)
        return cls(first, first + 1, first + 2)


class Service:
    """One program as a service: it tells when it is ready and that it lives."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._log = folder / f"{name}.log"
        self._notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._address = folder / f"{name}.notify"
        self._notices.bind(os.fspath(self._address))
        self._address.chmod(0o666)
        self._notices.settimeout(NOTICE_S)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, command: list[str], environment: dict[str, str], *, umask: int, fds: tuple[int, ...] = ()) -> None:
        """Start it, and return when it is ready. Raises BedFailed."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                env={**PLAIN, **environment, "NOTIFY_SOCKET": str(self._address), "WATCHDOG_USEC": "4000000"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                umask=umask,
                pass_fds=fds,
                cwd="/",
            )
        self.await_notice("READY=1")

    def await_notice(self, words: str) -> None:
        """Wait until it says just this. Raises BedFailed."""
        try:
            while self._notices.recv(4096).decode() != words:
                pass
        except TimeoutError:
            said = self._log.read_text(errors="replace").strip().splitlines()[-8:]
            raise BedFailed(f"{self._name} did not say {words}: {' | '.join(said)}") from None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """End it at once, and with it nothing that it has not started so."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(END_S)

    def close(self) -> None:
        """End it."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(END_S)
            except subprocess.TimeoutExpired:
                self.kill()
        self._notices.close()


class GuideMaker:
    """Makes guides for whoever asks at a socket, one after the other, each in a process of its own, as `flexcare-guide@.service` does."""

    def __init__(self, listener: socket.socket, user: int) -> None:
        self._listener = listener
        self._command = [*_as(user), sys.executable, "-P", "-m", "flexcare.guide"]
        self._making: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                asking, _ = self._listener.accept()
            except OSError:
                return  # it was closed
            with (
                asking,
                subprocess.Popen(
                    self._command,
                    env={**PLAIN, "PYTHONPATH": os.environ.get("PYTHONPATH", "")},
                    stdin=asking.fileno(),
                    stdout=asking.fileno(),
                    stderr=subprocess.DEVNULL,
                    cwd="/",
                ) as self._making,
            ):
                pass

    def close(self) -> None:
        """End it, and a guide that is being made."""
        self._listener.shutdown(socket.SHUT_RDWR)
        if self._making is not None and self._making.poll() is None:
            self._making.terminate()
        self._thread.join(END_S)
        self._listener.close()


class Tablet(Bed):
    """A bed whose supervisor has no rights and starts nothing; takes root.

    furnish: writes the ward folder of a tablet that is not enrolled, into the folder that it is given.
    """

    def __init__(self, setting: Setting, furnish: Callable[[Path], object] | None = None) -> None:
        _require_a_way_in()
        self.users = Users.fresh()
        self._stack = contextlib.ExitStack()
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="fc-tablet-")))
        self.places = Apart.below(folder)
        self.compositor = Service("display", folder)
        self.launcher = Service("launcher", folder)
        users = self.users
        self._furnish = furnish
        told = replace(
            setting,
            ward=folder / "ward" if furnish is not None else setting.ward,
            before=(*SEES_ITS_OWN, *_as(users.supervisor, users.display), *COUNTS_ITS_OWN, *setting.before),
            more=("--apart", str(folder), *setting.more),
            prepare=lambda place: self._prepare(setting, place),
        )
        try:
            super().__init__(told, folder)
        except BaseException:
            self._stack.close()
            raise

    @property
    def ward(self) -> Path:
        """The ward folder: its own, or the one that the supervisor makes of what is published."""
        return self.setting.ward or Paths(self.state, self.run).ward

    @property
    def above_sessions(self) -> int:
        """The launcher: the supervisor starts nothing."""
        return self.launcher.pid

    @property
    def display(self) -> Path:
        """The Wayland socket of the tablet's compositor."""
        return self.places.display / "wayland-1"

    def close(self) -> None:
        """End everything and leave nothing behind."""
        try:
            super().close()
        finally:
            self.launcher.close()
            self.compositor.close()
            self._stack.close()

    def _prepare(self, setting: Setting, folder: Path) -> None:
        setting.prepare(folder)
        if self._furnish is not None:
            self._furnish(folder / "ward")
        folder.chmod(0o711)
        # As the unit has it: sessions read the ward folder in it, and can list nothing.
        self.run.mkdir(mode=0o711)
        user = self.users.supervisor
        (folder / "state").mkdir(mode=0o700, exist_ok=True)
        for path in (folder, self.run, folder / "state", *(folder / "state").rglob("*")):
            os.chown(path, user, user)
        self.start_compositor()
        self._listening = self._stack.enter_context(self._listener(self.places.launcher, socket.SOCK_SEQPACKET))
        guides = GuideMaker(self._listener(self.places.guide, socket.SOCK_STREAM), user)
        self._stack.callback(guides.close)
        self.start_launcher()

    def restart_compositor(self) -> None:
        """End sway at once, and start it again as systemd does."""
        self.compositor.kill()
        shutil.rmtree(self.places.display)
        self.start_compositor()

    def restart_launcher(self) -> None:
        """End the launcher at once, and start it again as systemd does; whoever has asked meanwhile is served then."""
        self.launcher.kill()
        self.start_launcher()

    def start_compositor(self) -> None:
        """Start sway as the unit does, on a headless display."""
        place, user = self.places.display, self.users.display
        place.mkdir(mode=0o750)
        place.chmod(0o750)
        os.chown(place, user, user)
        own = {"PYTHONPATH": os.environ.get("PYTHONPATH", ""), "FLEXCARE_PULSE": f"{sys.executable} -P -m flexcare.supervisor.pulse"}
        command = ["sway", "--unsupported-gpu", "--config", str(CONFIGURATION)]
        self.compositor.start([*_as(user), *command], {**self._unit_environment(), **HEADLESS, **own}, umask=0o007)
        screen = self.setting.screen
        size = f"output HEADLESS-1 mode {screen.width}x{screen.height}@60Hz"
        subprocess.run(["swaymsg", "-s", str(place / "sway.sock"), size], check=True, capture_output=True, timeout=END_S)

    def start_launcher(self) -> None:
        """Start the launcher as the unit does."""
        user, folder, listener = self.users.session, self.folder / "flexcare-session", self._listening.fileno()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, user, user)
        command = [sys.executable, "-P", "-m", "deploy.tour.launching", "--listener", str(listener), "--bed", str(self.folder)]
        command += ["--ward", str(self.ward), "--display", str(self.display), "--folder", str(folder)]
        environment = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
        groups = () if knows_contexts() else (self.users.display,)
        self.launcher.start([*SEES_ITS_OWN, *_as(user, *groups), *COUNTS_ITS_OWN, *command], environment, umask=0o077, fds=(listener,))

    def _listener(self, place: Path, kind: socket.SocketKind) -> socket.socket:
        place.parent.mkdir(mode=0o711)
        place.parent.chmod(0o711)
        listener = socket.socket(socket.AF_UNIX, kind)
        listener.bind(os.fspath(place))
        place.chmod(0o600)
        os.chown(place, self.users.supervisor, self.users.supervisor)
        listener.listen(4)
        return listener

    def _unit_environment(self) -> dict[str, str]:
        """What the unit's `Environment=` says, with this tablet's folder in the place of /run."""
        lines = re.findall(r"^Environment=(.*)$", DISPLAY_UNIT.read_text(), re.MULTILINE)
        words = (word for line in lines for word in ([line.strip('"')] if line.startswith('"') else line.split()))
        return {name: value.replace("/run/", f"{self.folder}/") for name, _, value in (word.partition("=") for word in words)}


def _require_a_way_in() -> None:
    """Raises BedFailed where a tablet's users cannot reach the program, as in a checkout that lies in root's own folder."""
    for start in (DEPLOY, Path(sys.prefix)):
        for folder in (start, *start.parents):
            if not folder.stat().st_mode & 0o001:
                raise BedFailed(f"a tablet's services run as users of their own, which cannot pass through {folder}: move the checkout")


def _as(user: int, *groups: int) -> tuple[str, ...]:
    """What makes the rest of a command run as this user and these groups, without any right that could come back."""
    others = f"--groups={','.join(map(str, groups))}" if groups else "--clear-groups"
    return ("setpriv", f"--reuid={user}", f"--regid={user}", others, "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--")


def knows_contexts() -> bool:
    """Whether this machine's sway gives sessions doors of their own."""
    said = subprocess.run(["sway", "--version"], capture_output=True, text=True, check=True, timeout=END_S).stdout
    found = re.search(r"(\d+)\.(\d+)", said)
    return found is not None and (int(found[1]), int(found[2])) >= CONTEXTS_SINCE
