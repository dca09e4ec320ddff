"""Which Python packages a tablet needs, out of the pinned list that also serves the tests, and their wheels by hash."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from deploy.packaging.releases import Release
from flexcare.errors import FlexCareError

ROOT_MARK = "flexcare (pyproject.toml)"
DOWNLOAD_TIMEOUT_S = 1800


class WheelsMissing(FlexCareError):
    """The wheels cannot be had; packages made before stay as they are."""


def needed(pinned: str, project: str) -> dict[str, str]:
    """The entries of the pinned list (`deploy/requirements.txt`) that the program needs when it runs, name to entry with its hashes.

    Starts from the dependencies of `project` (`pyproject.toml`) and follows what the list says about why each entry is there.
    """
    entries = _entries(pinned)
    wanted = {_canonical(re.split(r"[\[<>=!~ ;]", line, maxsplit=1)[0]) for line in tomllib.loads(project)["project"]["dependencies"]}
    grown = True
    while grown:
        more = {name for name, (_, via) in entries.items() if via & wanted} - wanted
        wanted |= more
        grown = bool(more)
    return {name: entries[name][0] for name in sorted(wanted)}


def _entries(pinned: str) -> dict[str, tuple[str, set[str]]]:
    """Every entry with what it is there for, from pip-compile's comments."""
    found: dict[str, tuple[str, set[str]]] = {}
    for block in re.split(r"\n(?=[a-z0-9])", pinned):
        head = re.match(r"([a-z0-9._-]+)==", block)
        if head is not None:
            lines = block.splitlines()
            comments = [line.strip().removeprefix("#").strip() for line in lines if line.lstrip().startswith("#")]
            via = {word for comment in comments if (word := comment.removeprefix("via").strip())} - {ROOT_MARK}
            found[_canonical(head[1])] = ("\n".join(line for line in lines if not line.lstrip().startswith("#")), via)
    return found


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def fetch(entries: Iterable[str], release: Release, architecture: str, folder: Path) -> list[Path]:
    """Have the wheels of these entries for such machines in `folder`, and nothing else; what is there already needs no network.

    pip holds every file against its hashes, those that were there too. Raises WheelsMissing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        # Whoever else makes packages from this checkout now waits, and then finds everything.
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _fetch(entries, release, architecture, folder)


def _fetch(entries: Iterable[str], release: Release, architecture: str, folder: Path) -> list[Path]:
    wanted = folder / "wanted.txt"
    wanted.write_text("\n".join(entries) + "\n", encoding="utf-8")
    fresh = folder / "fresh"
    offline = _pip(wanted, release, architecture, fresh, "--no-index", "--find-links", str(folder))
    if offline.returncode and (online := _pip(wanted, release, architecture, fresh)).returncode:
        last = online.stderr.strip().splitlines()[-1:]
        raise WheelsMissing(f"pip: {last[0] if last else 'no reason given'}", cure="is the network there, and the date right?")
    names = {path.name for path in fresh.glob("*.whl")}
    for old in folder.glob("*.whl"):
        if old.name not in names:
            old.unlink()
    # Over one of the same name, which somebody may be reading: its file stays for as long.
    wheels = [path.replace(folder / path.name) for path in fresh.glob("*.whl")]
    fresh.rmdir()
    return sorted(wheels)


def _pip(wanted: Path, release: Release, architecture: str, fresh: Path, *options: str) -> subprocess.CompletedProcess[str]:
    platforms = [word for tag in release.tags(architecture) for word in ("--platform", tag)]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    ]
    command += ["--only-binary", ":all:", "--implementation", "cp", "--python-version", release.python, *platforms]
    command += ["--dest", str(fresh), *options, "--requirement", str(wanted)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=DOWNLOAD_TIMEOUT_S)
