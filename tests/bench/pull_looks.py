"""The looks of `deploy/bench pull` at a repository without anything new: the puller's, and those of its peers."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tuf.ngclient import Updater

from flexcare.trust.fingerprint import Pin
from flexcare.trust.puller import Unchanged
from tests.bench.pull_nginx import Nginx
from tests.bench.pull_site import Site, make_puller

GIT_TIMEOUT_S = 60
GIT_ENVIRONMENT = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class Look:
    """One look at something unchanged: median processor and wall time, requests and bytes each."""

    name: str
    cpu_ms: float
    wall_ms: float
    requests: float
    total_bytes: float


def usual_look(nginx: Nginx, folder: Path, pin: Pin, rounds: int) -> Look:
    """A tablet's poll: one puller that looks again and again."""
    puller = make_puller(folder, "w0", nginx.address, pin)
    puller.refresh()

    def look() -> None:
        if not isinstance(puller.refresh(), Unchanged):
            raise TypeError("something was taken although nothing was published")

    return _measured("flexcare, a poll", look, nginx, rounds)


def full_look(nginx: Nginx, folder: Path, pin: Pin, rounds: int) -> Look:
    """A tablet's look at its start, and once an hour: everything that is signed is verified again. `folder` has been pulled into."""

    def look() -> None:
        if not isinstance(make_puller(folder, "w0", nginx.address, pin).refresh(), Unchanged):
            raise TypeError("something was taken although nothing was published")

    return _measured("flexcare, once an hour", look, nginx, rounds)


def tuf_look(nginx: Nginx, folder: Path, pin: Pin, rounds: int) -> Look:
    """What the library's own client does at each poll, with its own way to fetch."""
    folder.mkdir()

    def look() -> None:
        Updater(str(folder), f"{nginx.address}metadata/", bootstrap=pin.root).refresh()

    look()
    return _measured("tuf.ngclient with urllib3", look, nginx, rounds)


def git_look(nginx: Nginx, folder: Path, rounds: int) -> Look:
    """`git fetch` of an unchanged repository of the source, which `publish_for_git` put where nginx serves it."""
    _git("clone", "--quiet", f"{nginx.address}source.git", str(folder))
    return _measured(
        "git fetch, plain http", lambda: _git("-C", str(folder), "fetch", "--quiet"), nginx, rounds, whose=resource.RUSAGE_CHILDREN
    )


def publish_for_git(site: Site) -> None:
    """Put the source under version control where any static server can serve it: for a peer that pulls files alone, unverified."""
    bare = site.public / "source.git"
    work = ["--git-dir", str(bare), "--work-tree", str(site.source)]
    _git("init", "--quiet", "--bare", str(bare))
    _git(*work, "add", "--all")
    _git(*work, "-c", "user.name=bench", "-c", "user.email=bench@example", "commit", "--quiet", "-m", "The source")
    _git("--git-dir", str(bare), "update-server-info")


def _measured(name: str, look: Callable[[], None], nginx: Nginx, rounds: int, whose: int = resource.RUSAGE_SELF) -> Look:
    look()
    nginx.wire()
    cpu_ms, wall_ms = [], []
    for _ in range(rounds):
        cpu_s, wall_s = _cpu_s(whose), time.perf_counter()
        look()
        wall_ms.append((time.perf_counter() - wall_s) * 1000)
        cpu_ms.append((_cpu_s(whose) - cpu_s) * 1000)
    wire = nginx.wire()
    return Look(name, statistics.median(cpu_ms), statistics.median(wall_ms), wire.requests / rounds, wire.total_bytes / rounds)


def _cpu_s(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _git(*words: str) -> None:
    done = subprocess.run(
        ["git", *words], check=False, capture_output=True, text=True, timeout=GIT_TIMEOUT_S, env={**os.environ, **GIT_ENVIRONMENT}
    )
    if done.returncode:
        raise RuntimeError(f"git {words[0]} ended with {done.returncode}: {done.stderr}")
