"""What dpkg is told about the packages. Source: Debian Policy 4.7, deb-control(5)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from pathlib import Path

from deploy.packaging.contents import CHECKOUT, MAINTAINER, OWN, Edition

AFTER_PROGRAM = "# The demonstration"
"""Where the packages of the demonstration and the tests begin in `deploy/debian-packages.txt`."""
NOT_WANTED = ("python3-venv",)

TABLET_DEPENDS = ("systemd", "init-system-helpers", "dbus", "polkitd", "kmod", "procps", "udev", "seatd", "systemd-timesyncd | time-daemon")
TABLET_RECOMMENDS = ("network-manager", "usbguard", "tpm2-tools", "pipewire-pulse | pulseaudio")

PROGRAM_ABOUT = """A bedside kiosk that plays television and keeps nothing
 Plays the television and radio of a hospital or care home on bedside tablets and opens its web services, in sandboxed sessions that leave
 nothing behind. This package holds the program and the command line for the hospital's desk; it changes nothing else of the machine."""
TABLET_ABOUT = """Makes this machine a FlexCare tablet
 Starts FlexCare at every boot in a compositor of its own and takes away everything else that could be reached at the screen: consoles,
 key combinations, USB storage, core dumps, a journal that stays. Do not install it on a machine that somebody works with."""


def program_packages(text: str, architecture: str) -> list[str]:
    """The Debian packages that the program needs on such machines, as in a Depends field, from `deploy/debian-packages.txt`."""
    lines = [line.partition("#")[0].strip() for line in text.partition(AFTER_PROGRAM)[0].splitlines()]
    here = [line.removeprefix(f"[{architecture}] ") for line in lines]
    return [line for line in here if line and not line.startswith("[") and line not in NOT_WANTED]


def program_control(edition: Edition, size_kib: int) -> str:
    """The control file of `flexcare`."""
    after = f"3.{int(edition.release.python.partition('.')[2]) + 1}"
    depends = [
        f"python3 (>= {edition.release.python}~)",
        f"python3 (<< {after}~)",
        f"python{edition.release.python}",
        "libc6",
        "libstdc++6",
        "zlib1g",
    ]
    depends += program_packages((CHECKOUT / "deploy" / "debian-packages.txt").read_text(encoding="utf-8"), edition.architecture)
    return _control("flexcare", edition, size_kib, [("Depends", depends)], PROGRAM_ABOUT)


def tablet_control(edition: Edition, size_kib: int) -> str:
    """The control file of `flexcare-tablet`."""
    depends = [f"flexcare (= {edition.debian_version})", *TABLET_DEPENDS]
    return _control("flexcare-tablet", edition, size_kib, [("Depends", depends), ("Recommends", TABLET_RECOMMENDS)], TABLET_ABOUT)


def scripts(package: str, units: Iterable[str] = ()) -> dict[str, str]:
    """The maintainer scripts of a package, name to text."""
    found = {}
    for path in sorted((OWN / "maintainer" / package).iterdir()):
        found[path.name] = path.read_text(encoding="utf-8").replace("@UNITS@", " ".join(units))
    return found


def _control(package: str, edition: Edition, size_kib: int, relations: list[tuple[str, Iterable[str]]], about: str) -> str:
    fields = {
        "Package": package,
        "Source": "flexcare",
        "Version": edition.debian_version,
        "Architecture": edition.architecture,
        "Maintainer": MAINTAINER,
    }
    fields |= {
        "Installed-Size": str(size_kib),
        **{name: ", ".join(items) for name, items in relations},
        "Section": "misc",
        "Priority": "optional",
    }
    first, _, rest = about.partition("\n")
    body = textwrap.fill(" ".join(rest.split()), 78, initial_indent=" ", subsequent_indent=" ")
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"Description: {first}\n{body}\n"


def conffiles(root: Path) -> str:
    """What an administrator may change and an upgrade leaves alone: everything in /etc."""
    return "".join(f"/{path.relative_to(root)}\n" for path in sorted((root / "etc").rglob("*")) if path.is_file())
