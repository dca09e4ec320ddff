"""What lies where on the machine that a package is installed on, laid out in a folder of this machine."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import PySide6

from deploy.packaging.releases import HERE, Release
from deploy.packaging.wheels import unpack

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = Path(__file__).resolve().parent
PLACE = "usr/lib/flexcare"
"""The program's own private place, with its environment in `venv`; `deploy/systemd` names both too."""
CODE = (".py", ".qml", ".js", ".ttf", ".svg", ".txt")
UNITS = (".service", ".socket", ".timer", ".target", ".slice", ".path", ".mount")
DESK_UNITS = ("flexcare-renew@", "flexcare-take@")
"""What runs where a hospital publishes; not on tablets."""
MAINTAINER = "FlexCare <flexcare@flexcare.invalid>"


@dataclass(frozen=True, slots=True)
class Edition:
    """version: FlexCare's own. epoch_s: the time that every file gets, so that two builds are the same. architecture: Debian's word."""

    release: Release
    version: str
    epoch_s: int
    architecture: str = HERE

    @property
    def debian_version(self) -> str:
        return self.release.version(self.version)


def lay_program(root: Path, edition: Edition, wheels: Iterable[Path]) -> None:
    """The package `flexcare`: the environment with the program in it, and the command line."""
    place = root / PLACE / "venv"
    packages = place / edition.release.packages_folder
    for wheel in wheels:
        unpack(wheel, packages)
    _lay_code(packages)
    _lay_own_metadata(packages, edition)
    (packages / ".cache").symlink_to("/var/cache/flexcare")
    _lay_environment(place, edition.release)
    _copy(OWN / "programs" / "session-caches", root / PLACE / "session-caches", 0o755)
    _copy(OWN / "programs" / "flexcare", root / "usr/bin/flexcare", 0o755)
    _lay_units(root, edition.release, desk=True)
    _lay_documents(root, "flexcare", edition)


def lay_tablet(root: Path, edition: Edition) -> tuple[str, ...]:
    """The package `flexcare-tablet`: units and what the system is told; returns the units to enable."""
    system = CHECKOUT / "deploy" / "system"
    for path in sorted(system.rglob("*")):
        if path.is_file():
            _copy(path, root / path.relative_to(system), path.stat().st_mode)
    _lay_units(root, edition.release, desk=False)
    for path in sorted((CHECKOUT / "deploy" / "compositor").iterdir()):
        _copy(path, root / PLACE / "compositor" / path.name, path.stat().st_mode)
    for name in masked(CHECKOUT / "deploy" / "systemd"):
        link = root / "etc/systemd/system" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to("/dev/null")
    _lay_documents(root, "flexcare-tablet", edition)
    guide = CHECKOUT / "deploy" / "README.md"
    if guide.exists():
        _copy(guide, root / "usr/share/doc/flexcare-tablet/README.md", 0o644)
    return enabled(CHECKOUT / "deploy" / "systemd")


def enabled(folder: Path) -> tuple[str, ...]:
    """The units that a tablet starts by itself: all that say what wants them, and the instances that `enable.txt` names."""
    units = [path for path in folder.iterdir() if path.suffix in UNITS and "@" not in path.name]
    found = [path.name for path in units if "\n[Install]" in path.read_text(encoding="utf-8")]
    return tuple(sorted([*found, *_listed(folder / "enable.txt")]))


def masked(folder: Path) -> tuple[str, ...]:
    """Debian's own units that a tablet never starts: login prompts, keys that restart, sleep."""
    return _listed(folder / "masked")


def _listed(path: Path) -> tuple[str, ...]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _lay_units(root: Path, release: Release, *, desk: bool) -> None:
    folder = CHECKOUT / "deploy" / "systemd"
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".txt") and path.name != "masked" and path.name.startswith(DESK_UNITS) == desk:
            place = _unit_place(path.relative_to(folder), release)
            if place is not None:
                _copy(path, root / place, path.stat().st_mode)


def _unit_place(path: Path, release: Release) -> Path | None:
    """Where a file of `deploy/systemd` belongs; `debian-12` and the like hold what only that release needs."""
    if path.parts[0].startswith("debian-"):
        return _unit_place(path.relative_to(path.parts[0]), release) if path.parts[0] == f"debian-{release.number}" else None
    if path.parts[0].endswith(".conf.d"):
        return "usr/lib/systemd" / path
    is_unit = path.suffix in UNITS or path.parts[0].endswith(".d")
    return Path("usr/lib/systemd/system" if is_unit else PLACE) / path


def _lay_code(packages: Path) -> None:
    for package in ("flexcare", "kiosk", "theme"):
        for path in sorted((CHECKOUT / package).rglob("*")):
            if path.is_file() and (path.suffix in CODE or path.name == "qmldir"):
                _copy(path, packages / path.relative_to(CHECKOUT), 0o644)
    for name in ("__init__.py", "session_caches.py"):
        _copy(CHECKOUT / "deploy" / name, packages / "deploy" / name, 0o644)
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    for source in sorted((CHECKOUT / "theme" / "translations").glob("*.ts")):
        compiled = packages / "theme" / "translations" / f"{source.stem}.qm"
        subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True, capture_output=True)
        compiled.chmod(0o644)


def _lay_own_metadata(packages: Path, edition: Edition) -> None:
    folder = packages / f"flexcare-{edition.version}.dist-info"
    _write(folder / "METADATA", f"Metadata-Version: 2.1\nName: flexcare\nVersion: {edition.version}\nLicense: GPL-3.0-or-later\n")
    _write(folder / "top_level.txt", "flexcare\nkiosk\ntheme\n")


def _lay_environment(place: Path, release: Release) -> None:
    """What `python3 -m venv` makes, without pip: nothing is ever installed into it on a tablet."""
    programs = place / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(f"/usr/bin/python{release.python}")
    (programs / "python3").symlink_to("python")
    _write(place / "pyvenv.cfg", f"home = /usr/bin\ninclude-system-site-packages = false\nversion = {release.python}\n")
    # Isolated: nothing that a user's environment names is imported.
    start = f"#!/{PLACE}/venv/bin/python -I\nfrom flexcare.cli import main\n\nmain()\n"
    _write(programs / "flexcare", start, 0o755)


def _lay_documents(root: Path, package: str, edition: Edition) -> None:
    folder = root / "usr/share/doc" / package
    _copy(OWN / "copyright", folder / "copyright", 0o644)
    date = format_datetime(datetime.fromtimestamp(edition.epoch_s, UTC))
    head = f"{package} ({edition.debian_version}) {edition.release.name}; urgency=medium"
    text = f"{head}\n\n  * FlexCare {edition.version}.\n\n -- {MAINTAINER}  {date}\n"
    changes = folder / "changelog.gz"
    changes.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    changes.chmod(0o644)


def _copy(source: Path, target: Path, mode: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if mode & 0o111 else 0o644)


def _write(target: Path, text: str, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    target.chmod(mode)
