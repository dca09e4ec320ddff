"""The demo hospital with its keys: a copy of `deploy/demo_hospital` around the head-end's lineup, published and served like a real one."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from flexcare.clock import SystemClock
from flexcare.configuration.compile import compile_site
from flexcare.configuration.compiled import Instruction, to_bytes
from flexcare.staff.pin import Role, hash_pin
from flexcare.trust.enrolment import Enrolment, Tablet, stick
from flexcare.trust.repository import Repository
from flexcare.trust.serving import serving
from flexcare.trust.verdict import asset_target, ward_target

SOURCE = Path(__file__).resolve().parent / "demo_hospital"
SERVICES = Path(__file__).resolve().parent / "demo_services" / "hospital.toml"
SITE, WARD, DEVICE = "vest", "b7", "demo-12"
NURSE_PIN, IT_PIN = "648201", "93170558"
"""Of the demo alone: no hospital publishes its PINs."""
AUTHOR, REASON = "The demo", "To show what a hospital publishes"


@dataclass(frozen=True)
class DemoSite:
    """A hospital's desk and its web server.

    source: what IT writes. repository: what `flexcare publish` signs. address: where it is served.
    """

    source: Path
    repository: Path
    address: str

    def publish(self) -> int:
        """Publish what the source says now, as `flexcare publish` does; the serial. Raises SourceFaulty and what publishing raises."""
        compiled = compile_site(self.source)
        targets = {ward_target(name): to_bytes(ward) for name, ward in compiled.wards.items()}
        targets |= {asset_target(digest): data for digest, data in compiled.assets.items()}
        clock = SystemClock()
        instruction = Instruction(AUTHOR, REASON, clock.now().isoformat(timespec="seconds"))
        return Repository(self.repository, clock).publish(targets, instruction).serial

    def give_pins(self, pins: Mapping[str, str] = MappingProxyType({"nurse": NURSE_PIN, "it": IT_PIN})) -> None:
        """Set these PINs as `flexcare pin set` does, and publish."""
        repository = Repository(self.repository, SystemClock())
        for role, pin in pins.items():
            repository.keep_pin(Role(role), hash_pin(pin, Role(role), repository.pepper()))
        self.publish()

    def enrol(self, state: Path, *, address: str = "") -> None:
        """Enrol the tablet whose state folder this is, as `flexcare enrol` does on both sides."""
        repository = Repository(self.repository, SystemClock())
        pin = repository.pin()
        enrolment = Enrolment(SITE, WARD, DEVICE, address or self.address, pin.root, pin.version)
        Tablet(state / "trust").take(stick(enrolment, repository.device_secrets()), expected_words=pin.fingerprint.words)

    def enrol_bed(self, bed: Path) -> None:
        """Enrol the tablet that keeps its state in this folder of a bed."""
        self.enrol(bed / "state")


@contextmanager
def demo_site(folder: Path, playlist: bytes, *, first_language: str = "da", broker: str = "", services: int = 0) -> Iterator[DemoSite]:
    """Make the hospital in `folder` around a playlist, publish it, and serve it on loopback while the context lasts.

    Its screens begin in `first_language`; `broker` nudges its tablets; `services` is the port where the
    demo's kitchen and ward are served (`demo_services`), 0 for a hospital without them.
    """
    source, repository = folder / "source", folder / "repository"
    shutil.copytree(SOURCE, source)
    (source / "lineups" / "hospital.m3u").write_bytes(playlist)
    _begin_in(first_language, source / "hospital.toml")
    _look_often(source / "hospital.toml", broker)
    if services:
        _serve_meals(services, source / "hospital.toml")
    made = Repository.create(repository, SITE, SystemClock(), demo=True)
    with serving(made.public) as served:
        site = DemoSite(source, repository, str(served))
        site.publish()
        yield site


def _begin_in(language: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    offered = tomllib.loads(text)["languages"]["offered"]
    ordered = [language, *(other for other in offered if other != language)]
    file.write_text(text.replace(f"offered = {json.dumps(offered)}", f"offered = {json.dumps(ordered)}"), encoding="utf-8")


def _look_often(file: Path, broker: str) -> None:
    """Have tablets look every minute: somebody is waiting for it."""
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"(?m)^poll_minutes = .*\njitter_s = .*$", f'poll_minutes = 1\njitter_s = 0\nbroker = "{broker}"', text), encoding="utf-8"
    )


def _serve_meals(port: int, file: Path) -> None:
    """Put the demo's own services behind the others."""
    with file.open("a", encoding="utf-8") as hospital:
        hospital.write(SERVICES.read_text(encoding="utf-8").replace("PORT", str(port)))
