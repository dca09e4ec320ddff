"""Doctored machines: small checkouts, and bubblewrap worlds in which something that the set-up needs is not there."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = ("setup", "flexcare", "demo", "bench", "test")


def programs() -> list[Path]:
    """Every shell program of the checkout, by its first line."""
    found = [path for folder in ("deploy", ".ci") for path in (ROOT / folder).iterdir() if path.is_file()]
    return sorted(path for path in found if path.read_bytes().startswith(b"#!/usr/bin/env bash"))


@dataclass(frozen=True)
class Checkout:
    """A checkout that has the programs and nothing else until a test adds it; it wants no Python package."""

    path: Path

    @classmethod
    def make(cls, path: Path) -> "Checkout":
        (path / "deploy").mkdir(parents=True)
        for name in (*PROGRAMS, "debian-packages.txt"):
            shutil.copy2(ROOT / "deploy" / name, path / "deploy" / name)
        checkout = cls(path)
        checkout.require("")
        return checkout

    def require(self, requirements: str) -> None:
        (self.path / "deploy" / "requirements.txt").write_text(requirements, encoding="utf-8")

    def want_package(self, line: str) -> None:
        with (self.path / "deploy" / "debian-packages.txt").open("a", encoding="utf-8") as packages:
            packages.write(f"{line}\n")

    def command(self, name: str, *arguments: str) -> list[str]:
        return [str(self.path / "deploy" / name), *arguments]


def run(
    command: Sequence[str], *, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, without a terminal, with Debian's own PATH; both outputs as text."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=plain_environment() | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def plain_environment() -> dict[str, str]:
    """What a program finds on a fresh login, and no package server."""
    return {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": os.environ.get("HOME", "/nonexistent"),
        "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
        "LANG": "C.UTF-8",
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_RETRIES": "0",
    }


def without(*hidden: str | Path, writable: Path, uid: int = 1000) -> list[str]:
    """Front of a command that then runs as `uid` where the `hidden` programs cannot be run and only `writable` can be written."""
    world = ["bwrap", "--unshare-user", "--uid", str(uid), "--gid", str(uid), "--unshare-net", "--die-with-parent"]
    world += ["--ro-bind", "/", "/", "--dev", "/dev", "--bind", str(writable), str(writable), "--setenv", "TMPDIR", str(writable)]
    for path in sorted({Path(item).resolve() for item in hidden if Path(item).exists()}):
        world += ["--ro-bind", "/dev/null", str(path)]
    return world
