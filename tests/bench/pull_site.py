"""The hospital of `deploy/bench pull`: a large source, published by the command that hospital IT uses."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from flexcare.clock import SystemClock
from flexcare.configuration.compile import compile_site
from flexcare.trust.fingerprint import Pin
from flexcare.trust.puller import Puller
from flexcare.trust.repository import Repository
from tests.helpers.source import large_source

SITE = "vest"
PUBLISH_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class Size:
    """wards and devices_each: beside the demo hospital's own. channels: beside its own, in every ward."""

    wards: int = 200
    devices_each: int = 25
    channels: int = 100


@dataclass(frozen=True, slots=True)
class Site:
    """A hospital's desk. wards, devices: how many it has in all; own_wards: of them the demo hospital's. broker: its address."""

    source: Path
    repository: Path
    wards: int
    devices: int
    own_wards: int
    broker: str

    @property
    def public(self) -> Path:
        return self.repository / "public"

    def pin(self) -> Pin:
        return Repository(self.repository, SystemClock()).pin()

    def change(self, number: int) -> None:
        """Change something that every ward's tablets get."""
        text = (self.source / "hospital.toml").read_text()
        lines = [f"idle_minutes = {100 + number}" if line.startswith("idle_minutes = ") else line for line in text.splitlines()]
        (self.source / "hospital.toml").write_text("\n".join(lines) + "\n")

    def publish(self) -> float:
        """Run `flexcare publish`, from its start to its end: read, check, compile, compare, sign, write. Seconds."""
        return self._run("publish", "Published as serial")

    def push(self) -> float:
        """Run `flexcare push`, from its start until the broker has the nudge. Seconds."""
        return self._run("push", "Nudged", "--wait", "0")

    def _run(self, what: str, said: str, *more: str) -> float:
        command = [sys.executable, "-P", "-m", "flexcare", what, str(self.source), str(self.repository), *more]
        given = ["--author", "The bench", "--reason", "To measure it", "--yes"]
        begun_s = time.perf_counter()
        done = subprocess.run([*command, *given], check=False, capture_output=True, text=True, timeout=PUBLISH_TIMEOUT_S, env=os.environ)
        took_s = time.perf_counter() - begun_s
        if done.returncode or said not in done.stdout:
            raise RuntimeError(f"flexcare {what} ended with {done.returncode}: {done.stderr}")
        return took_s


def make_site(folder: Path, size: Size, broker: str) -> Site:
    """Make the source and the keys; nothing is published yet. Tablets wait for no jitter."""
    source = large_source(folder, size.wards, size.devices_each, size.channels)
    hospital = (source / "hospital.toml").read_text()
    (source / "hospital.toml").write_text(hospital.replace("jitter_s = 60\n", f'jitter_s = 0\nbroker = "{broker}"\n'))
    made = Repository.create(folder / "repository", SITE, SystemClock(), demo=True)
    compiled = compile_site(source).wards
    return Site(
        source, made.folder, len(compiled), sum(len(ward.devices) for ward in compiled.values()), len(compiled) - size.wards, broker
    )


def make_puller(folder: Path, ward: str, address: str, pin: Pin) -> Puller:
    """The puller as `flexcare run` makes it."""
    return Puller(SITE, ward, address, folder, SystemClock(), pin)
