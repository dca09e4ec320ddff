"""What surrounds a session: bubblewrap's arguments and the environment, both closed lists.

Inside, only WRITABLE can be written: memory file systems of a limited size, which die with the session. Of the host there is the
system (read-only), FlexCare's own code, the ward folder, one Wayland socket, and the devices and the sound socket that play; camera and
microphone only where the hospital lets a service ask for them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import flexcare
from flexcare.session.capture import NOTHING, Capture
from flexcare.session.devices import Devices, find_devices
from flexcare.session.identity import USER_ID
from flexcare.session.page_volume import SOUND_SOCKET
from flexcare.session.settings import SessionSettings

HOST_NAME = "flexcare"
HOME = "/home/session"
RUNTIME_FOLDER = "/run/session"
WARD = "/ward"
DISPLAY = "wayland-0"

WRITABLE = {"/tmp": "1777", HOME: "0700", RUNTIME_FOLDER: "0700", "/dev/shm": "1777"}
"""Every place that a session can write, with its permissions. Each is a memory file system of `SessionSettings.writable_mib`."""

SYSTEM_FOLDERS = ("bin", "lib", "lib32", "lib64", "sbin")
SYSTEM_FILES = (
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/fonts",
    "/var/cache/fontconfig",
    "/etc/glvnd",
    "/etc/drirc",
    "/etc/alsa",
    "/etc/asound.conf",
    "/etc/ssl/certs",
    "/etc/ssl/openssl.cnf",
    "/etc/gai.conf",
    "/etc/host.conf",
    "/etc/hosts",
    "/etc/nsswitch.conf",
    "/etc/resolv.conf",
    "/etc/timezone",
)
"""What programs need of the host beside /usr. No machine-id, no host name, no accounts, no keys."""

KERNEL_SETTINGS = (
    "/proc/sys",
    "/proc/sysrq-trigger",
    "/proc/irq",
    "/proc/bus",
    "/proc/acpi",
    "/proc/fs",
    "/proc/scsi",
    "/proc/asound",
    "/proc/pressure",
)
"""What root on the host could write in spite of a user namespace, because the kernel asks for the user number alone."""

ACCOUNTS = {
    "/etc/passwd": f"session:x:{USER_ID}:{USER_ID}::{HOME}:/usr/sbin/nologin\n",
    "/etc/group": f"session:x:{USER_ID}:\n",
}
"""Made up, because some libraries ask who they run as."""


@dataclass(frozen=True)
class Sandbox:
    """One session's surroundings. Every path is the host's.

    ward: the ward folder, seen as /ward. display: a Wayland socket, seen as wayland-0. code: seen read-only at its own place.
    extra: further read-only binds, source and target (a socket can be connected to all the same).
    sound: a PulseAudio or PipeWire socket; it must be one that only plays, which is for whoever serves it to hold.
    user: the host's user and group number to run as, which only root can give; None stays with whoever starts it.
    capture: what records the room and is in reach.
    """

    ward: Path
    display: Path
    settings: SessionSettings
    code: tuple[Path, ...]
    extra: tuple[tuple[Path, Path], ...] = ()
    sound: Path | None = None
    user: int | None = None
    capture: Capture = NOTHING

    def environment(self) -> dict[str, str]:
        """Every environment variable of the session."""
        # bubblewrap adds PWD by itself.
        variables = {
            "HOME": HOME,
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "PWD": "/",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONNOUSERSITE": "1",
            "PYTHONPATH": str(checkout()),
            # No text comes through the compositor: nothing outside the session helps with typing, or learns from it.
            "QT_IM_MODULE": "qtvirtualkeyboard",
            "QT_QPA_PLATFORM": "wayland",
            "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
            "TMPDIR": "/tmp",
            "WAYLAND_DISPLAY": DISPLAY,
            "XDG_CACHE_HOME": f"{HOME}/.cache",
            "XDG_CONFIG_DIRS": "/etc/xdg",
            "XDG_CONFIG_HOME": f"{HOME}/.config",
            "XDG_DATA_DIRS": "/usr/share",
            "XDG_DATA_HOME": f"{HOME}/.local/share",
            "XDG_RUNTIME_DIR": RUNTIME_FOLDER,
            "XDG_STATE_HOME": f"{HOME}/.local/state",
        }
        if self.sound is not None:
            variables["PULSE_SERVER"] = f"unix:{SOUND_SOCKET}"
        return variables

    def devices(self) -> Devices:
        """The devices that the session may use. A card beside a sound server would be a way past the server's volume."""
        return find_devices(sound=self.sound is None, capture=self.capture)

    def arguments(self, accounts: dict[str, int]) -> list[str]:
        """What bubblewrap is told. `accounts` gives for each file of ACCOUNTS a descriptor that its content can be read from."""
        return [
            *_namespaces(),
            *(word for name, value in self.environment().items() for word in ("--setenv", name, value)),
            *_system(),
            *(word for place, content in accounts.items() for word in ("--perms", "0444", "--file", str(content), place)),
            *("--proc", "/proc", *(word for path in _present(KERNEL_SETTINGS) for word in ("--ro-bind", path, path)), "--dev", "/dev"),
            *_writable(self.settings.writable_mib),
            *_device_binds(self.devices()),
            *self._own_binds(),
            # Last, so that nothing but WRITABLE stays writable: these two are memory file systems without a limit.
            *("--remount-ro", "/dev", "--remount-ro", "/"),
            *("--chdir", "/"),
        ]

    def _own_binds(self) -> Iterator[str]:
        binds = [(self.ward, Path(WARD)), (self.display, Path(RUNTIME_FOLDER, DISPLAY)), *((path, path) for path in self.code), *self.extra]
        if self.sound is not None:
            binds.append((self.sound, Path(SOUND_SOCKET)))
        for source, target in binds:
            yield from ("--ro-bind", str(source), str(target))


def checkout() -> Path:
    """The folder that `flexcare` is imported from."""
    return Path(flexcare.__file__).resolve().parent.parent


def installed_code(*others: str) -> tuple[Path, ...]:
    """What our own program consists of: its packages, and Python's own files where they are not the system's.

    `others` names further packages beside `flexcare`, such as `deploy`.
    """
    prefixes = [Path(prefix) for prefix in dict.fromkeys((sys.prefix, sys.base_prefix)) if not _is_system(Path(prefix))]
    # A folder that is reached through a link is needed at both of its names.
    places = dict.fromkeys(name for prefix in prefixes for name in (prefix, prefix.resolve()) if not _is_system(name))
    root = checkout()
    inside = _is_system(root) or any(root.is_relative_to(place) for place in places)
    packages = () if inside else (root / name for name in ("flexcare", "kiosk", "theme", *others))
    return (*packages, *places)


def _is_system(path: Path) -> bool:
    return path.is_relative_to("/usr")


def _namespaces() -> list[str]:
    # Nested user namespaces stay allowed (no --disable-userns): a browser's own sandbox stands on them.
    # The network is the host's, because television comes from it. No namespace of control groups: no group can be seen or written
    # inside, and what makes sessions on a tablet may not make one (deploy/systemd).
    return [
        *("--unshare-user", "--uid", str(USER_ID), "--gid", str(USER_ID)),
        *("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--hostname", HOST_NAME),
        *("--die-with-parent", "--new-session", "--clearenv"),
    ]


def _system() -> Iterator[str]:
    yield from ("--ro-bind", "/usr", "/usr")
    for folder in (Path("/", name) for name in SYSTEM_FOLDERS):
        yield from _same(folder)
    # A link among them (resolv.conf) is followed: its content is what counts, and its target is not there inside.
    for path in _present(SYSTEM_FILES):
        yield from ("--ro-bind", path, path)
    # Qt reads the name of the time zone out of this link.
    yield from _same(Path("/etc/localtime"))
    yield from ("--symlink", "../tmp", "/var/tmp")


def _present(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if Path(path).exists()]


def _same(path: Path) -> Iterator[str]:
    if path.is_symlink():
        yield from ("--symlink", str(path.readlink()), str(path))
    elif path.exists():
        yield from ("--ro-bind", str(path), str(path))


def _writable(size_mib: int) -> Iterator[str]:
    for place, permissions in WRITABLE.items():
        yield from ("--perms", permissions, "--size", str(size_mib * 1024 * 1024), "--tmpfs", place)


def _device_binds(devices: Devices) -> Iterator[str]:
    for node in devices.nodes:
        yield from ("--dev-bind", str(node), str(node))
    for folder in devices.system_folders:
        yield from ("--ro-bind", str(folder), str(folder))
    for link, target in devices.system_links:
        yield from ("--symlink", target, str(link))
